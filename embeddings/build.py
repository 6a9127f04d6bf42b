"""Building a generation from the store. Only text that has no vector yet is embedded."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock, Timeout

from corpus import limits
from corpus.durable import named_faults
from corpus.errors import CorpusForbiddenError, DiskFullError, IndexFaultError
from corpus.faults import busy
from corpus.model import text_digest
from embeddings import generation, lexical, vectors
from embeddings.snapshot import Key, Snapshot, encode_rows, open_snapshot
from embeddings.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from corpus.model import Passage
    from corpus.store import Store
    from embeddings.encoder import Encoder

#: Called with how many of how many stretches have been embedded.
Progress = Callable[[int, int], None]

_LOG = logging.getLogger("onrecord")
_BATCH = 64


def current(store: Store, encoder: Encoder) -> Snapshot:
    """Return the snapshot on disk, whatever revision it is of.

    Raises:
        IndexDamagedError, IndexForeignError: it cannot be trusted or is of another model.
    """
    return open_snapshot(*generation.load(store.folder, model=encoder.identity))


def refresh(store: Store, encoder: Encoder, *, progress: Progress | None = None, publish: bool = True) -> Snapshot:
    """Return a snapshot of the store's present revision, building and publishing it where there is none.

    A damaged or foreign index is named in the log and rebuilt. With ``publish`` False a disk that cannot be
    written is no fault: the snapshot is then held in memory only; and while another process builds, the older
    snapshot serves.

    Raises:
        DiskFullError, CorpusForbiddenError: the generation cannot be written.
        CorpusBusyError: another process is building and there is no older index to use.
    """
    found = _load(store, encoder)
    if found and found.revision == store.revision():
        return found
    try:
        with _build_lock(store.folder, limits.WRITER_WAIT_S if publish or not found else 0):
            found = _load(store, encoder, quiet=True)  # another process may have built it meanwhile
            if found and found.revision == store.revision():
                return found
            return _build(store, encoder, found, progress, publish=True)
    except Timeout as fault:
        if found:
            return found
        raise busy(store.folder) from fault
    except (DiskFullError, CorpusForbiddenError) as fault:
        if publish:
            raise
        _LOG.warning("%s The index is kept in memory.", fault)
        return _build(store, encoder, found, progress, publish=False)


def _load(store: Store, encoder: Encoder, *, quiet: bool = False) -> Snapshot | None:
    with contextlib.suppress(PermissionError):  # then loading it says what is wrong
        if not (store.folder / generation.FOLDER / generation.POINTER).exists():
            return None
    try:
        return current(store, encoder)
    except IndexFaultError as fault:
        if not quiet:
            _LOG.warning("%s", fault)
        return None


@contextlib.contextmanager
def _build_lock(folder: Path, wait_s: float) -> Iterator[None]:
    with named_faults(folder):
        (folder / generation.FOLDER).mkdir(exist_ok=True)
        lock = FileLock(folder / generation.FOLDER / "build.lock", timeout=wait_s)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _build(
    store: Store, encoder: Encoder, found: Snapshot | None, progress: Progress | None, *, publish: bool
) -> Snapshot:
    """Build a snapshot of the store's present revision, taking from ``found`` the vectors it has already."""
    with store.reading() as view:
        revision = view.revision
        passages = [p for document in view.documents() for p in document.passages]
    rows, texts = _rows(passages)
    known = dict(zip(found.digests, found.vectors.rows(), strict=True)) if found else {}
    by_digest = _embedded(texts, known, encoder, progress)
    matrix = np.array([by_digest[row[3]] for row in rows], dtype=np.float32).reshape(-1, encoder.dimension)
    keys = [Key(p.id, p.sha256) for p in passages]
    files = {
        generation.ROWS: encode_rows(keys, rows),
        generation.VECTORS: vectors.build(matrix),
        generation.LEXICAL: lexical.build([p.text for p in passages]),
    }
    manifest = generation.Manifest(
        generation.FORMAT, encoder.identity, encoder.dimension, revision, len(keys), len(rows), {}
    )
    return open_snapshot(generation.publish(store.folder, manifest, files) if publish else manifest, files)


def _rows(passages: Iterable[Passage]) -> tuple[list[tuple[int, int, int, str]], dict[str, str]]:
    """Return the windows of all passages, and the text of each window by its digest."""
    rows: list[tuple[int, int, int, str]] = []
    texts: dict[str, str] = {}
    for position, passage in enumerate(passages):
        for start, end in windows(passage.text):
            text = passage.text[start:end]
            digest = text_digest(text)
            rows.append((position, start, end, digest))
            texts[digest] = text
    return rows, texts


def _embedded(
    texts: dict[str, str], known: dict[str, NDArray[np.float32]], encoder: Encoder, progress: Progress | None
) -> dict[str, NDArray[np.float32]]:
    """Return a vector for each digest, encoding those that are not known, shortest first for even batches."""
    missing = sorted((d for d in texts if d not in known), key=lambda d: len(texts[d]))
    fresh: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(missing), _BATCH):
        batch = missing[start : start + _BATCH]
        fresh.update(zip(batch, encoder.encode([texts[d] for d in batch]), strict=True))
        if progress:
            progress(start + len(batch), len(missing))
    return known | fresh
