"""Reading as a whole: nothing breaks it, and nothing makes it slow."""

from __future__ import annotations

import dataclasses
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

import qa.reading
from corpus.errors import UsageError
from corpus.limits import MAX_QUESTION_CHARS
from qa.reading import Known, KnownSpeaker, Reading, read_question

WORDS = st.sampled_from(
    """What did Veld Sanna Oda Bern Ash the port director say about and his she else who said according to in 2014
    since 't’s "golden ring" -kind:turn speaker:Veld , . ? ! of Darvan's view on when discussing van der Horst
    林海月 why tell me""".split()
)
QUESTIONS = st.lists(WORDS, max_size=24).map(" ".join) | st.text(max_size=120)


def read(question, **more):
    try:
        return read_question(question, KNOWN, **more)
    except UsageError:
        return None


@given(QUESTIONS, QUESTIONS)
def test_no_question_breaks_the_reading_alone_or_after_another(first, second):
    reading = read(second, previous=read(first))
    if reading is not None:
        known = {speaker.name for speaker in KNOWN.speakers}
        assert known >= {*reading.asked, *reading.choices, *reading.mentioned}
        assert not set(reading.asked) & set(reading.mentioned)
        assert set(reading.choices) <= set(reading.asked)
        assert bool(reading.topic) == bool(reading.words)


@given(QUESTIONS)
def test_a_reading_is_json_and_says_whether_somebody_is_missed(question):
    reading = read(question)
    if reading is not None:
        form = json.loads(json.dumps(reading.to_dict()))
        assert form["absent"] == reading.absent
        assert form["must"] == list(reading.must)
        assert {f.name for f in dataclasses.fields(Reading)} | {"absent", "must"} == set(form)


@given(QUESTIONS, st.sets(st.sampled_from([f.name for f in dataclasses.fields(Reading)])))
def test_what_is_undone_is_empty(question, names):
    names -= {"topic", "words", "carried", "choices", "misspelt", "asked_as"}
    reading = read(question, ignore=names)
    if reading is not None:
        assert not any(getattr(reading, name) for name in names)


@pytest.mark.parametrize(
    "unit",
    ["a", "A ", "Van ", "van der Bel ", '"', "“ ", "what did ", "Veld's ", "the minister ", "- ", "in the 19",
     "the port director ", "since 2014 ", "1999-", "Jan. ", "A. ", "王", "Veld and Bern and ", "''s", "\u0301",
     " ", "Ash, ", "did Veld say ", "who ", "according to Veld ", "ly ", "between 2012 and ", "Mr. Hale of Lund "],
)  # fmt: skip
def test_a_hostile_question_is_read_in_time(unit):
    question = (unit * MAX_QUESTION_CHARS)[:MAX_QUESTION_CHARS]
    previous = read("What did Veld say in 2014?")
    began = time.process_time()
    read(question, previous=previous)
    assert time.process_time() - began < 2


def test_two_thousand_speakers_do_not_slow_a_question():
    speakers = [
        KnownSpeaker(f"Una{n} Velden{n}", (f"U. Velden{n}",), (f"warden of dam {n}",)) for n in range(2_000)
    ]
    known = Known(tuple(speakers), tuple(f"The floods of {1500 + n % 500}" for n in range(2_000)))
    questions = [f"What did Una{n} Velden{n} say about the floods in 1912?" for n in range(100)]
    assert read_question(questions[7], known).asked == ("Una7 Velden7",)
    began = time.process_time()
    for question in questions:
        read_question(question, known)
    assert (time.process_time() - began) / len(questions) < 0.05


TEMPLATES = st.sampled_from(
    [
        "What did {} say about {}?",
        "What does {} think of {}?",
        "What was {}'s view on {}?",
        "Summarize {}'s opinions on {}.",
        "According to {}, what is wrong with {}?",
        "Has {} ever said anything about {}?",
        "Tell me what {} said about {}",
        "{} on {}",
    ]
)
TOPICS = st.sampled_from(["tolls", "the ferry to Lund", "“golden” cranes", "peat, tides and tar", "risk in 2014"])
SYLLABLES = st.sampled_from("kal mor ren tav wel dug bex fin osh nim zar".split())
STRANGERS = st.tuples(SYLLABLES, SYLLABLES, SYLLABLES).map(lambda s: f"{s[0].title()}o {(s[1] + s[2]).title()}")


@given(TEMPLATES, st.sampled_from(KNOWN.speakers), TOPICS)
def test_every_known_speaker_is_asked_in_every_form_and_leaves_the_topic(template, speaker, topic):
    reading = read(template.format(speaker.name, topic))
    assert (reading.asked, reading.absent) == ((speaker.name,), False)
    assert topic in reading.topic
    assert speaker.name not in reading.topic


@given(TEMPLATES, STRANGERS, TOPICS)
def test_every_stranger_is_missed_in_every_form(template, name, topic):
    reading = read(template.format(name, topic))
    assert reading.asked == ()
    assert reading.absent or template.startswith("{} on")


@given(st.sampled_from(KNOWN.speakers), TOPICS)
def test_capitals_do_not_matter_to_a_known_name(speaker, topic):
    question = f"What did {speaker.name} say about {topic}?"
    assert read(question.lower()).asked == read(question.upper()).asked == read(question).asked


def test_a_reading_without_anything_in_it_is_the_default():
    assert read("") == Reading()


def test_the_window_shows_what_can_be_used():
    assert set(qa.reading.__all__) <= set(dir(qa.reading))
