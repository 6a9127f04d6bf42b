"""A passage where it stands: the paragraphs around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.model import Document, Passage

#: How many passages before and after are shown.
AROUND = 2


def around(document: Document, passage: Passage, *, count: int = AROUND) -> tuple[Passage, ...]:
    """Return the passage with up to ``count`` passages of its own section on either side, in order."""
    return tuple(
        p for p in document.passages if p.section == passage.section and abs(p.ordinal - passage.ordinal) <= count
    )
