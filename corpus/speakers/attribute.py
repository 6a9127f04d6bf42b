"""Utterances of a document: which words somebody says, whose they are, and how sure that is.

Marks, block quotations and turns give the spans, so that verbatim words never depend on a model. The models say
which of them are speech, who speaks, and what is reported (``deciding``); each confidence is calibrated, and a
name that is not sure enough is only "probably", or not given at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.model import BlockKind, Utterance
from corpus.speakers.blocks import block_utterances
from corpus.speakers.deciding import decide
from corpus.speakers.marks import prefers_single
from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.turns import turn_utterances
from corpus.speakers.utterances import LIKELY, Maker
from corpus.speakers.weights import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block

#: Years count where the document speaks, and not in its date line or byline.
_TELLING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.TURN, BlockKind.NOTE})
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OFTEN, _YEARS_BACK = 3, 3
_ONESELF = frozenset({"i", "we"})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def attribute(
    text: str, blocks: Sequence[Block], *, issued: str | None = None, likely: float = LIKELY
) -> list[list[Utterance]]:
    """Return the utterances of each block, with offsets inside the block.

    A reported clause may hold quoted parts, so utterances of one block may lie inside one another.

    Args:
        text: the document's text.
        blocks: its blocks in order; only those that are passages get utterances.
        issued: the document's own date, ISO 8601 and as exact as is known; what "last week" counts from.
        likely: the confidence below which an utterance stays unattributed.
    """
    words = [block.of(text) for block in blocks]
    single = prefers_single("\n".join(w for w, b in zip(words, blocks, strict=True) if b.kind in _PROSE))
    paragraphs = [
        parse(w, single=single) if b.kind in _PROSE else None for w, b in zip(words, blocks, strict=True)
    ]
    titles = [parsed is not None and parsed.headline for parsed in paragraphs]
    people = People(w for w, b, title in zip(words, blocks, titles, strict=True) if b.kind.answers and not title)
    weights = shipped()
    make = Maker(blocks, paragraphs, None if _looks_back(words, blocks, issued) else issued, likely)
    out: list[list[Utterance]] = [[] for _ in blocks]
    for decided in decide(paragraphs, people, weights):
        said = make.utterance(decided)
        if said.kind.verbatim or (said.as_printed and not _of_oneself(said)):
            out[decided.paragraph].append(said)  # a report by we cannot tell whom says nothing
    for n, turn in turn_utterances(words, blocks).items():
        out[n] = [turn]
    for n, quotation in block_utterances(blocks, words, paragraphs, people, weights, make).items():
        out[n] = [quotation]
    return [make.dated(n, said) for n, said in enumerate(out)]


def _looks_back(words: Sequence[str], blocks: Sequence[Block], issued: str | None) -> bool:
    """Whether a document is about a time well before its own: "July 23" in it is of a year not said there."""
    if issued is None:
        return False
    told = [int(y) for w, b in zip(words, blocks, strict=True) if b.kind in _TELLING for y in _YEAR.findall(w)]
    return len(told) >= _OFTEN and max(told) <= int(issued[:4]) - _YEARS_BACK


def _of_oneself(said: Utterance) -> bool:
    """Whether a report is what its writer says of themselves: "I promise that ..." is their own voice."""
    return not said.speaker and not said.probably and (said.as_printed or "").lower() in _ONESELF
