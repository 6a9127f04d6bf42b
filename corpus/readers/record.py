"""A parliament's record in XML into a page: what Akoma Ntoso and TEI have in common.

Each paragraph is a passage, each heading a heading. What is said of the debate, and not in it (notes, applause,
who comes in), is set apart behind the paragraph that it stands in, so that a sentence is never broken by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus import limits
from corpus.blocks import Block, Page, Voice
from corpus.model import BlockKind
from corpus.readers.spoken import voice_of
from corpus.speakers.labels import turn_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpus.citation import Field
    from corpus.readers.xml_tree import Element

_MOST_LABEL_CHARS = 20
_BLANKS = re.compile(r"[ \t\r\n]+")
#: The name under which an editor's words are watched that are read for want of others.
READ_BESIDE = "(an editor's)"
#: What may also be one of the text's own readings, where an editor's is chosen beside it.
_OF_CHOICES = frozenset({"seg", "unclear"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format are.

    ``kinds`` are blocks, ``asides`` what is taken out of the paragraph around it, ``silent`` what is no text at
    all, ``pages`` what says that a page begins, ``lines`` what begins a line, ``tokens`` single words and points,
    which may say that no blank is behind them. ``voice_of`` returns who speaks in an element of ``speeches``, None
    where it names nobody; ``note_label`` the mark of a note that is one of the text's own, None for a remark.
    ``watched`` is called with each element of these names that is met, whatever becomes of it. ``beside`` are an
    editor's words for others, ``own``, and no text where those stand with them, in a ``choice`` or next to it;
    each that is read is told to the one that watches ``READ_BESIDE``.
    """

    kinds: Mapping[str, BlockKind]
    asides: Mapping[str, BlockKind]
    silent: frozenset[str]
    speeches: frozenset[str]
    voice_of: Callable[[Element], Voice | None]
    note_label: Callable[[Element], str | None]
    pages: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    tokens: frozenset[str] = frozenset()
    watched: Mapping[str, Callable[[Element], object]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def spoken(self, element: Element) -> list[str | Element]:
        """Return the parts of an element that are text, in order."""
        apart = {id(part) for part in self._instead(element)}
        return [
            part
            for part in element.content
            if isinstance(part, str) or not (part.name in self.silent or id(part) in apart)
        ]

    def _instead(self, element: Element) -> Iterator[Element]:
        """Yield an editor's words that stand with the text's own, or with others of an editor's before them."""
        if not any(child.name in self.beside for child in element.children):
            return
        near = [part for part in element.content if not (isinstance(part, str) and not part.strip())]
        chosen = element.name == "choice"
        known = chosen and any(child.name in self.own | _OF_CHOICES for child in element.children)
        for before, part, behind in zip([None, *near], near, [*near[1:], None], strict=False):
            if isinstance(part, str) or part.name not in self.beside:
                continue
            if known or any(getattr(beside, "name", "") in self.own for beside in (before, behind)):
                yield part
            known = known or chosen


@dataclass(slots=True)
class _Writer:
    """Follows the tree and lays its blocks one after the other."""

    of: Vocabulary
    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    voice: Voice | None = None
    page: str | None = None
    words: list[str] = field(default_factory=list)
    begun: bool = False  # whether there is more than blanks among the words
    parted: bool = False  # whether a remark was taken out where the words are now
    numbered: bool = False  # whether they are a list item's number so far
    glued: bool = False  # whether a token says that no blank is behind it
    began: str | None = None  # the page that the words began on
    notes: list[str] = field(default_factory=list)
    held: list[tuple[str, BlockKind, str | None]] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """Follow one element by what it is."""
        name = element.name
        if name in self.of.pages:
            number = " ".join(element.attributes.get("n", "").split())
            self.page = number[:_MOST_LABEL_CHARS] or None
            self.inside(element)
        elif name in self.of.lines:
            self.words.append("" if element.attributes.get("break") == "no" else "\n")
            self.inside(element)
        elif name in self.of.tokens:
            self._token(element)
        elif name in self.of.asides:
            self._aside(element, self.of.asides[name])
        elif name in self.of.speeches:
            outer = self.voice
            self.flush()
            self.voice = self.of.voice_of(element)
            self.inside(element)
            self.flush()
            self.voice = outer
        elif self.kind is BlockKind.ITEM and self.of.kinds.get(name) is BlockKind.HEADING:
            self.inside(element)  # the number in front of a list item
            self._add(" ")
            self.numbered = True
        elif name in self.of.kinds:
            if not self.numbered:
                self.flush()
            self.numbered = False
            outer_kind, self.kind = self.kind, self._within(self.of.kinds[name])
            self.inside(element)
            self.flush()
            self.kind = outer_kind
        else:
            self.inside(element)

    def inside(self, element: Element) -> None:
        """Follow what is in an element, in order."""
        for child in element.children:
            if watch := self.of.watched.get(child.name):
                watch(child)
        for part in self.of.spoken(element):
            if isinstance(part, str):
                self._add(part)
            else:
                if part.name in self.of.beside and (watch := self.of.watched.get(READ_BESIDE)):
                    watch(part)
                self.take(part)

    def flush(self) -> None:
        """Write the block that is open, and behind it what was set apart in it."""
        words = _tidy("".join(self.words))
        held, notes, self.held, self.notes = self.held, tuple(dict.fromkeys(self.notes)), [], []
        self.words, self.begun, self.glued, self.numbered = [], False, False, False
        if words:
            kind, voice = self._spoken()
            self._write(words, kind, page=self.began, voice=voice, notes=notes if kind.answers else ())
        for aside, kind, label in held:
            self._write(aside, kind, label=label, page=self.page)

    def _within(self, kind: BlockKind) -> BlockKind:
        """A paragraph in a quotation or a list item is still one."""
        return self.kind if kind is BlockKind.PARAGRAPH and self.kind is not BlockKind.PARAGRAPH else kind

    def _spoken(self) -> tuple[BlockKind, Voice | None]:
        # Whoever is quoted in a speech is not the one who speaks, and nothing says who it is.
        if not self.kind.answers or self.kind is BlockKind.QUOTE or self.voice is None:
            return self.kind, None
        return BlockKind.TURN, self.voice

    def _add(self, words: str) -> None:
        blank = not words.strip(" \t\r\n")
        if blank and self.glued:
            return
        if not blank and not self.begun:
            self.began, self.begun = self.page, True
        if self.parted and words[:1].isalnum() and self.words and self.words[-1][-1:].isalnum():
            self.words.append(" ")
        self.glued = self.parted = False
        self.words.append(_BLANKS.sub(" ", words))

    def _token(self, element: Element) -> None:
        join = element.attributes.get("join", "no")
        if not self.glued and join not in {"left", "both"}:
            self._add(" ")
        elif join in {"left", "both"} and self.words and self.words[-1] == " ":
            self.words.pop()
        self.inside(element)
        self.glued = join in {"right", "both"}

    def _aside(self, element: Element, kind: BlockKind) -> None:
        words = _tidy("".join(self._heard(element)))
        label = self.of.note_label(element) if kind is BlockKind.NOTE else None
        if kind is BlockKind.NOTE and label is None:
            kind = BlockKind.LEFTOVER
        if words and not self.begun and label is None:
            self.flush()
            self._write(words, kind, page=self.page)
            return
        if label is not None:
            self.words.append(f"[{label}]")
            self.notes.append(label)
        else:
            self.parted = True
        if words:
            self.held.append((words, kind, label))

    def _heard(self, element: Element) -> Iterator[str]:
        """Yield the words of what is set apart, without what is no text."""
        for part in self.of.spoken(element):
            if isinstance(part, str):
                yield _BLANKS.sub(" ", part)
            else:
                yield from self._heard(part)

    def _write(
        self,
        words: str,
        kind: BlockKind,
        *,
        page: str | None,
        label: str | None = None,
        voice: Voice | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        end = self.length + len(words)
        self.blocks.append(Block(kind, self.length, end, label, notes, page=page, voice=voice))
        self.texts.append(words + "\n\n")
        self.length = end + 2


def lay(bodies: list[Element], of: Vocabulary, fields: dict[str, Field], part: str = "") -> Page:
    """Lay the text of elements, one behind the other, into a page."""
    writer = _Writer(of)
    for body in bodies:
        writer.take(body)
        writer.flush()
    return Page("".join(writer.texts), tuple(writer.blocks), fields, part)


def _tidy(words: str) -> str:
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def speaker(name: str, printed: str, role: str | None) -> Voice | None:
    """Return who speaks: the ``name`` that a record's head gives, else the one in the label as it is ``printed``.

    A label that is not set as labels are, "The chair, Jane Roe", may name an office, and then names nobody.
    """
    role = role if role and len(role) <= limits.MAX_FILTER_CHARS else None
    printed = printed.strip().rstrip(":.").rstrip()
    shown = voice_of(printed) if turn_label(f"{printed}: .") else None
    if 0 < len(name) <= limits.MAX_FILTER_CHARS:
        return Voice(name, printed[: limits.MAX_FILTER_CHARS] or name, role or (shown.role if shown else None))
    return Voice(shown.name, shown.as_printed, role or shown.role) if shown else None
