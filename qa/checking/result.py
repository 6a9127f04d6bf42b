"""What the check of a quotation finds: its grade, where the words stand, who says them, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from corpus.cite import note, notes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.citation import Citation
    from corpus.model import Passage, Utterance


class Grade(StrEnum):
    """How a quotation stands to the corpus.

    ``EXACT``: every word of it, in order, is the source's. ``NEAR``: words differ. ``ABSENT``: it is not there.
    """

    EXACT = "exact"
    NEAR = "near"
    ABSENT = "absent"


class Change(StrEnum):
    """What became of words between the source and the quotation. Only the three after ``SAME`` are faults.

    ``LEFT_OUT``: under an ellipsis, or the author's between two stretches of the speaker's words. ``INSERTED``:
    the quoter's, in brackets, with the words they stand for, if any. ``DEBRIS``: a note's mark or a page's number.
    """

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    LEFT_OUT = "left out"
    INSERTED = "inserted"
    DEBRIS = "debris"

    @property
    def fault(self) -> bool:
        """Whether an exact quotation has none of it."""
        return self in {Change.CHANGED, Change.MISSING, Change.ADDED}


class WarningKind(StrEnum):
    """What a reader must know of a match beside its grade."""

    OTHER_SPEAKER = "another speaker's"
    UNATTRIBUTED = "unattributed"
    PROBABLE = "probably"
    AUTHORS = "the author's"
    PARTLY_AUTHORS = "partly the author's"
    REPORTED = "reported"
    TWO_SPEAKERS = "two speakers"
    BRACKETED = "bracketed in the source"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    CASE = "case"
    PUNCTUATION = "punctuation"
    FAR_APART = "far apart"
    CUT_NEGATION = "negation cut off"
    JUMPED_NEGATION = "negation left out"
    JUMPED_SPEAKER = "speaker left out"
    FRAGMENTS = "fragments"


@dataclass(frozen=True, slots=True)
class QuoteWarning:
    """A warning; ``told`` are the words or names it is about, as they stand."""

    kind: WarningKind
    told: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the warning as JSON values."""
        return {"kind": self.kind.value, "told": list(self.told)}


@dataclass(frozen=True, slots=True)
class Operation:
    """Words of the quotation beside words of the source, both as they stand.

    ``start:end`` are offsets in the quotation, ``source_start:source_end`` in the text of the part with the number
    ``part``; where one side has no words both its offsets are the place where they would be.
    """

    change: Change
    start: int
    end: int
    part: int
    source_start: int
    source_end: int
    quoted: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        """Return the operation as JSON values."""
        return {
            "change": self.change.value,
            "quoted": {"start": self.start, "end": self.end, "text": self.quoted},
            "source": {
                "part": self.part, "start": self.source_start, "end": self.source_end, "text": self.source,
            },
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuotePart:
    """The real words in one passage: ``passage.text[start:end]``.

    ``utterances`` are those that the words stand in; ``footnotes`` the (label, text) of the notes in the
    passage.
    """

    passage: Passage
    citation: Citation
    source: str
    start: int
    end: int
    utterances: tuple[Utterance, ...] = ()
    footnotes: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The real words, verbatim."""
        return self.passage.text[self.start : self.end]

    @property
    def note(self) -> str:
        """The citation as a footnote, with the place and, of words that are not the author's, "quoted in"."""
        cited = notes_at(self.passage.text, [(self.start, self.end)], self.footnotes)
        return note(self.citation, self.passage, self.utterances, [text for _, text in cited])

    def to_dict(self) -> dict[str, Any]:
        """Return the part as JSON values."""
        passage = self.passage
        return {
            "passage_id": passage.id, "document_id": passage.document_id, "text": self.text,
            "start": self.start, "end": self.end, "passage": passage.text, "section": passage.section,
            "paragraph": passage.paragraph, "page": passage.page, "time": passage.time,
            "utterances": [
                {"start": u.start, "end": u.end, "kind": u.kind.value, "speaker": u.speaker,
                 "probably": u.probably, "as_printed": u.as_printed, "role": u.role, "confidence": u.confidence}
                for u in self.utterances
            ],
            "citation": self.citation.csl(passage.document_id), "citation_note": self.note, "source": self.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A place where the words stand, exactly or nearly; in several parts where they run over passages.

    ``share`` is the share of words that are the same, 0 to 1, of all words in the quotation or missing from it.
    """

    grade: Grade
    share: float
    parts: tuple[QuotePart, ...]
    operations: tuple[Operation, ...]
    warnings: tuple[QuoteWarning, ...] = ()

    @property
    def passage(self) -> Passage:
        """The passage in which the words begin."""
        return self.parts[0].passage

    @property
    def citation(self) -> Citation:
        """The record of the document in which the words begin."""
        return self.parts[0].citation

    @property
    def note(self) -> str:
        """The citation as a footnote, of the place where the words begin."""
        return self.parts[0].note

    @property
    def text(self) -> str:
        """The real words, verbatim, passages parted by an empty line."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The utterances that the words stand in."""
        return tuple(u for part in self.parts for u in part.utterances)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says the words, each once; those who only probably do are not among them."""
        return tuple(dict.fromkeys(u.speaker for u in self.utterances if u.speaker))

    def to_dict(self) -> dict[str, Any]:
        """Return the match as JSON values."""
        return {
            "grade": self.grade.value,
            "share": round(self.share, 4),
            "text": self.text,
            "speakers": list(self.speakers),
            "parts": [part.to_dict() for part in self.parts],
            "operations": [operation.to_dict() for operation in self.operations],
            "warnings": [warning.to_dict() for warning in self.warnings],
            "citation_note": self.note,
        }


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The check of one quotation; iterating gives its matches, best first.

    ``occurrences`` counts the passages in which the very words begin, more than ``matches`` shows; from 50 on,
    case is not looked at. ``names`` are the
    corpus's names of the ``speaker`` who was named: none where the corpus does not know such a speaker.
    ``revision`` is the store's; ``took_ms`` is wall time in milliseconds.
    """

    quotation: str
    grade: Grade
    matches: tuple[QuoteMatch, ...]
    occurrences: int
    speaker: str | None
    names: tuple[str, ...]
    revision: int
    took_ms: float = 0.0

    def __iter__(self) -> Iterator[QuoteMatch]:
        return iter(self.matches)

    def __len__(self) -> int:
        return len(self.matches)

    def to_dict(self) -> dict[str, Any]:
        """Return the check as JSON values: the one form for Python, the command line and programs."""
        return {
            "quotation": self.quotation,
            "grade": self.grade.value,
            "matches": [match.to_dict() for match in self.matches],
            "occurrences": self.occurrences,
            "speaker": self.speaker,
            "names": list(self.names),
            "revision": self.revision,
            "took_ms": round(self.took_ms, 1),
        }
