"""Transcripts: which paragraphs are turns, and what between them nobody says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.blocks import trimmed
from corpus.model import BlockKind
from corpus.readers.lines import is_between_turns
from corpus.speakers import directions
from corpus.speakers.labels import Labels, turn_label
from corpus.speakers.participants import Roll, is_list_head, read_roll

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.blocks import Block

_LINE_START = re.compile(r"(?:\A|(?<=[\r\n]))(?=[^\r\n])")
#: Somebody who speaks says "I", "we" or "you" before long; an editor's note does not.
_SPEAKS = re.compile(r"\b(?:I|we|you|my|me|our|us|your)\b", re.IGNORECASE)


def with_turns(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Call the paragraphs of a transcript turns, from the first label on.

    Stage directions, a record's own sentences and the list of participants become leftovers, which answer
    nothing. What stands behind such a sentence, or behind the last label's own turn, is nobody's words.
    """
    guessed = [part for b in blocks for part in _parted(text, b, lambda line: turn_label(line) is not None)]
    words = [b.of(text) for b in guessed if b.kind is BlockKind.PARAGRAPH]
    roll = _roll(text, guessed, Labels(words))
    labels = Labels(words, roll.names)
    if not labels.transcript:
        return list(blocks)
    parts = [p for b in blocks for p in _parted(text, b, lambda line: bool(labels.of(line)) or is_list_head(line))]
    parts = list(_merged(text, parts, labels))
    first = _first(text, parts, labels)
    return [*_listed(text, parts[:first]), *_marked(text, parts[first:], labels)]


def _parted(text: str, block: Block, opens: Callable[[str], bool]) -> Iterator[Block]:
    """Cut a paragraph wherever a line opens a turn: in Markdown, lines without a blank one between are one."""
    words = block.of(text)
    starts = [m.start() for m in _LINE_START.finditer(words)]
    if block.kind is not BlockKind.PARAGRAPH or not starts:
        yield block
        return
    lines = [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    cuts = [0, *(s for s, line in zip(starts, lines, strict=True) if s and opens(line)), len(words)]
    for a, b in pairwise(cuts):
        start, end = trimmed(text, block.start + a, block.start + b)
        if start < end:
            notes = tuple(note for note in block.notes if len(cuts) == 2 or f"[{note}]" in text[start:end])  # noqa: PLR2004
            yield replace(block, start=start, end=end, notes=notes)


def _merged(text: str, blocks: Sequence[Block], labels: Labels) -> Iterator[Block]:
    """Join a label on a line of its own with the paragraph below it, which is what it announces."""
    held: Block | None = None
    for block in blocks:
        label = labels.of(block.of(text)) if block.kind is BlockKind.PARAGRAPH else None
        if held is not None and block.kind is BlockKind.PARAGRAPH and label is None:
            yield replace(held, end=block.end, notes=(*held.notes, *block.notes))
            held = None
            continue
        if held is not None:
            yield held
            held = None
        if label is not None and label.alone and label.end >= len(block.of(text)):
            held = block
        else:
            yield block
    if held is not None:
        yield held


def _first(text: str, blocks: Sequence[Block], labels: Labels) -> int:
    """Return the place of the first turn; an entry of the list of participants may look like one."""
    opening = [n for n, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH and labels.of(b.of(text))]
    for n in opening:
        if not _is_list(text, blocks[: n + 1]) or _is_said(text, blocks[: n + 1], labels):
            return n
    return len(blocks)


def _roll(text: str, blocks: Sequence[Block], labels: Labels) -> Roll:
    """Read the list of participants above the first turn."""
    return read_roll(_lines(text, blocks[: _first(text, blocks, labels)]))


def _lines(text: str, blocks: Sequence[Block]) -> list[str]:
    return [line for b in blocks for line in b.of(text).splitlines() if line.strip()]


def _is_list(text: str, blocks: Sequence[Block]) -> bool:
    """Whether all the lines of the last block are part of a list of participants."""
    lines = _lines(text, blocks)
    own = len(_lines(text, blocks[-1:]))
    return set(range(len(lines) - own, len(lines))) <= read_roll(lines).lines


def _is_said(text: str, blocks: Sequence[Block], labels: Labels) -> bool:
    """Whether the last block is a sentence that somebody says, though "Jane Roe: mayor." is shaped the same."""
    words = blocks[-1].of(text)
    label = labels.of(words)
    said = words[label.end :].rstrip() if label else ""
    if label is None or said[-1:] not in {".", "?", "!"}:
        return False
    listed = {person.name.lower().split()[-1] for person in read_roll(_lines(text, blocks[:-1])).people}
    return bool(_SPEAKS.search(said)) or label.name.lower().split()[-1] in listed


def _listed(text: str, head: Sequence[Block]) -> list[Block]:
    """Call the list of participants above the first turn a leftover, and "BY MR. ROE:" over questions."""
    taken, at, out = read_roll(_lines(text, head)).lines, 0, []
    for block in head:
        own = range(at, at := at + len(_lines(text, [block])))
        nobodys = taken.issuperset(own) or directions.is_narration(block.of(text))
        out.append(block.as_kind(BlockKind.LEFTOVER) if block.kind.answers and nobodys else block)
    return out


def _marked(text: str, blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Say of each block from the first turn on what it is."""
    paragraphs = [n for n, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH]
    labelled = {n for n in paragraphs if labels.of(blocks[n].of(text))}
    last = max(labelled, default=-1)
    runs_on = labels.record or any(n < last and n not in labelled for n in paragraphs)
    headings = _headings(text, blocks, labelled, record=labels.record)
    speaking = False
    out: list[Block] = []
    for n, block in enumerate(blocks):
        kind, speaking = block.kind, speaking and block.kind is not BlockKind.HEADING
        if kind is BlockKind.PARAGRAPH:
            words = block.of(text)
            tail = n > last and not (runs_on and (labels.record or _SPEAKS.search(words)))
            kind, speaking = _kind(words, labels, speaking=speaking and not tail, closing=n > last)
        if n in headings:
            kind, speaking = BlockKind.HEADING, False
        elif (
            kind is BlockKind.TURN
            and n not in labelled
            and directions.is_section(block.of(text), record=labels.record)
        ):
            # Behind it stands the next part of a statement, or a paper with a title: the text does not tell.
            kind, speaking = BlockKind.HEADING, False
        out.append(replace(block, kind=kind))
    return out


def _kind(words: str, labels: Labels, *, speaking: bool, closing: bool) -> tuple[BlockKind, bool]:
    """Return a paragraph's kind, and whether one without a label behind it goes on with the same turn."""
    if label := labels.of(words):
        start, end = directions.spoken(words, label.end)
        return (BlockKind.TURN, True) if start < end else (BlockKind.LEFTOVER, False)
    if directions.is_direction(words) or is_between_turns(words):
        return BlockKind.LEFTOVER, speaking
    if directions.is_narration(words):
        return BlockKind.LEFTOVER, False
    if speaking and not (closing and directions.closes(words)):
        return BlockKind.TURN, not directions.inserts_a_paper(words)
    return BlockKind.PARAGRAPH, False


def _headings(text: str, blocks: Sequence[Block], labelled: set[int], *, record: bool) -> set[int]:
    """Return the bare lines that stand over a turn and close none: "On the harbour", "COMMITTEE ON FINANCE"."""
    out: set[int] = set()
    for n in labelled:
        above = n - 1
        while above > 0 and above not in labelled and blocks[above].kind is BlockKind.PARAGRAPH:
            if not directions.is_section(blocks[above].of(text), record=record):
                break
            out.add(above)
            above -= 1
    return out
