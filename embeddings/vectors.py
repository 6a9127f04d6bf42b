"""The vector index: exact inner product while that is quick, inverted lists beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

from corpus import limits
from corpus.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Up to this many vectors every one is compared, and the result is exact.
EXACT_UP_TO = 100_000
_PROBED_LISTS = 32
#: A filter that leaves no more vectors than this is searched without the index.
_COMPARED_ONE_BY_ONE = 20_000


def build(vectors: NDArray[np.float32], *, exact_up_to: int = EXACT_UP_TO) -> bytes:
    """Return a serialised index over unit rows, float32, shape ``(n, dimension)``."""
    count, dimension = vectors.shape
    if count <= exact_up_to:
        index: faiss.Index = faiss.IndexFlatIP(dimension)
    else:
        quantizer = faiss.IndexFlatIP(dimension)
        index = faiss.IndexIVFFlat(quantizer, dimension, int(4 * count**0.5), faiss.METRIC_INNER_PRODUCT)
        index.train(vectors)
    index.add(vectors)
    return bytes(faiss.serialize_index(index))


class Vectors:
    """An index in memory. Safe to search from several threads."""

    def __init__(self, data: bytes) -> None:
        faiss.set_deserialization_vector_byte_limit(limits.MAX_VECTOR_BYTES)
        try:
            self._index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
        except RuntimeError as fault:
            raise IndexDamagedError(
                "the vector index cannot be read", expected="a FAISS index", action="Run: onrecord doctor"
            ) from fault
        if isinstance(self._index, faiss.IndexIVF):
            self._index.make_direct_map()

    @property
    def count(self) -> int:
        """How many vectors there are."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """How long each vector is."""
        return int(self._index.d)

    def search(
        self, vector: NDArray[np.float32], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> list[tuple[int, float]]:
        """Return ``(row, inner product)`` pairs, nearest first.

        Args:
            vector: a unit vector, shape ``(dimension,)``.
            limit: most rows to return.
            allowed: the rows that may be returned; None for all. The rest are passed over before the cut.
        """
        count = min(limit, self.count if allowed is None else len(allowed))
        if count == 0:
            return []
        if allowed is not None and len(allowed) <= _COMPARED_ONE_BY_ONE:
            return self._search_few(vector, count, allowed)
        selector = None if allowed is None else faiss.IDSelectorBatch(allowed)
        scores, rows = self._index.search(vector.reshape(1, -1), count, params=self._parameters(selector))
        return [(int(r), float(s)) for r, s in zip(rows[0], scores[0], strict=True) if r >= 0]

    def _search_few(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.int64]
    ) -> list[tuple[int, float]]:
        """Compare each allowed vector: exact whatever the index, and quick because they are few."""
        scores = self.products(vector, allowed)
        best = np.lexsort((allowed, -scores))[:count]
        return [(int(allowed[n]), float(scores[n])) for n in best]

    def products(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the inner products of ``vector`` with some rows, float32, shape of ``rows``."""
        return np.asarray(self.taken(rows) @ vector, dtype=np.float32)

    def taken(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return some vectors, float32, shape ``(len(rows), dimension)``."""
        return np.asarray(self._index.reconstruct_batch(rows), dtype=np.float32)

    def rows(self) -> NDArray[np.float32]:
        """Return all vectors, float32, shape ``(count, dimension)``."""
        return np.asarray(self._index.reconstruct_n(0, self.count), dtype=np.float32)

    def _parameters(self, selector: faiss.IDSelector | None) -> faiss.SearchParameters:
        # The stubs that faiss ships lack the keyword arguments its Python layer adds.
        if isinstance(self._index, faiss.IndexIVF):
            return faiss.SearchParametersIVF(sel=selector, nprobe=_PROBED_LISTS)  # type: ignore[call-arg]
        return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
