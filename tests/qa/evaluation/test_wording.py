from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.wording import folded, stands_in

TEXT = "“The canal\u00a0will carry grain\nbefore the winter,” said Mara Quell’s deputy."


@pytest.mark.parametrize(
    "words",
    [
        '"the canal will carry grain before',
        "THE CANAL",
        "before  the winter",
        "Mara Quell's",
        "winter,” said",
        "deputy.",
    ],
)
def test_case_marks_and_blanks_count_alike(words):
    assert stands_in(words, TEXT)


@pytest.mark.parametrize(
    "words", ["canals", "can", "arry grain", "grain winter", "canal shall carry", "deputy!", ""]
)
def test_other_words_do_not_stand_in_a_text(words):
    assert not stands_in(words, TEXT)


def test_composed_and_decomposed_letters_count_alike():
    assert stands_in("Café", "the cafe\u0301 on the quay")


def test_a_number_does_not_stand_in_a_longer_one():
    assert not stands_in("19", "in 2019")


def test_special_marks_are_no_pattern():
    assert stands_in("(see [1]).", "As said (see [1]). So it went.")
    assert not stands_in("s.e", "see")


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.sampled_from("tide quay lamp 1998 ‘so’ ﬁ naïve א".split()), min_size=1, max_size=12), st.data())
def test_every_run_of_whole_words_stands_in_its_text(words, data):
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert stands_in(" ".join(words[first:last]), "  ".join(words))
