"""Paragraphs from a PDF's lines, across columns and pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from corpus.readers.lines import ITEM
from corpus.readers.pdf_setting import BULLET, ENDED, INDENT, LARGER, Column, is_full, same_size
from corpus.speakers.labels import turn_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf_furniture import Sheet
    from corpus.readers.pdf_lines import Line

#: Lines further apart than so many sizes of their type tell nothing of their usual distance.
_FAR: Final = 3
#: A quotation is set in by this many sizes of its type on both sides.
_SET_IN: Final = 0.8


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    ``left`` and ``right`` are the edges of its last column, ``edge`` how far its last lines reach, in points;
    ``inset`` says that it is set in on both sides, as a quotation is.
    """

    lines: list[Line]
    left: float
    right: float
    edge: float
    inset: bool = False

    def __post_init__(self) -> None:
        """See whether all its lines, several, are set in on both sides of the column."""
        left = min(line.x0 for line in self.lines) - self.left
        right = self.right - max(line.x1 for line in self.lines)
        self.inset = len(self.lines) > 1 and min(left, right) > _SET_IN * self.size

    def take(self, rest: Paragraph) -> None:
        """Go on in the next column, whose edges are its own from now on."""
        self.inset = self.inset and (rest.inset or len(rest.lines) == 1)
        self.lines += rest.lines
        self.left, self.right, self.edge = rest.left, rest.right, rest.edge

    @property
    def text(self) -> str:
        """The words on one line, for what looks at them."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its type, in points."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def indented(self) -> bool:
        """Whether its first line is set in, from its second or, alone, from the column."""
        base = self.lines[1].x0 if len(self.lines) > 1 else self.left
        return self.lines[0].x0 > base + INDENT * self.size


def leading(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance of lines for each size of type, by points; paragraphs may stand further apart."""
    found: dict[int, list[float]] = {}
    for a, b in pairwise(lines):
        if a.sheet == b.sheet and a.column == b.column and same_size(a, b) and 0 < a.y - b.y < _FAR * b.size:
            found.setdefault(round(b.size), []).append(a.y - b.y)
    return {size: sorted(gaps)[len(gaps) // 4] for size, gaps in found.items()}


def column_paragraphs(lines: Sequence[Line], usual: dict[int, float], body: float) -> list[Paragraph]:
    """Group the lines of one column; ``usual`` is their distance by size, ``body`` the size of the text."""
    column = Column(lines, usual, body)
    groups: list[list[int]] = []
    for n in range(len(lines)):
        if groups and not column.breaks(groups[-1], n):
            groups[-1].append(n)
        else:
            groups.append([n])
    return [Paragraph([lines[n] for n in g], column.left, column.right, column.edge(g[-1])) for g in groups]


def goes_on(before: Paragraph, after: Paragraph, body: float) -> bool:
    """Whether a column's first paragraph is the rest of the one that ends the column before."""
    last, first = before.lines[-1], after.lines[0]
    if not same_size(last, first) or last.bold != first.bold or last.size > LARGER * body:
        return False
    if last.broken:
        return True
    if after.indented or BULLET.match(first.text) or ITEM.match(first.text) or turn_label(first.text):
        return False
    if len(before.lines) > 1 and abs((last.x0 - before.left) - (first.x0 - after.left)) > INDENT * last.size:
        return False
    ended = bool(ENDED.search(last.text))
    return is_full(last, first, before.edge) or (not ended and first.text[:1].islower())


def paragraphs(sheets: Sequence[Sheet], body: float, usual: dict[int, float]) -> list[Paragraph]:
    """Group the lines of all columns, and join what goes on in the next.

    Args:
        sheets: the pages, without their furniture and notes.
        body: the size of the text, in points.
        usual: the distance of lines by size, as ``leading`` returns it.
    """
    out: list[Paragraph] = []
    for sheet in sheets:
        for _, column in groupby(sheet.lines, key=lambda line: line.column):
            found = column_paragraphs(list(column), usual, body)
            if out and goes_on(out[-1], found[0], body):
                out[-1].take(found.pop(0))
            out += found
    return out
