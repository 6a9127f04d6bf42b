"""Search: from a question as it was read to the passages that may answer it, each with what speaks for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus.sentences import sentence_offsets
from embeddings.lexical import best_rows
from qa.evidence import read_terms
from qa.highlight import Highlighter
from qa.score import Scored, Wanted, around, score

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from embeddings.encoder import Encoder
    from embeddings.snapshot import Snapshot
    from qa.evidence import Term
    from qa.ledger import Ledger
    from qa.reading import Reading

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

#: How many of the best passages by meaning, and by words, are scored in full, at least; and how far around each.
SEEDS: Final = 60
NEIGHBOURS: Final = 3
#: What the sentences of a question of several count in its vector, beside the whole: "I work nights. I have two
#: children. What am I owed?" is more about what it asks than its length says.
_PARTS: Final = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a search brought: what was looked for, its words, and the passages, best first.

    ``order`` gives the place of each passage position in ``passages``; ``highlighter`` marks their answering
    sentences.
    """

    wanted: Wanted
    terms: tuple[Term, ...]
    passages: Scored
    order: dict[int, int]
    highlighter: Highlighter

    def __len__(self) -> int:
        return len(self.passages.positions)


def search(
    snapshot: Snapshot,
    encoder: Encoder,
    reading: Reading,
    ledger: Ledger,
    *,
    allowed: Collection[int] | None = None,
    limit: int = SEEDS,
) -> Found:
    """Search a snapshot.

    Args:
        snapshot: where to search.
        encoder: what made the snapshot's vectors.
        reading: the question as it was read.
        ledger: who speaks in the snapshot's passages, and when.
        allowed: passage positions that may be found; None for all. The rest lend weight to their neighbours.
        limit: how many passages are wanted at most.
    """
    text = reading.words if reading.absent else reading.topic
    terms = read_terms(snapshot.lexical, text)
    wanted = _wanted(snapshot, question_vector(encoder, text), terms, reading, ledger)
    words = snapshot.lexical.scores(wanted.query)
    barred = np.zeros(len(snapshot.keys), dtype=bool)
    if allowed is not None:
        barred[:] = True
        barred[list(allowed)] = False
    seeds = _seeds(snapshot, wanted, words, barred, max(SEEDS, limit))
    near = around(snapshot, seeds, NEIGHBOURS) if len(seeds) else seeds
    scored = score(snapshot, wanted, near[~barred[near]], words)
    order = np.argsort(-scored.total, kind="stable")[: max(SEEDS, limit)]
    taken = scored.taken(order)
    places = {int(position): n for n, position in enumerate(taken.positions)}
    return Found(wanted, terms, taken, places, Highlighter(snapshot.sentences, wanted.vector, terms))


def question_vector(encoder: Encoder, text: str) -> Floats:
    """Return the vector a question is searched by: of the whole, and where it has several sentences of those."""
    text = unicodedata.normalize("NFC", text)  # as passages are embedded
    spans = sentence_offsets(text)
    if len(spans) < 2:  # noqa: PLR2004 - one sentence is the whole
        return np.asarray(encoder.encode([text])[0], dtype=np.float32)
    rows = encoder.encode([text, *(text[start:end] for start, end in spans)])
    vector = (1 - _PARTS) * rows[0] + _PARTS * rows[1:].mean(axis=0)
    return np.asarray(vector, dtype=np.float32)


def _wanted(
    snapshot: Snapshot, vector: Floats, terms: tuple[Term, ...], reading: Reading, ledger: Ledger
) -> Wanted:
    nowhere = np.zeros(len(snapshot.keys), dtype=np.float32)
    in_period = nowhere
    if reading.period:
        in_period = ledger.within(reading.period.since, reading.period.until).astype(np.float32)
    told = ledger.shares(ledger.spoken) if reading.who else nowhere
    asked, mentioned = ledger.shares(reading.asked), ledger.shares(reading.mentioned)
    return Wanted(vector, [term.forms for term in terms], asked, mentioned, in_period, told)


def _seeds(snapshot: Snapshot, wanted: Wanted, words: Floats, barred: NDArray[np.bool_], limit: int) -> Rows:
    """Return the best passages by meaning and by words, and the best of those that are asked for."""
    open_to = None if not barred.any() else np.flatnonzero(~barred)
    found = [_best(snapshot, wanted, words, open_to, limit)]
    asked = np.flatnonzero((wanted.asked > 0) & ~barred)
    if len(asked):
        found.append(_best(snapshot, wanted, words, asked, limit))
    return np.unique(np.concatenate(found))


def _best(snapshot: Snapshot, wanted: Wanted, words: Floats, among: Rows | None, limit: int) -> Rows:
    dense = [position for position, _ in snapshot.dense(wanted.vector, limit, among)]
    lexical = best_rows(words, limit) if among is None else among[best_rows(words[among], limit)]
    return np.concatenate([np.array(dense, dtype=np.int64), lexical])
