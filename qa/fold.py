"""Folding: the same words in several places are shown once, with where else they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers.words import CALENDAR
from qa.checking.telling import is_negation, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+(?:'\w+)?")
_SHINGLE = 4
#: Share of word runs that two passages must have in common; syndicated copies differ in a mark or a filler.
_SAME = 0.85
#: What sites set between the words without changing any: hints where to break a word, and marks of notes.
_SET = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]|(?<=\S)\[\d{1,3}\]")
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ′", "'"))


@dataclass(frozen=True, slots=True)
class _Print:
    """What is compared of a passage: its words, their runs, and whose words they are."""

    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    speakers: tuple[str, ...]


def fold(texts: Sequence[str], speakers: Sequence[tuple[str, ...]]) -> list[list[int]]:
    """Group near-duplicates: lists of positions, in the order of each group's first; every position once.

    Passages that differ in a number, a date or a negation, or in who speaks, say different things however alike
    they look, and are never grouped.
    """
    groups: list[list[int]] = []
    firsts: list[_Print] = []
    for position, (text, names) in enumerate(zip(texts, speakers, strict=True)):
        own = _print(text, names)
        same = next((n for n, first in enumerate(firsts) if _says_the_same(first, own)), None)
        if same is None:
            groups.append([position])
            firsts.append(own)
        else:
            groups[same].append(position)
    return groups


def _print(text: str, speakers: tuple[str, ...]) -> _Print:
    plain = unicodedata.normalize("NFKC", _SET.sub("", text)).casefold().translate(_APOSTROPHES)
    words = _WORD.findall(plain)
    runs = (tuple(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1)))
    return _Print(frozenset(words), frozenset(runs), speakers)


def _says_the_same(a: _Print, b: _Print) -> bool:
    # The cheapest tests come first: nearly all pairs differ in length or in most of their runs.
    fewer, more = sorted((len(a.runs), len(b.runs)))
    if a.speakers != b.speakers or fewer < _SAME * more:
        return False
    shared = len(a.runs & b.runs)
    alike = shared >= _SAME * (fewer + more - shared)
    return alike and not any(_is_telling(word) for word in a.words ^ b.words)


def _is_telling(word: str) -> bool:
    return is_negation(word) or is_number(word) or word in CALENDAR or any(c.isdigit() for c in word)
