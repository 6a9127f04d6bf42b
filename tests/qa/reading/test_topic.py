"""What is left to search for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import read_question
from qa.reading.tokens import tokens
from qa.reading.topic import without, without_words


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Veld say about ensuring safe cranes?", "ensuring safe cranes?"),
        ("What does Veld think of/about dredging?", "dredging?"),
        ("And what did Veld say about cranes?", "cranes?"),
        ("Tell me what Veld said about cranes", "cranes"),
        ("Please summarize Veld's opinion on whether cranes are safe.", "whether cranes are safe."),
        ("What was Oda Bern's position on peat?", "peat?"),
        ("Why did Veld call the canal a mistake?", "call the canal a mistake?"),
        ("What did Veld promise the valley?", "promise the valley?"),
        ("What did Veld write about the valley?", "the valley?"),
        ("What did Veld respond to Bern when discussing the ferry?", "the ferry?"),
        ("What did Veld respond to whether it floats?", "whether it floats?"),
        ("Why did Veld disagree with Oda Bern when talking about the ferry?", "the ferry?"),
        ("What did Veld tell Bern about the ferry?", "the ferry?"),
        ("How did Veld answer Bern's question about fees?", "Bern's question about fees?"),
        ("What kind of crane did Veld say was safe?", "What kind of crane was safe?"),
        ("According to Veld, why do cranes rust?", "why do cranes rust?"),
        ("Summarize the role of cranes, according to Oda Bern.", "Summarize the role of cranes."),
        ("What does Veld's letter say about tolls?", "letter tolls?"),
        ("Veld's letter on cranes", "letter on cranes"),
        ("In Veld's opinion, is the port safe?", "is the port safe?"),
        ("Veld: fishing rights", "fishing rights"),
        ("Veld on fishing", "fishing"),
        ('What did Veld say about "no deal" cranes?', '"no deal" cranes?'),
        ("What did Veld say on 23 July 2014 about cranes?", "on 23 July 2014 about cranes?"),
        ("golden ring resistance", "golden ring resistance"),
        ("What is the capital of the province?", "What is the capital of the province?"),
        ("speaker:Veld  cranes   and tolls", "cranes and tolls"),
    ],
)
def test_only_the_words_that_merely_ask_are_left_out(question, topic):
    assert read_question(question, KNOWN).topic == topic


@pytest.mark.parametrize(
    "question",
    [
        "What did Veld say?",
        "What did Veld promise?",
        "What did Veld say in August 2014?",
        "Quote Veld on ...",
        "Veld: ?",
    ],
)
def test_where_nothing_would_be_left_all_words_are_searched(question):
    reading = read_question(question, KNOWN)
    assert reading.topic == reading.words == question


def test_filters_alone_leave_no_words():
    reading = read_question('speaker:"Sanna Veld" since:2014', KNOWN)
    assert (reading.topic, reading.words) == ("", "")


@given(st.text(max_size=120), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3))
def test_what_is_left_was_there(text, ranges):
    words = tokens(text)
    inside = [(a, b) for a, b in ranges if a < b <= len(words)]
    inside = inside[:1]
    left = without_words(text, words, inside)
    removed = {n for a, b in inside for n in range(a, b)}
    assert all(word.text in left for n, word in enumerate(words) if n not in removed and word.text.isalnum())


def test_a_stretch_is_taken_out_once():
    assert without("cranes in 2014, and in 2014", "in 2014") == "cranes, and in 2014"


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("What happened in 1893?", "in 1893"),
        ("What did Veld say about the flood of June 1893?", "June 1893"),
        ("What did Veld say about the flood in June 1893?", "in June 1893"),
        ("What has Veld said about tolls since 2013?", "since 2013"),
        ("In August 2014, what did Veld say about tolls?", "In August 2014"),
        ("What did Veld say on 23 July 2014 about tolls?", "on 23 July 2014"),
        ("What was Veld's view of tolls between 2012 and 2014?", "between 2012 and 2014"),
        ("Minister Bern, what did you do in 2014?", "in 2014"),
    ],
)
def test_the_words_of_a_time_stay_in_the_topic_since_passages_hold_them(question, printed):
    reading = read_question(question, KNOWN)
    assert reading.period.as_printed == printed
    assert printed in reading.topic


def test_a_time_that_is_undone_stays_in_the_topic():
    reading = read_question("What did Veld say about tolls in 2014?", KNOWN, ignore={"period"})
    assert (reading.period, reading.topic) == (None, "tolls in 2014?")


@pytest.mark.parametrize(
    ("text", "ranges", "left"),
    [
        ("Do you, Bern, think so?", [(2, 3)], "Do you, think so?"),
        ("It rains. Bern, is it wet?", [(2, 3)], "It rains. is it wet?"),
        ("Bern, is it wet?", [(0, 1)], "is it wet?"),
        ("Is it wet, Bern?", [(3, 4)], "Is it wet?"),
        ("Is it wet , Bern ?", [(3, 4)], "Is it wet?"),
        ("(Bern) is wet", [(0, 1)], "( ) is wet"),
        ("Bern's boat", [(0, 1)], "boat"),
        ("boat", [(0, 1)], ""),
        ("a b c d", [(2, 3), (0, 1)], "b d"),
        ("a b", [(1, 1)], "a b"),
        ("a b", [], "a b"),
    ],
)
def test_the_marks_around_what_is_left_out_are_mended(text, ranges, left):
    assert without_words(text, tokens(text), ranges) == left


@given(st.text(max_size=80))
def test_where_nothing_is_left_out_only_blanks_and_outer_marks_are(text):
    left = without_words(text, tokens(text), [])
    assert [c for c in left if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(max_size=60), st.text(min_size=1, max_size=10))
def test_a_stretch_that_is_not_there_takes_no_letter_with_it(text, stretch):
    missing = stretch + "\0"
    assert sum(map(str.isalnum, without(text.replace("\0", ""), missing))) == sum(map(str.isalnum, text))
