"""From an evaluation set's passages to documents, so that they are stored and found like any other."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.citation import Citation, Field, Provenance, csl_date
from corpus.model import BlockKind, Document, Passage, Utterance, UtteranceKind, passage_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.evaluation.sets import SetPassage

#: Part of what "unchanged" means, as a reader's version is for a file.
SET_READER = "set-1"
#: What the source of a document of a set begins with; no path of a file does, for those are absolute.
SET_SOURCE = "set:"
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A document made of a set's passages, and the ids that they have in the set, in the same order."""

    document: Document
    set_ids: tuple[str, ...]


def documents_of(passages: Iterable[SetPassage]) -> Iterator[SetDocument]:
    """Yield the documents of a set: all passages with one title, date and address are one, in the set's order.

    A passage with none of these is a document by itself, for nothing says what else it belongs to. Copies are
    told apart by their place in a document, or else by their id in the set.
    """
    groups: dict[tuple[str | None, ...], list[SetPassage]] = {}
    for passage in passages:
        groups.setdefault(_key(passage), []).append(passage)
    for group in groups.values():
        yield SetDocument(_document(group), tuple(p.id for p in group))


def _key(passage: SetPassage) -> tuple[str | None, ...]:
    known = (passage.title or None, passage.date, passage.url)
    return known if any(known) else (passage.id,)


def _document(group: Sequence[SetPassage]) -> Document:
    digest = _digest(group)
    return Document(
        id=digest[:16],
        text=_GAP.join(p.text for p in group),
        citation=_citation(group[0]),
        source=f"{SET_SOURCE}{digest[:16]}",
        sha256=digest,
        passages=tuple(_passages(digest[:16], group)),
    )


def _digest(group: Sequence[SetPassage]) -> str:
    """Return a digest of all that the document is made of, so that the same set gives the same documents."""
    content = [_key(group[0]), [[p.text, p.speaker] for p in group]]
    return hashlib.sha256(f"set\0{json.dumps(content)}".encode()).hexdigest()


def _citation(passage: SetPassage) -> Citation:
    values = {
        "title": passage.title,
        "issued": csl_date(passage.date) if passage.date else None,
        "URL": passage.url,
    }
    return Citation.of({name: Field(value, Provenance.METADATA) for name, value in values.items() if value})


def _passages(document_id: str, group: Sequence[SetPassage]) -> Iterator[Passage]:
    start = 0
    for ordinal, given in enumerate(group, 1):
        end = start + len(given.text)
        yield Passage(
            id=passage_id(document_id, ordinal, given.text),
            document_id=document_id,
            ordinal=ordinal,
            paragraph=ordinal,
            text=given.text,
            start=start,
            end=end,
            kind=BlockKind.TURN if given.speaker else BlockKind.PARAGRAPH,
            utterances=_said(given),
        )
        start = end + len(_GAP)


def _said(given: SetPassage) -> tuple[Utterance, ...]:
    if given.speaker is None:
        return ()
    whole = (0, len(given.text))
    return (Utterance(*whole, UtteranceKind.TURN, given.speaker.strip(), given.speaker.strip(), confidence=1.0),)
