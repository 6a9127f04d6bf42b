"""Whose a block quotation is: the speaker its announcement names, and the one who signs below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.model import BlockKind, Utterance, UtteranceKind
from corpus.speakers.cues import announces_quotation
from corpus.speakers.deciding import decide_block
from corpus.speakers.resolver import Resolver
from corpus.speakers.signatures import is_signature, signer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.blocks import Block
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.people import People
    from corpus.speakers.utterances import Maker
    from corpus.speakers.weights import Weights

#: A signature prints the name under the words; what is inferred is that it signs them all.
SIGNED = 0.9


def block_utterances(
    blocks: Sequence[Block],
    words: Sequence[str],
    paragraphs: Sequence[Parsed | None],
    people: People,
    weights: Weights,
    make: Maker,
) -> dict[int, Utterance]:
    """Return the utterance of each block quotation, by the block's place; offsets inside the block."""
    out: dict[int, Utterance] = {}
    announced: Utterance | None = None
    resolver: Resolver | None = None
    for n, block in enumerate(blocks):
        if block.kind is not BlockKind.QUOTE:
            continue
        whole = Utterance(0, len(words[n]), UtteranceKind.BLOCK)
        if not n or blocks[n - 1].kind is not BlockKind.QUOTE:
            announced = None
            herald = paragraphs[n - 1] if n else None
            if herald is not None and announces_quotation(words[n - 1]):
                resolver = resolver or Resolver(paragraphs, people, weights)  # reads the document: once is enough
                announced = make.utterance(decide_block(paragraphs, n - 1, words[n], resolver, weights))
        heard = replace(announced, start=0, end=whole.end) if announced else whole
        out[n] = _signed(blocks, words, n, heard, people)
    return out


def _signed(blocks: Sequence[Block], words: Sequence[str], n: int, heard: Utterance, people: People) -> Utterance:
    """Weigh what the announcement says against the signature below, where there is one."""
    below = n + 1
    while below < len(blocks) and blocks[below].kind is BlockKind.QUOTE:
        below += 1
    if below == len(blocks) or blocks[below].kind is not BlockKind.LEFTOVER or not is_signature(words[below]):
        return heard
    nobodys = Utterance(heard.start, heard.end, UtteranceKind.BLOCK)
    signs = signer(words[below])
    name = people.name(signs[0]) if signs else None
    if signs is None or name is None or not {heard.speaker or heard.probably} <= {None, name}:
        return nobodys  # announced as another's words, or signed by we cannot tell whom
    if below != n + 1:  # the paragraphs above may be another's; only an announcement says more
        return heard
    mention, role = signs
    return replace(
        nobodys, speaker=name, as_printed=mention.printed, role=mention.role or role, cue="—", confidence=SIGNED
    )
