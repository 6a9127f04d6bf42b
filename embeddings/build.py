"""Building a generation from the store. Only text that has no vector yet is embedded."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from corpus import limits
from corpus.durable import named_faults
from corpus.errors import CorpusForbiddenError, DiskFaultError, DiskFullError, IndexFaultError
from corpus.faults import busy
from corpus.hyphens import has_broken_words, words_of
from corpus.model import UtteranceKind
from embeddings import generation, lexical, vectors
from embeddings.snapshot import Key, Snapshot, open_snapshot
from embeddings.work import Described, Progress, Work, encode_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.model import Document
    from corpus.store import Store
    from embeddings.encoder import Encoder

_LOG = logging.getLogger("onrecord")


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
        DiskFullError, DiskFaultError, CorpusForbiddenError: the generation cannot be written.
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
    except (DiskFullError, DiskFaultError, CorpusForbiddenError) as fault:
        if publish:
            raise
        _LOG.warning("%s The index is kept in memory.", fault)
        return _build(store, encoder, found, progress, publish=False)


def tidy(store: Store) -> list[str]:
    """Remove what interrupted builds left in the index folder, and return the names.

    Raises:
        CorpusBusyError: another process is building.
        CorpusForbiddenError: nothing there can be removed.
    """
    if not (store.folder / generation.FOLDER).is_dir():
        return []
    try:
        with _build_lock(store.folder, 0):
            return generation.clean(store.folder)
    except Timeout as fault:
        raise busy(store.folder) from fault


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
        described = [
            one for number, document in enumerate(view.documents()) for one in _described(number, document)
        ]
    work = Work.of(described, encoder, found)
    work.embed(progress)
    matrix = work.window_vectors()
    files = {
        generation.ROWS: encode_rows(described, work.windows),
        generation.VECTORS: vectors.build(matrix),
        generation.SENTENCES: work.sentence_file(),
        generation.LEXICAL: lexical.build([d.field for d in described]),
    }
    manifest = generation.Manifest(
        generation.FORMAT, encoder.identity, encoder.dimension, revision, len(described), len(matrix), {}
    )
    return open_snapshot(generation.publish(store.folder, manifest, files) if publish else manifest, files)


def _described(number: int, document: Document) -> Iterator[Described]:
    title = document.citation.title or ""
    written = words_of(document.text) if has_broken_words(document.text) else frozenset[str]()
    for passage in document.passages:
        head = " . ".join((title, passage.section or "", *passage.speakers))
        turn = any(u.kind is UtteranceKind.TURN for u in passage.utterances)
        field = lexical.Field(passage.text, head, number, written)
        yield Described(Key(passage.id, passage.sha256), title, field, turn=turn)
