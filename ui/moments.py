"""When something was said, in words that say what the date rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.dates import PartialDate
from qa.sayings import Basis
from ui import strings

if TYPE_CHECKING:
    import datetime as dt

    from qa.sayings import When


def when_told(when: When | None) -> str:
    """Return when something was said: by its own date, by its document's, or "undated"."""
    if when is None:
        return strings.TIME_UNDATED
    days = days_told(when.since, when.until)
    if when.basis is Basis.DOCUMENT:
        return strings.TIME_PUBLISHED.format(when=days)
    return strings.TIME_SAID.format(when=days, printed=when.as_printed)


def days_told(since: dt.date, until: dt.date) -> str:
    """Return a period as a day, a month or a year where it is one, else by its first and last day."""
    day = PartialDate(since.year, since.month, since.day)
    wholes = (day, PartialDate(since.year, since.month), PartialDate(since.year))
    whole = next((d for d in wholes if (d.first, d.last) == (since, until)), None)
    last = PartialDate(until.year, until.month, until.day)
    return str(whole) if whole else strings.TIME_BETWEEN.format(since=day, until=last)
