"""The words of a PDF's page, with the place, size and weight of each.

PDFium gives characters in the order in which the page draws them; a word ends at a blank, or at the hyphen of a
line's end.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from corpus.readers.pdf_letters import ACCENTS, BROKEN, CODES, LINE_ENDS, RAISED, accented, seen, upright

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(rf"[^\s{BROKEN}]+{BROKEN}?|{BROKEN}")
#: Words that are their letters and points; of any other, each character is looked at.
_PLAIN: Final = re.compile(r"[A-Za-z.,;:?!'’“”()\u00c0-\u024f\u0370-\u2017]+")
_ENDS: Final = frozenset(map(ord, LINE_ENDS))
_BLANK: Final = ord(" ")
_MARKS: Final = frozenset("0123456789*†‡§")
#: The farthest that a word may lie from the page's corner, in points; the largest page has 14,400.
_FARTHEST: Final = 1e6
#: A raised character is smaller than its neighbours by this factor, and higher by this share of their size.
_SMALLER: Final = 0.88
_HIGHER: Final = 0.15
_BOLD: Final = 600
_BOLD_NAMES: Final = (b"bold", b"black", b"heavy", b"cmbx", b"ecbx")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the page's lower left corner; ``y`` is its baseline.

    ``broken`` says that it ends in the hyphen of a line's end, ``turn`` how many quarters of a circle its line is
    turned from upright.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    broken: bool = False
    turn: int = 0


def page_words(text_page: Any) -> list[Word]:  # noqa: ANN401 - a handle of a library without types
    """Return the words of an open page of text, in the order of its drawing; what is turned stands upright.

    Most pages with words set sideways are a table or a map; its lines run as its reader turns the page.
    """
    words = [word for word in _Glyphs(text_page).words() if word.text]
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.turn] += len(word.text)
    turn = max(letters, key=lambda t: letters[t], default=0)
    return [replace(word, turn=(word.turn - turn) % 4) for word in words] if turn else words


def _place(points: float) -> float:
    """Return a place or size; a file may give one beyond all paper, or one that is no number."""
    return max(-_FARTHEST, min(_FARTHEST, points)) if points == points else 0.0  # noqa: PLR0124 - NaN alone is not


class _Glyphs:
    """PDFium's answers about the characters of one page of text."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401 - as above
        self._raw = text_page.raw
        self._text = self._characters(text_page.count_chars())
        self._set_as: dict[bytes, tuple[float, int, bool]] = {}
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._to_rect = ctypes.byref(self._rect)
        self._to_origin = ctypes.byref(self._x), ctypes.byref(self._y)
        self._name, self._flags = ctypes.create_string_buffer(64), ctypes.c_int()

    def words(self) -> Iterator[Word]:
        """Yield the words as they are seen."""
        for match in _WORD.finditer(self._text):
            start, end = match.span()
            text = match.group()
            low = start
            if not _PLAIN.fullmatch(text):
                high = self._high(start, end)
                low = next((n for n in range(start, end) if n not in high), start)
                text = self._shown(start, end, high)
            size, turn, bold = self._set(low)
            left, bottom, right, top = self._box(start)
            if end - start > 1:
                other = self._box(end - 1)
                left, bottom = min(left, other[0]), min(bottom, other[1])
                right, top = max(right, other[2]), max(top, other[3])
            x, y = self._origin(low)
            if turn:
                (left, _), (right, _) = sorted((upright(left, bottom, turn), upright(right, top, turn)))
                x, y = upright(x, y, turn)
            yield Word(text, left, right, y, size, bold, match.group()[-1] == BROKEN, turn)

    def _characters(self, count: int) -> str:
        """Return the page's characters, one for each of PDFium's, blanks where it made a line's end."""
        units = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._raw, 0, count, units) == count + 1:
            codes = list(units[:count])
        else:  # some are of two units, or left out
            codes = [int(pdfium.FPDFText_GetUnicode(self._raw, n)) for n in range(count)]
        for n, code in enumerate(codes):
            if code in _ENDS and pdfium.FPDFText_IsGenerated(self._raw, n) == 1:
                codes[n] = _BLANK
        return "".join(map(chr, codes)).translate(CODES)

    def _high(self, start: int, end: int) -> frozenset[int]:
        """Return which of the characters are marks set high beside the others."""
        marks = [n for n in range(start, end) if self._text[n] in _MARKS]
        if not marks or end - start == 1:
            return frozenset()
        sizes = {n: self._set(n)[0] for n in range(start, end)}
        most = max(sizes.values())
        base = next(self._origin(n)[1] for n in sizes if sizes[n] == most)
        return frozenset(
            n for n in marks if sizes[n] < _SMALLER * most and self._origin(n)[1] > base + _HIGHER * most
        )

    def _shown(self, start: int, end: int, high: frozenset[int]) -> str:
        letters = [seen(self._text[n]).translate(RAISED if n in high else {}) for n in range(start, end)]
        for k in range(end - start - 1):
            if letters[k] in ACCENTS and self._over(start + k, start + k + 1):
                letters[k : k + 2] = ["", accented(letters[k], letters[k + 1])]
        return "".join(letters)

    def _over(self, a: int, b: int) -> bool:
        """Whether the middle of one character lies over the other."""
        left, _, right, _ = self._box(a)
        low, _, high, _ = self._box(b)
        return low < (left + right) / 2 < high

    def _box(self, n: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(self._raw, n, self._to_rect)
        return _place(self._rect.left), _place(self._rect.bottom), _place(self._rect.right), _place(self._rect.top)

    def _origin(self, n: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._raw, n, *self._to_origin)
        return _place(self._x.value), _place(self._y.value)

    def _set(self, n: int) -> tuple[float, int, bool]:
        """Return the size in points as the page scales it, the turn in quarters, and whether it is bold.

        They are those of the piece of drawing that the character belongs to, which is asked once.
        """
        piece = bytes(pdfium.FPDFText_GetTextObject(self._raw, n))
        if piece not in self._set_as:
            self._set_as[piece] = (*self._scaled(n), self._bold(n))
        return self._set_as[piece]

    def _scaled(self, n: int) -> tuple[float, int]:
        size = _place(pdfium.FPDFText_GetFontSize(self._raw, n))
        if not pdfium.FPDFText_GetMatrix(self._raw, n, ctypes.byref(self._matrix)):
            return size, 0
        a, b, c, d = map(_place, (self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d))
        return _place(size * (math.hypot(c, d) or 1.0)), round(math.atan2(b, a) / (math.pi / 2)) % 4

    def _bold(self, n: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._raw, n) >= _BOLD:
            return True
        pdfium.FPDFText_GetFontInfo(self._raw, n, self._name, 64, ctypes.byref(self._flags))
        return any(name in self._name.value.lower() for name in _BOLD_NAMES)
