"""Dates as printed: whole, partial or not a date at all.

Only forms with one reading are taken. ``02/09/2014`` is February or September depending on the country, so
it stays words. General parsers fill what is missing ("1983" becomes a day of this month); a citation must
not.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

_MONTHS = """january february march april may june july august september october november december""".split()
_MONTH_NUMBER = {m: n for n, m in enumerate(_MONTHS, 1)} | {m[:3]: n for n, m in enumerate(_MONTHS, 1)}
_MONTH_NUMBER["sept"] = 9
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_CLOCK = r"(?:[T ][\d:.]+(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?"
_FORMS = (
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<nmonth>0[1-9]|1[0-2])-(?P<nday>0[1-9]|[12]\d|3[01]){_CLOCK}",
    rf"{_YEAR}-(?P<nmonth>0[1-9]|1[0-2])",
    _YEAR,
)
_UPDATE = r"(?:last\s+)?(?:updated|modified|revised)"
_LABEL = (
    rf"\A(?:(?:first\s+)?published|posted|date|dated|issued|released|for\s+(?:immediate\s+)?release|{_UPDATE})"
    r"(?:\s+on)?\s*[:—–-]?\s+"
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day. Parts that the text does not give are None."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> list[int]:
        """CSL-JSON's ``date-parts``: as many numbers as are known."""
        return [p for p in (self.year, self.month, self.day) if p is not None]

    @property
    def first(self) -> dt.date:
        """The earliest day it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or _days_in(self.year, month))

    @property
    def iso(self) -> str:
        """ISO 8601, as exact as is known: 2014, 2014-09 or 2014-09-02."""
        return "-".join(f"{p:02d}" for p in self.parts)

    def __str__(self) -> str:
        if self.month is None:
            return str(self.year)
        month = _MONTHS[self.month - 1].capitalize()
        return f"{month} {self.year}" if self.day is None else f"{month} {self.day}, {self.year}"


def parse_date(text: str) -> PartialDate | None:
    """Read a string that is a date and nothing else; None when it is not, or has two readings."""
    text = " ".join(text.split())
    if len(text) > 60:  # noqa: PLR2004 - longer than any date with its weekday
        return None
    match = next((m for form in _patterns() if (m := form.match(text))), None)
    if match is None:
        return None
    found = match.groupdict()
    month = _MONTH_NUMBER[found["month"].lower()] if found.get("month") else _number(found.get("nmonth"))
    date = PartialDate(int(found["year"]), month, _number(found.get("day") or found.get("nday")))
    return date if _exists(date) else None


def parse_date_line(text: str) -> PartialDate | None:
    """Read a line such as "Published: 2 September 2014"; a bare year is too little for a date line."""
    date = parse_date(re.sub(_LABEL, "", text.strip(), count=1, flags=re.IGNORECASE))
    return date if date and date.month else None


def is_update_line(text: str) -> bool:
    """Whether a date line says when a page was last changed, which is not when it was published."""
    return re.match(rf"\s*{_UPDATE}\b", text, re.IGNORECASE) is not None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _exists(date: PartialDate) -> bool:
    if date.month is None or date.day is None:
        return True
    return date.day <= _days_in(date.year, date.month)


def _days_in(year: int, month: int) -> int:
    """Return how many days a month has: the day before the first of the next."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compile the forms at first use: `import qa` needs none of them."""
    return tuple(re.compile(rf"{_WEEKDAY}{form}\Z", re.IGNORECASE) for form in _FORMS)
