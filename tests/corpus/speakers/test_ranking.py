from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.candidates import candidates
from corpus.speakers.marks import prefers_single
from corpus.speakers.parsed import parse
from corpus.speakers.ranking import features, scores
from corpus.speakers.surroundings import beside
from corpus.speakers.weights import score


class Odd(dict):
    """A table that weighs every feature, each differently."""

    def get(self, name, default=0.0):
        return zlib.crc32(name.encode()) % 997 / 997 - 0.5


def each_quotation(text):
    parsed = [parse(line, single=prefers_single(text)) for line in text.split("\n") if line.strip()]
    for at, paragraph in enumerate(parsed):
        for quote in range(len(paragraph.scan.quotes)):
            about = beside(parsed, at, quote, None)
            yield parsed, about, candidates(parsed, about)


@given(any_text)
def test_no_feature_list_of_a_rival_is_empty(text):
    for parsed, about, found in each_quotation(text):
        assert all(features(parsed, about, rival) for rival in found)


@given(any_text)
def test_a_score_is_what_the_weights_of_the_features_add_up_to(text):
    for parsed, about, found in each_quotation(text):
        expected = [score(Odd(), features(parsed, about, rival)) for rival in found]
        assert scores(parsed, about, found, Odd()) == pytest.approx(expected)
