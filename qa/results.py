"""What a change to the corpus did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.writer import Outcome

if TYPE_CHECKING:
    from corpus.errors import OnRecordError

__all__ = ["AddResult", "Outcome"]


@dataclass(frozen=True, slots=True)
class AddResult:
    """One source of an ``add``: what became of it, or the error that says why it was refused.

    ``passages``, ``speakers`` and ``documents`` are counts; of a table with several documents, ``document_id`` and
    ``title`` are the first one's. ``outcome`` is None exactly when there is an ``error``.
    """

    source: str
    outcome: Outcome | None = None
    document_id: str | None = None
    title: str | None = None
    passages: int = 0
    speakers: int = 0
    error: OnRecordError | None = None
    documents: int = 1
