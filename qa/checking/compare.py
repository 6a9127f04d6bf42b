"""What a quotation changes in a source's words: forgiven where copying does it, named where it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from qa.checking.align import Step, align
from qa.checking.result import Change, Operation
from qa.checking.telling import is_negation, is_number
from qa.checking.words import folded, mended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.checking.quotation import Quotation, QuotedWord
    from qa.checking.region import Region, SourceWord

#: Most words of the source that words in brackets may stand for: "[the canal]" for "it" or "that old ditch".
_REPLACED: Final = 3
#: Marks at which a clause ends: a negation beyond them governs other words.
CLAUSE_END: Final = re.compile(r"[,;:.?!()—–]")
_SENTENCE_END: Final = re.compile(r"[.?!]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the quotation and the word of the source beside it, and what the change is; either may be None."""

    change: Change
    quoted: QuotedWord | None
    source: SourceWord | None


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A quotation beside the words of a region: every word of both, in order, as ``pairs``."""

    quotation: Quotation
    region: Region
    pairs: tuple[Pair, ...]

    @property
    def share(self) -> float:
        """The share of words that are the same but for case, of all quoted or missing, 0 to 1."""
        counted = [pair for pair in self.pairs if pair.change is Change.SAME or pair.change.fault]
        return sum(is_same(pair) for pair in counted) / len(counted) if counted else 0.0

    @property
    def faultless(self) -> bool:
        """Whether every word quoted, in order, is the source's."""
        return not any(pair.change.fault for pair in self.pairs)

    @property
    def passages(self) -> list[int]:
        """The numbers of the region's passages in which words stand that are quoted or should be, in order."""
        kept = (p.source for p in self.pairs if p.source and p.change is not Change.LEFT_OUT)
        return list(dict.fromkeys(word.passage for word in kept))


def is_same(pair: Pair) -> bool:
    """Whether the words of a pair differ in nothing but case and accents."""
    both = pair.quoted and pair.source
    return pair.change is Change.SAME or bool(both and folded(pair.quoted.key) == folded(pair.source.key))  # type: ignore[union-attr]


def compare(quotation: Quotation, region: Region) -> Comparison:
    """Lay a quotation along the words of a region where it fits best."""
    quoted = mended(quotation.words, region.words)
    source = mended(region.words, quotation.words)
    changes = _Changes(quoted, source, region)
    steps = changes.with_changed_ends(align(quoted, source))
    pairs = tuple(
        Pair(
            change,
            None if step.quoted is None else quoted[step.quoted],
            None if step.source is None else source[step.source],
        )
        for change, step in zip(changes.of(steps), steps, strict=True)
    )
    return Comparison(quotation, region, pairs)


class _Changes:
    """What each step between two rows of words is."""

    def __init__(self, quoted: Sequence[QuotedWord], source: Sequence[SourceWord], region: Region) -> None:
        self._quoted, self._source, self._region = quoted, source, region
        #: The numbers of the brackets whose words are not all the source's own.
        self._inserted: set[int] = set()
        self._denying = {word.inserted for word in quoted if is_negation(word.key)}

    def with_changed_ends(self, steps: Sequence[Step]) -> list[Step]:
        """Return the steps with words added at either end beside those of the same sentence that they replace."""
        out = list(steps)
        for order, onward in ((range(len(out)), -1), (range(len(out) - 1, -1, -1), 1)):
            added = list(takewhile(lambda n: out[n].source is None, order))
            if len(added) == len(out):
                return out
            for n in reversed(added):
                place = (out[n - onward].source or 0) + onward
                if not 0 <= place < len(self._source) or self._parted(place - (onward > 0), _SENTENCE_END):
                    break
                if self._quoted[out[n].quoted or 0].optional:
                    break
                out[n] = Step(out[n].quoted, place)
        return out

    def of(self, steps: Sequence[Step]) -> Iterator[Change]:
        """Yield the change of each step."""
        self._inserted = {
            word.inserted
            for step in steps
            if step.quoted is not None and (word := self._quoted[step.quoted]).inserted and not step.same
        }
        last, place = 0, -1  # in the quotation, and in the source
        for missing, run in groupby(steps, key=lambda step: step.quoted is None):
            group = list(run)
            if missing:
                places = [step.source for step in group if step.source is not None]
                yield from self._left(self._quoted[last], places)
                place = places[-1]
                continue
            for step in group:
                yield self._one(step, place)
                last = last if step.quoted is None else step.quoted
                place = place if step.source is None else step.source

    def _one(self, step: Step, before: int) -> Change:
        """Return what a word of the quotation is, given the place in the source of the last word before it."""
        assert step.quoted is not None  # noqa: S101 - words that are not quoted are told in _left
        word = self._quoted[step.quoted]
        if word.inserted in self._inserted & self._denying:
            return Change.ADDED if step.source is None else Change.CHANGED
        if word.inserted in self._inserted and (word.replaces or step.source is None):
            return Change.INSERTED
        if step.source is not None:
            return Change.SAME if step.same else Change.CHANGED
        return Change.DEBRIS if word.page or self._is_debris(word, before) else Change.ADDED

    def _is_debris(self, word: QuotedWord, before: int) -> bool:
        """Whether a number is that of the note marked there, or of a page that begins or ends there."""
        if before < 0:
            return False
        here, after = self._source[before], self._source[before + 1 : before + 2]
        pages = {self._region.passages[w.passage].page for w in (here, *after)}
        borders = bool(after) and after[0].passage != here.passage
        return word.key == here.note or (borders and word.key in pages)

    def _left(self, last: QuotedWord, places: Sequence[int]) -> list[Change]:
        """Return what words of the source are that the quotation does not have, behind its word ``last``."""
        left = [self._source[place] for place in places]
        if last.jump:
            governing = self._governing(places)
            return [Change.MISSING if place in governing else Change.LEFT_OUT for place in places]
        denied = any(is_negation(word.key) for word in left)
        numbered = any(is_number(word.key) for word in left)
        replaced = last.inserted in self._inserted and last.replaces and len(left) <= _REPLACED
        if replaced and not denied and not numbered:
            return [Change.INSERTED] * len(left)
        beside = (self._source[at] for at in (places[0] - 1, places[-1] + 1) if 0 <= at < len(self._source))
        whole = all(word.between for word in left) and not any(word.between for word in beside)
        return [Change.LEFT_OUT if whole and not denied else Change.MISSING] * len(left)

    def _governing(self, places: Sequence[int]) -> set[int]:
        """Return the places of the negations left out that stand in one clause with words that are kept."""
        ends = [n for n, at in enumerate(places[:-1]) if self._parted(at)]
        first = 0 if places[0] and self._parted(places[0] - 1) else (ends[0] + 1 if ends else len(places))
        last = len(places) if self._parted(places[-1]) else (ends[-1] + 1 if ends else 0)
        return {at for at in (*places[:first], *places[last:]) if is_negation(self._source[at].key)}

    def _parted(self, place: int, ends: re.Pattern[str] = CLAUSE_END) -> bool:
        """Whether a clause, or what else ``ends`` it, ends behind a word of the source."""
        here, after = self._source[place], self._source[place + 1 : place + 2]
        if not after or after[0].passage != here.passage:
            return True
        return bool(ends.search(self._region.passages[here.passage].text[here.end : after[0].start]))


def operations(found: Comparison) -> tuple[Operation, ...]:
    """Return the changes with their offsets, neighbours of one kind in one passage together."""
    parts = {passage: n for n, passage in enumerate(found.passages)}
    out: list[Operation] = []
    at, place = 0, (found.passages[0], 0) if parts else (0, 0)
    for (change, _), run in groupby(_placed(found.pairs), key=lambda one: (one[1].change, one[0])):
        pairs = [pair for _, pair in run]
        quoted = [pair.quoted for pair in pairs if pair.quoted]
        source = [pair.source for pair in pairs if pair.source]
        start, end = _span(found.quotation.text, quoted, change) if quoted else (at, at)
        passage = source[0].passage if source else place[0]
        first, last = (source[0].start, source[-1].end) if source else (place[1], place[1])
        at, place = end, (passage, last)
        if passage in parts:
            text = found.region.passages[passage].text
            words = found.quotation.text[start:end], text[first:last]
            out.append(Operation(change, start, end, parts[passage], first, last, *words))
    return tuple(out)


def _placed(pairs: Sequence[Pair]) -> Iterator[tuple[int, Pair]]:
    """Yield each pair with the number of the passage it belongs to."""
    passage = next((pair.source.passage for pair in pairs if pair.source), 0)
    for pair in pairs:
        passage = pair.source.passage if pair.source else passage
        yield passage, pair


def _span(text: str, quoted: Sequence[QuotedWord], change: Change) -> tuple[int, int]:
    """Return the offsets of words in the quotation, with the quoter's brackets around or in them."""
    start, end = quoted[0].start, quoted[-1].end
    inserted, opening = (
        bool(quoted[0].inserted) and change is not Change.SAME,
        text.find("]", start, quoted[0].end) >= 0,
    )
    start -= (inserted or opening) and text[max(start - 1, 0) : start] == "["
    end += (inserted or text.find("[", quoted[-1].start, end) >= 0) and text[end : end + 1] == "]"
    return start, end
