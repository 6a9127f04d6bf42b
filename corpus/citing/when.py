"""Dates as the styles print them. A date that is only words stays those words; an unknown one stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.citing.wording import trimmed
from corpus.dates import PartialDate

if TYPE_CHECKING:
    from corpus.citation import Citation

# Not calendar.month_name: its language is that of the machine.
_MONTHS = """January February March April May June July August September October November December""".split()
#: MLA abbreviates all but May, June and July.
_MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()

When = PartialDate | str


def read_when(citation: Citation, field: str) -> When:
    """Return a date field: a date, the words that stand for one, or an empty string."""
    value: Any = citation.get(field) or {}
    parts = value.get("date-parts")
    return PartialDate(*parts[0]) if parts and parts[0] else trimmed(value.get("literal", ""))


def year(when: When) -> str:
    """Return the year, or the words."""
    return str(when.year) if isinstance(when, PartialDate) else when


def american(when: When) -> str:
    """Return June 14, 2019."""
    return str(when)


def year_first(when: When) -> str:
    """Return 2019, June 14, as APA does."""
    if isinstance(when, str) or when.month is None:
        return str(when)
    month = _MONTHS[when.month - 1]
    return f"{when.year}, {month}" if when.day is None else f"{when.year}, {month} {when.day}"


def day_month(when: When) -> str:
    """Return 14 June; empty where no month is known."""
    if isinstance(when, str) or when.month is None:
        return ""
    month = _MONTHS[when.month - 1]
    return month if when.day is None else f"{when.day} {month}"


def british(when: When) -> str:
    """Return 14 June 2019."""
    return f"{day_month(when)} {year(when)}".strip()


def mla(when: When) -> str:
    """Return 2 Sept. 2014."""
    if isinstance(when, str) or when.month is None:
        return str(when)
    month = _MLA_MONTHS[when.month - 1]
    return f"{month} {when.year}" if when.day is None else f"{when.day} {month} {when.year}"
