"""Search: meaning and words, fused; and what speaks for each passage found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers import asked_speaker, name_words
from qa.answer import Evidence
from qa.decide import confidence
from qa.evidence import match_terms
from qa.fuse import reciprocal_rank

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy as np
    from numpy.typing import NDArray

    from embeddings.encoder import Encoder
    from embeddings.snapshot import Snapshot

#: How many passages each of the two searches brings to the fusion, at least.
_CANDIDATES = 50
#: How many of the best passages the decision to answer looks at, however many are asked for.
_DECIDING = 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought: the question's unit vector; by passage position, best first, score and evidence."""

    vector: NDArray[np.float32]
    scores: dict[int, float]
    evidence: dict[int, Evidence]
    stranger: str | None = None

    @property
    def confidence(self) -> float:
        """How likely it is that the corpus answers, 0 to 1.

        It is 0 when nothing was found, and when the question asks what somebody said whom the corpus never
        names: whatever was found is then somebody else's words.
        """
        best = [self.evidence[position] for position in list(self.scores)[:_DECIDING]]
        return confidence(*features(best)) if best and self.stranger is None else 0.0


def search(
    snapshot: Snapshot, encoder: Encoder, question: str, *, allowed: Collection[int] | None, k: int
) -> Found:
    """Search a snapshot.

    Args:
        snapshot: where to search.
        encoder: what made the snapshot's vectors.
        question: its words.
        allowed: passage positions that may be found; None for all.
        k: how many hits are wanted; more than that many are found, so that folding leaves enough.
    """
    limit = max(_CANDIDATES, 2 * k)
    vector = encoder.encode([question])[0]
    dense = dict(snapshot.dense(vector, limit, allowed))
    lexical = dict(snapshot.lexical.search(question, limit, allowed))
    scores = dict(reciprocal_rank([list(dense), list(lexical)]))
    matched = match_terms(snapshot, question, list(scores))
    dense_ranks = {position: rank for rank, position in enumerate(dense, 1)}
    lexical_ranks = {position: rank for rank, position in enumerate(lexical, 1)}
    evidence = {
        position: Evidence(
            dense_rank=dense_ranks.get(position),
            lexical_rank=lexical_ranks.get(position),
            cosine=dense.get(position),
            coverage=matched.coverage(position),
            terms=matched.found[position],
        )
        for position in scores
    }
    return Found(vector, scores, evidence, _stranger(snapshot, question))


def _stranger(snapshot: Snapshot, question: str) -> str | None:
    """Return the person whose words are asked for when their last name stands nowhere in the corpus."""
    asked = asked_speaker(question)
    if asked is None:
        return None
    known = snapshot.lexical.document_counts(name_words(asked)[-1:])
    return None if any(known) else asked


def features(best: Collection[Evidence]) -> tuple[float, float]:
    """Return what the decision rests on: the best cosine and the best coverage among the first passages."""
    return max(e.cosine or 0.0 for e in best), max(e.coverage for e in best)
