r"""The text of a PDF: its paragraphs one after the other, with what stands between them as asides.

Lines of a paragraph are joined by a blank. Where a word is broken over two lines, its hyphen and a line's end stay
in the text, ``Ver-\nfassung``: the words shown are the page's, and ``corpus.hyphens`` knows where to join them. A
paragraph that goes on overleaf is one stretch; the notes, heads and feet between its pages come behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus.blocks import Block, trimmed
from corpus.model import BlockKind
from corpus.readers.pdf_notes import CITED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.pdf_furniture import Sheet
    from corpus.readers.pdf_lines import Line
    from corpus.readers.pdf_notes import Note
    from corpus.readers.pdf_paragraphs import Paragraph

_APART: Final = "\n\n"


@dataclass(slots=True)
class Layout:
    """Lays blocks one after the other; ``labels`` are the pages' printed labels, None of those that have none."""

    labels: Sequence[str | None]
    notes: Sequence[Note]
    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    names: dict[tuple[int, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        used: set[str] = set()
        for note in self.notes:
            # Marks begin anew on each page or chapter, and a label must name one note.
            name = (
                note.mark
                if note.mark not in used
                else f"{note.mark} p. {self.labels[note.sheet] or f'[{note.sheet + 1}]'}"
            )
            used.add(name)
            self.names.setdefault((note.sheet, note.mark), name)

    @property
    def text(self) -> str:
        """All that has been laid."""
        return "".join(self.pieces)

    def lay(self, paragraphs: Sequence[tuple[Paragraph, BlockKind]], sheets: Sequence[Sheet]) -> None:
        """Lay the paragraphs, and behind those of each page its notes and furniture."""
        done = 0
        for paragraph, kind in paragraphs:
            first = paragraph.lines[0].sheet
            self._asides(sheets[done:first])
            done = max(done, first)
            self._paragraph(paragraph, kind)
        self._asides(sheets[done:])

    def _paragraph(self, paragraph: Paragraph, kind: BlockKind) -> None:
        block = self._add(joined(paragraph.lines), kind, paragraph.lines[0].sheet)
        if block and kind.answers:
            cited = dict.fromkeys(name for line in paragraph.lines for name in self._cited(line))
            self.blocks[-1] = replace(block, notes=tuple(cited))

    def _cited(self, line: Line) -> Iterable[str]:
        for match in CITED.finditer(line.text):
            mark = match["raised"] or match["bracketed"]
            for sheet in (line.sheet, line.sheet + 1):  # a note may have moved overleaf
                if (sheet, mark) in self.names:
                    yield self.names[sheet, mark]
                    break

    def _asides(self, sheets: Sequence[Sheet]) -> None:
        for sheet in sheets:
            for note in self.notes:
                if note.sheet == sheet.index:
                    block = self._add(joined(note.lines), BlockKind.NOTE, sheet.index)
                    if block:
                        self.blocks[-1] = replace(block, label=self.names[sheet.index, note.mark])
            for words in sheet.asides:
                self._add(words, BlockKind.LEFTOVER, sheet.index)

    def _add(self, words: str, kind: BlockKind, sheet: int) -> Block | None:
        start, end = trimmed(words, 0, len(words))
        if start >= end:
            return None
        block = Block(kind, self.length + start, self.length + end, page=self.labels[sheet])
        self.blocks.append(block)
        self.pieces.append(words + _APART)
        self.length += len(words) + len(_APART)
        return block


def joined(lines: Sequence[Line]) -> str:
    """Return the lines' words: a blank between lines, a line's end behind the hyphen of a broken word."""
    return "".join(
        line.text + ("" if n == len(lines) - 1 else "\n" if line.broken else " ") for n, line in enumerate(lines)
    )
