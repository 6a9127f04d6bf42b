"""Small corpora without a store, of invented sentences in any order, with a ledger; and their scores, slowly."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from small_index import snapshot_of
from tiny_encoder import TinyEncoder

from corpus.model import text_digest
from corpus.speakers.roster import Roster
from embeddings.lexical import Field
from embeddings.snapshot import Key
from embeddings.work import Described
from qa import score
from qa.ledger import Ledger
from qa.reading import Known, Reading

NEVER = (dt.date.max.toordinal(), dt.date.min.toordinal())
SPEAKERS = ("Sanna Veld", "Oda Bern")
SENTENCES = [
    "The ferry leaks at the bow.",
    "The ferry sails on Sundays.",
    "A new hull costs four hundred crowns.",
    "Nobody asked the divers about the harbour wall.",
    "The harbour wall leans to the north.",
    "The lamps on the quay are dark.",
    "Peat is dug where the road ends.",
    "The board meets and the board parts.",
    "Divers found the old lock under the quay.",
    "Is that so?",
]
QUESTIONS = [
    "ferry hull", "the harbour wall", "Who dug the peat?", "divers on the quay. Were there lamps?", "is that so",
]  # fmt: skip
ENCODER = TinyEncoder()


@dataclass(frozen=True, eq=False)
class Small:
    """A corpus of passages: their texts, a snapshot and its ledger."""

    texts: tuple[str, ...]
    snapshot: object
    ledger: Ledger

    def __len__(self):
        return len(self.snapshot.keys)

    @property
    def everywhere(self):
        return np.arange(len(self), dtype=np.int64)


def small(texts, *, documents=None, turns=None, spoken=(), years=None, title="Notes"):
    """Return a corpus of these texts.

    Args:
        texts: one passage each.
        documents: the number of each one's document, never falling; all 0 when left out.
        turns: whether each is a turn.
        spoken: ``(position, speaker, how sure)`` of passages with somebody's words.
        years: the year each one's document was published in, or None.
        title: of every document.
    """
    documents, turns = documents or [0] * len(texts), turns or [False] * len(texts)
    rows = [
        Described(Key(f"id-{n}", text_digest(text)), title, Field(text, title, documents[n]), turn=turns[n])
        for n, text in enumerate(texts)
    ]
    return Small(
        tuple(texts), snapshot_of(rows, ENCODER), ledger(len(texts), spoken, years or [None] * len(texts))
    )


def ledger(count, spoken=(), years=()):
    """Return a ledger of ``count`` passages."""
    names = dict.fromkeys(name for _, name, _ in spoken)
    by_name = {name: sorted((p, sure) for p, who, sure in spoken if who == name) for name in names}
    columns = {
        name: (np.array([p for p, _ in rows], dtype=np.int64), np.array([s for _, s in rows], dtype=np.float32))
        for name, rows in by_name.items()
    }
    issued = np.tile(np.array(NEVER, dtype=np.int32), (count, 1))
    for n, year in enumerate(years):
        if year:
            issued[n] = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    said = np.tile(np.array(NEVER, dtype=np.int32), (count, 1))
    return Ledger(known=Known(), roster=Roster(), spoken=columns, issued=issued, said=said)


@st.composite
def smalls(draw, most=14):
    """Corpora of up to ``most`` passages in several documents, turns and paragraphs, some spoken, some dated."""
    row = st.tuples(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join),
        st.integers(0, 2), st.booleans(),
        st.sampled_from([None, *SPEAKERS]), st.sampled_from([0.5, 1.0]), st.sampled_from([None, 2013, 2014]),
    )  # fmt: skip
    rows = sorted(draw(st.lists(row, min_size=1, max_size=most)), key=lambda one: one[1])
    texts, documents, turns, names, sure, years = (list(column) for column in zip(*rows, strict=True))
    spoken = [(n, name, sure[n]) for n, name in enumerate(names) if name]
    return small(texts, documents=documents, turns=turns, spoken=spoken, years=years)


def reading(words, **fields):
    """Return the reading of a question in which nothing but its words was found, but for ``fields``."""
    return Reading(**({"topic": words, "words": words} | fields))


def slow_totals(one, wanted):
    """Return the score of every passage by plain loops."""
    snapshot, lexical = one.snapshot, one.snapshot.lexical
    words, pairs = lexical.scores(wanted.query), lexical.pair_scores(wanted.query)
    around = lexical.surrounding_scores(wanted.query, one.everywhere)
    windows = [
        [
            float(v @ wanted.vector)
            for v, w in zip(snapshot.vectors.rows(), snapshot.windows, strict=True)
            if w[0] == p
        ]
        for p in range(len(one))
    ]
    own = [
        score.DENSE * max(windows[p])
        + score.WORDS * words[p]
        + score.PAIRS * pairs[p]
        + score.SURROUNDING * around[p]
        for p in range(len(one))
    ]
    return [_slow_total(one, wanted, p, own) for p in range(len(one))]


def _slow_total(one, wanted, position, own):
    total = weights = most = 0.0
    for step in (n for n in range(-score.REACH, score.REACH + 1) if n):
        weight = math.exp(-abs(step) / score.FADING) * (score.AFTER if step > 0 else 1)
        other, most = position + step, most + weight
        if 0 <= other < len(one) and one.snapshot.documents[other] == one.snapshot.documents[position]:
            total, weights = total + weight * own[other], weights + weight
    lent = (score.NEAR_A_TURN if one.snapshot.turns[position] else score.NEAR_A_PARAGRAPH) * weights / most
    sentence = max(one.snapshot.sentences.cosines(wanted.vector, position))
    near = (total / weights if weights else 0) + score.FALL
    mixed = (own[position] + score.SENTENCE * sentence + lent * near) / (1 + lent)
    return (
        mixed
        + score.ASKED * wanted.asked[position]
        + score.MENTIONED * wanted.mentioned[position]
        + score.IN_PERIOD * wanted.in_period[position]
        + score.TOLD * wanted.told[position]
    )
