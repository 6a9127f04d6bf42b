"""Proposing questions from a corpus, to be corrected by hand: telling words, counted; no model writes them."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from corpus import limits
from corpus.sentences import sentence_offsets
from corpus.speakers.names import name_words
from embeddings.tokens import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.model import Document, Passage

#: Words that ask for nothing, beside those that searching passes over.
_IDLE = STOP_WORDS | frozenset("must may might shall ought let much many every even still yet again".split())
_TOKEN = re.compile(r"\w+(?:[-’']\w+)*")
#: Longest run of words that a question asks about, and how many keywords make one.
_MOST_WORDS, _KEYWORDS = 4, 3
#: Length of what is expected in the passage, in words at most.
_EXPECTED_WORDS = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question with the passage it was made from, words that stand there, and who says them, if it is known."""

    question: str
    passage: str
    expected: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """A stretch of a passage that can be asked about."""

    passage: Passage
    start: int
    end: int
    speaker: str | None = None

    @property
    def order(self) -> str:
        """Where it comes among the others: by chance, and the same on every machine."""
        return hashlib.sha256(f"{self.passage.id}\0{self.start}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a passage; ``weight`` is its inverse document frequency, 0 for one that tells nothing."""

    start: int
    end: int
    weight: float


def propose(documents: Iterable[Document], count: int) -> list[Proposal]:
    """Return at most ``count`` questions, spread evenly over the documents and, within each, the speakers.

    Nothing is proposed that the corpus could not answer: that it has nothing on a subject cannot be read off
    its words. The same corpus always gives the same questions.
    """
    read = list(documents)
    weights = _weights(read)
    found: dict[str, Proposal] = {}
    for source in _in_turn([_queue(document) for document in read]):
        if len(found) == count:
            break
        made = _proposal(source, weights)
        if made:
            found.setdefault(made.question, made)
    return list(found.values())


def _queue(document: Document) -> list[_Source]:
    """Return a document's stretches, its speakers in turn; of one passage at most one for each speaker."""
    by_speaker: dict[str | None, dict[str, _Source]] = defaultdict(dict)
    for passage in document.passages:
        for source in _sources(passage):
            by_speaker[source.speaker].setdefault(passage.id, source)
    queues = [sorted(sources.values(), key=lambda s: s.order) for sources in by_speaker.values()]
    return list(_in_turn(sorted(queues, key=lambda queue: queue[0].order)))


def _sources(passage: Passage) -> Iterator[_Source]:
    """Yield what somebody is known to have said, word for word or as reported; else the passage itself."""
    said = [_Source(passage, u.start, u.end, u.speaker) for u in passage.utterances if u.speaker]
    yield from said or [_Source(passage, 0, len(passage.text))]


def _in_turn(queues: Sequence[Sequence[_Source]]) -> Iterator[_Source]:
    return (source for source in chain.from_iterable(zip_longest(*queues)) if source is not None)


def _weights(documents: Iterable[Document]) -> dict[str, float]:
    """Return each word's inverse document frequency over the passages, ln(N / n) + 1."""
    texts = [{w.lower() for w in _TOKEN.findall(p.text)} for d in documents for p in d.passages]
    counts = Counter(chain.from_iterable(texts))
    return {word: math.log(len(texts) / n) + 1 for word, n in counts.items()}


def _proposal(source: _Source, weights: Mapping[str, float]) -> Proposal | None:
    text = source.passage.text
    runs = list(_runs(source, weights))
    telling = {text[w.start : w.end].lower(): w for run in runs for w in run if w.weight}
    if len(telling) < (1 if source.speaker else _KEYWORDS):
        return None
    if source.speaker:
        run = max((part for run in runs for part in _parts(run)), key=_value)
        about = " ".join(text[run[0].start : run[-1].end].split())
        question = f"What did {source.speaker} say about {about}?"
    else:
        run = sorted(telling.values(), key=lambda w: -w.weight)[:_KEYWORDS]
        question = " ".join(text[w.start : w.end] for w in sorted(run, key=lambda w: w.start))
    expected = _expected(text, run[0])
    if max(len(question), len(expected)) > limits.MAX_FIELD_CHARS:
        return None
    return Proposal(question, source.passage.id, expected, source.speaker or "")


def _runs(source: _Source, weights: Mapping[str, float]) -> Iterator[list[_Word]]:
    """Yield the words between two marks, within one sentence; names of the speaker weigh nothing."""
    text, named = source.passage.text, set(name_words(source.speaker or ""))
    for first, last in sentence_offsets(text[source.start : source.end]):
        run: list[_Word] = []
        at = source.start + first
        for match in _TOKEN.finditer(text, at, source.start + last):
            if run and not text[at : match.start()].isspace():
                yield run
                run = []
            word = match.group().lower()
            idle = word in _IDLE or word in named or len(word) < 3 or not word[0].isalpha()  # noqa: PLR2004
            run.append(_Word(*match.span(), 0.0 if idle else weights[word]))
            at = match.end()
        yield run


def _parts(run: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """Yield the parts of a run that begin and end with a telling word."""
    for first, word in enumerate(run):
        for last in range(first, min(first + _MOST_WORDS, len(run))):
            if word.weight and run[last].weight:
                yield run[first : last + 1]


def _value(part: Sequence[_Word]) -> tuple[float, int]:
    """Rate a part by its telling words, less where it drags idle ones along; the earliest of equals wins."""
    return sum(w.weight for w in part) / math.sqrt(len(part)), -part[0].start


def _expected(text: str, word: _Word) -> str:
    """Return words of the passage around ``word``, within its sentence: enough to know the passage by."""
    first, last = next((s, e) for s, e in sentence_offsets(text) if s <= word.start < e)
    matches = _TOKEN.finditer(text, first, last)
    spans = [m.span() for m in matches if text[m.start() - 1] != "[" or m.start() == 0]  # no footnote's mark
    at = max(0, next(n for n, (_, end) in enumerate(spans) if end > word.start) - _EXPECTED_WORDS // 3)
    near = spans[at : at + _EXPECTED_WORDS]
    return " ".join(text[near[0][0] : near[-1][1]].split())
