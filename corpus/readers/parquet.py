"""Parquet, by pyarrow, which is an extra: ``pip install 'onrecord[parquet]'``."""

from __future__ import annotations

import datetime as dt
import importlib
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError, printable
from corpus.readers.columns import choose_columns
from corpus.readers.table_pages import Built, Table, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.readers.formats import Options

_BATCH_ROWS = 1_000
_SAMPLE_ROWS = 200


def read_parquet(data: bytes, path: Path, options: Options) -> list[Page]:
    """Read a Parquet table; see ``corpus.readers.tables``.

    Raises:
        SourceError: pyarrow is missing, no Parquet, more rows than ``corpus.limits`` admits, no column with words.
    """
    arrow = _arrow("pyarrow", path)
    try:
        return _read(arrow, data, path, options)
    except (arrow.lib.ArrowException, OSError, UnicodeDecodeError) as fault:
        if isinstance(fault, MemoryError):
            raise
        raise _broken(path, str(fault)) from fault


def _read(arrow: Any, data: bytes, path: Path, options: Options) -> list[Page]:  # noqa: ANN401 - a library without types
    file = _arrow("pyarrow.parquet", path).ParquetFile(arrow.BufferReader(data))
    header = [str(name) for name in file.schema_arrow.names]
    _bound(file.metadata, len(header), path)
    sample = [cells for _, cells in _rows(file, header, _SAMPLE_ROWS)]
    columns = choose_columns(header, sample, options.columns, path)
    kept = [name for _, name in columns.pairs]
    rows = list(_rows(file, kept, file.metadata.num_rows))
    if not rows:
        raise SourceEmptyError(
            f"{printable(path)} has no row",
            expected="one row for each speech, paragraph or quotation",
            action="Check that the table was saved in full.",
        )
    unread = tuple(name for name in header if name not in kept)
    return pages_of(Table(tuple(kept), rows, unread), columns, path)


def _rows(file: Any, names: list[str], most: int) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - as above
    number = 0
    for batch in file.iter_batches(batch_size=min(_BATCH_ROWS, most or 1), columns=names, use_threads=False):
        # A column may come twice, or in another order than asked for.
        places = [batch.schema.names.index(name) for name in names]
        for cells in zip(*(batch.column(place).to_pylist() for place in places), strict=True):
            number += 1
            if number > min(most, limits.MAX_TABLE_ROWS):
                return
            yield number, [_cell(value) for value in cells]


def _bound(metadata: Any, columns: int, path: Path) -> None:  # noqa: ANN401 - as above
    size = sum(metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups))
    for found, most, unit in (
        (metadata.num_rows, limits.MAX_TABLE_ROWS, "rows"),
        (columns, limits.MAX_TABLE_COLUMNS, "columns"),
        (metadata.num_rows * columns, limits.MAX_TABLE_CELLS, "cells"),
        (size, limits.MAX_TABLE_UNPACKED_BYTES, "bytes when unpacked"),
    ):
        if found > most:
            raise SourceTooLargeError(
                f"{printable(path)} has {found:,} {unit}",
                expected=f"at most {most:,}",
                action="Split it and add the parts.",
            )


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode()
    return Built(repr(value)) if isinstance(value, list | dict | tuple) else str(value)


def _arrow(name: str, path: Path) -> Any:  # noqa: ANN401 - as above
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        raise SourceFormatError(
            f"{printable(path)} is Parquet, and pyarrow is not installed",
            expected="pyarrow",
            action="Install it with: pip install 'onrecord[parquet]'. Or save the table as CSV.",
        ) from fault


def _broken(path: Path, reason: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} is no Parquet that can be read ({printable(' '.join(reason.split()), 80)})",
        expected="a whole Parquet file",
        action="Write it again with the program it comes from, or save the table as CSV.",
    )
