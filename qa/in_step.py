"""Files and folders into a corpus: what is new, changed, moved or gone, and nothing read that is as it was."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus.errors import SourceNotFoundError, printable
from corpus.folders import digest, identity, see
from qa.adding import put_file, unchanged
from qa.entries import Entry, entries, said
from qa.moves import Ready, Vanished, plan
from qa.results import AddResult, AddWishes, Hearing, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.folders import FileRecord, Seen
    from corpus.writer import Writer

#: How many files' new times are kept in one transaction: what is lost of them costs a digest.
_KEPT_AT_ONCE: Final = 200


def put_all(
    writer: Writer,
    places: Sequence[Path],
    wishes: AddWishes,
    hearing: Hearing,
    *,
    ready: Ready | None = None,
    through: Through | None = None,
) -> Iterator[AddResult]:
    """Yield the result of each file, and of each file in the folders, once it is on the disk.

    Args:
        writer: of the store.
        places: files and folders; the documents of what is gone from a folder are taken out.
        wishes: how it is to be done.
        hearing: who is told how far it is.
        ready: what may be taken for settled by now, all by default; what may not is passed over.
        through: takes which folders were gone through, and the files of metadata in them.
    """
    yield from _Run(writer, wishes, hearing, ready or Ready()).results(places, through or Through())


@dataclass(slots=True)
class Through:
    """The folders that were gone through whole and are all there, and the files of metadata found in them."""

    folders: list[str] = field(default_factory=list)
    metadata: list[Path] = field(default_factory=list)


class _Run:
    def __init__(self, writer: Writer, wishes: AddWishes, hearing: Hearing, ready: Ready) -> None:
        from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

        self._writer, self._wishes, self._hearing, self._ready = writer, wishes, hearing, ready
        self._reader = READER_VERSION
        self._touched: list[FileRecord] = []

    def results(self, places: Sequence[Path], through: Through) -> Iterator[AddResult]:
        """Yield what became of each file, and then of those that are gone."""
        planned = plan(self._writer.view, places, self._wishes, self._reader, self._ready)
        if planned.moves:
            self._writer.move(planned.moves)
        done, moved = 0, planned.moved_to
        for place in places:
            for entry in entries(place, through.metadata):
                if not isinstance(entry, Entry):
                    yield AddResult(printable(place), error=entry)
                    continue
                done += 1
                result = self._file(entry, moved.get(entry.path))
                self._tell(done, planned.total)
                if result:
                    yield result
            self._keep()
            if place.is_dir():
                folder = str(place.resolve())
                found = planned.vanished.get(folder, Vanished())
                yield from self._vanished(place, folder, set(moved.values()), found)
                if not found.away:
                    self._writer.remember_folder(folder, identity(folder))
                    through.folders.append(folder)
        self._tell(planned.total, planned.total)

    def _file(self, entry: Entry, moved_from: str | None) -> AddResult | None:
        seen, record = see(entry.path), self._writer.view.file(entry.path)
        if record and not self._wishes.again and self._as_it_was(entry, seen, record):
            result = unchanged(self._writer, entry, record)
        elif seen and not self._ready.file(entry.path, seen):
            return None
        else:
            result = put_file(self._writer, entry, seen, self._wishes, self._hearing)
        if moved_from and result.outcome is Outcome.UNCHANGED:
            result = replace(result, outcome=Outcome.MOVED, moved_from=moved_from)
        return result

    def _as_it_was(self, entry: Entry, seen: Seen | None, record: FileRecord) -> bool:
        """Whether a file is the one remembered, read in the same way, with all its documents in the store."""
        if (record.reader, record.options, record.source) != (
            self._reader, said(entry.options(self._wishes)), entry.source,
        ):  # fmt: skip
            return False
        if seen is None or record.documents != self._writer.view.count_at(entry.source):
            return False
        shown = record.shows(seen.stamp)
        if not shown and (not record.sha256 or digest(entry.path) != record.sha256):
            return False
        singly = record.singly or entry.singly
        if not shown or (record.disk, record.singly) != (seen.disk, singly):
            kept = replace(record, stamp=seen.stamp, seen_ns=seen.at_ns, disk=seen.disk, singly=singly)
            self._touched.append(kept)
            if len(self._touched) >= _KEPT_AT_ONCE:
                self._keep()
        return True

    def _keep(self) -> None:
        if self._touched:
            self._writer.remember(self._touched)
            self._touched = []

    def _vanished(self, place: Path, folder: str, moved: set[str], found: Vanished) -> Iterator[AddResult]:
        """Yield what became of files that are not in a folder any more."""
        view = self._writer.view
        records = [r for path in found.gone if path not in moved and (r := view.file(path))]
        told = [AddResult(_told(place, folder, r.path), Outcome.GONE, read=False) for r in records]
        told = [self._filled(result, r) for result, r in zip(told, records, strict=True)]
        if self._wishes.keep_gone:
            yield from (replace(result, outcome=Outcome.KEPT) for result in told if result.document_id)
        elif records:
            self._writer.take_out(records)
            yield from (result for result in told if result.document_id)
        if found.away:
            yield AddResult(str(place), error=_away(place, found.away))

    def _filled(self, result: AddResult, record: FileRecord) -> AddResult:
        """Return the result of a file that is gone with what was kept of it."""
        first = self._writer.view.first_at(record.source)
        title = self._writer.view.citation(first).title if first else None
        return replace(
            result, document_id=first, title=title, passages=record.passages, speakers=record.speakers,
            documents=record.documents, unattributed=record.unattributed,
        )  # fmt: skip

    def _tell(self, done: int, total: int) -> None:
        if self._hearing.file:
            self._hearing.file(min(done, total), total)


def _told(place: Path, folder: str, path: str) -> str:
    """Return a path below a folder as the folder's owner would write it."""
    return str(place / path[len(folder) :].lstrip("/\\"))


def _away(place: Path, count: int) -> SourceNotFoundError:
    return SourceNotFoundError(
        f"{count:,} file{'s' * (count != 1)} that {'were' if count != 1 else 'was'} in {printable(place)}"
        f" cannot be reached: it is another folder now, or on another disk",
        expected="the folder as it was when it was added",
        action="Connect its disk and add it again; what is gone for good goes with: onrecord remove DOCUMENT.",
    )
