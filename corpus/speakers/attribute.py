"""Utterances of a document: which words are speech, and whose.

This first version reads direct quotations with a cue and a name in the same paragraph, block quotations
announced by the paragraph before, and transcript turns. Whatever it cannot tell is unattributed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import BlockKind, Utterance, UtteranceKind
from corpus.sentences import sentence_offsets
from corpus.speakers import cues, link, subjects
from corpus.speakers.labels import names_nobody, turn_label
from corpus.speakers.marks import Quotation, quotations
from corpus.speakers.names import mentions
from corpus.speakers.people import People

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.speakers.link import Link

#: How often a name given here was right: 27 of 31 in the news, interviews and biographies of GUM. (In the
#: political news of PolNeAR's development part it was 620 of 639.) Counted by tests/support/speaker_measure.py.
NAMED = 0.87
#: A transcript prints its speaker beside the words; there is nothing to infer.
PRINTED = 1.0

#: How far from a quotation its speaker is looked for, in characters; longer than any clause people write.
_LONGEST_CLAUSE = 800
#: Shorter quotations are taken for terms and scare quotes unless a cue stands right beside them.
_LEAST_WORDS = 4
#: From this length on, quoted words are speech even where no cue is found; their speaker stays open.
_SPEECH_WORDS = 8


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
    turn: Utterance | None = None
    for n, block in enumerate(blocks):
        if block.kind is BlockKind.TURN:
            turn = _turn(words[n], turn)
            out.append([turn])
        elif block.kind is BlockKind.QUOTE:
            out.append([_block(words[n], words[n - 1] if n else "", people)])
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
        if named is None and n and _carries_on(paragraph[floor : quotation.start], quotation):
            out.extend(_same(out, found[n - 1], quotation))
        elif _is_speech(quotation, lead, named):
            out.append(_said(quotation, named, people, paragraph[: quotation.start]))
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


def _said(quotation: Quotation, named: Link | None, people: People, before: str) -> Utterance:
    start, end = quotation.start, quotation.end
    if named is None:
        return Utterance(start, end, UtteranceKind.DIRECT)
    if named.mention is None:
        only = _only_person(before, people)
        sure = NAMED if only else 0.0
        return Utterance(start, end, UtteranceKind.DIRECT, only, named.pronoun, None, named.cue, sure)
    mention = named.mention
    name = people.name(mention)
    sure = NAMED if name else 0.0
    return Utterance(
        start, end, UtteranceKind.DIRECT, name, mention.printed, mention.role or named.role, named.cue, sure
    )


def _only_person(before: str, people: People) -> str | None:
    """Return who a pronoun is when the paragraph has named one person so far, and nobody else."""
    named = [m for m in mentions(before) if not m.body]
    names = {people.name(m) for m in named}
    acts = any(subjects.can_speak(before, m) for m in named)  # else the pronoun is whoever did it to them
    return names.pop() if len(names) == 1 and acts else None


def _carries_on(between: str, quotation: Quotation) -> bool:
    """Whether a quotation follows the clause that named the last one's speaker: “No,” said Roe. “Never.”."""
    ends = between.rstrip()[-1:] in {".", ","} and between.count(".") <= 1
    return ends and quotation.words.lstrip()[:1].isalnum() and not cues.find_verbs(between.rsplit(".", 1)[-1])


def _same(out: list[Utterance], before: Quotation, quotation: Quotation) -> list[Utterance]:
    if not out or out[-1].end != before.end or out[-1].speaker is None:
        return []
    last = out[-1]
    return [replace(last, start=quotation.start, end=quotation.end)]


def _block(quotation: str, before: str, people: People) -> Utterance:
    """Attribute a block quotation to the speaker its announcement names."""
    sentences = sentence_offsets(before)
    lead = before[sentences[-1][0] :][-_LONGEST_CLAUSE:] if sentences else ""
    named = link.in_lead(lead) if cues.announces_quotation(before) else None
    said = _said(Quotation(0, len(quotation), quotation), named, people, before)
    return replace(said, kind=UtteranceKind.BLOCK)


def _turn(words: str, before: Utterance | None) -> Utterance:
    """Read a turn's label; a paragraph without one goes on with the turn before."""
    label = turn_label(words)
    if label is None:
        known = before or Utterance(0, 0, UtteranceKind.TURN)
        return replace(known, start=0, end=len(words), cue=None)
    printed = label["name"]
    speaker = None if names_nobody(printed) else printed
    sure = PRINTED if speaker else 0.0
    return Utterance(
        label.end(), len(words), UtteranceKind.TURN, speaker, printed, label["role"], printed + ":", sure
    )


def _sentence_start(sentences: list[tuple[int, int]], at: int) -> int:
    return max((s for s, _ in sentences if s <= at), default=0)


def _sentence_end(sentences: list[tuple[int, int]], at: int) -> int:
    """Return the end of the sentence that goes on behind a closing mark, or ``at`` where a new one begins."""
    return next((e for s, e in sentences if s <= at < e), next((e for s, e in sentences if s >= at), at))
