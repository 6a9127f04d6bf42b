"""Arrays as the bytes of one file, and back, and the best of each stretch of one.

Nothing in the bytes can run, and what is not as expected is refused.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from corpus.errors import IndexDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    #: By the name of each array its type and the number of its axes.
    Kinds = Mapping[str, tuple[type[np.generic], int]]

#: What zipfile and NumPy raise on damaged bytes; the list was found by flipping bits.
_UNREADABLE: Final = (
    ArithmeticError, EOFError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
    struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def packed(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return the arrays as bytes in NumPy's npz format; the same arrays give the same bytes."""
    data = io.BytesIO()
    np.savez(data, **arrays)  # type: ignore[arg-type]  # the stub takes the arrays for its option
    return data.getvalue()


def unpacked(data: bytes, kinds: Kinds, what: str) -> dict[str, NDArray[Any]]:
    """Return the arrays that ``packed`` made bytes of; no pickle is ever loaded.

    Args:
        data: the bytes.
        kinds: the arrays that must be there.
        what: what they are, for the message of the error.

    Raises:
        IndexDamagedError: the bytes cannot be read, or an array is missing or of another kind.
    """
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in kinds}
    except _UNREADABLE as fault:
        raise damaged(what) from fault
    if any((arrays[name].dtype, arrays[name].ndim) != (np.dtype(k), axes) for name, (k, axes) in kinds.items()):
        raise damaged(what)
    return arrays


def are_bounds(bounds: NDArray[np.int64], total: int) -> bool:
    """Whether these cut ``total`` things into stretches: from 0 to ``total``, never falling."""
    return bool(len(bounds) and bounds[0] == 0 and bounds[-1] == total and (np.diff(bounds) >= 0).all())


def best_of_each(firsts: Rows, lasts: Rows, cosines: Callable[[Rows], NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return the largest cosine of each stretch of rows, -1 for an empty one; shape of ``firsts``.

    Args:
        firsts: the row that each stretch begins with; stretches may overlap and stand in any order.
        lasts: the row behind each one's last.
        cosines: gives those of some rows, shape of the rows; called once, or not at all where all are empty.
    """
    out = np.full(len(firsts), -1.0, dtype=np.float32)
    filled = lasts > firsts
    sizes = (lasts - firsts)[filled]
    if len(sizes):
        begins = np.r_[0, np.cumsum(sizes)[:-1]]
        rows = np.repeat(firsts[filled] - begins, sizes) + np.arange(sizes.sum())
        out[filled] = np.maximum.reduceat(cosines(rows), begins)
    return out


def damaged(what: str) -> IndexDamagedError:
    """Return the error for an index whose bytes are not what was written."""
    return IndexDamagedError(f"{what} cannot be read", expected="its arrays", action="Run: onrecord doctor")
