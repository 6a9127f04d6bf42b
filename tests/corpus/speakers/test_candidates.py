from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.candidates import REACH, candidates
from corpus.speakers.marks import prefers_single
from corpus.speakers.parsed import parse
from corpus.speakers.surroundings import NOBODY, beside

WORDS = "“The harbour stays open tonight.”"


def rivals(*paragraphs, at=0, quote=0):
    """Return who may speak a quotation, as printed."""
    parsed = [parse(text) for text in paragraphs]
    found = candidates(parsed, beside(parsed, at, quote, None))
    return [parsed[c.paragraph].printed(c.chunk) if c.chunk >= 0 else None for c in found]


@pytest.mark.parametrize(
    "text",
    [
        f"Oda Bern said: {WORDS}",
        f"{WORDS} said Oda Bern.",
        f"Oda Bern looked up. {WORDS}",
        f"In Oda Bern’s own words, {WORDS}",
        f"According to Oda Bern, {WORDS}",
        f"Mara Quell, who met Tam Pell, watched Oda Bern. {WORDS}",
    ],
)
def test_whoever_is_named_beside_a_quotation_may_speak_it(text):
    assert "Oda Bern" in rivals(text)


@pytest.mark.parametrize("text", [WORDS, f"It rained. {WORDS}", f"Oda Bern said: {WORDS}"])
def test_nobody_is_always_a_rival(text):
    assert rivals(text)[0] is None


def test_who_stands_in_the_paragraph_before_may_speak_a_bare_quotation():
    assert "Oda Bern" in rivals("Oda Bern rose.", WORDS, at=1)


def test_who_stands_in_the_paragraph_behind_may_speak_a_bare_quotation():
    assert "Oda Bern" in rivals(WORDS, "Oda Bern had the last word.")


@pytest.mark.parametrize("text", [f"Oda Bern was told: {WORDS}", f"In London, she said: {WORDS}"])
def test_who_is_told_and_where_it_is_are_no_rivals(text):
    assert {"Oda Bern", "London"}.isdisjoint(rivals(text))


def test_a_subject_in_the_quotations_sentence_leaves_bystanders_of_others_out():
    assert rivals(f"Tam Pell left. Oda Bern said: {WORDS}") == [None, "Oda Bern"]


def test_who_spoke_last_stays_a_rival():
    parsed = [parse(f"{WORDS} said Oda Bern."), parse("It rained."), parse(f"{WORDS} It poured.")]
    before = next(c for c in candidates(parsed, beside(parsed, 0, 0, None)) if c != NOBODY)
    assert before in candidates(parsed, beside(parsed, 2, 0, before))


@given(any_text)
def test_no_rival_stands_twice_and_the_first_is_nobody(text):
    parsed = [parse(line, single=prefers_single(text)) for line in text.split("\n") if line.strip()]
    for at, paragraph in enumerate(parsed):
        for quote in range(len(paragraph.scan.quotes)):
            found = candidates(parsed, beside(parsed, at, quote, None))
            assert found[0] == NOBODY
            assert len({c[:2] for c in found}) == len(found)


def test_who_stands_far_off_in_a_paragraph_of_nothing_but_quotations_is_no_rival():
    text = "“Yes,” said Oda Bern. " * 200
    assert 0 < len(rivals(text, quote=100)) < REACH
    assert 0 < len(rivals(text, quote=100)) == len(rivals(text, quote=120))
