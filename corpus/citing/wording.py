"""A field's words made fit for one line, and titles set in quotation marks. Nothing is put in other words."""

from __future__ import annotations

import re
import unicodedata

#: Characters that change the direction of what follows them, which in a citation would be somebody else's words.
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: A full stop behind one of these is part of it.
_ABBREVIATION = re.compile(r"(?:\b\w|\.\w|\b(?:inc|ltd|co|corp|jr|sr|st|no|vs|etc|al|bros|dr))\.\Z", re.IGNORECASE)
_DOUBLE = re.compile('“([^“”]*)”|"([^"]*)"')
_SINGLE = re.compile("(?<!\\w)‘([^‘]*?)’(?!\\w)|(?<!\\w)'([^']*)'(?!\\w)")


def flat(value: object) -> str:
    """Return the words on one line, without control characters, half characters and changes of direction."""
    return " ".join("".join(c for c in str(value) if c.isspace() or _shows(c)).split())


def _shows(c: str) -> bool:
    return unicodedata.category(c) not in {"Cc", "Cs"} and c not in _DIRECTIONS


def trimmed(value: object) -> str:
    """Return the words on one line without a last comma, semicolon or colon, which would meet the style's own."""
    return flat(value).rstrip(",;: ")


def without_stop(title: str) -> str:
    """Return a title without its own last full stop, the style's own taking its place.

    An abbreviation keeps its full stop.
    """
    if title.endswith(".") and not title.endswith("..") and not _ABBREVIATION.search(title):
        return title[:-1].rstrip(",;: ")
    return title


def double_quoted(title: str) -> str:
    """Return a title in double quotation marks, those inside it made single: American use."""
    inner = _DOUBLE.sub(lambda m: f"‘{_inside(m)}’", title)
    return f"“{inner}”" if inner else ""


def single_quoted(title: str) -> str:
    """Return a title in single quotation marks, those inside it made double: British use."""
    inner = _SINGLE.sub(lambda m: f"“{_inside(m)}”", title)
    return f"‘{inner}’" if inner else ""


def _inside(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group is not None)


def ranged(pages: str) -> str:
    """Return page numbers with the dash that stands between numbers."""
    return re.sub(r"(?<=\w)\s*(?:--?|–|—)\s*(?=\w)", "–", pages)


def is_range(pages: str) -> bool:
    """Whether more than one page is given."""
    return any(mark in pages for mark in "–,&")


def ordinal(edition: str) -> str:
    """Return an edition's number as 2nd, 3rd, 11th; other words as they are."""
    if not (edition.isascii() and edition.isdigit()):
        return edition
    last = 0 if edition[-2:] in {"11", "12", "13"} else int(edition[-1])
    return edition + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
