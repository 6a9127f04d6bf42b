"""Questions put to a known speaker: whoever is spoken to is asked."""

from __future__ import annotations

import pytest
from reading_people import KNOWN

from qa.reading import Known, read_question
from qa.reading.address import find_address
from qa.reading.naming import find_namings
from qa.reading.tokens import tokens


def read(question):
    return read_question(question, KNOWN)


def address(text, **more):
    words = tokens(text)
    return find_address(words, find_namings(text, words, KNOWN), **more)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Minister Bern, do you think tolls are fair?", "do you think tolls are fair?"),
        ("Oda Bern, do you think tolls are fair?", "do you think tolls are fair?"),
        ("Bern, do you think tolls are fair?", "do you think tolls are fair?"),
        ("oda bern, do you like tolls", "do you like tolls"),
        ("Minister Bern, you closed the dam. Was that wise?", "you closed the dam. Was that wise?"),
        ("Minister Bern, youve closed the dam?", "youve closed the dam?"),
        ("Minister Bern, you’ve closed the dam?", "you’ve closed the dam?"),
        ("Minister Bern, your view?", "your view?"),
        ("Minister Bern, where do you draw the line?", "where do you draw the line?"),
        ("Minister Bern, who do you trust?", "who do you trust?"),
        ("Minister Bern, who will pay for your dam?", "who will pay for your dam?"),
        ("Oda Bern, which dam do you like?", "which dam do you like?"),
        ("Minister Bern, when the dam broke, where were you?", "when the dam broke, where were you?"),
        ("Tell us, Minister Bern, who will pay for your dam?", "Tell us, who will pay for your dam?"),
        ("Minister Bern, if elected, would you raise tolls?", "if elected, would you raise tolls?"),
        ("Minister Bern, in 2014 you closed the dam. Why?", "in 2014 you closed the dam. Why?"),
        (
            "Minister Bern, a former warden, Ivo Hale, calls you late.",
            "a former warden, Ivo Hale, calls you late.",
        ),
        ("Which brings us to this, Minister Bern, if you ruled?", "Which brings us to this, if you ruled?"),
        (
            "The question, Minister Bern, if you open it, will it hold?",
            "The question, if you open it, will it hold?",
        ),
        ("Do you, Oda Bern, believe in tolls?", "Do you, believe in tolls?"),
        ("What is your view, Bern?", "What is your view?"),
        ("What is your view of tolls, Oda?", "What is your view of tolls?"),
        ("What have you in mind, Minister Bern, Parliament's dam?", "What have you in mind, Parliament's dam?"),
        ("We'll start with you, Minister Bern - - will it hold?", "We'll start with you, - - will it hold?"),
        ("It rains. Minister Bern, are you dry?", "It rains. are you dry?"),
        ("[applause] Minister Bern, are you dry?", "[applause] are you dry?"),
        ("Do you agree with Veld, Bern?", "Do you agree with Veld?"),
    ],
)
def test_a_speaker_called_by_name_is_asked_and_the_name_left_out_of_the_topic(question, topic):
    reading = read(question)
    assert (reading.asked, reading.choices, reading.topic) == (("Oda Bern",), (), topic)


@pytest.mark.parametrize(
    "question",
    [
        "Minister Bern, just simply, how do we mend the dam?",
        "Minister Bern, is the dam safe?",
        "Minister Bern, why is the dam shut?",
        "Minister Bern, should ships pay?",
        "Minister Bern, will the dam hold?",
        "Minister Bern, would a toll help?",
        "Minister Bern, where will the water come from?",
        "Minister Bern, where is the water to come from when it is dry?",
        "Minister Bern, when will the dam be shut?",
        "Minister Bern, when did the dam break, and why?",
        "Minister Bern, which dam is the older?",
        "Minister Bern, who will pay for the dam?",
        "Minister Bern, who pays for the dam, and why?",
        "Minister Bern, whose dam is it?",
        "Minister Bern, under which law was the dam shut?",
        "Minister Bern, so who pays?",
        "Minister Bern, but is the dam safe?",
        "Minister Bern, when the dam broke, who was told?",
    ],
)
def test_a_title_and_name_that_open_a_question_call_without_a_you(question):
    assert read(question).asked == ("Oda Bern",)


@pytest.mark.parametrize(
    "question",
    [
        "Minister Bern, who ran in 2008, lost. Why?",
        "Minister Bern, who ran with you in 2008, lost. Why?",
        "Minister Bern, the head of peat, raised your tolls. Why?",
        "Minister Bern, the head of peat, is against your tolls. Why?",
        "Minister Bern, who ran in 2008. Why did it fail?",
        "Minister Bern, whose dam broke, resigned.",
        "Minister Bern, which of them, in 2014, was late.",
        "Minister Bern, who, in 2014, broke your dam, lost. Why?",
        "Minister Bern, where boats are built, opened the yard.",
        "Minister Bern, under whom the dam broke, resigned.",
        "Do you trust Sanna Veld, or Oda Bern, who ran in 2014?",
        "Minister Bern, is she safe?",
        "Minister Bern, the dam.",
        "Oda Bern, is the dam safe?",
        "Is Minister Bern's record what you want?",
        "Minister Bern's record, do you like it?",
        "Minister Bern is late, do you know?",
        "Would you, like Minister Bern, raise tolls?",
        "Which do you like, Minister Bern and her tolls or the dam?",
        "Do you agree with Veld, Bern, and Dain?",
        "Do you agree with Veld, Bern or Dain?",
        "Do you know Veld, Dain, Bern?",
        "Do you know both, Veld and Bern?",
        "Veld, Bern and Dain are old, are you?",
        "What would you say of the director, Oda Bern?",
        "What would you say of the minister, Bern?",
        "When you came to, Bern, and so on, fell",
        "The minister, do you like her?",
        "Do you say, the port director, that it holds?",
        'Bern, the old one, heard "you are late".',
        "Stankovic, do you like tolls?",
        "Minister Stankovic, do you like tolls?",
        "Minister, do you like tolls?",
        "do you like tolls",
    ],
)
def test_a_name_that_is_not_called_is_not_asked(question):
    assert read(question).asked_as is None


def test_an_owner_of_words_is_asked_though_somebody_unnamed_is_spoken_to():
    reading = read("What about Minister Bern's argument that you are late, Warden?")
    assert (reading.asked, reading.asked_as) == (("Oda Bern",), "Minister Bern")


@pytest.mark.parametrize(
    "question",
    [
        "Minister Bern says you are late. Do you, Sanna Veld, agree?",
        "Director Veld, Minister Bern says you are late. Do you agree?",
        "Minister Bern says you are late. Is that so, Director Veld?",
        "Veld, do you share Bern's view of tolls?",
    ],
)
def test_who_is_spoken_to_is_asked_before_who_is_spoken_of(question):
    reading = read(question)
    assert (reading.asked, reading.mentioned) == (("Sanna Veld",), ("Oda Bern",))


def test_words_asked_of_one_are_not_anothers_who_is_only_named_behind_a_comma():
    assert read("Can you say what Veld told her rival, Oda Bern?").asked == ("Sanna Veld",)


@pytest.mark.parametrize(
    "question",
    ["Veld and Bern, do you both want tolls?", "Director Veld, Minister Bern, do you both want tolls?"],
)
def test_two_can_be_called_at_once(question):
    reading = read(question)
    assert (reading.asked, reading.topic) == (("Sanna Veld", "Oda Bern"), "do you both want tolls?")


def test_a_stranger_called_beside_a_speaker_is_left_out():
    reading = read("Veld and Hale, do you both want tolls?")
    assert (reading.asked, reading.asked_as) == (("Sanna Veld",), "Veld")


STRANGERS = [
    ("Governor Hale, do you like tolls?", "Governor Hale", "do you like tolls?"),
    ("Mr. Hale, do you like tolls?", "Mr. Hale", "do you like tolls?"),
    ("Governor Ivo Hale, what is your view of tolls?", "Governor Ivo Hale", "what is your view of tolls?"),
    ("Governor Hale, who pays for your dam?", "Governor Hale", "who pays for your dam?"),
    ("Governor Hale, you like tolls. Are they fair?", "Governor Hale", "you like tolls. Are they fair?"),
    ("Governor May, do you like tolls?", "Governor May", "do you like tolls?"),
    ("Jonas Hale, do you like tolls?", "Jonas Hale", "do you like tolls?"),
    ("Governor Hale, do you - - Governor Hale, do you agree?", "Governor Hale", "do you - -, do you agree?"),
    ("Governor Hale, do you think Oda Bern is right?", "Governor Hale", "do you think Oda Bern is right?"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "name", "topic"), STRANGERS)
def test_a_stranger_who_is_called_is_missed(question, name, topic):
    reading = read(question)
    assert (reading.absent, reading.asked_as, reading.topic) == (True, name, topic)


@pytest.mark.parametrize(
    "question",
    [
        "Yes, do you like tolls?",
        "Well, do you like tolls?",
        "Sir, do you like tolls?",
        "Madam Speaker, do you like tolls?",
        "Prime Minister, do you like tolls?",
        "Please, do you like tolls?",
        "France, do you like tolls?",
        "New York, do you like tolls?",
        "May, do you like tolls?",
        "April Hale, do you like tolls?",
        "Hale, do you like tolls?",
        "Steam Power, can you explain it?",
        "Lund Tramway Company, do you like tolls?",
        "Head Start, do you like it?",
        "Governor Hale, is the dam safe?",
        "Governor Hale, who ran in 2008, lost. Do you know why?",
        "Governor Hale, the head of peat, is against your tolls. Why?",
        "Governor Hale's record, do you like it?",
        "Governor Hale is late, do you know?",
        "Governor Hale and Governor Roe, do you like tolls?",
        "Governor Hale, Governor Roe, do you like tolls?",
        "Jonas Hale, do you think he is right?",
        "Do you like tolls, Governor Hale?",
        'Governor Hale, in "you are late", misspoke.',
        "The Flood of 1912, do you know it?",
    ],
)
def test_what_is_no_call_of_a_stranger_misses_nobody(question):
    assert read(question).asked_as is None


def test_a_known_speaker_is_asked_before_a_stranger_who_is_called():
    assert read("Governor Hale, thank you. Minister Bern, do you agree?").asked == ("Oda Bern",)
    assert read("Governor Hale, do you know what Oda Bern said of tolls?").asked == ("Oda Bern",)


def test_a_call_by_a_full_name_with_a_typing_error_is_heard():
    reading = read("Oda Berne, do you like tolls?")
    assert (reading.asked, reading.misspelt, reading.topic) == (("Oda Bern",), True, "do you like tolls?")


@pytest.mark.parametrize("question", [question for question, _, _ in STRANGERS])
def test_a_missed_stranger_can_be_undone(question):
    reading = read_question(question, KNOWN, ignore={"asked"})
    assert (reading.absent, reading.topic) == (False, question)


def test_the_last_who_is_called_is_asked():
    assert read("Director Veld, thank you. Minister Bern, do you agree?").asked == ("Oda Bern",)


def test_a_name_called_twice_is_left_out_twice():
    assert read("Minister Bern, do you - - Minister Bern, do you agree?").topic == "do you - -, do you agree?"


def test_a_name_called_that_fits_two_speakers_asks():
    reading = read("Ash, do you like tolls?")
    assert (reading.choices, reading.asked) == (("Tobin Ash", "Lena Ash"),) * 2


def test_a_you_in_a_quotation_speaks_to_nobody():
    text = 'Oda Bern, in "you are late", misspoke.'
    quoted = [(text.index('"'), text.rindex('"') + 1)]
    assert address(text) is not None
    assert address(text, quoted=quoted) is None
    assert read(text).asked == ()


@pytest.mark.parametrize(
    ("text", "sure"),
    [("Bern, do you?", True), ("Do you, Oda Bern?", True), ("Are you well, Minister Bern?", True),
     ("Are you well, Oda Bern?", False)],
)  # fmt: skip
def test_it_is_said_how_sure_an_address_is(text, sure):
    assert address(text).sure == sure


def test_an_address_can_be_undone():
    question = "Minister Bern, do you think tolls are fair?"
    reading = read_question(question, KNOWN, ignore={"asked"})
    assert (reading.asked, reading.topic, reading.mentioned) == ((), question, ("Oda Bern",))


@pytest.mark.parametrize("question", [question for question, _, _ in STRANGERS])
def test_where_nobody_is_known_to_speak_nobody_is_called(question):
    assert read_question(question, Known()).asked_as is None
