"""From a turn of the conversation to what the page says to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import OnRecordError
from qa import retrieve
from qa.collect import collected
from qa.context import around
from qa.similar import similar
from ui import render, strings
from ui.panels.edge import refusal
from ui.turns import keep_form
from ui.wording import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.model import Passage
    from qa import Corpus, Hit
    from ui.turns import Turn

    Progress = Callable[[int, int], None]


def asking(corpus: Corpus, turn: Turn) -> str:
    """Return what the visitor asks in a turn, as HTML."""
    if not turn.like:
        return render.question(turn.question)
    try:
        found = collected(corpus, [turn.like]).hits
    except OnRecordError:
        found = ()  # the reply says what is wrong
    return render.question(_likeness(found[0]) if found else strings.CARD_MORE)


def _likeness(hit: Hit) -> str:
    place = hit.citation.title or strings.PARAGRAPH.format(number=hit.passage.paragraph)
    return strings.MORE_ASKED.format(words=short(hit.text), place=short(place))


def reply(
    corpus: Corpus, turn: Turn, number: int, progress: Progress | None = None, *, public: bool = False
) -> tuple[str, Turn]:
    """Return the answer to a turn as HTML, and the turn as it was answered; a refusal is an answer too.

    Args:
        corpus: what is asked.
        turn: what is asked of it.
        number: of the turn in its conversation, from 0.
        progress: called with how much of what was added since the last question is in the index.
        public: strangers ask.
    """
    try:
        if progress is not None:
            corpus.snapshot(progress)
        return _similar(corpus, turn, number) if turn.like else _answer(corpus, turn, number)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        what = "more like a passage" if turn.like else f"a question of {len(turn.question)} characters"
        return refusal(fault, what, public=public), replace(turn, reading=None, passages=None)


def _answer(corpus: Corpus, turn: Turn, number: int) -> tuple[str, Turn]:
    found = retrieve(turn.question, corpus=corpus, previous=turn.previous, ignore=turn.ignore)
    answered = replace(turn, reading=found.reading, passages=_ids(found))
    return render.answer(found, lambda hit: _beside(corpus, hit), _place(answered, number)), answered


def _similar(corpus: Corpus, turn: Turn, number: int) -> tuple[str, Turn]:
    found = similar(corpus, turn.like)
    answered = replace(turn, passages=_ids(found.hits))
    return render.more_like(found, lambda hit: _beside(corpus, hit), _place(answered, number)), answered


def _ids(hits: Iterable[Hit]) -> tuple[str, ...]:
    return tuple(hit.passage.id for hit in hits)


def _place(turn: Turn, number: int) -> render.Place:
    return render.Place(number, turn.dropped, keep_form(turn), changed=turn.changed)


def _beside(corpus: Corpus, hit: Hit) -> render.Beside:
    also = collected(corpus, hit.also_in[: render.MOST_ALSO]).hits if hit.also_in else ()
    return render.Beside(_around(corpus, hit), also)


def _around(corpus: Corpus, hit: Hit) -> tuple[Passage, ...]:
    document = corpus.document(hit.passage.document_id)
    return around(document, hit.passage) if document else ()
