"""A span of somebody's words: how it stands in the text, who said it, when, and what shows that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class UtteranceKind(StrEnum):
    """How the words stand in the text. All but ``INDIRECT`` are the speaker's own words."""

    DIRECT = "direct"
    PART = "part"
    BLOCK = "block"
    INDIRECT = "indirect"
    TURN = "turn"

    @property
    def verbatim(self) -> bool:
        """Whether the words are the speaker's own, not the author's report of them."""
        return self is not UtteranceKind.INDIRECT


@dataclass(frozen=True, slots=True)
class StatementDate:
    """When something was said: ``as_printed`` at ``start:end`` of the passage.

    It means some day or days from ``since`` to ``until``, ISO 8601, both included.
    """

    start: int
    end: int
    as_printed: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an attribution rests on, as offsets in the document's text.

    ``sentence`` holds the ``mention`` that names the speaker and the ``cue``; ``named`` is the place that gives
    the full name, where the mention does not. Each is None where there is none.
    """

    sentence: tuple[int, int] | None = None
    mention: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    named: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """A span of a passage that somebody said.

    ``speaker`` is the full name where the text tells it and it is sure enough to be said outright; None means
    *unattributed*, said honestly. ``probably`` is the name where it is likely and no more.
    ``as_printed`` is the mention that named the speaker, ``role`` the role printed beside that mention,
    ``cue`` the words that show the speech. ``confidence`` is how often such an attribution is right, between 0
    and 1. ``said`` is the statement's own date, where its sentence gives one.
    """

    start: int
    end: int
    kind: UtteranceKind
    speaker: str | None = None
    as_printed: str | None = None
    role: str | None = None
    cue: str | None = None
    confidence: float = 0.0
    probably: str | None = None
    said: StatementDate | None = None
    grounds: Grounds | None = None
