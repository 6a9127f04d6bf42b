"""The columns of a PDF's page.

Words that stand side by side are a piece of a line. A page is cut into columns where a gutter that hardly a piece
crosses parts two bodies of prose, and into bands above and below what runs across it (recursive X-Y cuts: Nagy and
Seth, "Hierarchical representation of optically scanned documents", ICPR 1984).
"""

from __future__ import annotations

from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.pdf_words import Word

#: Words of one piece stand no further apart than this, and baselines of one line, in sizes of the type.
_SIDE_BY_SIDE: Final = 1.0
_OVERLAP: Final = 0.3
SAME_LINE: Final = 0.5
#: A gutter is this wide at least, in points, and a column this share of the page's width and of its own filled.
_GUTTER: Final = 6
_LEAST_COLUMN: Final = 0.14
_FILLED: Final = 0.55
_LEAST_LINES: Final = 3
#: No more of a page's pieces than this share run across its gutter.
_ACROSS: Final = 0.25
#: Columns within columns are not looked for further down than this.
_DEEPEST: Final = 6
#: So many numbers of crossing pieces are tried, from none on, and so many gutters are remembered.
_FEW: Final = 8
_MOST_GUTTERS: Final = 12


class Piece:
    """Words side by side on one baseline."""

    __slots__ = ("size", "words", "x0", "x1", "y")

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.x0, self.x1, self.y, self.size = word.x0, word.x1, word.y, word.size

    def takes(self, word: Word) -> bool:
        """Whether the word goes on where the piece ends."""
        size = max(self.size, word.size)
        return (
            abs(word.y - self.y) <= SAME_LINE * size
            and -_OVERLAP * size <= word.x0 - self.x1 <= _SIDE_BY_SIDE * size
        )

    def add(self, word: Word) -> None:
        """Take the next word; the largest type gives the piece its baseline."""
        if word.size > self.size:
            self.y, self.size = word.y, word.size
        self.words.append(word)
        self.x1 = max(self.x1, word.x1)


def pieces_of(words: Sequence[Word]) -> list[Piece]:
    """Return the pieces of lines that words make, in the order of the words."""
    pieces: list[Piece] = []
    for word in words:
        if pieces and pieces[-1].takes(word):
            pieces[-1].add(word)
        else:
            pieces.append(Piece(word))
    return pieces


def columns(pieces: list[Piece], width: float, gutters: set[float], depth: int) -> list[list[Piece]]:
    """Cut a region at its best gutter, band by band; one that has none is a column.

    Args:
        pieces: the pieces in it.
        width: the page's, in points.
        gutters: those of the pages before, in points from the left; those found here join them.
        depth: how many gutters lie around the region.
    """
    gutter = _gutter(pieces, width, gutters) if depth < _DEEPEST else None
    if gutter is None:
        return [pieces] if pieces else []
    out: list[list[Piece]] = []
    rows = sorted(pieces, key=lambda p: -p.y)
    for across, band in groupby(rows, key=lambda p: p.x0 < gutter < p.x1):
        group = list(band)
        if across:
            out.append(group)
            continue
        for side in ([p for p in group if p.x1 <= gutter], [p for p in group if p.x0 >= gutter]):
            out += columns(side, width, gutters, depth + 1)
    return out


def _gutter(pieces: list[Piece], width: float, gutters: set[float]) -> float | None:
    """Return where the page is parted, None where it is not: the emptiest stretch with prose on its sides."""
    if len(pieces) < 2:  # noqa: PLR2004 - one on each side
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    bins = min(2_000, max(1, int(right - left) + 1))
    step = (right - left) / bins or 1.0
    edges = [0] * (bins + 1)
    for p in pieces:
        edges[int((p.x0 - left) / step)] += 1
        edges[min(bins, int((p.x1 - left) / step) + 1)] -= 1
    cover, total = [], 0
    for edge in edges[:bins]:
        total += edge
        cover.append(total)
    for first, last in _runs(cover, int(_ACROSS * len(pieces)), max(1, round(_GUTTER / step))):
        at = left + step * (first + last + 1) / 2
        if _parts(pieces, at, width):
            if len(gutters) < _MOST_GUTTERS:
                gutters.add(round(at))
            return at
    return next((at for at in sorted(gutters) if _is_known(pieces, at, width)), None)


def _is_known(pieces: list[Piece], at: float, width: float) -> bool:
    """Whether a gutter of a page before parts this one too, if only a line or two."""
    crossing = sum(p.x0 < at < p.x1 for p in pieces)
    return crossing <= _ACROSS * len(pieces) and _parts(pieces, at, width, least=1)


def _runs(cover: list[int], most: int, least_bins: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that few pieces cross, those first that the fewest do; a title or a number may."""
    for few in sorted({count for count in cover if count <= most})[:_FEW]:
        at = 0
        for low, run in groupby(cover, key=lambda count: count <= few):
            size = len(list(run))
            if low and size >= least_bins and at > 0 and at + size < len(cover):
                yield at, at + size - 1
            at += size


def _parts(pieces: list[Piece], at: float, width: float, least: int = _LEAST_LINES) -> bool:
    """Whether prose stands on both sides: lines enough, that fill most of their column, side by side."""
    sides = [[p for p in pieces if p.x1 <= at], [p for p in pieces if p.x0 >= at]]
    for side in sides:
        filled: dict[int, float] = {}
        for p in side:
            filled[round(p.y)] = filled.get(round(p.y), 0.0) + p.x1 - p.x0
        if len(filled) < least:
            return False
        across = max(p.x1 for p in side) - min(p.x0 for p in side)
        if across < _LEAST_COLUMN * width or median(filled.values()) < _FILLED * across:
            return False
    (low, high), (other_low, other_high) = ((min(p.y for p in s), max(p.y for p in s)) for s in sides)
    return min(high, other_high) - max(low, other_low) >= 0
