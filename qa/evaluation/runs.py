"""Asking every question of an evaluation set through ``retrieve``, and what a scorer reads of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UsageError, printable
from qa.evaluation.documents import SET_READER, SET_SOURCE, documents_of
from qa.retrieve import retrieve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa.answer import Answer
    from qa.corpus import Corpus
    from qa.evaluation.documents import SetDocument
    from qa.evaluation.sets import SetPassage, SetQuestion


@dataclass(frozen=True, slots=True)
class Found:
    """What one question found: ``(passage id, score)`` with the ids of the set, best first, each id once.

    ``confidence`` is the probability, 0 to 1, that the corpus answers.
    """

    question_id: str
    ranked: tuple[tuple[str, float], ...]
    confidence: float


def ask(question: str, corpus: Corpus, k: int) -> Answer:
    """Return the answer that every door gives; measuring takes no path of its own."""
    return retrieve(question, corpus=corpus, k=k, per_document=None)


def lay_out(passages: Sequence[SetPassage], corpus: Corpus) -> dict[str, str]:
    """Make the corpus hold exactly the set, and return the set's ids by the ids of the corpus's passages.

    What is there already and unchanged is left as it is, so that its index still fits.

    Raises:
        UsageError: the corpus holds documents that come from elsewhere; nothing is changed.
        CorpusBusyError, DiskFullError: it cannot be written.
    """
    made = list(documents_of(passages))
    wanted = {one.document.id for one in made}
    stale = _stale(corpus, wanted)
    with corpus.store.writing() as writer:
        for document_id in stale:
            writer.remove(document_id)
        for one in made:
            writer.put(one.document, SET_READER)
    return {ours: theirs for one in made for ours, theirs in _pairs(one)}


def found_all(
    questions: Sequence[SetQuestion], corpus: Corpus, set_ids: Mapping[str, str], *, k: int
) -> Iterator[Found]:
    """Ask one question after the other.

    Args:
        questions: of the set.
        corpus: as ``lay_out`` has left it.
        set_ids: what ``lay_out`` returned.
        k: how many hits to ask for; passages folded into a hit come directly behind it, and are not counted.
    """
    for question in questions:
        answer = ask(question.text, corpus, k)
        yield Found(question.id, tuple(_ranked(answer, set_ids)), answer.confidence)


def run_lines(found: Found) -> str:
    """Return the lines of a run file: question, passage, rank from 1, score, parted by tabs."""
    rows = enumerate(found.ranked, 1)
    return "".join(f"{found.question_id}\t{name}\t{rank}\t{score:.9g}\n" for rank, (name, score) in rows)


def score_line(found: Found) -> str:
    """Return the line of a scores file: question, probability that the corpus answers it."""
    return f"{found.question_id}\t{found.confidence:.9g}\n"


def _ranked(answer: Answer, set_ids: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    least = float("inf")
    for hit in answer.hits:
        # A folded copy can outscore the passage that stands for it; a run's scores never rise again.
        least = min(least, hit.score)
        for ours in (hit.passage.id, *hit.also_in):
            yield set_ids[ours], least


def _pairs(one: SetDocument) -> Iterator[tuple[str, str]]:
    return zip((p.id for p in one.document.passages), one.set_ids, strict=True)


def _stale(corpus: Corpus, wanted: set[str]) -> list[str]:
    """Return the documents of an earlier state of the set; somebody's own documents are never touched."""
    there = corpus.documents()
    foreign = [d for d in there if not all(source.startswith(SET_SOURCE) for source in d.sources)]
    if foreign:
        raise UsageError(
            f"{printable(corpus.folder)} holds documents that are not of an evaluation set ({len(foreign):,})",
            expected="an empty or new folder, or one that --set made",
            action="Name another folder with --corpus, or leave it out to use a temporary one.",
        )
    return [d.id for d in there if d.id not in wanted]
