"""A proposal of which document a record belongs to. It decides nothing: somebody looks, and says yes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.citing.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.citation import Citation


@dataclass(frozen=True, slots=True)
class Match:
    """A document's id and the field on which it and the record agree: DOI, URL or title."""

    document_id: str
    by: str


def match_record(record: Citation, documents: Mapping[str, Citation]) -> Match | None:
    """Return the one document that agrees with a record on its DOI, else its URL, else its title.

    None where none agrees, or where several do: then only a person can tell. Case, blanks and punctuation of
    titles count alike, and so do a URL's scheme, its www and its last slash.
    """
    wanted = grounds(record)
    known = {document_id: grounds(citation) for document_id, citation in documents.items()}
    for by, value in wanted.items():
        agree = [document_id for document_id, stated in known.items() if stated.get(by) == value]
        if agree:
            return Match(agree[0], by) if len(agree) == 1 else None
    return None


def grounds(citation: Citation) -> dict[str, str]:
    """Return what a record can be known by, as it is compared: its DOI, URL and title, those that it states."""
    work = Work.of(citation)
    return {by: value for by, of in _GROUNDS.items() if (value := of(work))}


def _doi(work: Work) -> str:
    return work.link.lower() if work.doi else ""


def _url(work: Work) -> str:
    return re.sub(r"\A\w+://(?:www\.)?", "", work.url).split("#")[0].rstrip("/")


def _title(work: Work) -> str:
    return " ".join(re.findall(r"\w+", work.title.casefold()))


_GROUNDS: dict[str, Callable[[Work], str]] = {"DOI": _doi, "URL": _url, "title": _title}
