"""The marks of notes: numbered as a word processor prints them, each once in a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Marks:
    """Gives each note a label that no other of the document has."""

    taken: dict[str, int] = field(default_factory=dict)

    def label(self, mark: str) -> str:
        """Return ``mark`` the first time, then ``mark (2)``: chapters count their notes from 1 again."""
        count = self.taken[mark] = self.taken.get(mark, 0) + 1
        return mark if count == 1 else f"{mark} ({count})"


def numeral(number: int, style: str) -> str:
    """Return a note's number from 1 as ``style`` prints it.

    Args:
        number: 1 or more.
        style: ``decimal``, ``lowerRoman``, ``upperRoman``, ``lowerLetter`` or ``upperLetter``, as Office Open XML
            calls them; any other is printed as decimal.
    """
    if style.endswith("Roman"):
        digits = _roman(number)
    elif style.endswith("Letter"):
        digits = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    else:
        return str(number)
    return digits.upper() if style.startswith("upper") else digits


def _roman(number: int) -> str:
    out = ""
    for value, digits in _ROMAN:
        out += digits * (number // value)
        number %= value
    return out
