"""The scores of the lexical index against the formula written out, passage by passage and word by word."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.lexical import AROUND, K1, B, Field, Lexical, build
from embeddings.tokens import stems

WORDS = [
    "ferry",
    "ferries",
    "lock",
    "keeper",
    "the",
    "Skarholm",
    "Quds",
    "Qods",
    "水門",
    "кран",
    "U.N.",
    "nine",
    ".",
]
phrases = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
corpora = st.lists(st.tuples(phrases, phrases, st.integers(0, 3)), min_size=1, max_size=9).map(
    lambda rows: [Field(text, head, n) for text, head, n in sorted(rows, key=lambda row: row[2])]
)


class Slow:
    """BM25 as the formula says it."""

    def __init__(self, fields):
        self.fields = fields
        self.texts = [stems(f.text) for f in fields]
        self.wholes = [stems(f.text) + stems(f.head) for f in fields]

    def around(self, row):
        return [
            n
            for n in range(row - AROUND, row + AROUND + 1)
            if 0 <= n < len(self.fields) and self.fields[n].document == self.fields[row].document
        ]

    def bm25(self, counts, row, lengths, found):
        lengths = [max(1, n) for n in lengths]
        mean = sum(lengths) / len(lengths)
        rarity = math.log(1 + (len(self.fields) - found + 0.5) / (found + 0.5))
        return rarity * counts * (K1 + 1) / (counts + K1 * (1 - B + B * lengths[row] / mean))

    def words(self, question):
        lengths = [len(whole) for whole in self.wholes]
        for row, whole in enumerate(self.wholes):
            asked = dict.fromkeys(stems(question))
            yield sum(self.bm25(whole.count(s), row, lengths, sum(s in w for w in self.wholes)) for s in asked)

    def pairs(self, question):
        lengths = [len(whole) for whole in self.wholes]
        asked = list(pairwise(dict.fromkeys(stems(question))))
        counts = [[list(pairwise(text)).count(pair) for pair in asked] for text in self.texts]
        found = [sum(row[n] > 0 for row in counts) for n in range(len(asked))]
        for row in range(len(self.fields)):
            yield sum(self.bm25(counts[row][n], row, lengths, found[n]) for n in range(len(asked)))

    def surroundings(self, question):
        lengths = [sum(len(self.texts[n]) for n in self.around(row)) for row in range(len(self.fields))]
        for row in range(len(self.fields)):
            near = [s for n in self.around(row) for s in self.texts[n]]
            asked = dict.fromkeys(stems(question))
            yield sum(self.bm25(near.count(s), row, lengths, sum(s in w for w in self.wholes)) for s in asked)


@given(corpora, phrases)
def test_the_scores_are_those_of_the_formula(fields, question):
    index, slow = Lexical(build(fields)), Slow(fields)
    query, every = index.query(question), np.arange(len(fields))
    assert index.scores(query) == pytest.approx(list(slow.words(question)), rel=1e-4)
    assert index.pair_scores(query) == pytest.approx(list(slow.pairs(question)), rel=1e-4)
    assert index.surrounding_scores(query, every) == pytest.approx(list(slow.surroundings(question)), rel=1e-4)


@given(corpora, phrases, st.data())
def test_surroundings_of_some_rows_are_those_of_all(fields, question, data):
    index = Lexical(build(fields))
    query = index.query(question)
    rows = np.array(data.draw(st.lists(st.integers(0, len(fields) - 1))), dtype=np.int64)
    every = index.surrounding_scores(query, np.arange(len(fields)))
    assert index.surrounding_scores(query, rows).tolist() == every[rows].tolist()


@given(corpora, st.integers(-4, 4))
def test_a_row_stands_beside_those_of_its_own_document_only(fields, step):
    count = len(fields)
    there = [0 <= n + step < count and fields[n].document == fields[n + step].document for n in range(count)]
    assert Lexical(build(fields)).beside(np.arange(count), step).tolist() == there


@given(corpora, phrases)
def test_the_rows_with_a_word_are_those_of_the_texts(fields, question):
    index, slow = Lexical(build(fields)), Slow(fields)
    for stem in stems(question):
        holding = [n for n, whole in enumerate(slow.wholes) if stem in whole]
        assert index.rows_with([stem]).tolist() == holding
    some = stems(question)[:2]
    assert index.rows_with(some).tolist() == [n for n, w in enumerate(slow.wholes) if set(some) & set(w)]


@given(corpora, phrases)
def test_a_phrase_is_in_the_rows_whose_text_has_it(fields, phrase):
    index, wanted = Lexical(build(fields)), stems(phrase)
    found = index.phrase_rows(wanted)
    if not wanted:
        assert found is None
        return
    texts = [f"\n{chr(10).join(text)}\n" for text in Slow(fields).texts]
    holding = [n for n, text in enumerate(texts) if f"\n{chr(10).join(wanted)}\n" in text]
    assert found.tolist() == holding


LOCK = [Field("The lock keeper sang.", "Gates of the quay"), Field("The keeper left the lock."), Field("Rain.")]


@pytest.mark.parametrize(
    ("question", "rows"),
    [("lock keeper", [0]), ("keeper lock", []), ("sang gates", []), ("gates quay", []), ("keeper left", [1])],
)
def test_a_pair_stands_side_by_side_in_the_text_and_never_across_its_end(question, rows):
    index = Lexical(build(LOCK))
    assert np.flatnonzero(index.pair_scores(index.query(question))).tolist() == rows


def test_a_head_counts_for_single_words_and_not_for_surroundings_or_phrases():
    index = Lexical(build(LOCK))
    query = index.query("gates")
    assert np.flatnonzero(index.scores(query)).tolist() == [0]
    assert index.surrounding_scores(query, np.arange(3)).tolist() == [0, 0, 0]
    assert index.phrase_rows(stems("gates quay")).tolist() == []


def test_surroundings_reach_two_passages_and_end_with_the_document():
    fields = [Field("lock", document=0), *(Field("rain", document=1) for _ in range(3)), Field("lock", document=1)]
    index = Lexical(build(fields))
    near = index.surrounding_scores(index.query("lock"), np.arange(5)) > 0
    assert near.tolist() == [True, False, True, True, True]


def test_a_word_that_is_asked_for_twice_or_in_two_spellings_counts_once():
    index = Lexical(build([Field("The Quds bridge."), Field("A bridge.")]))
    thrice, once = (index.scores(index.query(asked)).tolist() for asked in ("Qods Quds quds", "Quds"))
    assert thrice == once
