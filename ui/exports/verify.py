"""Checking an evidence pack. It is a stranger's file: it is bounded, read in memory and never unpacked.

Digests show that a pack is whole and unchanged since it was made. They do not show who made it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from corpus import limits
from corpus.errors import (
    SourceForbiddenError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
    printable,
)
from ui.exports.archive import archive, read_archive
from ui.exports.digests import DIGESTS, check_files
from ui.exports.manifest import MANIFEST, Manifest, ManifestError, read_manifest
from ui.exports.report import FileCheck, FileState, PackReport, PassageCheck
from ui.exports.standing import standings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from qa.corpus import Corpus

    Files = Mapping[str, bytes | None]


def verify_pack(path: Path, corpus: Corpus | None = None) -> PackReport:
    """Return whether a pack is as it was made and, with a corpus, whether its passages still stand there.

    Raises:
        SourceNotFoundError, SourceForbiddenError, SourceTooLargeError: it cannot be read.
        SourceFormatError: it is no evidence pack, or one of another version.
    """
    data = _bytes(path)
    files = read_archive(data, printable(path))
    checks = tuple(check_files(files))
    manifest = _manifest(files, checks, printable(path))
    passages = tuple(_passages(manifest, files)) if manifest else ()
    if corpus is not None and manifest:
        passages = standings(corpus, passages, [_words(files, claim.file) for claim in manifest.claims])
    return PackReport(
        manifest.maker if manifest else None,
        manifest.revision if manifest else None,
        checks,
        passages,
        as_made=_remade(files) == data,
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limits.MAX_PACK_BYTES + 1)
    except PermissionError as fault:
        raise SourceForbiddenError(
            f"no permission to read {printable(path)}", expected="a file this user can read",
            action="Change its permissions, or copy it.",
        ) from fault  # fmt: skip
    except OSError as fault:
        raise SourceNotFoundError(
            f"no file {printable(path)}", expected="an evidence pack", action="Check the path."
        ) from fault
    if len(data) > limits.MAX_PACK_BYTES:
        raise SourceTooLargeError(
            f"{printable(path)} is larger than {limits.MAX_PACK_BYTES:,} bytes", expected="an evidence pack",
            action="Do not unpack it: no evidence pack is that large.",
        )  # fmt: skip
    return data


def _manifest(files: Files, checks: tuple[FileCheck, ...], name: str) -> Manifest | None:
    """Return the manifest; None where it is not the one that was made.

    Raises:
        SourceFormatError: it is as made, and yet none of ours.
    """
    state = next(check.state for check in checks if check.name == MANIFEST)
    content = files.get(MANIFEST)
    if content is None:
        if not {MANIFEST, DIGESTS} & files.keys():
            raise _no_pack(name, f"a ZIP with neither {MANIFEST} nor {DIGESTS}")
        return None
    if len(content) > limits.MAX_MANIFEST_BYTES:
        raise SourceTooLargeError(
            f"{name} has a manifest of {len(content):,} bytes", expected=f"at most {limits.MAX_MANIFEST_BYTES:,}",
            action="Get the pack again from who made it.",
        )  # fmt: skip
    try:
        return read_manifest(content)
    except ManifestError as fault:
        if state is not FileState.HOLDS:
            return None
        raise _no_pack(name, str(fault)) from fault


def _no_pack(name: str, found: str) -> SourceFormatError:
    return SourceFormatError(
        f"{name}: {found}",
        expected="an evidence pack that this version reads",
        action="Name a pack made by 'onrecord export', or install the newest version.",
    )


def _passages(manifest: Manifest, files: Files) -> Iterator[PassageCheck]:
    for claim in manifest.claims:
        words, content = _words(files, claim.file), files.get(claim.file) or b""
        right = words is not None and hashlib.sha256(content).hexdigest() == claim.sha256 and claim.fits(words)
        yield PassageCheck(claim.passage_id, claim.file, right)


def _words(files: Files, name: str) -> str | None:
    try:
        return (files.get(name) or b"").decode()
    except UnicodeDecodeError:
        return None


def _remade(files: Files) -> bytes:
    """Return the archive that would be made of the files: anything else in the bytes was put there later."""
    return archive({name: content for name, content in files.items() if content is not None})
