"""The head of a plain text: what stands above the first paragraph.

A page copied by hand brings its photo caption, date, title and byline in any order. The date and byline
show themselves; a caption carries an agency's credit, or is printed a second time with one; the title is
the line among the rest that is set like a title, else the first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.model import BlockKind
from corpus.readers.lines import is_bare_line, is_caption, is_kicker, line_kind, may_be_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block

_CHAPTER = re.compile(
    r"(?:chapter|part|book|act|letter|lecture|section|canto)\s+(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|the first)\b",
    re.IGNORECASE,
)
_LEAST_REPEAT = 20
_LEAST_TITLE_CASE = 0.6
_SHORT_WORD = 3
#: Thai and Lao have no mark that ends a sentence.
_WITHOUT_STOPS = re.compile("[\u0e00-\u0eff]")


def length(text: str, blocks: Sequence[Block]) -> int:
    """Return how many blocks stand above the first paragraph.

    In a script without full stops every short paragraph is set like a head; no more than the first line is.
    """
    ends = (n for n, b in enumerate(blocks) if not _head_like(text, b) or (n and _may_end(b.of(text))))
    return next(ends, len(blocks))


def classify(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Say of each block of the head what it is."""
    words = [" ".join(b.of(text).split()) for b in blocks]
    kinds = [_plain_kind(w, words[:n] + words[n + 1 :]) for n, w in enumerate(words)]
    open_lines = _title_lines(words, kinds)
    title = max(open_lines, key=lambda n: (_title_case(words[n]) >= _LEAST_TITLE_CASE, -n), default=None)
    if title is None:  # "By Jane Roe" or "By Invitation Only" alone: author or title, and neither is claimed
        unsure = [kind is BlockKind.BYLINE and may_be_title(w) for w, kind in zip(words, kinds, strict=True)]
        kinds = [BlockKind.LEFTOVER if doubt else kind for doubt, kind in zip(unsure, kinds, strict=True)]
    chapter = _chapter(words, title)
    rest = [BlockKind.LEFTOVER if n < chapter else BlockKind.HEADING for n in range(len(blocks))]
    return [b.as_kind(BlockKind.TITLE if n == title else kinds[n] or rest[n]) for n, b in enumerate(blocks)]


def _chapter(words: list[str], title: int | None) -> int:
    """Return the place below the title from which lines are over the first chapter, "CHAPTER I", "The Lamp"."""
    if title is None:
        return len(words)
    return next((n for n, line in enumerate(words) if n > title and _CHAPTER.match(line)), len(words))


def _title_lines(words: list[str], kinds: list[BlockKind | None]) -> list[int]:
    """Return the lines of which one is the title.

    "By Invitation Only" on the first line is shaped as a byline is: it is the title where another line names
    the author.
    """
    rest = [n for n, kind in enumerate(kinds) if kind is None]
    first = next((n for n, kind in enumerate(kinds) if kind is not BlockKind.LEFTOVER), 0)
    by_title = [n for n in (first,) if n < len(kinds) and kinds[n] is BlockKind.BYLINE and may_be_title(words[n])]
    if by_title and kinds.count(BlockKind.BYLINE) > 1:
        return by_title
    lines = [n for n in rest if not is_kicker(words[n])]
    return lines or rest


def _head_like(text: str, block: Block) -> bool:
    words = block.of(text)
    return block.kind is BlockKind.PARAGRAPH and (
        is_bare_line(words) or is_kicker(words) or line_kind(words) is not None
    )


def _may_end(words: str) -> bool:
    return line_kind(words) is None and bool(_WITHOUT_STOPS.search(words))


def _plain_kind(words: str, others: list[str]) -> BlockKind | None:
    """Return what the line shows itself to be; None for one that could be the title."""
    kind = line_kind(words)
    repeated = kind in {None, BlockKind.LEFTOVER} and any(_repeats(words, other) for other in others)
    return BlockKind.CAPTION if repeated else kind


def _repeats(words: str, other: str) -> bool:
    """Whether ``other`` is the same line with a credit behind it."""
    return len(words) >= _LEAST_REPEAT and is_caption(other) and other.startswith(words.rstrip(". "))


def _title_case(words: str) -> float:
    long = [w for w in re.findall(r"[^\W\d_][\w'’]*", words) if len(w) > _SHORT_WORD]
    return sum(w[0].isupper() for w in long) / len(long) if len(long) > 1 else 0.0
