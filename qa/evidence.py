"""What speaks for a passage: the question's words found in it, weighted by how rare they are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embeddings.lexical import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from embeddings.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class TermMatch:
    """The question's words with their weights, and which of them stand in which passage position."""

    weights: dict[str, float]
    found: dict[int, tuple[str, ...]]

    def coverage(self, position: int) -> float:
        """Return the weighted share of the question's words in a passage, 0 to 1."""
        whole = sum(self.weights.values())
        return sum(self.weights[w] for w in self.found.get(position, ())) / whole if whole else 0.0


def match_terms(snapshot: Snapshot, question: str, positions: Sequence[int]) -> TermMatch:
    """Look up the question's words in the passages at ``positions``, by stem, as the lexical index does.

    The weight of a word is its inverse document frequency, ln(1 + N / (n + 1/2)): a word that the corpus does
    not have at all weighs most, so that a question about somebody unknown is little covered.
    """
    words = terms(question)
    total = len(snapshot.keys)
    counts = snapshot.lexical.document_counts(words)
    weights = {w: math.log(1 + total / (n + 0.5)) for w, n in zip(words, counts, strict=True)}
    found: dict[int, list[str]] = {p: [] for p in positions}
    for word in words:
        for position in snapshot.lexical.rows_with(word, positions):
            found[position].append(word)
    return TermMatch(weights, {p: tuple(ws) for p, ws in found.items()})
