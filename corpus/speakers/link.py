"""From a quotation to the mention that names its speaker.

The clause before a quotation (its lead) and the one after it (its tail) are searched for a mention that is
the subject of a verb of speech. Possessors, addressees and the objects of prepositions are no subjects:
"Roe's adviser, Poe, said" is Poe speaking, and "said of Roe" is not Roe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.speakers import cues, subjects
from corpus.speakers.names import Mention, mentions_of

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What may stand between a subject and its verb: auxiliaries, adverbs, a short phrase of time.
_ADVERB = (
    r"(?:has|had|have|is|was|would|could|will|can|must|may|did|does|also|then|later|once|again|himself"
    r"|herself|themselves|just|still|even|often|always|first|soon|now|earlier|recently|[a-z]+ly|(?:last|this)\s+\w+"
    r"|on\s+[A-Z]\w+|in\s+(?:[A-Z]\w+|\d{4}))"
)
_ADVERBS = rf"(?:\s+{_ADVERB}){{0,3}}?\s+"
_APPOSITION = r"\s*,\s(?:[^.;:“”\"]{2,160}?),"
_SUBJECT_GAP = re.compile(
    rf"(?:\s*\([^()]{{1,160}}\))?(?:{_APPOSITION}|\s*[—–]\s?[^—–]{{2,160}}[—–])?{_ADVERBS}\Z|,?\s+who{_ADVERBS}\Z|\s*[—–][^—–]{{2,160}}[—–]\s*\Z"
)
#: An apposition that opens like a description of a person, not like a time or a circumstance.
_ROLE = re.compile(r"\s*,\s(?:the|an?)\s(?P<role>[^,;:“”\"()]{3,100}),")
#: "Roe's adviser, Poe, said": the name is set off by commas on both sides.
_OPENING_COMMA = re.compile(r"\b[a-z]+,\s+(?:[a-z-]+\s+){0,5}\Z")
_CLOSING_COMMA = re.compile(rf",{_ADVERBS}\Z")
#: "The siege prompted Roe's adviser, Poe, to call it": the one moved to speak is the one who speaks.
_TO = re.compile(r",\s+to\s+\Z")
_MOVED = re.compile(
    r"\b(?:prompted|led|caused|moved|drove|spurred|provoked|forced|pushed|inspired)\b[^,]*,[^,]*\Z"
)
_POSSESSOR_NOUN = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>{cues.SPEECH_NOUN})\b")
#: What may follow "Roe's letter" up to the quotation: nothing, or "to the Council read".
_POSSESSOR_VERB = re.compile(rf"(?:\s+[\w’'-]+){{0,6}}?\s+{cues.VERB}[^,;:]*\Z")
PRONOUN = re.compile(r"\b(?:he|she|He|She)\b")
_TAIL_INVERTED = re.compile(
    rf"[\s,]*(?:{cues.VERB})\s+(?!(?:of|to|that|in|on|at|about|by|from|with|as|for)\b)"
    rf"(?:(?!(?:and|or|nor|neither|nobody|but|when|while|after|before|as|because|until|since|if|that|than|who|whose|whom|which|where"
    rf"|during|without|despite|[a-z]+ing)\b)[a-z’'-]+,?\s+){{0,6}}?\Z"
)
_ADDRESSING = re.compile(r"\b(?:told|tells?|telling)\b")
_TAIL_PLAIN = re.compile(r"[\s,]*(?:the\s+|an?\s+)?\Z")
_BY = re.compile(rf"(?:\bby|\b{cues.SPEECH_NOUN}\s+(?:of|from))\s+(?:the\s+)?\Z")
_CLOSED = re.compile(r"\s*(?:[,:(\[—–]|\Z)")
_SILENCE = re.compile(r"\s+(?:nothing|little|not\b|no\b)")


@dataclass(frozen=True, slots=True)
class Link:
    """What names the speaker: the rule that found it, the mention (None for a pronoun) and the cue's words.

    ``role`` is what an apposition says of the speaker, as printed: "Jane Roe, the minister for peat, said".
    ``start`` is where the mention or pronoun stands in a lead.
    """

    rule: str
    mention: Mention | None
    cue: str
    pronoun: str | None = None
    role: str | None = None
    start: int = 0


def in_lead(lead: str) -> Link | None:
    """Find the speaker in the clause before a quotation."""
    found = mentions_of(lead)
    link = None if subjects.disowns(lead) else _in_lead(lead, found)
    return None if link is None or subjects.is_untrue(lead[: link.start]) else link


def _in_lead(lead: str, found: Sequence[Mention]) -> Link | None:
    verbs = cues.find_verbs(lead)
    linked = [(verb, link) for verb in verbs if (link := _subject(lead, found, verb))]
    from_verb = linked[-1][0].end() if linked else 0
    open_verb = any(v.start() >= from_verb and subjects.needs_subject(lead, v) for v in verbs)
    according = _according(lead, found)
    if according and according.mention:
        inside = any(v.start() > according.mention.end and subjects.needs_subject(lead, v) for v in verbs)
        if not inside or (linked and linked[-1][1].mention == according.mention):
            return according
    behind = lead[from_verb:] if linked else ""
    if subjects.turns_to_another(behind) or subjects.announces_anothers_words(behind):
        return None
    if linked and not open_verb:  # "Roe made the point when he said": the sentence's own subject is who "he" is
        named = [link for _, link in linked if link.mention]
        return named[-1] if named else linked[-1][1]
    return None if linked or according else _possessor(lead, found)


def in_tail(tail: str) -> Link | None:
    """Find the speaker in the clause after a quotation."""
    found = mentions_of(tail)
    if found and (according := cues.ACCORDING.match(tail.lstrip(" ,"))):
        gap = tail.lstrip(" ,")[according.end() :]
        if gap.lstrip().startswith(found[0].printed) or gap.lstrip().startswith("the " + found[0].printed):
            return None if found[0].possessive else Link("according", found[0], according.group())
    for mention in found:
        before = tail[: mention.start]
        if _TAIL_INVERTED.match(before) and not _ADDRESSING.search(before):
            if (
                mention.possessive
                or subjects.follows_preposition(before)
                or subjects.joined_to_next(tail, mention, found)
            ):
                continue
            return Link("tail", mention, before.strip(" ,"))
        if _TAIL_PLAIN.match(before) and (link := _verb_behind(tail, mention)):
            return link
    return _pronoun_tail(tail)


def _verb_behind(text: str, mention: Mention) -> Link | None:
    verb = next((v for v in cues.find_verbs(text) if v.start() > mention.end), None)
    if verb is None or mention.possessive or _SILENCE.match(text, verb.end()):
        return None
    gap = text[mention.end : verb.start()]
    if not _SUBJECT_GAP.fullmatch(gap) or subjects.is_passive(gap, verb.group()):
        return None
    if subjects.is_retold(text[verb.end() :]) or subjects.disowns(text[mention.end : verb.end()]):
        return None
    return Link("tail", mention, verb.group(), role=_role(gap))


def _role(gap: str) -> str | None:
    """Return the apposition between a name and its verb when it says what the person is."""
    found = _ROLE.match(gap)
    return found["role"] if found else None


def _pronoun_tail(tail: str) -> Link | None:
    said = re.match(rf"[\s,]*(?:(?:he|she)\s+(?:[a-z]+\s+)?({cues.VERB})|({cues.VERB})\s+(?:he|she)\b)", tail)
    return _pronoun(said.group(), 0) if said and not subjects.is_retold(tail[said.end() :]) else None


def _pronoun(cue: str, start: int) -> Link:
    word = PRONOUN.search(cue)
    return Link("pronoun", None, cue.strip(" ,"), word.group() if word else None, start=start)


def _subject(lead: str, found: Sequence[Mention], verb: re.Match[str]) -> Link | None:
    """Return the mention that is the subject of ``verb``, the nearest one before it that can be."""
    for mention in reversed([m for m in found if m.end <= verb.start()]):
        gap = lead[mention.end : verb.start()]
        if not subjects.can_speak(lead, mention):
            continue
        opened = _OPENING_COMMA.search(lead, 0, mention.start) and not subjects.stands_in_clause(lead, mention)
        moved = _TO.fullmatch(gap) and _MOVED.search(lead, 0, mention.start)
        if moved or (opened and _CLOSING_COMMA.fullmatch(gap)) or _SUBJECT_GAP.fullmatch(gap):
            if subjects.is_passive(gap, verb.group()):
                return None
            return Link("lead", mention, verb.group(), role=_role(gap), start=mention.start)
    pronoun = list(PRONOUN.finditer(lead, 0, verb.start()))
    if pronoun and re.fullmatch(_ADVERBS, lead[pronoun[-1].end() : verb.start()]):
        return _pronoun(f"{pronoun[-1].group()} {verb.group()}", pronoun[-1].start())
    return None


def _according(lead: str, found: Sequence[Mention]) -> Link | None:
    """Return who "According to an analysis by Roe, a fellow at ..." names: the first name it leads to."""
    cue = next(reversed(list(cues.ACCORDING.finditer(lead))), None)
    after = [m for m in found if cue and m.start >= cue.end()]
    if cue is None or not after or after[0].possessive:
        return None
    gap = lead[cue.end() : after[0].start]
    if not _CLOSED.match(lead, after[0].end):
        return None
    aside = gap.endswith(", ") and not lead[after[0].end :].strip(" ,:")
    near = aside or not gap.strip() or gap.strip() in {"the", "a"} or _BY.search(gap)
    if not near:
        return None
    return Link("according", after[0], cue.group(), role=_role(lead[after[0].end :]), start=after[0].start)


def _possessor(lead: str, found: Sequence[Mention]) -> Link | None:
    """Return whose words "Roe's letter to the Council read:" announces, when the lead ends in a colon or comma."""
    if not lead.rstrip().endswith((":", ",")):
        return None
    for mention in found:
        noun = _POSSESSOR_NOUN.match(lead, mention.end)
        if not (mention.possessive and noun):
            continue
        rest = lead[noun.end() :].rstrip(" ,:")
        owned = subjects.is_circumstance(lead[: mention.start])
        if rest:
            announces = not owned and _POSSESSOR_VERB.fullmatch(rest) is not None
        else:
            announces = not owned or noun["noun"] == "words"  # "in Roe's words:"
        if announces:
            return Link("possessor", mention, noun["noun"], start=mention.start)
    return None
