"""The words an index knows, and which of them a question's word may be: other spellings, typing errors."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.speakers.variants import spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A word of so many letters may hold one typing error, and a long one two; a shorter one is too soon another.
_ONE_ERROR: Final = 5
_TWO_ERRORS: Final = 9
#: So many words of the index may stand for one that it does not have.
_NEAREST: Final = 3


class Vocabulary:
    """The stems of an index by number; number 0 stands for none."""

    def __init__(self, stems: Sequence[str]) -> None:
        self._stems = stems
        self._numbers = {stem: number for number, stem in enumerate(stems) if number}

    def __contains__(self, stem: object) -> bool:
        return stem in self._numbers

    def number(self, stem: str) -> int:
        """Return a stem's number, 0 for one that the index does not have."""
        return self._numbers.get(stem, 0)

    def spellings(self, stem: str) -> tuple[str, ...]:
        """Return the stem and those of other known spellings of the same name that the index has.

        A spelling and its stem are one already, unless an ending stood in the way: suleimanis.
        """
        return (stem, *(other for other in self._spellings.get(spelled(stem), ()) if other != stem))

    def nearest(self, stem: str) -> tuple[str, ...]:
        """Return the words of the index that a stem it does not have may be, read past a typing error.

        Distances are of Damerau and Levenshtein in the form of optimal string alignment: a letter too many, too
        few, wrong, or exchanged with its neighbour. Numbers and short words are never forgiven.
        """
        if len(stem) < _ONE_ERROR or not stem.isalpha():
            return ()
        most = 2 if len(stem) >= _TWO_ERRORS else 1
        near = process.extract(stem, self._stems, scorer=OSA.distance, score_cutoff=most, limit=None)
        found = [(word, distance) for word, distance, _ in near if word.isalpha()]
        return tuple(word for word, distance in found if distance == found[0][1])[:_NEAREST]

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for stem in self._numbers:
            if (form := spelled(stem)) != stem:
                groups[form].append(stem)
        for form in list(groups):
            if form in self._numbers:
                groups[form].append(form)
        return dict(groups)
