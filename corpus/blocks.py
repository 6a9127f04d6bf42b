"""What a reader hands on: one text and the blocks in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.citation import Field
    from corpus.model import BlockKind

#: Stands in a source between a file and the part of it that is a document of its own.
PART_MARK = "#"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a block, where the format itself tells it: a subtitle's voice, a table's column, a TEI speech.

    ``as_printed`` is the name as it stands there, ``name`` the full one where the source gives it; None where the
    label only says that somebody speaks, "SPEAKER_01".
    """

    name: str | None
    as_printed: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page's text. ``label`` is a note's mark; ``notes`` the marks cited inside.

    ``continued`` says that it goes on with the paragraph before, which was too long for one passage. ``page`` is
    the printed label of the page it begins on, ``time`` when it begins in seconds, ``voice`` who says it where
    the format tells.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None
    notes: tuple[str, ...] = ()
    continued: bool = False
    page: str | None = None
    time: float | None = None
    voice: Voice | None = None

    def of(self, text: str) -> str:
        """Return the block's characters."""
        return text[self.start : self.end]

    def as_kind(self, kind: BlockKind, label: str | None = None) -> Block:
        """Return the same stretch as another kind."""
        return replace(self, kind=kind, label=label)


@dataclass(frozen=True, slots=True)
class Page:
    """A source's text, its blocks in order, and the citation fields it states.

    ``part`` says which part of the file it is, where a file holds several documents: rows of a table. ``remarks``
    tell the file's owner what was passed over or left open, each a sentence without its full stop; of several
    pages the first has those of the whole file. ``columns`` is what a table's were taken for, on its first page.
    """

    text: str
    blocks: tuple[Block, ...]
    fields: dict[str, Field] = field(default_factory=dict)
    part: str = ""
    remarks: tuple[str, ...] = ()
    columns: str = ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without the blanks (of any script) at both ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
