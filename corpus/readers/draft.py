"""A document being read: its words are laid one block after the other, and where each lies is remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.blocks import Block, Page
from corpus.citation import Field, Provenance, csl_names
from corpus.errors import SourceTooLargeError, printable
from corpus.model import BlockKind
from corpus.readers import body, head, notes
from corpus.readers.lines import is_kicker, line_kind
from corpus.readers.signed import with_signatures
from corpus.readers.text import stated_fields
from corpus.readers.titles import is_title
from corpus.readers.turns import with_turns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_GAP: Final = "\n\n"
_HEAD_BLOCKS: Final = 4
_RECORD: Final = frozenset({BlockKind.TITLE, BlockKind.DATE, BlockKind.BYLINE, BlockKind.NOTE})
#: Control characters and halves of characters, which no text holds and a store refuses.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: What programs write where nobody gave a name.
_NOBODY: Final = frozenset({
    "administrator", "admin", "author", "default", "microsoft", "microsoft office", "microsoft office user",
    "office user", "owner", "pc", "python-docx", "un-named", "unknown", "unnamed", "user", "windows user",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph: its words, what it is, the notes it cites. ``level`` is a heading's, from 1.

    ``inset`` says that it is set in from both margins, as a block quotation is; ``places`` are the names that
    links know it by.
    """

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    notes: tuple[str, ...] = ()
    level: int = 0
    label: str | None = None
    page: str | None = None
    inset: bool = False
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """Takes paragraphs and table rows in reading order."""

    path: Path
    paras: list[Para] = field(default_factory=list)
    _rows: list[list[list[Para]]] = field(default_factory=list)

    def put(self, para: Para) -> None:
        """Add a paragraph, to the table cell that is open if there is one."""
        words = _NO_TEXT.sub("", para.words).strip()
        if not words:
            return
        whole = para if words == para.words else replace(para, words=words)
        if self._rows:
            if not self._rows[-1]:
                self._rows[-1].append([])
            self._rows[-1][-1].append(whole)
        else:
            self._keep(whole)

    def open_row(self) -> None:
        """A table's row begins."""
        self._rows.append([])

    def open_cell(self) -> None:
        """The row's next cell begins."""
        if self._rows:
            self._rows[-1].append([])

    def close_row(self) -> None:
        """Lay a row out: cells of a paragraph each become one list item, others their paragraphs.

        Pages are laid out with tables too, and a column of running text is no cell.
        """
        if not self._rows:
            return
        cells = self._rows.pop()
        row = [cell[0] for cell in cells if len(cell) == 1]
        if len(row) > 1 and all(len(cell) <= 1 for cell in cells):
            cited = tuple(dict.fromkeys(note for para in row for note in para.notes))
            words = " | ".join(cell[0].words if cell else "" for cell in cells)
            self.put(Para(words, BlockKind.ITEM, cited, page=row[0].page))
        else:
            for cell in cells:
                for para in cell:
                    self.put(para)

    def drop_rows(self) -> None:
        """End the rows that are still open."""
        while self._rows:
            self.close_row()

    def words(self) -> str:
        """Return the words of all paragraphs, as a note of several has them."""
        return _GAP.join(para.words for para in self.paras)

    def _keep(self, para: Para) -> None:
        if len(self.paras) >= limits.MAX_BLOCKS:
            raise SourceTooLargeError(
                f"{printable(self.path)} has more than {limits.MAX_BLOCKS:,} blocks",
                expected="fewer paragraphs, headings and notes",
                action="Split it, a speech or chapter to a file, and add the parts.",
            )
        self.paras.append(para)

    def page(self, stated: dict[str, Field], *, first: bool = False, styled: bool = False) -> Page:
        """Return the page that the paragraphs make.

        Args:
            stated: what the file's own metadata says.
            first: whether that comes before what the text says. A word processor's is often its template's, so
                that a title or byline printed as such comes before it; an e-book's was made for it.
            styled: whether what a paragraph is marked as is all it is; one with headings is always read so.
        """
        self.drop_rows()
        text, blocks = _laid(_quoted(self.paras))
        styled = styled or any(p.kind in {BlockKind.TITLE, BlockKind.HEADING} for p in self.paras)
        if not any(p.kind is BlockKind.NOTE for p in self.paras):
            blocks = notes.find_notes(text, blocks)
        blocks = _as_styled(text, blocks, self.paras) if styled else _as_plain(text, blocks)
        if not any(p.kind is BlockKind.NOTE for p in self.paras):
            blocks = notes.link(text, blocks)
        said = stated_fields(text, blocks)
        guessed = {} if styled else {name: said.pop(name) for name in ("title",) if name in said}
        fields = said | stated if first else guessed | stated | said
        return Page(text, tuple(blocks), fields)


def named(title: str = "", creators: Iterable[str] = (), language: str = "") -> dict[str, Field]:
    """Return the citation fields that a word processor's properties state; what programs fill in is left out."""
    title, language = _one_line(title), _one_line(language)
    authors = [name for words in creators if (name := _one_line(words)) and name.casefold() not in _NOBODY]
    values = {"title": title if is_title(title) else "", "author": csl_names(authors), "language": language}
    return {name: Field(value, Provenance.METADATA) for name, value in values.items() if value}


def _one_line(words: str) -> str:
    return " ".join(_NO_TEXT.sub("", words[: limits.MAX_FIELD_CHARS]).split())


def _quoted(paras: list[Para]) -> list[Para]:
    """Call the paragraphs set in from both margins block quotations, where most are not."""
    plain = [p for p in paras if p.kind is BlockKind.PARAGRAPH]
    if 2 * sum(p.inset for p in plain) > len(plain):
        return paras
    return [replace(p, kind=BlockKind.QUOTE) if p.inset and p.kind is BlockKind.PARAGRAPH else p for p in paras]


def _laid(paras: list[Para]) -> tuple[str, list[Block]]:
    blocks: list[Block] = []
    at = 0
    for para in paras:
        end = at + len(para.words)
        cited = para.notes if para.kind.answers else ()
        blocks.append(Block(para.kind, at, end, para.label, cited, page=para.page))
        at = end + len(_GAP)
    return "".join(para.words + _GAP for para in paras), blocks


def _as_styled(text: str, blocks: list[Block], paras: list[Para]) -> list[Block]:
    """Follow the document's own headings, as in Markdown: one of the first level at the top is the title."""
    out: list[Block] = []
    begun = False
    for n, block in enumerate(blocks):
        kind = block.kind
        if kind is BlockKind.HEADING and paras[n].level == 1 and not begun:
            kind = BlockKind.TITLE
        elif kind is BlockKind.PARAGRAPH and n < _HEAD_BLOCKS:
            words = " ".join(block.of(text).split())
            kind = line_kind(words) or (BlockKind.LEFTOVER if is_kicker(words) else kind)
        begun = begun or kind.answers or kind is BlockKind.TITLE
        out.append(replace(block, kind=kind))
    return with_signatures(text, with_turns(text, out))


def _as_plain(text: str, blocks: list[Block]) -> list[Block]:
    """Read a document without one heading as plain text is read: by what its lines show themselves to be."""
    blocks = with_turns(text, blocks)
    count = head.length(text, blocks)
    marked = [*head.classify(text, blocks[:count]), *body.classify(text, blocks[count:])]
    if not any(b.kind.answers for b in marked):
        marked = [b if b.kind in _RECORD else b.as_kind(BlockKind.PARAGRAPH) for b in marked]
    if not any(b.kind.answers for b in marked):
        marked = [b if b.kind is BlockKind.NOTE else b.as_kind(BlockKind.PARAGRAPH) for b in marked]
    return marked
