from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, document

from corpus import UtteranceKind
from corpus.speakers.parsed import parse
from corpus.speakers.reported import (
    contents,
    cue_features,
    none_features,
    pair_features,
    scored,
    what_features,
    who_features,
)  # fmt: skip


def reports(text):
    """Return (who, what) for every report in a document."""
    read = document(text)
    return [
        (u.speaker or u.probably, p.text[u.start : u.end])
        for p in read.passages
        for u in p.utterances
        if u.kind is UtteranceKind.INDIRECT
    ]


@pytest.mark.parametrize("text", ["Oda Bern said: “It rained.”", "“It rained,” Oda Bern said."])
def test_a_whole_quotation_behind_its_cue_is_quoted_and_not_reported(text):
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Quell told the crew that the quay would hold.", ("Mara Quell", "that the quay would hold")),
        (
            "According to Mara Quell, the quay would hold all winter.",
            ("Mara Quell", "the quay would hold all winter"),
        ),
    ],
)
def test_who_reports_what_comes_out_of_a_plain_sentence(text, expected):
    assert reports(text) == [expected]


@pytest.mark.parametrize("text", ["Oda Bern walked home.", "The Lowmere Post stood there.", "The claim was old."])
def test_a_sentence_without_a_cue_reports_nothing(text):
    assert reports(text) == []


def test_reported_clauses_never_overlap_a_turn():
    text = "ODA BERN: Mara Quell said that the quay would hold.\n\nMARA QUELL: I said that it might.\n\n"
    kinds = [{u.kind for u in p.utterances} for p in document(text * 3).passages]
    assert kinds == [{UtteranceKind.TURN}] * 6


def test_none_is_scored_first_and_then_every_pair():
    parsed = parse("Oda Bern, the pilot, said that it rained.")
    cue = parsed.scan.lows.index("said")
    pairs, scores = scored(parsed, cue, parsed.by_cue[cue], {})
    assert scores == [0.0] * (len(pairs) + 1)
    assert pairs


def test_a_cue_that_surely_reports_nothing_is_not_looked_at_further():
    parsed = parse("Oda Bern said that it rained.")
    cue = parsed.scan.lows.index("said")
    assert scored(parsed, cue, parsed.by_cue[cue], {"none": 99.0}) == ([], [])


@given(any_text)
def test_no_feature_list_of_a_report_is_empty(text):
    parsed = parse(text)
    for cue, ties in parsed.by_cue.items():
        assert cue_features(parsed, cue)
        assert none_features(parsed, cue)
        assert all(who_features(parsed, tie) for tie in ties)
        for content in contents(parsed, cue, ties):
            assert what_features(parsed, content, ties[0].lemma)
            assert pair_features(content, ties[0])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The harbour would close for the winter, said Oda Bern.", "Oda Bern"),
        ("The quay was unsafe and should be shut, warned Mayor Sanna Veld.", "Sanna Veld"),
        ("Nobody had asked the crew, according to Tam Pell.", "Tam Pell"),
    ],
)
def test_a_clause_before_who_said_it_is_reported(text, who):
    assert reports(text)[0] == (who, text.split(", ")[0])


@pytest.mark.parametrize("phrase", ["In the end", "In the meantime", "On the quay"])
def test_a_phrase_before_who_said_it_hides_no_report(phrase):
    assert reports(f"{phrase} Oda Bern said the quay would hold.") == [("Oda Bern", "the quay would hold")]
