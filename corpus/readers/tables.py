"""Tables of speeches, paragraphs or quotations: CSV, TSV and JSON Lines into one page for each document.

Rows of one document are those with the same id; without ids, those in a row that have the same title, date, link
and source. A table is read whole or not at all: a row that does not fit is named, and nothing is added.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Final, NoReturn

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError, printable
from corpus.readers.columns import Columns, choose_columns
from corpus.readers.files import decode
from corpus.readers.table_pages import Built, Table, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.readers.formats import Options

#: Rows by which columns are guessed.
_SAMPLE_ROWS: Final = 200
_DELIMITERS: Final = ",;\t|"
_PLAIN = (str, int, float, bool)


def read_csv(data: bytes, path: Path, options: Options) -> list[Page]:
    """Read comma-separated values, in Excel's own ways of writing them too: a semicolon or tab, a mark, "sep=;".

    Raises:
        SourceError: no text, rows of several lengths, quotes that do not close, or no column with words.
    """
    return _pages(_separated(decode(data, path, options.encoding), path), path, options)


def read_tsv(data: bytes, path: Path, options: Options) -> list[Page]:
    """Read tab-separated values; see ``read_csv``."""
    return _pages(_separated(decode(data, path, options.encoding), path, "\t"), path, options)


def read_json_lines(data: bytes, path: Path, options: Options) -> list[Page]:
    """Read JSON Lines, an object in each; its keys are the columns.

    Raises:
        SourceError: no text, a line that is no JSON object, or no column with words.
    """
    return _pages(_json_lines(decode(data, path, options.encoding), path), path, options)


def _columns(table: Table, path: Path, options: Options) -> Columns:
    return choose_columns(table.header, [cells for _, cells in table.rows[:_SAMPLE_ROWS]], options.columns, path)


def _pages(table: Table, path: Path, options: Options) -> list[Page]:
    if not table.rows:
        raise SourceEmptyError(
            f"{printable(path)} has no row below its header",
            expected="one row for each speech, paragraph or quotation",
            action="Check that the table was saved in full.",
        )
    return pages_of(table, _columns(table, path, options), path)


def _separated(text: str, path: Path, delimiter: str | None = None) -> Table:
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0].strip("\r\n \"'")
    if first[:4].lower() == "sep=" and len(first) == len("sep=;"):
        delimiter, text = first[4], text.partition("\n")[2]
    csv.field_size_limit(limits.MAX_CELL_CHARS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    header: list[str] = []
    try:
        for number, cells in enumerate(reader, 1):
            if header and any(cell.strip() for cell in cells):
                rows.append((number, _even(cells, header, number, path)))
            elif not header and any(cell.strip() for cell in cells):
                header = _header(cells, path)
            _bound(len(rows), path)
    except csv.Error as fault:
        raise _broken(path, f"cannot be read at line {reader.line_num:,} ({printable(fault, 60)})") from fault
    return Table(tuple(header), rows)


def _delimiter(text: str) -> str:
    """Return what parts the first row's cells: whichever there is most of outside quotes."""
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for character in text[: limits.MAX_CELL_CHARS]:
        if character == '"':
            quoted = not quoted
        elif character in "\r\n" and not quoted and any(counts.values()):
            break
        elif not quoted and character in counts:
            counts[character] += 1
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _header(cells: list[str], path: Path) -> list[str]:
    if len(cells) > limits.MAX_TABLE_COLUMNS:
        raise SourceTooLargeError(
            f"{printable(path)} has {len(cells):,} columns",
            expected=f"at most {limits.MAX_TABLE_COLUMNS:,}",
            action="Leave those out that say nothing of the words, and add it again.",
        )
    return [" ".join(cell.split()) for cell in cells]


def _even(cells: list[str], header: list[str], number: int, path: Path) -> list[str]:
    """Return as many cells as the header has. Empty ones too many are a spreadsheet's, anything else a fault."""
    if len(cells) > len(header) and not any(cell.strip() for cell in cells[len(header) :]):
        return cells[: len(header)]
    if len(cells) != len(header):
        found = (
            f"has {len(cells):,} cell{'s' * (len(cells) != 1)} in row {number:,} and {len(header):,} in its header"
        )
        raise _broken(path, found)
    return cells


def _bound(count: int, path: Path) -> None:
    if count > limits.MAX_TABLE_ROWS:
        raise SourceTooLargeError(
            f"{printable(path)} has more than {limits.MAX_TABLE_ROWS:,} rows",
            expected="a smaller table",
            action="Split it and add the parts.",
        )


def _json_lines(text: str, path: Path) -> Table:
    columns: dict[str, None] = {}
    objects: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(io.StringIO(text.removeprefix("\ufeff"), newline=None), 1):
        if line.strip():
            entry = _object(line, number, path)
            objects.append((number, entry))
            columns |= dict.fromkeys(entry)
            _bound(len(objects), path)
            if len(columns) > limits.MAX_TABLE_COLUMNS:
                _header(list(columns), path)
    header = list(columns)
    if len(header) * len(objects) > limits.MAX_TABLE_CELLS:
        raise SourceTooLargeError(
            f"{printable(path)} has {len(header):,} columns for {len(objects):,} rows",
            expected=f"at most {limits.MAX_TABLE_CELLS:,} cells",
            action="Split it and add the parts.",
        )
    return Table(tuple(header), [(n, [_cell(entry.get(name)) for name in header]) for n, entry in objects])


def _object(line: str, number: int, path: Path) -> dict[str, Any]:
    try:
        entry = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as fault:
        raise _broken(path, f"has no JSON in line {number:,}") from fault
    if not isinstance(entry, dict):
        raise _broken(path, f"has no JSON object in line {number:,}")
    return entry


def _cell(value: object) -> str:
    """Return a value as its words; one that is built of parts has none of its own."""
    if value is None:
        return ""
    return str(value) if isinstance(value, _PLAIN) else Built(json.dumps(value))


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _broken(path: Path, found: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {found}",
        expected="a table whose rows all fit its header",
        action="Correct that row, or save the table again from its own program, and add it.",
    )
