"""A pack's digests: written in the form of ``sha256sum``, and held against the files."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from ui.exports.manifest import MANIFEST
from ui.exports.report import FileCheck, FileState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Files = Mapping[str, bytes | None]

DIGESTS: Final = "DIGESTS"
_DIGEST_LINE: Final = re.compile("([0-9a-f]{64})  (.+)")


def digest_lines(files: Mapping[str, bytes]) -> bytes:
    """Return a line a file in the form of ``sha256sum``."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def check_files(files: Files) -> Iterator[FileCheck]:
    """Yield every file that is there or should be, by name, but ``DIGESTS`` last."""
    listed = _listed(files.get(DIGESTS))
    for name in sorted({*files, *(listed or ()), MANIFEST} - {DIGESTS}):
        yield FileCheck(name, _state(name, files, listed))
    state = FileState.HOLDS if listed is not None else FileState.DAMAGED
    yield FileCheck(DIGESTS, state if DIGESTS in files else FileState.MISSING)


def _state(name: str, files: Files, listed: Mapping[str, str] | None) -> FileState:
    if name not in files:
        return FileState.MISSING
    content = files[name]
    if content is None:
        return FileState.DAMAGED
    if listed is None:
        return FileState.UNCHECKED
    if name not in listed:
        return FileState.EXTRA
    return FileState.HOLDS if hashlib.sha256(content).hexdigest() == listed[name] else FileState.CHANGED


def _listed(content: bytes | None) -> dict[str, str] | None:
    """Return the digests by file name; None where there are none that can be read."""
    try:
        lines = (content or b"").decode().split("\n")
    except UnicodeDecodeError:
        return None
    found = [_DIGEST_LINE.fullmatch(line) for line in lines[:-1]]
    read = {match[2]: match[1] for match in found if match}
    return read if found and not lines[-1] and len(read) == len(found) else None
