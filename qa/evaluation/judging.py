"""Asking one's own questions, and telling right passages from wrong ones by the file alone: no model judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import SourceFormatError, printable
from qa.evaluation.questions import row_fault
from qa.evaluation.runs import ask
from qa.evaluation.wording import folded, stands_in, stands_in_folded
from qa.filters import matching_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from corpus.speakers.roster import Roster
    from qa.answer import Answer, Hit
    from qa.corpus import Corpus
    from qa.evaluation.questions import OwnQuestion


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one question.

    ``rank`` is that of the first right hit, from 1; None when none is right, or the row says of none that it
    is. ``by_speaker`` says whether the first hit is by the speaker given; None where none is given.
    """

    question: OwnQuestion
    confidence: float
    answered: bool
    rank: int | None
    by_speaker: bool | None
    first: Hit | None

    @property
    def failure(self) -> str | None:
        """What went wrong, None when nothing did."""
        if not self.question.answerable:
            return "answered, and should not have been" if self.answered else None
        if self.question.judged and self.rank != 1:
            place = "was not found" if self.rank is None else f"came as number {self.rank}"
            return f"the right passage {place}"
        return None if self.answered else "found, but not taken for an answer"


@dataclass(frozen=True, slots=True)
class _Right:
    """What makes a hit right: all that the row names. ``names`` are the speaker's, with all aliases."""

    passage: str
    expected: str
    names: frozenset[str] | None

    def fits(self, hit: Hit) -> bool:
        """Whether the hit is right in all that is asked of it."""
        here = self.passage in {hit.passage.id, *hit.also_in} if self.passage else False
        placed = here or (bool(self.expected) and stands_in(self.expected, hit.text))
        return (placed or not (self.passage or self.expected)) and self.spoken(hit) is not False

    def spoken(self, hit: Hit) -> bool | None:
        """Whether the speaker speaks in the hit; None when none is asked for."""
        return None if self.names is None else not self.names.isdisjoint(hit.speakers)


def judge_all(
    path: Path, questions: Iterable[OwnQuestion], corpus: Corpus, *, k: int
) -> Iterator[Judged | SourceFormatError]:
    """Ask one question after the other; a row that names what the corpus does not have comes out as its error.

    A hit is right when it is the passage given, or holds the expected words; and, where a speaker is given,
    that speaker speaks in it, under any name that is surely the same.

    Args:
        path: the questions' file, for messages.
        questions: as read.
        corpus: whom to ask.
        k: how many hits to look at.
    """
    rows = list(questions)
    roster, known, standing = corpus.roster(), _known_passages(corpus, rows), _standing(corpus, rows)
    for row in rows:
        try:
            right = _right(row, roster, known, standing)
        except SourceFormatError as fault:
            yield row_fault(path, row.line, fault.found, fault.expected)
        else:
            yield _judged(row, right, ask(row.text, corpus, k))


def _judged(row: OwnQuestion, right: _Right, answer: Answer) -> Judged:
    first = answer.hits[0] if answer.hits else None
    rank = spoken = None
    if row.answerable and row.judged:
        rank = next((hit.rank for hit in answer.hits if right.fits(hit)), None)
    if row.answerable and row.speaker:
        spoken = first is not None and right.spoken(first)
    return Judged(row, answer.confidence, answer.answered, rank, spoken, first)


def _right(row: OwnQuestion, roster: Roster, known: set[str], standing: set[str]) -> _Right:
    """Return what makes a hit right; a row that no hit could satisfy is a mistake in the row, not a miss."""
    passage = row.passage if row.passage in known else ""
    if row.passage and not passage and not row.expected:
        found = f"no passage {printable(row.passage, 40)!r} in the corpus"
        raise _missing(found, "an id as 'ask --json' prints it")
    if row.expected and not passage and row.expected not in standing:
        found = f"the words {printable(row.expected, 60)!r} stand in no passage"
        raise _missing(found, "words copied from the passage")
    if not row.answerable or not row.speaker:
        return _Right(passage, row.expected, None)
    fits = (roster.speaker_of(name) for name in matching_speakers(row.speaker, roster.names))
    speakers = {one.name: one.names for one in fits if one}
    if len(speakers) != 1:
        said = ", ".join(sorted(speakers)[:3]) or "nobody"
        found = f"{printable(row.speaker, 60)!r} fits {printable(said, 100)}"
        raise _missing(found, "the full name of one person who speaks in the corpus")
    return _Right(passage, row.expected, frozenset(*speakers.values()))


def _missing(found: str, expected: str) -> SourceFormatError:
    return SourceFormatError(found, expected=expected, action="")


def _known_passages(corpus: Corpus, rows: list[OwnQuestion]) -> set[str]:
    with corpus.store.reading() as view:
        return {row.passage for row in rows if row.passage and view.passages([row.passage])}


def _standing(corpus: Corpus, rows: list[OwnQuestion]) -> set[str]:
    """Return those of the expected words that stand somewhere in the corpus."""
    pending = {row.expected for row in rows if row.expected}
    found: set[str] = set()
    with corpus.store.reading() as view:
        for document in view.documents() if pending else ():
            for text in (folded(passage.text) for passage in document.passages):
                here = {words for words in pending if stands_in_folded(words, text)}
                found |= here
                pending -= here
    return found
