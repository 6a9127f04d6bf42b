"""What is told of a PDF beside its text. Its pages are named by their place in the file, counted from 1."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from corpus.readers.pdf_furniture import number_of
from corpus.readers.remarks import counted, numbered, was

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    import pypdfium2

    from corpus.readers.pdf_furniture import Sheet
    from corpus.readers.pdf_noticed import Noticed

_END: Final = b"%%EOF"
_END_WITHIN_BYTES: Final = 1_024
#: Most of the pages that have a printed number.
_MOST: Final = 0.6
_LEAST_PAGES: Final = 3


def pdf_remarks(
    pdf: pypdfium2.PdfDocument, data: bytes, noticed: Noticed, wordless: set[int], on_numbers: str
) -> Iterator[str]:
    """Yield the remarks on a file.

    Args:
        pdf: the open file.
        data: its bytes.
        noticed: what was noticed of its pages.
        wordless: the pages, from 1, on which nothing but heads, feet and numbers was read.
        on_numbers: a remark on its pages' numbers, or nothing.
    """
    if _END not in data[-_END_WITHIN_BYTES:]:
        yield "the file has no end, so that pages or later changes may be missing"
    if pdfium.FPDF_GetFormType(pdf.raw) in {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND}:
        yield "the XFA form in it was not read"
    yield from _unread(noticed, wordless)
    yield from _doubted(noticed)
    for found, one in ((noticed.comments, "comment"), (noticed.filled_in, "filled-in form field")):
        if total := found.total():
            yield f"{counted(total, one)} on {_on(found)} {was(total)} not read"
    if (files := pdfium.FPDFDoc_GetAttachmentCount(pdf.raw)) > 0:
        yield f"{counted(files, 'attached file')} {was(files)} not read"
    if on_numbers:
        yield on_numbers


def numbering(sheets: Sequence[Sheet], labels: Sequence[str | None], *, own: bool) -> str:
    """Return a remark where the pages' labels are not the numbers printed on most of them, else nothing.

    Args:
        sheets: the pages.
        labels: what they are called.
        own: whether the file itself calls them so.
    """
    printed = {sheet.index: value for sheet in sheets if (value := number_of(sheet.printed or "")) is not None}
    rising = sum(printed.get(b, 0) - printed.get(a, 0) == 1 for a, b in pairwise(printed) if b == a + 1)
    if len(printed) < max(_LEAST_PAGES, _MOST * len(sheets)) or rising < _MOST * (len(printed) - 1):
        return ""
    other = [n + 1 for n, value in printed.items() if number_of(labels[n] or "") not in {None, value}]
    if len(other) < _LEAST_PAGES:
        return ""
    if own:
        return f"{_pages(other)} are named as the file names them, and other numbers are printed on them"
    return f"the numbers printed on {_pages(other)} do not go on through it; their place in it is used"


def _unread(noticed: Noticed, wordless: set[int]) -> Iterator[str]:
    for pages, one in ((noticed.pictures, "picture"), (noticed.drawings, "drawing")):
        if bare := [number for number in pages if number in wordless]:
            what = f"is a {one} without words and was" if len(bare) == 1 else f"are {one}s without words and were"
            yield f"{_pages(bare)} {what} not read"


def _doubted(noticed: Noticed) -> Iterator[str]:
    if noticed.nameless:
        yield f"fonts on {_pages(noticed.nameless)} name no letters, so that words there are not right"
    if noticed.recognised:
        yield (
            f"the words of {_pages(noticed.recognised)} are set unseen, as text recognition (OCR) lays them over a"
            " picture, and may have its errors"
        )
    if noticed.sideways:
        yield f"words set sideways on {_pages(noticed.sideways)} are in no passage"


def _on(found: Counter[int]) -> str:
    return _pages(sorted(page for page, count in found.items() if count))


def _pages(numbers: Sequence[int]) -> str:
    return f"{numbered(numbers, 'page')} of the file"
