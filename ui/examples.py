"""Example questions drawn from the corpus itself: each about somebody who speaks in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa import Corpus

_COUNT = 4


def example_questions(corpus: Corpus, count: int = _COUNT) -> list[str]:
    """Return up to ``count`` questions that the corpus can be asked; none for a corpus in which nobody speaks.

    A question names a speaker and the section in which they speak, so that it is answered whatever the
    corpus is about.
    """
    out: list[str] = []
    for speaker in corpus.speakers():
        section = _section(corpus, speaker.name)
        about = f" about “{section}”" if section else ""  # as printed: its first word may be a name
        out.append(f"What does {speaker.name} say{about}?")
        if len(out) == count:
            break
    return out


def _section(corpus: Corpus, speaker: str) -> str | None:
    with corpus.store.reading() as view:
        passages = view.passages(sorted(view.spoken_by([speaker]))[:1])
    return next((p.section for p in passages.values()), None)
