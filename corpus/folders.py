"""Files as they were when they were last read: what tells the unchanged, the renamed, and a disk that is away."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus import limits
from corpus.readers.files import AT_ONCE

#: A file that was changed as lately as this before it was looked at may have been changed again under the same
#: time: some file systems count in steps of two seconds.
_TIME_STEP_NS: Final = 2_000_000_000
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file's content: its size in bytes, and when it and its entry were changed."""

    size: int
    mtime_ns: int
    ctime_ns: int

    def settled(self, now_ns: int) -> bool:
        """Whether a change after ``now_ns`` would show: the last one before it is long enough ago."""
        return max(self.mtime_ns, self.ctime_ns) + _TIME_STEP_NS < now_ns


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it was read, or refused.

    Attributes:
        path: where it was found; its folder is free of links, it may be one itself.
        source: where its content lies: the source of its document, or what those of its parts begin with.
        disk: the number of the disk that its entry is on, as it was then.
        stamp: what told its state, at ``seen_ns`` (nanoseconds of the clock) and before it was read.
        sha256: of its bytes; empty where they changed meanwhile, or are more than may be read.
        reader: the version of the reader.
        options: what was said of it, as it bears on its format.
        singly: whether it was named itself, and not found in a folder.
        documents: how many it held; so ``passages``, ``speakers``, and ``unattributed`` utterances.
        refusal: why it was refused, as JSON.
        remarks: what its reader passed over or left open, in words; so ``columns``, what a table's were taken for.
    """

    path: str
    source: str
    disk: str
    stamp: Stamp
    seen_ns: int
    sha256: str
    reader: str
    options: str
    singly: bool = False
    documents: int = 0
    passages: int = 0
    speakers: int = 0
    unattributed: int = 0
    refusal: str | None = None
    remarks: tuple[str, ...] = ()
    columns: str = ""

    def shows(self, stamp: Stamp) -> bool:
        """Whether the stamp alone says that the file is as it was."""
        return self.stamp == stamp and stamp.settled(self.seen_ns)


@dataclass(frozen=True, slots=True)
class Seen:
    """A regular file as the file system showed it at a time: its stamp and the number of its entry's disk."""

    stamp: Stamp
    disk: str
    at_ns: int


def see(path: str) -> Seen | None:
    """Look at a file without opening it; None where there is no regular file, or no right to look."""
    now = time.time_ns()
    try:
        found, entry = os.stat(path), os.lstat(path)  # noqa: PTH116 - of strings, thousands of them
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Seen(Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns), str(entry.st_dev), now)


def digest(path: str) -> str:
    """Return the SHA-256 of a file's bytes as hex; empty where they cannot be read or are more than may be."""
    total, made = 0, hashlib.sha256()
    try:
        with os.fdopen(os.open(path, AT_ONCE), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # put in its place since
                return ""
            while piece := file.read(_CHUNK):
                total += len(piece)
                if total > limits.MAX_SOURCE_BYTES:
                    return ""
                made.update(piece)
    except OSError:
        return ""
    return made.hexdigest()


def is_gone(path: str) -> bool:
    """Whether there is surely nothing at a path; a folder that may not be looked into leaves it open."""
    try:
        os.lstat(path)
    except OSError as fault:
        return fault.errno in _GONE
    return False


def disk_of(path: str) -> str:
    """Return the number of the disk that a path is on, or would be: that of the nearest folder above it."""
    place = Path(path)
    while True:
        try:
            return str(place.lstat().st_dev)
        except OSError:
            if place == place.parent:
                return ""
            place = place.parent


def identity(folder: str) -> str:
    """Return what tells a folder from another that is put in its place, as an empty one is when a disk is away."""
    try:
        found = Path(folder).stat()
    except OSError:
        return ""
    return f"{found.st_dev}:{found.st_ino}"
