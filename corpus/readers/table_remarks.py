"""What is told of a table beside its documents: what was passed over, and what its rows leave open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.readers.remarks import counted, listed, numbered, was
from corpus.readers.table_rows import APART, row_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.columns import Columns
    from corpus.readers.table_rows import Row

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
        yield f"{numbered(wordless, 'row')} {_has(wordless)} no words and {was(len(wordless))} passed over"
    read = {name for _, name in columns.pairs}
    if unread := [name for name in header if name.strip() and name not in read]:
        yield f"not read: column{'s' * (len(unread) > 1)} {listed(unread)}"
    rows = [row for document in documents for row in document]
    dates = {row.number: row.get("date") for row in rows} if columns.of("date") else {}
    unclear = {words for words in set(dates.values()) if words and "literal" in row_date(words)}
    if open_dates := [number for number, words in dates.items() if words in unclear]:
        yield f"the date in {numbered(open_dates, 'row')} could not be read as a day and is kept as words"
    if columns.of("page") and (long_pages := [r.number for r in rows if r.page is None and r.get("page")]):
        yield f"the page in {numbered(long_pages, 'row')} is too long for a page number and was left out"
    for what in filter(columns.of, _AGREED):
        if differing := sum(len({row.get(what) for row in document}) > 1 for document in documents):
            yield f"the {what} differs between rows of {counted(differing, 'document')} and was left out"


def _has(numbers: Sequence[int]) -> str:
    return "has" if len(numbers) == 1 else "have"
