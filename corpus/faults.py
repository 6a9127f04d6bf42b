"""SQLite's faults, by name."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from corpus.durable import disk_fault, disk_full, forbidden, named_faults
from corpus.errors import CorpusBusyError, CorpusDamagedError, printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: SQLite reports some full disks as failed input or output: memory maps and journals that cannot grow.
_FULL = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP")
#: A quota, a bound on a file's size and a dying disk are told apart by no name of SQLite's.
_FAILED = "SQLITE_IOERR"
_FORBIDDEN = ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_CANTOPEN")


@contextlib.contextmanager
def store_faults(folder: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system raise into errors with a name.

    Raises:
        DiskFullError, DiskFaultError, CorpusForbiddenError, CorpusBusyError, CorpusDamagedError: as their
            docstrings say.
    """
    try:
        with named_faults(folder):
            yield
    except sqlite3.Error as fault:
        name = getattr(fault, "sqlite_errorname", "") or ""
        if name.startswith(_FULL):
            raise disk_full(folder) from fault
        if name.startswith(_FAILED):
            raise disk_fault(folder, printable(fault)) from fault
        if name.startswith(_FORBIDDEN):
            raise forbidden(folder) from fault
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise busy(folder) from fault
        raise damaged(folder, printable(fault)) from fault


def is_of_disk(fault: sqlite3.Error) -> bool:
    """Whether a fault is that of the disk, and not of what stands on it."""
    return (getattr(fault, "sqlite_errorname", "") or "").startswith((*_FULL, _FAILED))


def busy(folder: Path) -> CorpusBusyError:
    """Return the error for a corpus that somebody else is writing to."""
    return CorpusBusyError(
        f"another process is writing to the corpus {printable(folder)}",
        expected="one writer at a time",
        action="Wait until it has finished and run the command again; nothing was lost.",
    )


def damaged(folder: Path, what: str) -> CorpusDamagedError:
    """Return the error for a store that does not hold what was put into it."""
    return CorpusDamagedError(
        f"the corpus {printable(folder)} is damaged ({what})",
        expected="the text that was stored",
        action="Restore a backup with 'onrecord restore', or add the documents to a new folder with --corpus.",
    )
