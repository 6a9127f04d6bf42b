"""The answer: hits for one question, and whether the corpus answers it at all."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from corpus.cite import note, notes_at
from corpus.citing import cite, locator_of, quoted_in
from corpus.model import UtteranceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.citation import Citation
    from corpus.citing import Cited, Style
    from corpus.model import Passage, Utterance
    from qa.reading import Reading


#: Kinds whose words stand apart in the passage, and are copied as they stand.
_QUOTED = frozenset({UtteranceKind.DIRECT, UtteranceKind.PART, UtteranceKind.TURN})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a passage was found.

    ``cosine`` is how near the passage with its title is to the question, and ``sentence`` its nearest sentence:
    inner products with the question's vector. ``words`` is its BM25 for the question's words, ``coverage`` the
    share of them, weighted by rarity, that stand in it, and ``terms`` those words as they were asked for.
    ``speakers`` are the people asked for or named in the question who speak in it; ``in_period`` says that it was
    published, or holds a statement made, in the time asked for.
    """

    cosine: float = 0.0
    sentence: float = 0.0
    words: float = 0.0
    coverage: float = 0.0
    terms: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    in_period: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as JSON values."""
        figures = {name: round(getattr(self, name), 4) for name in ("cosine", "sentence", "words", "coverage")}
        lists = {"terms": list(self.terms), "speakers": list(self.speakers)}
        return {**figures, **lists, "in_period": self.in_period}


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers.

    ``spans`` are the half-open offsets in ``passage.text`` of the answering sentence; ``also_in`` the ids of
    passages with the same words elsewhere; ``footnotes`` the (label, text) of the notes the passage cites.
    """

    passage: Passage
    citation: Citation
    source: str
    rank: int
    score: float
    evidence: Evidence
    spans: tuple[tuple[int, int], ...] = ()
    also_in: tuple[str, ...] = ()
    footnotes: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The passage's words, verbatim."""
        return self.passage.text

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks in the passage."""
        return self.passage.speakers

    @property
    def answering(self) -> tuple[Utterance, ...]:
        """The utterances in the marked sentence; of several speakers', those with most of the question's words."""
        touched = [u for u in self.passage.utterances if any(u.start < e and s < u.end for s, e in self.spans)]
        touched = [
            u for u in touched if u.kind.verbatim
        ] or touched  # somebody's own words before a report of them
        if len({u.speaker for u in touched}) <= 1:
            return tuple(touched)
        counts = [self._terms_in(u) for u in touched]
        return tuple(u for u, count in zip(touched, counts, strict=True) if count == max(counts))

    @property
    def quotation(self) -> str:
        """What to copy: the one answering utterance as it stands with its marks, else the marked sentence."""
        if len(self.answering) == 1 and self.answering[0].kind in _QUOTED:
            return self.text[self.answering[0].start : self.answering[0].end]
        return " ".join(self.text[start:end] for start, end in self.spans) or self.text

    @property
    def note(self) -> str:
        """The citation as a footnote, with the place and, of words that are not the author's, "quoted in"."""
        return note(self.citation, self.passage, self.answering, [text for _, text in self.cited])

    def cite(self, style: Style) -> Cited:
        """Return the citation in a style, with the passage's place and whose words are quoted there, if any."""
        quoted = quoted_in(self.citation, self.answering)
        return cite(self.citation, style, locator=locator_of(self.passage), quoted=quoted)

    @property
    def cited(self) -> tuple[tuple[str, str], ...]:
        """The footnotes whose marks stand in or right behind the marked sentence; all of them if none does."""
        return notes_at(self.text, self.spans, self.footnotes) or self.footnotes

    def _terms_in(self, utterance: Utterance) -> int:
        words = set(_WORD.findall(self.text[utterance.start : utterance.end].casefold()))
        return sum(term in words for term in self.evidence.terms)

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as JSON values."""
        passage = self.passage
        return {
            "rank": self.rank,
            "score": round(self.score, 6),
            "passage_id": passage.id,
            "document_id": passage.document_id,
            "text": passage.text,
            "kind": passage.kind.value,
            "section": passage.section,
            "paragraph": passage.paragraph,
            "page": passage.page,
            "time": passage.time,
            "spans": [list(span) for span in self.spans],
            "speakers": list(self.speakers),
            "utterances": [_said(u) for u in passage.utterances],
            "citation": self.citation.csl(passage.document_id),
            "citation_note": self.note,
            "footnotes": [{"label": label, "text": text} for label, text in self.footnotes],
            "also_in": list(self.also_in),
            "evidence": self.evidence.to_dict(),
        }


def _said(utterance: Utterance) -> dict[str, Any]:
    """Return an utterance as JSON values; its grounds are offsets in the document's text."""
    form = asdict(utterance) | {"kind": utterance.kind.value}
    if form["grounds"]:
        form["grounds"] = {name: place and list(place) for name, place in form["grounds"].items()}
    return form


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits for one question, best first; iterating gives them.

    When ``answered`` is False the corpus does not answer and the hits are only the nearest passages.
    ``confidence`` is between 0 and 1; ``revision`` is the store's; ``took_ms`` is wall time in milliseconds.
    ``searched`` is how many passages the filters let pass, of the ``passages`` that the corpus holds.
    """

    question: str
    reading: Reading
    answered: bool
    confidence: float
    hits: tuple[Hit, ...]
    revision: int
    model: str
    took_ms: float
    searched: int = 0
    passages: int = 0

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as JSON values: the one form for Python, the command line and programs."""
        return {
            "question": self.question,
            "reading": self.reading.to_dict(),
            "answered": self.answered,
            "confidence": round(self.confidence, 4),
            "hits": [hit.to_dict() for hit in self.hits],
            "revision": self.revision,
            "model": self.model,
            "took_ms": round(self.took_ms, 1),
            "searched": self.searched,
            "passages": self.passages,
        }
