"""What a Word document's styles make of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from corpus.model import BlockKind

#: Levels of an outline; the one after them is body text.
_OUTLINE_LEVELS: Final = 9
#: How far a block quotation is set in from both margins at least, in twentieths of a point: 0.7 cm.
_INSET: Final = 400
#: Styles by name, as Word and LibreOffice write them whatever language they speak.
_KINDS: Final = (
    (re.compile(r"title|document title"), BlockKind.TITLE),
    (re.compile(r"heading(?: \d+)?"), BlockKind.HEADING),
    (re.compile(r"(?:intense )?quote|(?:block )?quotations?|block ?quote|block text"), BlockKind.QUOTE),
    (re.compile(r"caption|illustration|figure|drawing|table caption"), BlockKind.CAPTION),
    (re.compile(r"subtitle|(?:toc|contents) .*|table of (?:figures|authorities)"), BlockKind.LEFTOVER),
    (re.compile(r"index \d+|(?:index|toa) heading"), BlockKind.LEFTOVER),
    (re.compile(r"list(?: (?:bullet|number|continue|paragraph))?(?: \d)?"), BlockKind.ITEM),
)  # fmt: skip
_LEVEL: Final = re.compile(r"heading (\d+)")
_MOST_PARENTS: Final = 50


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: ``outline`` is its level from 0, 9 and None are body text."""

    name: str = ""
    parent: str | None = None
    outline: int | None = None
    numbered: bool | None = None
    hidden: bool | None = None
    left: int | None = None
    right: int | None = None

    def over(self, below: Look) -> Look:
        """Return this look where it says something, else the one it is based on."""
        if self == _PLAIN:
            return below
        if below == _PLAIN:
            return self
        said = {
            n: v for n in ("outline", "numbered", "hidden", "left", "right") if (v := getattr(self, n)) is not None
        }
        return replace(below, **said, name=self.name or below.name)

    @property
    def inset(self) -> bool:
        """Whether it is set in from both margins, as block quotations are."""
        return min(self.left or 0, self.right or 0) >= _INSET

    @property
    def level(self) -> int:
        """A heading's level from 1; 0 for what is none."""
        named = _LEVEL.fullmatch(self.name)
        if named:
            return int(named[1][:2])
        return self.outline + 1 if self.outline is not None and self.outline < _OUTLINE_LEVELS else 0

    @property
    def kind(self) -> BlockKind:
        """What the paragraph is."""
        kind = kind_of(self.name)
        if kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and self.level:
            return BlockKind.HEADING
        # A "List Paragraph" without a number is any paragraph that was taken out of a list.
        if kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            listed = (
                self.numbered
                if self.numbered is not None or self.name == "list paragraph"
                else kind is BlockKind.ITEM
            )
            return BlockKind.ITEM if listed else BlockKind.PARAGRAPH
        return kind


#: What says nothing.
_PLAIN: Final = Look()


@lru_cache(maxsize=1_000)
def kind_of(name: str) -> BlockKind:
    """Return the kind that a style of this name gives."""
    return next((kind for form, kind in _KINDS if form.fullmatch(name)), BlockKind.PARAGRAPH)


@dataclass(slots=True)
class Styles:
    """Follows ``styles.xml``."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: str | None = None
    _id: str | None = None
    _whole: dict[str | None, Look] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what a style says."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._id = attributes.get("w:styleId")
            if self._id is not None:
                self.looks[self._id] = Look()
                if attributes.get("w:type") == "paragraph" and is_on(attributes.get("w:default", "0")):
                    self.default = self._id
        elif self._id is None:
            return
        elif name == "w:name":
            self._now(name=value.lower().strip())
        elif name == "w:basedOn":
            self._now(parent=value)
        else:
            self.looks[self._id] = taken(self.looks[self._id], name, attributes)

    def end(self, name: str) -> None:
        """Leave a style."""
        if name == "w:style":
            self._id = None

    def words(self, text: str) -> None:
        """Styles hold no words."""

    def look(self, style_id: str | None) -> Look:
        """Return how a style looks with all that it is based on; a name that says nothing leaves its parent's."""
        if style_id in self._whole:
            return self._whole[style_id]
        first, chain = style_id, list[Look]()
        while style_id in self.looks and len(chain) < _MOST_PARENTS:
            chain.append(self.looks[style_id])
            style_id = chain[-1].parent
        said = Look()
        for look in reversed(chain):
            known = kind_of(look.name) is not BlockKind.PARAGRAPH or not said.name
            said = (look if known else replace(look, name="")).over(said)
        self._whole[first] = said
        return said

    def _now(self, **said: str) -> None:
        if self._id is not None:
            self.looks[self._id] = replace(self.looks[self._id], **said)  # type: ignore[arg-type]


def taken(look: Look, name: str, attributes: dict[str, str]) -> Look:
    """Return a look with one property more, where the element of that name is one."""
    value = attributes.get("w:val", "")
    if name == "w:outlineLvl":
        return replace(look, outline=_whole(value))
    if name == "w:numId":
        return replace(look, numbered=value != "0")
    if name == "w:vanish":
        return replace(look, hidden=is_on(value))
    if name == "w:ind":
        left = attributes.get("w:left", attributes.get("w:start"))
        right = attributes.get("w:right", attributes.get("w:end"))
        return replace(
            look,
            left=look.left if left is None else _whole(left),
            right=look.right if right is None else _whole(right),
        )
    return look


def is_on(value: str) -> bool:
    """Read a switch; one without a value is on."""
    return value not in {"0", "false", "off"}


def _whole(value: str) -> int | None:
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else None
