"""What a Word document holds beside the words that are read."""

from __future__ import annotations

from typing import Final

from corpus.readers.office_remarks import Doubt, Noticed, Unread, fills_a_page

#: What is counted, and in what it must stand to count.
_COUNTED: Final[dict[str, tuple[Unread | Doubt, str]]] = {
    "w:commentReference": (Unread.COMMENT, "w:r"), "?:chart": (Unread.CHART, "?:graphicData"),
    "?:relIds": (Unread.DIAGRAM, "?:graphicData"), "w:object": (Unread.OBJECT, "w:r"),
    "w:altChunk": (Unread.PART, ""), "w:subDoc": (Unread.PART, ""), "?:textpath": (Unread.WORD_ART, ""),
    "m:oMath": (Doubt.FLAT, ""),
}  # fmt: skip
#: Elements of the text that matter here.
MET: Final = frozenset({*_COUNTED, "w:ins", "?:extent", "?:pic"})
#: In these it is said that a paragraph's end or a row was inserted, and not words.
_PROPERTIES: Final = frozenset({"w:rPr", "w:trPr", "w:tcPr", "w:numPr", "m:ctrlPr"})
_EMU_IN_MM: Final = 36_000
_MOST_DIGITS: Final = 12


class Passed:
    """Is told of what the reader of a text meets and passes over."""

    def __init__(self, noticed: Noticed) -> None:
        self._noticed = noticed
        self._in_deletion = False
        self._size = 0.0, 0.0

    def over(self, name: str, *, root: bool) -> None:
        """Follow an element that is passed over; ``root`` is the first, in which the others lie."""
        if root:
            self._in_deletion = name == "w:del"
        elif name == "w:delText" and self._in_deletion:
            self._noticed.words(Doubt.DELETED)

    def met(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        """Follow one of ``MET`` in the text, an element of ``parent``."""
        if name in _COUNTED:
            what, place = _COUNTED[name]
            if place in {"", parent}:
                self._noticed.one(what)
        elif name == "w:ins":
            if parent not in _PROPERTIES:
                self._noticed.one(Doubt.INSERTED)
        elif name == "?:extent":
            self._size = _mm(attributes.get("cx", "")), _mm(attributes.get("cy", ""))
        elif parent == "?:graphicData" and fills_a_page(*self._size):
            self._noticed.one(Unread.PICTURE)


def _mm(emu: str) -> float:
    """Return a length in millimetres that is given in the format's own units."""
    return int(emu) / _EMU_IN_MM if emu.isascii() and emu.isdecimal() and len(emu) < _MOST_DIGITS else 0.0
