"""The words of a question with their places, their case and the marks before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from corpus.speakers.names import fold_name
from corpus.speakers.variants import spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN: Final = re.compile(r"[^\s/—–…,;:!?()\[\]{}<>|\"“”«»„‹›]+")
_ENDS: Final = ".'’‘`´*_-‐‑"
_APOSTROPHES: Final = "'’‘ʼ`´"
_PART: Final = re.compile(r"[^\W_]+")
_DROPPED: Final = re.compile(r"[’'‘ʼʿʾ`´.]")
#: "al-Zawahiri" and "d'Estaing" are names though they begin small.
_ARTICLE: Final = re.compile(r"\A(?:al|el|as|ash|ad|an|ar|at|az|ul|d|l|de|ibn)[-‐‑’'](?=\w)", re.IGNORECASE)
#: Letters whose stroke is no accent to Unicode, though it is dropped like one.
_STRUCK: Final = str.maketrans("łøđıħ", "lodih")
_SENTENCE_ENDS: Final = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Token:
    """One word at ``start:end``, a possessive ending left out; ``stop`` is where that ending stops.

    ``gap`` is the text between the token before and this one; ``low`` the word in lower case, with straight
    apostrophes; ``capital`` says whether it can begin a name: a capital, or a letter of a script without capitals.
    """

    text: str
    start: int
    end: int
    stop: int
    gap: str
    low: str = field(init=False)
    capital: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", self.text.casefold().replace("’", "'"))
        object.__setattr__(self, "capital", _begins_name(self.text))

    @property
    def possessive(self) -> bool:
        """Whether it ends in an apostrophe or apostrophe and s."""
        return self.stop > self.end

    @property
    def caseless(self) -> bool:
        """Whether it is written in a script without capitals."""
        return self.capital and self.text.lower() == self.text.upper()

    @property
    def acronym(self) -> bool:
        """Whether it is set in capitals only: NATO, HEFCW. An initial is none."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters) and "." not in self.text

    @property
    def opens(self) -> bool:
        """Whether a sentence begins here."""
        return self.start == len(self.gap) or not _SENTENCE_ENDS.isdisjoint(self.gap)

    @property
    def joined(self) -> bool:
        """Whether nothing but blanks, or the point of an abbreviation, stands before it."""
        return self.gap.strip() in {"", "."}

    @property
    def parts(self) -> tuple[str, ...]:
        """The folded words in it, each in the form that stands for its known spellings."""
        return name_parts(self.text)


def _begins_name(text: str) -> bool:
    first = text[0] if text[0].isupper() else next((c for c in _ARTICLE.sub("", text) if c.isalnum()), "0")
    return first.isalpha() and (first.lower() != first or first.upper() == first)


def tokens(text: str) -> list[Token]:
    """Return the words of ``text``, left to right. Takes linear time."""
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        whole = match.group()
        core = whole.strip(_ENDS)
        if not core:
            continue
        start = match.start() + whole.index(core)
        end = start + len(core)
        if found and core == "s" and whole[0] == "s" and text[at:start] in {"' ", "’ "}:  # "Bern' s letter"
            last = found.pop()
            found.append(Token(last.text, last.start, last.end, end, last.gap))
            at = end
            continue
        core, end, stop = _without_possessive(text, core, start, end)
        found.append(Token(core, start, end, stop, text[at:start]))
        at = stop
    return found


def _without_possessive(text: str, core: str, start: int, end: int) -> tuple[str, int, int]:
    if len(core) > 2 and core[-1] in "sS" and core[-2] in _APOSTROPHES:  # noqa: PLR2004 - an s and its mark
        return core[:-2], start + len(core) - 2, end
    if core[-1] in "sS" and text[end : end + 1] in set(_APOSTROPHES):
        return core, end, end + 1
    return core, end, end


def is_inside(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of these half-open stretches, which stand in order and apart."""
    before = bisect_right(stretches, at, key=lambda stretch: stretch[0])
    return before > 0 and at < stretches[before - 1][1]


@lru_cache(maxsize=20_000)
def name_parts(word: str) -> tuple[str, ...]:
    """Return the folded words of one printed word: ("finch", "vex") for Finch-Vex, ("orourke",) for O'Rourke."""
    plain = _DROPPED.sub("", fold_name(_ARTICLE.sub("", word))).translate(_STRUCK)
    return tuple(spelled(part) for part in _PART.findall(plain))
