"""Plain text into raw blocks.

Blank lines part blocks. Text copied from a page often has one paragraph a line instead, and old
typescripts indent the first line of each; both are recognised inside a group of lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.blocks import Block, trimmed
from corpus.dates import parse_date_line
from corpus.model import BlockKind
from corpus.readers.lines import ITEM, is_bare_line, is_byline, is_furniture, is_heading
from corpus.speakers.directions import is_direction
from corpus.speakers.labels import Labels, turn_label

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Lines are wrapped by hand or mail program at 72 to 120 columns; a longer line is a paragraph by itself.
_LONGEST_WRAPPED_LINE = 130
#: A head stands at the top, and is no paragraph that happens to hold a date.
_HEAD_CHUNKS = 2
_MOST_HEAD_LINES = 6
#: Prose is wrapped at 60 columns or more; few lines of verse are as long.
_LEAST_PROSE_LINE = 56
_GOES_ON = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)\Z", re.IGNORECASE)
#: One line end, whatever the system that wrote it. A form feed starts a new page and so a new line.
_LINE = re.compile(r"[^\r\n\f\x85\u2028\u2029]*(?:\r\n|[\r\n\f\x85\u2028\u2029]|\Z)")
#: The end of a sentence, or of a label on a line of its own.
_ENDED = re.compile(r"[.?!:…—-][\"”’')\]*_]*\s*\Z")
_INDENT = re.compile(r"[ \t\u00a0]*")

Line = tuple[int, int]


def raw_blocks(text: str) -> list[Block]:
    """Cut ``text`` into blocks, all of them called paragraphs until they have been looked at."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    labels = _labels(text, lines)
    chunks = list(_chunks(text, lines))
    bare_head = _opens_with_bare_head(text, chunks, labels=labels)
    return [
        Block(BlockKind.PARAGRAPH, *trimmed(text, group[0][0], group[-1][1]))
        for number, chunk in enumerate(chunks)
        for group in (
            [[line] for line in chunk]
            if (number == 0 and bare_head) or (number < _HEAD_CHUNKS and _is_head(text, chunk))
            else _groups(text, chunk, labels=labels)
        )
    ]


def _labels(text: str, lines: list[Line]) -> Labels | None:
    """Return the labels of a transcript, None for any other text.

    Beside labels only lines that may open a paragraph count: behind a blank line or the end of a sentence,
    not within one that is wrapped.
    """
    opening: list[str] = []
    before = ""
    for start, end in lines:
        line = text[start:end]
        if turn_label(line) or not before.strip() or _ENDED.search(before) or len(before) > _LONGEST_WRAPPED_LINE:
            opening.append(line)
        before = line
    labels = Labels(opening)
    return labels if labels.transcript else None


def _chunks(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for start, end in lines:
        if text[start:end].strip():
            chunk.append((start, end))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_head(text: str, chunk: list[Line]) -> bool:
    """Whether a run of short lines is a title, a byline and a date set without blank lines between them."""
    lines = [text[s:e].strip() for s, e in chunk]
    short = len(lines) <= _MOST_HEAD_LINES and all(len(line) <= _LONGEST_WRAPPED_LINE for line in lines)
    return short and any(is_byline(line) or parse_date_line(line) for line in lines)


def _opens_with_bare_head(text: str, chunks: list[list[Line]], *, labels: Labels | None) -> bool:
    """Whether the text opens with lines set like headings, and prose follows below a blank line.

    Without the prose it is as likely a poem or a list of slogans, whose lines are what is said. A line that
    ends in a small word goes on in the next, and the two are no lines of their own.
    """
    lines = [text[s:e].strip() for s, e in chunks[0]] if chunks else []
    return (
        1 < len(lines) <= _MOST_HEAD_LINES
        and all(is_heading(line) or is_furniture(line) for line in lines)
        and not any(_GOES_ON.search(line) for line in lines)
        and not (lines[0].endswith(":") and is_furniture("\n".join(lines)))  # "Contact:" and whom, line by line
        and not (labels and any(labels.of(line) for line in lines))
        and any(_is_prose(text, chunk) for chunk in chunks[1:])
    )


def _is_prose(text: str, chunk: list[Line]) -> bool:
    """Whether a chunk has a line as long as prose is wrapped at, or is one line that ends as a sentence does."""
    lines = [text[s:e].strip() for s, e in chunk]
    alone = len(lines) == 1 and not is_bare_line(lines[0]) and not ITEM.match(lines[0])
    return alone or any(len(line) >= _LEAST_PROSE_LINE for line in lines)


def _groups(text: str, chunk: list[Line], *, labels: Labels | None) -> Iterator[list[Line]]:
    """Part a run of lines without blank lines wherever a line opens a paragraph of its own."""
    every_line = any(len(text[s:e].rstrip()) > _LONGEST_WRAPPED_LINE for s, e in chunk)
    indented = _first_line_indents(text, chunk)
    group: list[Line] = []
    for start, end in chunk:
        line = text[start:end]
        alone = labels and is_direction(line)
        if group and (
            alone or every_line or start in indented or ITEM.match(line) or (labels and labels.of(line))
        ):
            yield group
            group = []
        group.append((start, end))
        if alone:
            yield group
            group = []
    if group:
        yield group


def _first_line_indents(text: str, chunk: list[Line]) -> set[int]:
    """Starts of lines set in by two columns or more, where most lines are not."""
    deep = {s for s, e in chunk if len(_indent(text[s:e]).expandtabs(4)) >= 2}  # noqa: PLR2004
    return deep if 1 < len(deep) <= len(chunk) / 2 else set()


def _indent(line: str) -> str:
    match = _INDENT.match(line)
    return match.group() if match else ""
