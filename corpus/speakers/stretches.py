"""The stretches of a sentence that may be what a verb of speech reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.frames import PLAIN
from corpus.speakers.lexicon import CALEND, CAPITAL, WORD
from corpus.speakers.verbs import LEMMA
from corpus.speakers.words import ADVERBS, CALENDAR, CONJUNCTIONS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed


class Content(NamedTuple):
    """Items ``first`` to ``last`` of a sentence, behind the cue or before it.

    ``opening`` and ``closing`` say why it starts and stops there.
    """

    side: str
    first: int
    last: int
    opening: str
    closing: str


_INVERTED = frozenset("ia")
_ENDERS = frozenset({".", "?", "!", "”", '"'})
_SET_OFF = frozenset({",", "—", "–"})
_ADDRESSED = 7  # items an addressee may take: "told the crowd in Ames that"
_MOST_STARTS = 6
_MOST_ENDS = 5
_LATE = 8  # items before the sentence's end within which a small word may open what is no more reported
_OPENING = frozenset("that to whether if how why what for about of as against on".split())
_SKIPPED = frozenset("of about for that as to against on , : with in by".split())
_BREAKS = frozenset({",", ";", "—", "–", "--", ":", "("})
_JOINTS = frozenset({"and", "but"})
_TURNS = frozenset("while when after before because as in during on at".split())
_ENDING = CONJUNCTIONS | PREPOSITIONS | {"he", "she", "they"}


def contents(parsed: Parsed, cue: int, ties: Sequence[Frame]) -> list[Content]:
    """List the stretches of the cue's sentence that may be what is reported; ``ties`` are the cue's frames."""
    flags, words = parsed.scan.flags, parsed.scan.words
    begin, end = _sentence(parsed, cue)
    out = [*_behind(parsed, cue, end, ties), *_before(parsed, cue, begin, ties)]
    # A stretch that is nothing but a quotation is quoted, not reported.
    return [c for c in out if any(_tells(flags[k], words[k]) for k in range(c.first, c.last + 1))]


def _tells(flag: int, word: str) -> bool:
    """Whether an item is a word that can be what is told: no mark, no quotation, no date before a colon."""
    return bool(flag & WORD) and word[0].isalpha() and not (flag & CALEND and flag & CAPITAL)


def _behind(parsed: Parsed, cue: int, end: int, ties: Sequence[Frame]) -> Iterator[Content]:
    """Yield what stands behind the cue, and behind a subject that follows it: "according to Roe, they left"."""
    for opening, first in _starts(parsed, cue, end):
        for closing, last in _ends(parsed, first, end):
            yield Content("R", first, last, opening, closing)
    words = parsed.scan.words
    inverted = max((f.last for f in ties if f.relation[0] in _INVERTED), default=cue)
    if inverted > cue and inverted + 2 < end and words[inverted + 1] in {",", ":"}:
        for closing, last in _ends(parsed, inverted + 2, end)[:2]:
            yield Content("A", inverted + 2, last, "aft", closing)


def _before(parsed: Parsed, cue: int, begin: int, ties: Sequence[Frame]) -> Iterator[Content]:
    """Yield what stands before the cue and its subject: all of the sentence, or its last clause."""
    scan = parsed.scan
    behind = [f for f in ties if f.relation[0] in _INVERTED]
    near = behind or [f for f in ties if f.relation in PLAIN] or ties
    left = min(
        [cue, *(f.first for f in near)]
    )  # "It would hold, said Roe": the sentence's own subject says nothing
    if left > begin and (scan.words[left - 1] in _SET_OFF or scan.folded[left - 1] >= 0):
        last = left - 1 - (scan.words[left - 1] in _SET_OFF)
        if last > begin:
            yield Content("L", begin, last, "bef", "x")
            if inner := _clause(parsed, begin, last):
                yield Content("L", inner + 1, last, "bef2", "x")
    elif left > begin + 1 and scan.lows[cue] == "according":
        yield Content("L", begin, left - 1, "bef", "n")


def _clause(parsed: Parsed, begin: int, last: int) -> int:
    """Return the item that parts the last clause from those before it; 0 for none."""
    scan = parsed.scan
    breaks = (k for k in range(last, begin, -1) if scan.words[k] in {",", ";"} or scan.lows[k] in _JOINTS)
    return next(breaks, 0)


def _sentence(parsed: Parsed, cue: int) -> tuple[int, int]:
    """Return the first item of the cue's sentence and the last one that is no full stop."""
    numbers = parsed.scan.sentences
    begin = bisect_left(numbers, numbers[cue])
    end = bisect_right(numbers, numbers[cue]) - 1
    while end > cue and parsed.scan.words[end] in _ENDERS:
        end -= 1
    return begin, end


def _starts(parsed: Parsed, cue: int, end: int) -> list[tuple[str, int]]:
    """List where a stretch behind the cue may start, and why, each place once."""
    lows = parsed.scan.lows
    first = cue + 1
    if first > end:
        return []
    out = [("0", first), *_openings(parsed, first, end)]
    if lows[first] in _SKIPPED and first < end:
        out.append(("skip:" + lows[first], first + 1))
    beside = parsed.opening.get(first)
    if beside and parsed.chunks[beside[0]].last < end:
        out.append(("np", parsed.chunks[beside[0]].last + 1))
    seen: dict[int, str] = {}
    for name, k in out:
        seen.setdefault(k, name)
    return [(name, k) for k, name in seen.items()][:_MOST_STARTS]


def _openings(parsed: Parsed, first: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield the places past an addressee at which a clause opens."""
    words, lows = parsed.scan.words, parsed.scan.lows
    for k in range(first + 1, min(end, first + _ADDRESSED + 1)):
        low = lows[k]
        if low in _OPENING:
            yield low, k
            if low not in {"that", "to"}:
                yield low + "+", k + 1
        elif lows[k - 1] in CALENDAR:
            yield "cal", k
        elif words[k - 1] in {",", ":"}:
            yield ",", k


def _ends(parsed: Parsed, first: int, end: int) -> list[tuple[str, int]]:
    """List where a stretch may stop: the sentence's end, a comma, a verb of speech that goes on."""
    lows = parsed.scan.lows
    out = [("end", end)]
    for k in range(first + 1, end):
        low = lows[k]
        if low in _BREAKS:
            out.append((low + _ending(lows[k + 1]), k - 1))
        elif k == first + 1:
            continue
        elif low in _JOINTS:
            after = lows[k + 1]
            if after in LEMMA or after in ADVERBS:
                out.append((low + _ending(after), k - 1))
        elif low in _TURNS and k > end - _LATE:
            out.append((low, k - 1))
    return out[:1] + out[-_MOST_ENDS:] if len(out) > _MOST_ENDS + 1 else out


def _ending(low: str) -> str:
    """Say what opens behind a stretch: a verb of speech, a small word, anything else."""
    if low in LEMMA:
        return "ing" if low.endswith("ing") else "verb"
    return low if low in _ENDING else "w"
