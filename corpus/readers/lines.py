"""What a single line of plain text shows itself to be: a bare line, a credit, a piece of page furniture."""

from __future__ import annotations

import re

from corpus.dates import PartialDate, parse_date
from corpus.speakers.names import CAPITALS

#: The mark that opens a list item.
ITEM = re.compile(r"\s*(?:[-*•‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
#: What happens beside the speech, in brackets on a line of its own.
STAGE_DIRECTION = re.compile(r"\s*(?:\([^()]{1,80}\)|\[[^\[\]]{1,80}\])[.]?\s*\Z")
_BYLINE = re.compile(rf"(?i:by|written by|author:)\s+(?=[{CAPITALS}])")
_LONGEST_BYLINE = 120
#: What parts a byline's name from its date or desk.
_BYLINE_PARTS = re.compile(r"\s+[—–|•·-]+\s+")
#: Lines that pages leave behind when they are copied.
_FURNITURE = frozenset(
    " ".join(line.split())
    for line in """
    view citations, view citation, share, share this, share this article, share on facebook, share on
    twitter, tweet, print, print this page, email, email this, save, read more, read next, more, related,
    related articles, related content, related stories, recommended, advertisement, sponsored, subscribe,
    sign up, sign in, log in, back to top, comments, leave a comment, load more, continue reading, download,
    download pdf, view pdf, listen, listen to this article, watch, play, copy link, cite, cite this,
    footnotes, endnotes, notes, references, tags, topics, menu, search, home, skip to content, view comments,
    most read, trending, newsletter, follow us, all rights reserved
    """.split(",")
)
_SEPARATOR = re.compile(r"[\W_]+\Z")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,160}\Z", re.IGNORECASE | re.DOTALL)
_AGENCIES = (
    r"reuters|ap|afp|epa|upi|pa|ap photo|associated press|agence france-presse|getty(?: images)?|shutterstock"
    r"|alamy|bloomberg|xinhua|tass|anadolu|wikimedia commons"
)
_CREDIT = re.compile(
    r"\((?:(?:photo|image|picture|credit|file|courtesy)\b[^()]*"
    rf"|(?:[^()]*[/,] ?)?(?:{_AGENCIES})(?:[/, ][^()]*)?)\)\.?\s*\Z",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(
    r"(?:photo|image|picture|caption|file photo|credit)(?: (?:by|credit))?\s*:\s", re.IGNORECASE
)
_BARE_LINE_WORDS = 30
_BARE_LINE_CHARS = 220
_HEADING_WORDS = 14
_HEADING_CHARS = 100
#: Marks that open a quotation.
OPENING_MARKS = "“\"«„‘'"


def is_byline(words: str) -> bool:
    """Whether the words name the author: "By Jane Roe"."""
    return bool(_BYLINE.match(words)) and len(words) <= _LONGEST_BYLINE and words.rstrip()[-1:] not in ".?!"


def read_byline(words: str) -> tuple[str, PartialDate | None]:
    """Return the names in a byline, and its date where it has one: "By Jane Roe | 2 May 2019"."""
    names, *others = _BYLINE_PARTS.split(_BYLINE.sub("", words, count=1))
    return names, next((date for part in others if (date := parse_date(part.strip()))), None)


def is_furniture(words: str) -> bool:
    """Whether the words are a page's own: a button, a separator, a copyright line."""
    line = words.strip()
    return line.lower().rstrip(":.") in _FURNITURE or bool(_SEPARATOR.match(line) or _COPYRIGHT.match(line))


def is_caption(words: str) -> bool:
    """Whether the words carry a photographer's or agency's credit."""
    short = len(words.split()) <= 2 * _BARE_LINE_WORDS
    return short and bool(_CREDIT.search(words) or _CAPTION_LABEL.match(words))


def is_bare_line(words: str) -> bool:
    """Whether the block is one line that does not end as a sentence does."""
    line = words.strip()
    short = len(line) <= _BARE_LINE_CHARS and len(line.split()) <= _BARE_LINE_WORDS
    bare = "\n" not in line and not re.search(r"[.,;:…][\"”’')\]]*\Z|[.,!?]?[\"”]\Z", line)
    question = re.search(r"[?!]\Z", line) and len(line.split()) > _HEADING_WORDS
    return bool(short and bare and not question and not ITEM.match(line))


def is_heading(words: str) -> bool:
    """Whether a bare line is short enough, and begins as headings do."""
    line = words.strip()
    short = len(line) <= _HEADING_CHARS and len(line.split()) <= _HEADING_WORDS
    return short and is_bare_line(line) and (line[0].isupper() or line[0].isdigit() or line[0] in OPENING_MARKS)
