"""Vectors of single sentences, kept in a byte for each figure: to score and mark sentences, not to search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from embeddings.arrays import are_bounds, best_of_each, damaged, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings.arrays import Kinds

_MOST: Final = 127
_KEPT: Final = 16  # bytes of a digest
_NAME: Final = "the file of sentence vectors"
_ARRAYS: Final[Kinds] = {
    "bytes": (np.int8, 2),  # a row for each sentence
    "scales": (np.float32, 1),  # what each row is multiplied by
    "spans": (np.int32, 2),  # start and end of each sentence in its passage's text
    "digests": (np.uint8, 1),
    "bounds": (np.int64, 1),  # which of the sentences are a passage's
}


def build(
    vectors: NDArray[np.float32], owners: Sequence[tuple[int, int, int]], digests: Sequence[str], passages: int
) -> bytes:
    """Return the sentence vectors of all passages as bytes.

    Each vector is divided by its largest figure and rounded to a byte, so that a cosine is off by less than
    0.01; doing so again changes nothing.

    Args:
        vectors: unit rows, float32, shape ``(sentences, dimension)``.
        owners: for each row the passage's position, and the sentence's start and end in its text; in order.
        digests: the SHA-256 of each sentence, in hexadecimal; half of it is kept, to know the sentence again.
        passages: how many passages there are.
    """
    largest = np.abs(vectors).max(axis=1, initial=0.0)
    # A float times 127, rounded, and divided by 127 is itself again (so for each of its 2**23 fractions).
    scales = np.where(largest > 0, largest, 1.0).astype(np.float32) / np.float32(_MOST)
    places = np.array(owners, dtype=np.int32).reshape(-1, 3)
    arrays = {
        "bytes": np.rint(vectors / scales[:, None]).astype(np.int8),
        "scales": scales,
        "spans": places[:, 1:],
        "digests": np.frombuffer(b"".join(bytes.fromhex(d)[:_KEPT] for d in digests), dtype=np.uint8),
        "bounds": np.searchsorted(places[:, 0], np.arange(passages + 1)).astype(np.int64),
    }
    return packed(arrays)


class Known:
    """Vectors of sentences that were embedded before."""

    def __init__(self, numbers: dict[bytes, int], rows: NDArray[np.int8], scales: NDArray[np.float32]) -> None:
        self._numbers, self._bytes, self._scales = numbers, rows, scales

    def __contains__(self, digest: str) -> bool:
        return bytes.fromhex(digest)[:_KEPT] in self._numbers

    def __getitem__(self, digest: str) -> NDArray[np.float32]:
        row = self._numbers[bytes.fromhex(digest)[:_KEPT]]
        return np.asarray(self._bytes[row].astype(np.float32) * self._scales[row], dtype=np.float32)


class Sentences:
    """The sentences of every passage with their vectors; never changed, so safe to use from several threads.

    Raises:
        IndexDamagedError: the bytes are not what ``build`` makes.
    """

    def __init__(self, data: bytes) -> None:
        arrays = unpacked(data, _ARRAYS, _NAME)
        self._bytes: NDArray[np.int8] = arrays["bytes"]
        self._scales: NDArray[np.float32] = arrays["scales"]
        self._spans: NDArray[np.int32] = arrays["spans"]
        self._digests = arrays["digests"].tobytes()
        self._bounds: NDArray[np.int64] = arrays["bounds"]
        if not (
            len(self._bytes) == self.count == len(self._digests) / _KEPT
            and self._spans.shape == (self.count, 2)
            and are_bounds(self._bounds, self.count)
        ):
            raise damaged(_NAME)

    @property
    def passages(self) -> int:
        """How many passages the sentences are of."""
        return len(self._bounds) - 1

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return len(self._scales)

    def spans(self, position: int) -> list[tuple[int, int]]:
        """Return the half-open offsets of a passage's sentences in its text."""
        first, last = self._bounds[position], self._bounds[position + 1]
        return [(int(start), int(end)) for start, end in self._spans[first:last]]

    def cosines(self, vector: NDArray[np.float32], position: int) -> NDArray[np.float32]:
        """Return how near each sentence of a passage is to a unit vector, shape ``(sentences,)``."""
        first, last = self._bounds[position], self._bounds[position + 1]
        return self._products(vector, np.arange(first, last))

    def best(self, vector: NDArray[np.float32], positions: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the cosine of each passage's nearest sentence, -1 for one without; shape of ``positions``."""
        firsts, lasts = self._bounds[positions], self._bounds[positions + 1]
        return best_of_each(firsts, lasts, lambda rows: self._products(vector, rows))

    def known(self) -> Known:
        """Return the vectors by the digest of their sentence."""
        starts = range(0, len(self._digests), _KEPT)
        numbers = {self._digests[at : at + _KEPT]: n for n, at in enumerate(starts)}
        return Known(numbers, self._bytes, self._scales)

    def _products(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        return np.asarray((self._bytes[rows].astype(np.float32) @ vector) * self._scales[rows], dtype=np.float32)
