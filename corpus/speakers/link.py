"""From a quotation to the mention that names its speaker.

The clause before a quotation (its lead) and the one after it (its tail) are searched for a mention that is
the subject of a verb of speech. Possessors, addressees and the objects of prepositions are no subjects:
"Roe's adviser, Poe, said" is Poe speaking, and "said of Roe" is not Roe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.speakers import cues
from corpus.speakers.names import Mention, mentions

#: What may stand between a subject and its verb: auxiliaries, adverbs, a short phrase of time.
_ADVERB = (
    r"(?:has|had|have|is|was|would|could|will|can|must|may|did|does|not|also|then|later|once|never|again|himself"
    r"|herself|themselves|just|still|even|often|always|first|soon|now|earlier|recently|[a-z]+ly|(?:last|this)\s+\w+"
    r"|on\s+[A-Z]\w+|in\s+(?:[A-Z]\w+|\d{4}))"
)
_ADVERBS = rf"(?:\s+{_ADVERB}){{0,3}}?\s+"
_APPOSITION = r"\s*,\s(?:[^.;:“”\"]{2,160}?),"
_SUBJECT_GAP = re.compile(
    rf"(?:\s*\([^()]{{1,160}}\))?(?:{_APPOSITION}|\s*[—–]\s?[^—–]{{2,160}}[—–])?{_ADVERBS}\Z|,\s+to\s+\Z|,?\s+who{_ADVERBS}\Z|\s*[—–][^—–]{{2,160}}[—–]\s*\Z"
)
#: "Roe's adviser, Poe, said": the name is set off by commas on both sides.
_OPENING_COMMA = re.compile(r"\b[a-z]+,\s+(?:[a-z-]+\s+){0,5}\Z")
_CLOSING_COMMA = re.compile(rf",{_ADVERBS}\Z")
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|from|by|in|at|on|against|about|near|under|between|than|like|over|into|toward|towards)\s+"
    r"(?:the\s+|an?\s+)?\Z"
)
_POSSESSOR_NOUN = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}?{cues.SPEECH_NOUN}\b")
_PRONOUN = re.compile(r"\b(?:he|she|He|She)\b")
_TAIL_INVERTED = re.compile(
    rf"[\s,]*(?:{cues.VERB})\s+(?!(?:of|to|that|in|on|at|about|by|from|with|as|for)\b)(?:[a-z’'-]+,?\s+){{0,6}}?\Z"
)
_ADDRESSING = re.compile(r"\b(?:told|tells?|telling)\b")
_TAIL_PLAIN = re.compile(r"[\s,]*(?:the\s+|an?\s+)?\Z")
_BY = re.compile(r"\b(?:by|of|to|from|in)\s+(?:the\s+)?\Z|,\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """What names the speaker: the rule that found it, the mention (None for a pronoun) and the cue's words."""

    rule: str
    mention: Mention | None
    cue: str
    pronoun: str | None = None


def in_lead(lead: str) -> Link | None:
    """Find the speaker in the clause before a quotation."""
    found = list(mentions(lead))
    if link := _according(lead, found):
        return link
    pairs = [link for verb in cues.find_verbs(lead) if (link := _subject(lead, found, verb))]
    named = [link for link in pairs if link.mention]
    if pairs:  # "Roe made the point when he said": the sentence's own subject is who "he" is
        return named[-1] if named else pairs[-1]
    return _possessor(lead, found)


def in_tail(tail: str) -> Link | None:
    """Find the speaker in the clause after a quotation."""
    found = list(mentions(tail))
    if found and (according := cues.ACCORDING.match(tail.lstrip(" ,"))):
        gap = tail.lstrip(" ,")[according.end() :]
        if gap.lstrip().startswith(found[0].printed) or gap.lstrip().startswith("the " + found[0].printed):
            return None if found[0].possessive else Link("according", found[0], according.group())
    for mention in found:
        before = tail[: mention.start]
        if _TAIL_INVERTED.match(before) and not mention.possessive and not _ADDRESSING.search(before):
            return Link("tail", mention, before.strip(" ,"))
        if _TAIL_PLAIN.match(before) and (link := _verb_behind(tail, mention)):
            return link
    return _pronoun_tail(tail)


def _verb_behind(text: str, mention: Mention) -> Link | None:
    verb = next((v for v in cues.find_verbs(text) if v.start() > mention.end), None)
    if verb is None or mention.possessive or not _SUBJECT_GAP.fullmatch(text[mention.end : verb.start()]):
        return None
    return Link("tail", mention, verb.group())


def _pronoun_tail(tail: str) -> Link | None:
    said = re.match(rf"[\s,]*(?:(?:he|she)\s+(?:[a-z]+\s+)?({cues.VERB})|({cues.VERB})\s+(?:he|she)\b)", tail)
    return _pronoun(said.group()) if said else None


def _pronoun(cue: str) -> Link:
    word = _PRONOUN.search(cue)
    return Link("pronoun", None, cue.strip(" ,"), word.group() if word else None)


def _subject(lead: str, found: list[Mention], verb: re.Match[str]) -> Link | None:
    """Return the mention that is the subject of ``verb``, the nearest one before it that can be."""
    for mention in reversed([m for m in found if m.end <= verb.start()]):
        gap = lead[mention.end : verb.start()]
        if mention.possessive or _PREPOSITION.search(lead[: mention.start]):
            continue
        named_aside = _OPENING_COMMA.search(lead, 0, mention.start) and _CLOSING_COMMA.fullmatch(gap)
        if named_aside or _SUBJECT_GAP.fullmatch(gap):
            return Link("lead", mention, verb.group())
    pronoun = list(_PRONOUN.finditer(lead, 0, verb.start()))
    if pronoun and re.fullmatch(_ADVERBS, lead[pronoun[-1].end() : verb.start()]):
        return _pronoun(f"{pronoun[-1].group()} {verb.group()}")
    return None


def _according(lead: str, found: list[Mention]) -> Link | None:
    """Return who "According to an analysis by Roe, a fellow at ..." names: the first name it leads to."""
    cue = next(reversed(list(cues.ACCORDING.finditer(lead))), None)
    after = [m for m in found if cue and m.start >= cue.end()]
    if cue is None or not after or after[0].possessive:
        return None
    gap = lead[cue.end() : after[0].start]
    near = not gap.strip() or gap.strip() in {"the", "a"} or _BY.search(gap)
    return Link("according", after[0], cue.group()) if near else None


def _possessor(lead: str, found: list[Mention]) -> Link | None:
    """Return whose words "Roe's letter to the Council read:" announces, when the lead ends in a colon or comma."""
    if not lead.rstrip().endswith((":", ",")):
        return None
    for mention in found:
        noun = _POSSESSOR_NOUN.match(lead, mention.end)
        if mention.possessive and noun:
            return Link("possessor", mention, noun.group().lstrip("’'s ").strip())
    return None
