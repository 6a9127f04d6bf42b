"""Writing the store: one transaction a document."""

from __future__ import annotations

import datetime as dt
import json
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from corpus.changing import Changing
from corpus.rows import citation_json, passage_rows, utterance_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.folders import FileRecord
    from corpus.model import Document
    from corpus.rows import Stored


class Outcome(StrEnum):
    """What became of a document that was put into the store, or of a file in a folder that is kept in step.

    ``MOVED`` is the same file at another place, ``GONE`` one that was taken out because its folder has it no more,
    ``KEPT`` one that would have been, had the user not asked to keep it.
    """

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    GONE = "gone"
    KEPT = "kept"


class Writer(Changing):
    """The one writer of a store. What a call has returned from is on the disk."""

    def put(self, document: Document, reader: str) -> Outcome:
        """Store a document under its source.

        The same text as before does nothing. Other text at the same source replaces what was there, unless
        another source still holds the old text. The same text at a second source is one document with two.

        Args:
            document: as read.
            reader: the version of the reader, which is part of being unchanged.
        """
        return self.put_file([document], reader, document.source)

    def put_file(
        self, documents: Sequence[Document], reader: str, file: str, record: FileRecord | None = None
    ) -> Outcome:
        """Store the documents of one file, all or none; those of its parts that are no longer there go.

        Args:
            documents: as read, each with the file, or the file and a part of it, as its source.
            reader: the version of the reader, which is part of being unchanged.
            file: the file's own source.
            record: how the file was found, kept in the same transaction.
        """
        before = {d.source: self.view.document_at(d.source) for d in documents}
        changed = [d for d in documents if before[d.source] != (d.id, reader)]
        known = [file, *self.view.parts(file)]
        gone = [s for s in known if s not in before and self.view.document_at(s)]
        if not changed and not gone:
            if record:
                self.remember([record])
            return Outcome.UNCHANGED
        with self._transaction():
            for source in gone:
                self._execute("DELETE FROM sources WHERE source = ?", source)
            for document in changed:
                self._place(document, reader)
            self._execute("DELETE FROM documents WHERE id NOT IN (SELECT document_id FROM sources)")
            if record:
                self._remember(record)
        return Outcome.REPLACED if gone or any(before.values()) else Outcome.ADDED

    def _place(self, document: Document, reader: str) -> None:
        others = [s for s in self.view.sources(document.id) if s != document.source]
        if self.view.reader_of(document.id) != reader:
            self._execute("DELETE FROM documents WHERE id = ?", document.id)
            self._insert(document, reader, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        self._execute("DELETE FROM sources WHERE source = ? OR document_id = ?", document.source, document.id)
        for source in (document.source, *others):
            self._execute("INSERT INTO sources VALUES (?, ?)", source, document.id)

    def remove(self, document_id: str) -> bool:
        """Remove a document with all that belongs to it; False when it is not there."""
        if self.view.reader_of(document_id) is None:
            return False
        with self._transaction():
            self._execute("DELETE FROM documents WHERE id = ?", document_id)
        return True

    def restore(self, stored: Stored) -> bool:
        """Put a removed document back under those of its sources that hold no other; False when there is none.

        One that has been added again in the meantime stays as it is now, and gets the sources it lacks.
        """
        document_id = stored.document.id
        free = [source for source in stored.sources if self.view.document_at(source) is None]
        if not free:
            return False
        with self._transaction():
            if self.view.reader_of(document_id) is None:
                self._insert(stored.document, stored.reader, stored.added_at)
            for source in free:
                self._execute("INSERT INTO sources VALUES (?, ?)", source, document_id)
        return True

    def correct(self, document_id: str, changes: Mapping[str, Any]) -> bool:
        """Keep the user's word on a document's citation, for all its sources; False when it changes nothing.

        Args:
            document_id: which.
            changes: CSL values by field, as ``corpus.citing.values`` checks them; None withdraws.
        """
        before = self.view.corrections(document_id)
        if all(before.get(name) == value for name, value in changes.items()):
            return False
        with self._transaction():
            for name, value in changes.items():
                self._correct(document_id, name, value)
        return True

    def _correct(self, document_id: str, name: str, value: object) -> None:
        if value is None:
            self._execute(
                "DELETE FROM corrections WHERE field = ? AND source IN"
                " (SELECT source FROM sources WHERE document_id = ?)",
                name, document_id,
            )  # fmt: skip
        else:
            self._execute(
                "INSERT OR REPLACE INTO corrections SELECT source, ?, ?, ? FROM sources WHERE document_id = ?",
                name, json.dumps(value, ensure_ascii=False), self.view.revision + 1, document_id,
            )  # fmt: skip

    def merge(self, name: str, into: str) -> None:
        """Keep the user's word that two speakers are one, by the second's name."""
        with self._transaction():
            self._execute("INSERT OR REPLACE INTO merges VALUES (?, ?)", name, into)

    def unmerge(self, name: str) -> bool:
        """Take back what was said of a speaker by ``merge``; False when nothing was."""
        if name not in self.view.merges():
            return False
        with self._transaction():
            self._execute("DELETE FROM merges WHERE name = ?", name)
        return True

    def _insert(self, d: Document, reader: str, now: str) -> None:
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


def _marks(count: int) -> str:
    return ", ".join("?" * count)
