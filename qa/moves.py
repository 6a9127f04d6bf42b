"""Finding files that were renamed: the same bytes at another path, while the old path holds them no more."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.folders import digest, disk_of, identity, is_gone, see
from corpus.readers.suffixes import SUFFIXES
from qa.entries import Entry, entries, said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.folders import FileRecord, Seen
    from corpus.view import View
    from qa.results import AddWishes


@dataclass(frozen=True, slots=True)
class Vanished:
    """What is not below a folder any more: files that are gone, and how many whose disk seems to be away."""

    gone: tuple[str, ...] = ()
    away: int = 0


def _always(*_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether a file that is new or changed may be read by now, and one that is gone be taken for gone."""

    file: Callable[[str, Seen], bool] = _always
    gone: Callable[[str], bool] = _always


@dataclass(slots=True)
class Plan:
    """What is found before anything is read: how many files there are, and which were moved.

    ``moves`` are pairs of what a file was remembered as and what it is now. ``busy`` says whether any file is new,
    changed or gone. ``metadata`` are the files that describe others.
    """

    total: int = 0
    moves: list[tuple[FileRecord, FileRecord]] = field(default_factory=list)
    vanished: dict[str, Vanished] = field(default_factory=dict)
    busy: bool = False
    metadata: list[Path] = field(default_factory=list)

    @property
    def moved_to(self) -> dict[str, str]:
        """From the path of a moved file to the one that it had before."""
        return {new.path: old.path for old, new in self.moves}


def plan(view: View, places: Sequence[Path], wishes: AddWishes, reader: str, ready: Ready) -> Plan:
    """Look at all the files without reading them; only those that may have been moved are digested.

    Args:
        view: what is remembered of them.
        places: files and folders.
        wishes: what is said of them.
        reader: the version of the reader; what another read is read again.
        ready: what may be taken for settled by now.
    """
    made, mover = Plan(), _Mover(view, wishes, reader)
    for place in places:
        if place.is_dir():
            folder = str(place.resolve())
            found = vanished(view, folder)
            made.vanished[folder] = Vanished(tuple(filter(ready.gone, found.gone)), found.away)
        for entry in entries(place, made.metadata):
            if not isinstance(entry, Entry):
                continue
            made.total += 1
            seen, record = see(entry.path), view.file(entry.path)
            if seen is None or (record and record.shows(seen.stamp)) or not ready.file(entry.path, seen):
                continue
            made.busy = True
            if move := mover.move_to(entry, seen, record):
                made.moves.append(move)
    made.busy = made.busy or any(v.gone for v in made.vanished.values())
    return made


def vanished(view: View, folder: str) -> Vanished:
    """Return which files that were found below a folder are not there any more; none that was named itself.

    A file is gone where its disk is there: it was the disk of a file that is still there, or is the one on which
    its place is now. Where none of all the files is left, the folder must also be the one that it was.
    """
    missing: list[tuple[str, str]] = []
    there: set[str] = set()
    for path, disk, singly in view.files_below(folder):
        if not is_gone(path):
            there.add(disk)
        elif not singly:
            missing.append((path, disk))
    known = view.folder(folder)
    if missing and not there and known and known != identity(folder):
        return Vanished(away=len(missing))
    gone = tuple(path for path, disk in missing if disk in there or disk == disk_of(path))
    return Vanished(gone, len(missing) - len(gone))


class _Mover:
    """Finds what a file was before; each digest is made once, and each file is moved once."""

    def __init__(self, view: View, wishes: AddWishes, reader: str) -> None:
        self._view, self._wishes, self._reader = view, wishes, reader
        self._digests: dict[str, str] = {}
        self._left_by: set[str] = set()
        self._taken: set[str] = set()

    def move_to(self, entry: Entry, seen: Seen, record: FileRecord | None) -> tuple[FileRecord, FileRecord] | None:
        """Return what the file was remembered as, and what it is; None for one that was not moved."""
        if entry.path in self._taken or not self._view.knows_size(seen.stamp.size):
            return None
        sha256 = self._digest(entry.path)
        if not sha256 or (record and record.sha256 == sha256):
            return None
        options = said(entry.options(self._wishes))
        alike = self._view.files_of(seen.stamp.size, sha256)
        old = next((old for old in alike if self._fits(old, entry, options) and self._left(old)), None)
        after = see(entry.path)
        if old is None or after is None or after.stamp != seen.stamp:
            return None
        self._left_by.add(old.path)
        self._taken.add(entry.path)
        return old, replace(
            old, path=entry.path, source=entry.source, disk=seen.disk, stamp=seen.stamp, seen_ns=seen.at_ns,
            singly=entry.singly or bool(record and record.singly),
        )  # fmt: skip

    def _fits(self, old: FileRecord, entry: Entry, options: str) -> bool:
        """Whether a file could be this one by all but its bytes: it was read, in the same way."""
        return (
            old.path != entry.path
            and old.path not in self._left_by
            and old.refusal is None
            and (old.reader, old.options) == (self._reader, options)
            and _kind(old.path) == entry.kind
            and old.documents == self._view.count_at(old.source)
            and (old.source == entry.source or self._view.files_at(old.source) == [old.path])
        )

    def _left(self, old: FileRecord) -> bool:
        """Whether a path holds its bytes no more."""
        seen = see(old.path)
        if seen is None:
            return is_gone(old.path)
        return seen.stamp != old.stamp and self._digest(old.path) != old.sha256

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._digests[path] = digest(path)
        return self._digests[path]


def _kind(path: str) -> str:
    ending = path[path.rfind(".") :].lower() if "." in path else ""
    return SUFFIXES.get(ending, "")
