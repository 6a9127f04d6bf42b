"""``onrecord doctor``: what is well, what was repaired, what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import IndexFaultError, printable
from corpus.faults import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from embeddings.work import Progress
    from qa import Corpus


def examine(corpus: Corpus, progress: Progress | None = None) -> Iterator[str]:
    """Yield a line for each thing checked; rebuild the index when it cannot be trusted or is out of date.

    Raises:
        CorpusDamagedError: the store itself is broken; nothing derived can mend that.
        ModelError: the model cannot be used.
    """
    with corpus.store.reading() as view:
        faults = view.faults()
        revision, documents = view.revision, len(view.document_ids())
    if faults:
        raise damaged(corpus.folder, f"{len(faults)} faults, the first: {printable(faults[0])}")
    yield f"ok: {printable(corpus.folder)}: {documents} documents at revision {revision}, every passage as stored"
    yield f"ok: model {corpus.encoder.identity}, {corpus.encoder.dimension} dimensions"
    yield from _index(corpus, progress)


def _index(corpus: Corpus, progress: Progress | None) -> Iterator[str]:
    from embeddings.build import current  # noqa: PLC0415 - faiss and numpy

    try:
        found = current(corpus.store, corpus.encoder)
        stale = found.revision != corpus.store.revision()
        fault = f"it is of revision {found.revision}" if stale else None
    except IndexFaultError as error:
        fault = str(error)
    if fault:
        corpus.refresh(progress)
        yield f"repaired: the index was rebuilt ({fault})"
    snapshot = corpus.snapshot()
    yield f"ok: index of {len(snapshot.keys)} passages, {snapshot.vectors.count} vectors, every digest as written"
