"""A document as it is read from beginning to end: every character once, in order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.model import Aside, Document, Passage, Utterance

#: Most passages, and about how many characters, that one page of a long document shows.
PAGE_PASSAGES: Final = 200
PAGE_CHARS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document's text: of a passage, of an aside, or, with neither, what stands between them.

    ``start`` and ``end`` are half-open offsets in the document's text, in characters.
    """

    start: int
    end: int
    passage: Passage | None = None
    aside: Aside | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some passages of a document with all that stands between them. ``number`` counts from 1 to ``count``.

    ``earlier`` and ``later`` are the first passages of the pages beside it.
    """

    number: int
    count: int
    stretches: tuple[Stretch, ...]
    earlier: Passage | None = None
    later: Passage | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages on it, in order."""
        return tuple(s.passage for s in self.stretches if s.passage)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a passage that the same utterances hold; ``said`` is the innermost, None outside all."""

    start: int
    end: int
    said: Utterance | None = None


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return a document's text in parts that, put together, are the text."""
    out: list[Stretch] = []
    at = 0
    blocks: list[tuple[int, int, Passage | None, Aside | None]] = [
        *((p.start, p.end, p, None) for p in document.passages),
        *((a.start, a.end, None, a) for a in document.asides),
    ]
    for start, end, passage, aside in sorted(blocks, key=lambda b: b[:2]):
        if start > at:
            out.append(Stretch(at, start))
        if end > at:  # a block inside another adds nothing
            out.append(Stretch(max(start, at), end, passage, aside))
        at = max(at, end)
    if at < len(document.text):
        out.append(Stretch(at, len(document.text)))
    return tuple(out)


def page_of(document: Document, passage_id: str | None = None) -> Page:
    """Return the page on which a passage stands; the first where none is named or it is not there."""
    firsts = _firsts(document.passages)
    ordinal = next((n for n, p in enumerate(document.passages) if p.id == passage_id), 0)
    number = bisect_right(firsts, ordinal) - 1
    bounds = [0, *(_opening(document, n) for n in firsts[1:]), len(document.text)]
    low, high = bounds[number], bounds[number + 1]
    beside = {n: document.passages[first] for n, first in enumerate(firsts)}
    shown = tuple(_clipped(s, low, high) for s in stretches(document) if s.start < high and s.end > low)
    return Page(number + 1, len(firsts), shown, beside.get(number - 1), beside.get(number + 1))


def runs(passage: Passage) -> Iterator[Run]:
    """Yield a passage's text in parts that, put together, are the text; utterances may nest and overlap."""
    size = len(passage.text)
    said = [u for u in passage.utterances if 0 <= u.start < u.end <= size]
    bounds = sorted({0, size, *(u.start for u in said), *(u.end for u in said)})
    for start, end in pairwise(bounds):
        over = [u for u in said if u.start <= start and end <= u.end]
        yield Run(start, end, min(over, key=lambda u: u.end - u.start) if over else None)


def _firsts(passages: Sequence[Passage]) -> list[int]:
    """Return the positions of the passages that begin a page."""
    firsts, chars = [0], 0
    for n, passage in enumerate(passages):
        if n and (n - firsts[-1] >= PAGE_PASSAGES or chars + len(passage.text) > PAGE_CHARS):
            firsts.append(n)
            chars = 0
        chars += len(passage.text)
    return firsts


def _opening(document: Document, n: int) -> int:
    """Return where a page that opens with the n-th passage begins: at the headings right above it, if any."""
    before, first = document.passages[n - 1].end, document.passages[n].start
    above = (a.start for a in document.asides if a.kind is BlockKind.HEADING and before <= a.start < first)
    return min(above, default=first)


def _clipped(stretch: Stretch, low: int, high: int) -> Stretch:
    return Stretch(max(stretch.start, low), min(stretch.end, high), stretch.passage, stretch.aside)
