"""What was said, by whom, where: documents read into passages with speakers and citations, kept in SQLite."""

from corpus.citation import Citation, Field, Provenance
from corpus.model import (
    Aside,
    BlockKind,
    Document,
    DocumentSummary,
    Passage,
    Speaker,
    Utterance,
    UtteranceKind,
)

__all__ = [
    "Aside",
    "BlockKind",
    "Citation",
    "Document",
    "DocumentSummary",
    "Field",
    "Passage",
    "Provenance",
    "Speaker",
    "Utterance",
    "UtteranceKind",
]
