"""A passage where it stands: its document's record, and the paragraphs around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.citation import Citation
    from corpus.model import Document, Passage
    from corpus.view import View

#: How many passages before and after are shown.
AROUND = 2


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a passage comes from: its document's record, one place it was read from, "" where none is kept.

    ``footnotes`` are the (label, text) of the notes the passage cites.
    """

    citation: Citation
    source: str
    footnotes: tuple[tuple[str, str], ...]


def origin_of(view: View, passage: Passage) -> Origin:
    """Return where a passage comes from."""
    source = next(iter(view.sources(passage.document_id)), "")
    return Origin(view.citation(passage.document_id), source, tuple(view.notes(passage)))


def around(document: Document, passage: Passage, *, count: int = AROUND) -> tuple[Passage, ...]:
    """Return the passage with up to ``count`` passages of its own section on either side, in order."""
    return tuple(
        p for p in document.passages if p.section == passage.section and abs(p.ordinal - passage.ordinal) <= count
    )
