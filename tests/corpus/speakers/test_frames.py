from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.frames import PLAIN
from corpus.speakers.parsed import parse


def ties(text):
    """Return (who, cue) for every construction with nothing to guess."""
    parsed = parse(text)
    return {(parsed.printed(f.chunk), parsed.scan.words[f.cue]) for f in parsed.frames if f.relation in PLAIN}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Oda Bern said it rained.", ("Oda Bern", "said")),
        ("Henry reports that it rained.", ("Henry", "reports")),
        ("Oda Bern has never said so.", ("Oda Bern", "said")),
        ("Oda Bern on Monday told the crew.", ("Oda Bern", "told")),
        ("“No,” said Oda Bern.", ("Oda Bern", "said")),
        ("“No,” said the mayor, Oda Bern.", ("Oda Bern", "said")),
        ("According to Oda Bern, it rained.", ("Oda Bern", "According")),
        ("Oda Bern, the pilot, said so.", ("Oda Bern", "said")),
        ("Sen. Oda Bern (D-Mo.) said so.", ("Sen. Oda Bern", "said")),
        ("Oda Bern — then a pilot — said so.", ("Oda Bern", "said")),
        ("It was Oda Bern who said so.", ("who", "said")),
    ],
)
def test_a_verb_of_speech_is_tied_to_its_subject(text, tie):
    assert tie in ties(text)


def test_a_relative_clause_between_commas_leaves_the_outer_name_the_subject():
    found = ties("Oda Bern, who met Tam Pell, said it rained.")
    assert ("Oda Bern", "said") in found
    assert ("Tam Pell", "said") not in found


@pytest.mark.parametrize("before", ["The sister of", "A letter from", "They met with"])
def test_what_a_preposition_governs_is_no_plain_subject(before):
    assert ("Oda Bern", "said") not in ties(f"{before} Oda Bern said so.")


def test_a_subject_of_an_earlier_sentence_is_not_tied_to_a_later_verb():
    parsed = parse("Oda Bern left. It rained, and then said so.")
    assert "Oda Bern" not in {parsed.printed(f.chunk) for f in parsed.frames}


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Oda Bern was told so.", True),
        ("Oda Bern was probably told so.", True),
        ("Oda Bern was never told so.", True),
        ("Oda Bern told so.", False),
        ("Oda Bern was saying so.", False),
    ],
)
def test_a_passive_verb_says_so(text, passive):
    assert {f.passive for f in parse(text).frames} == {passive}


@pytest.mark.parametrize(
    "text",
    ["In Oda Bern’s own words it rained.", "The statement by Oda Bern was short.", "In her letter it rained."],
)
def test_who_owns_or_makes_words_is_tied_to_them(text):
    assert {f.lemma for f in parse(text).frames} & {"words", "statement", "letter"}


def test_a_verb_within_a_name_is_no_cue():
    assert parse("It stood in the Lowmere Post that day.").frames == []


@pytest.mark.parametrize("text", ["The claim was old.", "A new report was out.", "The cost of doubt was high."])
def test_a_noun_that_looks_like_a_verb_is_no_cue(text):
    assert parse(text).frames == []


@given(any_text)
def test_a_construction_spans_its_cue_and_its_chunk(text):
    parsed = parse(text)
    for frame in parsed.frames:
        chunk = parsed.chunks[frame.chunk]
        assert 0 <= frame.first <= min(frame.cue, chunk.first)
        assert max(frame.cue, chunk.last) <= frame.last < len(parsed.scan.words) or frame.cue == frame.last
        assert parsed.scan.folded[frame.cue] < 0
