from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import IndexDamagedError
from corpus.model import text_digest
from embeddings import sentences
from embeddings.arrays import packed, unpacked
from embeddings.sentences import Sentences, build

#: How many sentences each passage has.
SIZES = [2, 0, 3, 1, 0]
OWNERS = [(p, n * 10, n * 10 + 9) for p, size in enumerate(SIZES) for n in range(size)]
DIGESTS = [text_digest(f"sentence {n}") for n in range(len(OWNERS))]


def _unit(count, dimension, seed=0):
    rows = np.random.default_rng(seed).standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


ROWS = _unit(len(OWNERS), 24)
DATA = build(ROWS, OWNERS, DIGESTS, len(SIZES))


@pytest.fixture(scope="module")
def index():
    return Sentences(DATA)


def _again(data, owners=OWNERS, digests=DIGESTS):
    """Build once more from the vectors that a build has kept."""
    found = Sentences(data)
    known = found.known()
    return build(np.array([known[d] for d in digests]), owners, digests, found.passages)


def test_the_spans_are_those_that_went_in(index):
    assert [(p, *span) for p in range(len(SIZES)) for span in index.spans(p)] == OWNERS
    assert (index.count, index.passages) == (len(OWNERS), len(SIZES))


def test_cosines_are_those_of_the_passages_own_sentences(index):
    for vector in _unit(5, 24, seed=1):
        found = [c for position in range(len(SIZES)) for c in index.cosines(vector, position)]
        assert found == pytest.approx(list(ROWS @ vector), abs=0.01)


@given(st.integers(0, 10**6), st.sampled_from([32, 384, 768]))
def test_a_byte_for_each_figure_costs_less_than_a_hundredth_of_a_cosine(seed, dimension):
    rows = _unit(20, dimension, seed)
    index = Sentences(build(rows, [(0, 0, 1)] * 20, [text_digest(str(n)) for n in range(20)], 1))
    vector = _unit(1, dimension, seed + 1)[0]
    assert np.abs(index.cosines(vector, 0) - rows @ vector).max() < 0.01
    assert np.abs(index.cosines(rows[0], 0) - rows @ rows[0]).max() < 0.01


def test_real_sentences_lose_less_than_a_hundredth(minilm):
    said = [
        "The ferry was late.",
        "Who pays for the lamps?",
        "Nobody swims in March.",
        "Ohne Boot kein Markt.",
        "x",
    ]
    rows = minilm.encode(said)
    index = Sentences(build(rows, [(0, 0, 1)] * len(said), [text_digest(s) for s in said], 1))
    assert max(np.abs(index.cosines(row, 0) - rows @ row).max() for row in rows) < 0.01


figures = st.floats(-1, 1, width=32, allow_subnormal=False)


@given(st.lists(st.lists(figures, min_size=4, max_size=4), min_size=1, max_size=6))
def test_doing_it_again_changes_nothing(rows):
    owners = [(n, 0, 1) for n in range(len(rows))]
    digests = [text_digest(str(n)) for n in range(len(rows))]
    data = build(np.array(rows, dtype=np.float32), owners, digests, 6)
    assert _again(data, owners, digests) == data


@given(st.integers(0, 10**6))
def test_unit_vectors_kept_again_and_again_never_drift(seed):
    data = build(_unit(len(OWNERS), 384, seed), OWNERS, DIGESTS, len(SIZES))
    assert _again(_again(data)) == data


def test_the_best_is_the_nearest_of_the_cosines(index):
    for vector in _unit(20, 24, seed=2):
        expected = [max(index.cosines(vector, p), default=-1.0) for p in range(len(SIZES))]
        assert index.best(vector, np.arange(len(SIZES))) == pytest.approx(expected, abs=1e-6)


@given(st.lists(st.integers(0, len(SIZES) - 1), max_size=12))
def test_passages_may_be_asked_for_in_any_order_and_more_than_once(positions):
    index, vector = Sentences(DATA), ROWS[0]
    found = index.best(vector, np.array(positions, dtype=np.int64))
    assert found.shape == (len(positions),)
    assert all(f == pytest.approx(max(index.cosines(vector, p), default=-1), abs=1e-6)
               for f, p in zip(found, positions, strict=True))  # fmt: skip


def test_a_sentence_is_known_again_by_its_digest(index):
    known = index.known()
    assert all(known[d] == pytest.approx(row, abs=0.01) for d, row in zip(DIGESTS, ROWS, strict=True))
    assert text_digest("another sentence") not in known


def test_a_vector_of_nothing_stays_one():
    index = Sentences(build(np.zeros((1, 8), dtype=np.float32), [(0, 0, 1)], DIGESTS[:1], 1))
    assert index.cosines(_unit(1, 8)[0], 0).tolist() == [0.0]


def test_a_corpus_without_sentences_is_an_index_too():
    index = Sentences(build(np.zeros((0, 8), dtype=np.float32), [], [], 2))
    assert (index.count, index.passages, index.spans(1)) == (0, 2, [])
    assert index.best(_unit(1, 8)[0], np.arange(2)).tolist() == [-1, -1]
    assert DIGESTS[0] not in index.known()


def test_the_same_sentences_give_the_same_bytes():
    assert build(ROWS.copy(), list(OWNERS), list(DIGESTS), len(SIZES)) == DATA


def _use(data):
    """Do everything that an index is used for."""
    index = Sentences(data)
    index.best(np.ones(index._bytes.shape[1], dtype=np.float32), np.arange(index.passages))
    index.known().__contains__(DIGESTS[0])
    return [index.spans(p) for p in range(index.passages)]


def test_damaged_bytes_are_refused_by_name_or_do_no_harm():
    moments, refused = random.Random(7), 0  # noqa: S311 - no secret is made of it
    for n in range(400):
        data = bytearray(DATA[: moments.randrange(len(DATA))] if n % 4 == 0 else DATA)
        if data:
            data[moments.randrange(len(data))] ^= 1 << moments.randrange(8)
        try:
            _use(bytes(data))
        except IndexDamagedError as fault:
            refused += "sentence vectors cannot be read" in str(fault)
    assert refused > 300


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("bytes", lambda a: a[:-1]), ("scales", lambda a: a[1:]), ("spans", lambda a: a[:-1]),
        ("spans", lambda a: a[:, :1]), ("digests", lambda a: a[:-1]), ("digests", lambda a: a[:-16]),
        ("bounds", lambda a: a + 1), ("bounds", lambda a: a[::-1].copy()), ("bounds", lambda a: a[:0]),
    ],
)  # fmt: skip
def test_parts_that_do_not_fit_together_are_damage(name, change):
    arrays = unpacked(DATA, sentences._ARRAYS, "")
    with pytest.raises(IndexDamagedError, match="sentence vectors"):
        Sentences(packed(arrays | {name: change(arrays[name])}))


def test_threads_get_the_answers_that_one_gets(index):
    vectors, every = _unit(40, 24, seed=3), np.arange(len(SIZES))
    alone = [index.best(v, every).tolist() for v in vectors]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda v: index.best(v, every).tolist(), vectors)) == alone
