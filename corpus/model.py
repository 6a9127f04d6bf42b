"""The values that travel: documents, passages, utterances, speakers.

All offsets are in characters (Unicode code points), half open. A document's offsets count from the start
of ``Document.text``; an utterance's from the start of its ``Passage.text``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.utterance import Grounds, StatementDate, Utterance, UtteranceKind

if TYPE_CHECKING:
    from corpus.citation import Citation

__all__ = [
    "Aside", "BlockKind", "Document", "DocumentSummary", "Grounds", "Passage", "Speaker", "StatementDate",
    "Utterance", "UtteranceKind", "passage_id", "text_digest",
]  # fmt: skip


class BlockKind(StrEnum):
    """What a stretch of a document is. The first four are passages and can answer; the rest cannot."""

    PARAGRAPH = "paragraph"
    QUOTE = "block quotation"
    ITEM = "list item"
    TURN = "turn"
    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"
    HEADING = "heading"
    CAPTION = "caption"
    NOTE = "note"
    LEFTOVER = "leftover"

    @property
    def answers(self) -> bool:
        """Whether a block of this kind is a passage."""
        return self in _PASSAGE_KINDS


_PASSAGE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.TURN})


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, turn, block quotation or list item, verbatim: ``text == document.text[start:end]``.

    ``ordinal`` counts the document's passages from 1. ``paragraph`` is the number a reader counts; it
    differs from ``ordinal`` only after a paragraph too long for one passage. ``notes`` holds the labels of
    the footnotes cited in it. ``page`` is a printed page label, ``time`` seconds from the start.
    """

    id: str
    document_id: str
    ordinal: int
    paragraph: int
    text: str
    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    section: str | None = None
    page: str | None = None
    time: float | None = None
    notes: tuple[str, ...] = ()
    utterances: tuple[Utterance, ...] = ()

    @property
    def sha256(self) -> str:
        """Hex digest of the passage's text; what binds a vector to its words."""
        return text_digest(self.text)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Full names of those who speak in it, in order of appearance, each once."""
        return tuple(dict.fromkeys(u.speaker for u in self.utterances if u.speaker))


@dataclass(frozen=True, slots=True)
class Aside:
    """A block that is no passage: heading, caption, note, date line or a page's leftover.

    ``label`` is a note's mark as printed, without its brackets.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read: its whole text, its citation record, its passages and asides in order."""

    id: str
    text: str
    citation: Citation
    source: str
    sha256: str
    passages: tuple[Passage, ...] = ()
    asides: tuple[Aside, ...] = ()

    @property
    def title(self) -> str | None:
        """The title the source states, if it states one."""
        return self.citation.title

    def note(self, label: str) -> str | None:
        """Return the text of the footnote with this label, or None."""
        return next((self.text[a.start : a.end] for a in self.asides
                     if a.kind is BlockKind.NOTE and a.label == label), None)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A row of the corpus's list of documents. ``passages`` and ``speakers`` are counts."""

    id: str
    citation: Citation
    sources: tuple[str, ...]
    passages: int
    speakers: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body who speaks somewhere in the corpus. ``utterances`` and ``documents`` are counts."""

    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    utterances: int
    documents: int


def text_digest(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def passage_id(document_id: str, ordinal: int, text: str) -> str:
    """Return a passage's id: 20 hex digits made from its content and its place.

    The same file therefore gives the same ids on every machine and after every rebuild.
    """
    return hashlib.sha256(f"{document_id}\0{ordinal}\0{text}".encode()).hexdigest()[:20]
