"""Finding all that is wrong with a store, and not only the first fault: what ``doctor`` and ``backup`` look at."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import TYPE_CHECKING, Final

from corpus import schema
from corpus.citation import DATE_FIELDS, NAME_FIELDS
from corpus.corrections import LEFT_OUT
from corpus.errors import printable
from corpus.model import passage_id
from corpus.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.model import Document

#: What rows that were never written by us make of reading them.
_UNREADABLE: Final = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError,
    sqlite3.DatabaseError,
)  # fmt: skip
_NAMES: Final = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_CORRECTIONS: Final = "SELECT source, field, value FROM corrections"
_METADATA: Final = "SELECT file, field, value FROM given"
#: Not their order, which differs where a column was added later; 'hidden' tells those that are computed.
_COLUMNS: Final = (
    'SELECT t.name, c.name, c.type, c."notnull", c.pk, c.hidden FROM sqlite_master t, pragma_table_xinfo(t.name) c'
    " WHERE t.type = 'table'"
)


class Inspection(View):
    """One revision of a store that is not trusted yet."""

    def faults(self) -> list[str]:
        """Return what is wrong, a line each; empty when all is well.

        Looked at are SQLite's own structure, the tables and what binds their rows, and of each document that its
        passages are slices of its text with their digests and ids, and utterances and asides lie within them.
        """
        # A stranger's tables come first, and alone: looking further would run what is in them.
        found = self._look(self._tables)
        if not found:
            for looks in (self._structure, self._rows, self._texts, self._files, self._given):
                found += self._look(looks)
        return list(dict.fromkeys(found))

    @staticmethod
    def _look(looks: Callable[[], Iterator[str]]) -> list[str]:
        found: list[str] = []
        try:
            found.extend(looks())
        except _UNREADABLE as fault:
            found.append(printable(fault))
        return found

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        names = sorted(name for kind, name in self._all(_NAMES) if kind == "table")
        return {name: self._one(f'SELECT count(*) FROM "{name}"')[0] for name in names}  # noqa: S608 - our tables

    def _structure(self) -> Iterator[str]:
        yield from (str(row[0]) for row in self._all("PRAGMA integrity_check") if row[0] != "ok")
        for table, row, parent, _ in self._all("PRAGMA foreign_key_check"):
            yield f"row {row} of {table} belongs to a row of {parent} that is gone"

    def _tables(self) -> Iterator[str]:
        with contextlib.closing(sqlite3.connect(":memory:")) as ours:
            ours.executescript(schema.TABLES)
            expected, columns = set(ours.execute(_NAMES)), set(ours.execute(_COLUMNS))
        found = set(self._all(_NAMES))
        yield from (f"the {kind} {name} is missing" for kind, name in sorted(expected - found))
        # A stranger's trigger would act on the next document that is added.
        for kind, name in sorted(found - expected):
            yield f"there is a {kind} {printable(name, 40)} of somebody else's"
        others = set(self._all(_COLUMNS)) ^ columns
        yield from (f"the table {name} has other columns than ours" for name in sorted({o[0] for o in others}))

    def _rows(self) -> Iterator[str]:
        if not self._one("SELECT value FROM meta WHERE key = 'revision'")[0].isdecimal():
            yield "the revision is no number"
        for (name,) in self._all("SELECT id FROM documents WHERE id NOT IN (SELECT document_id FROM sources)"):
            yield f"document {name} has no source"

    def _texts(self) -> Iterator[str]:
        for document_id in self.document_ids():
            try:
                document = self.document(document_id)
                yield from _misplaced(document) if document else ()
            except _UNREADABLE as fault:
                yield f"document {printable(document_id, 40)}: {printable(fault)}"

    def _files(self) -> Iterator[str]:
        for (path,) in self._all("SELECT path FROM files"):
            try:
                self.file(path)
            except _UNREADABLE:
                yield f"what is remembered of the file {printable(path)} cannot be read"

    def _given(self) -> Iterator[str]:
        said = [(f"the correction at {source}", *row) for source, *row in self._all(_CORRECTIONS)]
        said += [(f"what is given of {file}", *row) for file, *row in self._all(_METADATA)]
        for which, field, value in said:
            try:
                fits = _is_csl(field, json.loads(value))
            except _UNREADABLE:
                fits = False
            if not fits:
                yield f"{printable(which)} for {printable(field, 40)} is no value of a citation"
        merges = dict(self._all("SELECT name, speaker FROM merges"))
        for name, into in merges.items():
            seen, at = {name}, into
            while at in merges and at not in seen:
                seen.add(at)
                at = merges[at]
            if at in seen:
                yield f"the merge of {printable(name, 80)} leads back to itself"


def _is_csl(name: str, value: object) -> bool:
    """Whether a value has the shape of its field's; an empty text leaves the field out."""
    from corpus.citing.values import CORRECTABLE  # noqa: PLC0415 - imports all readers of records

    if name not in CORRECTABLE or value == LEFT_OUT:
        return name in CORRECTABLE
    if name in NAME_FIELDS:
        return isinstance(value, list) and all(
            isinstance(one, dict) and all(isinstance(part, str) for part in one.values()) for one in value
        )
    return isinstance(value, dict if name in DATE_FIELDS else str)


def _misplaced(document: Document) -> Iterator[str]:
    for p in document.passages:
        if passage_id(document.id, p.ordinal, p.text) != p.id:
            yield f"passage {p.id} has another's id"
        if any(not 0 <= u.start <= u.end <= len(p.text) for u in p.utterances):
            yield f"an utterance reaches out of passage {p.id}"
    if any(not 0 <= a.start <= a.end <= len(document.text) for a in document.asides):
        yield f"an aside reaches out of document {document.id}"
