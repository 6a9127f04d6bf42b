"""What a single line of plain text shows itself to be: a bare line, a credit, a piece of page furniture."""

from __future__ import annotations

import re

from corpus.dates import PartialDate, parse_date, parse_date_line
from corpus.model import BlockKind
from corpus.speakers.names import CAPITALS

#: The mark that opens a list item.
ITEM = re.compile(r"\s*(?:[-*•‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_BYLINE = re.compile(rf"(?i:(?P<plain>by)|written by|author:)\s+(?=[{CAPITALS}])")
_LONGEST_BYLINE = 120
_NAME_WORD = rf"[“‘\"']?[{CAPITALS}][\w.'’”\"\u0300-\u036f-]*"
_PARTICLE = r"(?:al|bin|bint|da|de|del|della|den|der|di|du|el|ibn|la|le|of|ten|ter|van|von|y|zu)"
#: A name, up to the next name or to what says where, for whom and when the author wrote.
_NAME = re.compile(
    rf"(?:The\s+)?{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{0,5}}"
    r"(?=\s*(?:\Z|[,;|/(&@—–•·]|\s-|\s\d|\s(?:and|with|in|on|for|at|from|staff)\b))"
)
_NAME_END = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
#: Words that titles opening with "By" hold ("By Any Other Name") and no name does.
_IN_NO_NAME = frozenset(
    """a all an another any are at been but by everything had has have her his how is it my no not nothing on only
    or other our then their to was way were what when where which who whose why your""".split()
)
#: What parts the last of several authors from those before.
_LAST_OF_SEVERAL = re.compile(r"\band\b|[;&]")
#: Words of bodies, desks and callings: what has one is no full name of a person.
_OF_NO_PERSON = frozenset(
    """agencies agency association authority board bureau center centre college commission committee company
    correspondent correspondents council department desk division editor editors executive federation foundation
    group health institute international ministry network news office organisation organization press reporter
    reporters science service services society staff standards studies survey team trade union university writer
    writers""".split()
)
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
    most read, trending, newsletter, follow us, all rights reserved, ends, for immediate release, for release,
    press release, news release, media release
    """.split(",")
)
#: What stands over a title to say what sort of text follows. In the body, "Opinion" may head a section.
_KICKERS = frozenset({"news", "opinion", "editorial", "comment", "analysis"})
_AROUND_FURNITURE = " \t:.*#–—-"
#: A press release's own lines. A sentence that opens with "Embargoed" goes on to its full stop.
_RELEASE = re.compile(
    r"(?:(?:media |press )?contacts?(?: information)?\s*:|(?:media|press) contacts?\b"
    r"|(?:strictly )?(?:under )?embargo(?:ed)?(?:\s*:| (?:until|till|for)\b)).{0,160}(?<![a-z]{2}[.?!])\Z",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATOR = re.compile(r"[\W_]+\Z")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,160}\Z", re.IGNORECASE | re.DOTALL)
_AGENCIES = (
    r"reuters|ap|afp|epa|upi|pa|ap photo|associated press|agence france-presse|getty(?: images)?|shutterstock"
    r"|alamy|bloomberg|xinhua|tass|anadolu|wikimedia commons"
)
#: One comment, script or tag. Matched one after the other: a repeated group here would take exponential time.
_MARKUP = re.compile(
    r"(?:<!--.*?-->|<(?P<raw>script|style)\b[^<>]*>.*?</(?P=raw)\s*>|</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>)\s*",
    re.IGNORECASE | re.DOTALL,
)
_CREDIT = re.compile(
    r"\((?:(?:photo|image|picture|credit|file|courtesy)\b[^()]*"
    rf"|(?:[^()]*[/,] ?)?(?:{_AGENCIES})(?:[/, ][^()]*)?)\)\.?\s*\Z",
    re.IGNORECASE,
)
#: "Jane Roe at the quay. Image: Bob Poe", one line.
_CREDITED = re.compile(r".{0,160}[.] (?:Image|Photo|Picture|Photograph)s?: .{2,80}\Z")
_CAPTION_LABEL = re.compile(
    r"(?:photo|image|picture|caption|file photo|credit)(?: (?:by|credit))?\s*:\s", re.IGNORECASE
)
_BARE_LINE_WORDS = 30
_BARE_LINE_CHARS = 220
_HEADING_WORDS = 14
_HEADING_CHARS = 100
#: What ends a sentence or a part of one, in Latin and in any other script that has such a mark.
_STOP = ".,;:…。．，、；：।॥،؛۔։።၊။។"
_QUESTION = "?!？！؟՞፧"
#: What may close behind it: quotation marks of any language, and brackets.
_QUOTED = '"”“»«」』›‹'
_CLOSING = rf"{_QUOTED}’')\]）】"
_ENDED = re.compile(rf"[{_STOP}][{_CLOSING}]*\Z|[.,!?。！？]?[{_QUOTED}]\Z")
#: Marks that open a quotation.
OPENING_MARKS = "“\"«„‘'"


def is_byline(words: str) -> bool:
    """Whether the words name the author: "By Jane Roe"."""
    opening = _BYLINE.match(words)
    if opening is None or len(words) > _LONGEST_BYLINE or words.rstrip()[-1:] in ".?!":
        return False
    name = _NAME.match(words, opening.end())
    return name is not None and _IN_NO_NAME.isdisjoint(name.group().lower().split())


def may_be_title(byline: str) -> bool:
    """Whether a byline's shape is also that of a title: "By Invitation Only".

    It is not where several full names are listed, or a date or a desk follows.
    """
    opening = _BYLINE.match(byline)
    if opening is None or not opening["plain"]:
        return False
    names = _NAME_END.split(byline[opening.end() :])
    several = len(names) > 1 and len(names[0].split()) > 1
    return not several and len(_BYLINE_PARTS.split(byline)) == 1


def read_byline(words: str) -> tuple[str, PartialDate | None]:
    """Return the names in a byline, and its date where it has one: "By Jane Roe | 2 May 2019"."""
    names, *others = _BYLINE_PARTS.split(_BYLINE.sub("", words, count=1))
    return names, next((date for part in others if (date := parse_date(part.strip()))), None)


def names_in(byline: str) -> list[str]:
    """Return the people that a byline's names are of: "Jane Roe, Bob Poe and Mary Moe".

    The whole comes back as one where a part is no full name: "Health and Safety Executive", "Jane Roe, mayor".
    """
    parts = [part for part in _NAME_END.split(byline.strip()) if part]
    people = all(len(p.split()) > 1 and _NAME.fullmatch(p) for p in parts)
    bodies = any(not _OF_NO_PERSON.isdisjoint(p.lower().split()) for p in parts)
    return parts if _LAST_OF_SEVERAL.search(byline) and people and not bodies else [byline]


def is_furniture(words: str) -> bool:
    """Whether the words are a page's own: a button, a separator, a copyright line, a release's contact."""
    line = words.strip()
    known = line.lower().strip(_AROUND_FURNITURE) in _FURNITURE
    return known or any(form.match(line) for form in (_SEPARATOR, _COPYRIGHT, _RELEASE))


def is_between_turns(words: str) -> bool:
    """Whether a line among a transcript's turns is the page's: stars, a copyright line, a picture's credit."""
    page = any(form.match(words.strip()) for form in (_SEPARATOR, _COPYRIGHT, _CREDITED))
    return page or is_caption(words)


def is_kicker(words: str) -> bool:
    """Whether a line above the title only says what sort of text follows: "Opinion"."""
    return words.lower().strip(_AROUND_FURNITURE) in _KICKERS


def is_markup(words: str) -> bool:
    """Whether the words are HTML comments, scripts and tags and nothing else, so that nobody said them."""
    at, line = 0, words.strip()
    while tag := _MARKUP.match(line, at):
        at = tag.end()
    return 0 < at == len(line)


def is_caption(words: str) -> bool:
    """Whether the words carry a photographer's or agency's credit."""
    short = len(words.split()) <= 2 * _BARE_LINE_WORDS
    return short and bool(_CREDIT.search(words) or _CAPTION_LABEL.match(words))


def line_kind(words: str) -> BlockKind | None:
    """Return what a line of a page's head shows itself to be; None for one that shows nothing."""
    if parse_date_line(words):
        return BlockKind.DATE
    if is_byline(words):
        return BlockKind.BYLINE
    if is_caption(words):
        return BlockKind.CAPTION
    return BlockKind.LEFTOVER if is_furniture(words) else None


def is_bare_line(words: str) -> bool:
    """Whether the block is one line that does not end as a sentence does."""
    line = words.strip()
    short = len(line) <= _BARE_LINE_CHARS and len(line.split()) <= _BARE_LINE_WORDS
    bare = "\n" not in line and not _ENDED.search(line)
    question = re.search(rf"[{_QUESTION}]\Z", line) and len(line.split()) > _HEADING_WORDS
    return bool(short and bare and not question and not ITEM.match(line))


def is_heading(words: str) -> bool:
    """Whether a bare line is short enough, and begins as headings do."""
    line = words.strip()
    short = len(line) <= _HEADING_CHARS and len(line.split()) <= _HEADING_WORDS
    return short and is_bare_line(line) and (line[0].isupper() or line[0].isdigit() or line[0] in OPENING_MARKS)
