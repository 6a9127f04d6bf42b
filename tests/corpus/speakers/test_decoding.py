from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus import UtteranceKind
from corpus.speakers.decoding import announcing, block_found, quoted, told
from corpus.speakers.marks import prefers_single
from corpus.speakers.parsed import parse
from corpus.speakers.surroundings import NOBODY
from corpus.speakers.weights import shipped

WORDS = "“The harbour stays open tonight, whatever the council may decide.”"


def found(*paragraphs):
    return [f for _, f in quoted([parse(text) for text in paragraphs], shipped())]


def first(parsed, rivals):
    candidate = rivals[0][0]
    return None if candidate == NOBODY else parsed.printed(candidate.chunk)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Oda Bern said: {WORDS}", "Oda Bern"),
        (f"{WORDS[:-2]},” said Oda Bern.", "Oda Bern"),
        (f"Oda Bern never said: {WORDS}", None),
        (f"Oda Bern denied saying: {WORDS}", None),
        (f"It is not true that Oda Bern said: {WORDS}", None),
        (f"{WORDS[:-2]},” Oda Bern said, quoting Tam Pell.", None),
    ],
)
def test_the_likeliest_rival_speaks_and_disowned_words_have_none(text, speaker):
    (one,) = found(text)
    assert first(parse(text), one.rivals) == speaker


def test_disowned_words_have_no_other_rival_left():
    assert found(f"Oda Bern never said: {WORDS}")[0].rivals == [(NOBODY, 1.0)]


@pytest.mark.parametrize(
    "text", ["Bern read a novel called “The Harbour Stays Open Tonight”.", "It was a “new dawn” for the port."]
)
def test_titles_and_terms_are_not_found(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Oda Bern said: {WORDS}", UtteranceKind.DIRECT),
        ("Oda Bern said that it was “the best quay of the whole north”.", UtteranceKind.PART),
    ],
)
def test_a_whole_sentence_is_direct_and_a_piece_of_one_is_a_part(text, kind):
    assert [f.kind for f in found(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "announced"),
    [(f"Oda Bern said: {WORDS}", True), (f"It went on: {WORDS}", True), (f"Oda Bern looked up. {WORDS}", False)],
)
def test_a_colon_or_a_cue_announces_a_quotation(text, announced):
    assert [f.announced for f in found(text)] == [announced]


def test_a_quotation_says_how_many_words_it_has():
    assert [f.words for f in found(f"Oda Bern said: {WORDS}")] == [10]


def test_quotations_come_with_the_number_of_their_paragraph_past_those_that_are_no_prose():
    paragraphs = [None, parse(f"Oda Bern said: {WORDS}"), None, parse(f"Tam Pell said: {WORDS}")]
    assert [at for at, _ in quoted(paragraphs, shipped())] == [1, 3]


def test_a_block_quotation_is_given_to_who_announces_it():
    paragraphs = [announcing(parse("Oda Bern wrote to the crews:"), "We keep the lamps lit.")]
    one = block_found(paragraphs, 0, shipped())
    assert (one.kind, one.start, one.end) == (UtteranceKind.BLOCK, 0, 22)
    assert first(paragraphs[0], one.rivals) == "Oda Bern"


def test_nothing_that_is_no_prose_announces():
    assert announcing(None, "We keep the lamps lit.") is None


@given(any_text)
def test_rivals_come_best_first_and_their_probabilities_are_probabilities(text):
    parsed = [parse(line, single=prefers_single(text)) for line in text.split("\n")]
    for at, one in quoted(parsed, shipped()):
        shares = [share for _, share in one.rivals]
        assert shares == sorted(shares, reverse=True)
        assert 0 < sum(shares) <= 1 + 1e-9
        assert 0 <= one.said <= 1 + 1e-9
        assert 0 <= one.start < one.end <= len(parsed[at].scan.text)


@given(any_text)
def test_a_cue_reports_one_clause_at_most_and_its_subject_is_named(text):
    parsed = parse(text)
    clauses = list(told(parsed, 0, shipped()))
    cues = [f.rivals[0][0].frame.cue for f in clauses]
    assert len(set(cues)) == len(cues)
    assert all(0 <= f.start < f.end <= len(text) and f.rivals[0][0].chunk >= 0 for f in clauses)
