"""Filters: which passages a question may be answered from. They come before the search, not after it."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus import limits
from corpus.dates import PartialDate, parse_date
from corpus.errors import UsageError, printable
from corpus.model import UtteranceKind
from corpus.speakers.names import fold_name, name_words
from corpus.speakers.variants import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.citation import Citation
    from corpus.speakers.roster import Roster
    from corpus.view import View
    from qa.reading import Reading


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


def allowed_ids(view: View, reading: Reading, roster: Roster | None = None) -> set[str] | None:
    """Return the ids of the passages that every filter lets pass; None when there is no filter.

    Exact phrases are no matter of this: see ``qa.phrases``.

    Args:
        view: the revision to look in.
        reading: the filters.
        roster: its speakers, where they have been read already.
    """
    who = roster or view.roster()
    sets = [found for found in (_by_speech(view, reading, who), _by_document(view, reading)) if found is not None]
    barred = _barred(view, reading, who)
    if barred:
        sets.append(view.passage_ids() - barred)
    return set.intersection(*sets) if sets else None


def _by_speech(view: View, reading: Reading, roster: Roster) -> set[str] | None:
    """Return the passages in which the speaker asked for speaks, in the kind asked for."""
    if reading.speaker:
        return view.spoken_by(names_of(roster, reading.speaker), _kinds(reading.kind))
    return view.of_kind(_kinds(reading.kind)) if reading.kind else None


def _by_document(view: View, reading: Reading) -> set[str] | None:
    if not (reading.since or reading.until or reading.source):
        return None
    since, until = parse_date(reading.since or ""), parse_date(reading.until or "")
    return view.passages_of(
        document_id
        for document_id in view.document_ids()
        if _in_time((citation := view.citation(document_id)).issued, since, until)
        and (reading.source is None or _is_of(view, document_id, citation, reading.source))
    )


def _barred(view: View, reading: Reading, roster: Roster) -> set[str]:
    """Return the passages that a filter with a minus keeps out."""
    out = (
        view.of_kind(kind for wanted in reading.not_kind for kind in _kinds(wanted)) if reading.not_kind else set()
    )
    for wanted in reading.not_speaker:
        out |= view.spoken_by(names_of(roster, wanted))
    for wanted in reading.not_source:
        ids = view.document_ids()
        out |= view.passages_of(i for i in ids if _is_of(view, i, view.citation(i), wanted))
    return out


def names_of(roster: Roster, wanted: str) -> list[str]:
    """Return every name in the corpus of the speakers whom ``wanted`` fits."""
    return roster.with_aliases(matching_speakers(wanted, roster.names))


def _kinds(wanted: str | None) -> list[str]:
    """Return the kinds of speech that a filter's word stands for; None stands for all."""
    if wanted == "own":
        return [kind.value for kind in UtteranceKind if kind.verbatim]
    return [wanted] if wanted else [kind.value for kind in UtteranceKind]


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


def _is_of(view: View, document_id: str, citation: Citation, source: str) -> bool:
    """Whether ``source`` is the document's id, or part of its title, publication or file."""
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
