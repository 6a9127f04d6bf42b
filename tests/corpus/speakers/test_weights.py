from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers.weights import Weights, score, shipped, softmax, sureness

numbers = st.floats(-1e6, 1e6)
BLANK = Weights({}, {}, {}, {}, {})


def test_the_shipped_weights_are_numbers_for_named_features():
    for table in shipped()[:4]:
        assert table
        assert all(isinstance(name, str) and math.isfinite(weight) for name, weight in table.items())


def test_the_shipped_weights_are_read_once():
    assert shipped() is shipped()


@pytest.mark.parametrize("kind", ["quoted", "reported"])
def test_the_more_probable_is_never_less_sure(kind):
    sure = [sureness(shipped(), kind, n / 50) for n in range(51)]
    assert sure == sorted(sure)


def test_a_feature_that_was_never_seen_counts_nothing():
    assert score({"seen": 2.0}, ["seen", "never", "seen"]) == 4.0


def test_without_calibration_a_probability_stays_what_it_is():
    assert sureness(BLANK, "quoted", 0.3) == pytest.approx(0.3)


@given(st.lists(numbers, min_size=1, max_size=30))
def test_any_scores_give_probabilities_in_their_order(scores):
    shares = softmax(scores)
    assert math.isclose(sum(shares), 1)
    assert shares[scores.index(max(scores))] == max(shares)


@given(st.floats(0, 1), numbers.map(lambda n: n / 1e5), numbers.map(lambda n: n / 1e5))
def test_sureness_is_a_probability(raw, slope, intercept):
    assert 0 <= sureness(BLANK._replace(sureness={"quoted": (slope, intercept)}), "quoted", raw) <= 1
