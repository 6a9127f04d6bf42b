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
    correction present attendees attendance apologies participants members absent agenda
    tip tips step steps stage serves serving servings makes yield yields ingredient ingredients method methods
    preparation prep directions instructions equipment materials difficulty cost price total cooking notes hint
    hints pro pros con cons rule rules fact facts myth myths reality goal goals result results conclusion
    conclusions overview introduction key title published updated day week month year part chapter section
    figure table exhibit item option phase round lesson exercise problem solution cause effect dos don'ts
    don’ts before after address phone email website hours size weight status score verdict rating cast""".split()
)
#: "Step 2", "Part 3".
_NUMBER = re.compile(r"[ ]\d{1,2}\Z")
_LEAST_TURNS = 3
_LEAST_SPEAKERS = 2
_LEAST_SHARE = 0.25


def turn_label(line: str) -> re.Match[str] | None:
    """Match a speaker's label at the start of ``line``; groups ``name`` and ``role``."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match["name"].lower()
    return None if name in _NOT_NAMES or _NUMBER.sub("", name) in _NOT_NAMES else match


def names_nobody(label: str) -> bool:
    """Whether a label only says that somebody speaks: Q, Speaker 2, Unidentified male."""
    return _ANONYMOUS.fullmatch(label.strip()) is not None


def is_transcript(lines: Sequence[str]) -> bool:
    """Whether enough lines open with a label, and labels come back, as only speakers' labels do.

    Two that come back are a conversation. Where one alone does, as in a recipe's "Tip", it and another must
    look like names.
    """
    labels = Counter(m["name"] for line in lines if (m := turn_label(line)))
    full = sum(1 for line in lines if line.strip())
    turns = labels.total()
    if turns < _LEAST_TURNS or turns < full * _LEAST_SHARE:
        return False
    returning = [label for label, count in labels.items() if count > 1]
    if len(returning) >= _LEAST_SPEAKERS:
        return True
    return any(map(_looks_like_a_name, returning)) and sum(map(_looks_like_a_name, labels)) >= _LEAST_SPEAKERS


def _looks_like_a_name(label: str) -> bool:
    """Whether a label is set as speakers' labels are: in capitals, of two words, or Q and A."""
    return label.isupper() or len(label.split()) > 1 or names_nobody(label)
