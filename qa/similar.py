"""More like this: the passages nearest in meaning to one of the corpus. Nothing is asked or answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus import limits
from corpus.errors import UsageError, printable
from qa.highlight import Highlighter
from qa.hits import Making, make_hits
from qa.reading import Reading
from qa.score import Scored, Wanted
from qa.search import Found

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.model import Passage
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.answer import Hit
    from qa.corpus import Corpus

#: Most hits from one document before other documents get their turn.
PER_DOCUMENT: Final = 3
#: So many passages for each one wanted are looked at for copies of each other.
_FOLDED: Final = 4


@dataclass(frozen=True, slots=True)
class Similar:
    """The passages nearest to ``passage``, nearest first, itself and its copies left out.

    The ``score`` of each hit is its cosine; its ``spans`` are the sentence nearest to the passage. ``revision`` is
    the store's.
    """

    passage: Passage
    hits: tuple[Hit, ...]
    revision: int


def similar(corpus: Corpus, passage_id: str, k: int = 5) -> Similar:
    """Return the passages nearest in meaning to one of the corpus.

    Nearness is the cosine with the mean of the passage's own vectors; no model is run.

    Args:
        corpus: where it is.
        passage_id: which passage.
        k: most passages to return, 1 to ``limits.MAX_HITS``.

    Raises:
        UsageError: no passage has that id, or ``k`` is out of bounds.
        CorpusError, ModelError: the corpus or its index cannot be used.
    """
    if not 1 <= k <= limits.MAX_HITS:
        raise UsageError(
            f"k is {k}", expected=f"1 to {limits.MAX_HITS:,} passages", action="Choose such a number."
        )
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        passage = _passage(view, snapshot, passage_id)
        found = _nearest(snapshot, snapshot.position[passage_id], _FOLDED * (k + 1))
        made_from = Making(view, snapshot, corpus.ledger(snapshot, view), Reading(), found)
        # The passage itself is among them, so that its copies fold into it and go where it goes.
        hits = make_hits(made_from, k + 1, per_document=PER_DOCUMENT + 1)
    others = [hit for hit in hits if passage_id not in {hit.passage.id, *hit.also_in}][:k]
    return Similar(passage, tuple(replace(h, rank=n) for n, h in enumerate(others, 1)), snapshot.revision)


def _passage(view: View, snapshot: Snapshot, passage_id: str) -> Passage:
    passage = view.passages([passage_id]).get(passage_id) if passage_id in snapshot.position else None
    if passage is None:
        raise UsageError(
            f"no passage has the id {printable(passage_id, 40)!r}",
            expected="the id of a passage that the corpus holds",
            action="Ask again: the document may have been removed or changed.",
        )
    return passage


def _nearest(snapshot: Snapshot, position: int, limit: int) -> Found:
    """Return the passages nearest to the one at a position, itself first."""
    vector = _vector(snapshot, position)
    pairs = [(p, cosine) for p, cosine in snapshot.dense(vector, limit) if p != position]
    positions = np.array([position, *(p for p, _ in pairs)], dtype=np.int64)
    cosines = np.array([1.0, *(cosine for _, cosine in pairs)], dtype=np.float32)
    nothing = np.zeros(len(positions), dtype=np.float32)
    scored = Scored(positions, cosines, cosines, snapshot.sentences.best(vector, positions), nothing)
    nowhere = np.zeros(len(snapshot.keys), dtype=np.float32)
    wanted = Wanted(vector, (), nowhere, nowhere, nowhere, nowhere)
    places = {int(p): n for n, p in enumerate(positions)}
    return Found(wanted, (), scored, places, Highlighter(snapshot.sentences, vector, ()))


def _vector(snapshot: Snapshot, position: int) -> NDArray[np.float32]:
    """Return the unit mean of a passage's vectors, shape ``(dimension,)``."""
    rows = np.flatnonzero(snapshot.windows[:, 0] == position).astype(np.int64)
    mean = snapshot.vectors.taken(rows).mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)
