"""The letters of a PDF as a reader sees them.

Ligatures are their letters, an accent drawn over a letter is the letter's, and a digit set high is a raised digit,
so that "see¹" is not "see1".
"""

from __future__ import annotations

import unicodedata
from typing import Final

#: What stands for the hyphen that ends a line; PDFium has two codes for it.
BROKEN: Final = "\uf6ff"
#: TeX's bitmap fonts name no letters: codes of its T1 encoding, and the ligatures of its older OT1.
_TEX: Final = {
    0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«",
    0x14: "»", 0x15: "–", 0x16: "—", 0x19: "ı", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
}  # fmt: skip
#: Those codes that are also a line's end, where PDFium made it.
LINE_ENDS: Final = "\x0b\x0c\x0d"
#: Each code for one character, so that places stay; those that are several letters stand apart from all letters.
_HELD: Final = 0xF700
CODES: Final = (
    dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFEFF, *range(0xD800, 0xE000)], "\uf6fe")
    | {code: chr(_HELD + code) for code in _TEX}
    | {0x02: BROKEN, 0xFFFE: BROKEN, 0xAD: "-", 0xF0B7: "•", 0xF0A7: "▪"}
)
#: What is seen of them: ligatures are their letters, and controls nothing.
_SEEN: Final = (
    {_HELD + code: letters for code, letters in _TEX.items()}
    | {ord(BROKEN): "-", 0xF6FE: ""}
    | {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
)
RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Accents with a width of their own, which TeX's older fonts draw before the letter that they stand over.
ACCENTS: Final = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327",
}  # fmt: skip


def accented(accent: str, letter: str) -> str:
    """Return the letter with the accent over it, or both as they are where there is no such letter."""
    whole = unicodedata.normalize("NFC", letter.replace("ı", "i") + ACCENTS.get(accent, ""))
    return whole if len(whole) == 1 and accent in ACCENTS else accent + letter


def seen(text: str) -> str:
    """Return what is seen of characters as ``CODES`` has them."""
    return text.translate(_SEEN)


def upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return where a point lies for a reader who turns the page by as many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
