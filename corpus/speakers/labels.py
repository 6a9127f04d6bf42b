"""Speakers' labels in transcripts: lines that open with who speaks, "JANE ROE: I call the meeting to order".

A label that nothing resolves stays as printed. "Q" and "Speaker 2" say that somebody else speaks, not who,
so they name no speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.speakers.names import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = rf"(?:[{CAPITALS}][\w.'’\-]*|de|van|von|der|bin|ibn|al|of|the|and)"
_LABEL = re.compile(
    rf"\s*(?P<name>[{CAPITALS}][\w.'’\-]*(?:[ ]{_WORD}){{0,5}}(?:[ ]\d{{1,2}})?)"
    r"(?:[ ]\((?P<role>[^()\n]{1,80})\))?:[ \t]+(?=\S)"
)
_ANONYMOUS = re.compile(
    r"(?:q|a|question|answer|speaker|interviewer|interviewee|unidentified|unknown|voice|man|woman|male|female"
    r"|audience(?: member)?|participant|reporter|moderator)(?:[ ](?:speaker|voice|male|female|man|woman))*"
    r"(?:[ ]?\d+)?",
    re.IGNORECASE,
)
#: Words before a colon that introduce something other than speech.
_NOT_NAMES = frozenset(
    """note source sources photo image caption date time place subject update contact tags topics location see read
    summary background example warning
    correction present attendees attendance apologies participants members absent agenda""".split()
)
_LEAST_TURNS = 3
_LEAST_SHARE = 0.25


def turn_label(line: str) -> re.Match[str] | None:
    """Match a speaker's label at the start of ``line``; groups ``name`` and ``role``."""
    match = _LABEL.match(line)
    return None if match is None or match["name"].lower() in _NOT_NAMES else match


def names_nobody(label: str) -> bool:
    """Whether a label only says that somebody speaks: Q, Speaker 2, Unidentified male."""
    return _ANONYMOUS.fullmatch(label.strip()) is not None


def is_transcript(lines: Sequence[str]) -> bool:
    """Whether enough lines open with a label, and a label comes back, as only speakers' labels do."""
    labels = Counter(m["name"] for line in lines if (m := turn_label(line)))
    full = sum(1 for line in lines if line.strip())
    turns = labels.total()
    return turns >= _LEAST_TURNS and turns >= full * _LEAST_SHARE and labels.most_common(1)[0][1] > 1
