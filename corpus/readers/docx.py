"""Word documents (``.docx``, ECMA-376 and ISO/IEC 29500), as they read with all tracked changes accepted.

Not read: what is deleted, moved away, hidden or a comment; headers and footers; the numbers that Word puts before
list items. A page's number is known to Word only while it prints.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from corpus.readers.archive import Archive
from corpus.readers.docx_body import Body, Notes, NoteTexts
from corpus.readers.docx_styles import Styles
from corpus.readers.draft import Draft, Para, named
from corpus.readers.office_remarks import Doubt, Noticed
from corpus.readers.properties import read_properties
from corpus.readers.xml_parts import walk_xml

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.citation import Field
    from corpus.readers.xml_parts import Walker

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES: Final = {
    _WORD: "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}
_NUMBERING: Final = re.compile(rb'<w:(footnote|endnote)Pr>(?:(?!</w:\1Pr>).){0,200}?<w:numFmt w:val="(\w{1,20})"')


def read_docx(data: bytes, path: Path, *_: object) -> Page:
    """Read a Word document.

    Raises:
        SourceError: not one, damaged, protected, or larger than a document is.
    """
    archive = Archive(data, path, "a Word document, a zip file with its text in it")
    package = _related(archive, "")
    main = package.get("officeDocument", "word/document.xml")
    parts = _related(archive, main)
    styles = Styles()
    if name := parts.get("styles"):
        _walk(archive, name, styles)
    content = archive.read(main)
    numbering = _numbering(archive, parts.get("settings"), content)
    noticed = Noticed()
    texts = {kind: _notes(archive, parts.get(f"{kind}s"), styles, kind, noticed) for kind in numbering}
    notes = Notes(texts, numbering)
    draft = Draft(path)
    body = Body(draft, styles, notes, noticed)
    walk_xml(content, body, _PREFIXES, path, main)
    if body.loses:
        noticed.one(Doubt.NO_RESULT)
    for label, text in notes.cited:
        draft.put(Para(text, BlockKind.NOTE, label=label))
    page = draft.page(_stated(archive, package.get("core-properties")))
    return replace(page, remarks=tuple(noticed.remarks()))


def _walk(archive: Archive, name: str, walker: Walker) -> None:
    walk_xml(archive.read(name), walker, _PREFIXES, archive.path, name)


@dataclass(slots=True)
class _Relations:
    """What a part is related to, by the last word of the relation's type."""

    folder: str
    targets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where a relation of this package leads."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", self.folder, attributes.get("Target", ""))
            self.targets.setdefault(kind, posixpath.normpath(target).lstrip("/"))

    def end(self, name: str) -> None:
        """Relations hold nothing."""

    def words(self, text: str) -> None:
        """Nor words."""


def _related(archive: Archive, part: str) -> dict[str, str]:
    """Return the names of the parts that belong to one, by what they are to it."""
    folder, name = posixpath.split(part)
    relations = _Relations(folder)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed in archive:
        _walk(archive, listed, relations)
    return {kind: target for kind, target in relations.targets.items() if target in archive or part == ""}


def _numbering(archive: Archive, settings: str | None, content: bytes) -> dict[str, str]:
    """Return how foot- and endnotes are numbered; the text's last word on it counts."""
    found = {"footnote": "decimal", "endnote": "lowerRoman"}
    for part in (archive.read(settings) if settings else b"", content):
        found |= {kind.decode(): style.decode() for kind, style in _NUMBERING.findall(part)}
    return found


def _notes(archive: Archive, name: str | None, styles: Styles, kind: str, noticed: Noticed) -> dict[str, str]:
    if name is None:
        return {}
    texts = NoteTexts(archive.path, styles, kind, noticed)
    _walk(archive, name, texts)
    return texts.found


def _stated(archive: Archive, name: str | None) -> dict[str, Field]:
    if name is None or name not in archive:
        return {}
    said = read_properties(archive, name)
    return named(said.get("dc:title", ""), [said.get("dc:creator", "")], said.get("dc:language", ""))
