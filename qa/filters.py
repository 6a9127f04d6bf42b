"""Filters: which passages a question may be answered from. They come before the search, not after it."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus import limits
from corpus.dates import PartialDate, parse_date
from corpus.errors import UsageError, printable
from corpus.speakers.names import fold_name, name_words
from corpus.speakers.variants import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.citation import Citation
    from corpus.view import View
    from qa.answer import Reading


def read_day(value: str | dt.date | None, name: str) -> PartialDate | None:
    """Read a date filter: a date, or text such as 2014, 2014-08 or 2 August 2014.

    Raises:
        UsageError: it is no date, or one with two readings.
    """
    if value is None:
        return None
    if isinstance(value, dt.date):
        return PartialDate(value.year, value.month, value.day)
    date = parse_date(str(value)) if len(str(value)) <= limits.MAX_FILTER_CHARS else None
    if date is None:
        raise UsageError(
            f"{name}={printable(value, 40)!r} is not a date",
            expected="a year, month or day such as 2014, 2014-08 or 2014-08-10",
            action="Write the date that way.",
        )
    return date


def check_words(value: str | None, name: str) -> str | None:
    """Return a speaker or source filter without blanks around it.

    Raises:
        UsageError: it is empty or too long.
    """
    if value is None:
        return None
    if len(value) > limits.MAX_FILTER_CHARS or not value.strip():
        raise UsageError(
            f"the {name} filter has {len(value):,} characters",
            expected=f"1 to {limits.MAX_FILTER_CHARS}, not all blank",
            action=f"Give part of the {name}'s name, or leave the filter out.",
        )
    return value.strip()


def allowed_ids(view: View, reading: Reading) -> set[str] | None:
    """Return the ids of the passages that every filter lets pass; None when there is no filter."""
    sets = []
    if reading.speaker:
        roster = view.roster()
        sets.append(view.spoken_by(roster.with_aliases(matching_speakers(reading.speaker, roster.names))))
    if reading.since or reading.until or reading.source:
        since, until = parse_date(reading.since or ""), parse_date(reading.until or "")
        documents = []
        for document_id in view.document_ids():
            citation = view.citation(document_id)
            if _in_time(citation.issued, since, until) and _is_of(view, document_id, citation, reading.source):
                documents.append(document_id)
        sets.append(view.passages_of(documents))
    return set.intersection(*sets) if sets else None


def matching_speakers(wanted: str, names: Iterable[str]) -> list[str]:
    """Return the speakers whose names hold every word of ``wanted``: "Roe" fits Jane Roe, not Jane Roebuck.

    A name that is given in full fits alone, even when it is part of a longer one. Where nothing fits, other
    spellings of the words do: "Qasem" fits Qassem.
    """
    known = list(names)
    exact = [n for n in known if fold_name(n) == fold_name(wanted)]
    words = set(name_words(wanted))
    plain = exact or [n for n in known if words <= set(name_words(n))]
    spellings = set(map(spelled, words))
    return plain or [n for n in known if spellings <= set(map(spelled, name_words(n)))]


def _is_of(view: View, document_id: str, citation: Citation, source: str | None) -> bool:
    """Whether ``source`` is not asked for, is the document's id, or part of its title, publication or file."""
    if source is None:
        return True
    wanted = fold_name(source)
    files = map(_file_name, view.sources(document_id))
    shown = [citation.title or "", str(citation.get("container-title") or ""), *files]
    return document_id == source or any(wanted in fold_name(name) for name in shown)


def _in_time(issued: PartialDate | None, since: PartialDate | None, until: PartialDate | None) -> bool:
    """Whether a document may be of that time; one without a date is not, when a time is asked for."""
    if since is None and until is None:
        return True
    if issued is None:
        return False
    return (since is None or issued.last >= since.first) and (until is None or issued.first <= until.last)


def _file_name(source: str) -> str:
    return PurePath(source).name
