"""What an RTF document's characters make: paragraphs, rows, notes and text boxes, one within the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.model import BlockKind
from corpus.readers.draft import Draft, Para
from corpus.readers.marks import Marks, numeral

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.docx_styles import Look


@dataclass(slots=True)
class _Layer:
    """The text itself, or a note or box within it. ``row`` and ``cell`` say that one is open.

    ``note`` is the kind of note it is, ``ftn`` or ``aftn``; empty for what is none.
    """

    draft: Draft
    note: str = ""
    pieces: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    after: list[Para] = field(default_factory=list)
    listed: bool = False
    row: bool = False
    cell: bool = False


class Sheet:
    """Takes characters and ends of paragraphs and cells; ``cited`` has each note's label and words, in order."""

    def __init__(self, draft: Draft) -> None:
        self.cited: list[tuple[str, str]] = []
        self.numbering = {"ftn": "decimal", "aftn": "decimal"}
        self._path: Path = draft.path
        self._counts = {"ftn": 0, "aftn": 0}
        self._marks = Marks()
        self._layers = [_Layer(draft)]

    def put(self, text: str) -> None:
        """Add characters to the paragraph."""
        self._layers[-1].pieces.append(text)

    def is_item(self) -> None:
        """The paragraph has a list's sign before it."""
        self._layers[-1].listed = True

    def end_paragraph(self, look: Look, *, in_table: bool) -> None:
        """The paragraph ends, and looks so."""
        layer = self._layers[-1]
        if layer.row and not in_table:
            self.end_row()
        elif in_table and len(self._layers) == 1:
            self._open_cell(layer)
        # Two halves of a character beyond the first 65,536 may have come one by one.
        words = "".join(layer.pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        kind = BlockKind.ITEM if layer.listed and look.kind is BlockKind.PARAGRAPH else look.kind
        para = Para(words, kind, tuple(dict.fromkeys(layer.cited)), look.level, inset=look.inset)
        for each in (para, *layer.after):
            layer.draft.put(each)
        layer.pieces, layer.cited, layer.after, layer.listed = [], [], [], False

    def end_cell(self, look: Look) -> None:
        """The cell ends, and with it its last paragraph."""
        self.end_paragraph(look, in_table=True)
        self._layers[-1].cell = False

    def end_row(self) -> None:
        """The row ends."""
        layer = self._layers[-1]
        if layer.row:
            layer.draft.close_row()
        layer.row = layer.cell = False

    def enter(self, note: str) -> None:
        """A note of this kind begins, or with an empty one a text box."""
        self._layers.append(_Layer(Draft(self._path), note))

    def is_endnote(self) -> None:
        """The note that is open stands at the document's end."""
        if self._layers[-1].note:
            self._layers[-1].note = "aftn"

    def leave(self, look: Look) -> None:
        """The note or text box ends."""
        self.end_paragraph(look, in_table=False)
        inner = self._layers.pop()
        outer = self._layers[-1]
        if not inner.note:
            outer.after += inner.draft.paras
        elif text := inner.draft.words():
            self._counts[inner.note] += 1
            label = self._marks.label(numeral(self._counts[inner.note], self.numbering[inner.note]))
            self.cited.append((label, text))
            outer.cited.append(label)
            outer.pieces.append(f"[{label}]")

    def _open_cell(self, layer: _Layer) -> None:
        if not layer.row:
            layer.draft.open_row()
        if not layer.cell:
            layer.draft.open_cell()
        layer.row = layer.cell = True
