"""How well each passage answers: meaning, words, its surroundings, and who speaks in it, in one figure.

The weights were chosen on five sets of questions at once (encyclopaedia, committee meetings asked about and
asked for a speaker's words, debates, government guidance) as the middle of a range in which all five do well;
``tests/quality/test_retrieval.py`` holds what they reach. Scores are summed as they are: BM25 and cosines tell
more by their size than by their rank, and a question with many telling words should lean on its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings.snapshot import Snapshot

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

#: What a cosine of 1 counts, of the passage (with its title) and of its nearest sentence.
DENSE: Final = 22.0
SENTENCE: Final = 8.0
#: What a point of BM25 counts: single words, pairs of words, and words in the passages around.
WORDS: Final = 0.6
PAIRS: Final = 0.35
SURROUNDING: Final = 0.15
#: What a passage's neighbours count together beside itself: in a conversation, where the answer to a question
#: is spread over turns and few of them name the subject, and in a text, whose paragraphs stand for themselves.
NEAR_A_TURN: Final = 2.5
NEAR_A_PARAGRAPH: Final = 0.3
#: How far neighbours reach, in passages; how fast they fade (by a factor of e each so many passages); and what
#: those after a passage count against those before it: a subject is named first and then spoken of.
REACH: Final = 6
FADING: Final = 3.0
AFTER: Final = 0.8
#: How far the neighbours of a good passage lie below it, as a rule (from 6 in texts to 11 in meetings). Added to
#: them, a passage with many that count much (a turn) can be compared with one that has few that count little.
FALL: Final = 7.0
#: What it counts to be spoken by the one whose words are asked for, by somebody whom the question names, to be of
#: the time asked for, and to hold somebody's attributed words when the question is who.
ASKED: Final = 18.0
MENTIONED: Final = 3.5
IN_PERIOD: Final = 3.0
TOLD: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What is looked for: the question's vector, its stems, and for each passage how far it is wanted.

    The vector is a unit vector for a question of one sentence, and shorter where the sentences of one differ.

    ``asked``, ``mentioned``, ``in_period`` and ``told`` are between 0 and 1, shape ``(passages,)``.
    """

    vector: Floats
    query: Sequence[tuple[str, ...]]
    asked: Floats
    mentioned: Floats
    in_period: Floats
    told: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Passages with what speaks for each: arrays of one shape, in the order of ``positions``."""

    positions: Rows
    total: Floats
    cosine: Floats
    sentence: Floats
    words: Floats

    def taken(self, places: Rows) -> Scored:
        """Return those at some places, in that order."""
        return Scored(
            self.positions[places], self.total[places], self.cosine[places], self.sentence[places],
            self.words[places],
        )  # fmt: skip


def score(snapshot: Snapshot, wanted: Wanted, positions: Rows, words: Floats) -> Scored:
    """Score passages.

    Args:
        snapshot: where they are.
        wanted: what is looked for.
        positions: which passages, in order.
        words: BM25 of every passage of the snapshot for single words.
    """
    wide = around(snapshot, positions, REACH)
    cosine = snapshot.cosines(wanted.vector, wide)
    pairs = snapshot.lexical.pair_scores(wanted.query)
    own = DENSE * cosine + WORDS * words[wide] + PAIRS * pairs[wide]
    own += SURROUNDING * snapshot.lexical.surrounding_scores(wanted.query, wide)
    at = np.searchsorted(wide, positions)
    sentence = snapshot.sentences.best(wanted.vector, positions)
    weight = np.where(snapshot.turns[positions], NEAR_A_TURN, NEAR_A_PARAGRAPH).astype(np.float32)
    near, present = _near(snapshot, positions, wide, own)
    weight *= present
    alone = own[at] + SENTENCE * sentence
    total = (alone + weight * (near + FALL)) / (1 + weight) + _preferred(wanted, positions)
    return Scored(positions, total.astype(np.float32), cosine[at], sentence, words[positions])


def _preferred(wanted: Wanted, positions: Rows) -> Floats:
    return np.asarray(
        ASKED * wanted.asked[positions]
        + MENTIONED * wanted.mentioned[positions]
        + IN_PERIOD * wanted.in_period[positions]
        + TOLD * wanted.told[positions],
        dtype=np.float32,
    )


def around(snapshot: Snapshot, positions: Rows, reach: int) -> Rows:
    """Return these passages and those of their documents that stand up to ``reach`` places away, in order."""
    steps = (positions[snapshot.beside(positions, step)] + step for step in range(-reach, reach + 1))
    return np.unique(np.concatenate([*steps, positions]))


def _near(snapshot: Snapshot, positions: Rows, wide: Rows, own: Floats) -> tuple[Floats, Floats]:
    """Return the mean score of each passage's neighbours, the nearer ones counting more; 0 for one without.

    Beside it stands how many there are of all that there could be, weighted likewise: the only neighbour of a
    passage must not outweigh the passage.
    """
    total = np.zeros(len(positions), dtype=np.float32)
    weights = np.zeros(len(positions), dtype=np.float32)
    most = 0.0
    for step in (s for s in range(-REACH, REACH + 1) if s):
        weight = np.exp(-abs(step) / FADING) * (AFTER if step > 0 else 1.0)
        same = snapshot.beside(positions, step)
        total[same] += weight * own[np.searchsorted(wide, positions[same] + step)]
        weights[same] += weight
        most += weight
    return np.divide(total, weights, out=np.zeros_like(total), where=weights > 0), weights / most
