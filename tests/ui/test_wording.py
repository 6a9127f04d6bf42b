from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import strings
from ui.wording import listed, quoted, short


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ""),
        (1, "a"),
        (2, "a or b"),
        (3, "a, b or c"),
        (7, "a, b, c, d, e, f or g"),
        (9, "a, b, c, d, e, f or one of 3 others"),
    ],
)
def test_names_stand_in_a_row_and_many_are_counted(count, said):
    assert listed("abcdefghi"[:count], strings.OR, strings.OTHERS) == said


def test_quoted_words_stand_in_marks():
    assert quoted(("golden gate", "late"), strings.AND) == "“golden gate” and “late”"


def test_a_long_quotation_is_shortened_inside_its_marks():
    said = quoted(("ferry " * 90,), strings.AND)
    assert said.startswith("“ferry ferry")
    assert said.endswith("…”")


@given(st.text(max_size=300))
def test_a_shortened_text_is_one_line_of_bounded_length(text):
    shown = short(text)
    assert len(shown) <= 80
    assert len(shown.splitlines()) <= 1
    assert " ".join(text.split()).startswith(shown.rstrip("…"))
