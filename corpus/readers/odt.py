"""OpenDocument texts (``.odt``, ISO/IEC 26300), as LibreOffice and others save them.

Not read: tracked deletions, comments, hidden words and sections; headers and footers; the numbers before list
items. Notes keep the marks that the file gives them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from corpus.readers.archive import Archive, protected
from corpus.readers.draft import Draft, Para, named
from corpus.readers.odt_body import Body
from corpus.readers.odt_remarks import Passed
from corpus.readers.odt_styles import Looks
from corpus.readers.properties import read_properties
from corpus.readers.xml_parts import walk_xml

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page

_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES: Final = {
    **{f"{_SPACE}:{name}:1.0": name for name in ("office", "text", "table", "style", "drawing", "presentation")},
    f"{_SPACE}:xsl-fo-compatible:1.0": "fo",
}


def read_odt(data: bytes, path: Path, *_: object) -> Page:
    """Read an OpenDocument text.

    Raises:
        SourceError: not one, damaged, under a password, or larger than a document is.
    """
    archive = Archive(data, path, "an OpenDocument text, a zip file with its text in content.xml")
    manifest = "META-INF/manifest.xml"
    listed = archive.read(manifest) if manifest in archive else b""
    if b"encryption-data" in listed:
        raise protected(path, "under a password")
    looks = Looks()
    if "styles.xml" in archive:
        walk_xml(archive.read("styles.xml"), looks, _PREFIXES, path, "styles.xml")
    draft = Draft(path)
    passed = Passed(listed)
    body = Body(draft, looks, passed)
    walk_xml(archive.read("content.xml"), body, _PREFIXES, path, "content.xml")
    for label, text in body.cited:
        draft.put(Para(text, BlockKind.NOTE, label=label))
    said = read_properties(archive, "meta.xml") if "meta.xml" in archive else {}
    # Its dc:creator is whoever saved it last.
    stated = named(said.get("dc:title", ""), [said.get("meta:initial-creator", "")], said.get("dc:language", ""))
    return replace(draft.page(stated), remarks=tuple(passed.noticed.remarks()))
