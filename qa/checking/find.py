"""Where a quotation may stand: by its words alone, never by its meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from embeddings.lexical import best_rows
from embeddings.tokens import UNSPACED, stems
from qa.checking.region import Region, read_region, words_of
from qa.checking.words import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from corpus.model import Passage
    from corpus.view import View
    from qa.checking.index import WordIndex
    from qa.checking.quotation import Quotation, QuotedWord

#: Quotations of so many words stand anywhere by chance unless they stand there exactly.
SHORT: Final = 3
#: So many of the passages with most of the words are looked at.
_NEAREST: Final = 12
#: What a pair of neighbouring words counts beside a single word.
_PAIRS: Final = 2.0
_BATCH: Final = 500
#: Passages fetched at once on either side, and how far beyond a quotation's own length they reach, in characters.
_STEP: Final = 6
_SPARE_CHARS: Final = 300
#: Marks that are no part of a word, and the apostrophe that is.
_PLAIN: Final = str.maketrans("’‘`“”–—…", "'''\"\"---")


class Finder:
    """Looks for quotations in one revision of a corpus. Lives as long as its view."""

    def __init__(self, index: WordIndex, view: View) -> None:
        self._index, self._view = index, view
        self._read: dict[int, Passage] = {}

    def passages(self, positions: Sequence[int]) -> list[Passage]:
        """Return the passages at these positions, those that the store has."""
        missing = {self._index.ids[p]: p for p in positions if p not in self._read}
        if missing:
            self._read |= {missing[i]: passage for i, passage in self._view.passages(missing).items()}
        return [self._read[p] for p in positions if p in self._read]

    def preferred(self, positions: Sequence[int], ids: Collection[str]) -> list[int]:
        """Return positions with those of these passages first."""
        return sorted(positions, key=lambda position: self._index.ids[position] not in ids)

    def holding(self, words: Sequence[QuotedWord]) -> list[int]:
        """Return the positions of the passages in which these words stand side by side, case and accents apart."""
        wanted = [folded(word.key) for word in words]
        rows = self._with_all(words)
        return [
            position
            for start in range(0, len(rows), _BATCH)
            for position in self._holding(rows[start : start + _BATCH], wanted)
        ]

    def nearest(self, words: Sequence[QuotedWord], limit: int = _NEAREST) -> list[int]:
        """Return the positions of the passages with most of the words and of their pairs, weighted by rarity."""
        query = [(stem,) for stem in dict.fromkeys(self._stems(words))]
        lexical = self._index.lexical
        return [int(row) for row in best_rows(lexical.scores(query) + _PAIRS * lexical.pair_scores(query), limit)]

    def region(self, position: int, quotation: Quotation) -> tuple[Region, range]:
        """Return the passages around a position that a quotation through it may reach, and their positions."""
        beside = 1 + (len(quotation.segments) > 1)
        needed = len(quotation.text) + _SPARE_CHARS
        first = position - self._reach(position, -1, beside, needed)
        after = position + self._reach(position, 1, beside, needed) + 1
        return read_region(self.passages(range(first, after))), range(first, after)

    def scattered(self, quotation: Quotation) -> Region:
        """Return the passages in which the stretches between a quotation's ellipses stand, wherever they do."""
        chosen: list[int] = []
        for segment in quotation.segments:
            found = self.holding(segment) or self.nearest(segment, 1)
            last = chosen[-1] if chosen else 0
            on = [p for p in found if p >= last] or found
            chosen += [p for p in on[:1] if p not in chosen[-1:]]
        return read_region(self.passages(chosen))

    def _stems(self, words: Iterable[QuotedWord]) -> list[str]:
        """Return the stems of words; one broken over a line is put together where the index has it so."""
        text, begun = "", ""
        for word in words:
            whole = stems(begun + word.key) if begun else []
            together = bool(whole) and all(stem in self._index.lexical.vocabulary for stem in whole)
            unspaced = UNSPACED.match(word.key) and UNSPACED.search(text[-1:])
            text += word.key if together or unspaced else f" {word.key}"
            begun = word.key if word.broken else ""
        return stems(text)

    def _with_all(self, words: Sequence[QuotedWord]) -> Sequence[int]:
        """Return the positions with all the stems that the index has; every position for words it leaves out."""
        known = [stem for stem in dict.fromkeys(self._stems(words)) if stem in self._index.lexical.vocabulary]
        if not known:
            tried = len(words) <= SHORT or not self._stems(words)
            return range(len(self._index.ids)) if tried else ()
        rows = sorted((self._index.lexical.rows_with([stem]) for stem in known), key=len)
        common = rows[0]
        for more in rows[1:]:
            common = np.intersect1d(common, more, assume_unique=True)
        return [int(row) for row in common]

    def _holding(self, positions: Sequence[int], wanted: Sequence[str]) -> Iterator[int]:
        stored = self._view.passages(self._index.ids[p] for p in positions)
        side_by_side = re.compile("[^a-z0-9]*".join(map(re.escape, wanted)))
        row = f" {' '.join(wanted)} "
        for position in positions:
            passage = stored.get(self._index.ids[position])
            if passage is None or not _may_hold(passage.text, side_by_side):
                continue
            if row in f" {' '.join(folded(word.key) for word in words_of(passage))} ":
                yield position

    def _reach(self, position: int, step: int, least: int, needed: int) -> int:
        """Return how many passages of the same document to take on one side, for so many characters."""
        taken, chars = 0, 0
        while taken < least or chars < needed:
            ahead = [position + step * (taken + n) for n in range(1, _STEP + 1)]
            ahead = [p for p in ahead if self._beside(position, p)]
            self.passages(sorted(ahead))
            if not ahead:
                break
            for p in ahead:
                if taken >= least and chars >= needed:
                    break
                taken += 1
                chars += len(self._read[p].text) if p in self._read else 0
        return taken

    def _beside(self, position: int, other: int) -> bool:
        documents = self._index.documents
        return 0 <= other < len(documents) and bool(documents[other] == documents[position])


def _may_hold(text: str, side_by_side: re.Pattern[str]) -> bool:
    """Whether words may stand side by side in a text; only where it is plain can that be denied at a glance."""
    plain = text.translate(_PLAIN)
    return not plain.isascii() or "[" in plain or bool(side_by_side.search(plain.lower()))
