"""Who said what when: the dated utterances of one speaker, or of the passages that answer a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import UsageError
from qa.retrieve import retrieve
from qa.sayings import Basis, When, sayings_of, when_said

if TYPE_CHECKING:
    from corpus.model import Passage, Utterance, UtteranceKind
    from corpus.speakers.roster import Roster
    from qa.answer import Hit
    from qa.corpus import Corpus
    from qa.reading import Reading
    from qa.sayings import Sayings

__all__ = ["Basis", "Point", "Timeline", "When", "sayings_of", "timeline", "timeline_of", "timeline_of_sayings"]

#: Most passages that a question's timeline looks at, and how many unasked: of the passages that answer the
#: questions in tests/data/retrieval, 0.99 are among the first 20.
MAX_PASSAGES: Final = 50
PASSAGES: Final = 20
#: Longest quotation of a point, in characters.
SHORT: Final = 160


@dataclass(frozen=True, slots=True)
class Point:
    """An utterance with a date.

    ``words`` are verbatim, and end in "…" where they go on. ``rank`` is the passage's among the question's hits;
    None in a speaker's timeline.
    """

    speaker: str
    when: When
    kind: UtteranceKind
    words: str
    passage_id: str
    document_id: str
    title: str | None
    rank: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the point as JSON values."""
        return {
            "speaker": self.speaker,
            **self.when.to_dict(),
            "kind": self.kind.value,
            "words": self.words,
            "passage_id": self.passage_id,
            "document_id": self.document_id,
            "title": self.title,
            "rank": self.rank,
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """Points by date, for the question or speaker that is the ``subject``.

    What gives no point is counted: ``undated`` utterances, and for a question those ``unattributed``, which are
    nobody's surely enough, and the passages ``without_speech``. ``passages`` is how many were looked at.
    ``answered`` is False where the corpus does not answer the question; there are no points then. ``reading`` is
    how the question was read; None in a speaker's timeline.
    """

    subject: str
    points: tuple[Point, ...]
    undated: int = 0
    unattributed: int = 0
    without_speech: int = 0
    passages: int = 0
    answered: bool = True
    reading: Reading | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who has points, those with most first."""
        counts: dict[str, int] = {}
        for point in self.points:
            counts[point.speaker] = counts.get(point.speaker, 0) + 1
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))

    def to_dict(self) -> dict[str, Any]:
        """Return the timeline as JSON values."""
        counts = ("undated", "unattributed", "without_speech", "passages", "answered")
        return {
            "subject": self.subject,
            "points": [point.to_dict() for point in self.points],
            **{name: getattr(self, name) for name in counts},
            "reading": self.reading.to_dict() if self.reading else None,
        }


def timeline(question: str, *, corpus: Corpus, k: int = PASSAGES) -> Timeline:
    """Return who said what when in the passages that answer a question.

    Args:
        question: as for ``retrieve``, with its filters.
        corpus: where to look.
        k: most passages to look at, 1 to 50, the likeliest.

    Raises:
        QuestionTooLongError, UsageError: the question cannot be read, or ``k`` is out of bounds.
        CorpusError, ModelError: the corpus or its model cannot be used.
    """
    if not 1 <= k <= MAX_PASSAGES:
        raise UsageError(
            f"k={k}", expected=f"1 to {MAX_PASSAGES} passages", action="Ask for a number of passages in between."
        )
    found = retrieve(question, corpus=corpus, k=k, per_document=None)
    if not found.answered:
        return Timeline(question, (), answered=False, reading=found.reading)
    roster = corpus.roster()
    said = [(hit, utterance) for hit in found for utterance in hit.answering]
    sure = [(hit, utterance) for hit, utterance in said if utterance.speaker]
    points = [point for hit, utterance in sure if (point := _of_hit(roster, hit, utterance))]
    return Timeline(
        question,
        tuple(sorted(points, key=_by_date)),
        undated=len(sure) - len(points),
        unattributed=len(said) - len(sure),
        without_speech=sum(not hit.answering for hit in found),
        passages=len(found),
        reading=found.reading,
    )


def timeline_of(corpus: Corpus, name: str) -> Timeline:
    """Return what one speaker said when; "probably" theirs gives no point.

    Raises:
        UsageError: nobody, or more than one, goes by the name.
    """
    return timeline_of_sayings(sayings_of(corpus, name))


def timeline_of_sayings(sayings: Sayings) -> Timeline:
    """Do what ``timeline_of`` does with sayings that have been read."""
    points = [_point(s.speaker, s.when, s.utterance, s.passage, s.citation.title) for s in sayings.sure if s.when]
    passages = len({s.passage.id for s in sayings.sure})
    return Timeline(
        sayings.speaker.name, tuple(points), undated=len(sayings.sure) - len(points), passages=passages
    )


def _of_hit(roster: Roster, hit: Hit, utterance: Utterance) -> Point | None:
    when = when_said(utterance, hit.citation)
    name = utterance.speaker or ""
    speaker = roster.speaker_of(name)
    shown = speaker.name if speaker else name
    return _point(shown, when, utterance, hit.passage, hit.citation.title, hit.rank) if when else None


def _point(
    speaker: str, when: When, utterance: Utterance, passage: Passage, title: str | None, rank: int | None = None
) -> Point:
    words = shortened(passage.text[utterance.start : utterance.end])
    return Point(speaker, when, utterance.kind, words, passage.id, passage.document_id, title, rank)


def shortened(words: str) -> str:
    """Return words as they stand, or their beginning with "…" where they are long, cut between two words."""
    if len(words) <= SHORT:
        return words
    cut = words[: SHORT - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def _by_date(point: Point) -> tuple[Any, ...]:
    return point.when.since, point.when.until, point.speaker, point.rank
