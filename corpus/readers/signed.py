"""Signatures below block quotations: they say whose words stand above and are no words of anybody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.blocks import trimmed
from corpus.model import BlockKind
from corpus.speakers.signatures import is_signature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.blocks import Block


def with_signatures(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Call the signature of a block quotation a leftover, on a line of its own in it or right below it."""
    out: list[Block] = []
    for block in blocks:
        below = bool(out) and out[-1].kind is BlockKind.QUOTE
        if below and block.kind in _MAY_SIGN and is_signature(block.of(text)):
            out.append(block.as_kind(BlockKind.LEFTOVER))
        else:
            out.extend(_parted(text, block))
    return out


#: "– Jane Roe" opens like a list item in plain text.
_MAY_SIGN = frozenset({BlockKind.QUOTE, BlockKind.PARAGRAPH, BlockKind.ITEM})


def _parted(text: str, block: Block) -> Iterator[Block]:
    """Cut the last line off a block quotation that ends in its signature."""
    words = block.of(text)
    cut = words.rfind("\n") + 1
    if block.kind is not BlockKind.QUOTE or not cut or not is_signature(words[cut:]):
        yield block
        return
    start, end = trimmed(text, block.start, block.start + cut)
    yield replace(block, start=start, end=end)
    start, end = trimmed(text, block.start + cut, block.end)
    yield replace(block, kind=BlockKind.LEFTOVER, start=start, end=end, notes=())
