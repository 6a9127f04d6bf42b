"""Who "he" or "she" is beside a quotation: the one person named close before it, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers import subjects
from corpus.speakers.names import mentions

if TYPE_CHECKING:
    from corpus.model import Utterance
    from corpus.speakers.people import People

_HERS = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a quotation: the ``text`` up to it and the paragraph's ``sentences``, as offsets.

    ``last`` is the utterance before it in the paragraph, where nobody else is named in between.
    """

    text: str
    sentences: list[tuple[int, int]]
    last: Utterance | None = None


def only_person(before: Before, pronoun: str, people: People) -> str | None:
    """Return who a pronoun is: the paragraph's only person so far, named in this sentence or the one before.

    Anybody else who acts there may be meant just as well: "Roe sued. The judge was unmoved. He said". Who has
    just been quoted in the paragraph goes on being meant.
    """
    near = _reach(before)
    named = [m for m in mentions(before.text) if not m.body]
    names = {people.name(m) for m in named}
    other = _HIS if pronoun.lower() == "she" else _HERS
    if len(names) != 1 or other.search(before.text, near):
        return None
    acts = any(m.start >= near and subjects.can_speak(before.text, m) for m in named)
    if before.last is not None and before.last.speaker in names:
        near, acts = before.last.end, True
    return names.pop() if acts and not subjects.another_acts(before.text[near:]) else None


def _reach(before: Before) -> int:
    """Return where the sentence before the quotation's own begins."""
    end = len(before.text.rstrip())
    starts = [s for s, _ in before.sentences if s < end]
    opens_sentence = any(end <= s <= len(before.text) for s, _ in before.sentences)
    wanted = starts[-1:] if opens_sentence else starts[-2:]
    return wanted[0] if wanted else 0
