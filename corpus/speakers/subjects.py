"""Who cannot be the subject of a verb of speech, wherever the name stands near it.

"A doctor treating Roe said", "those who knew Roe said", "Roe was told" and "Roe and Poe said": none of them
gives Roe the words. Each test here takes a candidate away; none of them proposes another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.speakers import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.names import Mention

#: How far back, in characters, the words that govern a name can stand.
_NEAR = 80
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|from|by|in|at|on|against|about|near|under|between|than|like|over|into|toward|towards)\s+"
    r"(?:the\s+|an?\s+)?\Z"
)
#: Circumstances: "after Roe's speech the crowd shouted" gives Roe nothing.
_CIRCUMSTANCE = re.compile(r"\b(?:after|before|during|despite|since|amid|without|following)\s+\Z", re.IGNORECASE)
#: A verb right before a name has it as its object: "those who knew Roe", "the film starring Roe".
_GOVERNING_VERB = re.compile(
    r"\b(?:(?!retired\b)[a-z]{2,}(?:ed|ing)|knew|knows?|met|meets?|told|tells?|saw|sees?|beat|beats|led|leads?|left"
    r"|won|shot|held|found|taught|brought|caught|fought|sent|hit|sought|sued|hosts?|employs?|quotes?|urges?)\s+"
    r"(?:the\s+|an?\s+)?\Z"
)
#: Clauses in which a name between commas is no apposition: "the driver, who knew Roe, said".
_CLAUSE = re.compile(
    r",\s+(?:who|whose|whom|which|that|after|before|while|when|as|where|because|since|until|though|although|if"
    r"|[a-z]+ing)\s[^,]*\Z"
)
_JOINED = re.compile(r"(?<!,)\s+(?:and|or|nor|&)\s+(?:the\s+)?\Z")
_NEXT_JOINED = re.compile(r"\s+(?:and|or|&)\s+(?:the\s+)?\Z")
_PASSIVE = re.compile(r"\b(?:is|was)(?:\s+\w+)*\s+\Z")
#: "but added": verbs that go on with the subject there is.
_GOING_ON = re.compile(r"\b(?:and|but|then)\s+(?:then\s+|also\s+|later\s+)?(?:added|adds|continued|concluded)\Z")
#: "to say", "when asked", "the proposed harbour", "a letter which read": verbs with no subject of their own.
_SUBJECTLESS = re.compile(
    r"\b(?:to|when|if|once|the|an?|his|her|its|their|this|that|these|those|no|any|which(?:\s+\w+)?)\s+\Z"
)
#: "Roe never said", "Roe denied that she had called": words that are not Roe's, by Roe's own account.
_DISOWNED = re.compile(
    r"(?:\b(?:never|not|den(?:y|ied|ies|ying))|n[’']t)\s+"
    rf"(?:(?:that|having|ever|to|have|had|he|she|they|been|once)\s+){{0,4}}{cues.VERB}"
)


def can_speak(text: str, mention: Mention) -> bool:
    """Whether a mention stands where a subject can: owned by no preposition, verb or clause, and not joined."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    return not (mention.possessive or is_object(before) or _JOINED.search(before))


def follows_preposition(before: str) -> bool:
    """Whether the words before a name end in a preposition."""
    return _PREPOSITION.search(before) is not None


def is_object(before: str) -> bool:
    """Whether the words before a name end in a preposition or verb that has it as its object."""
    return follows_preposition(before) or _GOVERNING_VERB.search(before) is not None


def is_circumstance(before: str) -> bool:
    """Whether the words before a possessor make what is owned an object or a circumstance, not a subject."""
    return is_object(before) or _CIRCUMSTANCE.search(before) is not None


def stands_in_clause(text: str, mention: Mention) -> bool:
    """Whether a clause between commas holds the mention, which then describes somebody else."""
    return _CLAUSE.search(text, max(0, mention.start - 3 * _NEAR), mention.start) is not None


def joined_to_next(text: str, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether "and" or "or" ties the mention to the next one: two people cannot have said one quotation."""
    after = next((m for m in found if m.start >= mention.end), None)
    return after is not None and _NEXT_JOINED.fullmatch(text[mention.end : after.start]) is not None


def is_passive(gap: str, verb: str) -> bool:
    """Whether the words between a name and a verb make it passive: "Roe was told" is somebody else talking."""
    return not verb.endswith("ing") and _PASSIVE.search(gap) is not None


def disowns(lead: str) -> bool:
    """Whether the lead says that the words were not said."""
    return _DISOWNED.search(lead) is not None


def needs_subject(lead: str, verb: re.Match[str]) -> bool:
    """Whether a verb of speech must have a subject of its own: "Roe said her sister *told* the crowd"."""
    finite = not verb.group().endswith("ing") and _GOING_ON.search(lead, 0, verb.end()) is None
    return finite and _SUBJECTLESS.search(lead, 0, verb.start()) is None
