"""How the lines of one column of a PDF are set, and which of them begin a paragraph.

A line that had room for the next one's first word was the last of its paragraph, whatever the setting: ragged,
justified or set in. Beside that speak the gap above a line, its indent, its type, and the mark of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from corpus.readers.lines import ITEM, line_kind
from corpus.speakers.labels import turn_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf_lines import Line

#: Shares of the type's size: a blank, an indent, and sizes that are the same.
_BLANK: Final = 0.25
INDENT: Final = 0.5
_SAME_SIZE: Final = 0.06
#: A gap is larger than the usual distance of lines by this factor.
_GAP: Final = 1.25
#: Type this much larger than the body's is a heading's, whose lines stand no further apart than this.
LARGER: Final = 1.12
_HEADING_GAP: Final = 1.6
#: Lines beside a picture are narrower: of five, most reach about as far.
_AROUND: Final = 4
_REACH: Final = 0.15
_MOST: Final = 0.75
_FEW: Final = 3
ENDED: Final = re.compile(r"[.?!:…][\"”’»')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§]*\Z")
BULLET: Final = re.compile(r"[•‣▪●◦■□]\s")


class Column:
    """The lines of one column and how far they reach.

    ``usual`` is the distance of lines by size, ``body`` the text's size; ``left`` and ``right`` are its edges.
    """

    def __init__(self, lines: Sequence[Line], usual: dict[int, float], body: float) -> None:
        self.lines, self.usual, self.body = lines, usual, body
        self.left = float(Counter(round(line.x0) for line in lines).most_common(1)[0][0])
        self.right = max(line.x1 for line in lines)
        self.stretch = self._stretches()
        self.reach: dict[tuple[int, int], float] = {}
        for n, line in enumerate(lines):
            for key in ((self.stretch[n], round(line.x0)), (-1, round(line.x0))):
                self.reach[key] = max(self.reach.get(key, 0.0), line.x1)

    def edge(self, n: int) -> float:
        """Return how far the lines at this line's and the next one's indent reach; beside a picture, those around.

        Lines between two gaps tell it; where they are few, all of the column.
        """
        levels = {round(line.x0) + d for line in self.lines[n : n + 2] for d in (-1, 0, 1)}
        own = self.stretch[n] if self.stretch.count(self.stretch[n]) >= _FEW else -1
        edge = max(self.reach.get((own, level), 0.0) for level in levels)
        beside = (self._reach_beside(n - back, n - back + _AROUND) for back in (0, _AROUND // 2, _AROUND))
        return min(edge, *beside)

    def _reach_beside(self, first: int, last: int) -> float:
        """Return how far these lines reach if they lie together and most reach about as far; else any distance."""
        if first < 0 or last >= len(self.lines) or self.stretch[first] != self.stretch[last]:
            return float("inf")
        ends = [line.x1 for line in self.lines[first : last + 1]]
        near = max(ends)
        reached = sum(end >= near - _REACH * (near - self.left) for end in ends)
        return near if reached >= _MOST * len(ends) else float("inf")

    def _stretches(self) -> list[int]:
        """Number the runs of lines between gaps and changes of size."""
        out = [0]
        for n in range(1, len(self.lines)):
            out.append(out[-1] + (self._gap(n) or not same_size(self.lines[n - 1], self.lines[n])))
        return out

    def _gap(self, n: int) -> bool:
        gap, size = self.lines[n - 1].y - self.lines[n].y, self.lines[n].size
        return not 0 < gap <= _GAP * self.usual.get(round(size), 1.2 * size)

    def breaks(self, group: list[int], n: int) -> bool:
        """Whether line ``n`` begins a paragraph, ``group`` being the lines of the one before it."""
        a, b = self.lines[n - 1], self.lines[n]
        if not same_size(a, b):
            return True
        if b.size > LARGER * self.body:
            return not _one_heading(a, b)
        if self._gap(n) or not is_full(a, b, self.edge(n - 1)) or BULLET.match(b.text):
            return True
        if ITEM.match(b.text) and ITEM.match(self.lines[group[0]].text):
            return True
        return self._set_in(group, n) or bool(turn_label(b.text) and ENDED.search(a.text))

    def _set_in(self, group: list[int], n: int) -> bool:
        """Whether the line's place says that it begins a paragraph."""
        a, b = self.lines[n - 1], self.lines[n]
        shift = b.x0 - a.x0
        if abs(shift) <= INDENT * b.size:
            return False
        if shift < 0:
            return len(group) > 1  # else the line before was a paragraph's first, set in
        after = self.lines[n + 1] if n + 1 < len(self.lines) else None
        near = INDENT * b.size
        hangs = after is not None and abs(after.x0 - b.x0) <= near
        hangs = hangs or (a.x0 < self.left - near and abs(b.x0 - self.left) <= near)
        return not (len(group) == 1 and (hangs or ITEM.match(a.text) or BULLET.match(a.text)))


def _one_heading(a: Line, b: Line) -> bool:
    """Whether two lines of large type are one: close, alike, and set centred or broken where they were full."""
    close = a.bold == b.bold and 0 < a.y - b.y <= _HEADING_GAP * b.size
    centred = abs(a.x0 + a.x1 - b.x0 - b.x1) <= b.size and abs(a.x0 - b.x0) > INDENT * b.size
    return close and (centred or b.x1 <= a.x1 + b.first) and not (line_kind(a.text) or line_kind(b.text))


def same_size(a: Line, b: Line) -> bool:
    """Whether two lines are set in the same size."""
    return abs(a.size - b.size) <= _SAME_SIZE * max(a.size, b.size)


def is_full(a: Line, b: Line, edge: float) -> bool:
    """Whether the next line's first word had no room left on this one."""
    return a.broken or a.x1 + _BLANK * a.size + b.first > edge - 1.0
