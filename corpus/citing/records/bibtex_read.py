"""BibTeX and biblatex in: an entry's fields become CSL fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.citation import NAME_FIELDS
from corpus.citing.records.bibtex import ENTRY_TYPES, NAMES
from corpus.citing.records.bibtex_names import bibtex_names
from corpus.citing.records.bibtex_syntax import Entry, entries
from corpus.citing.records.fields import TYPES, WORDS, BadEntryError, attempt, given
from corpus.citing.records.latex import from_address, from_latex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.citation import Citation

_TYPES = ENTRY_TYPES | {
    "inbook": "chapter", "inreference": "entry-encyclopedia", "conference": "paper-conference", "thesis": "thesis",
    "mastersthesis": "thesis", "report": "report", "electronic": "webpage", "www": "webpage", "mvbook": "book",
    "collection": "book",
}  # fmt: skip
_FIELDS = (
    {name: name for name in (WORDS | NAME_FIELDS) - {"type"}}
    | {bibtex: csl for csl, bibtex in NAMES.items() if csl != "issued"}
    | {
        "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
        "institution": "publisher", "school": "publisher", "organization": "publisher",
        "location": "publisher-place", "eid": "number", "langid": "language",
    }
)  # fmt: skip
#: A field before LaTeX's commands are read as characters; the longest takes twenty for one.
_MAX_RAW_CHARS = 20 * limits.MAX_FIELD_CHARS


def read_bibtex(text: str) -> Iterator[tuple[str, Citation | BadEntryError]]:
    """Yield each entry's key and its record, or what is wrong with it."""
    for key, entry in entries(text):
        yield key, entry if isinstance(entry, BadEntryError) else attempt(_record, entry)


def _record(entry: Entry) -> Citation:
    too_long = [name for name, raw in entry.fields.items() if name in _FIELDS and len(raw) > _MAX_RAW_CHARS]
    if too_long:
        raise BadEntryError(f"{too_long[0]} has more than {_MAX_RAW_CHARS:,} characters")
    values: dict[str, Any] = {"type": _type(entry), "issued": _issued(entry.fields)}
    for name, raw in entry.fields.items():
        csl = _csl_name(name, entry.kind)
        if csl:
            values.setdefault(csl, _value(csl, raw))
    if "URL" not in values and (
        address := re.search(r"\\url\s*\{([^{}]*)\}", entry.fields.get("howpublished", ""))
    ):
        values["URL"] = from_address(address[1])
    return given(values)


def _csl_name(name: str, kind: str) -> str | None:
    if name == "number" and kind == "article":
        return "issue"
    return _FIELDS.get(name)


def _type(entry: Entry) -> str:
    subtype = from_latex(entry.fields.get("entrysubtype", "")).strip().lower()
    for name in (subtype, f"{entry.kind}-{subtype}"):  # biblatex's own subtypes are "magazine" and "newspaper"
        if name in TYPES:
            return name
    return _TYPES.get(entry.kind, "")


def _value(csl: str, raw: str) -> Any:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if csl in NAME_FIELDS:
        return bibtex_names(raw)
    return from_address(raw) if csl in {"URL", "DOI"} else from_latex(raw)


def _issued(fields: dict[str, str]) -> str:
    """Return the date as one string: biblatex's date, else year, month and day as far as they are given."""
    date, year, month, day = (
        from_latex(fields.get(name, "")).strip() for name in ("date", "year", "month", "day")
    )
    if date or not (year and month):
        return date or year
    if not (month.isascii() and month.isdigit()):
        return f"{day} {month} {year}".strip()
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
