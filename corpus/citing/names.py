"""Names as the styles print them.

Only a name given in parts can be turned round: "Mara Quell" as one string stays as it is, since nothing says
which part is the family name, nor whether it is a person at all.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from corpus.citing.wording import trimmed

#: Scripts in which the family name comes first, without a blank, and no initials are made.
_FAMILY_FIRST = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name. ``family`` is empty where only the whole, ``given``, is known."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    particle: str = ""
    dropping: str = ""

    @property
    def surname(self) -> str:
        """What a short citation calls it: "van der Beek"; the whole where no part is known to be the family's."""
        return _spaced(self.particle, self.family) if self.family else self.given

    @property
    def natural(self) -> str:
        """The name in reading order: Sanna van der Beek Jr."""
        if self._family_first:
            return _spaced(self.family + self.given, self.suffix)
        return _spaced(self.given, self.dropping, self.particle, self.family, self.suffix)

    @property
    def parted(self) -> bool:
        """Whether it can be turned round."""
        return bool(self.family and self.given and not self._family_first)

    @property
    def _family_first(self) -> bool:
        first = [part[0] for part in (self.family, self.given) if part]
        known = all(unicodedata.name(letter, "").startswith(_FAMILY_FIRST) for letter in first)
        return bool(self.family) and known and not (self.particle or self.dropping)

    def inverted(self) -> str:
        """The family name first: van der Beek, Sanna, Jr."""
        return self._turned(self.given)

    def short(self, gap: str = " ") -> str:
        """The family name and initials, with ``gap`` between these: van der Beek, S. M., Jr."""
        return self._turned(initials(self.given, gap))

    def short_natural(self, gap: str = " ") -> str:
        """Initials first: S. M. van der Beek, Jr., as an editor is named."""
        if not self.parted:
            return self.natural
        name = _spaced(initials(self.given, gap), self.dropping, self.surname)
        return f"{name}, {self.suffix}" if self.suffix else name

    def _turned(self, given: str) -> str:
        if not self.parted:
            return self.natural
        behind = _spaced(given, self.dropping)
        return ", ".join(part for part in (self.surname, behind, self.suffix) if part)


def read_names(value: object) -> tuple[Name, ...]:
    """Read a CSL list of names; what has no words in it is no name."""
    found = (_read(item) for item in (value if isinstance(value, list) else ()) if isinstance(item, dict))
    return tuple(name for name in found if name.natural)


def _read(item: dict[str, Any]) -> Name:
    part = {key: trimmed(value) for key, value in item.items()}
    family = part.get("family", "")
    if part.get("literal") or not family:
        return Name(given=part.get("literal") or part.get("given", ""))
    particles = part.get("non-dropping-particle", ""), part.get("dropping-particle", "")
    return Name(family, part.get("given", ""), part.get("suffix", ""), *particles)


def initials(given: str, gap: str = " ") -> str:
    """Return the initials of given names: "Martin Luther" is M. L., "Jean-Paul" is J.-P.

    A name in a script without capitals is kept whole.
    """
    parts = [p for p in re.split(r"[.\s]+", given.replace(".-", "-")) if p]
    return gap.join("-".join(_initial(p, gap) for p in part.split("-") if p) for part in parts)


def _initial(part: str, gap: str) -> str:
    first = part[0]
    if not first.isalpha() or first.lower() == first.upper():
        return part
    if (
        part.isupper() and part.isalpha() and part.isascii() and len(part) in {2, 3}
    ):  # "ML" is two initials written together
        return gap.join(f"{letter}." for letter in part)
    size = next((i for i, c in enumerate(part[1:], 1) if not unicodedata.combining(c)), len(part))
    return f"{part[:size]}."


def _spaced(*parts: str) -> str:
    """Join with blanks, but none behind a particle that ends in an apostrophe: d’Arcy."""
    out = ""
    for part in filter(None, parts):
        out += part if not out or out.endswith(("’", "'")) else f" {part}"
    return out
