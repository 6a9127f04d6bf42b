"""Utterances of a document: which words are speech, and whose.

This first version reads direct quotations with a cue and a name in the same paragraph, block quotations
announced by the paragraph before, and transcript turns. Whatever it cannot tell is unattributed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import BlockKind, Utterance, UtteranceKind
from corpus.sentences import sentence_offsets
from corpus.speakers import cues, link, subjects
from corpus.speakers.marks import Quotation, quotations
from corpus.speakers.names import mentions
from corpus.speakers.people import People
from corpus.speakers.pronouns import Before, only_person
from corpus.speakers.signatures import is_signature, signer
from corpus.speakers.turns import turn_utterances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.speakers.link import Link

#: How often a name given here was right: 27 of 31 in the news, interviews and biographies of GUM. (In the
#: political news of PolNeAR's development part it was 620 of 638.) Counted by tests/support/speaker_measure.py.
NAMED = 0.87

#: How far from a quotation its speaker is looked for, in characters; longer than any clause people write.
_LONGEST_CLAUSE = 800
#: Shorter quotations are taken for terms and scare quotes unless a cue stands right beside them.
_LEAST_WORDS = 4
#: From this length on, quoted words are speech even where no cue is found; their speaker stays open.
_SPEECH_WORDS = 8
#: The end of a sentence between two quotations, not the point of an initial or a title.
_SENTENCE_END = re.compile(
    r"[a-z”\"’][.!?]\s+(?<!Mr\.\s)(?<!Mrs\.\s)(?<!Dr\.\s)(?<!Gen\.\s)(?<!Sen\.\s)(?<!Rep\.\s)"
)


def attribute(text: str, blocks: Sequence[Block]) -> list[list[Utterance]]:
    """Return the utterances of each block, with offsets inside the block.

    Args:
        text: the document's text.
        blocks: its blocks in order; only those that are passages get utterances.
    """
    words = [block.of(text) for block in blocks]
    answering = [w for w, b in zip(words, blocks, strict=True) if b.kind.answers]
    people = People(answering)
    out: list[list[Utterance]] = []
    turns = turn_utterances(words, blocks)
    for n, block in enumerate(blocks):
        if n in turns:
            out.append([turns[n]])
        elif block.kind is BlockKind.QUOTE:
            out.append([_quoted_block(blocks, words, n, people)])
        elif block.kind.answers:
            out.append(_direct(words[n], people))
        else:
            out.append([])
    return out


def _direct(paragraph: str, people: People) -> list[Utterance]:
    """Return the utterances of a paragraph by its quotation marks."""
    found = list(quotations(paragraph))
    sentences = sentence_offsets(paragraph)
    out: list[Utterance] = []
    for n, quotation in enumerate(found):
        floor = found[n - 1].end if n else 0
        ceiling = found[n + 1].start if n + 1 < len(found) else len(paragraph)
        opening = max(floor, _sentence_start(sentences, quotation.start), quotation.start - _LONGEST_CLAUSE)
        lead = paragraph[opening : quotation.start]
        closing = min(ceiling, _sentence_end(sentences, quotation.end), quotation.end + _LONGEST_CLAUSE)
        tail = paragraph[quotation.end : closing]
        named = _link(quotation, lead, tail)
        last = out[-1] if n and out and out[-1].end == found[n - 1].end else None
        between = paragraph[floor : quotation.start]
        alone = last is not None and (last.speaker is None or _speaks_alone(between, last, people))
        if named is None and n and _carries_on(between, quotation) and (alone or last is None):
            if last is not None and last.speaker is not None:
                out.append(replace(last, start=quotation.start, end=quotation.end))
        elif _is_speech(quotation, lead, named):
            before = Before(paragraph[: quotation.start], sentences, last if alone else None)
            out.append(_said(quotation, named, people, before))
    return out


def _link(quotation: Quotation, lead: str, tail: str) -> Link | None:
    """Prefer the side that leans on the quotation: a lead ending in a colon, a tail behind a comma."""
    if lead.rstrip().endswith((":", ",")):
        return link.in_lead(lead) or link.in_tail(tail)
    leans = quotation.words.rstrip(" \u00a0’'")[-1:]  # past the close of a quotation within
    if leans != "," and tail.rstrip().endswith(":") and len(cues.find_verbs(tail)) == 1:
        return link.in_lead(lead)  # the words behind it announce the next quotation
    if leans in ",?!…—-" or tail.startswith(","):
        return link.in_tail(tail) or link.in_lead(lead)
    return link.in_lead(lead)


def _is_speech(quotation: Quotation, lead: str, named: Link | None) -> bool:
    """Tell speech from titles, terms and scare quotes."""
    count = len(quotation.words.split())
    if cues.names_a_thing(lead):
        return False
    if named is None:
        return count >= _SPEECH_WORDS
    beside = lead.rstrip().endswith((":", ",")) or named.rule == "tail"
    return count >= _LEAST_WORDS or (beside and quotation.words.rstrip()[-1:] in ".,?!…")


def _said(quotation: Quotation, named: Link | None, people: People, before: Before) -> Utterance:
    start, end = quotation.start, quotation.end
    if named is None:
        return Utterance(start, end, UtteranceKind.DIRECT)
    if named.mention is None:
        only = only_person(before, named.pronoun or "", people)
        sure = NAMED if only else 0.0
        return Utterance(start, end, UtteranceKind.DIRECT, only, named.pronoun, None, named.cue, sure)
    mention = people.settled(named.mention)
    if mention is None:
        return Utterance(start, end, UtteranceKind.DIRECT)
    name = people.name(mention)
    sure = NAMED if name else 0.0
    return Utterance(
        start, end, UtteranceKind.DIRECT, name, mention.printed, mention.role or named.role, named.cue, sure
    )


def _carries_on(between: str, quotation: Quotation) -> bool:
    """Whether a quotation follows the clause that named the last one's speaker: “No,” said Roe. “Never.”."""
    ends = between.rstrip()[-1:] in {".", ","} and between.count(".") <= 1
    return ends and quotation.words.lstrip()[:1].isalnum() and not cues.find_verbs(between.rsplit(".", 1)[-1])


def _speaks_alone(between: str, last: Utterance, people: People) -> bool:
    """Whether nobody but the last quotation's speaker can act in the words between it and the next one.

    Whom the speaker told, and what a preposition or a body's name holds, changes nothing: "said Roe of Poe".
    """
    for mention in mentions(between):
        other = last.speaker not in {people.name(mention), mention.name}
        later = _SENTENCE_END.search(between, 0, mention.start) is not None
        if other and (later or subjects.acts_between(between, mention)):
            return False
    return not subjects.turns_to_another(between)


def _quoted_block(blocks: Sequence[Block], words: list[str], n: int, people: People) -> Utterance:
    """Attribute the block quotation at ``n`` by its announcement, and by its signature where it has one."""
    announced = _block(words[n], words[n - 1] if n else "", people)
    signed_at = _signature(blocks, words, n)
    if signed_at is None:
        return announced
    nobodys = Utterance(announced.start, announced.end, UtteranceKind.BLOCK)
    signs = signer(words[signed_at])
    name = people.name(signs[0]) if signs else None
    if signs is None or name is None or not {announced.speaker, _herald(blocks, words, n, people)} <= {None, name}:
        return nobodys  # announced as another's words, or signed by we cannot tell whom
    if signed_at != n + 1:  # the paragraphs above may be another's; only an announcement says more
        return announced
    mention, role = signs
    return replace(
        nobodys, speaker=name, as_printed=mention.printed, role=mention.role or role, cue="—", confidence=NAMED
    )


def _block(quotation: str, before: str, people: People) -> Utterance:
    """Attribute a block quotation to the speaker its announcement names."""
    sentences = sentence_offsets(before)
    lead = before[sentences[-1][0] :][-_LONGEST_CLAUSE:] if sentences else ""
    named = link.in_lead(lead) if cues.announces_quotation(before) else None
    said = _said(Quotation(0, len(quotation), quotation), named, people, Before(before, sentences))
    return replace(said, kind=UtteranceKind.BLOCK)


def _herald(blocks: Sequence[Block], words: list[str], n: int, people: People) -> str | None:
    """Return whose words the paragraph before a run of block quotations announces."""
    while n and blocks[n - 1].kind is BlockKind.QUOTE:
        n -= 1
    return _block(words[n], words[n - 1] if n else "", people).speaker


def _signature(blocks: Sequence[Block], words: list[str], n: int) -> int | None:
    """Return where the line stands that signs the run of block quotations at ``n``; None where none does."""
    below = n + 1
    while below < len(blocks) and blocks[below].kind is BlockKind.QUOTE:
        below += 1
    signed = below < len(blocks) and blocks[below].kind is BlockKind.LEFTOVER and is_signature(words[below])
    return below if signed else None


def _sentence_start(sentences: list[tuple[int, int]], at: int) -> int:
    return max((s for s, _ in sentences if s <= at), default=0)


def _sentence_end(sentences: list[tuple[int, int]], at: int) -> int:
    """Return the end of the sentence that goes on behind a closing mark, or ``at`` where a new one begins."""
    return next((e for s, e in sentences if s <= at < e), next((e for s, e in sentences if s >= at), at))
