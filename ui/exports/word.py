"""Passages as a Word document (DOCX): no macros, no pictures, and nothing of the machine or the hour in it."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Pt

from ui import strings
from ui.exports.archive import archive
from ui.exports.said import said_lines
from ui.exports.texts import held, legible, references, remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from corpus.citing import Formatted, Style
    from qa.answer import Hit

WORDS, SAID, CITATION, REFERENCE = "Passage", "Passage Speaker", "Passage Citation", "Passage Reference"
_INDENT, _GAP = Pt(36), Pt(12)
#: A document must give a day; one that no document was written on tells nothing.
_NO_DAY: Final = dt.datetime(1980, 1, 1)
#: The one table style that a document must have.
_BASE: Final = "Normal Table"
#: Parts of python-docx's template that no document needs: a picture of a page, a second table of styles.
_LEFT_OUT: Final = ("/thumbnail", "/stylesWithEffects", "/customXml")


def write_docx(hits: Sequence[Hit], style: Style) -> bytes:
    """Return each passage as a block quotation with who says what in it and a citation, and the references.

    Line ends become line breaks and tabs tab stops. What XML cannot hold stands as U+FFFD, and a last line
    says so.
    """
    document = _blank()
    document.add_heading(strings.EXPORT_HEADING, level=1)
    for hit in hits:
        _put(document, legible(hit.text), WORDS)
        for line in said_lines(hit.passage):
            _put(document, line, SAID)
        _cited(document.add_paragraph(style=CITATION), held(hit.cite(style).in_text))
    document.add_heading(strings.EXPORT_REFERENCES, level=1)
    for entry in references(hits, style):
        _cited(document.add_paragraph(style=REFERENCE), entry)
    if said := remark(hits):
        document.add_paragraph(said)
    return _saved(document)


def _blank() -> WordDocument:
    document = Document()
    for owner in (document.part.package, document.part):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                owner.rels.pop(name)
    _styles(document)
    about = document.core_properties
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = _NO_DAY
    return document


def _styles(document: WordDocument) -> None:
    """Leave the template's table styles out and make the four of ours."""
    for style in [s for s in document.styles if s.type is WD_STYLE_TYPE.TABLE and s.name != _BASE]:
        style.delete()
    for name, left, first, after in (
        (WORDS, _INDENT, Pt(0), Pt(6)),
        (SAID, _INDENT, Pt(0), Pt(0)),
        (CITATION, _INDENT, Pt(0), _GAP),
        (REFERENCE, _INDENT, -_INDENT, Pt(6)),
    ):
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = left, first
        made.paragraph_format.space_after = after


def _put(document: WordDocument, text: str, style: str) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(text)
    if _right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx has no other way
        paragraph.runs[0].font.rtl = True


def _cited(paragraph: Paragraph, cited: Formatted) -> None:
    at = 0
    for start, end in cited.italics:
        paragraph.add_run(cited.text[at:start])
        paragraph.add_run(cited.text[start:end]).italic = True
        at = end
    paragraph.add_run(cited.text[at:])


def _right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from the right (Unicode's rule P2)."""
    strong = (way for c in text if (way := unicodedata.bidirectional(c)) in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def _saved(document: WordDocument) -> bytes:
    """Return the document in a ZIP of ours: python-docx's has the hour in it."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as made:
        return archive({name: made.read(name) for name in made.namelist()})
