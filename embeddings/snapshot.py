"""One immutable view of a generation: what a question is searched in, from beginning to end."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from corpus.errors import IndexDamagedError
from embeddings import generation
from embeddings.arrays import best_of_each
from embeddings.lexical import Lexical
from embeddings.sentences import Sentences
from embeddings.vectors import Vectors

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from numpy.typing import NDArray

_OVERSAMPLE = 4  # a long passage holds several of the nearest windows


@dataclass(frozen=True, slots=True)
class Key:
    """Binds an index position to a passage by its id and its text's SHA-256."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Vectors, lexical index and the passages they stand for, all of one store revision.

    ``windows`` has shape ``(vectors, 3)``: passage position, start and end of the embedded stretch; ``digests``
    are the SHA-256 of what was embedded for them, in the same order. ``documents`` numbers each passage's
    document, shape ``(passages,)``, passages of one document in a row and in reading order; ``turns`` says which
    are turns of a transcript.
    """

    revision: int
    model: str
    keys: tuple[Key, ...]
    windows: NDArray[np.int64]
    vectors: Vectors
    sentences: Sentences
    lexical: Lexical
    documents: NDArray[np.int32]
    turns: NDArray[np.bool_]
    digests: tuple[str, ...] = ()
    position: dict[str, int] = field(default_factory=dict)

    def dense(
        self, vector: NDArray[np.float32], limit: int, allowed: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """Return ``(passage position, cosine)`` of the nearest passages, nearest first.

        Args:
            vector: the question's unit vector, shape ``(dimension,)``.
            limit: most passages to return.
            allowed: passage positions to search among; None for all.
        """
        rows = None
        if allowed is not None:
            rows = np.flatnonzero(np.isin(self.windows[:, 0], list(allowed))).astype(np.int64)
        best: dict[int, float] = {}
        for row, score in self.vectors.search(vector, limit * _OVERSAMPLE, rows):
            best.setdefault(int(self.windows[row, 0]), score)
        return list(best.items())[:limit]

    def cosines(self, vector: NDArray[np.float32], positions: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the cosine of each passage's nearest window, shape of ``positions``; -1 for one without."""
        firsts = np.searchsorted(self.windows[:, 0], positions, side="left")
        lasts = np.searchsorted(self.windows[:, 0], positions, side="right")
        return best_of_each(firsts, lasts, lambda rows: self.vectors.products(vector, rows))

    def beside(self, positions: NDArray[np.int64], step: int) -> NDArray[np.bool_]:
        """Return which passages have a passage of their own document ``step`` places on, back where negative."""
        return self.lexical.beside(positions, step)

    def positions(self, ids: Collection[str]) -> list[int]:
        """Return where these passages stand; ids that are not in this snapshot are passed over."""
        return sorted(self.position[i] for i in ids if i in self.position)


def open_snapshot(manifest: generation.Manifest, files: Mapping[str, bytes]) -> Snapshot:
    """Return the snapshot of a verified generation.

    Raises:
        IndexDamagedError: its parts do not fit together.
    """
    rows = json.loads(files[generation.ROWS])
    keys = tuple(Key(*pair) for pair in rows["keys"])
    windows = np.array(rows["windows"][:3], dtype=np.int64).reshape(3, -1).T
    vectors = Vectors(files[generation.VECTORS])
    if not (len(keys) == manifest.passages and len(windows) == vectors.count == manifest.vectors):
        raise _unfit(f"{vectors.count} vectors for {len(windows)} windows", f"{manifest.vectors} of each")
    sentences, lexical = Sentences(files[generation.SENTENCES]), Lexical(files[generation.LEXICAL])
    counts = {sentences.passages, lexical.count, len(rows["documents"]), len(rows["turns"])}
    if counts != {len(keys)}:
        told = " and ".join(map(str, sorted(counts)))
        raise _unfit(f"the words and sentences of {told} passages", f"of {len(keys)}")
    return Snapshot(
        manifest.revision, manifest.model, keys, windows, vectors, sentences, lexical,
        np.array(rows["documents"], dtype=np.int32), np.array(rows["turns"], dtype=bool),
        tuple(rows["windows"][3]), {key.id: n for n, key in enumerate(keys)},
    )  # fmt: skip


def _unfit(found: str, expected: str) -> IndexDamagedError:
    return IndexDamagedError(
        f"the index holds {found}",
        expected=expected,
        action="It is rebuilt from the stored text; 'onrecord doctor' does so at once.",
    )
