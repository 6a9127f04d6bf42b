"""What the grammar around a quotation says of its speaker, by rule: sure where it speaks, and often silent.

The ranker learns how far to trust it; a veto of its own it never overrules (``deciding``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.sentences import sentence_offsets
from corpus.speakers import cues, link, subjects
from corpus.speakers.names import mentions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.speakers.link import Link
    from corpus.speakers.marks import Quotation

#: How far from a quotation its speaker is looked for, in characters; longer than any clause people write.
_LONGEST_CLAUSE = 800
#: The end of a sentence between two quotations, not the point of an initial or a title.
_SENTENCE_END = re.compile(
    r"[a-z”\"’][.!?]\s+(?<!Mr\.\s)(?<!Mrs\.\s)(?<!Dr\.\s)(?<!Gen\.\s)(?<!Sen\.\s)(?<!Rep\.\s)"
)
_ADVERBS = re.compile(r"\s+(?:(?:has|had|also|then|later|once|again|[a-z]+ly)\s+){0,2}")
#: A subject that is a plain noun: "her sister", "the old judge".
_PLAIN_SUBJECT = re.compile(
    r"\b(?:said|says|recalled|added|told)\s+(?:that\s+)?(?:the|an?|his|her|their)\s+(?:[a-z-]+\s+){1,3}(?:had\s+)?\Z"
)
#: "Poe and Roe", "the man who knew Roe".
_JOINT = re.compile(r"\s+(?:and|or|nor|&)\s+\Z")
_WHO_DID = re.compile(r"\bwho\s+(?:\w+\s+)?[a-z’']+\s+(?:the\s+)?\Z")
_REPLY = re.compile(r"\b(?:replied|replies|answered|answers|responded|responds|retorted|countered|shot\s+back)\b")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the rules say of one quotation: the ``rule`` that spoke and the mention's offsets in the paragraph.

    ``rule`` is "none" where they are silent, "veto" where the words are said not to have been spoken by
    whoever stands near, "another" where they are given to somebody else than the subject beside them, and "open"
    where another acts between a quotation and the one before, and either may have spoken.
    """

    rule: str
    start: int = -1
    end: int = -1
    name: str | None = None


SILENT = Ruling("none")


def rulings(paragraph: str, quotes: Sequence[Quotation]) -> list[Ruling]:
    """Return a ruling for each quotation of a paragraph."""
    if not quotes:
        return []
    sentences = sentence_offsets(paragraph)
    out: list[Ruling] = []
    for n, quotation in enumerate(quotes):
        floor = quotes[n - 1].end if n else 0
        ceiling = quotes[n + 1].start if n + 1 < len(quotes) else len(paragraph)
        opening = max(floor, _sentence_start(sentences, quotation.start), quotation.start - _LONGEST_CLAUSE)
        closing = min(ceiling, _sentence_end(sentences, quotation.end), quotation.end + _LONGEST_CLAUSE)
        lead, tail = paragraph[opening : quotation.start], paragraph[quotation.end : closing]
        between = paragraph[floor : quotation.start]
        ruling = _ruled(quotation, lead, tail, opening)
        if ruling.rule == "none" and n and _carries_on(between, quotation):
            ruling = _carried(out[-1], between)
        out.append(ruling)
    return out


def _refused(quotation: Quotation, lead: str, tail: str) -> str:
    """Return the rule by which the subject beside the quotation is not its speaker; empty where none is."""
    if subjects.disowns(lead) or subjects.disowns(tail):
        return "veto"
    verb = next(iter(cues.find_verbs(lead)), None)
    behind = lead[verb.end() :] if verb else ""
    if subjects.announces_anothers_words(behind) or _retold(tail):
        return "another"
    if subjects.turns_to_another(behind):
        return "open"
    return "another" if _answered(quotation, tail) or _blocked(lead, -1) or _blocked(tail, 0) else ""


def _ruled(quotation: Quotation, lead: str, tail: str, opening: int) -> Ruling:
    if refused := _refused(quotation, lead, tail):
        return Ruling(refused)
    side, found = _link(quotation, lead, tail)
    if found is None:
        first = next(iter(mentions_of(lead)), None)
        untrue = first is not None and subjects.is_untrue(lead[: first.start])
        return Ruling("veto") if untrue else SILENT
    base = opening if side == "lead" else quotation.end
    if found.mention is not None:
        return Ruling(found.rule, base + found.mention.start, base + found.mention.end, found.mention.name)
    pronoun = link.PRONOUN.search(lead, found.start) if side == "lead" else link.PRONOUN.search(tail)
    return Ruling("pronoun", base + pronoun.start(), base + pronoun.end()) if pronoun else SILENT


def _answered(quotation: Quotation, tail: str) -> bool:
    """Whether the clause behind a question gives the answer's speaker: “Is it shut?” Roe replied: “No.”."""
    asks = quotation.words.rstrip(" \u00a0’'")[-1:] == "?"
    return asks and tail.rstrip().endswith(":") and _REPLY.search(tail) is not None


def _blocked(clause: str, which: int) -> bool:
    """Whether the name right before a verb of speech is no subject: "the man who knew Roe said".

    ``which`` picks the verb: the last of a lead, the first of a tail. A verb whose subject is a plain noun blocks
    the names before it as well: "Roe said her sister told".
    """
    verbs = cues.find_verbs(clause)
    if not verbs:
        return False
    verb = verbs[which]
    before = clause[: verb.start()]
    if which and len(verbs) > 1 and _PLAIN_SUBJECT.search(before):
        return subjects.needs_subject(clause, verb)
    found = mentions_of(before)
    near = next((m for m in reversed(found) if _ADVERBS.fullmatch(before, m.end)), None)
    if near is None or near.possessive:
        return False
    joint = _JOINT.search(before, 0, near.start)
    joined = joint is not None and any(m.end == joint.start() for m in found)
    return joined or _WHO_DID.search(before, 0, near.start) is not None


def _retold(tail: str) -> bool:
    """Whether the clause behind gives the words to somebody else: "Roe said, quoting Poe"."""
    verb = next(iter(cues.find_verbs(tail)), None)
    return verb is not None and subjects.is_retold(tail[verb.end() :])


def _carried(last: Ruling, between: str) -> Ruling:
    """Go on with the quotation before, unless somebody else acts in the words between."""
    if last.start < 0:
        return SILENT
    for mention in mentions_of(between):
        later = _SENTENCE_END.search(between, 0, mention.start) is not None
        other = not (last.name and mention.name and mention.words[-1] == last.name.split()[-1])
        if other and (later or subjects.acts_between(between, mention)):
            return Ruling("open")
    if subjects.turns_to_another(between):
        return Ruling("open")
    return Ruling("carried", last.start, last.end, last.name)


def _link(quotation: Quotation, lead: str, tail: str) -> tuple[str, Link | None]:
    """Prefer the side that leans on the quotation: a lead ending in a colon, a tail behind a comma."""
    before: tuple[str, Callable[[str], Link | None]] = ("lead", link.in_lead)
    behind: tuple[str, Callable[[str], Link | None]] = ("tail", link.in_tail)
    order = [before]
    leans = quotation.words.rstrip(" \u00a0’'")[-1:]  # past the close of a quotation within
    if lead.rstrip().endswith((":", ",")):
        order = [before, behind]
    elif leans != "," and tail.rstrip().endswith(":") and len(cues.find_verbs(tail)) == 1:
        order = [before]  # the words behind it announce the next quotation
    elif leans in ",?!…—-" or tail.startswith(","):
        order = [behind, before]
    for side, find in order:
        found = find(lead if side == "lead" else tail)
        if found is not None:
            return side, found
    return "lead", None


def _carries_on(between: str, quotation: Quotation) -> bool:
    """Whether a quotation follows the clause that named the last one's speaker: “No,” said Roe. “Never.”."""
    ends = between.rstrip()[-1:] in {".", ","} and between.count(".") <= 1
    return ends and quotation.words.lstrip()[:1].isalnum() and not cues.find_verbs(between.rsplit(".", 1)[-1])


def _sentence_start(sentences: list[tuple[int, int]], at: int) -> int:
    return max((s for s, _ in sentences if s <= at), default=0)


def _sentence_end(sentences: list[tuple[int, int]], at: int) -> int:
    """Return the end of the sentence that goes on behind a closing mark, or ``at`` where a new one begins."""
    return next((e for s, e in sentences if s <= at < e), next((e for s, e in sentences if s >= at), at))
