from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.marks import Marks, numeral


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (1, "decimal", "1"),
        (12, "decimal", "12"),
        (1, "lowerRoman", "i"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (3, "chicago", "3"),
    ],
)
def test_a_notes_number_is_printed_in_its_style(number, style, printed):
    assert numeral(number, style) == printed


def test_a_mark_that_comes_again_gets_a_label_of_its_own():
    marks = Marks()
    assert [marks.label(mark) for mark in ("1", "2", "1", "*", "1")] == ["1", "2", "1 (2)", "*", "1 (3)"]


@given(st.lists(st.sampled_from(["1", "2", "*", "i"]), max_size=30))
def test_no_two_notes_have_one_label(given_marks):
    marks = Marks()
    labels = [marks.label(mark) for mark in given_marks]
    assert len(set(labels)) == len(labels)


@given(st.lists(st.integers(1, 3000), unique=True), st.sampled_from(["decimal", "lowerRoman", "upperLetter"]))
def test_no_two_numbers_are_printed_alike(numbers, style):
    assert len({numeral(n, style) for n in numbers}) == len(numbers)
