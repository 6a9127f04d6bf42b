"""The text of an OpenDocument: paragraphs, rows and the notes they cite."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from corpus.readers.draft import Draft, Para
from corpus.readers.marks import Marks
from corpus.readers.odt_remarks import SHOWN, Passed
from corpus.readers.office_remarks import Unread

if TYPE_CHECKING:
    from corpus.readers.odt_styles import Looks

#: What a reader does not see: old versions, comments, forms, readings above characters, names of pictures.
_PASSED_OVER: Final = frozenset({
    "text:tracked-changes", "office:annotation", "office:forms", "text:ruby-text", "?:title", "?:desc",
    "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:event-listeners",
})  # fmt: skip
_INDEX: Final = re.compile(r"text:(?:table-of-content|[a-z]+-index|bibliography)")
_BLANKS: Final = re.compile("[ \t\r\n]+")
_MOST_BLANKS: Final = 100


@dataclass(slots=True)
class _Open:
    """A paragraph that has begun. ``blank`` says that a blank here would be a second one, or stand first."""

    kind: BlockKind
    level: int = 0
    inset: bool = False
    hidden: bool = False
    blank: bool = True
    pieces: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    after: list[Para] = field(default_factory=list)


@dataclass(slots=True)
class _Around:
    """What goes on when a note has ended."""

    paras: list[_Open]
    draft: Draft
    lists: int
    boxes: int
    mark: str = ""


class Body:
    """Follows ``content.xml``; ``cited`` has each note's label and words, in order."""

    def __init__(self, draft: Draft, looks: Looks, passed: Passed) -> None:
        self.draft, self._looks, self._passed = draft, looks, passed
        self.cited: list[tuple[str, str]] = []
        self._in_text = self._in_mark = False
        self._skipped = self._lists = self._indexes = self._boxes = 0
        self._paras: list[_Open] = []
        self._around: list[_Around] = []
        self._marks = Marks()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow an opening tag."""
        if self._skipped or self._unseen(name, attributes):
            self._passed.start(name, root=not self._skipped)
            self._skipped += 1
        elif not self._in_text:
            self._in_text = name == "office:text"
            self._looks.start(name, attributes)
        elif name in {"text:p", "text:h"}:
            self._begin(name, attributes)
        elif name == "text:note":
            self._around.append(_Around(self._paras, self.draft, self._lists, self._boxes))
            self.draft, self._paras, self._lists, self._boxes = Draft(self.draft.path), [], 0, 0
        elif name == "text:note-citation":
            self._in_mark = True
        elif name in _SIGNS and self._paras:
            count = attributes.get("text:c", "1")
            times = min(int(count), _MOST_BLANKS) if re.fullmatch(r"\d{1,6}", count) else 1
            self._paras[-1].pieces.append(_SIGNS[name] * times)
            self._paras[-1].blank = False
        else:
            if name in SHOWN:
                self._passed.shown(name, attributes)
            self._frame(name, 1)

    def end(self, name: str) -> None:
        """Follow a closing tag."""
        if self._skipped:
            self._skipped -= 1
        elif not self._in_text:
            self._looks.end(name)
        elif name in {"text:p", "text:h"}:
            self._close()
        elif name == "text:note" and self._around:
            self._close_note(self._around.pop())
        elif name == "text:note-citation":
            self._in_mark = False
        else:
            self._frame(name, -1)

    def words(self, text: str) -> None:
        """Take words; blanks in a row are one, as the format has it."""
        if self._skipped:
            self._passed.words(text)
        if self._skipped or not self._in_text:
            return
        if self._in_mark:
            if self._around:
                self._around[-1].mark += text
        elif self._paras:
            para = self._paras[-1]
            kept = _BLANKS.sub(" ", text)
            kept = kept[1:] if para.blank and kept.startswith(" ") else kept
            if kept:
                para.pieces.append(kept)
                para.blank = kept.endswith(" ")
                if self._passed.noticed.here and text.strip():
                    self._passed.noticed.words(None)

    def _unseen(self, name: str, attributes: dict[str, str]) -> bool:
        if name == "text:hidden-paragraph" and attributes.get("text:is-hidden") == "true" and self._paras:
            self._paras[-1].hidden = True
        return (
            name in _PASSED_OVER
            or (name == "text:hidden-text" and attributes.get("text:is-hidden") == "true")
            or (name == "text:section" and attributes.get("text:display") == "none")
            or (name == "text:span" and self._looks.is_hidden("text", attributes.get("text:style-name", "")))
        )

    def _frame(self, name: str, step: int) -> None:
        """Follow what paragraphs stand in: lists, tables, indexes, text boxes."""
        if name == "text:list":
            self._lists += step
        elif _INDEX.fullmatch(name):
            self._indexes += step
        elif name == "drawing:text-box":
            self._boxes += step
        elif self._boxes:
            return  # a table in a box reads as its paragraphs
        elif name == "table:table-row":
            (self.draft.open_row if step > 0 else self.draft.close_row)()
        elif name in {"table:table-cell", "table:covered-table-cell"} and step > 0:
            self.draft.open_cell()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        style = attributes.get("text:style-name", "")
        kind, inset = self._looks.look(style)
        level = attributes.get("text:outline-level", "1") if name == "text:h" else ""
        if level and kind is not BlockKind.TITLE:
            kind = BlockKind.HEADING
        if self._indexes:
            kind = BlockKind.LEFTOVER
        elif self._lists and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.ITEM
        number = int(level) if re.fullmatch(r"\d{1,2}", level) else 0
        self._paras.append(_Open(kind, number, inset, self._looks.is_hidden("paragraph", style)))

    def _close(self) -> None:
        if not self._paras:
            return
        para = self._paras.pop()
        shown = [] if para.hidden else [_para(para)]
        if para.hidden:
            self._passed.hidden("".join(para.pieces))
        if self._paras:
            self._paras[-1].after += [*shown, *para.after]
            return
        for each in (*shown, *para.after):
            self.draft.put(each)

    def _close_note(self, around: _Around) -> None:
        text = self.draft.words()
        self.draft, self._paras, self._lists, self._boxes = around.draft, around.paras, around.lists, around.boxes
        mark = around.mark.strip()
        if text and not mark:
            self._passed.noticed.one(Unread.NOTE)
        elif text and self._paras:
            label = self._marks.label(mark)
            self.cited.append((label, text))
            self._paras[-1].cited.append(label)
            self._paras[-1].pieces.append(f"[{label}]")
            self._paras[-1].blank = False


_SIGNS: Final = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}


def _para(para: _Open) -> Para:
    cited = tuple(dict.fromkeys(para.cited))
    return Para("".join(para.pieces), para.kind, cited, para.level, inset=para.inset)
