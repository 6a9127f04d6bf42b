"""Transcript turns: whose words each one is, from its label, or from the turn it goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import BlockKind, Utterance, UtteranceKind
from corpus.speakers.cast import Cast
from corpus.speakers.directions import spoken
from corpus.speakers.labels import Form, Labels
from corpus.speakers.participants import read_roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.speakers.labels import Label

#: A transcript prints its speaker beside the words; there is nothing to infer.
PRINTED = 1.0
#: A paragraph without a label goes on with the turn before, which is inferred.
CARRIED_ON = 0.87


def turn_utterances(words: Sequence[str], blocks: Sequence[Block]) -> dict[int, Utterance]:
    """Return the utterance of each block that is a turn, by the block's place; offsets inside the block.

    Args:
        words: the characters of every block, those that are no turns as well.
        blocks: all the blocks of the document, in order.
    """
    turns = [n for n, b in enumerate(blocks) if b.kind is BlockKind.TURN]
    if not turns:
        return {}
    roll = read_roll([line for w in words[: turns[0]] for line in w.splitlines() if line.strip()])
    texts = [w for w, b in zip(words, blocks, strict=True) if b.kind is BlockKind.TURN and not b.continued]
    labels = Labels(texts, roll.names)
    cast = Cast(roll, [label for text in texts if (label := labels.of(text))])
    out: dict[int, Utterance] = {}
    before: Utterance | None = None
    for n in turns:
        label = None if blocks[n].continued else labels.of(words[n])
        if label is None:
            out[n] = _carried_on(words[n], before, sure=blocks[n].continued)
        else:
            out[n] = _labelled(words[n], label, cast)
        before = out[n]
    return out


def _labelled(words: str, label: Label, cast: Cast) -> Utterance:
    speaker, role = cast.who(label)
    start, end = spoken(words, label.end)
    sure = PRINTED if speaker else 0.0
    cue = label.printed + (":" if label.form is Form.COLON else ".")
    return Utterance(start, end, UtteranceKind.TURN, speaker, label.printed, role, cue, sure)


def _carried_on(words: str, before: Utterance | None, *, sure: bool) -> Utterance:
    """Go on with the turn before. ``sure`` says that it is the rest of one cut for its length."""
    known = before or Utterance(0, 0, UtteranceKind.TURN)
    start, end = spoken(words, 0)
    confidence = known.confidence if sure else min(known.confidence, CARRIED_ON)
    return Utterance(start, end, UtteranceKind.TURN, known.speaker, known.as_printed, known.role, None, confidence)
