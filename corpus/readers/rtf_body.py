"""An RTF document's groups and control words, followed: what is read, in which encoding, and how it is set."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.readers import rtf_words
from corpus.readers.docx_styles import Look, Styles
from corpus.readers.office_remarks import Doubt
from corpus.readers.rtf_remarks import GROUPS, PRIVATE, SIZES, Passed
from corpus.readers.rtf_sheet import Sheet
from corpus.readers.rtf_tokens import Kind

if TYPE_CHECKING:
    from corpus.readers.draft import Draft
    from corpus.readers.rtf_tokens import Token

_BODY, _FONTS, _STYLES, _INFO, _NOWHERE = "body", "fonttbl", "stylesheet", "info", "nowhere"
_NOT_MISSED: Final = "not missed"
_PROPERTIES: Final = frozenset({"title", "author"})
_MOST_SKIPPED: Final = 16


class BrokenRTFError(Exception):
    """The file breaks its format's rules; the message goes on from the file's name."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits. ``goes`` is where its characters go.

    ``skips`` is how many characters stand in for one of Unicode, for readers that do not know it.
    """

    goes: str = _BODY
    look: Look = field(default_factory=Look)
    style: str = "0"
    in_table: bool = False
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    font: int = -1
    skips: int = 1


class Body:
    """Follows the tokens; the words go to a ``Sheet``."""

    def __init__(self, draft: Draft) -> None:
        self.sheet = Sheet(draft)
        self.passed = Passed()
        self._state = _State()
        self._groups: list[_State] = []
        self._entered: list[int] = []  # how deep the group of each open note and text box lies
        self._opened = self._starred = False  # whether a group's first word is yet to come, or "\*" was
        self._raw = bytearray()
        self._skip = 0
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles = Styles()
        self._said: dict[str, list[str]] = {}

    def take(self, token: Token) -> bool:
        """Follow one token; False when the document has ended.

        Raises:
            BrokenRTFError: groups are nested too deep.
        """
        if token.kind is Kind.TEXT:
            self._opened = self._starred = False
            self._raw += token.data[self._skip :]
            self._skip = max(0, self._skip - len(token.data))
            return True
        self._flush()
        if token.kind is Kind.OPEN:
            self._open()
        elif token.kind is Kind.CLOSE:
            self._close()
        else:
            self._word(token.word, token.number)
        return bool(self._groups)

    def finish(self) -> None:
        """End the document.

        Raises:
            BrokenRTFError: it ends within a group, so that the rest is missing.
        """
        if self._groups:
            raise BrokenRTFError(f"ends within {len(self._groups):,} open groups, so that the rest is missing")
        self.sheet.end_paragraph(self._look(), in_table=False)
        self.passed.end_picture()

    def info(self, name: str) -> str:
        """Return what the document's properties say: ``title`` or ``author``."""
        whole = "".join(self._said.get(name, []))
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _open(self) -> None:
        if len(self._groups) >= limits.MAX_MARKUP_DEPTH:
            raise BrokenRTFError(f"nests more than {limits.MAX_MARKUP_DEPTH:,} groups")
        self._groups.append(self._state)
        self._opened, self._skip = True, 0

    def _close(self) -> None:
        self._opened, self._starred, self._skip = False, False, 0
        if self._entered and self._entered[-1] == len(self._groups):
            self._entered.pop()
            self.sheet.leave(self._look())
        before = self._groups.pop()
        if self._state.goes == before.goes == _STYLES:
            name = "".join(self._said.pop(_STYLES, [])).partition(";")[0].strip().lower()
            self._styles.looks[self._state.style] = replace(self._state.look, name=name)
        self._state = before

    def _word(self, word: str, number: int | None) -> None:
        opened, starred = self._opened, self._starred
        self._starred = word == "*"
        self._opened = opened and self._starred
        if self._skip:  # it stands for one character, which those who know \u do not need
            self._skip -= 1
            if word in rtf_words.CHARACTERS:
                return
        if opened and not self._starred and self._leads_away(word, starred=starred):
            return
        if word in rtf_words.CHARACTERS:
            self._put(rtf_words.CHARACTERS[word])
        elif word == "u":
            code = (number or 0) & 0xFFFF
            self._put(chr(code))
            if code in PRIVATE and self._is_read():
                self.passed.noticed.one(Doubt.SIGN)
            self._skip = self._state.skips
        elif self._state.goes == _BODY and word in rtf_words.ENDS:
            self._end(word)
        else:
            self._set(word, number)

    def _end(self, word: str) -> None:
        if word == "cell":
            self.sheet.end_cell(self._look())
        elif word == "row":
            self.sheet.end_row()
        else:
            self.sheet.end_paragraph(self._look(), in_table=self._state.in_table or word == "nestcell")

    def _leads_away(self, word: str, *, starred: bool) -> bool:
        """Turn to where a group's characters go, if its first word says so."""
        goes = self._state.goes
        if word in GROUPS and goes in {_BODY, _NOWHERE}:
            self.passed.group(word)
        if goes in {_NOWHERE, _NOT_MISSED}:
            return True
        if goes == _INFO:
            goes = word if word in _PROPERTIES else _NOWHERE
        elif word in rtf_words.LIST_SIGNS:
            self.sheet.is_item()
            goes = _NOWHERE
        elif word in {_FONTS, _STYLES, _INFO}:
            goes = word
        elif word in rtf_words.NOT_MISSED:
            goes = _NOT_MISSED
        elif word in rtf_words.PASSED_OVER or (starred and word not in rtf_words.READ_ALL_THE_SAME):
            goes = _NOWHERE
        elif word in {"footnote", "shptxt"} and goes == _BODY:
            self._entered.append(len(self._groups))
            self.sheet.enter("ftn" if word == "footnote" else "")
            self._state = replace(self._state, look=Look(), style="0", in_table=False)
            return True
        else:
            return False
        self._state = replace(self._state, goes=goes)
        return True

    def _set(self, word: str, number: int | None) -> None:
        """Follow a word that says how what comes next is read and set."""
        state, value = self._state, number or 0
        if word == "pard":
            self._state = replace(state, look=Look(), style="0", in_table=False)
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False, revised=False, font=-1)
        elif word in {"v", "deleted", "revised", "intbl"}:
            switch = {"v": "hidden", "intbl": "in_table"}.get(word, word)
            self._state = replace(state, **{switch: number != 0})  # type: ignore[arg-type]
        elif word == "s":
            self._state = replace(state, style=str(value))
        elif word == "f":
            self._state = replace(state, font=value)
        elif word == "uc":
            self._state = replace(state, skips=min(max(0, value), _MOST_SKIPPED))
        elif word == "ftnalt":
            self.sheet.is_endnote()
        elif (name := _LOOKS.get(word)) is not None:
            said: object = {"numbered": bool(value), "parent": str(value)}.get(name, value)
            self._state = replace(state, look=replace(state.look, **{name: said}))  # type: ignore[arg-type]
        else:
            self._set_document(word, value)

    def _set_document(self, word: str, value: int) -> None:
        if word == "ansicpg":
            self._codec = _known(rtf_words.CODE_PAGES.get(value, f"cp{value}"), self._codec)
        elif word in rtf_words.DOCUMENT_CHARSETS:
            self._codec = rtf_words.DOCUMENT_CHARSETS[word]
        elif word == "fcharset" and self._state.goes == _FONTS:
            self.passed.font(self._state.font, value)
            if value in rtf_words.CHARSETS:
                self._fonts[self._state.font] = rtf_words.CHARSETS[value]
        elif word in SIZES and self._state.goes != _NOT_MISSED:
            self.passed.size(word, value)
        elif word in rtf_words.NUMBERING:
            kind, style = rtf_words.NUMBERING[word]
            self.sheet.numbering[kind] = style

    def _look(self) -> Look:
        return self._state.look.over(self._styles.look(self._state.style))

    def _flush(self) -> None:
        """Decode the bytes that have come in."""
        if self._raw:
            text = self._raw.decode(self._fonts.get(self._state.font, self._codec), "replace")
            self._raw.clear()
            self._put(text)
            doubtful = "\ufffd" in text or self._state.font in self.passed.symbols
            if doubtful and self._is_read():
                self.passed.decoded(text, self._state.font)

    def _is_read(self) -> bool:
        state = self._state
        return state.goes == _BODY and not (state.hidden or state.deleted)

    def _put(self, text: str) -> None:
        state = self._state
        if state.goes == _BODY:
            read = not (state.hidden or state.deleted)
            if not read or state.revised or self.passed.noticed.here:
                self.passed.written(text, hidden=state.hidden, deleted=state.deleted, inserted=state.revised)
            if read:
                self.sheet.put(text)
        elif state.goes in _PROPERTIES or state.goes == _STYLES:
            self._said.setdefault(state.goes, []).append(text)


#: Words that say how a paragraph is set, and what of ``Look`` they say.
_LOOKS: Final = {
    "outlinelevel": "outline", "ls": "numbered", "li": "left", "lin": "left", "ri": "right", "rin": "right",
    "sbasedon": "parent",
}  # fmt: skip


def _known(codec: str, other: str) -> str:
    try:
        codecs.lookup(codec)
    except LookupError:
        return other
    return codec
