"""Which words of names may be one another with a typing error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.slips import is_finger_slip, is_given_slip, is_name, is_short_slip


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("rook", True),
        ("rookee", True),
        ("rookse", True),
        ("rooek", True),
        ("rokoe", True),
        ("rooke", False),  # nothing is wrong with it
        ("roole", False),  # another letter
        ("roo", False),  # two letters too few
        ("orooke", False),  # the first letter
        ("brooke", False),
        ("orkoe", False),
    ],
)
def test_fingers_add_drop_or_exchange_one_letter_and_never_the_first(typed, slip):
    assert is_finger_slip(typed, "rooke") == slip


@pytest.mark.parametrize(
    ("typed", "name", "slip"),
    [
        ("berne", "bern", True),
        ("ben", "bern", True),
        ("be", "ber", False),
        ("tays", "tay", False),
        ("khomeni", "khomeini", True),
        ("khamenei", "khomeini", False),
    ],
)
def test_a_name_of_three_letters_has_no_slip(typed, name, slip):
    assert is_finger_slip(typed, name) == slip


@pytest.mark.parametrize(
    ("typed", "name", "slip"),
    [
        ("wena", "wenna", True),
        ("eda", "edda", True),
        ("tobbin", "tobin", True),
        ("edad", "edda", True),
        ("lina", "lena", False),
        ("edna", "edda", False),
        ("ada", "oda", False),
        ("eric", "erica", False),  # a name of its own
        ("joan", "jon", False),
        ("jean", "joan", False),
    ],
)
def test_a_short_given_name_bears_a_slip_of_the_fingers_but_no_other_letter(typed, name, slip):
    assert is_short_slip(typed, name) == slip


@pytest.mark.parametrize(
    ("typed", "name", "slip"),
    [
        ("mirella", "mirela", True),
        ("mirala", "mirela", True),
        ("steven", "stephen", True),
        ("wenna", "wena", False),
        ("marina", "marine", False),
        ("virela", "mirela", False),
    ],
)
def test_a_longer_given_name_bears_another_letter_too(typed, name, slip):
    assert is_given_slip(typed, name) == slip


@pytest.mark.parametrize(("word", "own"), [("anna", True), ("france", True), ("smith", True), ("veld", False)])
def test_first_names_places_and_common_names_are_names_of_their_own(word, own):
    assert is_name(word) == own


WORDS = st.text("abdeimnorst", min_size=1, max_size=8)


@given(WORDS, WORDS)
def test_a_slip_of_the_fingers_is_one_whichever_of_two_long_words_was_meant(one, other):
    long = min(len(one), len(other)) > 3
    assert not long or is_finger_slip(one, other) == is_finger_slip(other, one)
    assert not is_finger_slip(one, one)


@given(st.text("abdeimnorst", min_size=4, max_size=8), st.data())
def test_every_letter_but_the_first_can_be_doubled_or_dropped(word, data):
    at = data.draw(st.integers(1, len(word) - 1))
    assert is_finger_slip(word[:at] + word[at] + word[at:], word)
    assert is_finger_slip(word[:at] + word[at + 1 :], word)
