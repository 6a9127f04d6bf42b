"""What a question is about: its words without those that only say whose words are asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.reading.tokens import Token

_BEFORE_MARK: Final = re.compile(r"\s+(?=[,.;:?!])")
_LEADING: Final = re.compile(r"\A[\s,.;:?!/|’'–—-]+")
_DANGLING: Final = re.compile(r"[\s,;:]+(?=[.?!]*\Z)")

_MARKS: Final = frozenset(",.;:?!])")


def without_words(text: str, words: Sequence[Token], ranges: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` without the words in these half-open ranges; empty when no word is left."""
    kept, at = "", 0
    for begin, end in sorted(r for r in ranges if r[0] < r[1]):
        kept = _joined(kept, text[at : words[begin].start])
        at = words[end - 1].stop
    return _tidy(_joined(kept, text[at:]))


def without(text: str, stretch: str) -> str:
    """Return ``text`` without the first place where ``stretch`` stands in it."""
    before, _, after = text.partition(stretch)
    return _tidy(f"{before} {after}")


def _joined(before: str, after: str) -> str:
    """Join what stood around a gap; of two marks the first is enough: "Do you, Roe, think", "True. Roe, is it"."""
    return f"{before} {after.lstrip(' ,')}" if before.rstrip()[-1:] in _MARKS else f"{before} {after}"


def _tidy(text: str) -> str:
    """Mend the blanks and marks around what was taken out."""
    text = _BEFORE_MARK.sub("", " ".join(text.split()))
    text = _DANGLING.sub("", _LEADING.sub("", text))
    return text if any(c.isalnum() for c in text) else ""
