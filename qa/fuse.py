"""One ranking out of two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
#: Methods", SIGIR 2009: scores of 1 / (k + rank), with k = 60 as in the paper.
RRF_K = 60


def reciprocal_rank(rankings: Sequence[Sequence[int]]) -> list[tuple[int, float]]:
    """Fuse rankings of items, best first, into ``(item, score)`` pairs, best first.

    Ties go to the item that stands higher in the earlier ranking, so that the order never depends on chance.
    """
    scores: dict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] += 1 / (RRF_K + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
