"""The value that a reading is."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import AskedPeriod, Reading, read_question


def test_a_reading_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Reading().topic = "cranes"


@pytest.mark.parametrize(
    ("reading", "absent"),
    [
        (Reading(), False),
        (Reading(asked_as="Orlev"), True),
        (Reading(asked_as="Veld", asked=("Sanna Veld",)), False),
        (Reading(speaker="Orlev"), False),
    ],
)
def test_somebody_is_absent_who_is_asked_and_not_known(reading, absent):
    assert reading.absent == absent


def test_a_reading_is_given_as_json_values():
    form = Reading(asked=("Sanna Veld",), period=AskedPeriod("since 2013", "2013-01-01")).to_dict()
    assert form["asked"] == ["Sanna Veld"]
    assert form["period"] == {"as_printed": "since 2013", "since": "2013-01-01", "until": None}


@pytest.mark.parametrize(
    ("around", "must"),
    [(0, True), (1, True), (25, True), (26, False), (60, False)],
)
def test_phrases_must_occur_unless_the_question_is_long_prose_around_them(around, must):
    reading = read_question(f'{"tolls " * around}"golden ring"', KNOWN)
    assert reading.phrases == ("golden ring",)
    assert reading.must == (reading.phrases if must else ())


def test_the_words_inside_quotation_marks_do_not_make_a_question_long():
    inside = " ".join(f"peat{n}" for n in range(40))
    assert read_question(f'Who said " {inside} " and "golden ring"?', KNOWN).must == (inside, "golden ring")


@pytest.mark.parametrize("mark", ["-", "- -", "?", "…", "|"])
def test_marks_alone_are_no_words(mark):
    assert read_question(f'{f"tolls {mark} " * 25}"golden ring"', KNOWN).must == ("golden ring",)


def test_filters_do_not_make_a_question_long():
    filters = " ".join(f"-source:paper{n}" for n in range(30))
    assert read_question(f'"golden ring" {filters}', KNOWN).must == ("golden ring",)


def test_without_phrases_nothing_must_occur():
    assert read_question("What did Veld say about tolls?", KNOWN).must == ()
    assert read_question('Who said "golden ring"?', KNOWN, ignore={"phrases"}).must == ()


def test_what_must_occur_is_in_the_json_form():
    assert Reading(phrases=("golden ring",), words='"golden ring"').to_dict()["must"] == ["golden ring"]
    assert Reading(phrases=("golden ring",), words="peat " * 40).to_dict()["must"] == []


@given(st.lists(st.sampled_from(["tolls", "peat", '"golden ring"', "“iron gate”", "-", "why?"]), max_size=60))
def test_all_phrases_must_occur_or_none(pieces):
    reading = read_question(" ".join(pieces), KNOWN)
    around = sum(piece in {"tolls", "peat", "why?"} for piece in pieces)
    assert reading.must == (reading.phrases if around <= 25 else ())
