"""A corpus to work with: add, and a snapshot to search in; ``qa.curation`` and ``qa.catalogue`` have the rest."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import IndexFaultError
from corpus.store import Store
from qa.adding import put_upload
from qa.curation import Curation
from qa.putting import checked, put_places, rehearse, told_too
from qa.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.view import View
    from embeddings.encoder import Encoder
    from embeddings.reranker import Reranker
    from embeddings.snapshot import Snapshot
    from embeddings.work import Progress
    from qa.ledger import Ledger
    from qa.results import AddResult, AddWishes, Hearing


class Corpus(Curation):
    """A folder of documents with their indexes.

    Safe to share between threads. The model is loaded when it is first needed.

    Args:
        folder: where the corpus is.
        create: make an empty one where there is none.
        model: a model's name or folder, over the one in the corpus's ``config.toml``.
        encoder: an encoder to use instead of loading a model.
        reranker: a reranker to use instead of the one in ``config.toml``, if any.

    Raises:
        CorpusNotFoundError, CorpusForbiddenError, CorpusDamagedError, ConfigError: it cannot be opened.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        create: bool = False,
        model: str | None = None,
        encoder: Encoder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.folder = Path(folder).expanduser()
        self.store = Store.create(self.folder) if create else Store.open(self.folder)
        self.settings = read_settings(self.folder, model=model)
        self._encoder = encoder
        self._reranker = reranker
        self._snapshot: Snapshot | None = None
        self._ledger: tuple[Snapshot, Ledger] | None = None
        self._lock = threading.Lock()

    def move(self, folder: str | Path) -> None:
        """Turn to another corpus, an empty one where there is none, with the same models.

        A question that is being answered meanwhile may find nothing.

        Raises:
            CorpusForbiddenError, CorpusDamagedError, ConfigError: it cannot be opened; nothing is changed.
        """
        there = Path(folder).expanduser()
        store, settings = Store.create(there), read_settings(there, model=self.settings.model)
        with self._lock:
            self.folder, self.store, self.settings = there, store, settings
            self._snapshot = self._ledger = None

    @property
    def encoder(self) -> Encoder:
        """The encoder that questions and passages go through."""
        if self._encoder is None:
            from embeddings.encoder import load_encoder  # noqa: PLC0415 - torch takes seconds to import

            self._encoder = load_encoder(self.settings.model)
        return self._encoder

    @property
    def reranker(self) -> Reranker | None:
        """What puts the best passages in order again; None where none is configured."""
        if self._reranker is None and self.settings.reranker:
            from embeddings.reranker import load_reranker  # noqa: PLC0415 - leads to torch

            self._reranker = load_reranker(self.settings.reranker)
        return self._reranker

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        encoding: str | None = None,
        on_result: Callable[[AddResult], None] | None = None,
        progress: Progress | None = None,
        wishes: AddWishes | None = None,
        hearing: Hearing | None = None,
    ) -> list[AddResult]:
        """Read files, or the files in folders, into the corpus, then bring the index up to date.

        A file that cannot be read is reported in its result and the others go on. When a result arrives its
        document is safely on the disk. A file that is as it was is not read again. A folder is kept in step: a
        renamed file keeps its document, and the document of one that is gone is taken out.

        Args:
            paths: files and folders, and addresses of web pages, as text that begins with http:// or https://.
            encoding: the files' encoding when it is not UTF-8.
            on_result: called with each result as it comes.
            progress: called with how many of how many stretches of text have been embedded.
            wishes: what else is said of the files, and how they are to be added.
            hearing: who else is told what meanwhile.

        Raises:
            UsageError: no encoding has that name, or nothing is asked of such columns; nothing was written.
            CorpusBusyError, CorpusForbiddenError: nothing was written.
            DiskFullError: the index has no room; results already reported are kept.
        """
        results = self.put(paths, encoding=encoding, on_result=on_result, wishes=wishes, hearing=hearing)
        if self.stale:
            self.refresh(progress)
        return results

    def put(
        self,
        paths: Iterable[str | Path],
        *,
        encoding: str | None = None,
        on_result: Callable[[AddResult], None] | None = None,
        wishes: AddWishes | None = None,
        hearing: Hearing | None = None,
    ) -> list[AddResult]:
        """Do what ``add`` does without touching the index; the next question brings it up to date."""
        asked = checked(wishes, encoding)
        return put_places(self.store, list(paths), asked, told_too(hearing, on_result))

    def rehearse(
        self, paths: Iterable[str | Path], *, wishes: AddWishes | None = None, hearing: Hearing | None = None
    ) -> list[AddResult]:
        """Return what ``put`` would do, done to a copy of the store, which is gone afterwards.

        Raises:
            UsageError: as ``put``.
            DiskFullError: there is no room for the copy among temporary files.
        """
        return rehearse(self.store, list(paths), checked(wishes), told_too(hearing))

    def put_as(self, path: str | Path, name: str, *, encoding: str | None = None) -> AddResult:
        """Do what ``put`` does for one file, such as an upload, that is to be known by another name.

        The document's source is the bare name, without folders, and never the path it lies at; another file
        that was put under the same name is replaced.

        Args:
            path: where the file lies.
            name: what it is called; its ending tells the format.
            encoding: its encoding when it is not UTF-8.

        Raises:
            UsageError: no encoding has that name; nothing was written.
        """
        from corpus.readers.files import check_encoding  # noqa: PLC0415 - the Markdown parser

        if encoding is not None:
            check_encoding(encoding)
        with self.store.writing() as writer:
            return put_upload(writer, Path(path), name, encoding)

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring the index on the disk up to date with the documents.

        Raises:
            DiskFullError, CorpusForbiddenError: it cannot be written.
        """
        from embeddings.build import refresh  # noqa: PLC0415 - faiss and numpy

        snapshot = refresh(self.store, self.encoder, progress=progress)
        with self._lock:
            self._snapshot = snapshot

    @property
    def stale(self) -> bool:
        """Whether the index on the disk is missing, damaged, of another model or older than the documents."""
        from embeddings.generation import load  # noqa: PLC0415 - only when asked

        try:
            manifest, _ = load(self.folder)
        except IndexFaultError:
            return True
        model = self._encoder.identity if self._encoder else Path(self.settings.model).name
        return manifest.revision != self.store.revision() or not manifest.model.startswith(model)

    def snapshot(self, progress: Progress | None = None) -> Snapshot:
        """Return an index snapshot of the store's present revision, building what is missing."""
        from embeddings.build import refresh  # noqa: PLC0415 - faiss and numpy

        with self._lock:
            if self._snapshot is None or self._snapshot.revision != self.store.revision():
                self._snapshot = refresh(self.store, self.encoder, progress=progress, publish=False)
            return self._snapshot

    def ledger(self, snapshot: Snapshot, view: View) -> Ledger:
        """Return who speaks where and when in a snapshot, read once for each snapshot."""
        from qa.ledger import read_ledger  # noqa: PLC0415 - the tables of names

        with self._lock:
            if self._ledger is None or self._ledger[0] is not snapshot:
                self._ledger = (snapshot, read_ledger(view, snapshot))
            return self._ledger[1]
