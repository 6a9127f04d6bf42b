"""Backups: the store in one file, made while it is in use, and put back.

The index is left out: it is derived, and the first question after restoring builds it. The user's documents
themselves are not in the corpus folder and not in the backup; their text as read is.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.backup_file import Manifest, check_source, digest, no_backup, pack, unpack
from corpus.durable import make_folder, named_faults, put_in_place, remove_folder
from corpus.errors import (
    CorpusBusyError,
    CorpusDamagedError,
    CorpusError,
    CorpusForbiddenError,
    CorpusNotFoundError,
    UsageError,
    printable,
)
from corpus.faults import damaged, store_faults
from corpus.store import FILE_NAME, LOCK_NAME, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG: Final = "config.toml"
_HELD: Final = {FILE_NAME, CONFIG}
#: All that a corpus folder holds; one that lost its store is known by these.
_OURS: Final = {*_HELD, LOCK_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{FILE_NAME}-journal", "index"}
_LOCK: Final = "lock"

#: Called with how many bytes of how many are done.
OnBytes = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and under which name what had been there is kept; None when nothing had."""

    manifest: Manifest
    aside: Path | None


def back_up(folder: Path, file: Path, *, force: bool = False, progress: OnBytes | None = None) -> Manifest:
    """Write a corpus into one file, read it back whole, and return what is in it.

    Others may read and write meanwhile: the file holds one revision. It appears under its name at the end, or
    not at all. The disk must have room for the corpus twice.

    Args:
        folder: the corpus.
        file: the backup; its folder must be there.
        force: whether a file there is replaced.
        progress: called as it goes on.

    Raises:
        UsageError: there is a file of that name.
        CorpusDamagedError: the corpus is damaged, or what was written cannot be read back.
        CorpusNotFoundError, DiskFullError, DiskFaultError, CorpusForbiddenError, CorpusBusyError: as they say;
            nothing is changed.
    """
    store = Store.open(folder)
    file = file.absolute()
    _check_target(file, force=force)
    with _workshop(file) as work:
        copied, packed, read_back = work / FILE_NAME, work / "packed.zip", work / "read-back"
        report = progress or _unseen
        store.copy(copied, lambda done, total: report(done, 3 * total))
        manifest = _manifest(store, copied)
        files = {FILE_NAME: copied}
        with named_faults(file.parent):
            if (folder / CONFIG).is_file():
                files[CONFIG] = Path(shutil.copyfile(folder / CONFIG, work / CONFIG))
            manifest = _with_files(manifest, files)
            done = _Sum(report, manifest.size, 3 * manifest.size)
            pack(packed, manifest, files, done.add)
            copied.unlink()
            read_back.mkdir()
            _read_back(packed, read_back, manifest, done)
        put_in_place(packed, file)
    return manifest


def restore(file: Path, folder: Path, *, force: bool = False, progress: OnBytes | None = None) -> Restored:
    """Put a backup's corpus into a folder that is new or empty, after all of it has been checked.

    With ``force`` two renamings follow each other; a process killed between them leaves the old corpus whole under
    its other name and none in the folder, and restoring once more puts the backup there.

    Args:
        file: the backup.
        folder: where the corpus shall be.
        force: whether a corpus that is there makes way: it is kept beside, under another name, and named.
        progress: called as it goes on.

    Raises:
        SourceError: the file is not there, cannot be read, or is no whole backup; nothing is changed.
        UsageError: something is in the folder.
        DiskFullError, DiskFaultError, CorpusForbiddenError, CorpusBusyError: as they say; nothing is changed.
    """
    folder = folder.resolve()
    check_source(file)
    with named_faults(folder.parent):
        make_way = _occupied(folder, force=force)
        make_folder(folder.parent)
    with _workshop(folder) as work:
        new = work / "corpus"
        with named_faults(folder.parent):
            new.mkdir()
            manifest = unpack(file, new, _HELD, progress or _unseen)
        _check_restored(file, new, manifest)
        if make_way:
            return Restored(manifest, _swap(new, folder))
        put_in_place(new, folder)
    return Restored(manifest, None)


def _unseen(_done: int, _total: int) -> None:
    """Show no progress."""


class _Sum:
    """Progress over steps that know only their own."""

    def __init__(self, progress: OnBytes, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, total

    def add(self, size: int) -> None:
        """Count so many bytes more, and tell it."""
        self._done += size
        self._progress(self._done, self._total)


@contextlib.contextmanager
def _workshop(place: Path) -> Iterator[Path]:
    """Give an empty folder beside ``place`` that is gone afterwards; one that a killed run left is emptied."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - keeps `import qa` quick

    work = place.with_name(f".{place.name}.unfinished")
    lock = FileLock(work / _LOCK, timeout=0)
    try:
        with named_faults(place.parent):
            work.mkdir(exist_ok=True)
            try:
                lock.acquire()
            except Timeout as fault:
                raise _being_written(place) from fault
            _empty(work)
        yield work
    finally:
        if lock.is_locked:
            with contextlib.suppress(OSError):  # as far as a broken disk lets it, and Windows an open file
                _empty(work)
                (work / _LOCK).unlink()
            lock.release()
        with contextlib.suppress(OSError):  # somebody else is at work in it: it is theirs
            work.rmdir()


def _empty(work: Path) -> None:
    for path in work.iterdir():
        if path.is_dir():
            remove_folder(path)
        elif path.name != _LOCK:
            path.unlink()


def _check_target(file: Path, *, force: bool) -> None:
    with named_faults(file.parent):
        if file.is_dir() or not file.parent.is_dir():
            raise UsageError(
                f"no file can be made at {printable(file)}",
                expected="the name of a file in a folder that is there",
                action="Name one, such as corpus-backup.zip.",
            )
        if not os.access(file.parent, os.W_OK):
            raise CorpusForbiddenError(
                f"no permission to write into {printable(file.parent)}",
                expected="a folder this user can write into",
                action="Change its permissions, or name a file in another folder.",
            )
        if file.exists() and not force:
            raise UsageError(
                f"there is a file {printable(file)} already",
                expected="a new name",
                action="Name another file, or replace this one with --force.",
            )


def _manifest(store: Store, copied: Path) -> Manifest:
    """Look the copy over and return its manifest, without the digests of files."""
    inside = Store(copied.parent)
    if faults := inside.faults():
        raise damaged(store.folder, f"{len(faults)} faults, the first: {printable(faults[0])}")
    with inside.reading() as view:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return Manifest(now, view.layout[1], view.revision, inside.counts(), {})


def _with_files(manifest: Manifest, files: dict[str, Path]) -> Manifest:
    held = {name: digest(path) for name, path in files.items()}
    return Manifest(manifest.made_at, manifest.layout, manifest.revision, manifest.rows, held)


def _read_back(packed: Path, folder: Path, manifest: Manifest, done: _Sum) -> None:
    last = 0

    def report(now: int, _: int) -> None:
        nonlocal last
        last, step = now, now - last
        done.add(step)

    if unpack(packed, folder, _HELD, report) != manifest or Store(folder).faults():
        raise no_backup(packed, "was not written as it should be")


def _check_restored(file: Path, new: Path, manifest: Manifest) -> None:
    """Open what a backup holds as a corpus, bring it to the present layout, and look all of it over."""
    try:
        store = Store.open(new)
        faults = store.faults()
        counts = store.counts()
    except (CorpusDamagedError, CorpusNotFoundError) as fault:
        raise no_backup(file, f"holds a store that cannot be used ({printable(fault.found)})") from fault
    if faults:
        raise no_backup(file, f"holds a damaged store ({len(faults)} faults, the first: {printable(faults[0])})")
    if any(counts.get(name) != count for name, count in manifest.rows.items()):
        raise no_backup(file, "does not hold the rows that its manifest counts")
    for leftover in new.iterdir():
        if leftover.name not in _HELD:
            leftover.unlink()


def _occupied(folder: Path, *, force: bool) -> bool:
    """Whether a corpus in the folder has to make way; anything else there is never moved.

    Raises:
        UsageError: it may not, or it is no corpus.
    """
    if not folder.exists():
        return False
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else {"a file"}
    if not names:
        return False
    ours = FILE_NAME in names or names <= _OURS
    if ours and force:
        return True
    raise UsageError(
        f"there is {'a corpus' if ours else 'something else'} in {printable(folder)} already",
        expected="a folder that is new or empty",
        action="Name another with --corpus"
        + (", or keep this one under another name and take its place with --force." if ours else "."),
    )


def _swap(new: Path, folder: Path) -> Path:
    """Put ``new`` in the folder's place and return the name under which the old one is kept."""
    old, fresh = Store(folder), Store(new)
    with contextlib.suppress(CorpusError):  # it may be damaged, and that be the reason
        fresh.count_from(old.revision())
    name = f"{folder.name}.before-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}"
    free = (folder.with_name(f"{name}{more}") for more in ("", *(f"-{n}" for n in range(2, 1000))))
    aside = next(path for path in free if not path.exists())
    with store_faults(folder), old.locked():
        put_in_place(new, folder, aside=aside)
    return aside


def _being_written(place: Path) -> CorpusBusyError:
    return CorpusBusyError(
        f"{printable(place)} is being written by another process",
        expected="one backup or restore there at a time",
        action="Wait until it has finished and run the command again; nothing was lost.",
    )
