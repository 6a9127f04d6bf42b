"""Dates in running text and the days they can mean: "July 23", "in August", "last week", "the spring of 2012".

A period is never narrower than the words. "Early August" is some day of August, so it is all of August; a
phrase with two readings far apart is no date. Conventions, where words alone do not settle the days:

- A week runs from Monday to Sunday (ISO 8601).
- A season is three whole months, spring from March to May, as the weather services of the north count them
  (NOAA's National Centers for Environmental Information, "Meteorological versus astronomical seasons"). A
  winter belongs to two years and is left alone.
- "On Tuesday" is the last Tuesday up to the document's own day, that day included; "July 23" likewise.
- "Last Tuesday" is the last one before, or the one of the week before: where the two differ, the period
  holds both. "Last July" is given only where the two agree.
- What a night holds belongs to the day on which it begins: "last night" is yesterday.
- "The 1990s" is ten years; "the 1900s" and "the 2000s" may be a hundred, and are left alone.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.dates import PartialDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_M = rf"(?:{_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_Y = r"(?:1[5-9]\d\d|20\d\d)"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_AT = r"(?i:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_S = r"(?i:spring|summer|autumn|fall)"
_COUNT = {w: n for n, w in enumerate("two three four five six seven eight nine ten".split(), 2)}
_TIMELY = r"(?:(?:early|earlier|late|later)\s+)?"
_PART = (
    r"(?:(?:first|second|last|final|opening|closing)\s+)?(?:days|weeks|months|half|part|middle|end|start)\s+of\s+"
)
_AS = r"as\s+(?:recently|early|late|far\s+back)\s+as\s+"
#: A letter has its date: "a letter of July 23", "a 2013 letter". Whether there is one is for the caller to see.
_OWN = r"(?:of|dated|from)\s+"
_A = r"(?:an?|the|his|her|their|its)\s+"
_ON = (
    rf"(?i:{_OWN}(?=[\dJFMASOND])|{_AS}(?:on\s+)?"
    rf"|{_TIMELY}(?:on\s+)?(?:the\s+(?:morning|afternoon|evening|night)\s+of\s+)?)"
)
_IN = (
    rf"(?i:(?:{_OWN}|{_A}(?=\d{{4}}\s|[JFMASOND])|{_AS}(?:in\s+)?|(?:(?:early|earlier|late|later|back)\s+)?(?:in|during)\s+"
    rf"|(?:in|at)\s+the\s+(?:close|beginning)\s+of\s+|(?:in|at)\s+the\s+{_PART})"
    r"(?:(?:the\s+)?(?:early|mid|middle|late)(?:\s+|-))?|(?:early|mid|late)(?:\s+|-)(?=[JFMASOND]))"
)
_END = rf"(?:(?:{_M}(?:\s+{_D})?|{_D}\s+{_M})(?:,?\s+{_Y})?|{_Y})"
_ENDED = rf"(?:(?:{_M}(?:\s+{_D})?|{_D}\s+{_M}),?\s+)?{_Y}"
#: How a date can begin; without this look ahead every word would be tried against every form.
_BEGIN = (
    r"(?=\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[Ll]a[st]|[Ee]arl|[Mm]id|[Tt]h"
    r"|[Yy]es|[Tt]o[dn]|[Oo][nfv]|[Ii][nt]s?\s|[Dd]uring|[Ff]rom|[Bb]etween|[Bb]ack|[Aa][snt]?\s|dated|[Hh](?:is|er)\s"
    r"|[Tt](?:wo|en)\s|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
)
_PRINTED = re.compile(
    rf"(?<![\w/’'$£€-]){_BEGIN}(?:(?P<span>(?i:between|from)\s+{_END}\s+(?:and|to|until|till|through)\s+{_ENDED})"
    rf"|{_ON}(?:(?P<full>(?:{_W},?\s+)?(?:{_M}\s+{_D},?\s+{_Y}|(?:the\s+)?{_D}\s+(?:of\s+)?{_M},?\s+{_Y})"
    rf"|{_Y}-\d\d-\d\d)|(?P<day>(?:{_W},?\s+)?(?:{_M}\s+{_D}|(?:the\s+)?{_D}\s+(?:of\s+)?{_M}))"
    rf"|(?P<weekday>{_W}){_AT})"
    rf"|{_IN}(?:(?P<month_year>{_M},?\s+(?:of\s+)?{_Y})|(?P<year>{_Y})|(?P<month>{_MONTHS})(?!\s+\d)"
    rf"|(?P<season>(?:the\s+)?{_S}\s+(?:of\s+)?{_Y})|(?P<decade>(?:the\s+)?(?:(?:early|mid|late)(?:\s+|-))?{_Y}s))"
    rf"|(?i:(?:on\s+)?)(?P<near>(?i:last|this(?:\s+past)?)\s+(?:{_W}{_AT}|{_MONTHS}|{_S}))(?!\s+\d)"
    rf"|(?i:{_TIMELY}|at\s+the\s+(?:start|beginning|end)\s+of\s+)(?P<unit>(?i:last|this)\s+(?:week|month|year))"
    rf"|(?i:{_TIMELY}(?P<today>today|tonight|this\s+(?:morning|afternoon|evening))"
    rf"|{_TIMELY}(?P<yesterday>yesterday{_AT}|last\s+(?:night|evening))"
    r"|(?P<weekend>last\s+weekend|(?:over|at|on)\s+the\s+weekend)"
    rf"|(?P<ago>(?:{'|'.join(_COUNT)})\s+days\s+ago)))"
    r"(?!\w|[-–/]\w|[.,:]\d)"
)
#: One of these stands in every date that is read here; most sentences have none.
_DATE_WORD = re.compile(
    r"[12]\d\d\d|day|week|month|year|night|morning|evening|afternoon|spring|summer|autumn|[Ff]all\b|Jan(?:uary|\b)"
    r"|Feb|Mar(?:ch|\b)|Apr|May\b|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec"
)
#: How many years back a day is looked for: February 29 can be eight years away (1896, 1904).
_YEARS_BACK = 9
_TEN, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date at ``start:end`` of a text, its preposition included; ``core`` is where the date proper begins.

    ``form`` names how it is printed: ``full``, ``day``, ``weekday``, ``month_year``, ``year``, ``unit``, ...
    """

    start: int
    core: int
    end: int
    form: str
    words: str

    def period(self, issued: PartialDate | None) -> Period | None:
        """Return the days it can mean in a document issued then and looking back; None where unknown."""
        found = _READERS[self.form](" ".join(self.words.split()), issued)
        if found is None or issued is None:
            return found
        # What a document reports has happened by its date: "in 2014" in a paper of May 2014 ends there.
        return Period(found.first, min(found.last, issued.last)) if found.first <= issued.last else None


def has_date_word(text: str, start: int, end: int) -> bool:
    """Whether a date can stand in ``text[start:end]``; quick, and True too often."""
    return _DATE_WORD.search(text, start, end) is not None


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the dates printed in ``text``, left to right, without overlap."""
    for match in _PRINTED.finditer(text):
        form = match.lastgroup or ""
        yield PrintedDate(match.start(), match.start(form), match.end(), form, match[form])


def _span(words: str, _: PartialDate | None) -> Period | None:
    begins, ends = re.split(r"(?i:between|from)\s|\s(?:and|to|until|till|through)\s", words)[1:]
    until = parse_date(ends)
    if until is None:
        return None
    since = parse_date(begins) or parse_date(f"{begins} {until.year}")
    if since and since.first > until.last and parse_date(begins) is None:  # "from November to February 2012"
        since = parse_date(f"{begins} {until.year - 1}")
    return Period(since.first, until.last) if since and since.first <= until.last else None


def _absolute(words: str, _: PartialDate | None) -> Period | None:
    date = parse_date(_bare(words))
    return Period(date.first, date.last) if date else None


def _yearless(words: str, issued: PartialDate | None) -> Period | None:
    """Read "July 23" or "August" as the latest one begun when the document was issued, whichever day that was."""
    if issued is None:
        return None
    earliest, latest = _latest(words, issued.first), _latest(words, issued.last)
    return latest if latest == earliest else None


def _latest(words: str, bound: dt.date) -> Period | None:
    plain = re.sub(rf"\A{_W},?\s+", "", words)
    dates = (parse_date(f"{_bare(plain)} {bound.year - back}") for back in range(_YEARS_BACK))
    date = next((d for d in dates if d and d.first <= bound), None)
    if date is None or (plain != words and not words.lower().startswith(_DAYS[date.first.weekday()])):
        return None
    return Period(date.first, date.last)


def _season(words: str, _: PartialDate | None) -> Period | None:
    season, year = _bare(words).lower().split()
    return _months(int(year), _SEASONS[season], 3)


def _decade(words: str, _: PartialDate | None) -> Period | None:
    year = int(words[-5:-1])
    whole = year % _TEN == 0 and year % _HUNDRED
    return Period(dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if whole else None


def _weekday(words: str, today: dt.date) -> Period:
    return _one(today - dt.timedelta((today.weekday() - _DAYS.index(words.lower())) % 7))


def _near(words: str, today: dt.date) -> Period | None:
    """Read "last Tuesday", "this Tuesday", "last July", "this spring"."""
    lower = words.lower().split()
    named, last = next(w for w in lower if w not in {"last", "this", "past"}), lower[0] == "last"
    if named in _DAYS:
        monday = today - dt.timedelta(today.weekday())
        here = monday + dt.timedelta(_DAYS.index(named))
        if not last:
            return _one(here)
        before = here - dt.timedelta(7)
        return Period(before, here if here < today else before)
    if named in _SEASONS:
        begins, length = _SEASONS[named], 3
    else:
        begins, length = [m.lower() for m in _MONTHS.split("|")].index(named) + 1, 1
    if not last:
        return _months(today.year, begins, length)
    return _months(today.year - 1, begins, length) if begins + length > today.month else None


def _unit(words: str, today: dt.date) -> Period:
    """Read "this week", "last month" and the like."""
    which, unit = words.lower().split()
    last = which == "last"
    if unit == "week":
        monday = today - dt.timedelta(today.weekday() + 7 * last)
        return Period(monday, monday + dt.timedelta(6))
    if unit == "year":
        return _months(today.year - last, 1, 12)
    before = today.replace(day=1) - dt.timedelta(1) if last else today
    return _months(before.year, before.month, 1)


def _weekend(words: str, today: dt.date) -> Period:
    back = 7 if words.lower().startswith("last") or today.weekday() < _DAYS.index("saturday") else 0
    saturday = today - dt.timedelta(today.weekday() - 5 + back)
    return Period(saturday, saturday + dt.timedelta(1))


def _ago(words: str, today: dt.date) -> Period:
    return _one(today - dt.timedelta(_COUNT[words.lower().split()[0]]))


def _from_today(
    read: Callable[[str, dt.date], Period | None],
) -> Callable[[str, PartialDate | None], Period | None]:
    """Let a reader of relative words speak only where the document's own day is known."""
    return lambda words, issued: read(words, issued.first) if issued and issued.day else None


def _one(day: dt.date) -> Period:
    return Period(day, day)


def _months(year: int, month: int, count: int) -> Period:
    return Period(dt.date(year, month, 1), PartialDate(year, month + count - 1).last)


def _bare(words: str) -> str:
    """Drop the words that a date can be printed without: "the 23rd of July"."""
    return re.sub(r"\b(?:the|of)\s+", "", words)


_READERS: dict[str, Callable[[str, PartialDate | None], Period | None]] = {
    "span": _span,
    "full": _absolute,
    "month_year": _absolute,
    "year": _absolute,
    "day": _yearless,
    "month": _yearless,
    "season": _season,
    "decade": _decade,
    "weekday": _from_today(_weekday),
    "near": _from_today(_near),
    "unit": _from_today(_unit),
    "weekend": _from_today(_weekend),
    "ago": _from_today(_ago),
    "today": _from_today(lambda _, today: _one(today)),
    "yesterday": _from_today(lambda _, today: _one(today - dt.timedelta(1))),
}
