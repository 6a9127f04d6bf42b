"""Laying a quotation's words along a source's: the cheapest way to make the one from the other.

Approximate matching of a short row in a long one (Sellers, "The theory and computation of evolutionary distances:
pattern recognition", J. Algorithms 1980), over words: the quotation is laid whole, the source may begin and end
anywhere. A word added, left out or changed costs about as much. Leaving out is free where an ellipsis says so, and
nearly free for what a bracket may stand for and for the author's "said Roe".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from qa.checking.words import folded, freed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from qa.checking.quotation import QuotedWord
    from qa.checking.region import SourceWord

    Costs = NDArray[np.int32]

#: What a word costs that is left out, one that is added, and one that is changed: each a trifle more, so that of
#: two ways the one with more of the same words is taken. Then one that differs in case and accents only, one that
#: need not be there, and one that must not stand for another.
_MISSING: Final = 20
_ADDED: Final = 21
_CHANGED: Final = 22
_SPELLING: Final = 5
_SMALL: Final = 1
_NEVER: Final = 1 << 20
_DIAGONAL, _UP, _LEFT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Step:
    """A word of the quotation beside a word of the source, by their places; None on one side for none there."""

    quoted: int | None
    source: int | None
    same: bool = False


def align(quoted: Sequence[QuotedWord], source: Sequence[SourceWord]) -> tuple[Step, ...]:
    """Return the cheapest way through both rows, without the source's words before and after it.

    Takes time and memory of the product of both lengths.
    """
    same = _Sameness(quoted, source)
    skips = np.array([_SMALL if word.between else _MISSING for word in source], dtype=np.int32)
    plain = np.r_[np.int32(0), np.cumsum(skips, dtype=np.int32)]
    small = np.arange(len(source) + 1, dtype=np.int32) * _SMALL
    ways = np.zeros((len(quoted), len(source) + 1), dtype=np.uint8)
    costs = np.zeros(len(source) + 1, dtype=np.int32)
    for n, word in enumerate(quoted):
        behind = small * 0 if word.jump else small if word.replaces else plain
        costs, ways[n] = _row(costs, same.costs(n), _SMALL if word.optional else _ADDED, behind)
    return _path(ways, int(costs.argmin()), same)


def _row(above: Costs, change: Costs, add: int, behind: Costs) -> tuple[Costs, NDArray[np.uint8]]:
    """Return the costs of one more word of the quotation at each place of the source, and the ways they came.

    ``behind`` holds what leaving out the source's words costs, summed up from the left.
    """
    up = above + np.int32(add)
    diagonal = np.r_[np.int32(_NEVER), above[:-1] + change]
    best = np.minimum(up, diagonal)
    ways = np.where(diagonal <= up, _DIAGONAL, _UP).astype(np.uint8)
    costs = np.minimum.accumulate(best - behind) + behind
    ways[costs < best] = _LEFT
    return costs, ways


def _path(ways: NDArray[np.uint8], end: int, same: _Sameness) -> tuple[Step, ...]:
    out: list[Step] = []
    row, column = len(ways) - 1, end
    while row >= 0:
        way = ways[row, column]
        if way == _LEFT:
            column -= 1
            out.append(Step(None, column))
        elif way == _UP:
            out.append(Step(row, None))
            row -= 1
        else:
            column -= 1
            out.append(Step(row, column, same.holds(row, column)))
            row -= 1
    return tuple(reversed(out))


class _Sameness:
    """Which words of a quotation are which of a source."""

    def __init__(self, quoted: Sequence[QuotedWord], source: Sequence[SourceWord]) -> None:
        self._quoted = quoted
        forms = [form for word in quoted for form in _forms(word)]
        numbers = {form: n for n, form in enumerate(dict.fromkeys(forms))}
        self._numbers: Mapping[str, int] = numbers
        self._keys = _numbered(numbers, [word.key for word in source])
        self._freed = _numbered(numbers, [freed(word.key) for word in source])
        self._folded = _numbered(numbers, [folded(word.key) for word in source])
        self._glued = _numbered(numbers, [_glued(word) for word in source])

    def holds(self, n: int, column: int) -> bool:
        """Whether a word of the quotation is the source's at a place."""
        return bool(self._equal(n, slice(column, column + 1))[0])

    def _equal(self, n: int, places: slice) -> NDArray[np.bool_]:
        word = self._quoted[n]
        key, plain, glued, _ = (self._numbers[form] for form in _forms(word))
        of = (self._freed if word.free else self._keys)[places]
        return np.asarray((of == key) | (of == plain) | (self._glued[places] == glued))

    def costs(self, n: int) -> Costs:
        """Return what a word of the quotation costs in place of each of the source's."""
        word = self._quoted[n]
        changed = np.int32(_NEVER if word.optional else _CHANGED)
        alike = np.int32(changed if word.optional else _SPELLING)
        near = self._folded == self._numbers[_forms(word)[3]]
        return np.where(self._equal(n, slice(None)), np.int32(0), np.where(near, alike, changed)).astype(np.int32)


def _forms(word: QuotedWord) -> tuple[str, str, str, str]:
    """Return a word's key and plain form, freed if it is free, the key as it stands, and its folded form."""
    key, plain = (freed(word.key), freed(word.plain)) if word.free else (word.key, word.plain)
    return key, plain, word.key, folded(word.key)


def _glued(word: SourceWord) -> str:
    """Return a word with the number of its note, as copying leaves it: to a number only as one set high."""
    if not word.note:
        return ""
    return f"{word.key}^{word.note}" if word.key[-1:].isdigit() else f"{word.key}{word.note}"


def _numbered(numbers: Mapping[str, int], keys: Sequence[str]) -> NDArray[np.int32]:
    return np.array([numbers.get(key, -1) for key in keys], dtype=np.int32)
