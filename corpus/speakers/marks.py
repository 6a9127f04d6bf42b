"""Quotation spans by their marks. Rules own the spans, so verbatim text never depends on a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPEN = re.compile("|".join(map(re.escape, _PAIRS)))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: ``start`` and ``end`` take in its marks, ``words`` does not.

    ``closed`` is False where the text ends before the closing mark, as in a quotation that runs on.
    """

    start: int
    end: int
    words: str
    closed: bool = True


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph, left to right.

    Single marks are left alone: an apostrophe looks the same. Inside a quotation they are part of it.
    """
    at = 0
    while opening := _opening(text, at):
        start = opening.start()
        end = _closing(text, opening.end(), opening.group())
        closed = end >= 0
        stop = end + 1 if closed else len(text)
        words = text[opening.end() : end if closed else len(text)]
        if words.strip():
            yield Quotation(start, stop, words, closed)
        at = stop


def _opening(text: str, at: int) -> re.Match[str] | None:
    """Find the next opening mark; a straight mark glued behind a word or number (5'10") opens nothing."""
    while match := _OPEN.search(text, at):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if match.group() != '"' or not (before.isalnum() or after.isspace() or not after):
            return match
        at = match.end()
    return None


def _closing(text: str, at: int, mark: str) -> int:
    """Return where the quotation's own closing mark stands, past any quotations nested in it; -1 if nowhere."""
    close, depth = _PAIRS[mark], 1
    for n in range(at, len(text)):
        if text[n] == close:
            depth -= 1
            if depth == 0:
                return n
        elif text[n] == mark:
            depth += 1
    return text.find(close, at)
