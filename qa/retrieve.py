"""``retrieve``: the one way from a question to an answer, for every door."""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UsageError
from qa.answer import Answer
from qa.bounds import QUESTION, check_text
from qa.corpus import Corpus

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from corpus.speakers.roster import Roster
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.reading import Known, Reading

#: Most hits from one document before other documents get their turn.
PER_DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything that was given with it; the fields are the arguments of ``retrieve``."""

    question: str
    k: int
    speaker: str | None
    since: str | dt.date | None
    until: str | dt.date | None
    source: str | None
    previous: Answer | Reading | None
    ignore: Collection[str]
    per_document: int | None


def retrieve(  # noqa: PLR0913 - the one verb; all but the question are keywords with a default
    question: str,
    *,
    corpus: Corpus | str | Path | None = None,
    k: int = 5,
    speaker: str | None = None,
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    source: str | None = None,
    previous: Answer | Reading | None = None,
    ignore: Collection[str] = (),
    per_document: int | None = PER_DOCUMENT,
) -> Answer:
    """Return the passages that answer a question, verbatim, each with who said it and its citation.

    Args:
        question: 1 to 2,000 characters. It may hold filters of its own: ``speaker:"Jane Roe" since:2014
            -source:draft kind:direct "these very words"``; the arguments below win over them.
        corpus: a ``Corpus``, the folder of one, or None for the bundled sample.
        k: most hits to return, 1 to 1,000.
        speaker: only passages in which this person speaks; part of a name will do.
        since, until: only documents published then; a date, or text such as 2014, 2014-08 or 2014-08-10.
        source: only documents whose title, publication or file name holds this text, or with this id.
        previous: the answer to the question before, or its reading: "and what about the bridge?" leans on it.
        ignore: parts of the reading not to be read, by their names in ``Reading``: "asked", "period", "carried".
        per_document: most hits of one document before other documents get their turn; None for no such bound.

    Raises:
        QuestionTooLongError, UsageError: the question or a filter cannot be read.
        CorpusError, ModelError: the corpus or its model cannot be used.
    """
    began = time.perf_counter()
    question = check_question(question, k)
    asked = Asked(question, k, speaker, since, until, source, previous, ignore, per_document)
    opened = corpus if isinstance(corpus, Corpus) else open_corpus(corpus)
    answer = _answer(opened, asked)
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
    check_text(question, k, QUESTION)
    return question.strip()


def _read(asked: Asked, known: Known) -> Reading:
    """Read the question, and put the arguments' filters over its own."""
    from qa.filters import check_words, read_day  # noqa: PLC0415 - keeps `import qa` quick, as do those below
    from qa.reading import read_question  # noqa: PLC0415

    first, last = read_day(asked.since, "since"), read_day(asked.until, "until")
    speaker, source = check_words(asked.speaker, "speaker"), check_words(asked.source, "source")
    previous = asked.previous.reading if isinstance(asked.previous, Answer) else asked.previous
    reading = read_question(asked.question, known, previous=previous, ignore=asked.ignore)
    reading = replace(
        reading,
        speaker=speaker or reading.speaker,
        source=source or reading.source,
        since=first.iso if first else reading.since,
        until=last.iso if last else reading.until,
    )
    since, until = read_day(reading.since, "since"), read_day(reading.until, "until")
    if since and until and since.first > until.last:
        raise UsageError(
            f"since {since.iso} is later than until {until.iso}",
            expected="a time that begins before it ends",
            action="Exchange the two dates.",
        )
    return reading


def _answer(corpus: Corpus, asked: Asked) -> Answer:
    from qa.decide import confidence  # noqa: PLC0415
    from qa.hits import Making, make_hits  # noqa: PLC0415
    from qa.rerank import rerank  # noqa: PLC0415
    from qa.search import search  # noqa: PLC0415

    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ledger = corpus.ledger(snapshot, view)
        reading = _read(asked, ledger.known)
        allowed, kept = _allowed(view, snapshot, reading, ledger.roster)
        found = search(snapshot, corpus.encoder, reading, ledger, allowed=allowed, limit=2 * asked.k)
        ranked = rerank(found, corpus.reranker, view, snapshot, reading)
        made_from = Making(view, snapshot, ledger, reading, ranked)
        hits = make_hits(made_from, asked.k, per_document=asked.per_document)
        sure = confidence(view, snapshot, reading, found) if hits and kept else 0.0
    answered = sure >= corpus.settings.threshold and sure > 0
    whole = len(snapshot.keys)
    counts = (whole if allowed is None else len(allowed), whole)
    return Answer(asked.question, reading, answered, sure, hits, snapshot.revision, snapshot.model, 0.0, *counts)


def _allowed(view: View, snapshot: Snapshot, reading: Reading, roster: Roster) -> tuple[set[int] | None, bool]:
    """Return the positions that every filter lets pass, None for all; and whether the phrases were found.

    Where no passage holds the phrases, the nearest that the other filters let pass are shown, as no answer.
    """
    from qa.filters import allowed_ids  # noqa: PLC0415
    from qa.phrases import holding  # noqa: PLC0415

    ids = allowed_ids(view, reading, roster)
    allowed = None if ids is None else set(snapshot.positions(ids))
    for phrase in reading.not_phrases:
        allowed = (set(range(len(snapshot.keys))) if allowed is None else allowed) - holding(
            view, snapshot, phrase
        )
    if not reading.must:
        return allowed, True
    strict = set.intersection(*(holding(view, snapshot, phrase) for phrase in reading.must))
    strict = strict if allowed is None else strict & allowed
    return (strict, True) if strict else (allowed, False)
