"""Reading the store: which files were read, and what files of metadata say of them."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.blocks import PART_MARK
from corpus.folders import FileRecord, Stamp
from corpus.speech import Speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FILES = (
    "SELECT path, source, disk, size, mtime_ns, ctime_ns, seen_ns, sha256, reader, options, singly, documents,"
    " passages, speakers, unattributed, refusal, remarks, columns FROM files WHERE {} = ? ORDER BY path"
)


class Remembering(Speech):
    """What one revision of the store holds of files; ``corpus.view.View`` has the rest."""

    def file(self, path: str) -> FileRecord | None:
        """Return what is remembered of the file at a path."""
        row = self._one(_FILES.format("path"), path)
        return _record(row) if row else None

    def knows_size(self, size: int) -> bool:
        """Whether any file of so many bytes is remembered."""
        return self._one("SELECT 1 FROM files WHERE size = ? LIMIT 1", size) is not None

    def files_of(self, size: int, sha256: str) -> list[FileRecord]:
        """Return what is remembered of files of these bytes."""
        return [_record(row) for row in self._all(_FILES.format("size = ? AND sha256"), size, sha256)]

    def files_at(self, source: str) -> list[str]:
        """Return the paths whose content lies at this source: the file itself, and links to it."""
        return [row[0] for row in self._all("SELECT path FROM files WHERE source = ? ORDER BY path", source)]

    def files_below(self, folder: str) -> Iterator[tuple[str, str, bool]]:
        """Yield the path of each file below a folder, the number of its disk, and whether it was named itself.

        Nothing may be written meanwhile.
        """
        start, end = _below(folder)
        query = "SELECT path, disk, singly FROM files WHERE path >= ? AND path < ? ORDER BY path"
        for path, disk, singly in self._connection.execute(query, (start, end)):
            yield path, disk, bool(singly)

    def folder(self, folder: str) -> str | None:
        """Return the identity that a folder had when it was last gone through; None where it never was."""
        row = self._one("SELECT identity FROM folders WHERE folder = ?", folder)
        return str(row[0]) if row else None

    def count_at(self, file: str) -> int:
        """Return how many documents a file has in the store: itself, and its parts."""
        start, end = f"{file}{PART_MARK}", f"{file}{chr(ord(PART_MARK) + 1)}"
        query = "SELECT count(*) FROM sources WHERE source = ? OR (source >= ? AND source < ?)"
        return int(self._one(query, file, start, end)[0])

    def first_at(self, file: str) -> str | None:
        """Return the id of a file's first document, itself or a part; None where it has none."""
        start, end = f"{file}{PART_MARK}", f"{file}{chr(ord(PART_MARK) + 1)}"
        query = "SELECT document_id FROM sources WHERE source = ? OR (source >= ? AND source < ?) ORDER BY source"
        row = self._one(f"{query} LIMIT 1", file, start, end)
        return str(row[0]) if row else None

    def sources_of(self, file: str) -> list[str]:
        """Return the sources that a file has in the store: itself, and its parts."""
        known = self._one("SELECT 1 FROM sources WHERE source = ?", file)
        return [*([file] if known else []), *self.parts(file)]

    def parts(self, file: str) -> list[str]:
        """Return the sources that are parts of a file; a file of such a name of its own is none."""
        start = f"{file}{PART_MARK}"
        query = "SELECT source FROM sources WHERE source >= ? AND substr(source, 1, ?) = ? ORDER BY source"
        found = (row[0] for row in self._all(query, start, len(start), start))
        return [source for source in found if not Path(source).exists()]

    def given(self, sources: Iterable[str]) -> dict[str, Any]:
        """Return what files of metadata say of a document by where it was found: CSL values by field."""
        files = sorted({file for source in sources for file in _files_of(source)})
        marks = ",".join("?" * len(files))
        query = "SELECT field, value FROM given WHERE file IN ({}) ORDER BY file, rank, origin"
        return {name: json.loads(value) for name, value in self._all(query.format(marks), *files)}

    def all_given(self) -> dict[str, dict[str, Any]]:
        """Return what files of metadata say, by file and field."""
        found: dict[str, dict[str, Any]] = defaultdict(dict)
        for file, name, value in self._all("SELECT file, field, value FROM given ORDER BY rank, origin"):
            found[file][name] = json.loads(value)
        return found

    def given_rows(self, origins: Sequence[str]) -> set[tuple[str, str, str, str, int]]:
        """Return what these files of metadata say: file, field, value as JSON, origin and rank."""
        marks = ",".join("?" * len(origins))
        query = "SELECT file, field, value, origin, rank FROM given WHERE origin IN ({})"
        return set(self._all(query.format(marks), *origins))

    def given_by(self) -> list[str]:
        """Return the files of metadata that say something."""
        return [row[0] for row in self._all("SELECT DISTINCT origin FROM given ORDER BY origin")]


def merged_given(given: dict[str, dict[str, Any]], sources: Iterable[str]) -> dict[str, Any]:
    """Return what is given of a document by where it was found, from ``Remembering.all_given``."""
    found: dict[str, Any] = {}
    for file in sorted({file for source in sources for file in _files_of(source)}):
        found |= given.get(file, {})
    return found


def file_row(record: FileRecord) -> tuple[object, ...]:
    """Return the row of a file's record."""
    stamp = record.stamp
    return (
        record.path, record.source, record.disk, stamp.size, stamp.mtime_ns, stamp.ctime_ns, record.seen_ns,
        record.sha256, record.reader, record.options, int(record.singly), record.documents, record.passages,
        record.speakers, record.unattributed, record.refusal,
        json.dumps(record.remarks), record.columns,
    )  # fmt: skip


def _record(row: Sequence[Any]) -> FileRecord:
    path, source, disk, size, mtime_ns, ctime_ns, seen_ns, sha256, reader, options, singly, *more = row
    *counts, remarks, columns = more
    record = FileRecord(
        path,
        source,
        disk,
        Stamp(size, mtime_ns, ctime_ns),
        seen_ns,
        sha256,
        reader,
        options,
        bool(singly),
        *counts,
    )
    return replace(record, remarks=tuple(json.loads(remarks)), columns=columns)


def _below(folder: str) -> tuple[str, str]:
    """Return what paths below a folder lie between, as SQLite compares them."""
    start = folder if folder.endswith(os.sep) else f"{folder}{os.sep}"
    return start, f"{start[:-1]}{chr(ord(os.sep) + 1)}"


def _files_of(source: str) -> Iterator[str]:
    """Yield the files that a source may be, or be a part of: a file's name may hold the mark of a part too."""
    yield source
    at = source.find(PART_MARK)
    while at != -1:
        yield source[:at]
        at = source.find(PART_MARK, at + 1)
