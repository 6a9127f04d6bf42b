"""The line that closes a block quotation and says whose words it was: "— Jane Roe, first engineer"."""

from __future__ import annotations

import re

from corpus.speakers.names import Mention, is_title, mentions

#: A dash, and a line too short and too open at its end to be dialogue: "— I never said so."
_SIGNATURE = re.compile(
    r"[ \t>]*(?:[—–―]|--+|-(?=[ \t]))[ \t]*(?P<words>[^\s.!?][^\n]{0,118}[^\n.!?…:;,”\"\s])\s*\Z"
)
#: What follows a name is a role when it opens as one: "first engineer", not "quoting", "in" or "to".
_ROLE = re.compile(
    r",\s+(?!(?:in|to|from|on|at|as|by|with|for|after|before|quoting|via|who|whose|speaking|writing|said|citing"
    r"|and|or|about|of|during|translated|paraphrasing|reading)\b)(?P<role>[^,;:—–()]{3,80})\Z"
)


def is_signature(line: str) -> bool:
    """Whether a line has the shape of a signature, whoever signs."""
    return _SIGNATURE.match(line) is not None


def signer(line: str) -> tuple[Mention, str | None] | None:
    """Return who signs and the role printed behind, only where the line is plainly a full name and no more."""
    match = _SIGNATURE.match(line)
    words = match["words"] if match else ""
    first = next(mentions(words), None)
    if first is None or first.start or first.possessive or not first.full:
        return None
    rest = words[first.end :]
    if not rest:
        return first, None
    role = _ROLE.match(rest)
    said = role["role"] if role else ""
    return (first, said) if said and (said[0].islower() or any(is_title(w) for w in said.split())) else None
