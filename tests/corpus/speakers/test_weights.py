from __future__ import annotations

import hashlib
import math
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers import READER_VERSION
from corpus.speakers.weights import Table, Weights, kept, names_of, score, shipped, softmax, sureness, worth

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


def part(word, count):
    return [f"{word}{n}" for n in range(count)]


PARTS = st.lists(st.tuples(st.just(part), st.tuples(st.sampled_from("ab"), st.integers(0, 3))), max_size=9)


@given(PARTS)
def test_parts_are_worth_what_their_features_add_up_to_however_often_they_are_asked_for(parts):
    table = Table({"a0": 1.0, "a1": -0.5, "b0": 2.0, "b2": 0.25})
    expected = pytest.approx(score(table, names_of(parts)))
    assert [worth(table, parts, kept(table)) for _ in range(2)] == [expected, expected]


def test_a_table_keeps_what_was_asked_for_and_a_plain_one_nothing():
    table = Table({"a0": 1.0})
    worth(table, [(part, ("a", 1))], kept(table))
    assert kept(table)[part] == {("a", 1): 1.0}
    assert kept({"a0": 1.0})[part] == {}


def test_what_a_table_keeps_is_bounded(monkeypatch):
    monkeypatch.setattr("corpus.speakers.weights._MOST_KEPT", 3)
    table = Table({})
    for count in range(9):
        worth(table, [(part, ("a", count))], kept(table))
        assert len(table.kept[part]) <= 3


def test_new_weights_come_with_a_new_reader_version():
    """Else documents read with the old weights would pass for read with the new, the sample's among them."""
    found = hashlib.sha256(resources.files("corpus.speakers").joinpath("weights.json").read_bytes()).hexdigest()
    assert (READER_VERSION, found[:16]) == ("8", "89ac5ca2378e04e4")
