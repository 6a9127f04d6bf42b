"""The text of a Word document: paragraphs, rows and the notes they cite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.readers.docx_remarks import MET, Passed
from corpus.readers.docx_styles import Look, is_on, taken
from corpus.readers.draft import Draft, Para
from corpus.readers.marks import Marks, numeral
from corpus.readers.office_remarks import Doubt

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.docx_styles import Styles
    from corpus.readers.office_remarks import Noticed

#: Deleted words, the second form of what is given twice, readings above characters, and properties as they were.
_PASSED_OVER: Final = frozenset({
    "w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange",
    "w:trPrChange", "w:tcPrChange", "w:numberingChange",
})  # fmt: skip
_GONE: Final = frozenset({"w:del", "w:moveFrom"})
_SIGNS: Final = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
#: A character of a symbol font stands in the private area, where other fonts have nothing.
_UNSHOWN: Final = "\ufffd"


@dataclass(slots=True)
class Notes:
    """The foot- and endnotes, labelled in the order in which the text cites them."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    numbering: dict[str, str] = field(default_factory=dict)
    cited: list[tuple[str, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _marks: Marks = field(default_factory=Marks)

    def cite(self, kind: str, note_id: str, mark: str | None = None) -> str | None:
        """Return the label of a note, None where there is no such note. ``mark`` is one that the author chose."""
        text = self.texts.get(kind, {}).pop(note_id, None)
        if text is None:
            return None
        if mark is None:
            count = self._counts[kind] = self._counts.get(kind, 0) + 1
            mark = numeral(count, self.numbering.get(kind, "decimal"))
        label = self._marks.label(mark)
        self.cited.append((label, text))
        return label


@dataclass(slots=True)
class _Open:
    """A paragraph that has begun. ``after`` are those of text boxes anchored in it."""

    look: Look
    pieces: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    after: list[Para] = field(default_factory=list)
    runs_on: bool = False


class Body:
    """Follows ``document.xml``, or the notes' own parts."""

    def __init__(self, draft: Draft, styles: Styles, notes: Notes, noticed: Noticed) -> None:
        self.draft, self._styles, self._notes, self._noticed = draft, styles, notes, noticed
        self._passed = Passed(noticed)
        self._open: list[str] = []
        self._skipped = 0
        self._paras: list[_Open] = []
        self._carried: _Open | None = None
        self._hidden = False
        self._fields: list[bool] = []  # of each field that is open, whether its result has begun
        self._boxes = 0
        self.loses = False  # words to a field that has not come to its result, and may never
        self._custom: tuple[str, str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow an opening tag."""
        if self._skipped or name in _PASSED_OVER:
            self._pass_over(name)
            return
        if name in MET:
            self._passed.met(name, self._open[-1] if self._open else "", attributes)
        if name == "w:p":
            self._paras.append(self._begun())
        elif name == "w:r":
            self._hidden = False
        elif name == "w:txbxContent":
            self._boxes += 1
        elif name == "w:tr" and not self._boxes:
            self.draft.open_row()
        elif name == "w:tc" and not self._boxes:
            self.draft.open_cell()
        elif name == "w:fldChar":
            self._field(attributes.get("w:fldCharType", ""))
        elif self._paras:
            self._within(name, attributes)
        self._open.append(name)

    def end(self, name: str) -> None:
        """Follow a closing tag."""
        if self._skipped:
            self._skipped -= 1
            return
        self._open.pop()
        if name == "w:p" and self._paras:
            self._close()
        elif name == "w:r":
            self._custom = None
        elif name == "w:txbxContent":
            self._boxes -= 1
        elif name == "w:tr" and not self._boxes:
            self.draft.close_row()

    def words(self, text: str) -> None:
        """Take what stands in a run."""
        if self._skipped or not self._open or self._open[-1] not in {"w:t", "m:t"}:
            return
        if self._custom is not None:
            self._cite(*self._custom, mark=text.strip() or None)
            self._custom = None
        else:
            self._take(text)

    def _pass_over(self, name: str) -> None:
        self._passed.over(name, root=not self._skipped)
        self._skipped += 1
        if name in _GONE and self._paras and self._open[-2:] == ["w:pPr", "w:rPr"]:
            self._paras[-1].runs_on = True  # the paragraph's end was deleted, and not its words

    def _within(self, name: str, attributes: dict[str, str]) -> None:
        """Follow what stands in a paragraph: its properties, or what a run holds beside words."""
        para, parent = self._paras[-1], self._open[-1] if self._open else ""
        if name == "w:pStyle":
            para.look = para.look.over(self._styles.look(attributes.get("w:val")))
        elif parent in {"w:pPr", "w:numPr"}:
            para.look = taken(para.look, name, attributes)
        elif parent == "w:rPr" and self._open[-2:] == ["w:r", "w:rPr"]:
            if name == "w:vanish":
                self._hidden = is_on(attributes.get("w:val", ""))
            elif name == "w:rStyle":
                self._hidden = bool(self._styles.look(attributes.get("w:val")).hidden)
        elif parent == "w:r" and name in _SIGNS:
            self._take(_SIGNS[name])
        elif name == "w:sym":
            self._take_symbol(attributes.get("w:char", ""))
        elif name in {"w:footnoteReference", "w:endnoteReference"}:
            kind, note = name[2:].removesuffix("Reference"), attributes.get("w:id", "")
            if "w:customMarkFollows" in attributes and is_on(attributes["w:customMarkFollows"]):
                self._custom = kind, note
            else:
                self._cite(kind, note)

    def _begun(self) -> _Open:
        """Begin a paragraph; one whose end was deleted runs on into it."""
        carried, self._carried = self._carried, None
        self._hidden = False
        return _Open(Look(), carried.pieces, carried.cited, carried.after) if carried else _Open(Look())

    def _close(self) -> None:
        para = self._paras.pop()
        if para.runs_on and not self._paras:
            self._carried = para
            return
        look = para.look if para.look.name else para.look.over(self._styles.look(self._styles.default))
        cited = tuple(dict.fromkeys(para.cited))
        done = Para("".join(para.pieces), look.kind, cited, look.level, inset=look.inset)
        if self._paras:
            self._paras[-1].after += [done, *para.after]
            return
        for each in (done, *para.after):
            self.draft.put(each)

    def _field(self, step: str) -> None:
        """Follow a field: between its begin and its separation stand instructions."""
        if step == "begin":
            self._fields.append(False)
        elif self._fields and step == "separate":
            self._fields[-1] = True
        elif self._fields and step == "end":
            self._fields.pop()
        self.loses = self.loses and not all(self._fields)

    def _take(self, text: str) -> bool:
        """Take characters, unless they are hidden or a field's instructions; return whether they were."""
        if not self._paras:
            return False
        if not all(self._fields):
            self.loses = self.loses or bool(text.strip())
            return False
        hidden = self._hidden or bool(self._paras[-1].look.hidden)
        if not hidden:
            self._paras[-1].pieces.append(text)
        if (hidden or self._noticed.here) and text.strip():
            self._noticed.words(Doubt.HIDDEN if hidden else None)
        return not hidden

    def _take_symbol(self, code: str) -> None:
        sign = _symbol(code)
        if self._take(sign) and sign == _UNSHOWN:
            self._noticed.one(Doubt.SIGN)

    def _cite(self, kind: str, note: str, mark: str | None = None) -> None:
        if self._hidden or not all(self._fields) or not self._paras:
            return
        label = self._notes.cite(kind, note, mark)
        if label is not None:
            self._paras[-1].cited.append(label)
            self._take(f"[{label}]")


class NoteTexts(Body):
    """Follows ``footnotes.xml`` or ``endnotes.xml``: ``found`` has each note's words by its number."""

    def __init__(self, path: Path, styles: Styles, kind: str, noticed: Noticed) -> None:
        super().__init__(Draft(path), styles, Notes(), noticed)
        self.found: dict[str, str] = {}
        self._kind, self._path, self._id = f"w:{kind}", path, ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a note, or follow what is in it."""
        if name == self._kind:
            self.draft = Draft(self._path)
            self._id = (
                "" if "w:type" in attributes and attributes["w:type"] != "normal" else attributes.get("w:id", "")
            )
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """End a note; the lines that part notes from the text are none."""
        super().end(name)
        if name == self._kind and self._id:
            self.found[self._id] = self.draft.words()


def _symbol(code: str) -> str:
    """Return a symbol font's character where it is one of Unicode's own, else a mark that one stood there."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return _UNSHOWN
    return _UNSHOWN if 0xE000 <= ord(sign) <= 0xF8FF else sign  # noqa: PLR2004 - the private area
