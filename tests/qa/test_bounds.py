from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import QuestionTooLongError, UsageError
from qa.bounds import QUESTION, QUOTATION, check_text

each_kind = pytest.mark.parametrize("bounds", [QUESTION, QUOTATION], ids=lambda bounds: bounds.text)


class Unlooked(str):
    """A text whose letters nobody may look at."""

    __slots__ = ()

    def __iter__(self):
        raise AssertionError


@each_kind
def test_a_text_of_the_most_characters_passes_and_one_more_is_refused_unlooked_at(bounds):
    check_text("x" * bounds.most_chars, 1, bounds)
    with pytest.raises(
        QuestionTooLongError, match=rf"^the {bounds.text} has {bounds.most_chars + 1:,} characters"
    ):
        check_text(Unlooked("x" * (bounds.most_chars + 1)), 1, bounds)


@each_kind
@pytest.mark.parametrize("text", ["", "  ", "…", "\u200b", "?!"])
def test_a_text_without_words_is_refused(bounds, text):
    with pytest.raises(
        UsageError, match=rf"the {bounds.text} has no words; expected a {bounds.text}\. {bounds.some}"
    ):
        check_text(text, 1, bounds)


@each_kind
@given(k=st.integers())
def test_a_number_out_of_bounds_is_refused_and_no_other(bounds, k):
    if 1 <= k <= limits.MAX_HITS:
        check_text("weir", k, bounds)
        return
    with pytest.raises(UsageError, match=rf"^k is {k}; expected 1 to [\d,]+ {bounds.found}"):
        check_text("weir", k, bounds)
