"""Putting the best passages in order again by a reranker, where the corpus has one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus.errors import ModelError
from embeddings.windows import with_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpus.view import View
    from embeddings.reranker import Reranker
    from embeddings.snapshot import Snapshot
    from qa.reading import Reading
    from qa.search import Found

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

#: How many of the passages found are put in order again; each costs a pass of the reranker.
RERANKED: Final = 20


def rerank(found: Found, reranker: Reranker | None, view: View, snapshot: Snapshot, reading: Reading) -> Found:
    """Return what was found with its first ``RERANKED`` passages in the reranker's order.

    A passage is read with its document's title, a long one in stretches of which the best counts (Dai and Callan,
    "Deeper Text Understanding for IR with Contextual Neural Language Modeling", 2019). Who speaks and when is not
    in its words: passages change places only with those that are as much by the speaker, and of the time, asked
    for. Their scores stay those of the search.

    Args:
        found: what the search brought.
        reranker: None leaves it as it is.
        view: the passages' words.
        snapshot: where they were found.
        reading: the question as it was read.

    Raises:
        ModelError: the reranker gives something other than a score for each text.
    """
    if reranker is None or not len(found):
        return found
    count = min(len(found), RERANKED)
    positions = found.passages.positions[:count]
    scores = _scores(reranker, reading.words, _texts(view, snapshot, positions))
    kept = np.stack([found.wanted.asked[positions], found.wanted.in_period[positions]], axis=1)
    order = np.r_[_order(scores, kept), np.arange(count, len(found))]
    passages = found.passages.taken(order)
    return replace(found, passages=passages, order={int(p): n for n, p in enumerate(passages.positions)})


def _texts(view: View, snapshot: Snapshot, positions: Rows) -> list[list[str]]:
    """Return what is to be read of each passage; nothing of one that the store no longer has."""
    ids = [snapshot.keys[position].id for position in positions]
    stored = view.passages(ids)
    titles = {p.document_id: view.citation(p.document_id).title or "" for p in stored.values()}
    return [
        [words for _, _, words in with_title(stored[i].text, titles[stored[i].document_id])] if i in stored else []
        for i in ids
    ]


def _scores(reranker: Reranker, question: str, texts: Sequence[Sequence[str]]) -> Floats:
    """Return the best score of each passage's stretches, shape ``(len(texts),)``."""
    owners = np.repeat(np.arange(len(texts)), [len(stretches) for stretches in texts])
    scores = np.asarray(reranker.score(question, [t for stretches in texts for t in stretches]), dtype=np.float32)
    if scores.shape != owners.shape:
        raise ModelError(
            f"the reranker gave scores of shape {scores.shape} for {len(owners)} texts",
            expected=f"{owners.shape}",
            action="Correct its 'score', or leave the reranker out.",
        )
    best = np.full(len(texts), -np.inf, dtype=np.float32)
    np.maximum.at(best, owners, np.where(np.isnan(scores), -np.inf, scores))
    return best


def _order(scores: Floats, kept: Floats) -> Rows:
    """Return the places by score, best first, each among the places with the same row of ``kept``."""
    order = np.arange(len(scores))
    for row in np.unique(kept, axis=0):
        places = np.flatnonzero((kept == row).all(axis=1))
        order[places] = places[np.argsort(-scores[places], kind="stable")]
    return order
