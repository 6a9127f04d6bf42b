"""How sure something is, in words and a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui import strings

if TYPE_CHECKING:
    from corpus.model import Utterance
    from qa import Answer

#: From which confidence on an answer is called so.
_WORDS: Final = (
    (0.9, strings.SURE_ALMOST),
    (0.7, strings.SURE_PROBABLY),
    (0.5, strings.SURE_EVEN),
    (0.0, strings.SURE_PERHAPS),
)


def percent(share: float) -> int:
    """Return a share as whole per cent, cut and not rounded: only what is certain is 100."""
    return int(share * 100 + 1e-9)


def answer_sureness(answer: Answer) -> str:
    """Return how likely it is that the passages answer the question; empty where that was no matter of estimate.

    So it is where there are no passages, and where a rule says that they are none: see ``qa.decide``.
    """
    if not answer.hits or not answer.confidence:
        return ""
    if not answer.answered:
        return strings.SURE_ANSWERS_NOT.format(percent=percent(answer.confidence))
    word = next(word for least, word in _WORDS if answer.confidence >= least)
    return strings.SURE_ANSWERS.format(word=word, percent=percent(answer.confidence))


def speaker_sureness(utterance: Utterance) -> str:
    """Return how sure it is who says this; empty where nobody is named."""
    if not (utterance.speaker or utterance.probably):
        return ""
    return strings.SURE_SPEAKER.format(percent=percent(utterance.confidence))
