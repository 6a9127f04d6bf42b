"""A document, or the refusal of one, as JSON: what a reader's process hands back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from corpus import errors, limits
from corpus.model import Document, Passage
from corpus.readers.formats import Contents
from corpus.readers.remarks import told
from corpus.rows import (
    aside_from,
    citation_from,
    citation_json,
    passage_from,
    passage_rows,
    utterance_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What a reader's process ends with when a file took all the memory it may have.
OUT_OF_MEMORY: Final = 71

_PLAIN = ("id", "text", "source", "sha256")


def contents_form(found: Contents) -> dict[str, Any]:
    """Return what a file was read as, as JSON values."""
    documents = [document_form(document) for document in found.documents]
    return {"documents": documents, "remarks": found.remarks, "columns": found.columns}


def contents_from(form: dict[str, Any]) -> Contents:
    """Return what a file was read as, of such values.

    Raises:
        ValueError, KeyError, TypeError: they are not what ``contents_form`` gives.
    """
    documents = tuple(document_from(document) for document in form["documents"])
    columns = errors.printable(form["columns"], limits.MAX_COLUMNS_CHARS)
    return Contents(documents, told(form["remarks"]), columns)


def document_form(document: Document) -> dict[str, Any]:
    """Return a document as JSON values."""
    return {name: getattr(document, name) for name in _PLAIN} | {
        "citation": citation_json(document.citation),
        "passages": passage_rows(document),
        "utterances": utterance_rows(document),
        "asides": [(a.start, a.end, a.kind.value, a.label) for a in document.asides],
    }


def document_from(form: dict[str, Any]) -> Document:
    """Return the document of such values.

    Raises:
        ValueError, KeyError, TypeError: they are not what ``document_form`` gives.
    """
    said: dict[str, list[Any]] = {row[0]: [] for row in form["passages"]}
    for row in form["utterances"]:
        said[row[0]].append(row[1:])
    return Document(
        **{name: str(form[name]) for name in _PLAIN},
        citation=citation_from(form["citation"]),
        passages=tuple(_passages(form, said)),
        asides=tuple(aside_from(row) for row in form["asides"]),
    )


def _passages(form: dict[str, Any], said: dict[str, list[Any]]) -> Iterable[Passage]:
    return (passage_from(row, form["text"], said[row[0]]) for row in form["passages"])


def refusal_form(fault: errors.OnRecordError) -> dict[str, Any]:
    """Return a refusal as JSON values."""
    return {"kind": type(fault).__name__, "found": fault.found, "expected": fault.expected, "action": fault.action}


def refusal_from(form: dict[str, Any]) -> errors.OnRecordError:
    """Return the refusal of such values; of a kind that is none of ours, the general one of a source."""
    kind = getattr(errors, str(form["kind"]), errors.SourceError)
    if not (isinstance(kind, type) and issubclass(kind, errors.OnRecordError)):
        kind = errors.SourceError
    return kind(str(form["found"]), expected=str(form["expected"]), action=str(form["action"]))


def attribute_time(blocks: int, characters: int) -> float:
    """Return for how many seconds of the processor speakers may be looked for in so much text."""
    return limits.ATTRIBUTE_TIME_S + limits.ATTRIBUTE_BLOCK_S * blocks + limits.ATTRIBUTE_CHAR_S * characters


def encoded(form: dict[str, Any]) -> bytes:
    """Return JSON values as bytes."""
    return json.dumps(form, ensure_ascii=True).encode()
