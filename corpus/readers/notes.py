"""Footnotes and endnotes: blocks that open with a mark which a paragraph cites."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block

_BRACKETED = re.compile(r"\[\^?(?P<label>[0-9]{1,4}|[ivxlcdm]{1,7}|[a-z*†‡§])\]", re.IGNORECASE)
_RAISED = re.compile(r"(?P<label>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[†‡§]{1,3})")


def find_notes(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Call a block a note when it opens with a mark that an earlier block cites."""
    cited: set[str] = set()
    out: list[Block] = []
    for block in blocks:
        words = block.of(text)
        mark = _BRACKETED.match(words) or _RAISED.match(words)
        if mark and mark["label"] in cited:
            out.append(block.as_kind(BlockKind.NOTE, mark["label"]))
        else:
            out.append(block)
            cited.update(_marks(words))
    return out


def link(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Give each passage the labels of the notes it cites."""
    known = {b.label for b in blocks if b.kind is BlockKind.NOTE}
    return [
        replace(b, notes=tuple(m for m in _marks(b.of(text)) if m in known)) if b.kind.answers and known else b
        for b in blocks
    ]


def _marks(words: str) -> list[str]:
    found = [*_BRACKETED.finditer(words), *_RAISED.finditer(words)]
    return list(dict.fromkeys(m["label"] for m in sorted(found, key=lambda m: m.start())))
