"""Markdown, read as its reader sees it: marks gone, words kept, every block's place known.

The document's text is the rendered one, because a quotation with ``**`` in it is not what was said. HTML
inside Markdown stays as the characters it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.blocks import Block, Page, trimmed
from corpus.model import BlockKind
from corpus.readers.front_matter import front_matter_fields, unread_keys
from corpus.readers.lines import is_kicker, is_markup, line_kind
from corpus.readers.markdown_remarks import matter_remarks, note_remarks
from corpus.readers.signed import with_signatures
from corpus.readers.text import stated_fields
from corpus.readers.turns import with_turns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from markdown_it.token import Token

_HEAD_BLOCKS = 4
_INLINE_TEXT = frozenset({"text", "code_inline", "text_special"})


def read_markdown(source: str, path: Path, *_: object) -> Page:
    """Read Markdown with front matter, tables and footnotes into a page of rendered text.

    Raises:
        SourceFormatError: the front matter is not a YAML mapping of plain values.
    """
    kept: dict[str, Any] = {}
    tokens = _parser().parse(source, kept)
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    text = "".join(writer.pieces)
    blocks = with_signatures(text, with_turns(text, writer.blocks))
    matter = next((t.content for t in tokens if t.type == "front_matter"), "")
    stated = front_matter_fields(matter, path)
    remarks = (
        *note_remarks(tokens if "[^" in source else (), kept.get("footnotes", {})),
        *matter_remarks(stated, unread_keys(matter, stated)),
    )
    return Page(text, tuple(blocks), stated_fields(text, blocks) | stated, remarks=remarks)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.use(front_matter_plugin).use(footnote_plugin, inline=False)


@dataclass(slots=True)
class _Writer:
    """Lays the blocks' words one after the other and remembers where each lies."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    open: list[str] = field(default_factory=list)
    note: str | None = None
    cells: list[Token] | None = None
    tag: str = ""
    begun: bool = False  # whether the title or a passage has been written

    def take(self, token: Token) -> None:
        """Follow one block token of the parser."""
        if token.type == "footnote_open":
            self.note = str(token.meta["label"])
        elif token.type == "footnote_close":
            self.note = None
        elif token.type == "tr_open":
            self.cells = []
        elif token.type == "tr_close":
            cells, self.cells = self.cells or [], None
            self._write(" | ".join(_words(c) for c in cells), BlockKind.ITEM, _notes(cells))
        elif token.type == "inline" and self.cells is not None:
            self.cells.append(token)
        elif token.type == "inline":
            self._write(_words(token), self._kind(token), _notes([token]))
        elif token.type in {"fence", "code_block"}:
            self._write(token.content, BlockKind.PARAGRAPH, ())
        elif token.nesting > 0:
            self.open.append(token.type)
            self.tag = token.tag
        elif token.nesting < 0:
            self.open.pop()

    def _kind(self, token: Token) -> BlockKind:
        children = token.children or []
        if self.note is not None:
            return BlockKind.NOTE
        if "heading_open" in self.open:
            return BlockKind.TITLE if self.tag == "h1" and not self.begun else BlockKind.HEADING
        if is_markup(_words(token)):
            return BlockKind.LEFTOVER
        if children and all(c.type in {"image", "softbreak"} for c in children):
            return BlockKind.CAPTION
        if "blockquote_open" in self.open:
            return BlockKind.QUOTE
        return BlockKind.ITEM if "list_item_open" in self.open else BlockKind.PARAGRAPH

    def _write(self, words: str, kind: BlockKind, notes: tuple[str, ...]) -> None:
        start, end = trimmed(words, 0, len(words))
        if start >= end:
            return
        if kind is BlockKind.PARAGRAPH and len(self.blocks) < _HEAD_BLOCKS:
            kind = _head_kind(" ".join(words.split()))
        block = Block(kind, self.length + start, self.length + end, self.note, notes if kind.answers else ())
        self.blocks.append(block)
        self.begun = self.begun or kind.answers or kind is BlockKind.TITLE
        self.pieces.append(words + "\n\n")
        self.length += len(words) + 2


def _words(token: Token) -> str:
    """Return the characters a reader sees of one inline token."""
    return "".join(_seen(child) for child in token.children or [])


def _seen(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    if child.type == "footnote_ref":
        return f"[{child.meta['label']}]"
    return child.content if child.type in _INLINE_TEXT or child.type == "image" else ""


def _notes(tokens: Iterable[Token]) -> tuple[str, ...]:
    labels = (str(c.meta["label"]) for t in tokens for c in t.children or [] if c.type == "footnote_ref")
    return tuple(dict.fromkeys(labels))


def _head_kind(words: str) -> BlockKind:
    """Recognise a date line, a byline, credits and a release's own lines, as in plain text."""
    plain = BlockKind.LEFTOVER if is_kicker(words) else BlockKind.PARAGRAPH
    return line_kind(words) or plain
