"""Citation records from files that reference managers write, to be the metadata of documents.

Which document a record belongs to is not said here; ``corpus.citing.records.matching`` proposes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.citing.records.bibtex_read import read_bibtex
from corpus.citing.records.csl import read_csl
from corpus.citing.records.fields import BadEntryError
from corpus.citing.records.ris import read_ris
from corpus.errors import SourceFormatError, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from corpus.citation import Citation

#: File name endings, and what reads them.
_READERS: dict[str, Callable[[str], Iterator[tuple[str, Citation | BadEntryError]]]] = {
    ".json": read_csl, ".bib": read_bibtex, ".bibtex": read_bibtex, ".ris": read_ris,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a file: the name it has there, and its fields, all given by the user."""

    name: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class RecordFault:
    """One entry that could not be taken, and why."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Records:
    """What a file of records holds, in its order."""

    records: tuple[Record, ...]
    faults: tuple[RecordFault, ...]


def read_records(path: Path, encoding: str | None = None) -> Records:
    """Read a file of CSL-JSON, BibTeX or RIS. An entry that cannot be taken is named, and the others go on.

    Raises:
        SourceError: the file cannot be read, is of another format, or holds no entry at all.
    """
    # Late: the package of readers brings Markdown's parser, which citing does without.
    from corpus.readers.files import decode, read_bytes  # noqa: PLC0415

    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise _unread(path, f"ends in {printable(path.suffix, 20)!r}" if path.suffix else "has no ending")
    text = decode(read_bytes(path), path, encoding)
    try:
        found = list(reader(text))
    except BadEntryError as fault:
        raise _unread(path, f"is {printable(fault)}") from fault
    if not found:
        raise _unread(path, "holds no entry")
    records = tuple(Record(printable(n, 100), c) for n, c in found if not isinstance(c, BadEntryError))
    faults = tuple(RecordFault(printable(n, 100), printable(c)) for n, c in found if isinstance(c, BadEntryError))
    return Records(records, faults)


def _unread(path: Path, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {fault}",
        expected="records in CSL-JSON (.json), BibTeX (.bib) or RIS (.ris)",
        action="Export them again from the program that keeps them.",
    )
