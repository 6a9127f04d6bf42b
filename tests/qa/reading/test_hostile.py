"""Questions made to hurt: very long, very nested, very alike. Each part takes time in line with the length."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from corpus.errors import UsageError
from corpus.limits import MAX_QUESTION_CHARS
from qa.reading import Known, KnownSpeaker, read_question
from qa.reading.address import find_address
from qa.reading.asking import find_asking
from qa.reading.naming import find_namings
from qa.reading.period import find_period
from qa.reading.syntax import read_syntax
from qa.reading.tokens import tokens
from qa.reading.topic import without_words
from qa.reading.who import asks_who

UNITS = [
    "Veld, ", "Veld and ", "Veld, you ", "Minister Bern, the ", "you, Oda Bern, ", "Sanna Veld, is ", "Mr. ",
    "who, ", "VELD ", "VELD, ", "Minister Bern, who ", "Governor Hale, who, your ",
    '"you" ', '"" ', "“”", "speaker:", "-", "since 2014 until ", "in 1999 - ", "who says ", "which people want ",
    "the minister's ", "what about ", "and in ", "said, said ", "van der ", "A. B. ", "( [ ", "\u200b", "e\u0301",
]  # fmt: skip


def seconds(work):
    began = time.process_time()
    work()
    return time.process_time() - began


def filled(unit, length=MAX_QUESTION_CHARS):
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("unit", UNITS)
def test_each_part_reads_a_hostile_question_in_time(unit):
    text = filled(unit)
    words = tokens(text)
    namings = find_namings(text, words, KNOWN)
    parts = {
        "tokens": lambda: tokens(text),
        "syntax": lambda: read_syntax(text, ("speaker",)),
        "namings": lambda: find_namings(text, words, KNOWN),
        "asking": lambda: find_asking(words, namings),
        "address": lambda: find_address(words, namings),
        "who": lambda: asks_who(words),
        "period": lambda: find_period(text),
    }
    assert {name: took for name, part in parts.items() if (took := seconds(part)) > 2} == {}


@pytest.mark.parametrize("unit", [*UNITS[:5], *(pytest.param(unit, marks=pytest.mark.slow) for unit in UNITS[5:])])
def test_time_grows_with_the_length_and_not_its_square(unit):
    if unit == "speaker:":
        unit = "speaker: "
    short, long = filled(unit, 2_000), filled(unit, 32_000)
    read_question(short, KNOWN)
    # The least of three: a busy machine or a collection of garbage makes one run long, and seldom all.
    one, sixteen = (min(seconds(lambda t=t: read_question(t, KNOWN)) for _ in range(3)) for t in (short, long))
    assert sixteen < max(120 * one, 0.2)  # the square would take 256 times


@pytest.mark.parametrize("length", [0, 1, 2, MAX_QUESTION_CHARS - 1, MAX_QUESTION_CHARS])
@pytest.mark.parametrize("unit", ["a", "Veld ", "王", "?", " "])
def test_a_question_of_any_length_keeps_its_words(unit, length):
    reading = read_question(filled(unit, length), KNOWN)
    assert reading.words.replace(" ", "") == filled(unit, length).replace(" ", "")
    assert any(c.isalnum() for c in reading.topic) == any(c.isalnum() for c in filled(unit, length))


def test_very_many_gaps_are_left_out_in_time():
    text = filled("Veld, tolls ")
    words = tokens(text)
    every_other = [(n, n + 1) for n in range(0, len(words), 2)]
    assert seconds(lambda: without_words(text, words, every_other)) < 0.3


def test_a_name_that_thousands_bear_is_read_in_time():
    known = Known(tuple(KnownSpeaker(f"Una{n} Roe") for n in range(3_000)))
    reading = read_question("What did Roe say about tolls?", known)
    assert len(reading.choices) == 3_000
    assert seconds(lambda: read_question("What did Roe say about tolls?", known)) < 0.3


def test_speakers_with_very_long_names_and_roles_are_read_in_time():
    long = " ".join(f"Abel{n}" for n in range(400))
    known = Known(tuple(KnownSpeaker(f"{long} Roe{n}", (long,), (f"minister of {long}",)) for n in range(20)))
    assert read_question("What did the minister say?", known).asked_as is None
    assert seconds(lambda: read_question(filled("Abel1 Abel2 "), known)) < 0.3


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.integers(1, 40))
def test_no_mixture_breaks_the_reading(one, other, times):
    text = (one + other) * times
    with suppress(UsageError):  # a filter's value may be too long
        reading = read_question(text, KNOWN, ignore=("speaker",))
        assert set(reading.asked) <= {speaker.name for speaker in KNOWN.speakers}
