"""The phrase that a date makes with the words around it: "on Friday", "in a 2013 interview", "of July 23".

A date that is one of several, or that describes a thing nobody speaks in ("the 2014 law"), makes none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers.phrases import OCCASION, SPEECH_NOUNS

if TYPE_CHECKING:
    from corpus.periods import PrintedDate

#: How far back, in characters, the words that a date belongs to can stand.
_NEAR = 80
_CALENDAR = (
    r"(?:[12]\d{3}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[0-3]?\d\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)|(?:last|this)\s)"
)
#: One of several dates: "in 2013 and again in 2015", "on Monday, Tuesday and Friday", "July 3 and 4".
_PAIRED = re.compile(
    rf"(?:\s+(?:and|or|to|through|until)\s+(?:(?:again|later|then)\s+)?(?:(?:in|on|from)\s+)?|,\s+){_CALENDAR}"
    r"|\s+(?:and|or|to)\s+(?:on\s+the\s+)?[0-3]?\d(?:st|nd|rd|th)?\b"
)
_OWN = frozenset({"of", "dated", "from"})
_WITH_ITS_DATE = re.compile(
    rf"\b(?:{'|'.join(sorted(SPEECH_NOUNS, key=len, reverse=True))})(?:\s+(?:to|with)\s+[^,]{{1,40}}?)?,?\s+\Z"
)
#: "In reply to Poe’s letter of July 23": the letter is no place in which somebody speaks.
_ANOTHERS = re.compile(
    r"\b(?:to|on|about|of|against|by|after|over|with|for)\s+(?:(?:an?|the|his|her|their|its|[\w.]+[’']s?)\s+)?"
    r"(?:[\w-]+\s+)?\Z"
)
_SHOWS = ("show", "program", "programme", "broadcast", "podcast")
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_INTO_OCCASION = re.compile(
    r"(?:\A|\s)(?P<in>(?i:in|at|during|from|on)\s+)?(?i:(?P<a>an?|the|his|her|their|its)\s+)?\Z"
)


@dataclass(frozen=True, slots=True)
class Adjunct:
    """A phrase of time at ``start:end``, shown from ``printed`` to the date's own end.

    ``attributive`` says that a noun follows ("in a 2013 interview"), ``article`` that no preposition goes before.
    """

    start: int
    end: int
    printed: int
    form: str
    attributive: bool = False
    article: bool = False


def adjunct(text: str, date: PrintedDate) -> Adjunct | None:
    """Return the phrase that a date makes; None where it is one of several dates or describes a thing."""
    lead = text[date.start : date.core].lower().split()
    possessive = _POSSESSIVE.match(text, date.end)
    before = _INTO_OCCASION.search(text, max(0, date.core - _NEAR), date.core)
    if possessive or (before and before["a"]):
        noun = OCCASION.match(text, possessive.end() if possessive else date.end)
        return _attributive(date, before, noun) if before and noun else None
    if _PAIRED.match(text, date.end):
        return None
    if lead and lead[0] in _OWN:
        own = belongs_to_words(text[: date.start])
        return Adjunct(date.start, date.end, date.core, "full") if own else None
    return Adjunct(date.start, date.end, date.start, date.form)


def belongs_to_words(before: str) -> bool:
    """Whether a date behind these words is that of a letter, statement or the like in which somebody speaks."""
    noun = _WITH_ITS_DATE.search(before, max(0, len(before) - _NEAR))
    return noun is not None and _ANOTHERS.search(before, max(0, noun.start() - _NEAR), noun.start()) is None


def _attributive(date: PrintedDate, before: re.Match[str], noun: re.Match[str]) -> Adjunct | None:
    """Read "in a 2013 interview" and "on Tuesday's show"; what is said "on Tuesday's speech" is about it."""
    preposition = (before["in"] or "").strip().lower()
    start = before.end() - len(before.group().lstrip())
    if (preposition == "on" and not noun.group().endswith(_SHOWS)) or start == date.core:
        return None
    return Adjunct(start, noun.end(), date.core, date.form, attributive=True, article=not preposition)
