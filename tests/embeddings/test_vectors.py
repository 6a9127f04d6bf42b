from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from corpus.errors import IndexDamagedError
from embeddings import vectors
from embeddings.vectors import Vectors, build

COUNT, DIMENSION = 600, 24


def _unit(count, seed):
    rows = np.random.default_rng(seed).standard_normal((count, DIMENSION)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


ROWS, QUESTIONS = _unit(COUNT, 1), _unit(20, 2)


@pytest.fixture(scope="module")
def exact():
    return Vectors(build(ROWS))


@pytest.fixture(scope="module")
def inverted():
    return Vectors(build(ROWS, exact_up_to=100))


def _brute(question, limit, allowed=None):
    rows = np.arange(COUNT) if allowed is None else allowed
    scores = ROWS[rows] @ question
    return [int(rows[n]) for n in np.argsort(-scores)[:limit]]


def _found(index, question, limit, allowed=None):
    return [row for row, _ in index.search(question, limit, allowed)]


def test_exact_search_is_brute_force(exact):
    assert all(_found(exact, q, 10) == _brute(q, 10) for q in QUESTIONS)


def test_scores_are_inner_products(exact):
    for row, score in exact.search(QUESTIONS[0], 10):
        assert score == pytest.approx(float(ROWS[row] @ QUESTIONS[0]), abs=1e-5)


@pytest.mark.parametrize("few", [20_000, 10])  # compared one by one, and through the index's own selector
def test_filtered_search_is_brute_force_over_the_allowed(exact, monkeypatch, few):
    monkeypatch.setattr(vectors, "_COMPARED_ONE_BY_ONE", few)
    allowed = np.arange(0, COUNT, 7, dtype=np.int64)
    assert all(_found(exact, q, 10, allowed) == _brute(q, 10, allowed) for q in QUESTIONS)


@pytest.mark.parametrize("few", [20_000, 10])
def test_a_filter_that_leaves_less_than_asked_gives_all_it_leaves(exact, monkeypatch, few):
    monkeypatch.setattr(vectors, "_COMPARED_ONE_BY_ONE", few)
    allowed = np.arange(12, dtype=np.int64)
    assert sorted(_found(exact, QUESTIONS[0], 50, allowed)) == list(range(12))


def test_nothing_allowed_finds_nothing(exact):
    assert exact.search(QUESTIONS[0], 10, np.array([], dtype=np.int64)) == []


def test_more_than_there_are_gives_each_once(exact):
    assert sorted(_found(exact, QUESTIONS[0], COUNT + 50)) == list(range(COUNT))


def test_inverted_lists_find_nearly_all_that_brute_force_finds(inverted):
    hits = sum(len(set(_found(inverted, q, 10)) & set(_brute(q, 10))) for q in QUESTIONS)
    assert hits / (10 * len(QUESTIONS)) >= 0.8


def test_inverted_lists_give_true_scores_in_order(inverted):
    found = inverted.search(QUESTIONS[0], 10)
    assert [s for _, s in found] == sorted((s for _, s in found), reverse=True)
    assert all(s == pytest.approx(float(ROWS[r] @ QUESTIONS[0]), abs=1e-5) for r, s in found)


def test_a_narrow_filter_is_exact_even_over_inverted_lists(inverted):
    allowed = np.arange(0, COUNT, 11, dtype=np.int64)
    assert all(_found(inverted, q, 10, allowed) == _brute(q, 10, allowed) for q in QUESTIONS)


def test_a_wide_filter_over_inverted_lists_gives_only_the_allowed(inverted, monkeypatch):
    monkeypatch.setattr(vectors, "_COMPARED_ONE_BY_ONE", 10)
    allowed = np.arange(0, COUNT, 3, dtype=np.int64)
    assert set(_found(inverted, QUESTIONS[0], 10, allowed)) <= set(allowed.tolist())


@pytest.mark.parametrize("rows", [[], [3], [5, 5, 0], list(range(COUNT))])
@pytest.mark.parametrize("exact_up_to", [COUNT, 100])
def test_products_of_some_rows_are_theirs_in_their_order(rows, exact_up_to):
    index = Vectors(build(ROWS, exact_up_to=exact_up_to))
    found = index.products(QUESTIONS[0], np.array(rows, dtype=np.int64))
    assert found == pytest.approx(ROWS[rows] @ QUESTIONS[0] if rows else [], abs=1e-5)


@pytest.mark.parametrize("exact_up_to", [COUNT, 100])
def test_the_rows_come_back_as_they_went_in(exact_up_to):
    index = Vectors(build(ROWS, exact_up_to=exact_up_to))
    assert (index.count, index.dimension) == ROWS.shape
    assert np.array_equal(index.rows(), ROWS)


def test_an_empty_index_answers_with_nothing():
    index = Vectors(build(np.zeros((0, DIMENSION), dtype=np.float32)))
    assert index.search(QUESTIONS[0], 5) == []
    assert index.rows().shape == (0, DIMENSION)


@pytest.mark.parametrize("data", [b"", b"no index", build(ROWS)[:-9], build(ROWS)[:40]])
def test_bytes_that_are_no_index_are_refused_by_name(data):
    with pytest.raises(IndexDamagedError, match="vector index"):
        Vectors(data)


def test_threads_get_the_answers_that_one_gets(inverted):
    alone = [inverted.search(q, 10) for q in QUESTIONS]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            assert list(pool.map(lambda q: inverted.search(q, 10), QUESTIONS)) == alone
