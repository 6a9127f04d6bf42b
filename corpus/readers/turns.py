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
    """Call the paragraphs of a transcript turns, from the first label on; stage directions are none."""
    if not is_transcript([b.of(text) for b in blocks if b.kind is BlockKind.PARAGRAPH]):
        return list(blocks)
    begun, out = False, []
    for block in blocks:
        begun = begun or (block.kind is BlockKind.PARAGRAPH and turn_label(block.of(text)) is not None)
        if not begun or block.kind is not BlockKind.PARAGRAPH:
            out.append(block)
        elif STAGE_DIRECTION.match(block.of(text)):
            out.append(block.as_kind(BlockKind.LEFTOVER))
        else:
            out.append(block.as_kind(BlockKind.TURN))
    return out
