"""``onrecord doctor``: what is well, what was repaired, what cannot be."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

import typer

from corpus.errors import CorpusBusyError, CorpusForbiddenError, IndexFaultError, printable
from corpus.faults import damaged
from ui.options import CorpusOption, ModelOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import bar, open_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from embeddings.work import Progress
    from qa import Corpus

_MOST_FAULTS: Final = 50


def doctor(corpus: CorpusOption = None, model: ModelOption = None) -> None:
    """Check the corpus, its index and the model; repair what is derived.

    Each thing checked is a line: ok, repaired, or a fault that no rebuild mends, with what to do. Exit code 0 says
    that all is well or was repaired, 6 that the store itself is damaged, 22 to 25 that the model cannot be used.
    """
    for line in examine(open_corpus(corpus, model), bar("indexing")):
        typer.echo(line)


def examine(corpus: Corpus, progress: Progress | None = None) -> Iterator[str]:
    """Yield a line for each thing checked; what is derived is repaired, the store is never touched.

    Raises:
        CorpusDamagedError: the store itself is broken, as the lines before say; nothing derived can mend that.
        ModelError: the model cannot be used.
    """
    yield from _leftovers(corpus)
    yield from _store(corpus)
    yield f"ok: model {corpus.encoder.identity}, {corpus.encoder.dimension} dimensions"
    yield from _index(corpus, progress)


def _leftovers(corpus: Corpus) -> Iterator[str]:
    """Clear away what interrupted commands left; where another one is at work it is not interrupted, so stays."""
    from embeddings.build import tidy  # noqa: PLC0415 - faiss and numpy

    with contextlib.suppress(CorpusBusyError, CorpusForbiddenError):
        if size := corpus.store.settle():
            yield f"repaired: the log of an interrupted writer was moved into the store ({size:,} bytes)"
    with contextlib.suppress(CorpusBusyError, CorpusForbiddenError):
        if names := tidy(corpus.store):
            yield f"repaired: {len(names)} leftovers of interrupted index builds were removed"


def _store(corpus: Corpus) -> Iterator[str]:
    faults = corpus.store.faults()
    yield from (f"fault: {printable(fault)}" for fault in faults[:_MOST_FAULTS])
    if len(faults) > _MOST_FAULTS:
        yield f"fault: {len(faults) - _MOST_FAULTS} more"
    if faults:
        raise damaged(corpus.folder, f"{len(faults)} faults, the first: {printable(faults[0])}")
    counts = corpus.store.counts()
    told = f"{counts['documents']} documents at revision {corpus.store.revision()}"
    yield f"ok: {printable(corpus.folder)}: {told}, every passage as stored"


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
