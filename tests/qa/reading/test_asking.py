"""Whose words a question asks for."""

from __future__ import annotations

import pytest
from reading_people import KNOWN

from qa.reading import Known, read_question


def read(question):
    return read_question(question, KNOWN)


@pytest.mark.parametrize(
    "question",
    [
        "What did Veld say about the cranes?",
        "What does Sanna Veld think of dredging?",
        "What has Veld said since the ceasefire?",
        "What was Veld's view on the cranes?",
        "What was Sanna Veld’s position on the cranes?",
        "What is Veld's plan for the port?",
        "How did Veld respond to the strike?",
        "How did Veld explain the delay?",
        "How did Veld justify the closure?",
        "How does Veld see the future of the port?",
        "Veld's letter",
        "What does Veld's letter say about tolls?",
        "the televised speech of Veld",
        "Remarks by Veld on the port",
        "the interview with Veld",
        "according to Veld, are the cranes safe?",
        "Are the cranes safe according to Sanna Veld?",
        "In the words of Veld, what is a crane?",
        "In Veld's opinion, is the port safe?",
        "What, as told by Veld, went wrong?",
        "Why did Veld call the canal a mistake?",
        "Why did Veld reject the treaty?",
        "Why does Veld oppose the toll?",
        "What did Veld recommend?",
        "What did Veld suggest to the port?",
        "What did Veld propose?",
        "What did Veld promise the valley?",
        "What did Veld warn against?",
        "What did Veld warn that Bern would do?",
        "Summarize Veld's opinions on the ferry.",
        "Summarise Sanna Veld' s opinion on the ferry.",
        "Has Veld ever promised a new crane?",
        "Did Veld really say that?",
        "Is Veld saying that the port is shut?",
        "What did Veld have to say about tolls?",
        "What did Veld actually not say about tolls?",
        "What did Sanna Veld, the port director, say about tolls?",
        "Tell me what Veld said about fishing",
        "What Veld answered when asked about tolls",
        "Quote Veld on fishing",
        "Veld on fishing",
        "Veld: fishing rights",
        "quotes by Veld about fishing",
        "What was said by Veld about fishing?",
        "Where did Veld say the cranes stood?",
        "What did VELD, Sanna say about the cranes?",
        "What was VELD, Sanna's view of the cranes?",
        "According to VELD, Sanna, are the cranes safe?",
        "What did Sanna Veld offer the crews?",
        "What has Veld offered the crews?",
        "What Veld offered the crews",
        "What did Veld demand of the port?",
        "What did Veld ask for?",
        "What did Veld agree to?",
        "What did Veld refuse to sign?",
        "What did Veld accept?",
        "What did Veld request from the board?",
    ],
)
def test_the_person_whose_words_are_asked_for_is_asked(question):
    assert read(question).asked == ("Sanna Veld",)


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of the province?",
        "What did the treaty say about fishing?",
        "Who said that the cranes are safe?",
        "What did Norvik do in 1893?",
        "Why did Aldric translate the psalms?",
        "When did Aldric write to the abbot?",
        "In what year did Aldric declare the feast?",
        "What did people say about the cranes?",
        "What did scientists say about tides?",
        "What did the minister's critics say?",
        "What did Veld's opponents say about tolls?",
        "What did the letter to Veld say?",
        "Why was Aldric called a heretic?",
        "What does Solveg mean?",
        "What did Germans think of the dam?",
        "What did Republicans say about taxes?",
        "What did NATO say about the dam?",
        "What did Iran say about the dam?",
        "What did the Bridge Commission say about the dam?",
        "What did the Minister of Tides say about the dam?",
        "What did Minister of Tides say about the dam?",
        "What did Harbour Weekly say about tolls?",
        "What did the Aldric translation say?",
        "What did Norvik offer the crews?",
        "When did Veld offer the crews a boat?",
        "Who was Veld offered by the crews?",
        "golden ring resistance",
        "what did everyone say about tides",
        "what did parliament say about tides",
        "",
        "?!",
    ],
)
def test_a_question_for_nobodys_words_asks_nobody(question):
    reading = read(question)
    assert (reading.asked_as, reading.asked, reading.absent) == (None, (), False)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Orlev say about gas?", "Orlev"),
        ("what did orlev say about gas", "orlev"),
        ("What did Dr. Emil Sorge think of gas?", "Dr. Emil Sorge"),
        ("What did George W. Pell say about gas?", "George W. Pell"),
        ("What did Jean-Luc d'Arvigny-Roux say about gas?", "Jean-Luc d'Arvigny-Roux"),
        ("What did Ayman al-Tarsi say about gas?", "Ayman al-Tarsi"),
        ("What did da Silva say about gas?", "da Silva"),
        ("What did Beto O'Quill say about gas?", "Beto O'Quill"),
        ("What did May say about gas?", "May"),
        ("What did Ivo King say about gas?", "Ivo King"),
        ("What did Governor Hale say about gas?", "Governor Hale"),
        ("What was Orlev's opinion on gas?", "Orlev"),
        ("Is gas cheap according to Orlev?", "Orlev"),
        ("What did 王海 say about gas?", "王海"),
        ("What did Іван Гай say about gas?", "Іван Гай"),
    ],
)
def test_words_of_a_stranger_are_missed(question, name):
    reading = read(question)
    assert reading.absent
    assert (reading.asked_as, reading.asked) == (name, ())


def test_a_namesake_of_a_known_speaker_is_a_stranger():
    assert read("What did Tobias Ash say about the ferry?").absent


def test_where_nobody_is_known_to_speak_nobody_is_missed():
    reading = read_question("What did Orlev say about gas?", Known())
    assert (reading.asked_as, reading.topic) == (None, "What did Orlev say about gas?")


@pytest.mark.parametrize(
    "question",
    [
        "What did Veld and Bern say about the ferry?",
        "What were Veld's and Bern's views on the ferry?",
        "What were Veld and Bern's views on the ferry?",
        "According to Veld and Bern, who owns the ferry?",
        "Compare Veld's and Bern's opinions on the ferry",
    ],
)
def test_two_can_be_asked_at_once(question):
    assert read(question).asked == ("Sanna Veld", "Oda Bern")


def test_a_stranger_beside_a_known_speaker_is_shown():
    reading = read("Compare Veld's and Orlev's views on gas")
    assert (reading.asked, reading.asked_as, reading.absent) == (("Sanna Veld",), "Veld and Orlev", False)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Veld ask for in the strike?", "in the strike?"),
        ("What did Veld ask for?", "What did Veld ask for?"),
        ("What did Veld ask the board for?", "the board for?"),
        ("What did Veld agree to in the strike?", "in the strike?"),
        ("What did Veld offer the crews?", "offer the crews?"),
        ("What did VELD, Sanna say about cranes?", "cranes?"),
    ],
)
def test_a_deed_stays_in_the_topic_and_a_mere_asking_does_not(question, topic):
    assert read(question).topic == topic


@pytest.mark.parametrize("question", ["What did VELD, Jonas say about gas?", "What did VELD, MP say about gas?"])
def test_a_last_name_in_capitals_with_another_behind_it_is_not_turned(question):
    assert "Sanna" not in (read(question).asked_as or "")


@pytest.mark.parametrize(
    ("question", "mentioned"),
    [
        ("What did Veld respond to Bern when discussing the ferry?", ("Oda Bern",)),
        ("What did Veld tell Bern about the ferry?", ("Oda Bern",)),
        ("Why did Veld disagree with Oda Bern about the ferry?", ("Oda Bern",)),
        ("Did Veld warn that Bern would resign?", ("Oda Bern",)),
        ("How did Veld answer Bern's question about the ferry?", ("Oda Bern",)),
        ("What did Veld say about the Minister for Peat?", ("Oda Bern",)),
        ("What did Veld say about Ash?", ()),
        ("What did Veld say about Tobin Ash?", ("Tobin Ash",)),
    ],
)
def test_a_person_told_or_spoken_of_is_mentioned_not_asked(question, mentioned):
    reading = read(question)
    assert (reading.asked, reading.mentioned) == (("Sanna Veld",), mentioned)


def test_a_person_who_only_acts_is_mentioned():
    reading = read("When did Oda Bern open the port?")
    assert (reading.asked_as, reading.mentioned) == (None, ("Oda Bern",))


def test_a_name_in_a_quoted_phrase_is_not_asked():
    assert read('Who wrote "according to Veld the port is shut"?').asked == ()


def test_undoing_asked_leaves_the_whole_question_to_search():
    reading = read_question("What did Veld say about cranes?", KNOWN, ignore=("asked",))
    assert (reading.asked, reading.asked_as, reading.topic) == ((), None, "What did Veld say about cranes?")


def test_undoing_mentioned_mentions_nobody():
    assert read_question("When did Oda Bern open the port?", KNOWN, ignore=["mentioned"]).mentioned == ()
