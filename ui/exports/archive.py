"""ZIP archives that are the same bytes wherever and whenever they are made, and reading those of strangers."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What a damaged archive makes ``zipfile`` raise, besides its own fault.
_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError,
    OverflowError, KeyError,
)  # fmt: skip
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PLAIN_FILE: Final = (stat.S_IFREG | 0o644) << 16
#: The end record of a ZIP without a comment (APPNOTE 4.3.16): its mark, counts and the directory's size in bytes.
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK, _ZIP64_MARK, _ZIP64_BYTES = b"PK\x05\x06", b"PK\x06\x07", 20
#: More entries than a pack of the most passages has, and more bytes in the directory for each than one of ours.
_MOST_FILES: Final = limits.MAX_COLLECTED_HITS + 50
_ENTRY_BYTES: Final = 512


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of the files, by name, unpacked: what packs them gives other bytes from version to version."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            made.writestr(entry, files[name])
    return out.getvalue()


def read_archive(data: bytes, name: str) -> dict[str, bytes | None]:
    """Return the files of a stranger's ZIP, None for one that cannot be read; nothing is written anywhere.

    Args:
        data: at most ``limits.MAX_PACK_BYTES``.
        name: what the archive is called in messages.

    Raises:
        SourceFormatError: no ZIP, or with entries that would do harm to who unpacks it.
        SourceTooLargeError: more files, or more in them, than a pack has.
    """
    _check_directory(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            entries = found.infolist()
            _check_entries(entries, len(data), name)
            return {entry.filename: _read(found, entry) for entry in entries}
    except _FAULTS as fault:
        raise _no_pack(name, f"no ZIP that can be read ({printable(fault, 80)})") from fault


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a directory of too many entries before anything reads it: a million take seconds and a gigabyte."""
    tail = data[-_END.size :]
    if len(tail) < _END.size or not tail.startswith(_END_MARK) or tail[-2:] != b"\0\0":
        raise _no_pack(name, "no ZIP: it does not end as one")
    if data[-_END.size - _ZIP64_BYTES : -_END.size].startswith(_ZIP64_MARK):
        raise _no_pack(name, "a ZIP of the kind for more than 4 GB")
    _, _, _, _, count, size, _, _ = _END.unpack(tail)
    if count > _MOST_FILES or size > _MOST_FILES * _ENTRY_BYTES:
        raise _too_large(name, f"a list of {count:,} files in {size:,} bytes")


def _check_entries(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if fault := _harm(entry, seen):
            raise _no_pack(name, f"a ZIP with {fault}: {printable(entry.orig_filename, 80)!r}")
        seen.add(entry.filename)
    whole = sum(entry.file_size for entry in entries)
    if whole > min(limits.MAX_PACK_BYTES, packed * limits.MAX_PACK_UNPACKED_BYTES):
        raise _too_large(name, f"{whole:,} bytes packed into {packed:,}")


def _harm(entry: zipfile.ZipInfo, seen: set[str]) -> str:
    """Return what is wrong with an entry's name or kind; an empty text when nothing is."""
    name = entry.orig_filename
    if name in seen:
        return "two files of one name"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "a link in place of a file"
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in name or "\\" in name or not name.isprintable():
        return "a name that leads outside it"
    return ""


def _read(found: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with found.open(entry) as file:
            return file.read(entry.file_size + 1)
    except _FAULTS:
        return None


def _no_pack(name: str, found: str) -> SourceFormatError:
    return SourceFormatError(
        f"{name} is {found}",
        expected="an evidence pack made by 'onrecord export'",
        action="Get the pack again from who made it, and do not unpack this file.",
    )


def _too_large(name: str, found: str) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{name} holds {found}",
        expected=f"at most {_MOST_FILES} files and {limits.MAX_PACK_BYTES:,} bytes in them",
        action="Do not unpack it: no evidence pack is that large.",
    )
