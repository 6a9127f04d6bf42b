"""Writing the store: one transaction a document."""

from __future__ import annotations

import contextlib
import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.rows import citation_json, passage_rows, utterance_rows
from corpus.view import View

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from corpus.model import Document


class Outcome(StrEnum):
    """What became of a document that was put into the store."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Writer:
    """The one writer of a store. What a call has returned from is on the disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.view = View(connection)

    def put(self, document: Document, reader: str) -> Outcome:
        """Store a document under its source.

        The same text as before does nothing. Other text at the same source replaces what was there, unless
        another source still holds the old text. The same text at a second source is one document with two.

        Args:
            document: as read.
            reader: the version of the reader, which is part of being unchanged.
        """
        before = self.view.document_at(document.source)
        if before == (document.id, reader):
            return Outcome.UNCHANGED
        with self._transaction():
            others = [s for s in self.view.sources(document.id) if s != document.source]
            if self.view.reader_of(document.id) != reader:
                self._execute("DELETE FROM documents WHERE id = ?", document.id)
                self._insert(document, reader)
            self._execute("DELETE FROM sources WHERE source = ? OR document_id = ?", document.source, document.id)
            for source in (document.source, *others):
                self._execute("INSERT INTO sources VALUES (?, ?)", source, document.id)
            self._execute("DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM sources)")
        return Outcome.ADDED if before is None else Outcome.REPLACED

    def remove(self, document_id: str) -> bool:
        """Remove a document with all that belongs to it; False when it is not there."""
        if self.view.reader_of(document_id) is None:
            return False
        with self._transaction():
            self._execute("DELETE FROM documents WHERE id = ?", document_id)
        return True

    def _insert(self, d: Document, reader: str) -> None:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            d.id, d.sha256, reader, d.text, citation_json(d.citation), now,
        )  # fmt: skip
        many = self._connection.executemany
        many(f"INSERT INTO passages VALUES ({_marks(12)})", passage_rows(d))
        many(f"INSERT INTO utterances VALUES ({_marks(12)})", utterance_rows(d))
        many(
            "INSERT INTO asides VALUES (?, ?, ?, ?, ?)",
            [(d.id, a.start, a.end, a.kind.value, a.label) for a in d.asides],
        )

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'")
            self._execute("COMMIT")
        except BaseException:
            # A failed COMMIT on a full disk may already have rolled back.
            if self._connection.in_transaction:
                self._execute("ROLLBACK")
            raise

    def _execute(self, query: str, *values: object) -> None:
        self._connection.execute(query, values)


def _marks(count: int) -> str:
    return ", ".join("?" * count)
