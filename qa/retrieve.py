"""``retrieve``: the one way from a question to an answer, for every door."""

from __future__ import annotations

import functools
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import limits
from corpus.errors import QuestionTooLongError, UsageError
from qa.answer import Answer, Hit, Reading
from qa.corpus import Corpus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from corpus.model import Passage
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.search import Found


def retrieve(
    question: str,
    *,
    corpus: Corpus | str | Path | None = None,
    k: int = 5,
    speaker: str | None = None,
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    source: str | None = None,
) -> Answer:
    """Return the passages that answer a question, verbatim, each with who said it and its citation.

    Args:
        question: 1 to 2,000 characters.
        corpus: a ``Corpus``, the folder of one, or None for the bundled sample.
        k: most hits to return, 1 to 1,000.
        speaker: only passages in which this person speaks; part of a name will do.
        since, until: only documents published then; a date, or text such as 2014, 2014-08 or 2014-08-10.
        source: only documents whose title, publication or file name holds this text, or with this id.

    Raises:
        QuestionTooLongError, UsageError: the question or a filter cannot be read.
        CorpusError, ModelError: the corpus or its model cannot be used.
    """
    began = time.perf_counter()
    question = check_question(question, k)
    reading = _reading(speaker, since, until, source)
    opened = corpus if isinstance(corpus, Corpus) else open_corpus(corpus)
    answer = _answer(opened, question, reading, k)
    return replace(answer, took_ms=(time.perf_counter() - began) * 1000)


def open_corpus(corpus: str | Path | None = None) -> Corpus:
    """Return the corpus in a folder, or the bundled sample; the same folder gives the same open corpus."""
    return _opened(None if corpus is None else str(Path(corpus).expanduser().resolve()))


@functools.lru_cache(maxsize=8)
def _opened(folder: str | None) -> Corpus:
    from qa.bundled import open_bundled  # noqa: PLC0415 - platformdirs, and only for the sample

    return open_bundled() if folder is None else Corpus(folder)


def check_question(question: str, k: int = 1) -> str:
    """Return the question without blanks around it; what is too long is refused before anything looks at it.

    Raises:
        QuestionTooLongError, UsageError: it cannot be asked.
    """
    if len(question) > limits.MAX_QUESTION_CHARS:
        raise QuestionTooLongError(
            f"the question has {len(question):,} characters",
            expected=f"at most {limits.MAX_QUESTION_CHARS:,}",
            action="Ask in fewer words; to compare a long text, ask with one sentence of it.",
        )
    if not any(c.isalnum() for c in question):
        raise UsageError("the question has no words", expected="a question", action="Ask something.")
    if not 1 <= k <= limits.MAX_HITS:
        raise UsageError(f"k is {k}", expected=f"1 to {limits.MAX_HITS:,} hits", action="Choose such a number.")
    return question.strip()


def _reading(
    speaker: str | None, since: str | dt.date | None, until: str | dt.date | None, source: str | None
) -> Reading:
    from qa.filters import check_words, read_day  # noqa: PLC0415 - keeps `import qa` quick, as do those below

    first, last = read_day(since, "since"), read_day(until, "until")
    if first and last and first.first > last.last:
        raise UsageError(
            f"since {first.iso} is later than until {last.iso}",
            expected="a time that begins before it ends",
            action="Exchange the two dates.",
        )
    return Reading(
        check_words(speaker, "speaker"), first.iso if first else None, last.iso if last else None,
        check_words(source, "source"),
    )  # fmt: skip


def _answer(corpus: Corpus, question: str, reading: Reading, k: int) -> Answer:
    from qa.filters import allowed_ids  # noqa: PLC0415
    from qa.search import search  # noqa: PLC0415

    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ids = allowed_ids(view, reading)
        allowed = None if ids is None else snapshot.positions(ids)
        found = search(snapshot, corpus.encoder, question, allowed=allowed, k=k)
        hits = _hits(corpus, snapshot, view, question, found, k)
    sure = found.confidence if hits else 0.0
    answered = bool(hits) and sure >= corpus.settings.threshold
    return Answer(question, reading, answered, sure, hits, snapshot.revision, snapshot.model, 0.0)


def _hits(corpus: Corpus, snapshot: Snapshot, view: View, question: str, found: Found, k: int) -> tuple[Hit, ...]:
    from qa.highlight import answering_sentences  # noqa: PLC0415

    groups = _groups(snapshot, view, list(found.scores), k)
    spans = answering_sentences(corpus.encoder, question, found.vector, [group[0].text for group in groups])
    return tuple(
        _hit(view, group, rank, span, found, snapshot)
        for rank, (group, span) in enumerate(zip(groups, spans, strict=True), 1)
    )


def _groups(snapshot: Snapshot, view: View, positions: Sequence[int], k: int) -> list[list[Passage]]:
    """Fetch the passages and fold near-duplicates into ``k`` groups, the earliest published first in its group.

    A passage that the store no longer has, or has with another text, is passed over: the words shown are
    always the store's.
    """
    from qa.fold import fold  # noqa: PLC0415

    keys = [snapshot.keys[p] for p in positions]
    stored = view.passages([key.id for key in keys])
    passages = [stored[key.id] for key in keys if key.id in stored and stored[key.id].sha256 == key.sha256]
    groups = fold([p.text for p in passages], [p.speakers for p in passages])[:k]
    return [sorted((passages[n] for n in group), key=lambda p: _published(view, p)) for group in groups]


def _published(view: View, passage: Passage) -> str:
    issued = view.citation(passage.document_id).issued
    return issued.first.isoformat() if issued else "9999"


def _hit(
    view: View,
    group: list[Passage],
    rank: int,
    spans: tuple[tuple[int, int], ...],
    found: Found,
    snapshot: Snapshot,
) -> Hit:
    passage = group[0]
    position = max((snapshot.position[p.id] for p in group), key=lambda p: found.scores[p])
    return Hit(
        passage=passage,
        citation=view.citation(passage.document_id),
        source=next(iter(view.sources(passage.document_id)), ""),
        rank=rank,
        score=found.scores[position],
        evidence=found.evidence[position],
        spans=spans,
        also_in=tuple(p.id for p in group[1:]),
        footnotes=tuple(view.notes(passage)),
    )
