"""Files of metadata: which files each record names, and what it says of them. Nothing is stored here."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus import limits
from corpus.citing.records import read_records
from corpus.citing.records.bibtex_syntax import Entry as BibtexEntry
from corpus.citing.records.bibtex_syntax import entries as bibtex_entries
from corpus.citing.values import CORRECTABLE, read_corrections
from corpus.citing.wording import flat
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError, UsageError, printable
from corpus.readers.files import decode, read_bytes
from corpus.readers.suffixes import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.citation import Citation

_SEPARATORS: Final = (",", ";", "\t", "|")
_FILE: Final = frozenset({"file", "file name", "filename", "path"})
#: Common words for the fields of CSL, which also go by their own names.
_COMMON: Final = {
    "headline": "title", "authors": "author", "by": "author", "byline": "author", "date": "issued",
    "published": "issued", "publication date": "issued", "date published": "issued", "year": "issued",
    "publication": "container-title", "source": "container-title", "newspaper": "container-title",
    "journal": "container-title", "outlet": "container-title", "site": "container-title",
    "website": "container-title", "link": "URL", "web address": "URL", "place": "publisher-place",
    "event": "event-title", "editors": "editor", "translators": "translator", "pages": "page",
}  # fmt: skip
_FIELDS: Final = {name.casefold().replace("-", " "): name for name in CORRECTABLE} | _COMMON
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)\Z")


@dataclass(frozen=True, slots=True)
class Given:
    """One record of a file of metadata.

    Attributes:
        name: what it is called there, or its row.
        files: the files that it names, as written; none where it names none.
        fields: CSL values by field, as ``corpus.citing.values`` checks them.
        left_out: what could not be taken, and why.
        citation: what it can be matched by where it names no file.
    """

    name: str
    files: tuple[str, ...]
    fields: dict[str, Any]
    left_out: tuple[str, ...] = ()
    citation: Citation | None = None


def read_manifest(path: Path, encoding: str | None = None) -> list[Given]:
    """Read a CSV manifest, CSL-JSON, BibTeX or RIS.

    A manifest has a column ``file``, with paths from the manifest's own folder; its other columns are fields of
    CSL by their names or common words for them. A record of the other formats may name its file too: in a field
    ``file`` (BibTeX, CSL-JSON), a tag ``L1`` (RIS), or as its whole note.

    Raises:
        SourceError: the file cannot be read, or holds no record.
    """
    if path.suffix.lower() == ".csv":
        return list(_rows(decode(read_bytes(path), path, encoding), path))
    found = read_records(path, encoding)
    named = _named(path, decode(read_bytes(path), path, encoding))
    given = [_record(r.name, r.citation, named.get(r.name, ())) for r in found.records]
    return given + [Given(fault.name, (), {}, (fault.reason,)) for fault in found.faults]


def fitting(values: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the values that can be taken, and of each other why not."""
    taken: dict[str, Any] = {}
    left_out = []
    for name, value in values.items():
        try:
            taken |= {n: v for n, v in read_corrections({name: value}).items() if v}
        except UsageError as fault:
            left_out.append(f"left out: {fault.found}")
    return taken, tuple(left_out)


def _record(name: str, citation: Citation, files: tuple[str, ...]) -> Given:
    # CSL asks for a type, and "document" says nothing.
    values = {n: f.value for n, f in citation.fields if (n, f.value) != ("type", "document")}
    note = str(values.get("note", "")).removeprefix("file:").strip()
    if not files and Path(note).suffix.lower() in SUFFIXES:
        files = (note,)
        del values["note"]
    return Given(name, files, *fitting(values), citation)


def _rows(text: str, path: Path) -> Iterator[Given]:
    rows, header = _opened(text, path)
    columns = [_folded(name) for name in header]
    place = next(i for i, name in enumerate(columns) if name in _FILE)
    unknown = [name for name, folded in zip(header, columns, strict=True) if folded not in _FIELDS.keys() | _FILE]
    if any(name.strip() for name in unknown):
        yield Given("header", (), {}, (f"columns not taken: {printable(', '.join(filter(None, unknown)), 120)}",))
    count = 0
    for line, cells in rows:
        count += 1
        if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            yield Given(f"line {line:,}", (), {}, (f"{len(cells)} cells under {len(header)} columns",))
            continue
        values = {
            _FIELDS[name]: cell
            for name, cell in zip(columns, cells, strict=False)
            if name in _FIELDS and flat(cell)
        }
        file = cells[place].strip() if place < len(cells) else ""
        yield Given(f"line {line:,}", (file,) if file else (), *fitting(values))
    if not count:
        raise SourceEmptyError(
            f"{printable(path)} has no row under its header",
            expected="a row for each file",
            action="Add some, or take the file away.",
        )


def _opened(text: str, path: Path) -> tuple[Iterator[tuple[int, list[str]]], list[str]]:
    """Return the rows behind the header with their lines, and the header, parted by what finds a column file."""
    csv.field_size_limit(limits.MAX_CELL_CHARS)
    header: list[str] = []
    for separator in _SEPARATORS:
        rows = _parted(text, separator, path)
        header = next((cells for _, cells in rows), [])
        if any(_folded(name) in _FILE for name in header):
            return rows, header
    raise SourceFormatError(
        f"{printable(path)} has no column 'file'",
        expected="a CSV manifest whose first row names one, such as: file,title,author,date",
        action="Add it with the path of each file, or give the file of metadata another name.",
    )


def _parted(text: str, separator: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=separator, strict=True)
    count = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                if count > limits.MAX_TABLE_ROWS:
                    raise SourceTooLargeError(
                        f"{printable(path)} has more than {limits.MAX_TABLE_ROWS:,} rows",
                        expected="fewer", action="Split the folder, and the manifest with it.",
                    )  # fmt: skip
                yield reader.line_num, cells
    except csv.Error as fault:
        raise SourceFormatError(
            f"{printable(path)} cannot be read at line {reader.line_num:,} ({printable(fault, 60)})",
            expected="every quotation mark closed", action="Correct it and add the folder again.",
        ) from fault  # fmt: skip


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name[: limits.MAX_FILTER_CHARS].casefold()))


def _named(path: Path, text: str) -> dict[str, tuple[str, ...]]:
    """Return the files that records name, by the records' names as ``read_records`` gives them."""
    suffix = path.suffix.lower()
    pairs = (
        _ris_files(text) if suffix == ".ris" else _csl_files(text) if suffix == ".json" else _bibtex_files(text)
    )
    return {printable(name, 100): tuple(files) for name, files in pairs if files}


def _bibtex_files(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the files of BibTeX's ``file``: a path, or "name:path:type" once or more (JabRef, Zotero)."""
    for key, entry in bibtex_entries(text):
        if isinstance(entry, BibtexEntry) and (raw := entry.fields.get("file", "")[: limits.MAX_FIELD_CHARS]):
            parts = (p.replace("\\:", ":").replace("\\;", ";") for p in re.split(r"(?<!\\)[:;]", raw))
            yield key, list(dict.fromkeys(p.strip() for p in parts if Path(p.strip()).suffix.lower() in SUFFIXES))


def _csl_files(text: str) -> Iterator[tuple[str, list[str]]]:
    loaded = json.loads(text)  # it was read a moment ago
    items = loaded.get("items", loaded) if isinstance(loaded, dict) else loaded
    for place, item in enumerate(items if isinstance(items, list) else [items], 1):
        if isinstance(item, dict) and isinstance(item.get("file"), str):
            yield flat(item.get("id") or item.get("title") or "") or f"item {place}", [item["file"]]


def _ris_files(text: str) -> Iterator[tuple[str, list[str]]]:
    name, place = "", 0
    files: list[str] = []
    for line in re.split(r"\r\n|\r|\n", text):
        found = _RIS_LINE.match(line.strip("\ufeff \t"))
        tag, value = (found[1], found[2].strip()) if found else ("", "")
        if tag == "TY":
            name, files, place = "", [], place + 1
        elif tag in {"ID", "TI", "T1"} and value:
            name = name or flat(value)
        elif tag in {"L1", "L4"} and value:
            files.append(value.removeprefix("file://"))
        elif tag == "ER":
            yield name or f"record {place}", files


def first_files(base: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield the places where a file that is named in a folder may lie, absolute, likeliest first."""
    for name in names:
        if "\0" not in name:
            yield str(base / name.replace("\\", "/"))
    for name in names:  # another machine's folders
        if (bare := name.replace("\\", "/").rsplit("/", 1)[-1]) and "\0" not in bare:
            yield str(base / bare)
