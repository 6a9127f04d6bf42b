"""Reading a quotation: its words, the places where it leaves something out, and what in it is the quoter's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from qa.checking.words import RAISED, Word, key_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DOTS: Final = r"(?:…+|\.{3,}|\.(?:\s\.){2,})"
_ELLIPSIS: Final = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}|\[\s*\.\.\s*\]")
#: The mark of a note: up to three digits in brackets, or set high where they are no exponent.
NOTE_MARK: Final = re.compile(rf"\[\^?(\d{{1,3}})\]|(?<![\dm{RAISED}])([{RAISED}]+)")
#: A mark cut through where the copy begins or ends.
_CUT_MARK: Final = re.compile(r"\A\s*\[?\^?\d{1,3}\]|\[\^?\d{1,3}\s*\Z")
#: A page's number on a line of its own between two lines of text.
_PAGE: Final = re.compile(
    r"(?<=\S)[ \t]*[\r\n\f\v]\s*?(?:[-–—][ \t]*)?(?:p(?:age|\.)?[ \t]*)?(?P<number>\d{1,4})(?:[ \t]*[-–—])?[ \t]*"
    r"[\r\n\f\v](?=\s*\S)",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\[[^\[\]]{1,300}\]")
#: Insertions that comment on the words and stand for none of them.
_COMMENT: Final = re.compile(
    r"\W*(?:sic|(?:my |our )?(?:emphasis|italics)\b.*|laughter|laughs|applause|cheers|crosstalk|pause|inaudible"
    r"|\d+)\W*",
    re.IGNORECASE,
)
#: Endings that fit a word into another sentence. Any other change in brackets makes another word of it.
_ENDINGS: Final = frozenset(["s", "es", "d", "ed", "ing", "'s", "’s"])


@dataclass(frozen=True, slots=True)
class QuotedWord(Word):
    """A word of a quotation, or one that stands between the words quoted.

    ``jump`` says that an ellipsis follows. ``inserted`` is the number of the brackets it stands in, 0 for none:
    such a word is the quoter's; where ``replaces`` it may stand for words of the source. ``page`` says that it is
    a number on a line of its own, as pages have. ``plain`` is the key without an ending in brackets.
    """

    jump: bool = False
    inserted: int = 0
    replaces: bool = False
    page: bool = False
    plain: str = ""

    @property
    def optional(self) -> bool:
        """Whether the source need not have it."""
        return bool(self.inserted) or self.page


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as read: its text and its words in order."""

    text: str
    words: tuple[QuotedWord, ...]

    @property
    def quoted(self) -> tuple[QuotedWord, ...]:
        """The words that the quotation gives as the source's."""
        return tuple(word for word in self.words if not word.optional)

    @property
    def segments(self) -> tuple[tuple[QuotedWord, ...], ...]:
        """The words quoted, parted at the ellipses."""
        out: list[list[QuotedWord]] = [[]]
        for word in self.words:
            if not word.optional:
                out[-1].append(word)
            if word.jump:
                out.append([])
        return tuple(tuple(segment) for segment in out if segment)


def read_quotation(text: str) -> Quotation:
    """Read a quotation. The text is not changed: every word keeps its offsets in it."""
    masked = _CUT_MARK.sub(_blank, NOTE_MARK.sub(_blank, text))
    jumps = [match.start() for match in _ELLIPSIS.finditer(masked)]
    masked = _ELLIPSIS.sub(_blank, masked)
    pages = {match.start("number") for match in _PAGE.finditer(masked)}
    masked = _PAGE.sub(_only_number, masked)
    inserted = [match.span() for match in _BRACKETED.finditer(masked) if _is_inserted(match)]
    letters, within = list(masked), [0] * len(masked)
    for number, (start, end) in enumerate(inserted, 1):
        letters[start] = letters[end - 1] = " "
        within[start:end] = [number] * (end - start)
    found = [_quoted(text, word, within[word.start], inserted) for word in words("".join(letters))]
    found = [replace(word, page=True) if word.start in pages else word for word in found]
    return Quotation(text, tuple(_with_jumps(found, jumps)))


def _is_inserted(match: re.Match[str]) -> bool:
    """Whether brackets hold words of the quoter's, and are not part of a word, as in "[T]he" and "promise[d]"."""
    content = match.group()[1:-1]
    start, end = match.span()
    apart = not match.string[max(start - 1, 0) : start].isalpha() and not match.string[end : end + 1].isalpha()
    return any(map(str.isalnum, content)) and bool(
        apart or _COMMENT.fullmatch(content) or len(content.split()) > 1
    )


def _quoted(text: str, word: Word, number: int, inserted: Sequence[tuple[int, int]]) -> QuotedWord:
    start, end = inserted[number - 1] if number else (0, 0)
    base, bracket, ending = text[word.start : word.end].partition("[")
    plain = key_of(base) if bracket and ending.casefold() in _ENDINGS else word.key
    return QuotedWord(
        word.key, word.start, word.end, word.broken,
        free=not number and text[word.start - 1 : word.start] == "[",
        inserted=number,
        replaces=bool(number) and not _COMMENT.fullmatch(text[start + 1 : end - 1]),
        plain=plain,
    )  # fmt: skip


def _with_jumps(found: list[QuotedWord], jumps: Iterable[int]) -> list[QuotedWord]:
    """Mark the last word before each ellipsis, and free the case of the first word quoted behind one."""
    starts = [word.start for word in found]
    last = {bisect_left(starts, at) - 1 for at in jumps} - {len(found) - 1}
    out, begins = [], True
    for n, word in enumerate(found):
        first = begins and not word.optional
        out.append(replace(word, jump=n in last, free=word.free or first))
        begins = (begins and not first) or n in last
    return out


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _only_number(match: re.Match[str]) -> str:
    """Blank out what stands around a page's number, but not the end of its line."""
    start, end = (at - match.start() for at in match.span("number"))
    return "".join(c if start <= n < end or c.isspace() else " " for n, c in enumerate(match.group()))
