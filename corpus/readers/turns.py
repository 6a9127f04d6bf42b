"""Transcripts: which paragraphs are turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import BlockKind
from corpus.readers.lines import STAGE_DIRECTION
from corpus.speakers.labels import is_transcript, turn_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block


def with_turns(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Call the paragraphs of a transcript turns, from the first label to the last; stage directions are none.

    What follows the last label's own block is prose again: an editor's note is not the last speaker's words.
    """
    paragraphs = [n for n, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH]
    if not is_transcript([blocks[n].of(text) for n in paragraphs]):
        return list(blocks)
    labelled = [n for n in paragraphs if turn_label(blocks[n].of(text)) is not None]
    out = list(blocks)
    for n in paragraphs:
        if n >= labelled[0] and STAGE_DIRECTION.match(out[n].of(text)):
            out[n] = out[n].as_kind(BlockKind.LEFTOVER)
        elif labelled[0] <= n <= labelled[-1]:
            out[n] = out[n].as_kind(BlockKind.TURN)
    return out
