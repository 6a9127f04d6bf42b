"""The file of a backup: a ZIP without compression of ``manifest.json``, ``config.toml`` and ``corpus.sqlite``.

Nothing is packed smaller, so that nothing can unpack to more than the file's own size, and so that programs which
keep many versions of a file find what has stayed the same. Any ZIP program can take one apart.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING, Any, Final

from corpus import limits
from corpus.durable import disk_full
from corpus.errors import SourceForbiddenError, SourceFormatError, SourceNotFoundError, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MANIFEST: Final = "manifest.json"
FORMAT: Final = "onrecord backup"
VERSION: Final = 1
_CHUNK: Final = 1 << 20
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
#: What a damaged ZIP makes ``zipfile`` raise, besides its own fault; and a damaged manifest ``json``.
_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError,
    KeyError, TypeError, AttributeError, OverflowError, RecursionError,
)  # fmt: skip
#: The end of a ZIP without a comment, and its longer form for more than 4 GB (APPNOTE 4.3.14 to 4.3.16).
_END: Final = struct.Struct("<4s4H2LH")
_LOCATOR: Final = struct.Struct("<4sLQL")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_MOST_ENTRIES, _MOST_LISTED_BYTES = 3, 1_000


@dataclass(frozen=True, slots=True)
class Kept:
    """One file in a backup: its size in bytes and its SHA-256 in hex digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: ``layout`` is the version of the tables, ``rows`` how many each has; ISO 8601 dates."""

    made_at: str
    layout: int
    revision: int
    rows: dict[str, int]
    files: dict[str, Kept]

    @property
    def size(self) -> int:
        """The size of all files together, in bytes."""
        return sum(kept.size for kept in self.files.values())


def digest(path: Path) -> Kept:
    """Return a file's size and digest."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Kept(path.stat().st_size, sha256)


def pack(target: Path, manifest: Manifest, files: Mapping[str, Path], on_bytes: Callable[[int], None]) -> None:
    """Write a backup.

    Args:
        target: the new file.
        manifest: what it will hold.
        files: where each of the manifest's files lies.
        on_bytes: called with the size of each piece that has been written.
    """
    told = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
    with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as made:
        made.writestr(_entry(MANIFEST), json.dumps(told, indent=1) + "\n")
        for name, path in files.items():
            with path.open("rb") as file, made.open(_entry(name, path), "w") as into:
                while piece := file.read(_CHUNK):
                    into.write(piece)
                    on_bytes(len(piece))


def unpack(source: Path, folder: Path, known: set[str], on_bytes: Callable[[int, int], None]) -> Manifest:
    """Take a backup apart into an empty folder, and return what it says of itself once all digests fit.

    Args:
        source: perhaps no backup at all, or a stranger's.
        folder: holds afterwards files of ``known`` names and no other.
        known: the names that a backup may hold besides its manifest.
        on_bytes: called with how many bytes of how many have been written.

    Raises:
        SourceNotFoundError, SourceForbiddenError: there is no such file, or it cannot be read.
        SourceFormatError: it is no backup of ours, or no longer what was written.
        DiskFullError: there is no room for what is in it.
    """
    check_source(source)
    try:
        with source.open("rb") as file:
            _check_end(file, source)
            with zipfile.ZipFile(file) as found:
                manifest = _manifest(found, known, source)
                _check_room(folder, manifest)
                done = 0
                for name in manifest.files:
                    with found.open(name) as entry, (folder / name).open("xb") as into:
                        done = _copy(entry, into, manifest.files[name], done, lambda n: on_bytes(n, manifest.size))
    except _FAULTS as fault:
        raise no_backup(source, f"cannot be read as a backup ({printable(fault, 80)})") from fault
    return manifest


def check_source(source: Path) -> None:
    """Refuse what is no file, or cannot be read, before anything is made for what is in it.

    Raises:
        SourceNotFoundError, SourceForbiddenError: as they say.
    """
    try:
        if source.is_file():
            with source.open("rb"):
                return
        fault = None
    except PermissionError as refused:
        fault = refused
    if fault is None and not source.exists():
        raise SourceNotFoundError(
            f"no file at {printable(source)}", expected="a backup", action="Check the path's spelling."
        )
    raise SourceForbiddenError(
        f"{printable(source)} cannot be read as a file",
        expected="a backup",
        action="Name the file that 'onrecord backup' wrote, or change its permissions.",
    ) from fault


def no_backup(source: Path, state: str) -> SourceFormatError:
    """Return the error for a file that is no backup, or no longer one."""
    return SourceFormatError(
        f"{printable(source)} {state}",
        expected="a whole backup made by 'onrecord backup'",
        action="Use another backup; nothing was changed.",
    )


def _entry(name: str, path: Path | None = None) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.external_attr = 0o644 << 16
    entry.file_size = path.stat().st_size if path else 0  # says early enough whether it is over 4 GB
    return entry


def _check_end(file: IO[bytes], source: Path) -> None:
    """Refuse a long list of entries before anything reads it: a million take seconds and a gigabyte."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END64.size - _LOCATOR.size - _END.size))
    tail = file.read()
    end = tail[-_END.size :]
    if len(end) < _END.size or not end.startswith(b"PK\x05\x06") or end[-2:] != b"\0\0":
        raise no_backup(source, "is no backup, or its end is missing")
    _, _, _, _, count, listed, _, _ = _END.unpack(end)
    locator = tail[-_END.size - _LOCATOR.size : -_END.size]
    if locator.startswith(b"PK\x06\x07") and len(tail) >= _END64.size + len(locator) + len(end):
        _, _, at, _ = _LOCATOR.unpack(locator)
        mark, _, _, _, _, _, _, count, listed, _ = _END64.unpack(tail[: _END64.size])
        if mark != b"PK\x06\x06" or at != size - len(tail):
            raise no_backup(source, "does not end as a backup does")
    if count > _MOST_ENTRIES or listed > _MOST_LISTED_BYTES:
        raise no_backup(source, f"holds {count:,} files, which no backup does")


def _manifest(found: zipfile.ZipFile, known: set[str], source: Path) -> Manifest:
    entries = {entry.filename: entry for entry in found.infolist()}
    if len(entries) != len(found.infolist()) or not {MANIFEST} < set(entries) <= {MANIFEST, *known}:
        raise no_backup(source, f"holds {printable(', '.join(entries))}, which no backup does")
    if any(e.compress_type != zipfile.ZIP_STORED or e.file_size != e.compress_size for e in entries.values()):
        raise no_backup(source, "is packed in another way than backups are")
    if entries[MANIFEST].file_size > limits.MAX_BACKUP_MANIFEST_BYTES:
        raise no_backup(source, "holds a manifest too long for a backup's")
    told = json.loads(found.read(MANIFEST))
    if not isinstance(told, dict) or told.pop("format", "") != FORMAT:
        raise no_backup(source, "is no backup of a corpus")
    if told.pop("version") != VERSION:
        raise no_backup(source, "was made by a newer version of On Record")
    manifest = _checked(told)
    if {MANIFEST, *manifest.files} != set(entries) or any(
        entries[name].file_size != kept.size for name, kept in manifest.files.items()
    ):
        raise no_backup(source, "does not hold what its manifest says")
    return manifest


def _checked(told: dict[str, Any]) -> Manifest:
    """Return the manifest that JSON tells of; a value of another kind raises one of ``_FAULTS``."""
    files = {str(name): Kept(int(kept["size"]), str(kept["sha256"])) for name, kept in told["files"].items()}
    rows = {str(name): int(count) for name, count in told["rows"].items()}
    return Manifest(str(told["made_at"]), int(told["layout"]), int(told["revision"]), rows, files)


def _check_room(folder: Path, manifest: Manifest) -> None:
    import shutil  # noqa: PLC0415 - keeps `import qa` quick

    if shutil.disk_usage(folder).free < manifest.size:
        raise disk_full(folder.parent)


def _copy(entry: IO[bytes], into: IO[bytes], kept: Kept, done: int, on_bytes: Callable[[int], None]) -> int:
    sha256 = hashlib.sha256()
    while piece := entry.read(_CHUNK):
        into.write(piece)
        sha256.update(piece)
        done += len(piece)
        on_bytes(done)
    if sha256.hexdigest() != kept.sha256:
        raise ValueError("its digest is not the one in its manifest")
    return done
