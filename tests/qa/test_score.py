from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_small import ENCODER, QUESTIONS, SENTENCES, slow_totals, small, smalls

from qa import score
from qa.score import Wanted, around

PREFERENCES = {
    "asked": score.ASKED, "mentioned": score.MENTIONED, "in_period": score.IN_PERIOD, "told": score.TOLD,
}  # fmt: skip


def wanted(one, question, **shares):
    """Return what a question wants, each preference for no passage but those in ``shares``."""
    columns = {name: np.zeros(len(one), dtype=np.float32) for name in PREFERENCES} | shares
    return Wanted(ENCODER.encode([question])[0], one.snapshot.lexical.query(question), **columns)


def scored(one, asked, positions=None, words=None):
    words = one.snapshot.lexical.scores(asked.query) if words is None else words
    return score.score(one.snapshot, asked, one.everywhere if positions is None else positions, words)


def lent(one, of, words=100.0):
    """Return how much each passage's score grows when the words of the passage at ``of`` count for more."""
    asked, plain = wanted(one, "ferry"), np.zeros(len(one), dtype=np.float32)
    more = plain.copy()
    more[of] = words
    return scored(one, asked, words=more).total - scored(one, asked, words=plain).total


columns = st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=14, max_size=14)


@given(smalls(), st.sampled_from(QUESTIONS), st.fixed_dictionaries(dict.fromkeys(PREFERENCES, columns)))
def test_the_scores_are_those_of_plain_loops(one, question, drawn):
    shares = {name: np.array(column[: len(one)], dtype=np.float32) for name, column in drawn.items()}
    asked = wanted(one, question, **shares)
    assert scored(one, asked).total == pytest.approx(slow_totals(one, asked), abs=1e-3)


@given(smalls(), st.sampled_from(QUESTIONS), st.data())
def test_a_score_does_not_depend_on_what_is_scored_beside_it(one, question, data):
    asked = wanted(one, question)
    some = np.array(sorted(data.draw(st.sets(st.integers(0, len(one) - 1)))), dtype=np.int64)
    every, few = scored(one, asked), scored(one, asked, some)
    for name in ("total", "cosine", "sentence", "words"):
        assert getattr(few, name) == pytest.approx(getattr(every, name)[some], abs=1e-4)


@given(smalls(), st.sampled_from(QUESTIONS), st.data())
def test_all_columns_have_the_shape_of_the_positions(one, question, data):
    some = np.array(sorted(data.draw(st.sets(st.integers(0, len(one) - 1)))), dtype=np.int64)
    found = scored(one, wanted(one, question), some)
    assert found.positions.tolist() == some.tolist()
    assert {getattr(found, name).shape for name in ("total", "cosine", "sentence", "words")} == {some.shape}
    assert found.total.dtype == np.float32


@pytest.mark.parametrize(("name", "weight"), PREFERENCES.items())
@pytest.mark.parametrize("share", [0.5, 1.0])
def test_a_preference_adds_its_weight_as_far_as_it_is_met_and_to_no_other_passage(name, weight, share):
    one = small(SENTENCES)
    met = np.zeros(len(one), dtype=np.float32)
    met[3] = share
    plain = scored(one, wanted(one, "ferry")).total
    preferred = scored(one, wanted(one, "ferry", **{name: met})).total
    assert (preferred - plain) == pytest.approx(met * weight, abs=1e-4)


def test_a_neighbour_lends_within_its_document_only():
    one = small(SENTENCES[:6], documents=[0, 0, 0, 1, 1, 1])
    assert (lent(one, of=3) > 0).tolist() == [False, False, False, True, True, True]


def test_a_neighbour_lends_so_far_and_no_further():
    one = small([SENTENCES[n % 10] for n in range(20)])
    reached = np.flatnonzero(lent(one, of=10) > 0)
    assert reached.tolist() == list(range(10 - score.REACH, 10 + score.REACH + 1))


def test_the_nearer_a_neighbour_the_more_it_lends():
    one = small([SENTENCES[n % 10] for n in range(30)])
    grown = lent(one, of=15)
    before, after = grown[16 : 16 + score.REACH], grown[14 : 14 - score.REACH : -1]
    assert (np.diff(before) < 0).all()
    assert (np.diff(after) < 0).all()


def test_a_passage_before_lends_more_than_one_as_far_behind():
    one = small([SENTENCES[n % 10] for n in range(30)])
    grown = lent(one, of=15)
    assert grown[14] / grown[16] == pytest.approx(score.AFTER, rel=1e-3)


def test_a_turn_leans_on_its_neighbours_more_than_a_paragraph():
    texts, middle = [SENTENCES[n % 10] for n in range(9)], 4
    paragraph = lent(small(texts), of=middle - 1)[middle]
    turn = lent(small(texts, turns=[n == middle for n in range(9)]), of=middle - 1)[middle]
    assert turn > 2 * paragraph > 0


def test_a_passage_without_neighbours_stands_on_its_own():
    one = small([SENTENCES[0]])
    asked = wanted(one, "ferry")
    found = scored(one, asked)
    own = score.DENSE * found.cosine[0] + score.WORDS * found.words[0]
    own += score.SURROUNDING * one.snapshot.lexical.surrounding_scores(asked.query, one.everywhere)[0]
    assert found.total[0] == pytest.approx(own + score.SENTENCE * found.sentence[0], rel=1e-5)


def test_the_only_neighbour_lends_less_than_one_of_many():
    few = small([SENTENCES[n] for n in range(2)], turns=[True] * 2)
    many = small([SENTENCES[n] for n in range(10)], turns=[True] * 10)
    assert lent(few, of=0)[1] < lent(few, of=0)[0]
    assert lent(many, of=4)[4] < lent(few, of=0)[0]


def test_nothing_to_score_gives_nothing():
    one = small(SENTENCES)
    assert scored(one, wanted(one, "ferry"), np.zeros(0, dtype=np.int64)).total.shape == (0,)


@given(smalls(), st.integers(0, 4), st.data())
def test_around_is_every_passage_of_the_document_within_reach_once_and_in_order(one, reach, data):
    some = data.draw(st.sets(st.integers(0, len(one) - 1), min_size=1))
    documents = one.snapshot.documents
    near = [p for p in range(len(one)) if any(abs(p - q) <= reach and documents[p] == documents[q] for q in some)]
    assert around(one.snapshot, np.array(sorted(some)), reach).tolist() == near


def test_how_fast_neighbours_fade_is_e_in_so_many_passages():
    one = small([SENTENCES[n % 10] for n in range(40)])
    grown = lent(one, of=20)
    assert grown[21] / grown[21 + int(score.FADING)] == pytest.approx(math.e, rel=1e-3)
