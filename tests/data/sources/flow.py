"""Pages of a PDF filled line by line, with heads and feet; what is set is what must be read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pdf_writer import LETTER, Sheet
from sources.expect import FURNITURE, Block, aside, heading, note, para

_SOFT = "\u00ad"


@dataclass
class Flow:
    """Sets paragraphs in columns, page by page. ``head`` and ``foot`` make a page's furniture from its index."""

    labels: list[str]
    head: object = None
    foot: object = None
    left: tuple[int, ...] = (70,)
    width: int = 450
    top: int = 730
    bottom: int = 130
    size: int = 10
    sheets: list[Sheet] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    y: float = 0
    column: int = -1
    notes: list[tuple[str, str]] = field(default_factory=list)

    def page(self) -> str:
        return self.labels[len(self.sheets) - 1]

    def line(self, words: str, *, indent: int = 0, bold: bool = False, size: int | None = None) -> float:
        """Set one line and return where it ends."""
        self._room()
        x = self.left[self.column] + indent
        self.sheets[-1].words(x, self.y, words, size or self.size, bold=bold)
        self.y -= 1.2 * (size or self.size)
        return x + LETTER * (size or self.size) * len(words)

    def title(self, words: str, kind: str = "title", size: int = 18) -> None:
        """Set a title; lower heads too."""
        self.line(words, bold=size > self.size, size=size)
        self.y -= 10
        self.blocks.append(aside(kind, words))

    def heading(self, words: str) -> None:
        """Set a heading in bold, with room above."""
        self.y -= 8
        self._room(40)
        self.line(words, bold=True)
        self.y -= 4
        self.blocks.append(heading(words))

    def para(self, words: str, cites: str = "", *, inset: int = 0, indent: int = 18, **more: object) -> None:
        """Set a paragraph; ``cites`` is the note behind its last word, if it has one."""
        made = more.pop("made", para)
        lines = self._wrapped(words, inset, indent)
        self._room()
        page, marks = self.page(), ()
        for n, line in enumerate(lines):
            end = self.line(line, indent=inset + (indent if n == 0 else 0))
        if cites:
            mark = str(len(self.notes) + 1)
            raised = mark.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
            self.sheets[-1].words(end, self.y + 1.2 * self.size + 4, mark, 6)
            self.notes.append((raised, cites))
            foot = 110 - 10 * getattr(self.sheets[-1], "noted", 0)
            self.sheets[-1].noted = getattr(self.sheets[-1], "noted", 0) + 1
            self.sheets[-1].words(70, foot + 3, mark, 5)
            self.sheets[-1].words(70 + 3 * len(mark), foot, cites, 8)
            marks = (raised,)
        shown = "".join(
            line if n == len(lines) - 1 else line + ("\n" if line.endswith("-") else " ")
            for n, line in enumerate(lines)
        )
        block = made(shown + "".join(marks), **more)
        self.blocks.append(replace(block, page=page, notes=marks))

    def done(self) -> list[Block]:
        """Return the blocks, with the notes and the furniture of all pages behind them."""
        out = [*self.blocks, *(note(mark, mark + words) for mark, words in self.notes)]
        for index in range(len(self.sheets)):
            out += [aside(FURNITURE, made(index)[1]) for made in (self.head, self.foot) if made and made(index)]
        return out

    def _room(self, least: float = 0) -> None:
        if self.sheets and self.y - least >= self.bottom:
            return
        self.column = (self.column + 1) % len(self.left) if self.sheets else 0
        if self.column == 0:
            self.sheets.append(Sheet())
            index = len(self.sheets) - 1
            for made, y in ((self.head, 790), (self.foot, 50)):
                if made and made(index):
                    x, words = made(index)
                    self.sheets[-1].words(x, y, words, 8)
        self.y = self.top

    def _wrapped(self, words: str, inset: int, indent: int) -> list[str]:
        """Cut words into lines; a soft hyphen is a place where a word may be broken."""
        most = int((self.width - 2 * inset) / (LETTER * self.size))
        lines, line, room = [], "", most - round(indent / (LETTER * self.size))
        for word in words.split():
            plain = word.replace(_SOFT, "")
            if len(line) + bool(line) + len(plain) <= room:
                line = f"{line} {plain}".strip()
                continue
            first, _, rest = word.partition(_SOFT)
            if rest and len(line) + 1 + len(first) + 1 <= room:
                lines.append(f"{line} {first}-")
                line = rest.replace(_SOFT, "")
            else:
                lines.append(line)
                line = plain
            room = most
        return [*lines, line]
