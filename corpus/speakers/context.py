"""What surrounds a quotation: its paragraph and the two beside it, scanned once each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Chunk, chunks
from corpus.speakers.cuing import Frame, frames
from corpus.speakers.marks import Quotation, quotations
from corpus.speakers.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence


class Reading(NamedTuple):
    """A paragraph as read: its items, the candidates in it and their ties to cues."""

    scan: Scan
    chunks: list[Chunk]
    frames: list[Frame]

    @property
    def bare(self) -> bool:
        """Whether the paragraph is nothing but quotations."""
        return all(f >= 0 or not w[:1].isalnum() for f, w in zip(self.scan.folded, self.scan.words, strict=True))


def read_paragraph(text: str, quotes: Sequence[Quotation] | None = None, *, single: bool = True) -> Reading:
    """Scan a paragraph and find its candidates and frames."""
    scan = Scan(text, list(quotations(text, single=single)) if quotes is None else quotes)
    found = chunks(scan)
    return Reading(scan, found, frames(scan, found))
