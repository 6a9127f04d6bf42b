"""One chapter of an e-book: XHTML laid out as paragraphs, with the notes and page numbers it carries."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from corpus.model import BlockKind
from corpus.readers.draft import Para
from corpus.readers.marks import Marks

if TYPE_CHECKING:
    from corpus.readers.draft import Draft

_BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr
    ul""".split()
)
#: What a reader does not see, or sees only where the rest cannot be shown.
_PASSED_OVER: Final = frozenset(
    "head script style template rt rp audio video object iframe noscript select textarea svg annotation".split()
)
_KINDS: Final = {
    "blockquote": BlockKind.QUOTE, "li": BlockKind.ITEM, "dt": BlockKind.ITEM, "dd": BlockKind.ITEM,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION, "nav": BlockKind.LEFTOVER,
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
}  # fmt: skip
#: Which of two nested ones counts: a list in a block quotation is quoted, a heading in a note is the note's.
_STRENGTH: Final = (
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.NOTE,
    BlockKind.LEFTOVER,
)  # fmt: skip
_NOTES: Final = frozenset("footnote endnote rearnote doc-footnote doc-endnote".split())
_REFERENCES: Final = frozenset("noteref doc-noteref".split())
_PAGE_BREAKS: Final = frozenset("pagebreak doc-pagebreak".split())
_QUOTES: Final = frozenset("blockquote block-quote block_quote blockquot extract quotation quote".split())
#: Parts of a book that are about the book; ``epub:type``, ARIA role, or type in an EPUB 2 guide.
_ABOUT: Final = frozenset(
    """toc doc-toc landmarks page-list titlepage title-page halftitlepage copyright-page copyright cover index
    doc-index loi lot colophon doc-colophon""".split()
)
#: A note's mark, perhaps in brackets.
_MARK: Final = re.compile(r"[\[(]?(\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
_NOTE_CLASS: Final = re.compile(r"(?:foot|end)?-?_?note.*|fn-?(?:ref|link)?|noteref", re.IGNORECASE)
_PAGE: Final = re.compile(r"(?:page|p\.)?\s*(\d{1,5}|[ivxlcdm]{1,9})\.?", re.IGNORECASE)
_BLANKS: Final = re.compile("[ \t\r\n\f]+")
_HIDING: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(slots=True)
class Links:
    """The notes that chapters refer to, each place as ``file#id`` with its label, and the places passed so far."""

    labels: dict[str, str] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)

    def label(self, place: str, mark: str) -> str:
        """Return the label of the note at a place."""
        if place not in self.labels:
            self.labels[place] = self.marks.label(mark)
        return self.labels[place]

    def noted(self, paras: list[Para]) -> list[Para]:
        """Call the paragraphs that are referred to notes; those of one note become one."""
        out: list[Para] = []
        for para in paras:
            label = next((self.labels[place] for place in para.places if place in self.labels), None)
            if label is None:
                out.append(para)
            elif out and out[-1].kind is BlockKind.NOTE and out[-1].label == label:
                out[-1] = replace(out[-1], words=f"{out[-1].words}\n\n{para.words}")
            else:
                out.append(replace(para, kind=BlockKind.NOTE, label=label, notes=()))
        known = {para.label for para in out if para.kind is BlockKind.NOTE}
        return [replace(p, notes=tuple(n for n in p.notes if n in known)) if p.notes else p for p in out]


@dataclass(frozen=True, slots=True)
class _Element:
    """What an open element makes of the words in it. ``places`` are those by which a note in it is found."""

    name: str
    kind: BlockKind
    kept_blanks: bool = False
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class _Anchor:
    """A link that may refer to a note: where to, whether it says so, how deep it lies, and its words."""

    place: str
    explicit: bool
    raised: bool
    depth: int
    pieces: list[str] = field(default_factory=list)


class Chapter:
    """Follows one file of the book."""

    def __init__(self, draft: Draft, links: Links, name: str, role: str) -> None:
        self._draft, self._links, self._name = draft, links, name
        self._kind = BlockKind.LEFTOVER if role in _ABOUT else BlockKind.PARAGRAPH
        self._begun = len(draft.paras)
        self._reset()

    def _reset(self) -> None:
        self._open = [_Element("", self._kind)]
        self._skipped = self._raised = 0
        self._pieces: list[str] = []
        self._cited: list[str] = []
        self._places: list[str] = []
        self._blank = True
        self._anchor: _Anchor | None = None
        self._page: str | None = None
        self._page_begun: str | None = None
        self._break: list[str] | None = None
        self._break_depth = 0
        self._break_numbered = False
        self.lost_pages = 0  # page breaks without a number
        self._passed: list[str] = []

    @property
    def is_wordless(self) -> bool:
        """Whether it is a part of the book's own text and has laid down none."""
        return self._kind is BlockKind.PARAGRAPH and len(self._draft.paras) == self._begun

    def undo(self) -> None:
        """Forget what was read: the file is to be read in another way."""
        self._draft.drop_rows()
        del self._draft.paras[self._begun :]
        self._links.passed.difference_update(self._passed)
        self._reset()

    def finish(self) -> None:
        """Lay down what was last."""
        self._lay()
        self._draft.drop_rows()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow an opening tag."""
        if self._skipped or name in _PASSED_OVER or _is_hidden(attributes):
            self._skipped += 1
            return
        types = {*attributes.get("epub:type", "").split(), *attributes.get("role", "").split()}
        if name in _BLOCKS:
            self._release()
            self._lay()
        self._open.append(self._entered(name, attributes, types))
        if name == "tr":
            self._draft.open_row()
        elif name in {"td", "th"}:
            self._draft.open_cell()
        elif name == "br":
            self._release()
            self._take("\n")
        elif name == "sup":
            self._raised += 1
            if self._anchor is not None:
                self._anchor.raised = True
        elif name == "a" and "#" in attributes.get("href", ""):
            self._link(attributes, types)
        if types & _PAGE_BREAKS:
            self._break_numbered = self._turn_page(attributes.get("title") or attributes.get("aria-label") or "")
            self._break, self._break_depth = [], len(self._open)

    def end(self, name: str) -> None:
        """Follow a closing tag."""
        if self._skipped:
            self._skipped -= 1
            return
        if len(self._open) == 1:
            return
        if name in _BLOCKS:
            self._release()
            self._lay()
        if name == "tr":
            self._draft.close_row()
        elif name == "sup":
            self._raised -= 1
        if self._anchor is not None and self._anchor.depth == len(self._open):
            self._close_link(self._anchor)
        if self._break is not None and self._break_depth == len(self._open):
            self.lost_pages += not (self._turn_page("".join(self._break)) or self._break_numbered)
            self._break = None
        self._open.pop()

    def words(self, text: str) -> None:
        """Take words; but where they are kept as typed, blanks in a row are one."""
        if self._skipped:
            return
        if self._break is not None:
            self._break.append(text)
        elif self._anchor is not None:
            self._anchor.pieces.append(text)
        else:
            self._take_words(text)

    def _take_words(self, text: str) -> None:
        if self._open[-1].kept_blanks:
            self._take(text)
            return
        kept = _BLANKS.sub(" ", text)
        kept = kept[1:] if self._blank and kept.startswith(" ") else kept
        if kept:
            self._take(kept)

    def _take(self, text: str) -> None:
        if not self._pieces:
            self._page_begun = self._page
        self._pieces.append(text)
        self._blank = text[-1:] in {" ", "\n"}

    def _entered(self, name: str, attributes: dict[str, str], types: set[str]) -> _Element:
        above = self._open[-1]
        own = _KINDS.get(name, BlockKind.PARAGRAPH)
        if types & _ABOUT:
            own = BlockKind.LEFTOVER
        elif types & _NOTES:
            own = BlockKind.NOTE
        elif own is BlockKind.PARAGRAPH and not _QUOTES.isdisjoint(attributes.get("class", "").lower().split()):
            own = BlockKind.QUOTE
        places = above.places
        if place := attributes.get("id") or attributes.get("xml:id") or (name == "a" and attributes.get("name")):
            place = f"{self._name}#{place}"
            self._links.passed.add(place)
            self._passed.append(place)
            if name in _HOLDS_A_NOTE or types & _NOTES:
                places = (*places[-_MOST_PLACES:], place)
            elif name not in _BLOCKS:
                self._places.append(place)
        kind = max(above.kind, own, key=_STRENGTH.index)
        return _Element(name, kind, above.kept_blanks or name == "pre", places)

    def _lay(self) -> None:
        """End a paragraph."""
        words = "".join(self._pieces)
        if words.strip():
            element = self._open[-1]
            places = (*element.places, *self._places)
            para = Para(
                words, element.kind, tuple(dict.fromkeys(self._cited)), page=self._page_begun, places=places
            )
            self._draft.put(para)
            self._places = []
        self._pieces, self._cited, self._blank = [], [], True

    def _link(self, attributes: dict[str, str], types: set[str]) -> None:
        """A link opens; it may turn out to refer to a note."""
        file, _, fragment = attributes["href"].partition("#")
        folder = posixpath.dirname(self._name)
        name = posixpath.normpath(posixpath.join(folder, unquote(file))) if file else self._name
        raised = bool(self._raised) or any(_NOTE_CLASS.fullmatch(c) for c in attributes.get("class", "").split())
        place = f"{name}#{unquote(fragment)}"
        self._anchor = _Anchor(place, bool(types & _REFERENCES), raised, len(self._open))

    def _release(self) -> None:
        """Take a link's words for words: it goes around paragraphs, and refers to no note."""
        if self._anchor is not None:
            words, self._anchor = "".join(self._anchor.pieces), None
            self._take_words(words)

    def _close_link(self, anchor: _Anchor) -> None:
        self._anchor = None
        words = "".join(anchor.pieces)
        mark = _MARK.fullmatch(words.strip())
        # A note leads back to where it is cited, with the same mark; that place has been passed.
        forth = anchor.raised and anchor.place not in self._links.passed
        if mark and (anchor.explicit or forth):
            self._cited.append(self._links.label(anchor.place, mark[1]))
            self._take(f"[{mark[1]}]")
        else:
            self._take_words(words)

    def _turn_page(self, words: str) -> bool:
        number = _PAGE.fullmatch(words.strip())
        self._page = number[1] if number else self._page
        return number is not None


#: How many of the elements around it a note may be known by, the nearest.
_MOST_PLACES: Final = 8
_HOLDS_A_NOTE: Final = frozenset({"aside", "dd", "div", "li", "p", "td"})


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")[:1000]))
