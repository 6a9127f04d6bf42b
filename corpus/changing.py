"""Writing the store: transactions, and what is kept of files and folders."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.remembering import file_row
from corpus.view import View

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.folders import FileRecord

_KEEP_FILE = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ORPHANS = "DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM sources)"


@dataclass(slots=True)
class _Lifted:
    """What is kept under a file's name, without the name: rows behind it, or behind it and a part's ending."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    corrections: list[tuple[Any, ...]] = field(default_factory=list)
    given: list[tuple[Any, ...]] = field(default_factory=list)


class Changing:
    """The changes that come from files and folders; ``corpus.writer.Writer`` has the rest."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.view = View(connection)

    def remember(self, records: Iterable[FileRecord]) -> None:
        """Keep how files were found, in one transaction; no document changes by it, and no revision is made."""
        with self._transaction(revision=False):
            for record in records:
                self._remember(record)

    def remember_folder(self, folder: str, identity: str) -> None:
        """Keep that a folder was gone through whole, and which it was."""
        if self.view.folder(folder) != identity:
            with self._transaction(revision=False):
                self._execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", folder, identity)

    def move(self, moves: Sequence[tuple[FileRecord, FileRecord]]) -> None:
        """Let files be known by the places to which they were moved, all at once: they may have changed places.

        The user's corrections, and what metadata says, go along; a document whose file was written over goes.

        Args:
            moves: what each was remembered as, and what it is from now on.
        """
        with self._transaction():
            lifted = [self._lift(old) for old, _ in moves]
            for _, new in moves:
                for source in self.view.sources_of(new.source):
                    self._execute("DELETE FROM sources WHERE source = ?", source)
            for rows, (_, new) in zip(lifted, moves, strict=True):
                self._lay(rows, new)
            self._execute(_ORPHANS)

    def take_out(self, records: Sequence[FileRecord]) -> None:
        """Take files that are gone out of the store; a document that is also found elsewhere stays."""
        with self._transaction():
            for record in records:
                self._execute("DELETE FROM files WHERE path = ?", record.path)
            for source in dict.fromkeys(record.source for record in records):
                self._release(source)
            self._execute(_ORPHANS)

    def release(self, source: str) -> None:
        """Take out what lies at a source to which no path leads any more, as when a link was turned elsewhere."""
        if not self.view.files_at(source) and self.view.count_at(source):
            with self._transaction():
                self._release(source)
                self._execute(_ORPHANS)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files of which no document is kept."""
        with self._transaction(revision=False):
            for path in paths:
                self._execute("DELETE FROM files WHERE path = ?", path)

    def give(self, wanted: set[tuple[str, str, str, str, int]], origins: Sequence[str]) -> bool:
        """Replace all that some files of metadata say; False when that changes nothing.

        Args:
            wanted: file, field, value as JSON, origin and rank; of two that speak of one field the higher counts.
            origins: the files of metadata.
        """
        before = self.view.given_rows(origins)
        if before == wanted:
            return False
        with self._transaction():
            for file, field, _, origin, _ in before - wanted:
                self._execute("DELETE FROM given WHERE file = ? AND field = ? AND origin = ?", file, field, origin)
            for row in wanted - before:
                self._execute("INSERT OR REPLACE INTO given VALUES (?, ?, ?, ?, ?)", *row)
        return True

    def _remember(self, record: FileRecord) -> None:
        self._execute(_KEEP_FILE, *file_row(record))

    def _release(self, source: str) -> None:
        """Take a file's sources out, unless another path still leads to it."""
        if not self.view.files_at(source):
            for one in self.view.sources_of(source):
                self._execute("DELETE FROM sources WHERE source = ?", one)

    def _lift(self, record: FileRecord) -> _Lifted:
        """Take out what is kept under a file's name, and return it."""
        found = _Lifted()
        for source in self.view.sources_of(record.source):
            ending = source.removeprefix(record.source)
            found.documents += [
                (ending, row[0]) for row in self._rows("SELECT document_id FROM sources WHERE source = ?", source)
            ]
            said = self._rows("SELECT field, value, revision FROM corrections WHERE source = ?", source)
            found.corrections += [(ending, *row) for row in said]
            self._execute("DELETE FROM sources WHERE source = ?", source)
            self._execute("DELETE FROM corrections WHERE source = ?", source)
        found.given += self._rows("SELECT field, value, origin, rank FROM given WHERE file = ?", record.source)
        self._execute("DELETE FROM given WHERE file = ?", record.source)
        self._execute("DELETE FROM files WHERE path = ?", record.path)
        return found

    def _lay(self, lifted: _Lifted, record: FileRecord) -> None:
        """Put what was lifted under another file's name, above what is said of that."""
        file = record.source
        for ending, document_id in lifted.documents:
            self._execute("INSERT OR REPLACE INTO sources VALUES (?, ?)", f"{file}{ending}", document_id)
        for ending, *said in lifted.corrections:
            self._execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)", f"{file}{ending}", *said)
        for row in lifted.given:
            self._execute("INSERT OR REPLACE INTO given VALUES (?, ?, ?, ?, ?)", file, *row)
        self._remember(record)

    @contextlib.contextmanager
    def _transaction(self, *, revision: bool = True) -> Iterator[None]:
        """Make a change whole or not at all; one of a ``revision`` is a change of what the corpus holds."""
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            if revision:
                self._execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'")
            self._execute("COMMIT")
        except BaseException:
            # A failed COMMIT on a full disk may already have rolled back.
            if self._connection.in_transaction:
                self._execute("ROLLBACK")
            raise

    def _execute(self, query: str, *values: object) -> None:
        self._connection.execute(query, values)

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()
