"""A text's attributions as the lines of a table: what ``python -m corpus.speakers`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.model import BlockKind, UtteranceKind
from corpus.readers.build import parts
from corpus.readers.text import read_text
from corpus.speakers.attribute import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.model import Utterance

_TYPES = {UtteranceKind.PART: "mixed", UtteranceKind.INDIRECT: "indirect"}
_APART = frozenset({BlockKind.NOTE, BlockKind.DATE, BlockKind.LEFTOVER})


def quotes_of(text: str) -> list[dict[str, Any]]:
    """Return every attribution of a text, in order, however doubtful; see ``corpus.speakers.__main__``.

    Titles, headings and captions are read as well, unlike in a corpus, where they are no passages.
    """
    if not text.strip():
        return []
    page = read_text(text)
    blocks = [b if b.kind.answers or b.kind in _APART else b.as_kind(BlockKind.PARAGRAPH) for b in page.blocks]
    blocks = [part for block in blocks for part in parts(text, block)]
    said = attribute(text, blocks, likely=0.0)
    return [row for block, utterances in zip(blocks, said, strict=True) for row in _rows(text, block, utterances)]


def _rows(text: str, block: Block, utterances: Sequence[Utterance]) -> list[dict[str, Any]]:
    told = [u for u in utterances if u.kind is UtteranceKind.INDIRECT]
    return [
        _row(text, block.start, u, within=any(t.start <= u.start and u.end <= t.end for t in told))
        for u in utterances
    ]


def _row(text: str, offset: int, said: Utterance, *, within: bool) -> dict[str, Any]:
    start, end = offset + said.start, offset + said.end
    mention = said.grounds.mention if said.grounds else None
    part = said.kind is UtteranceKind.PART and within
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "speaker": said.as_printed,
        "speaker_start": mention[0] if mention else None,
        "speaker_end": mention[1] if mention else None,
        "speaker_full": said.speaker or said.probably,
        "named": said.speaker is not None,
        "type": "part" if part else _TYPES.get(said.kind, "direct"),
        "confidence": said.confidence,
        "cue": said.cue,
    }
