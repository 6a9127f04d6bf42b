"""Files of citation records, taken for what the user says of the documents they fit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.citing.records import grounds, match_record, read_records
from corpus.citing.values import read_corrections
from corpus.errors import UsageError

if TYPE_CHECKING:
    from corpus.citation import Citation
    from corpus.citing.records import Record
    from corpus.store import Store
    from corpus.writer import Writer

    #: Documents by what they can be known by, such as their title.
    Known = dict[tuple[str, str], dict[str, Citation]]

_UNFIT = "no document, or more than one, agrees with it on DOI, URL or title"


@dataclass(frozen=True, slots=True)
class Description:
    """What became of one record of a file: the document that it describes now, or None, and why."""

    record: str
    document_id: str | None
    why: str


def describe(store: Store, path: str | Path, *, encoding: str | None = None) -> list[Description]:
    """Correct the documents that the records of a file fit, a transaction each; see ``Corpus.describe``."""
    found = read_records(Path(path).expanduser(), encoding)
    with store.writing() as writer:
        known: Known = defaultdict(dict)
        for s in writer.view.summaries():
            for ground in grounds(s.citation).items():
                known[ground][s.id] = s.citation
        taken: dict[str, str] = {}
        described = [_described(writer, record, known, taken) for record in found.records]
    return described + [Description(fault.name, None, fault.reason) for fault in found.faults]


def _described(writer: Writer, record: Record, known: Known, taken: dict[str, str]) -> Description:
    # Only of these can one agree; comparing each record with each document takes the product of their numbers.
    documents = [known[ground] for ground in grounds(record.citation).items() if ground in known]
    match = match_record(record.citation, {i: c for found in documents for i, c in found.items()})
    if match is None:
        return Description(record.name, None, _UNFIT)
    if match.document_id in taken:
        why = f"its document is described by the record {taken[match.document_id]} already"
        return Description(record.name, None, why)
    values, left_out = _fitting(record.citation)
    if not values:
        return Description(record.name, None, "; ".join(left_out))
    writer.correct(match.document_id, values)
    taken[match.document_id] = record.name
    return Description(record.name, match.document_id, "; ".join([f"the same {match.by}", *left_out]))


def _fitting(citation: Citation) -> tuple[dict[str, Any], list[str]]:
    """Return the fields that can be taken, and of each other why not."""
    values: dict[str, Any] = {}
    left_out = []
    for name, field in citation.fields:
        if (name, field.value) == ("type", "document"):  # CSL asks for a type, and this one says nothing
            continue
        try:
            values |= read_corrections({name: field.value})
        except UsageError as fault:
            left_out.append(f"left out: {fault.found}")
    return values, left_out
