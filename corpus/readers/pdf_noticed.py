"""What a PDF's pages hold beside words that can be read: pictures of words, letters without names, comments."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from corpus import limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2

    from corpus.readers.pdf_words import Word

#: A page of so many characters, a stamp's or a head's and foot's, may be a scan otherwise.
_FEW_CHARS: Final = 300
#: A picture without words covers at least this share of its page, and a drawing has so many strokes: an ornament's
#: are fewer, a letter is one.
_COVERED: Final = 0.25
_STROKES: Final = 100
#: So many words set sideways are no note in the margin.
_LEAST_SIDEWAYS: Final = 30
_NOTHING_BYTES: Final = 2  # an empty string's, with its end
_COMMENTS: Final = frozenset({
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON, pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_CARET, pdfium.FPDF_ANNOT_INK,
})  # fmt: skip


@dataclass(slots=True)
class Noticed:
    """What is noticed of pages while they are read; pages are numbers from 1, in rising order.

    ``pictures`` and ``drawings`` are of pages that may have no words of their own beside what each page carries.
    """

    pictures: list[int] = field(default_factory=list)
    drawings: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    sideways: list[int] = field(default_factory=list)
    comments: Counter[int] = field(default_factory=Counter)
    filled_in: Counter[int] = field(default_factory=Counter)
    _annotations: int = 0

    def page(self, number: int, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, chars: int) -> None:
        """Look at an open page of so many characters."""
        if chars <= _FEW_CHARS:
            what = _shown(page)
            if what:
                (self.pictures if what == pdfium.FPDF_PAGEOBJ_IMAGE else self.drawings).append(number)
        if _is_unseen(text, chars):
            self.recognised.append(number)
        for n in range(
            min(pdfium.FPDFPage_GetAnnotCount(page.raw), limits.MAX_PDF_ANNOTATION_ENTRIES - self._annotations)
        ):
            self._annotations += 1
            self._annotation(number, pdfium.FPDFPage_GetAnnot(page.raw, n))

    def turned(self, number: int, words: Sequence[Word]) -> None:
        """Take the words that are set sideways on a page."""
        if len(words) >= _LEAST_SIDEWAYS:
            self.sideways.append(number)

    def _annotation(self, number: int, annotation: Any) -> None:  # noqa: ANN401 - a handle of a library without types
        if not annotation:
            return
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in _COMMENTS:
            self.comments[number] += _says(annotation, b"Contents")
        elif kind == pdfium.FPDF_ANNOT_WIDGET:
            self.filled_in[number] += _says(annotation, b"V")
        pdfium.FPDFPage_CloseAnnot(annotation)


def _says(annotation: Any, key: bytes) -> bool:  # noqa: ANN401 - as above
    """Whether an annotation has words under this key; what is ticked has a name there."""
    kind = pdfium.FPDFAnnot_GetValueType(annotation, key)
    return (
        kind == pdfium.FPDF_OBJECT_STRING
        and int(pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)) > _NOTHING_BYTES
    )


def _is_unseen(text: pypdfium2.PdfTextPage, chars: int) -> bool:
    """Whether the characters looked at, at three places, are set to be invisible."""
    looked_at = [
        piece
        for n in sorted({chars // 4, chars // 2, 3 * chars // 4})
        if n < chars and (piece := pdfium.FPDFText_GetTextObject(text.raw, n))
    ]
    return bool(looked_at) and all(
        pdfium.FPDFTextObj_GetTextRenderMode(piece) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE for piece in looked_at
    )


def _shown(page: pypdfium2.PdfPage) -> int:
    """Return whether a page shows a picture or else a drawing, as PDFium calls them; 0 for neither."""
    left, bottom, right, top = page.get_bbox()
    whole, covered, strokes = (right - left) * (top - bottom), 0.0, 0
    for kind, around in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(around, (left, bottom, right, top))
        strokes += kind == pdfium.FPDF_PAGEOBJ_PATH
    if covered > _COVERED * whole:
        return int(pdfium.FPDF_PAGEOBJ_IMAGE)
    return int(pdfium.FPDF_PAGEOBJ_PATH) if strokes >= _STROKES else 0


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Any]]:
    """Yield the kind of the page's objects, and of those in its forms, with the one that says where it lies."""
    left = limits.MAX_PDF_OBJECT_PIECES
    for n in range(min(left, pdfium.FPDFPage_CountObjects(page.raw))):
        outer = pdfium.FPDFPage_GetObject(page.raw, n)
        kind = pdfium.FPDFPageObj_GetType(outer)
        yield kind, outer
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = min(left, pdfium.FPDFFormObj_CountObjects(outer))
            left -= max(0, inner)
            for k in range(inner):
                yield pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(outer, k)), outer


def _area(thing: Any, sheet: tuple[float, float, float, float]) -> float:  # noqa: ANN401 - as above
    """Return the area that an object covers of the sheet, in square points."""
    bounds = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(thing, *bounds):
        return 0.0
    left, bottom, right, top = (bound.value for bound in bounds)
    across = min(right, sheet[2]) - max(left, sheet[0])
    down = min(top, sheet[3]) - max(bottom, sheet[1])
    return max(0.0, across) * max(0.0, down)
