from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from log_linear import fit

RIGHT_OR_LEFT = [([["left", "dull"], ["right", "dull"]], [False, True])] * 20


def test_a_choice_that_always_falls_on_one_feature_is_recovered():
    weights = fit(RIGHT_OR_LEFT, ridge=0.1)
    assert weights["right"] > 1
    assert weights["left"] < -1


def test_what_all_choices_share_says_nothing():
    assert "dull" not in fit(RIGHT_OR_LEFT, ridge=0.1)


def test_the_more_weight_on_small_weights_the_smaller_they_are():
    assert 0 < fit(RIGHT_OR_LEFT, ridge=10)["right"] < fit(RIGHT_OR_LEFT, ridge=0.1)["right"]


def test_odds_are_recovered_from_how_often_each_was_right():
    mixed = [([["a"], ["b"]], [n < 30, n >= 30]) for n in range(40)]
    weights = fit(mixed, ridge=0.001)
    assert weights["a"] - weights["b"] == pytest.approx(1.0986, abs=0.01)  # the logarithm of 30 / 10


def test_several_may_be_right_at_once():
    weights = fit([([["a"], ["b"], ["c"]], [True, True, False])] * 9, ridge=0.1)
    assert weights["c"] < 0 < weights["a"] == weights["b"]


def test_groups_without_a_right_choice_and_features_seen_once_are_left_out():
    lonely = ([["right", "once"], ["left"]], [True, False])
    assert fit([*RIGHT_OR_LEFT, ([["left"], ["right"]], [False, False])], 1) == fit(RIGHT_OR_LEFT, 1)
    assert "once" not in fit([*RIGHT_OR_LEFT, lonely], 1)
