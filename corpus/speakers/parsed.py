"""A paragraph parsed for attribution: its items, who could be speaking in it, their ties to verbs of speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.speakers.chunks import Chunk, chunks
from corpus.speakers.frames import PLAIN, Frame, frames
from corpus.speakers.looks import look
from corpus.speakers.marks import quotations
from corpus.speakers.rules import Ruling, rulings
from corpus.speakers.scan import Scan
from corpus.speakers.verbs import SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.weights import Part

_HEADLINE_WORDS = 6
_HEADLINE_SHARE = 0.7


@dataclass(frozen=True)
class Parsed:
    """A paragraph's ``scan``, its ``chunks`` and the ``frames`` that tie chunks to cues."""

    scan: Scan
    chunks: list[Chunk]
    frames: list[Frame]

    @cached_property
    def bare(self) -> bool:
        """Whether the paragraph is nothing but quotations."""
        return all(f >= 0 or not w[:1].isalnum() for f, w in zip(self.scan.folded, self.scan.words, strict=True))

    @cached_property
    def headline(self) -> bool:
        """Whether it is set with capitals throughout, as headlines are; its capitals then show no names."""
        words = [w for w in self.scan.words if w[:1].isalpha()]
        return len(words) >= _HEADLINE_WORDS and sum(w[0].isupper() for w in words) > _HEADLINE_SHARE * len(words)

    @cached_property
    def by_chunk(self) -> dict[int, list[Frame]]:
        """The frames of each chunk."""
        out: dict[int, list[Frame]] = {}
        for frame in self.frames:
            out.setdefault(frame.chunk, []).append(frame)
        return out

    @cached_property
    def by_cue(self) -> dict[int, list[Frame]]:
        """The frames of each cue."""
        out: dict[int, list[Frame]] = {}
        for frame in self.frames:
            out.setdefault(frame.cue, []).append(frame)
        return out

    @cached_property
    def by_sentence(self) -> dict[int, list[Frame]]:
        """The frames whose cues stand in a sentence."""
        out: dict[int, list[Frame]] = {}
        for frame in self.frames:
            out.setdefault(self.scan.sentences[frame.cue], []).append(frame)
        return out

    @cached_property
    def cues(self) -> list[int]:
        """The items of the cues that tie somebody, in order."""
        return sorted(self.by_cue)

    @cached_property
    def spoken(self) -> list[int]:
        """The items of the verbs of speech that plainly have a subject, in order."""
        return sorted({f.cue for f in self.frames if f.relation in PLAIN and f.lemma in SPEECH_VERBS})

    @cached_property
    def firsts(self) -> list[int]:
        """The first item of each chunk, in order."""
        return sorted(c.first for c in self.chunks)

    @cached_property
    def lasts(self) -> frozenset[int]:
        """The items with which chunks end."""
        return frozenset(c.last for c in self.chunks)

    @cached_property
    def reach(self) -> dict[int, int]:
        """The last item of the longest chunk that starts at an item."""
        out: dict[int, int] = {}
        for chunk in self.chunks:
            out[chunk.first] = max(chunk.last, out.get(chunk.first, 0))
        return out

    @cached_property
    def opening(self) -> dict[int, list[int]]:
        """The chunks that start at an item."""
        out: dict[int, list[int]] = {}
        for n, chunk in enumerate(self.chunks):
            out.setdefault(chunk.first, []).append(n)
        return out

    @cached_property
    def looks(self) -> list[Part]:
        """How each chunk looks by itself."""
        return [look(self.scan, chunk, self.lasts) for chunk in self.chunks]

    @cached_property
    def rulings(self) -> list[Ruling]:
        """What the rules say of each quotation."""
        return rulings(self.scan.text, self.scan.quotes)

    def span(self, chunk: int) -> tuple[int, int]:
        """Return a chunk's offsets in the paragraph."""
        return self.scan.starts[self.chunks[chunk].first], self.scan.ends[self.chunks[chunk].last]

    def printed(self, chunk: int) -> str:
        """Return a chunk as printed."""
        start, end = self.span(chunk)
        return self.scan.text[start:end]

    def sentence(self, items: Sequence[int]) -> tuple[int, int]:
        """Return the offsets of the sentences that hold the items."""
        numbers = self.scan.sentences
        first = bisect_left(numbers, min(numbers[i] for i in items))
        last = bisect_right(numbers, max(numbers[i] for i in items)) - 1
        return self.scan.starts[first], self.scan.ends[last]


def parse(text: str, *, single: bool = False) -> Parsed:
    """Parse one paragraph; ``single`` says that its document quotes in single marks."""
    scan = Scan(text, list(quotations(text, single=single)))
    found = chunks(scan)
    return Parsed(scan, found, frames(scan, found))
