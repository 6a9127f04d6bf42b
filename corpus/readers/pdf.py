"""PDF, by PDFium: paragraphs rebuilt across lines, columns and pages, each with its printed page.

A PDF says where letters stand and no more. Lines, columns, paragraphs, notes, and what a page only carries
(running heads, page and line numbers) are told by place and type. Nothing in the file is run, opened or followed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pypdfium2

from corpus.blocks import Page
from corpus.model import BlockKind
from corpus.readers.notes import find_notes, link
from corpus.readers.pdf_furniture import part_furniture
from corpus.readers.pdf_kinds import kinds
from corpus.readers.pdf_notes import take_notes
from corpus.readers.pdf_noticed import Noticed
from corpus.readers.pdf_paragraphs import leading, paragraphs
from corpus.readers.pdf_record import outline, own_labels, page_labels, stated_by_file
from corpus.readers.pdf_remarks import numbering, pdf_remarks
from corpus.readers.pdf_sheets import broken, opened, read_sheets
from corpus.readers.pdf_text import Layout
from corpus.readers.signed import with_signatures
from corpus.readers.text import stated_fields
from corpus.readers.turns import with_turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus.blocks import Block
    from corpus.readers.pdf_furniture import Sheet

_FIRST_CHARS: Final = 6_000


def read_pdf(data: bytes, path: Path, *_: object) -> Page:
    """Read a PDF into a page of text.

    Raises:
        SourceEmptyError: it has no words: a scan.
        SourceFormatError: it is broken, locked with a password, or its fonts name no letters.
        SourceTooLargeError: it has more pages or characters than ``corpus.limits`` admits.
    """
    pdf = opened(data, path)
    try:
        noticed = Noticed()
        sheets = read_sheets(pdf, path, noticed)
        body = _body_size(sheets)
        usual = leading([line for sheet in sheets for line in sheet.lines])
        own = own_labels(pdf, len(sheets))
        part_furniture(sheets, body, usual.get(round(body), 1.2 * body), own)
        wordless = {sheet.index + 1 for sheet in sheets if not sheet.has_words}
        notes = take_notes(sheets, body)
        labels = page_labels(own, sheets)
        layout = Layout(labels, notes)
        layout.lay(kinds(paragraphs(sheets, body, usual), body, outline(pdf)), sheets)
        remarks = pdf_remarks(pdf, data, noticed, wordless, numbering(sheets, labels, own=bool(own)))
        return replace(_page(pdf, path, layout), remarks=tuple(remarks))
    except pypdfium2.PdfiumError as fault:
        raise broken(path, str(fault)) from fault
    finally:
        pdf.close()


def _page(pdf: pypdfium2.PdfDocument, path: Path, layout: Layout) -> Page:
    text = layout.text
    blocks = with_signatures(text, with_turns(text, _linked(text, layout)))
    said = stated_fields(text, blocks)
    title = str(said["title"].value) if "title" in said else ""
    stated = stated_by_file(pdf, path, text[:_FIRST_CHARS], title, titled=bool(title))
    return Page(text, tuple(blocks), said | stated)


def _body_size(sheets: Sequence[Sheet]) -> float:
    """Return the size in which most letters are set, in points."""
    letters: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=1.0) or 1.0


def _linked(text: str, layout: Layout) -> list[Block]:
    """Link the notes that stand at the document's end too, by their marks in brackets or raised."""
    own = {note.mark for note in layout.notes}
    # Those at the foot of a page are known, and by labels of their own.
    found = [
        old if old.kind is BlockKind.NOTE else new
        for old, new in zip(layout.blocks, find_notes(text, layout.blocks), strict=True)
    ]
    return [
        replace(block, notes=(*block.notes, *(mark for mark in linked.notes if mark not in own)))
        for block, linked in zip(found, link(text, found), strict=True)
    ]
