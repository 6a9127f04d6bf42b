"""From a path to characters: finding files, reading bytes, decoding them, and refusing what is no text."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import errors, limits
from corpus.errors import printable
from corpus.readers.suffixes import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Files that describe those beside them and below, and are no documents of their own.
METADATA_NAMES: Final = frozenset({"metadata.csv", "metadata.json", "metadata.bib", "metadata.ris"})
#: Where a corpus lies among its own sources, its index is none of them.
_CORPUS, _INDEX = "corpus.sqlite", "index"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: How a file is opened: a pipe without a writer is not waited for.
AT_ONCE: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
#: Control characters that text may hold: tab, line feed, vertical tab, form feed, carriage return, NEL.
_TEXT_CONTROLS = frozenset("\t\n\v\f\r\x85")
#: Of all characters. A log or mail with some escapes in it is text, and what shows it makes them visible.
_MAX_CONTROL_SHARE = 0.01


def walk(path: Path, metadata: list[Path] | None = None) -> Iterator[Path | errors.SourceError]:
    """Yield the files at ``path``: itself, or those below it whose endings are read, in a fixed order.

    Hidden entries and a corpus's index are passed over, and linked folders are not entered. A folder that cannot
    be listed comes out as the error that says so, and the walk goes on beside it.

    Args:
        path: a file or a folder.
        metadata: takes the files found below a folder that describe others there; they are not yielded.
    """
    if not path.is_dir():
        yield path
        return
    shut: list[errors.SourceError] = []
    for folder, names, files in os.walk(path, onerror=lambda fault: shut.append(_shut_folder(fault))):
        yield from shut
        shut.clear()
        own = _INDEX if _CORPUS in files else None
        names[:] = sorted(n for n in names if not n.startswith(".") and n != own)
        for name in sorted(files):
            if name.lower() in METADATA_NAMES:
                if metadata is not None:
                    metadata.append(Path(folder, name))
            elif not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(folder, name)
    yield from shut


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file of at most ``MAX_SOURCE_BYTES``.

    Raises:
        SourceError: one of its kinds; see ``corpus.errors``.
    """
    try:
        if not path.exists():
            raise _not_found(path)
        if not path.is_file():
            raise _no_file(path)
        with os.fdopen(os.open(path, AT_ONCE), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # put in its place since
                raise _no_file(path)
            data = file.read(limits.MAX_SOURCE_BYTES + 1)
    except OSError as fault:
        raise _unreadable(path, fault) from fault
    if len(data) > limits.MAX_SOURCE_BYTES:
        raise errors.SourceTooLargeError(
            f"{printable(path)} has more than {limits.MAX_SOURCE_BYTES:,} bytes",
            expected="a smaller file",
            action="Split it, a speech or chapter to a file, and add the parts.",
        )
    return data


def check_encoding(name: str) -> None:
    """Refuse a name that no text encoding has.

    Raises:
        UsageError: it is not known, or names a codec that makes no text.
    """
    try:
        codecs.lookup(name)
        with contextlib.suppress(UnicodeError):
            b"a".decode(name)  # half a character in UTF-16, but only here is base64 told from an encoding
    except (LookupError, ValueError) as fault:  # a NUL in a codec's name is a ValueError
        raise _no_encoding(name) from fault


def decode(data: bytes, path: Path, encoding: str | None = None) -> str:
    """Return the characters, exactly as encoded: line ends are kept and nothing is guessed.

    Without ``encoding`` the text is UTF-8, or UTF-16 where it opens with that mark. A guess that fits the
    bytes can still be wrong, and then the passage is not what the document says.
    """
    text = _decoded(data, path, encoding or next((e for bom, e in _BOMS if data.startswith(bom)), "utf-8"))
    controls = sum(1 for c in text if (c < " " or "\x7f" <= c < "\xa0") and c not in _TEXT_CONTROLS)
    if "\0" in text:
        raise _binary(path, "NUL characters")
    if controls > len(text) * _MAX_CONTROL_SHARE:
        raise _binary(path, f"{controls:,} control character{'s' * (controls > 1)} in {len(text):,}")
    if not any(c.isalnum() for c in text):
        raise errors.SourceEmptyError(
            f"{printable(path)} has no words in it",
            expected="text",
            action="Check that the file was saved in full; a scan must be put through OCR first.",
        )
    return text


def check_marks(text: str, path: Path) -> None:
    """Refuse a text in which so many marks stand on one letter that comparing it takes their square in time.

    Raises:
        SourceFormatError: there are more than ``MAX_STACKED_CHARS``.
    """
    marks = "" if text.isascii() else "".join(c for c in set(text) if unicodedata.combining(c))
    one = f"[{re.escape(marks)}]"
    if marks and re.search(f"(?<!{one}){one}{{{limits.MAX_STACKED_CHARS + 1}}}", text):
        raise errors.SourceFormatError(
            f"{printable(path)} stacks more than {limits.MAX_STACKED_CHARS:,} marks on one letter",
            expected="letters with a few marks each",
            action="Take the marks out and add the file again.",
        )


def _decoded(data: bytes, path: Path, encoding: str) -> str:
    try:
        text = data.decode(encoding)
        text.encode()
    except UnicodeEncodeError as fault:  # UTF-7 lets half a character through, which nothing can store
        raise _wrong_encoding(path, f"{encoding}: half a character at {fault.start}") from fault
    except UnicodeError as fault:
        if b"\0" in data[:4096]:
            raise _binary(path, "NUL bytes") from fault
        at = getattr(fault, "start", 0)
        raise _wrong_encoding(path, f"{encoding}: byte 0x{data[at]:02x} at offset {at}") from fault
    except (LookupError, ValueError) as fault:
        raise _no_encoding(encoding) from fault
    return text


def _wrong_encoding(path: Path, fault: str) -> errors.SourceEncodingError:
    return errors.SourceEncodingError(
        f"{printable(path)} is not {fault}",
        expected="UTF-8 or UTF-16 text",
        action="Name its encoding, for instance --encoding cp1252, or save it as UTF-8.",
    )


def _no_encoding(name: str) -> errors.UsageError:
    return errors.UsageError(
        f"no encoding is called {printable(name, 40)!r}",
        expected="a name such as utf-8, cp1252 or shift_jis",
        action="Name the encoding the file was saved in with --encoding.",
    )


def _binary(path: Path, reason: str) -> errors.SourceBinaryError:
    return errors.SourceBinaryError(
        f"{printable(path)} is not text: {reason}",
        expected="plain text or Markdown",
        action="Export its words as .txt or .md and add that file.",
    )


def _not_found(path: Path) -> errors.SourceNotFoundError:
    return errors.SourceNotFoundError(
        f"nothing at {printable(path)}", expected="a file or folder", action="Check the path's spelling."
    )


def _no_file(path: Path) -> errors.SourceFormatError:
    return errors.SourceFormatError(
        f"{printable(path)} is neither a file nor a folder",
        expected="a regular file",
        action="Save its content to a file and add that.",
    )


def _shut_folder(fault: OSError) -> errors.SourceError:
    return _unreadable(Path(str(fault.filename)), fault)


def _unreadable(path: Path, fault: OSError) -> errors.SourceError:
    if isinstance(fault, FileNotFoundError):
        return _not_found(path)
    if isinstance(fault, PermissionError):
        return errors.SourceForbiddenError(
            f"no permission to read {printable(path)}",
            expected="a file or folder this user can read",
            action=f"Change it with: chmod u+rX {printable(path)}",
        )
    return errors.SourceFormatError(
        f"{printable(path)} cannot be read ({printable(fault.strerror)})",
        expected="a readable file",
        action="Copy it to a local disk and add the copy.",
    )
