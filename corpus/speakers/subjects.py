"""Who cannot be the subject of a verb of speech, wherever the name stands near it.

"A doctor treating Roe said", "those who knew Roe said", "Roe was told" and "Roe and Poe said": none of them
gives Roe the words. Each test here takes a candidate away; none of them proposes another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.speakers import cues
from corpus.speakers.names import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.names import Mention

#: How far back, in characters, the words that govern a name can stand.
_NEAR = 80
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|from|by|in|at|on|against|about|near|under|between|than|like|over|into|towards?|above|behind"
    r"|beside|besides|below|beneath|underneath|before|after|through|across|around|along|alongside|beyond|past"
    r"|outside|inside|opposite|among|amid|without|within|despite|during|unlike|via|upon|onto)\s+(?:the\s+|an?\s+)?\Z"
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
_NEXT_JOINED = re.compile(r"\s+(?:and|or|nor|&)\s+(?:the\s+)?\Z")
_PASSIVE = re.compile(r"\b(?:is|was)(?:\s+\w+)*\s+\Z")
#: "but added": verbs that go on with the subject there is.
_GOING_ON = re.compile(r"\b(?:and|but|then)\s+(?:then\s+|also\s+|later\s+)?(?:added|adds|continued|concluded)\Z")
#: "to say", "when asked", "the proposed harbour", "a letter which read": verbs with no subject of their own.
_SUBJECTLESS = re.compile(
    r"\b(?:to|when|if|once|the|an?|his|her|its|their|this|that|these|those|no|any|which(?:\s+\w+)?)\s+\Z"
)
#: "Roe never said", "Roe denied that she had called": words that are not Roe's, by Roe's own account.
_DISOWNED = re.compile(
    r"(?:(?:\b(?:never|not|den(?:y|ied|ies|ying))|n[’']t)\s+"
    r"(?:(?:that|having|ever|to|have|had|he|she|they|been|once)\s+){0,4}"
    r"|\b(?:should|would|could|might|ought\s+to|supposed\s+to)\s+(?:\w+\s+)?have\s+(?:\w+\s+)?)"
    rf"{cues.VERB}"
)
#: "It is not true that Roe said", "a fake video shows Roe saying": all that follows was never spoken. Behind
#: the name the same words are no denial: "Roe falsely claimed" is Roe claiming.
_UNTRUE = re.compile(
    r"\b(?:not\s+true|untrue|false|falsely|fake[ds]?|doctored|forged|fabricated|invented|made-up|hoax|deep-?fakes?"
    r"|satirical|parody|fictional|misquoted|nobody|no[ -]one|none|doubt(?:s|ed|ful)?|myth|imagined?|imagines"
    r"|imagining|suppose|supposing|pretend(?:s|ed|ing)?)\b|n[’']t\s+true\b",
    re.IGNORECASE,
)
#: "If Roe says", "asked whether Roe said", "Had Roe said", "Did Roe say": no comma parts the word from the name,
#: as in "If elected, Roe said".
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether)\s+(?:[\w-]+\s+){0,3}\Z|\b(?:had|should|would|could|were|did|does)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: Somebody without a name as the subject of a clause: "The judge was unmoved", ", and the judge".
_NAMELESS = re.compile(
    r"(?:(?:\A|[.!?;:”\"]\s)\s*|,\s+(?:(?:and|but|so|or)\s+)?|\b(?:and|but|as|while|when|because|that|after|before"
    r"|until|whereupon|by|from|with)\s+)(?:The|the|An?|an?|His|his|Her|her|Their|their)\s+[a-z]"
)
#: What begins another's clause behind a verb of speech: "Roe said, as Poe muttered", "Roe said, and the judge".
_TURNING = re.compile(
    rf"(?:,\s+(?:and|but|or)|[,;]?\s+(?:as|while|whereas|whereupon|then))\s+"
    rf"(?:the|an?|his|her|their|its|one|another|others?|some\w*|[{CAPITALS}][\w’'.-]*)[\s:]"
    rf"|,\s+(?:before|after|until|when)\s+[{CAPITALS}][\w’'.-]*\s|,\s+who\s+\w+[,:]\s*\Z"
)
#: What a clause of somebody else's opens with, and the words that may stand before the name in it.
_OPENS_CLAUSE = re.compile(
    r"(?:,\s+(?:and|but)|;|\b(?:as|while|whereas|whereupon|when|where|before|after|because|since|until|then))\s+"
    r"(?:[a-z-]+\s+){0,3}\Z"
)
_SET_OFF = re.compile(r",\s+\Z")
_DOING = re.compile(
    rf"\s+(?:{cues.VERB}|[a-z]+(?:ed|s)\b|(?:went|shot|cut|put|broke|spoke|sang|swore|began|rose)\b)"
)
#: "Poe's statement", "a statement by Poe": words with an owner of their own. Days and years own no words.
_OWNED_SPEECH = re.compile(
    rf"\b(?!(?:to|yester|Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:week|month|year)\b)\w+[’']s?\s+(?:[\w-]+\s+){{0,3}}?"
    rf"{cues.SPEECH_NOUN}\b(?P<rest>[^.;]*)\Z"
    rf"|\b{cues.SPEECH_NOUN}\s+(?:by|from|of)\s+(?:(?:the|an?|his|her|their)\s|(?=[{CAPITALS}]))(?P<after>[^.;]*)\Z"
)
#: "Roe recalled Poe telling her", "Roe said the judge told him": the words have gone through a second mouth.
_RETOLD = re.compile(
    rf"(?:\s+(?:that|how|hearing))?\s+(?:(?:the|an?|his|her|their|my|our)\s+[a-z]+|he|she|they|him|them"
    rf"|[{CAPITALS}][\w’'.-]*)\s+(?:[\w’'.-]+\s+){{0,3}}?{cues.VERB}"
    rf"|[^.;]*\b(?:quoting|paraphrasing|imitating)\s"
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


def acts_between(between: str, mention: Mention) -> bool:
    """Whether a mention between two quotations opens a clause of its own: "as Poe muttered", ", Poe shrugged,"."""
    before, behind = between[: mention.start], between[mention.end :]
    if mention.possessive or is_object(before):
        return False
    if behind.lstrip().startswith(":"):
        return True
    if mention.body or behind.strip() in {".", ","}:
        return False
    return _OPENS_CLAUSE.search(before) is not None or bool(_SET_OFF.search(before) and _DOING.match(behind))


def is_untrue(before: str) -> bool:
    """Whether the words before a subject say that what follows was never spoken, or only supposed."""
    return _UNTRUE.search(before) is not None or _SUPPOSED.search(before) is not None


def another_acts(between: str) -> bool:
    """Whether somebody without a name is a subject in ``between``, and may be who "he" or "she" is."""
    return _NAMELESS.search(between) is not None


def turns_to_another(behind: str) -> bool:
    """Whether a clause behind a verb of speech has a new subject before the quotation comes."""
    return behind.rstrip().endswith((",", ":")) and _TURNING.search(behind) is not None


def announces_anothers_words(behind: str) -> bool:
    """Whether words with an owner of their own stand between a verb and a colon: "praised Poe's statement:"."""
    return behind.rstrip().endswith(":") and _OWNED_SPEECH.search(behind) is not None


def is_retold(behind: str) -> bool:
    """Whether the words behind a verb of speech give the quotation to somebody else: "recalled Poe telling"."""
    return _RETOLD.match(behind) is not None


def needs_subject(lead: str, verb: re.Match[str]) -> bool:
    """Whether a verb of speech must have a subject of its own: "Roe said her sister *told* the crowd"."""
    finite = not verb.group().endswith("ing") and _GOING_ON.search(lead, 0, verb.end()) is None
    return finite and _SUBJECTLESS.search(lead, 0, verb.start()) is None
