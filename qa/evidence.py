"""What speaks for a passage: the question's words found in it, weighted by how rare they are."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus.hyphens import search_copy
from embeddings.tokens import STOP_WORDS, stem, stems, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings.lexical import Lexical

#: What a word read past a typing error counts beside one that stands as it was asked for.
FORGIVEN: Final = 0.6


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: as asked, the stems that stand for it in the index, and how much it tells.

    ``weight`` is its inverse document frequency; ``known`` says whether the index has it, spelled so or as the
    same name is spelled elsewhere; where it has not, ``forms`` are the nearest words it has, if any. ``rows`` are
    the positions of the passages that hold one of the forms, in order.
    """

    text: str
    forms: tuple[str, ...]
    weight: float
    known: bool
    rows: NDArray[np.int64] = field(compare=False, repr=False)

    @property
    def counts(self) -> float:
        """What finding it adds."""
        return self.weight if self.known else FORGIVEN * self.weight


def read_terms(lexical: Lexical, question: str) -> tuple[Term, ...]:
    """Return the words of a question that can tell passages apart, each stem once, in order.

    A word that the corpus does not have at all weighs most, so that a question about somebody unknown is
    little covered by what is found.
    """
    first: dict[str, str] = {}
    for word in words(question):
        if word not in STOP_WORDS:
            first.setdefault(stem(word), word)
    found = zip(first.values(), lexical.query(question), strict=True)
    return tuple(_term(lexical, word, forms) for word, forms in found)


def _term(lexical: Lexical, word: str, forms: tuple[str, ...]) -> Term:
    known = any(form in lexical.vocabulary for form in lexical.vocabulary.spellings(stem(word)))
    rows = lexical.rows_with(forms)
    return Term(word, forms, math.log(1 + lexical.count / ((len(rows) if known else 0) + 0.5)), known, rows)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """The question's terms, and which of them stand in which passage position."""

    terms: tuple[Term, ...]
    found: dict[int, tuple[Term, ...]]

    def coverage(self, position: int) -> float:
        """Return the weighted share of the question's words in a passage, 0 to 1."""
        return share(self.found.get(position, ()), self.terms)


def match_terms(terms: Sequence[Term], positions: Sequence[int]) -> TermMatch:
    """Look up the question's terms in the passages at ``positions``, title and speaker included."""
    places = np.array(positions, dtype=np.int64)
    found: dict[int, list[Term]] = {p: [] for p in positions}
    for term in (t for t in terms if len(t.rows)):
        at = np.minimum(np.searchsorted(term.rows, places), len(term.rows) - 1)
        for position in places[term.rows[at] == places]:
            found[int(position)].append(term)
    return TermMatch(tuple(terms), {p: tuple(ts) for p, ts in found.items()})


def in_text(terms: Sequence[Term], text: str) -> tuple[Term, ...]:
    """Return the terms that stand in a text."""
    present = set(stems(search_copy(text).text))
    return tuple(t for t in terms if not present.isdisjoint(t.forms))


def share(found: Sequence[Term], terms: Sequence[Term]) -> float:
    """Return the weighted share of the terms that was found, 0 to 1."""
    whole = sum(t.weight for t in terms)
    return sum(t.counts for t in found) / whole if whole else 0.0
