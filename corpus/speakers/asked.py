"""Whose words a question asks for: "What did Roe say about the canal?" asks for Roe's."""

from __future__ import annotations

import re

from corpus.speakers.cues import ACCORDING
from corpus.speakers.names import mentions

#: "did Roe say", "has Roe promised", "does the minister Roe claim": an auxiliary, a name, a verb of speech.
_AUXILIARY = re.compile(r"\b(?:did|does|do|has|have|had|was|is|were)\s+(?:\S+\s+){0,3}\Z")
#: Verbs as they stand behind an auxiliary; many are left out of the cues because they are nouns as often.
_SAY = re.compile(
    r"\s+(?:\w+ly\s+)?(?:say|said|tell|told|ask|reply|answer|add|state|declare|announce|argue|claim|insist|assert"
    r"|warn|note|explain|comment|write|call|describe|define|promise|urge|vow|pledge|predict|admit|deny|think|believe"
    r"|promised|called|argued|claimed|warned|written|announced|declared|urged|described)\b"
)


def asked_speaker(question: str) -> str | None:
    """Return the name of the person whose words a question asks for; None when it asks for nobody's.

    Only the plain forms are read, "what did X say" and "according to X". A body or place is no person, and a
    title alone is no name.
    """
    for mention in mentions(question):
        before, after = question[: mention.start], question[mention.end :]
        said = _AUXILIARY.search(before) and _SAY.match(after)
        if mention.name and not mention.body and not mention.possessive and (said or _quoted(before)):
            return mention.name
    return None


def _quoted(before: str) -> bool:
    cue = ACCORDING.search(before)
    return cue is not None and before[cue.end() :].strip() in {"", "the"}
