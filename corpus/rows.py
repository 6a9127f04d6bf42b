"""Values to rows and back. Every passage is checked against its digest on the way out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.citation import Citation, Field, Provenance
from corpus.model import (
    Aside,
    BlockKind,
    Grounds,
    Passage,
    StatementDate,
    Utterance,
    UtteranceKind,
    text_digest,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.model import Document

PASSAGE_COLUMNS = 'id, document_id, ordinal, paragraph, start, "end", sha256, kind, section, page, time, notes'


@dataclass(frozen=True, slots=True)
class Stored:
    """All that the store holds of one document, as it was read: what it takes to put it back.

    ``reader`` is the version of the reader that read it, ``added_at`` when, in ISO 8601.
    """

    document: Document
    sources: tuple[str, ...]
    reader: str
    added_at: str


class SliceError(ValueError):
    """A stored passage's digest is not that of its slice of the document."""


def citation_json(citation: Citation) -> str:
    """Return a citation record as JSON."""
    return json.dumps({name: [f.value, f.provenance.name] for name, f in citation.fields}, ensure_ascii=False)


def citation_from(text: str) -> Citation:
    """Return the citation record that ``citation_json`` wrote."""
    return Citation.of({k: Field(value, Provenance[p]) for k, (value, p) in json.loads(text).items()})


def passage_rows(document: Document) -> list[tuple[Any, ...]]:
    """Return one row a passage, in the order of ``PASSAGE_COLUMNS``."""
    return [
        (p.id, p.document_id, p.ordinal, p.paragraph, p.start, p.end, p.sha256, p.kind.value, p.section, p.page,
         p.time, json.dumps(p.notes))
        for p in document.passages
    ]  # fmt: skip


def utterance_rows(document: Document) -> list[tuple[Any, ...]]:
    """Return one row an utterance."""
    return [
        (p.id, u.start, u.end, u.kind.value, u.speaker, u.as_printed, u.role, u.cue, u.confidence, u.probably,
         _json(u.said), _json(u.grounds))
        for p in document.passages
        for u in p.utterances
    ]  # fmt: skip


def _json(value: StatementDate | Grounds | None) -> str | None:
    return (
        None
        if value is None
        else json.dumps([getattr(value, name) for name in value.__slots__], ensure_ascii=False)
    )


def passage_from(row: Sequence[Any], text: str, utterances: Iterable[Sequence[Any]]) -> Passage:
    """Return the passage of a row.

    Args:
        row: its columns, as ``PASSAGE_COLUMNS`` has them.
        text: the document's whole text.
        utterances: its utterance rows without the passage's id.

    Raises:
        SliceError: the slice is not the text that was stored.
    """
    words = text[row[4] : row[5]]
    if text_digest(words) != row[6]:
        raise SliceError(f"passage {row[0]} is not the text it was")
    return Passage(
        id=row[0], document_id=row[1], ordinal=row[2], paragraph=row[3], text=words, start=row[4], end=row[5],
        kind=BlockKind(row[7]), section=row[8], page=row[9], time=row[10], notes=tuple(json.loads(row[11])),
        utterances=tuple(utterance_from(u) for u in utterances),
    )  # fmt: skip


def utterance_from(row: Sequence[Any]) -> Utterance:
    """Return the utterance of a row without its passage's id."""
    said = None if row[9] is None else StatementDate(*json.loads(row[9]))
    grounds = (
        None if row[10] is None else Grounds(*(place and (place[0], place[1]) for place in json.loads(row[10])))
    )
    return Utterance(
        row[0], row[1], UtteranceKind(row[2]), speaker=row[3], as_printed=row[4], role=row[5], cue=row[6],
        confidence=row[7], probably=row[8], said=said, grounds=grounds,
    )  # fmt: skip


def aside_from(row: Sequence[Any]) -> Aside:
    """Return the aside of a row of start, end, kind and label."""
    return Aside(BlockKind(row[2]), row[0], row[1], row[3])
