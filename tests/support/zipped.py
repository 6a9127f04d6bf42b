"""Word documents, OpenDocument texts and e-books made part by part, as the formats' own rules have them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from corpus.readers.docx import read_docx
from corpus.readers.epub import read_epub
from corpus.readers.odt import read_odt
from corpus.readers.rtf import read_rtf

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_STYLES = {
    "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Quote": "Quote", "Caption": "caption",
    "TOC1": "toc 1", "ListParagraph": "List Paragraph", "ListBullet": "List Bullet",
}  # fmt: skip


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip file of these parts, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def docx_parts(body, *, styles="", core="", footnotes="", endnotes="", settings=""):
    """Return the parts of a Word document whose body is this XML."""
    known = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    related = [("styles", "styles.xml"), ("settings", "settings.xml")]
    related += [("footnotes", "footnotes.xml")] * bool(footnotes) + [("endnotes", "endnotes.xml")] * bool(endnotes)
    return {
        "_rels/.rels": _relations(
            [("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")]
        ),
        "word/_rels/document.xml.rels": _relations(related),
        "word/document.xml": f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{known}{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {_W}>{settings}</w:settings>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {_W}>{endnotes}</w:endnotes>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="urn:cp" {_DC}>{core}</cp:coreProperties>',
    }


def docx(body, **more):
    """Return a Word document whose body is this XML."""
    return zipped(docx_parts(body, **more))


def para(words, style="", properties=""):
    """Return a paragraph of a Word document; ``words`` is text, or the XML of its runs."""
    runs = words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def note(kind, number, *paragraphs):
    """Return a foot- or endnote of a Word document."""
    return f'<w:{kind} w:id="{number}">{"".join(para(words) for words in paragraphs)}</w:{kind}>'


def cites(kind, number, words=""):
    """Return the run that cites a note."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r><w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def odt_parts(body, *, styles="", named="", meta=""):
    """Return the parts of an OpenDocument text; ``styles`` are its own, ``named`` those of styles.xml."""
    root = {name: f"office:document-{name} {_ODF}" for name in ("content", "styles")}
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<{root['content']}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<{root['styles']}><office:styles>{named}</office:styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_ODF} {_DC}><office:meta>{meta}</office:meta></office:document-meta>",
    }


def odt(body, **more):
    """Return an OpenDocument text whose body is this XML."""
    return zipped(odt_parts(body, **more))


def epub_parts(*chapters, metadata="", guide="", nav=None, version="3.0"):
    """Return the parts of an e-book; each chapter is the content of its body element."""
    names = [f"c{n}.xhtml" for n in range(1, len(chapters) + 1)]
    items = "".join(
        f'<item id="i{n}" href="text/{name}" media-type="application/xhtml+xml" '
        f'properties="{"nav" if n == nav else ""}"/><item id="x{n}" href="x{n}.css" media-type="text/css"/>'
        for n, name in enumerate(names, 1)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(1, len(names) + 1))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf" version="{version}">'
        f'<metadata {_DC} xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>",
    } | {f"OEBPS/text/{name}": xhtml(body) for name, body in zip(names, chapters, strict=True)}


def xhtml(body):
    """Return a chapter whose body element holds this."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>File title</title></head><body>{body}</body></html>"
    )


def epub(*chapters, **more):
    """Return an e-book of these chapters."""
    return zipped(epub_parts(*chapters, **more))


def rtf(body, *, head=""):
    """Return a document in Rich Text Format; ``body`` is ASCII."""
    styles = (
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 Quote;}{\s4\sbasedon1 Sub;}}"
    )
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Tinos;}{\f1\fswiss\fcharset204 Arimo;}{\f2\fcharset128 Mincho;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{styles}{head}{body}}}".encode("ascii")


_READERS = {".docx": read_docx, ".odt": read_odt, ".rtf": read_rtf, ".epub": read_epub}


def page(data, ending):
    """Read bytes as a file of this ending is read."""
    return _READERS[ending](data, Path(f"/nowhere/a{ending}"))


def blocks(data, ending):
    """Return the words of every block with its kind's name, in order."""
    read = page(data, ending)
    return [(b.of(read.text), b.kind.value) for b in read.blocks]


def stated(data, ending):
    """Return each citation field's value with where it comes from."""
    return {name: (found.value, found.provenance.name) for name, found in page(data, ending).fields.items()}


def _relations(targets):
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
