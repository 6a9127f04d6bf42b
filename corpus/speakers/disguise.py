"""Names that are not what they look: letters of another alphabet, invisible characters, digits for letters."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Letters of other alphabets that are drawn like Latin ones, and digits and marks that pass for letters.
_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһҺӏѵ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναιρυχκϲ" + "ᴀᴄᴇᴊᴋᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢɑɡɩıʏʜʟɢɪ" + "015|",
    "ABESIJKMHOPCTYXaesijopcyxdqwhHlv" + "ABEZHIKMNOPTYXovaipuxkc" + "acejkmnoprstuvwzagiiyhlgi" + "olsl",
)
#: Scripts that one name is properly written in together.
_TOGETHER = ({"CJK", "HIRAGANA", "KATAKANA"}, {"CJK", "HANGUL"}, {"CJK", "BOPOMOFO"})
#: ZERO WIDTH NON-JOINER and JOINER: spelling in these scripts, a disguise in others.
_JOINERS = "\u200c\u200d"
_JOINED = frozenset(
    """ARABIC SYRIAC DEVANAGARI BENGALI GUJARATI GURMUKHI KANNADA MALAYALAM ORIYA SINHALA TAMIL TELUGU MONGOLIAN
    KHMER""".split()
)
_OVERLAY = 1  # the combining class of strokes drawn through a letter


def disguise(name: str) -> str | None:
    """Say what is wrong with a name's characters, None when nothing is. It is never merged with another then."""
    found = scripts(name)
    for c in name:
        kind = unicodedata.category(c)
        if kind == "Cf" and not (c in _JOINERS and found & _JOINED):
            return f"an invisible character, {unicodedata.name(c, f'U+{ord(c):04X}')}"
        if kind in {"Cc", "Co", "Cs"} and not c.isspace():
            return f"a control character, U+{ord(c):04X}"
        if unicodedata.combining(c) == _OVERLAY:
            return f"a mark drawn through a letter, {unicodedata.name(c)}"
    if len(found) > 1 and not any(found <= allowed for allowed in _TOGETHER):
        return f"letters of several scripts, {' and '.join(sorted(s.title() for s in found))}"
    return "a letter that is drawn like another" if _small_capital(name) else None


def scripts(name: str) -> set[str]:
    """Return the scripts of a name's letters, in Unicode's words: LATIN, CYRILLIC, CJK."""
    plain = unicodedata.normalize("NFKC", name)
    letters = (c for c in plain if unicodedata.category(c) in {"Lu", "Ll", "Lt", "Lo"})
    return {re.split("[ -]", unicodedata.name(c, "UNNAMED"))[0] for c in letters}


def passes_for(names: Iterable[str]) -> dict[str, str]:
    """Return, for each name that is drawn like another of these in letters that are not its own, that other."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        alike[_looks(name)].append(name)
    found: dict[str, str] = {}
    for group in alike.values():
        plain = [name for name in group if not _borrows(name)]
        found |= {name: plain[0] for name in group if plain and _borrows(name)}
    return found


def _looks(name: str) -> str:
    """Return a form in which names that look alike are equal, whatever characters they are written with."""
    drawn = unicodedata.normalize("NFKC", name).translate(_LATIN)
    return "".join(c for c in unicodedata.normalize("NFKD", drawn).casefold() if c.isalnum())


def _borrows(name: str) -> bool:
    plain = unicodedata.normalize("NFKC", name)
    return plain != plain.translate(_LATIN)


def _small_capital(name: str) -> bool:
    return any("SMALL CAPITAL" in unicodedata.name(c, "") for c in name)
