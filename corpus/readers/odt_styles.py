"""What an OpenDocument's styles make of a paragraph, and whether it is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corpus.model import BlockKind
from corpus.readers.docx_styles import kind_of

_UNITS_MM: Final = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 0.353, "pc": 4.23, "px": 0.265}
_LENGTH: Final = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|px)")
#: How far a block quotation is set in from both margins at least.
_INSET_MM: Final = 7.0
_MOST_PARENTS: Final = 50


@dataclass(slots=True)
class Looks:
    """The styles, by name: those with names of their own and those made for one paragraph."""

    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    margins: dict[str, tuple[float, float]] = field(default_factory=dict)
    _style: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what a style says."""
        if name == "style:style":
            own = attributes.get("style:name", "")
            self._style = f"{attributes.get('style:family', '')} {own}"
            shown = attributes.get("style:display-name", own.replace("_20_", " "))
            # "P1" of headers and footers is another style than the text's "P1", which comes later.
            self.hidden.discard(self._style)
            self.margins.pop(self._style, None)
            self.parents.pop(self._style, None)
            self.names[self._style] = shown.lower()
            if parent := attributes.get("style:parent-style-name"):
                self.parents[self._style] = f"{attributes.get('style:family', '')} {parent}"
        elif self._style is None:
            return
        elif name == "style:text-properties" and attributes.get("text:display") == "none":
            self.hidden.add(self._style)
        elif name == "style:paragraph-properties" and "fo:margin-left" in attributes:
            sides = in_mm(attributes["fo:margin-left"]), in_mm(attributes.get("fo:margin-right", ""))
            self.margins[self._style] = sides

    def end(self, name: str) -> None:
        """Leave a style."""
        if name == "style:style":
            self._style = None

    def words(self, text: str) -> None:
        """Styles hold no words."""

    def chain(self, family: str, name: str) -> list[str]:
        """Return a style and all that it is based on."""
        out: list[str] = []
        key: str | None = f"{family} {name}"
        while key is not None and key in self.names and len(out) < _MOST_PARENTS:
            out.append(key)
            key = self.parents.get(key)
        return out

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether what has this style is not shown."""
        return any(key in self.hidden for key in self.chain(family, name))

    def look(self, name: str) -> tuple[BlockKind, bool]:
        """Return what a paragraph of this style is, and whether it is set in from both margins."""
        chain = self.chain("paragraph", name)
        sides = next((self.margins[key] for key in chain if key in self.margins), (0.0, 0.0))
        kinds = (kind_of(self.names[key]) for key in chain)
        kind = next((kind for kind in kinds if kind is not BlockKind.PARAGRAPH), BlockKind.PARAGRAPH)
        # "List" and "Index" styles set paragraphs that stand in no list as well.
        return (BlockKind.PARAGRAPH if kind is BlockKind.ITEM else kind), min(sides) >= _INSET_MM


def in_mm(length: str) -> float:
    """Return a length in millimetres; 0 for what is none."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS_MM[found[2]] if found else 0.0
