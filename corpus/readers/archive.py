"""The zip files that word processors and e-books are: parts read one by one, each within bounds.

Nothing is written to disk, so what the parts are called does not matter beyond finding them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import SourceFormatError, SourceTooLargeError, printable

if TYPE_CHECKING:
    from pathlib import Path

_ENCRYPTED: Final = 0x1
#: What stands before each part at the least.
_HEADER_BYTES: Final = 30
#: The only two methods that these formats allow. Python's readers of the others unpack without a bound.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: What the older Microsoft formats, and documents under a password, open with.
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")


class Archive:
    """The parts of one file, by name.

    Raises:
        SourceFormatError: not a whole zip file, a part under a password, two parts of one name.
        SourceTooLargeError: more parts, or more in them, than ``corpus.limits`` admits.
    """

    def __init__(self, data: bytes, path: Path, what: str) -> None:
        """Open ``data``, which came from ``path`` and should be ``what``: "a Word document"."""
        self.path, self.what = path, what
        if data.startswith(_OLE):
            raise protected(path, "under a password, or in an older Microsoft format")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as fault:
            raise self.broken(f"is no whole zip file ({printable(fault, 80)})") from fault
        self._parts = self._listed(self._zip.infolist())
        self._left = limits.MAX_UNPACKED_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return one part's bytes.

        Raises:
            SourceError: there is no such part, it does not check out, or is larger than it may be.
        """
        info = self._parts.get(name)
        if info is None:
            raise self.broken(f"has no part {printable(name, 80)!r}")
        self._check(info)
        try:
            with self._zip.open(info) as part:
                data = part.read(info.file_size + 1)
        except _FAULTS as fault:
            raise self.broken(f"is damaged in {printable(name, 80)!r} ({printable(fault, 80)})") from fault
        self._left -= len(data)
        return data

    def broken(self, fault: str) -> SourceFormatError:
        """Return the refusal of a file that breaks its format's rules; ``fault`` goes on from the file's name."""
        return SourceFormatError(
            f"{printable(self.path)} {fault}",
            expected=self.what,
            action="Open it in its own program, save it again, and add that file.",
        )

    def _listed(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > limits.MAX_ARCHIVE_PARTS:
            raise self._too_large(
                f"holds {len(infos):,} parts", f"at most {limits.MAX_ARCHIVE_PARTS:,}, as a document has"
            )
        parts = {info.filename: info for info in infos}
        if len(parts) < len(infos):
            # One program would show the first and another the last of them.
            names = sorted(info.filename for info in infos)
            twice = next(a for a, b in pairwise(names) if a == b)
            raise self.broken(f"has two parts under one name, {printable(twice, 80)!r}")
        places = sorted(infos, key=lambda info: info.header_offset)
        if any(a.header_offset + _HEADER_BYTES + a.compress_size > b.header_offset for a, b in pairwise(places)):
            # A few bytes could stand for any number of parts.
            raise self.broken("has parts that lie one over the other")
        return parts

    def _check(self, info: zipfile.ZipInfo) -> None:
        """Refuse a part by what the list of parts says of it; what it unpacks to is held to that by its reader."""
        if info.flag_bits & _ENCRYPTED:
            raise protected(self.path, "under a password")
        if info.compress_type not in _METHODS:
            raise self.broken(f"packs {printable(info.filename, 80)!r} by method {info.compress_type}")
        swollen = info.file_size > limits.MAX_PART_UNPACKED_BYTES * max(1, info.compress_size)
        if info.file_size > self._left or (swollen and info.file_size > limits.MAX_UNCHECKED_UNPACKED_BYTES):
            raise self._too_large(
                f"unpacks {info.compress_size:,} bytes of {printable(info.filename, 80)!r} to {info.file_size:,}",
                f"at most {limits.MAX_UNPACKED_BYTES:,} in all and {limits.MAX_PART_UNPACKED_BYTES} for each byte",
            )

    def _too_large(self, fault: str, bound: str) -> SourceTooLargeError:
        return SourceTooLargeError(
            f"{printable(self.path)} {fault}", expected=bound, action="Save its words as .txt and add that file."
        )


#: What the standard library raises on a zip file that is cut off, lies about its sizes, or is none.
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def protected(path: Path, how: str) -> SourceFormatError:
    """Return the refusal of a file that keeps its words from a program: ``how`` goes on from "is"."""
    return SourceFormatError(
        f"{printable(path)} is {how}",
        expected="a file whose words can be read",
        action="Open it in its own program, save it without protection in a newer format, and add that file.",
    )
