"""The only place that renames files.

A file that must be whole or absent is written under another name, flushed to the disk, renamed, and the
folder that holds it is flushed too: without the last step a power cut can undo the rename.
"""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from corpus.errors import CorpusForbiddenError, DiskFaultError, DiskFullError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({
    errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTEMPTY, errno.EBUSY,
})  # fmt: skip


@contextlib.contextmanager
def named_faults(folder: Path) -> Iterator[None]:
    """Turn a full disk and a refused access below ``folder`` into errors with a name.

    Raises:
        DiskFullError: no room, no quota, or a file larger than allowed.
        DiskFaultError: the disk failed.
        CorpusForbiddenError: permission refused or a read-only file system.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise disk_full(folder) from fault
        if fault.errno == errno.EIO:
            raise disk_fault(folder, printable(fault.strerror)) from fault
        if fault.errno in _FORBIDDEN:
            raise forbidden(folder) from fault
        if fault.errno in _NO_FOLDER:
            raise forbidden(folder, "no folder can be made at") from fault
        raise


def disk_full(folder: Path) -> DiskFullError:
    """Return the error for a disk without room; what was stored before stays as it was."""
    return DiskFullError(
        f"no room left on the disk that holds {printable(folder)}",
        expected="room for the new text and its index",
        action="Free some space and run the command again; what was reported as added is safe.",
    )


def disk_fault(folder: Path, what: str) -> DiskFaultError:
    """Return the error for a disk that fails; what it had confirmed before is as safe as the disk itself."""
    return DiskFaultError(
        f"the disk that holds {printable(folder)} failed ({what})",
        expected="a disk that reads and writes",
        action="Check its room, quota and health, then run the command again and 'onrecord doctor' after it.",
    )


def forbidden(folder: Path, why: str = "no permission to use the corpus folder") -> CorpusForbiddenError:
    """Return the error for a folder that the operating system keeps shut."""
    return CorpusForbiddenError(
        f"{why} {printable(folder)}",
        expected="a folder this user can read and write",
        action="Change its permissions, or name another folder with --corpus.",
    )


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, so that a power cut does not undo it."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for path in missing:
        _flush(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that afterwards the old content or the new is there, never a mixture."""
    with named_faults(path.parent):
        beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
        try:
            _write_through(beside, data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _flush(path.parent)


def publish_folder(parent: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Make ``parent/name`` appear at once with all ``files`` in it, and return it.

    A folder that already has the name is left alone: names are made from content, so it is the same.
    """
    final = parent / name
    with named_faults(parent):
        make_folder(parent)
        if final.exists():
            return final
        beside = parent / f".{name}.{os.urandom(8).hex()}"
        try:
            beside.mkdir()
            for file_name, data in files.items():
                _write_through(beside / file_name, data)
            _flush(beside)
            beside.rename(final)
        finally:
            if beside.exists():
                remove_folder(beside)
        _flush(parent)
    return final


def put_in_place(new: Path, place: Path, *, aside: Path | None = None) -> None:
    """Rename a finished file, or folder of files, to ``place``; it is on the disk before and after.

    Args:
        new: on the same disk as ``place``.
        place: where it goes. A file there is replaced, and so is an empty folder; another folder is not.
        aside: the name that what is at ``place`` gets first, and loses again when ``new`` cannot go there.
    """
    with named_faults(place):
        for path in (*sorted(new.rglob("*")), new):
            _flush(path)
        if aside is not None:
            place.rename(aside)
        elif os.name == "nt" and place.is_dir():
            place.rmdir()  # Windows renames no folder to one that is there, not even to an empty one
        try:
            new.replace(place)
        except BaseException:  # Ctrl-C too
            if aside is not None:
                aside.rename(place)
            raise
        _flush(place.parent)


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours with all in it; one that is gone already, or cannot go, is no fault."""
    import shutil  # noqa: PLC0415 - keeps `import qa` quick

    shutil.rmtree(folder, ignore_errors=True)


def _write_through(path: Path, data: bytes) -> None:
    # Not Path.open: every byte goes through os.write, so that a test can make each one of them fail.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush(path: Path) -> None:
    """Flush a file, or a folder's list of names, to the disk."""
    if path.is_dir() and os.name == "nt":  # Windows has no handle on a folder to flush
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
