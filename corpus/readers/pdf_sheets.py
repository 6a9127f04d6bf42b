"""A PDF's pages, opened within bounds, and the refusals of those that cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium

from corpus import errors, limits
from corpus.errors import printable
from corpus.readers.pdf_furniture import Sheet
from corpus.readers.pdf_line_numbers import part_line_numbers
from corpus.readers.pdf_lines import page_lines
from corpus.readers.pdf_words import page_words

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.pdf_noticed import Noticed

#: Where more characters than this share name no letter, the fonts draw shapes only, and no words can be had.
_MOST_UNKNOWN: Final = 0.3
_NAMELESS: Final = re.compile("[\ufffd\ue000-\uf8ff]")


def opened(data: bytes, path: Path) -> pypdfium2.PdfDocument:
    """Open a PDF that needs no password and has no more pages than are read.

    Raises:
        SourceError: it is broken, locked or too large.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise errors.SourceFormatError(
                f"{printable(path)} is locked with a password",
                expected="a PDF that opens without one",
                action="Save it without its password in the program that opens it, and add that file.",
            ) from fault
        raise broken(path, str(fault)) from fault
    count = len(pdf)
    if not 0 < count <= limits.MAX_PDF_PAGES:
        pdf.close()
        if not count:
            raise broken(path, "it has no pages")
        raise _too_large(path, f"{count:,} pages", f"at most {limits.MAX_PDF_PAGES:,}")
    return pdf


def read_sheets(pdf: pypdfium2.PdfDocument, path: Path, noticed: Noticed) -> list[Sheet]:
    """Read the lines of each page; ``noticed`` is told of what they hold beside.

    Raises:
        SourceError: it has too many characters, none, or none that name letters.
    """
    sheets: list[Sheet] = []
    gutters: set[float] = set()
    pictures = total = nameless = 0
    for index in range(len(pdf)):
        page = pdf[index]
        words = page.get_textpage()
        chars = words.count_chars()
        total += chars
        if chars > limits.MAX_PDF_PAGE_CHARS or total > limits.MAX_PDF_CHARS:
            raise _too_large(path, f"{max(chars, total):,} characters", f"at most {limits.MAX_PDF_CHARS:,}")
        sheets.append(_sheet(page, words, index, gutters, noticed))
        noticed.page(index + 1, page, words, chars)
        unknown = sum(len(_NAMELESS.findall(line.text)) for line in sheets[-1].lines)
        nameless += unknown
        if unknown > _MOST_UNKNOWN * chars:
            noticed.nameless.append(index + 1)
        pictures += not chars and any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))
        words.close()
        page.close()
    if nameless > _MOST_UNKNOWN * total:
        raise _nameless(path)
    if not any(sheet.has_words for sheet in sheets):
        raise _scan(path, len(sheets), pictures)
    return sheets


def _sheet(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, index: int, gutters: set[float], noticed: Noticed
) -> Sheet:
    left, bottom, right, top = page.get_bbox()
    turned = page_words(text)
    upright = [w for w in turned if not w.turn]
    sideways = [w for w in turned if w.turn]
    noticed.turned(index + 1, sideways)
    numbers, words = part_line_numbers(upright)
    sheet = Sheet(index, page_lines(words, max(right - left, top - bottom), index, gutters))
    for group in (numbers, sideways):
        if group:
            sheet.asides.append(" ".join(w.text for w in group))
    return sheet


def broken(path: Path, why: str) -> errors.SourceFormatError:
    """Return the refusal of a file that PDFium cannot read."""
    return errors.SourceFormatError(
        f"{printable(path)} is no PDF that can be read ({printable(why.rstrip('.'))})",
        expected="a whole PDF file",
        action="Open it in a PDF viewer, save it again, and add that file.",
    )


def _too_large(path: Path, found: str, most: str) -> errors.SourceTooLargeError:
    return errors.SourceTooLargeError(
        f"{printable(path)} has {found}", expected=most, action="Split it and add the parts."
    )


def _scan(path: Path, pages: int, pictures: int) -> errors.SourceEmptyError:
    what = "is a scan: pictures of pages" if pictures else "has no words in it"
    return errors.SourceEmptyError(
        f"{printable(path)} {what}, {pages:,} page{'s' * (pages > 1)} without a letter",
        expected="a PDF with text",
        action="Put it through OCR (for instance: ocrmypdf in.pdf out.pdf) and add the result.",
    )


def _nameless(path: Path) -> errors.SourceFormatError:
    return errors.SourceFormatError(
        f"{printable(path)} draws letters without saying which they are",
        expected="fonts that name their letters",
        action="Put it through OCR (for instance: ocrmypdf --force-ocr in.pdf out.pdf) and add the result.",
    )
