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
from corpus.readers.vocabulary import GAP_MARK, MARKED, READ_BESIDE
from corpus.speakers.labels import turn_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.citation import Field
    from corpus.readers.vocabulary import Vocabulary
    from corpus.readers.xml_tree import Element

_MOST_LABEL_CHARS = 20
_BLANKS = re.compile(r"[ \t\r\n]+")


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
    gapped: bool = False  # whether words are missing among them
    apart: bool = False  # whether a token or a line of verse has just ended
    speaking: bool = False  # whether it is inside a speech
    time: float | None = None  # when the next word is said
    begins: float | None = None  # when the first of the words is
    notes: list[str] = field(default_factory=list)
    held: list[tuple[str, BlockKind, str | None]] = field(default_factory=list)

    def take(self, element: Element) -> None:
        """Follow one element by what it is."""
        name = element.name
        if self.speaking and name not in self.of.speeches and (at := self.of.time_of(element)) is not None:
            self.time = at
        if name in self.of.gaps:
            self._gap(element)
        elif name in self.of.pages or name in self.of.lines:
            self._break(element)
            self.inside(element)
            self.apart = bool(element.content)
        elif name in self.of.tokens:
            self._token(element)
        elif name in self.of.asides:
            self._aside(element, self.of.asides[name])
        elif name in self.of.speeches:
            self._speech(element)
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
            self.kind, self.time = outer_kind, None
        else:
            self.inside(element)

    def _break(self, element: Element) -> None:
        if element.name in self.of.pages:
            number = " ".join(element.attributes.get("n", "").split())
            self.page = number[:_MOST_LABEL_CHARS] or None
        else:
            self.words.append("" if element.attributes.get("break") == "no" else "\n")

    def _speech(self, element: Element) -> None:
        outer = self.voice, self.speaking
        self.flush()
        self.voice, self.speaking, self.time = self.of.voice_of(element), True, self.of.time_of(element)
        self.inside(element)
        self.flush()
        (self.voice, self.speaking), self.time = outer, None

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
            if kind.answers and self.gapped and not any(letter.isalnum() for letter in words):
                kind, voice = BlockKind.LEFTOVER, None
            notes = notes if kind.answers else ()
            self._write(words, kind, page=self.began, time=self.begins, voice=voice, notes=notes)
        self.begins, self.gapped = None, False
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
            self.began, self.begins, self.begun = self.page, self.time, True
        if not blank:
            self.time = None
        if self.parted and words[:1].isalnum() and self.words and self.words[-1][-1:].isalnum():
            self.words.append(" ")
        self.glued = self.parted = self.apart = False
        self.words.append(_BLANKS.sub(" ", words))

    def _token(self, element: Element) -> None:
        join = element.attributes.get("join", "no")
        if not self.glued and join not in {"left", "both"}:
            self._add(" ")
        elif join in {"left", "both"} and self.words and self.words[-1] == " ":
            self.words.pop()
        self.inside(element)
        self.glued = join in {"right", "both"}
        self.apart = not self.glued

    def _gap(self, element: Element) -> None:
        self.gapped = True
        if self.apart:
            self._add(" ")
        mark, told = self._missing(element)
        if mark == GAP_MARK or element.name in self.of.asides:
            self._add(mark)
        else:
            self.inside(element)
        if told:
            self.held.append((told, BlockKind.LEFTOVER, None))

    def _missing(self, element: Element) -> tuple[str, str]:
        """Return what stands for a gap, the text's own mark if it prints one, and what is said of it."""
        words = _tidy("".join(self._heard(element)))
        said = element.name in self.of.asides and any(letter.isalnum() for letter in words)
        if words and not said:
            return words, ""
        if watch := self.of.watched.get(MARKED):
            watch(element)
        return GAP_MARK, words

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
            elif part.name in self.of.gaps:
                yield self._missing(part)[0]
            else:
                yield from self._heard(part)
                if part.name in self.of.asides:
                    yield " "

    def _write(
        self,
        words: str,
        kind: BlockKind,
        *,
        page: str | None,
        time: float | None = None,
        label: str | None = None,
        voice: Voice | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        end = self.length + len(words)
        self.blocks.append(Block(kind, self.length, end, label, notes, page=page, time=time, voice=voice))
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
