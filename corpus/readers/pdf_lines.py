"""The lines of a PDF's page, in the order in which they are read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.readers.pdf_columns import SAME_LINE, columns, pieces_of
from corpus.readers.pdf_letters import RAISED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.pdf_columns import Piece
    from corpus.readers.pdf_words import Word

#: A mark set high is smaller than its line by this factor, and higher by this share of its size.
_SMALLER: Final = 0.88
_HIGHER: Final = 0.15
#: PDFium knows a hyphen behind a letter only, and TeX's ligatures may have no letters' codes.
_BROKEN: Final = re.compile(r"[^\W\d_][-‐]\Z")
_TOUCHING: Final = 0.08
_CLOSING: Final = ".,;:!?)]}’”»"


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a column: its words with a blank between them, and its place in points.

    ``first`` is the width of its first word, ``column`` counts the columns and bands of the page in their order,
    ``sheet`` the pages of the file from 0.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    first: float
    broken: bool
    column: int = 0
    sheet: int = 0


def page_lines(words: Sequence[Word], width: float, sheet: int, gutters: set[float]) -> list[Line]:
    """Return the lines of a page's upright words, ``width`` points wide, in reading order.

    ``gutters`` are those of the pages before, and those of this one join them: a last page may have a line or two
    in each column, which by themselves would show none.
    """
    pieces = pieces_of(words)
    if len(pieces) > limits.MAX_PDF_PIECES:  # a drawing or a table of thousands of cells has no columns of prose
        return _lines(pieces, 0, sheet)
    return [
        line for n, column in enumerate(columns(pieces, width, gutters, 0)) for line in _lines(column, n, sheet)
    ]


def _lines(pieces: list[Piece], column: int, sheet: int) -> list[Line]:
    """Join the pieces on one baseline, from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.y):
        base = max(rows[-1], key=lambda p: p.size) if rows else piece
        if rows and abs(base.y - piece.y) <= SAME_LINE * max(base.size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_line(row, column, sheet) for row in rows]


def _line(row: list[Piece], column: int, sheet: int) -> Line:
    words = [word for piece in row for word in piece.words]
    leftwards = sum(_leftwards(word.text) for word in words) * 2 > len(words)
    ordered = [w for p in sorted(row, key=lambda p: -p.x1 if leftwards else p.x0) for w in p.words]
    size = _size(ordered)
    base = next(w.y for w in ordered if w.size == size)
    return Line(
        "".join(_joined(ordered, base, size)),
        min(w.x0 for w in ordered),
        max(w.x1 for w in ordered),
        base,
        size,
        all(w.bold for w in ordered),
        ordered[0].x1 - ordered[0].x0,
        ordered[-1].broken or _BROKEN.search(ordered[-1].text) is not None,
        column,
        sheet,
    )


def _size(words: list[Word]) -> float:
    """Return the size in which most letters of the line are set."""
    letters: dict[float, int] = {}
    for word in words:
        letters[word.size] = letters.get(word.size, 0) + len(word.text)
    return max(letters, key=lambda size: letters[size])


def _joined(words: list[Word], base: float, size: float) -> Iterator[str]:
    """Yield the words with a blank between them, except where a mark set high or low touches its neighbour."""
    for n, word in enumerate(words):
        before = words[n - 1] if n else word
        touches = abs(word.x0 - before.x1) <= _TOUCHING * size
        marked = before.size != word.size or word.text[0] in _CLOSING
        yield ("" if n == 0 or (touches and marked) else " ") + _shown(word, base, size)


def _shown(word: Word, base: float, size: float) -> str:
    """Return the word, raised where it is a mark by itself that stands high."""
    high = word.size < _SMALLER * size and word.y > base + _HIGHER * size
    return word.text.translate(RAISED) if high and word.text.isdigit() else word.text


def _leftwards(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
