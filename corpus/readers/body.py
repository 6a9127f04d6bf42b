"""The body of a plain text: headings as bare lines, list items, block quotations, leftovers of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.model import BlockKind
from corpus.readers.lines import ITEM, OPENING_MARKS, is_caption, is_furniture, is_heading
from corpus.readers.signed import with_signatures
from corpus.speakers.cues import announces_quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block


def classify(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Say of each block of the body what it is; turns and notes come in as what they are."""
    kinds = [_own_kind(b, b.of(text)) for b in blocks]
    last_prose = max((n for n, kind in enumerate(kinds) if kind.answers), default=-1)
    out: list[Block] = []
    for n, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind is BlockKind.HEADING and n > last_prose:
            out.append(block.as_kind(BlockKind.LEFTOVER))
        elif kind is BlockKind.PARAGRAPH and out and _set_as_quotation(text, out[-1], block):
            out.append(block.as_kind(BlockKind.QUOTE))
        else:
            out.append(block.as_kind(kind, block.label))
    return with_signatures(text, out)


def _own_kind(block: Block, words: str) -> BlockKind:
    line = words.strip()
    if block.kind is not BlockKind.PARAGRAPH:
        return block.kind
    if is_furniture(line):
        return BlockKind.LEFTOVER
    if is_caption(line):
        return BlockKind.CAPTION
    if ITEM.match(line):
        return BlockKind.ITEM
    if line.startswith(">"):
        return BlockKind.QUOTE
    return BlockKind.HEADING if is_heading(line) else BlockKind.PARAGRAPH


def _set_as_quotation(text: str, before: Block, block: Block) -> bool:
    """Whether the paragraph before announces somebody's words and this one gives them without marks."""
    return (
        before.kind is BlockKind.PARAGRAPH
        and announces_quotation(before.of(text))
        and block.of(text).lstrip()[:1] not in OPENING_MARKS
    )
