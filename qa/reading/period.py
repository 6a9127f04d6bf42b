"""The time that a question names in prose: "in August 2014", "since 2013", "before March 2014"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from corpus.dates import parse_date
from corpus.periods import Period, has_date_word, printed_dates
from qa.reading.values import AskedPeriod
from qa.reading.vocabulary import OTHER_NOUNS, SPEECH_NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.periods import PrintedDate

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)"
_OF_YEAR: Final = rf"(?:{_MONTH}\s+(?:{_DAY},?\s+|of\s+)?|(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+)"
_DATE: Final = rf"(?:{_YEAR}-\d\d(?:-\d\d)?|{_OF_YEAR}?{_YEAR})"
_END: Final = r"(?!\w|[-–/]\w|[.,:]\d)"
_OPEN: Final = re.compile(
    rf"(?<![\w’'])(?P<way>since|after|until|till|up\s+to|before|prior\s+to|from)\s+(?P<date>{_DATE}){_END}"
    r"(?P<on>\s+on(?:wards?)?\b)?",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    rf"(?<![\w/’'$£€-])(?:(?i:in|from|between|during)\s+{_YEAR}(?:\s?[-–—]\s?|\s+(?:to|and)\s+)|{_YEAR}[-–—]){_YEAR}{_END}"
)
_BARE: Final = re.compile(
    rf"(?<![\w/’'$£€-])(?:(?<!\d\s)(?P<month>{_MONTH},?\s+(?:of\s+)?{_YEAR}){_END}"
    rf"|(?P<year>{_YEAR})(?=\s))"
)
_FOLLOWING: Final = re.compile(r"\s+([\w-]{1,40})(?:\s+([\w-]{1,40}))?")
#: "in 2000 cases" is no year.
_COUNTED: Final = re.compile(
    r"\s+(?:people|men|women|children|cases|homes|houses|words|pages|dollars|pounds|euros|miles|km|metres|meters|feet"
    r"|years|days|hours|tonnes|tons|schools|ships|towns|villages|places|copies|votes|units)\b",
    re.IGNORECASE,
)
_NOUNS: Final = SPEECH_NOUNS | OTHER_NOUNS
_LAST_WORD: Final = re.compile(r"[\w-]+\s*\Z")
_WORD_CHARS: Final = 40
_ONE_DAY: Final = 1


def find_period(text: str, closed: Sequence[tuple[int, int]] = ()) -> AskedPeriod | None:
    """Return the first time named in a question; what stands in the ``closed`` stretches, titles, is none."""
    if not has_date_word(text, 0, len(text)):
        return None
    found = [f for f in _all(text) if not any(a < f[1] and f[0] < b for a, b in closed)]
    first = min(found, key=lambda f: (f[0], -f[1]), default=None)
    return first and AskedPeriod(" ".join(text[first[0] : first[1]].split()), _iso(first[2]), _iso(first[3]))


#: Where a time stands in the text, and its first and last day.
_Found = tuple[int, int, dt.date | None, dt.date | None]


def _all(text: str) -> Iterator[_Found]:
    yield from _open(text)
    for match in _YEARS.finditer(text):
        since, until = (int(year) for year in re.findall(r"\d{4}", match.group()))
        if since <= until:
            yield match.start(), match.end(), dt.date(since, 1, 1), dt.date(until, 12, 31)
    for printed in printed_dates(text):
        if _counts(text, printed) and (period := printed.period(None)):
            yield printed.start, printed.end, period.first, period.last
    for match in _BARE.finditer(text):
        if match["month"] or _speech_follows(text, match.end()):
            shown = match["month"] or match["year"]
            date = parse_date(shown.replace(" of ", " "))
            if date:
                yield match.start(), match.start() + len(shown), date.first, date.last


def _counts(text: str, printed: PrintedDate) -> bool:
    """Whether a printed date is one: not "in 2000 cases", nor "the 1973 oil crisis"."""
    lead = text[printed.start : printed.core].split()
    if lead[:1] and lead[0].lower() in {"of", "dated", "from"}:  # "a letter of 2014", not "the war of 2014"
        before = _LAST_WORD.search(text[max(0, printed.start - _WORD_CHARS) : printed.start])
        return before is not None and before.group().strip().lower() in _NOUNS
    if printed.form != "year":
        return True
    if _COUNTED.match(text, printed.end):
        return False
    named = lead[-1:] and lead[-1].lower() in {"a", "an", "the", "his", "her", "its", "their"}
    return not named or _speech_follows(text, printed.end)


def _speech_follows(text: str, at: int) -> bool:
    """Whether a word for what is said follows, next or next but one: "her 2014 radio speech"."""
    following = _FOLLOWING.match(text, at)
    return following is not None and any(w and w.lower() in _NOUNS for w in following.groups())


def _open(text: str) -> Iterator[_Found]:
    for match in _OPEN.finditer(text):
        way = " ".join(match["way"].lower().split())
        date = parse_date(re.sub(r"\b(?:the|of)\s+", "", match["date"]))
        if date is None or (way == "from" and not match["on"]):
            continue
        period = Period(date.first, date.last)
        since, until = _bounds(way, period)
        yield match.start(), match.end(), since, until


def _bounds(way: str, period: Period) -> tuple[dt.date | None, dt.date | None]:
    match way:
        case "after":
            return period.last + dt.timedelta(_ONE_DAY), None
        case "before" | "prior to":
            return None, period.first - dt.timedelta(_ONE_DAY)
        case "until" | "till" | "up to":
            return None, period.last
        case _:
            return period.first, None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
