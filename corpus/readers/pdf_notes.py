"""Footnotes at the foot of a PDF's columns: small type that opens with a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.readers.pdf_furniture import Sheet
    from corpus.readers.pdf_lines import Line

#: Type this much smaller than the body's may be a note's.
_SMALL: Final = 0.93
_OPENS: Final = re.compile(r"(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[*†‡§]{1,3})(?=\s?\S)")
_NUMBERED: Final = re.compile(r"(?P<mark>\d{1,3})[.)]?\s*(?=[^\W\d])")
#: A mark in the text: raised, or a sign, behind a word; or in brackets.
CITED: Final = re.compile(r"(?<=\S)(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[*†‡§]{1,3})|\[(?P<bracketed>\d{1,4}|[*†‡§])\]")
_PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class Note:
    """A footnote: its mark as printed, and its lines, the first of which stands on ``sheet``."""

    mark: str
    lines: list[Line]
    sheet: int


def take_notes(sheets: Sequence[Sheet], body: float) -> list[Note]:
    """Take the footnotes from the lines of the sheets; ``body`` is the size of the text.

    Small lines at a column's foot that open with no mark go on with the last note of the page before.
    """
    notes: list[Note] = []
    for sheet in sheets:
        cited = cited_on(line.text for line in sheet.lines)
        kept: list[Line] = []
        for column in _columns(sheet.lines):
            start = _start(column, cited, body, goes_on=bool(notes) and notes[-1].sheet >= sheet.index - 1)
            kept += column[:start]
            for line in column[start:]:
                mark = _mark(line.text, cited, notes[-1].mark if notes else "")
                if mark:
                    notes.append(Note(mark, [line], sheet.index))
                else:
                    notes[-1].lines.append(line)
        sheet.lines[:] = kept
    return notes


def cited_on(texts: Iterable[str]) -> set[str]:
    """Return the marks that stand behind words, or in brackets, in any of the texts."""
    return {m["raised"] or m["bracketed"] for text in texts for m in CITED.finditer(text)}


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
    return list(columns.values())


def _start(column: Sequence[Line], cited: set[str], body: float, *, goes_on: bool) -> int:
    """Return where the notes at the foot of a column begin; its length where there are none."""
    small = len(column)
    while small and column[small - 1].size <= _SMALL * body:
        small -= 1
    for n, line in enumerate(column):
        low = n >= small or (n > 0 and _below_all(column, n))
        if low and _mark(line.text, cited, "") and line.size <= body * 1.02:
            return small if goes_on and small < n else n
    return small if goes_on and small < len(column) else len(column)


def _below_all(column: Sequence[Line], n: int) -> bool:
    """Whether no line from here down is larger than this one, and one raises its mark where it opens."""
    opens = _OPENS.match(column[n].text)
    return opens is not None and all(line.size <= 1.02 * column[n].size for line in column[n:])


def _mark(text: str, cited: set[str], before: str) -> str:
    """Return the mark that a line opens with, which the page cites or which follows the last; else nothing."""
    if (match := _OPENS.match(text)) and (match["mark"] in cited or _follows(before, match["mark"])):
        return match["mark"]
    raised = {mark.translate(_PLAIN): mark for mark in cited}
    if (match := _NUMBERED.match(text)) and match["mark"] in raised:
        return raised[match["mark"]]
    return ""


def _follows(before: str, mark: str) -> bool:
    a, b = before.translate(_PLAIN), mark.translate(_PLAIN)
    return a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1
