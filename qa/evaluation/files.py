"""Reading files of questions and passages whole, within a bound, each refusal with a name."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from corpus.errors import (
    SourceEncodingError,
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
    printable,
)

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.errors import SourceError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, max_bytes: int) -> str:
    """Return a file's characters, its byte order mark left out; UTF-8, or UTF-16 where it opens with that mark.

    Raises:
        SourceError: nothing is there, it may not be read, is larger than ``max_bytes``, or is not such text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    if len(data) > max_bytes:
        raise SourceTooLargeError(
            f"{printable(path)} has more than {max_bytes:,} bytes",
            expected="a smaller file",
            action="Split it and measure the parts.",
        )
    try:
        return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeError as fault:
        raise SourceEncodingError(
            f"{printable(path)} is not UTF-8 text (at byte {getattr(fault, 'start', 0):,})",
            expected="UTF-8, or UTF-16 with its mark",
            action="Save it as UTF-8; a spreadsheet calls that 'CSV UTF-8'.",
        ) from fault


def _unreadable(path: Path, fault: OSError) -> SourceError:
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return SourceNotFoundError(
            f"nothing at {printable(path)}", expected="a file", action="Check the path's spelling."
        )
    if isinstance(fault, PermissionError):
        return SourceForbiddenError(
            f"no permission to read {printable(path)}",
            expected="a file this user can read",
            action=f"Change it with: chmod u+r {printable(path)}",
        )
    return SourceFormatError(
        f"{printable(path)} cannot be read ({printable(fault.strerror)})",
        expected="a regular file",
        action="Name the file itself.",
    )
