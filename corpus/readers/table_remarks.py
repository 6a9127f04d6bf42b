"""What is told of a table beside its documents: what was passed over, and what its rows leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.errors import printable
from corpus.readers.remarks import counted, numbered
from corpus.readers.table_rows import APART, row_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.columns import Columns
    from corpus.readers.table_rows import Row

_MOST_NAMES: Final = 8
_AGREED: Final = (*APART, "author")


def table_remarks(
    header: Sequence[str], columns: Columns, wordless: Sequence[int], documents: Sequence[Sequence[Row]]
) -> Iterator[str]:
    """Yield the remarks on a table.

    Args:
        header: the names of all its columns.
        columns: those that are read.
        wordless: the numbers of the rows that have no words.
        documents: the rows of each document.
    """
    if wordless:
        yield f"{numbered(wordless, 'row')} {_has(wordless)} no words and {_was(wordless)} passed over"
    read = {name for _, name in columns.pairs}
    if unread := [name for name in header if name.strip() and name not in read]:
        more = f" and {len(unread) - _MOST_NAMES} more" if len(unread) > _MOST_NAMES else ""
        yield f"not read: column{'s' * (len(unread) > 1)} {printable(', '.join(unread[:_MOST_NAMES]), 200)}{more}"
    rows = [row for document in documents for row in document]
    if open_dates := [row.number for row in rows if row.get("date") and "literal" in row_date(row.get("date"))]:
        yield f"the date in {numbered(open_dates, 'row')} names no certain day and is kept as words"
    if long_pages := [row.number for row in rows if row.get("page") and row.page is None]:
        yield f"the page in {numbered(long_pages, 'row')} is too long for a page number and was left out"
    for what in _AGREED:
        if differing := sum(len({row.get(what) for row in document}) > 1 for document in documents):
            yield f"the {what} differs between rows of {counted(differing, 'document')} and was left out"


def _has(numbers: Sequence[int]) -> str:
    return "has" if len(numbers) == 1 else "have"


def _was(numbers: Sequence[int]) -> str:
    return "was" if len(numbers) == 1 else "were"
