"""The parts of a reading as chips."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, hit, read_everywhere
from ui_html import elements, foreign

from qa.reading import AskedPeriod, Reading
from ui.reading import DROPPABLE, Part, reading_parts
from ui.render.chips import choice_chips, dropped_chips, reading_chips

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
BERNS = Reading(asked=("Oda Bern", "Otto Bern"), asked_as="Bern", choices=("Oda Bern", "Otto Bern"))


def chips(reading, *, searched=0, passages=0, number=0):
    found = replace(answer(hit(), reading=reading), searched=searched, passages=passages)
    return elements(reading_chips(found, number))


def labels(reading):
    return [e.attributes["aria-label"] for e in chips(reading) if e.tag == "button"]


def test_a_plain_question_has_no_chips():
    assert reading_chips(answer(hit()), 0) == ""


def test_each_part_is_a_button_that_says_what_it_removes():
    reading = Reading(asked=("Jane Roe",), asked_as="Roe", period=AskedPeriod("in 2014"), source="harbour")
    assert labels(reading) == [
        "Remove: words of Jane Roe (“Roe”)", "Remove: in 2014", "Remove: only source “harbour”"
    ]  # fmt: skip


@given(TEXT, st.integers(0, 99))
def test_every_part_of_a_reading_has_its_chip_with_its_turn_and_name(words, number):
    reading = read_everywhere(words)
    found = [e.attributes["data-or-value"] for e in chips(reading, number=number) if e.tag == "button"]
    assert found == [f"{number}-{part.name}" for part in reading_parts(reading) if part.name]
    assert {value.split("-")[1] for value in found} <= DROPPABLE


@given(TEXT)
def test_no_text_adds_an_element_or_attribute(words):
    found = answer(hit(), reading=read_everywhere(words), question=words)
    html = reading_chips(found, 0) + dropped_chips([Part("asked", words)], 0) + choice_chips(found)
    assert foreign(html) == []
    assert words in [e.text for e in elements(html)]


def test_what_the_last_question_gave_is_told_apart_and_goes_as_a_whole_too():
    reading = Reading(asked=("Jane Roe",), asked_as="Roe", carried=("asked", "topic"), topic="the canal")
    assert labels(reading) == [
        "Remove: words of Jane Roe (from the last question)",
        "Remove: topic “the canal” (from the last question)",
        "Remove: goes on from the last question (from the last question)",
    ]


def test_somebody_absent_can_be_left_out_too():
    assert labels(Reading(asked_as="Warden Tolliver")) == ["Remove: words of Warden Tolliver"]


def test_a_name_that_fits_two_can_be_left_out_and_settled():
    assert labels(BERNS) == ["Remove: words of Bern"]
    found = elements(choice_chips(answer(hit(), reading=BERNS, question="What did Bern say?")))
    assert [(e.text, e.attributes["data-or-value"]) for e in found if e.tag == "button"] == [
        ("Only Oda Bern", 'What did Bern say? speaker:"Oda Bern"'),
        ("Only Otto Bern", 'What did Bern say? speaker:"Otto Bern"'),
    ]


def test_a_name_that_was_settled_is_not_asked_for_again():
    assert choice_chips(answer(hit(), reading=replace(BERNS, speaker="Oda Bern"))) == ""


def test_words_that_bind_nothing_cannot_be_left_out():
    (fixed,) = [e for e in chips(Reading(phrases=("golden gate",), words="word " * 40)) if "or-fixed" in e.classes]
    assert (fixed.tag, fixed.text) == ("span", "the words quoted need not stand so, as the question is long")


@pytest.mark.parametrize(("searched", "said"), [(3, ["3 of 26 passages"]), (0, ["0 of 26 passages"]), (26, [])])
def test_how_many_passages_the_filters_left_is_said_where_they_left_some_out(searched, said):
    found = chips(Reading(source="harbour"), searched=searched, passages=26)
    assert [e.text for e in found if "or-count" in e.classes] == said
