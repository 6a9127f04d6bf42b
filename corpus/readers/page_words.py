"""A web page's words laid out in blocks, as a browser shows them, each with its place in the page.

Blanks in a row are one, ``<br>`` breaks the line, and what a browser does not show is left out. Two things stand
in the text that are no characters of the page but are seen on it: the marks of ``<q>``, and the brackets that
part a note's raised number from the word before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

from corpus.model import BlockKind
from corpus.readers import page_roles as roles
from corpus.readers.draft import Para
from corpus.readers.marks import Marks
from corpus.readers.page_pieces import Piece, Spot, row, walk

_BLANKS: Final = re.compile("[ \t\r\n\f]+")
_MOST_PLACES: Final = 8
#: What stands before the name of who is quoted: the end of the quotation, or nothing.
_ENDED: Final = re.compile(r"(?:\A|[.!?…。！？”’\"»)\]\n])\s*\Z")


@dataclass(slots=True)
class _Anchor:
    """A link within the page, which may refer to a note; its words are held until that is known."""

    spot: Spot
    place: str
    explicit: bool
    raised: bool
    pieces: list[tuple[str, int]] = field(default_factory=list)


class Words:
    """Follows a page's tree. ``labels`` holds the notes that are referred to, by the id they stand under."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.labels: dict[str, str] = {}
        self._marks = Marks()
        self._ids: set[str] = set()
        self._passed: set[str] = set()
        self._spot = Spot(-1, "")
        self._anchor: _Anchor | None = None
        self._raised = self._quoted = 0
        self._rows: list[list[list[Piece]]] = []
        self._places: list[str] = []
        self._begin()

    def _begin(self) -> None:
        self._said: list[str] = []
        self._stretches: dict[int, int] = {}
        self._linked = 0
        self._cited: list[str] = []
        self._blank = True

    def follow(self, root: Any) -> list[Piece]:  # noqa: ANN401 - lxml's element
        """Return the blocks of a page, in order; ``root`` is that of its tree."""
        self._ids = {name for one in root.iter("*") for name in (one.get("id"), one.get("name")) if name}
        skipped = 0
        for opens, element, number in walk(root):
            if opens and (skipped or roles.is_unseen(element)):
                skipped += 1
            elif opens:
                self._start(element, number)
                self._words(element.text, 2 * number)
            else:
                if not skipped:
                    self._end(element.tag)
                skipped = max(0, skipped - 1)
                if not skipped:
                    self._words(element.tail, 2 * number + 1)
        self._lay()
        while self._rows:
            self._close_row()
        return self.pieces

    def _start(self, element: Any, number: int) -> None:  # noqa: ANN401 - lxml's element
        name = element.tag
        if name == "br":
            self._break_line()
            return
        cites = name == "cite" and self._spot.kind is BlockKind.QUOTE and self._closes(element)
        if name in roles.BLOCKS or cites:
            self._lay()
        self._spot = self._entered(element, number, cites=cites)
        if name == "tr":
            self._rows.append([])
        elif name in {"td", "th"} and self._rows:
            self._rows[-1].append([])
        elif name == "sup":
            self._raised += 1
            if self._anchor is not None:
                self._anchor.raised = True
        elif name == "a" and self._anchor is None:
            self._anchor = self._link(element)
        elif name == "q":
            self._say("“‘"[self._quoted % 2])
            self._quoted += 1

    def _link(self, element: Any) -> _Anchor | None:  # noqa: ANN401 - lxml's element
        """Return a link to a place in the page; browsers write its whole address when they save one."""
        address, _, place = (element.get("href") or "").partition("#")
        place = unquote(place)
        if not place or (address and place not in self._ids):
            return None
        raised = bool(self._raised) or roles.is_note_link(element)
        return _Anchor(self._spot, place, roles.refers(element), raised)

    def _end(self, name: str) -> None:
        if name == "br":
            return
        spot = self._spot
        if name == "q" and self._quoted:
            self._quoted -= 1
            self._say("”’"[self._quoted % 2])
        if spot.apart:
            self._lay()
        if name == "tr":
            self._close_row()
        elif name == "sup":
            self._raised -= 1
        if self._anchor is not None and self._anchor.spot is spot:
            self._close_link(self._anchor)
        self._spot = spot.above or spot

    def _closes(self, element: Any) -> bool:  # noqa: ANN401 - lxml's element
        """Whether an element stands behind the words of a quotation, with nothing behind it."""
        last = element.getnext() is None and not (element.tail or "").strip()
        return last and self._anchor is None and bool(_ENDED.search("".join(self._said)))

    def _entered(self, element: Any, number: int, *, cites: bool) -> Spot:  # noqa: ANN401 - lxml's element
        above, name = self._spot, element.tag
        places = above.places
        never = above.never or roles.is_never_article(element)
        if place := element.get("id") or (name == "a" and element.get("name")):
            self._passed.add(place)
            if name in roles.BLOCKS:
                places = (*places[-_MOST_PLACES:], place)
            else:
                self._places.append(place)
        return Spot(
            number,
            name,
            roles.kind_of(element, above.kind),
            above,
            apart=name in roles.BLOCKS or cites,
            kept_blanks=above.kept_blanks or name == "pre",
            link=above.link or (name == "a" and bool(element.get("href"))),
            cite=above.cite or cites or (name == "footer" and above.kind is BlockKind.QUOTE),
            machinery=above.machinery or roles.is_machinery(element),
            furniture=above.furniture
            or roles.is_furniture(element)
            or (name == "footer" and not above.holds_article),
            never=never,
            paid=above.paid or (never and roles.is_paid(element)),
            level=int(name[1]) if name in _LEVELS else above.level,
            article=number if name == "article" and above.article < 0 else above.article,
            places=places,
        )

    def _words(self, text: str | None, stretch: int) -> None:
        """Take words; but where they are kept as typed, blanks in a row are one."""
        if not text:
            return
        if self._anchor is not None:
            self._anchor.pieces.append((text, stretch))
        else:
            self._take(text, stretch, link=self._spot.link)

    def _take(self, text: str, stretch: int, *, link: bool) -> None:
        kept = text
        if not self._spot.kept_blanks:
            kept = _BLANKS.sub(" ", text)
            kept = kept[1:] if self._blank and kept.startswith(" ") else kept
        if not kept:
            return
        self._said.append(kept)
        self._blank = kept[-1] in " \n"
        size = len(kept.strip())
        if size:
            self._stretches[stretch] = self._stretches.get(stretch, 0) + size
            self._linked += size * link

    def _say(self, words: str) -> None:
        """Put in what is seen but stands in no stretch."""
        if self._anchor is not None:
            self._anchor.pieces.append((words, -1))
        else:
            self._said.append(words)
            self._blank = False

    def _break_line(self) -> None:
        """One break ends the line, a second the paragraph."""
        self._release()
        while self._said and self._said[-1].endswith(" ") and not self._spot.kept_blanks:
            self._said[-1] = self._said[-1].rstrip(" ")
            if not self._said[-1]:
                self._said.pop()
            else:
                break
        if self._said and self._said[-1] == "\n" and not self._spot.kept_blanks:
            self._lay()
        elif self._said:
            self._said.append("\n")
            self._blank = True

    def _lay(self) -> None:
        """End a paragraph."""
        self._release()
        words, spot = "".join(self._said), self._spot
        if words.strip():
            places = (*spot.places, *self._places)
            cited = tuple(dict.fromkeys(self._cited))
            level = spot.level if spot.kind is BlockKind.HEADING else 0
            para = Para(words, spot.kind, cited, level=level, places=places)
            self._keep(Piece(para, spot, self._stretches, self._linked))
            self._places = []
        self._begin()

    def _keep(self, piece: Piece) -> None:
        if self._rows:
            if not self._rows[-1]:
                self._rows[-1].append([])
            self._rows[-1][-1].append(piece)
        else:
            self.pieces.append(piece)

    def _close_row(self) -> None:
        """Lay a table's row out."""
        if not self._rows:
            return
        for piece in row(self._rows.pop()):
            self._keep(piece)

    def _release(self) -> None:
        """Take a link's words for words: it goes around paragraphs, and refers to no note."""
        if self._anchor is not None:
            anchor, self._anchor = self._anchor, None
            for words, stretch in anchor.pieces:
                if stretch < 0:
                    self._say(words)
                else:
                    self._take(words, stretch, link=True)

    def _close_link(self, anchor: _Anchor) -> None:
        inside = "".join(words for words, _ in anchor.pieces)
        words = inside.strip()
        mark = roles.MARK.fullmatch(words)
        # A note leads back to where it is cited, with the same mark or an arrow; that place has been passed.
        back = anchor.place in self._passed
        if mark and (anchor.explicit or (anchor.raised and not back)):
            if anchor.place not in self.labels:
                self.labels[anchor.place] = self._marks.label(mark[1])
            self._cited.append(self.labels[anchor.place])
            self._anchor = None
            self._say(f"[{mark[1]}]")
        elif back and roles.BACK.fullmatch(words):
            self._anchor = None
        else:
            self._release()
            return
        if inside != inside.rstrip():  # the blank before the next word
            self._take(" ", anchor.pieces[-1][1], link=False)


_LEVELS: Final = frozenset(f"h{n}" for n in range(1, 7))
