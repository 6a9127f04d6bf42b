from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.evaluation.figures import (
    Figure,
    bins,
    calibration_error,
    expected_error,
    mean,
    risk_curve,
    roc_area,
    share,
)

FLAGS = st.lists(st.booleans(), min_size=1, max_size=40)
PARTS = st.floats(0, 1)
SOME = st.lists(PARTS, min_size=1, max_size=12)
PAIRS = st.lists(st.tuples(PARTS, st.booleans()), min_size=1, max_size=30)


@given(FLAGS)
def test_a_share_lies_within_its_interval_and_within_0_and_1(flags):
    figure = share("x", flags)
    assert 0 <= figure.low <= figure.value <= figure.high <= 1
    assert (figure.value, figure.count) == (sum(flags) / len(flags), len(flags))


def test_wilsons_interval_is_the_published_one():
    # Newcombe (1998), table I: 81 of 263, and 0 of 20.
    figure = share("x", [True] * 81 + [False] * 182)
    assert (figure.low, figure.high) == (pytest.approx(0.2553, abs=5e-5), pytest.approx(0.3662, abs=5e-5))
    figure = share("x", [False] * 20)
    assert (figure.low, figure.high) == (0.0, pytest.approx(0.1611, abs=5e-5))


def test_nothing_measured_is_not_a_number():
    empty = Figure("x")
    assert share("x", []) == mean("x", []) == roc_area("x", [0.5], []) == calibration_error("x", [], []) == empty
    assert roc_area("x", [], [0.5]) == calibration_error("x", [0.1, 0.9], [True, True]) == empty


def test_a_mean_of_one_value_has_no_width():
    assert mean("x", [0.5, 0.5, 0.5]) == Figure("x", 0.5, 0.5, 0.5, 3)


def test_the_same_values_give_the_same_interval():
    values = [1.0, 0.5, 0.0, 0.25, 1.0]
    assert mean("x", values) == mean("x", values)
    assert mean("x", values).low < 0.55 < mean("x", values).high


def test_an_interval_narrows_with_more_questions():
    few, many = mean("x", [0.0, 1.0] * 5), mean("x", [0.0, 1.0] * 500)
    assert many.high - many.low < (few.high - few.low) / 5


@settings(max_examples=25)  # each draws thousands of samples for its interval
@given(SOME, SOME)
def test_the_area_is_the_share_of_pairs_in_the_right_order(yes, no):
    pairs = [(a > b) + (a == b) / 2 for a, b in itertools.product(yes, no)]
    assert roc_area("x", yes, no).value == pytest.approx(sum(pairs) / len(pairs))


def test_the_area_of_a_clean_cut_is_1_and_of_its_reverse_0():
    assert roc_area("x", [0.8, 0.9], [0.1, 0.2]).value == 1
    assert roc_area("x", [0.1, 0.2], [0.8, 0.9]).value == 0


def test_a_confidence_that_comes_true_has_no_calibration_error():
    assert calibration_error("x", [0.75] * 4, [True, True, True, False]).value == pytest.approx(0)


def test_a_confidence_that_is_always_wrong_has_all_of_it():
    assert calibration_error("x", [1.0, 0.0], [False, True]).value == 1


@given(PAIRS)
def test_the_calibration_error_is_the_gap_in_each_bin_weighted_by_its_size(pairs):
    p, y = np.array(pairs, dtype=np.float64).T
    gaps = [abs(one.confidence - one.share) * one.count for one in bins(p, y)]
    assert expected_error(p, y) == pytest.approx(sum(gaps) / len(pairs), abs=1e-9)


@given(PAIRS)
def test_bins_hold_every_question_once_from_unsure_to_sure(pairs):
    found = bins(*zip(*pairs, strict=True))
    assert sum(one.count for one in found) == len(pairs)
    assert sum(one.share * one.count for one in found) == pytest.approx(sum(yes for _, yes in pairs))
    assert [one.confidence for one in found] == sorted(one.confidence for one in found)


def test_there_are_no_bins_without_questions():
    assert bins([], []) == ()


@given(PAIRS)
def test_the_risk_of_answering_everything_is_the_share_of_wrong_ones(pairs):
    curve = risk_curve(*zip(*pairs, strict=True))
    assert curve[-1] == (1.0, pytest.approx(sum(not right for _, right in pairs) / len(pairs)))
    assert all(a < b for (a, _), (b, _) in itertools.pairwise(curve))


def test_the_surest_are_answered_first_and_equals_together():
    assert risk_curve([0.2, 0.9, 0.5, 0.5], [False, True, True, False]) == ((0.25, 0.0), (0.75, 1 / 3), (1.0, 0.5))


def test_there_is_no_curve_without_questions():
    assert risk_curve([], []) == ()
