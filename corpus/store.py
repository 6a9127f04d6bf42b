"""The single source of truth: documents, passages and utterances in one SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from corpus import limits, schema
from corpus.durable import make_folder
from corpus.errors import CorpusNotFoundError, printable
from corpus.faults import busy, damaged, is_of_disk, store_faults
from corpus.inspection import Inspection
from corpus.rows import SliceError
from corpus.view import View
from corpus.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FILE_NAME = "corpus.sqlite"
LOCK_NAME = "writer.lock"
#: Pages that are copied between two reports of how far it is; 4 MB.
_COPIED_PAGES = 1000


class Store:
    """A corpus folder's SQLite file, opened for each use: safe for threads and for other processes.

    Readers never wait: each sees the state of one revision. One process writes at a time.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the corpus in ``folder``.

        Raises:
            CorpusNotFoundError: there is none.
            CorpusForbiddenError: it cannot be read.
            CorpusDamagedError: it is no store of ours, or a newer one.
        """
        store = cls(folder)
        with store_faults(folder):
            if not store.path.is_file():
                raise _not_found(folder)
        with store.reading() as view:
            layout = view.layout
        if layout == (0, 0):  # its making was cut off before anything was in it
            raise _not_found(folder)
        if layout[0] == schema.APPLICATION_ID and layout[1] in schema.UPGRADES:
            with store_faults(folder), store.locked():
                store._upgrade()
            return cls.open(folder)
        if layout != (schema.APPLICATION_ID, schema.SCHEMA_VERSION):
            raise damaged(
                folder, f"its tables have layout {layout[1]}, this version reads {schema.SCHEMA_VERSION}"
            )
        return store

    @classmethod
    def create(cls, folder: Path) -> Store:
        """Open the corpus in ``folder``, making the folder and an empty store where there is none.

        Raises:
            CorpusForbiddenError, DiskFullError, CorpusBusyError: it cannot be made.
        """
        store = cls(folder)
        with contextlib.suppress(CorpusNotFoundError):
            return cls.open(folder)
        with store_faults(folder):
            make_folder(folder)
            with store.locked():
                store._lay_out()
        return cls.open(folder)

    @contextlib.contextmanager
    def reading(self) -> Iterator[View]:
        """Give a view of one revision; it stays the same however others write meanwhile."""
        with store_faults(self.folder):
            try:
                with contextlib.closing(schema.connect(self.path, write=False)) as connection:
                    connection.execute("BEGIN")
                    yield View(connection)
            except SliceError as fault:
                raise damaged(self.folder, str(fault)) from fault

    @contextlib.contextmanager
    def writing(self, wait_s: float = limits.WRITER_WAIT_S) -> Iterator[Writer]:
        """Give the one writer; each of its calls is a transaction that is on the disk when it returns.

        Raises:
            CorpusBusyError: another process writes for longer than ``wait_s`` seconds.
        """
        with (
            store_faults(self.folder),
            self.locked(wait_s),
            contextlib.closing(schema.connect(self.path, write=True)) as connection,
        ):
            yield Writer(connection)

    @contextlib.contextmanager
    def locked(self, wait_s: float = limits.WRITER_WAIT_S) -> Iterator[None]:
        """Keep other writers out.

        Raises:
            CorpusBusyError: another process writes for longer than ``wait_s`` seconds.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - readers never lock, and `import qa` is quick

        try:
            with FileLock(self.folder / LOCK_NAME, timeout=wait_s):
                yield
        except Timeout as fault:
            raise busy(self.folder) from fault

    def revision(self) -> int:
        """Return the number of changes made so far."""
        with self.reading() as view:
            return view.revision

    def faults(self) -> list[str]:
        """Return all that is found wrong with what is stored, a line each; see ``corpus.inspection``."""
        with self._inspecting() as inspection:
            return inspection.faults()

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        with self._inspecting() as inspection:
            return inspection.counts()

    @contextlib.contextmanager
    def _inspecting(self) -> Iterator[Inspection]:
        with (
            store_faults(self.folder),
            contextlib.closing(schema.connect(self.path, write=False)) as connection,
        ):
            connection.execute("BEGIN")
            yield Inspection(connection)

    def copy(self, path: Path, on_bytes: Callable[[int, int], None] | None = None) -> None:
        """Copy one revision into a new SQLite file, while others read and write.

        Args:
            path: the new file.
            on_bytes: called with how many bytes of how many have been copied.

        Raises:
            DiskFullError: there is no room for it.
        """

        def report(_: int, left: int, pages: int) -> None:
            if on_bytes:
                on_bytes((pages - left) * page_bytes, pages * page_bytes)

        with (
            store_faults(self.folder),
            contextlib.closing(schema.connect(self.path, write=False)) as source,
            contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy,
        ):
            source.execute("BEGIN")
            # The first read fixes what is seen: while it stays open, no writer makes the copying start again.
            page_bytes = source.execute("PRAGMA page_size").fetchone()[0]
            source.execute("SELECT count(*) FROM meta").fetchone()
            try:
                source.backup(copy, pages=_COPIED_PAGES, progress=report)
            except sqlite3.Error as fault:
                if not is_of_disk(fault):
                    raise
                with store_faults(path.parent):  # it is the copy that has no room
                    raise

    def settle(self) -> int:
        """Move what an interrupted writer left in SQLite's log into the store; return the log's size in bytes.

        Nothing in it is lost meanwhile: whoever reads reads the log too. 0 also while somebody reads.

        Raises:
            CorpusBusyError: somebody is writing now.
        """
        log = self.path.with_name(f"{self.path.name}-wal")
        with store_faults(self.folder), self.locked(0):
            size = log.stat().st_size if log.exists() else 0
            if size:
                with contextlib.closing(schema.connect(self.path, write=True)) as connection:
                    connection.execute("PRAGMA busy_timeout = 1000")  # for those who read just now
                    in_use = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                    size = 0 if in_use else size
        return size

    def count_from(self, revision: int) -> None:
        """Number the changes so that the present state comes after ``revision``.

        Who has seen another store in this folder then sees that this is not the same.
        """
        with (
            store_faults(self.folder),
            self.locked(),
            contextlib.closing(schema.connect(self.path, write=True)) as connection,
        ):
            connection.execute(
                "UPDATE meta SET value = max(CAST(value AS INTEGER), ?) + 1 WHERE key = 'revision'", [revision]
            )

    def _lay_out(self) -> None:
        """Make the tables in one transaction: a crash leaves none of them, and the next call makes them."""
        with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")  # some builds of SQLite flush less when not told
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                connection.executescript(
                    f"BEGIN; PRAGMA application_id = {schema.APPLICATION_ID};"
                    f"PRAGMA user_version = {schema.SCHEMA_VERSION}; {schema.TABLES} COMMIT;"
                )

    def _upgrade(self) -> None:
        """Bring an older layout one step further in one transaction; who comes second finds it done."""
        with contextlib.closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            layout = connection.execute("PRAGMA user_version").fetchone()[0]
            if step := schema.UPGRADES.get(layout):
                connection.executescript(f"BEGIN; {step} PRAGMA user_version = {layout + 1}; COMMIT;")


def _not_found(folder: Path) -> CorpusNotFoundError:
    return CorpusNotFoundError(
        f"no corpus in {printable(folder)}",
        expected=f"a folder with a {FILE_NAME} made by 'onrecord add'",
        action=f"Make one with: onrecord add FILES... --corpus {printable(folder)}",
    )
