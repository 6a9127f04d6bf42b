"""E-books (``.epub``, versions 2 and 3): the chapters in reading order.

Headings part it into sections, notes are found where chapters link to them, and where the book carries the
printed page numbers, passages have them. A contents list, a title page and an imprint, where marked as such,
answer nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from corpus.readers.archive import Archive, protected
from corpus.readers.draft import Draft
from corpus.readers.epub_chapter import Chapter, Links
from corpus.readers.epub_package import CHAPTERS, Container, Encryption, Package
from corpus.readers.epub_remarks import Passed, date_remarks, order_remarks
from corpus.readers.remarks import note_remarks
from corpus.readers.tag_soup import walk_tags
from corpus.readers.xml_parts import NotWellFormedError, parse, walk_xml

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.readers.draft import Para
    from corpus.readers.xml_parts import Walker

_PREFIXES: Final = {
    "http://www.w3.org/1999/xhtml": "",
    "http://www.idpf.org/2007/ops": "epub",
    "http://www.idpf.org/2007/opf": "opf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


def read_epub(data: bytes, path: Path, *_: object) -> Page:
    """Read an e-book.

    Raises:
        SourceError: not one, damaged, locked by rights management, or larger than a book is.
    """
    archive = Archive(data, path, "an e-book in EPUB format")
    package = _package(archive)
    order = list(package.chapters())
    chapters = [name for name, kind in order if kind in CHAPTERS]
    if not chapters:
        raise archive.broken("names no chapter in its reading order")
    _check_locks(archive, chapters)
    draft, links, passed = Draft(path), Links(), Passed()
    for name in chapters:
        _read_chapter(archive, name, Chapter(draft, links, name, package.roles.get(name, "")), passed)
    noted = links.noted(draft.paras)
    lost = list(note_remarks(draft.paras, {para.label for para in noted if para.kind is BlockKind.NOTE}))
    draft.paras = _titled(noted, package.title())
    fields = package.fields()
    read = draft.page(fields, first=True)
    parts = order_remarks(order, package.unlisted())
    return replace(read, remarks=(*parts, *passed.remarks(), *lost, *date_remarks(package.date(), fields)))


def _read_chapter(archive: Archive, name: str, chapter: Chapter, passed: Passed) -> None:
    content = archive.read(name)
    try:
        parse(content, chapter, _PREFIXES, archive.path, name, html=True)
    except NotWellFormedError:
        passed.broken += 1
        chapter.undo()
        walk_tags(content, chapter, archive.path, name)
    chapter.finish()
    passed.follow(chapter, content)


def _walk(archive: Archive, name: str, walker: Walker) -> None:
    walk_xml(archive.read(name), walker, _PREFIXES, archive.path, name)


def _package(archive: Archive) -> Package:
    container = Container()
    _walk(archive, "META-INF/container.xml", container)
    if container.package is None:
        raise archive.broken("does not say where its list of chapters is")
    package = Package(container.package)
    _walk(archive, container.package, package)
    return package


def _check_locks(archive: Archive, chapters: list[str]) -> None:
    """Refuse a book whose words are encrypted; fonts often are, and no word hangs on them."""
    listed = "META-INF/encryption.xml"
    if listed not in archive:
        return
    encryption = Encryption()
    _walk(archive, listed, encryption)
    if not encryption.locked.isdisjoint(chapters):
        raise protected(archive.path, "locked by rights management (DRM), which On Record does not open")


def _titled(paras: list[Para], title: str) -> list[Para]:
    """Call the first heading that is the book's title so; "Chapter 1" is none."""
    wanted = title.casefold()
    for n, para in enumerate(paras):
        if para.kind is BlockKind.HEADING and " ".join(para.words.split()).casefold() == wanted:
            return [*paras[:n], replace(para, kind=BlockKind.TITLE), *paras[n + 1 :]]
    return paras
