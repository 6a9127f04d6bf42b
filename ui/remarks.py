"""What is said beside the passages: what is not there, what is left open, and why a passage was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from qa.filters import matching_speakers
from ui import strings
from ui.reading import question_back
from ui.wording import listed, quoted, short

if TYPE_CHECKING:
    from qa import Answer, Hit
    from qa.reading import Reading

_MOST_TERMS: Final = 12
#: Filters that can leave no passage at all. Exact phrases cannot: where they fail, the nearest are shown.
_FILTERS: Final = (
    "speaker", "since", "until", "source", "kind", "not_speaker", "not_source", "not_kind", "not_phrases",
)  # fmt: skip


def remarks(answer: Answer) -> list[str]:
    """Return what the reader must know beside the passages: what is not there, and what is left open."""
    lines = (_absent(answer), question_back(answer.reading), _phrases_missing(answer), _nothing(answer))
    return [line for line in lines if line]


def why_found(hit: Hit) -> str:
    """Return why a passage was found: the words it shares with the question, who speaks in it, its time."""
    found = hit.evidence
    parts = []
    if found.terms:
        more = strings.MORE.format(count=len(found.terms) - _MOST_TERMS) if len(found.terms) > _MOST_TERMS else ""
        parts.append(strings.MATCHED.format(terms=", ".join(map(short, found.terms[:_MOST_TERMS])) + more))
    if found.speakers:
        parts.append(strings.SPEAKS.format(names=listed([_as_sure(n, hit) for n in found.speakers], strings.AND)))
    if found.in_period:
        parts.append(strings.OF_THE_TIME)
    return "; ".join(parts) or strings.BY_MEANING


def _absent(answer: Answer) -> str:
    """Say that nothing is this person's; where a passage shown is so "probably", that nothing surely is."""
    name = answer.reading.asked_as
    if not answer.reading.absent or name is None:
        return ""
    probable = {u.probably for hit in answer for u in hit.passage.utterances if u.probably and not u.speaker}
    said = strings.NOT_SURELY_ATTRIBUTED if matching_speakers(name, sorted(probable)) else strings.NOT_ATTRIBUTED
    return said.format(name=short(name))


def _phrases_missing(answer: Answer) -> str:
    """Say that no passage holds the phrases: passages are shown, and yet the confidence is none at all.

    Of somebody who is absent it is none as well, and then that is what is said.
    """
    reading = answer.reading
    if not reading.must or not answer.hits or answer.answered or answer.confidence > 0 or reading.absent:
        return ""
    said = strings.NONE_LEFT_HOLDS if _filtered(reading) else strings.NONE_HOLDS
    together = strings.TOGETHER if len(reading.must) > 1 else ""
    return said.format(phrases=quoted(reading.must, strings.AND) + together)


def _nothing(answer: Answer) -> str:
    """Say why no passage is shown at all."""
    if answer.hits:
        return ""
    return strings.NO_PASSAGE_LEFT if _filtered(answer.reading) else strings.EMPTY


def _filtered(reading: Reading) -> bool:
    return any(getattr(reading, name) for name in _FILTERS)


def _as_sure(name: str, hit: Hit) -> str:
    """Return "probably" and the name where no attribution in the passage says it outright."""
    outright, probable = hit.passage.speakers, [u.probably for u in hit.passage.utterances]
    return strings.PROBABLY.format(name=name) if name not in outright and name in probable else name
