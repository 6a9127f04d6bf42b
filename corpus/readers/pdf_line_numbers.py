"""The numbers in a PDF's margin that count its lines, as transcripts of courts and bills have them."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.readers.pdf_words import Word

#: How many numbers a page must have, for each step in which lines are counted.
_LEAST: Final = {1: 8, 5: 3}
_MOST_DIGITS: Final = 3
_EDGE: Final = 4
#: Most stand at one distance, give or take this share of it, and rise by one step.
_MOST: Final = 0.8
_UNEVEN: Final = 0.15


def part_line_numbers(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Part the numbers that count a page's lines, in its margin, from its words: ``(numbers, words)``.

    They rise by one or by five, stand at even distances and under one another, and nothing stands outside them.
    """
    numbers = [w for w in words if w.text.isdecimal() and len(w.text) <= _MOST_DIGITS]
    for edge in ("x1", "x0"):
        columns: dict[int, list[Word]] = defaultdict(list)
        for word in numbers:
            columns[round(getattr(word, edge) / _EDGE)].append(word)
        for column in sorted(columns.values(), key=len, reverse=True):
            if _counts(column) and _in_margin(column, words):
                taken = {id(word) for word in column}
                return column, [w for w in words if id(w) not in taken]
    return [], list(words)


def _counts(column: list[Word]) -> bool:
    rows = sorted(column, key=lambda w: -w.y)
    steps = [int(b.text) - int(a.text) for a, b in pairwise(rows)]
    gaps = [a.y - b.y for a, b in pairwise(rows)]
    if not steps:
        return False
    step = Counter(steps).most_common(1)[0][0]
    usual = median(gaps)
    even = sum(abs(gap - usual) <= _UNEVEN * usual for gap in gaps) >= _MOST * len(gaps)
    rising = steps.count(step) >= _MOST * len(steps)
    return even and rising and len(rows) >= _LEAST.get(step, len(rows) + 1)


def _in_margin(column: list[Word], words: Sequence[Word]) -> bool:
    taken = {id(word) for word in column}
    others = [w for w in words if id(w) not in taken]
    low, high = min(w.x0 for w in column), max(w.x1 for w in column)
    bottom, top = min(w.y for w in column), max(w.y for w in column)
    beside = [w for w in others if bottom <= w.y <= top]
    return bool(beside) and (all(w.x0 > high for w in beside) or all(w.x1 < low for w in beside))
