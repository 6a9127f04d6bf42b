"""From the rows of a table to pages: one for each document, its rows in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.blocks import Block, Page, Voice, trimmed
from corpus.citation import Field, Provenance, csl_names
from corpus.errors import SourceEmptyError, SourceFormatError, printable
from corpus.model import BlockKind
from corpus.readers.columns import seconds
from corpus.readers.spoken import check_words, voice_of
from corpus.readers.table_remarks import table_remarks
from corpus.readers.table_rows import APART, Row, row_date
from corpus.readers.turns import with_turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.readers.columns import Columns

_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n])[ \t\u00a0]*(?:\r\n|[\r\n])\s*")


class Built(str):
    """A cell that holds a list or an object, and no words of its own."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The columns' names, and each row as long as they are, with its number in the file.

    ``unread`` names columns that are in the file and not here.
    """

    header: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    unread: tuple[str, ...] = ()


def pages_of(table: Table, columns: Columns, path: Path) -> list[Page]:
    """Lay the rows of a table into pages, one for each document, in the order in which they begin.

    A row without words is passed over. Of title, date and the like a page states what all its rows agree on. The
    first page has the remarks on the whole table.

    Raises:
        SourceFormatError: a cell is no words, no time or too long for what its column holds.
        SourceEmptyError: no row has words.
    """
    places = [(what, table.header.index(name)) for what, name in columns.pairs]
    groups: dict[tuple[str, ...], list[Row]] = {}
    wordless: list[int] = []
    before: tuple[str, ...] | None = None
    for number, cells in table.rows:
        row = Row(number, {what: cells[place] for what, place in places})
        _check(row, path)
        if not any(c.isalnum() for what in ("text", "quotation") for c in row.get(what)):
            wordless.append(number)
            continue
        apart = tuple(row.get(what) for what in APART)
        if row.get("document"):
            key: tuple[str, ...] = (row.get("document"),)
        elif before is not None and before[1:] == apart:
            key = before
        else:
            key = (f"row {number}", *apart)
        before = key if len(key) > 1 else None
        groups.setdefault(key, []).append(row)
    if not groups:
        raise SourceEmptyError(
            f"{printable(path)} has no row with words in it",
            expected="one row for each speech, paragraph or quotation",
            action="Say which column holds the words, for instance --map text=Speech.",
        )
    whole = len(groups) == 1 and not columns.of("document")
    first, *others = [_page(rows, "" if whole else key[0], columns) for key, rows in groups.items()]
    remarks = table_remarks((*table.header, *table.unread), columns, wordless, list(groups.values()))
    return [replace(first, remarks=tuple(remarks), columns=str(columns)), *others]


def _check(row: Row, path: Path) -> None:
    for what, cell in row.cells.items():
        most = limits.MAX_CELL_CHARS if what in {"text", "quotation"} else limits.MAX_FIELD_CHARS
        if what in {"speaker", "role", "document"}:
            most = limits.MAX_FILTER_CHARS
        if len(cell) > most:
            raise _refusal(row, path, f"{len(cell):,} characters as its {what}", f"at most {most:,}")
        if isinstance(cell, Built):
            raise _refusal(row, path, f"several values as its {what}", "text or a number")
        if what == "time" and cell.strip() and seconds(cell) is None:
            raise _refusal(row, path, f"{printable(cell, 40)!r} as its time", "seconds, or a time such as 0:01:15")
    check_words("".join(row.cells.values()), path)


def _page(rows: Sequence[Row], part: str, columns: Columns) -> Page:
    layer = _Layer()
    for row in rows:
        layer.take(row)
    text = "".join(layer.texts)
    blocks = layer.blocks if columns.of("speaker") else with_turns(text, layer.blocks)
    return Page(text, tuple(blocks), _fields(rows), part)


@dataclass(slots=True)
class _Layer:
    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def take(self, row: Row) -> None:
        """Lay a row's paragraphs. Beside a quotation the other words are those around it."""
        voice, quotation = voice_of(row.get("speaker"), row.get("role") or None), row.cells.get("quotation", "")
        spoken = None if quotation.strip() else voice
        self._write(row, row.cells.get("text", ""), BlockKind.TURN if spoken else BlockKind.PARAGRAPH, spoken)
        self._write(row, quotation, BlockKind.QUOTE, voice)

    def _write(self, row: Row, cell: str, kind: BlockKind, voice: Voice | None) -> None:
        for start, end in _paragraphs(cell):
            block = Block(kind, self.length, self.length + end - start, voice=voice, time=seconds(row.get("time")))
            self.blocks.append(replace(block, page=row.page))
            self.texts.append(cell[start:end] + "\n\n")
            self.length = block.end + 2


def _paragraphs(cell: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of what blank lines part in a cell."""
    at = 0
    for gap in [*_BLANK_LINE.finditer(cell), None]:
        start, end = trimmed(cell, at, gap.start() if gap else len(cell))
        if start < end:
            yield start, end
        at = gap.end() if gap else len(cell)


def _fields(rows: Sequence[Row]) -> dict[str, Field]:
    """Return the citation fields on which all the rows of a document agree."""
    agreed = {what: cells.pop() for what in (*APART, "author") if len(cells := {r.get(what) for r in rows}) == 1}
    values: dict[str, Any] = {
        "title": agreed.get("title"),
        "author": csl_names(agreed.get("author") or ""),
        "issued": row_date(agreed["date"]) if agreed.get("date") else None,
    }
    for link in (agreed.get("url", ""), agreed.get("source", "")):
        if link:
            values.setdefault("URL" if link.startswith(("https://", "http://")) else "container-title", link)
    return {name: Field(value, Provenance.METADATA) for name, value in values.items() if value}


def _refusal(row: Row, path: Path, found: str, expected: str) -> SourceFormatError:
    return SourceFormatError(
        f"row {row.number:,} of {printable(path)} has {found}",
        expected=expected,
        action="Correct that row, or say which column holds what: --map text=Speech,speaker=Name.",
    )
