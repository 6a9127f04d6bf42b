"""Quotation spans by their marks. Rules own the spans, so verbatim text never depends on a guess.

A mark's shape, blank before it or behind it, counts for more than its code point: printed texts mix straight
and curly marks, and turn curly ones the wrong way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = {"“": '”"“', '"': '"”', "”": '”"', "«": "»", "„": '“”"'}
#: Two single marks in a row are one double mark, as typewriters and wire services set it.
_DOUBLE = re.compile("''|``|‘‘|’’|[“„«»\"”]")
_SET_AS = {"''": '"', "``": "“", "‘‘": "“", "’’": "”"}
_SINGLE = re.compile(r"(?<![^\s(\[—–“\"‘-])(?<!['‘])[‘'](?=[^\W_]|\[|…|\.\.\.)")
#: "'em", "'90s": an apostrophe that stands where an opening mark does.
_ELIDED = re.compile(r"[‘'’](?:em|til|tis|twas|cause|bout|n|\d0s|\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: ``start`` and ``end`` take in its marks, ``words`` does not.

    ``closed`` is False where the text ends before the closing mark, as in a quotation that runs on.
    """

    start: int
    end: int
    words: str
    closed: bool = True


def quotations(text: str, *, single: bool = True) -> Iterator[Quotation]:
    """Yield the outermost quotations of one paragraph, left to right.

    ``single`` says that the document quotes in single marks, as British books do; double ones then stand within.
    Otherwise single marks show what is quoted inside a quotation, and terms, and open nothing.
    """
    if not single:
        yield from _doubles(text, 0, len(text))
        return
    at = 0
    while True:
        first = (next(find(text, at, len(text)), None) for find in (_doubles, _singles))
        quotation = min((q for q in first if q is not None), key=lambda q: q.start, default=None)
        if quotation is None:
            return
        yield quotation
        at = quotation.end


def _doubles(text: str, begin: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations in double marks between two offsets."""
    marks = [_Mark.read(text, m) for m in _DOUBLE.finditer(text, begin, end)]
    n = 0
    while n < len(marks):
        if not marks[n].opens:
            n += 1
            continue
        close = _closing(marks, n)
        inside, outside = (marks[close].start, marks[close].end) if close else (end, end)
        words = text[marks[n].end : inside]
        if words.strip():
            yield Quotation(marks[n].start, outside, words, close > 0)
        n = close + 1 if close else len(marks)


class _Mark(NamedTuple):
    """A double mark; ``opens`` and ``closes`` say which of the two its code point and its shape allow."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool

    @classmethod
    def read(cls, text: str, match: re.Match[str]) -> _Mark:
        """Read a mark's shape from the characters beside it."""
        start, end = match.span()
        sign = _SET_AS.get(match.group(), match.group())
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        leans = bool(after) and not after.isspace() and not (before.isalnum() or before == "=")
        ends = bool(before) and not before.isspace() and not after.isalnum()
        opens = sign in "“«„" or (leans and (sign == '"' or (sign == "”" and (not before or before.isspace()))))
        return cls(start, end, sign, opens, ends or sign in '”»"')


def _closing(marks: list[_Mark], at: int) -> int:
    """Return which mark closes the one at ``at``, past any quotations nested in it; 0 for none."""
    sign, depth, nested = marks[at].sign, 1, False
    closers = _CLOSERS[sign]
    for n in range(at + 1, len(marks)):
        mark = marks[n]
        if mark.sign in closers and mark.closes:
            if depth == 1:
                return n
            depth -= 1
        elif mark.sign == sign:
            depth, nested = depth + 1, True
    if not nested:
        return 0
    return next((n for n in range(at + 1, len(marks)) if marks[n].sign in closers and marks[n].sign != sign), 0)


def _singles(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations in single marks between two offsets where both marks are plainly marks."""
    at = start
    while (opening := _SINGLE.search(text, at, end)) is not None:
        at = opening.end()
        if _ELIDED.match(text, opening.start()):
            continue
        close = _single_closing(text, opening.end(), end)
        if close >= 0:
            yield Quotation(opening.start(), close + 1, text[opening.end() : close])
            at = close + 1


def _single_closing(text: str, at: int, end: int) -> int:
    """Return the closing single mark: the first behind a full stop or comma, else the first at a word's end."""
    following = _SINGLE.search(text, at, end)
    stop = following.start() if following else end
    shaped = [n for n in range(at + 1, stop) if text[n] in "'’" and _ends_word(text, n)]
    return next((n for n in shaped if text[n - 1] in ".,?!…"), shaped[0] if shaped else -1)


def _ends_word(text: str, at: int) -> bool:
    """Whether the mark stands as a closing one does: something glued before it, no letter behind."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum()


def prefers_single(text: str) -> bool:
    """Whether a document sets its quotations in single marks, as British books and papers do.

    Where double marks are the rule, single ones outside them mark terms, titles and headlines.
    """
    doubles = sum(1 for _ in _doubles(text, 0, len(text)))
    return sum(1 for _ in _singles(text, 0, len(text))) > doubles
