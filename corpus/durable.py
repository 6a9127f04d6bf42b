"""The only place that renames files.

A file that must be whole or absent is written under another name, flushed to the disk, renamed, and the
folder that holds it is flushed too: without the last step a power cut can undo the rename.
"""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from corpus.errors import CorpusForbiddenError, DiskFullError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP})


@contextlib.contextmanager
def named_faults(folder: Path) -> Iterator[None]:
    """Turn a full disk and a refused access below ``folder`` into errors with a name.

    Raises:
        DiskFullError: no room, no quota, or a file larger than allowed.
        CorpusForbiddenError: permission refused or a read-only file system.
    """
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            raise disk_full(folder) from fault
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


def forbidden(folder: Path, why: str = "no permission to use the corpus folder") -> CorpusForbiddenError:
    """Return the error for a folder that the operating system keeps shut."""
    return CorpusForbiddenError(
        f"{why} {printable(folder)}",
        expected="a folder this user can read and write",
        action="Change its permissions, or name another folder with --corpus.",
    )


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that afterwards the old content or the new is there, never a mixture."""
    with named_faults(path.parent):
        beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
        try:
            _write_through(beside, data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _flush_folder(path.parent)


def publish_folder(parent: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Make ``parent/name`` appear at once with all ``files`` in it, and return it.

    A folder that already has the name is left alone: names are made from content, so it is the same.
    """
    final = parent / name
    with named_faults(parent):
        parent.mkdir(parents=True, exist_ok=True)
        if final.exists():
            return final
        beside = parent / f".{name}.{os.urandom(8).hex()}"
        try:
            beside.mkdir()
            for file_name, data in files.items():
                _write_through(beside / file_name, data)
            _flush_folder(beside)
            beside.rename(final)
        finally:
            if beside.exists():
                remove_folder(beside)
        _flush_folder(parent)
    return final


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours with all in it; one that is gone already, or cannot go, is no fault."""
    import shutil  # noqa: PLC0415 - keeps `import qa` quick

    shutil.rmtree(folder, ignore_errors=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
