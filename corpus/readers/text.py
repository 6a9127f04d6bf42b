"""Plain text, as people save it from a page: head, body with bare-line headings, tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.blocks import Page
from corpus.citation import Field, Provenance, csl_date, csl_names
from corpus.dates import is_update_line, parse_date_line
from corpus.model import BlockKind
from corpus.readers import body, head, notes
from corpus.readers.lines import names_in, read_byline
from corpus.readers.split import raw_blocks
from corpus.readers.turns import with_turns

if TYPE_CHECKING:
    from corpus.blocks import Block


def read_text(text: str, *_: object) -> Page:
    """Read plain text into a page whose text is the text given, character for character."""
    blocks = notes.find_notes(text, raw_blocks(text))
    blocks = with_turns(text, blocks)
    count = head.length(text, blocks)
    top, rest = blocks[:count], blocks[count:]
    marked = [*head.classify(text, top), *body.classify(text, rest)]
    if not any(b.kind.answers for b in marked):  # all short lines: a list of slogans, a poem
        marked = [b if b.kind in _FOR_THE_RECORD else b.as_kind(BlockKind.PARAGRAPH) for b in marked]
    if not any(b.kind.answers for b in marked):  # a single line is what it says, not the title of nothing
        marked = [b.as_kind(BlockKind.PARAGRAPH) for b in marked]
    return Page(text, tuple(notes.link(text, marked)), stated_fields(text, marked))


_FOR_THE_RECORD = frozenset({BlockKind.TITLE, BlockKind.DATE, BlockKind.BYLINE, BlockKind.NOTE})


def stated_fields(text: str, blocks: list[Block]) -> dict[str, Field]:
    """Return the citation fields that the text's own head states."""
    fields: dict[str, Field] = {}
    for block in blocks:
        words = " ".join(block.of(text).split())
        if block.kind is BlockKind.TITLE:
            fields.setdefault("title", Field(words, Provenance.TEXT))
        elif block.kind is BlockKind.BYLINE:
            names, date = read_byline(words)
            fields.setdefault("author", Field(csl_names(names_in(names)), Provenance.TEXT))
            if date:
                fields.setdefault("issued", Field(csl_date(date.iso), Provenance.TEXT))
        elif block.kind is BlockKind.DATE and not is_update_line(words) and (date := parse_date_line(words)):
            fields.setdefault("issued", Field(csl_date(date.iso), Provenance.TEXT))
    return fields
