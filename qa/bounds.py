"""What may be asked or checked at all: bounds that are looked at before anything else touches the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus import limits
from corpus.errors import QuestionTooLongError, UsageError


@dataclass(frozen=True, slots=True)
class Bounds:
    """A kind of text to look up, the bounds of it, and what to do about one that does not keep them.

    ``found`` is what is found for it, of which ``k`` are wanted.
    """

    text: str
    most_chars: int
    shorter: str
    some: str
    found: str


QUESTION: Final = Bounds(
    "question",
    limits.MAX_QUESTION_CHARS,
    "Ask in fewer words; to compare a long text, ask with one sentence of it.",
    "Ask something.",
    "hits",
)
QUOTATION: Final = Bounds(
    "quotation", limits.MAX_QUOTATION_CHARS, "Check it in parts.", "Give the words to check.", "places"
)


def check_text(text: str, k: int, bounds: Bounds) -> None:
    """Refuse what cannot be looked up: a text too long or without words, or a ``k`` out of bounds.

    Raises:
        QuestionTooLongError, UsageError: it cannot be looked up.
    """
    what = bounds.text
    if len(text) > bounds.most_chars:
        found = f"the {what} has {len(text):,} characters"
        raise QuestionTooLongError(found, expected=f"at most {bounds.most_chars:,}", action=bounds.shorter)
    if not any(c.isalnum() for c in text):
        raise UsageError(f"the {what} has no words", expected=f"a {what}", action=bounds.some)
    if not 1 <= k <= limits.MAX_HITS:
        expected = f"1 to {limits.MAX_HITS:,} {bounds.found}"
        raise UsageError(f"k is {k}", expected=expected, action="Choose such a number.")
