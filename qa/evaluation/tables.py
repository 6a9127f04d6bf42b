"""Tables of questions as comma separated values: read whatever a spreadsheet saves, write what none obeys."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError, printable
from qa.evaluation.files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Protocol

    class _Rows(Protocol):
        """A csv.reader, which has no public type: rows, and the line that the last one ends on."""

        line_num: int

        def __iter__(self) -> Iterator[list[str]]: ...


#: What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
_FORMULA = tuple("=+-@＝＋－＠")
_GUARD = "'"
_SEPARATORS = (",", ";", "\t")


def read_table(path: Path, needed: str) -> Iterator[tuple[int, dict[str, str] | SourceFormatError]]:
    """Yield each row's line number with its cells by column name, or with why it cannot be read.

    The separator is the one that finds the column ``needed`` in the first line: guessing it from the cells
    goes wrong as soon as those hold commas. Names of columns are lower case; cells have no blanks around them.

    Raises:
        SourceError: the file as a whole cannot be read.
    """
    rows, header = _opened(path, read_text(path, limits.MAX_SOURCE_BYTES), needed)
    count = 0
    try:
        for cells in rows:
            if not any(cell.strip() for cell in cells):
                continue
            count += 1
            if count > limits.MAX_QUESTIONS:
                raise _too_many(path)
            yield rows.line_num, _row(path, rows.line_num, header, cells)
    except csv.Error as fault:
        raise _broken(path, rows.line_num, fault) from fault
    if not count:
        raise SourceEmptyError(
            f"{printable(path)} has no row under its header", expected="a question a row", action="Add some."
        )


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as text. A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def _guarded(cell: str) -> str:
    bare = cell.strip()
    return _GUARD + bare if bare.startswith(_FORMULA) or _is_guarded(bare) else bare


def _plain(cell: str) -> str:
    bare = cell.strip()
    return bare[1:] if _is_guarded(bare) else bare


def _is_guarded(cell: str) -> bool:
    return cell.startswith(_GUARD) and cell[1:].startswith((*_FORMULA, _GUARD))


def _opened(path: Path, text: str, needed: str) -> tuple[_Rows, list[str]]:
    """Return the rows behind the header, and the header's names."""
    csv.field_size_limit(limits.MAX_CELL_CHARS)  # the module's own, which whoever reads a table sets
    for separator in _SEPARATORS:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            first = next((cells for cells in rows if any(cell.strip() for cell in cells)), [])
        except csv.Error as fault:
            raise _broken(path, rows.line_num, fault) from fault
        names = [name.strip().casefold() for name in first]
        if needed in names:
            if len(set(names) - {""}) < sum(map(bool, names)):
                raise _fault(path, rows.line_num, "a column name that comes twice", "each column once")
            return rows, names
    raise _fault(path, 1, f"the columns {printable(','.join(first), 80)!r}", f"a header with a column {needed!r}")


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> dict[str, str] | SourceFormatError:
    if any(cell.strip() for cell in cells[len(header) :]):
        found = f"{len(cells)} cells under {len(header)} columns"
        return _fault(path, line, found, "quotation marks around a cell that holds the separator")
    if any(len(cell) > limits.MAX_FIELD_CHARS for cell in cells):
        return _fault(path, line, "an overlong cell", f"at most {limits.MAX_FIELD_CHARS:,} characters")
    return dict(zip(header, map(_plain, cells), strict=False))


def _fault(path: Path, line: int, found: str, expected: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} line {line:,} has {found}", expected=expected, action="Correct it and run it again."
    )


def _broken(path: Path, line: int, fault: csv.Error) -> SourceFormatError:
    return _fault(path, line, f"a cell that cannot be read ({fault})", "every quotation mark closed")


def _too_many(path: Path) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{printable(path)} has more than {limits.MAX_QUESTIONS:,} questions",
        expected="fewer",
        action="Split it and measure the parts.",
    )
