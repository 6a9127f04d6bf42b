"""Questions that lean on the one before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import read_question

FIRST = "What did Veld say about cranes in Lund in 2014?"
YEAR = "2014-01-01"


def ask(*questions, ignore=()):
    reading = None
    for n, question in enumerate(questions, 1):
        reading = read_question(question, KNOWN, previous=reading, ignore=ignore if n == len(questions) else ())
    return reading


@pytest.mark.parametrize(
    ("question", "asked", "topic", "carried"),
    [
        ("and what about Gaza?", "Sanna Veld", "Gaza?", {"asked", "period"}),
        ("How about the ferry?", "Sanna Veld", "the ferry?", {"asked", "period"}),
        ("and the ferry", "Sanna Veld", "the ferry", {"asked", "period"}),
        ("what about it?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("what else did she say?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("Why did she say that?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        (
            "What did she tell Bern about that?",
            "Sanna Veld",
            "cranes in Lund in 2014?",
            {"asked", "period", "topic"},
        ),
        ("why?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("Anything else?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("tell me more", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("and her opinion?", "Sanna Veld", "cranes in Lund in 2014?", {"asked", "period", "topic"}),
        ("did she mention ports?", "Sanna Veld", "ports?", {"asked"}),
        ("what else did he say about ports?", "Sanna Veld", "ports?", {"asked"}),
        ("but what did they say about ports?", "Sanna Veld", "ports?", {"asked"}),
        ("what is her view on tolls?", "Sanna Veld", "tolls?", {"asked"}),
        ("what about her view on tolls?", "Sanna Veld", "tolls?", {"asked"}),
        ("what about Bern?", "Oda Bern", "cranes in Lund in 2014?", {"period", "topic"}),
        ("and Oda Bern?", "Oda Bern", "cranes in Lund in 2014?", {"period", "topic"}),
        ("How about the Supreme Warden?", "Qassem Darvan", "cranes in Lund in 2014?", {"period", "topic"}),
        ("What did Bern say about that?", "Oda Bern", "cranes in Lund in 2014?", {"period", "topic"}),
        ("And what did Bern say?", "Oda Bern", "cranes in Lund in 2014?", {"period", "topic"}),
    ],
)
def test_what_is_left_out_is_taken_over(question, asked, topic, carried):
    reading = ask(FIRST, question)
    assert (reading.asked, reading.topic, set(reading.carried)) == ((asked,), topic, carried)
    assert (reading.period is not None and reading.period.since == YEAR) == ("period" in carried)


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("and in 2015?", "2015-01-01", "2015-12-31"),
        ("in 2015?", "2015-01-01", "2015-12-31"),
        ("And before 2013?", None, "2012-12-31"),
        ("what about since 2016?", "2016-01-01", None),
    ],
)
def test_another_time_keeps_speaker_and_topic(question, since, until):
    reading = ask(FIRST, question)
    assert (reading.period.since, reading.period.until) == (since, until)
    assert (reading.asked, reading.topic) == (("Sanna Veld",), "cranes in Lund?")
    assert set(reading.carried) == {"asked", "topic"}


@pytest.mark.parametrize("question", ["Who said that?", "and who disagreed?", "Who else said so?"])
def test_who_else_takes_over_the_topic_alone(question):
    reading = ask(FIRST, question)
    assert (reading.who, reading.asked, reading.topic) == (True, (), "cranes in Lund in 2014?")


@pytest.mark.parametrize(
    "question",
    [
        "What did Bern say about peat?",
        "What did Bern say?",
        "What is the capital of the province?",
        "golden ring resistance",
        "Who promised a bridge?",
        "did it work?",
        "What did Orlev say about gas?",
        "speaker:Bern peat",
    ],
)
def test_a_complete_question_takes_over_nothing(question):
    assert ask(FIRST, question) == ask(question)


@pytest.mark.parametrize(
    "question",
    ["and what about Gaza?", "what else did he say?", "and in 2015?", "why?", "What did Bern say about that?"],
)
def test_without_a_question_before_nothing_is_taken_over(question):
    assert ask(question).carried == ()


def test_a_pronoun_that_asks_for_no_words_mentions_the_speaker():
    reading = ask(FIRST, "When did she resign?")
    assert (reading.asked, reading.mentioned, reading.carried) == ((), ("Sanna Veld",), ("mentioned",))


def test_follow_ups_follow_each_other():
    reading = ask(FIRST, "and what about Gaza?", "and in 2015?", "why?")
    assert (reading.asked, reading.topic, reading.period.since) == (("Sanna Veld",), "Gaza?", "2015-01-01")


def test_a_stranger_asked_for_stays_a_stranger():
    reading = ask("What did Orlev say about gas?", "What else did he say?")
    assert (reading.absent, reading.asked_as, reading.topic) == (True, "Orlev", "gas?")


def test_choices_left_open_stay_open():
    assert ask("What did Ash say about tolls?", "what about ports?").choices == ("Tobin Ash", "Lena Ash")


def test_keywords_are_a_topic_to_follow():
    reading = ask("golden ring", "and in 2015?")
    assert (reading.topic, reading.words, reading.asked) == ("golden ring", "golden ring", ())


def test_the_words_searched_hold_a_topic_taken_over():
    assert ask(FIRST, "why?").words == "cranes in Lund in 2014?"


def test_a_question_about_nothing_in_particular_hands_on_no_topic():
    reading = ask("What did Veld say in 2014?", "what about Bern?")
    assert (reading.asked, reading.carried) == (("Oda Bern",), ("period",))


@pytest.mark.parametrize("name", ["asked", "period", "topic"])
def test_one_part_taken_over_can_be_undone(name):
    reading = ask(FIRST, "why?", ignore=(name,))
    assert name not in reading.carried
    assert len(reading.carried) == 2
    assert {"asked": reading.asked == (), "period": reading.period is None, "topic": reading.topic == "why?"}[name]


def test_all_that_was_taken_over_can_be_undone():
    assert ask(FIRST, "why?", ignore=("carried",)) == ask("why?")


@pytest.mark.parametrize("question", ["And you, Bern?", "and you, Minister Bern?", "What about you, Oda Bern?"])
def test_the_next_who_is_spoken_to_is_asked_the_same(question):
    reading = ask("Veld, do you like tolls?", question)
    assert (reading.asked, reading.topic, reading.carried) == (("Oda Bern",), "do you like tolls?", ("topic",))


def test_a_topic_taken_over_says_no_more_whom_the_first_question_was_put_to():
    assert "Veld" not in ask("Veld, do you like tolls?", "And you, Bern?").words


FIRSTS = st.sampled_from(
    [
        FIRST,
        "What did Orlev say about gas?",
        "Who promised a bridge in 2012?",
        "Veld, do you like tolls?",
        "golden ring",
        "Why did Veld oppose Oda Bern?",
        'What did Ash say about "no deal" since 2013?',
        "",
    ]
)
FOLLOWING = st.sampled_from(
    [
        "and in 2015?",
        "what about Gaza?",
        "what about Bern?",
        "why?",
        "what else did she say?",
        "did he mention ports?",
        "her view on tolls",
        "who else?",
        "When did she resign?",
        "And you, Bern?",
        "What did Bern say about peat?",
        "tell me more",
        "since 2016",
        "?",
    ]
)
FIELDS = {"asked", "period", "topic", "mentioned"}


@given(FIRSTS, FOLLOWING)
def test_what_is_taken_over_is_as_it_was_and_what_is_not_is_the_questions_own(first, second):
    before, reading, alone = ask(first), ask(first, second), ask(second)
    assert set(reading.carried) <= FIELDS
    assert reading.period == (before if "period" in reading.carried else alone).period
    if "asked" in reading.carried:
        assert (reading.asked, reading.asked_as, reading.choices) == (
            before.asked,
            before.asked_as,
            before.choices,
        )
    else:  # "what about Bern?" asks for Bern's words only behind another question
        assert reading.asked in {alone.asked, alone.mentioned}


@given(FIRSTS, FOLLOWING)
def test_a_topic_taken_over_was_the_one_before_but_for_its_time(first, second):
    before, reading = ask(first), ask(first, second)
    if "topic" in reading.carried:
        assert set(reading.topic.strip("?").split()) <= set(before.topic.strip("?").split())
        assert reading.words == reading.topic


@given(FIRSTS, FOLLOWING)
def test_filters_and_phrases_are_never_taken_over(first, second):
    reading = ask(f"speaker:Veld -source:blog {first}", second)
    assert (reading.speaker, reading.not_source, reading.phrases) == (None, (), ())


@given(FIRSTS, st.lists(FOLLOWING, max_size=5))
def test_a_long_talk_never_breaks_and_never_asks_for_nothing(first, following):
    reading = ask(first, *following)
    assert not set(reading.asked) & set(reading.mentioned)
    assert bool(reading.topic) == bool(reading.words)


@given(FIRSTS, FOLLOWING, st.sets(st.sampled_from(sorted(FIELDS))))
def test_no_part_that_is_undone_is_taken_over(first, second, names):
    assert not set(ask(first, second, ignore=names).carried) & names
