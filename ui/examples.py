"""Example questions drawn from the corpus itself: each about somebody who speaks in it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa import Corpus

_COUNT = 4
#: Examples come from so many documents at most: a page should open at once.
_DOCUMENTS = 20
#: So many proposals are looked through for each example wanted.
_PROPOSED = 10
_DOUBLE_MARKS = frozenset('"“”„«»')


def example_questions(corpus: Corpus, count: int = _COUNT) -> list[str]:
    """Return up to ``count`` questions that the corpus can be asked; none for a corpus in which nobody speaks.

    Each names another speaker and the most telling words of something that this speaker said; those with several
    words come first. Words with double marks are left out, for these ask for the very words between them.
    """
    from qa.evaluation.proposing import propose  # noqa: PLC0415 - only when a page opens

    with corpus.store.reading() as view:
        proposed = propose(islice(view.documents(), _DOCUMENTS), _PROPOSED * count)
    by_speaker: dict[str, str] = {}
    for one in sorted(proposed, key=lambda p: len(p.question.split()) - len(p.speaker.split()), reverse=True):
        if one.speaker and not _DOUBLE_MARKS & set(one.question):
            by_speaker.setdefault(one.speaker, one.question)
    return list(by_speaker.values())[:count]
