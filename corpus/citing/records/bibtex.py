"""BibTeX out, with biblatex's fields where BibTeX has none. The CSL type is kept as ``entrysubtype``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citation import DATE_FIELDS, NAME_FIELDS
from corpus.citing.records.fields import WORDS, date_text
from corpus.citing.records.latex import to_address, to_latex
from corpus.citing.wording import flat, ranged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from corpus.citation import Citation

#: BibTeX entry types and the CSL type each stands for; other CSL types name theirs in ``entrysubtype``.
ENTRY_TYPES = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "incollection": "chapter",
    "inproceedings": "paper-conference", "phdthesis": "thesis", "techreport": "report", "online": "webpage",
    "unpublished": "manuscript", "misc": "document",
}  # fmt: skip
_ENTRY_OF = {csl: entry for entry, csl in ENTRY_TYPES.items()} | {
    "article": "article", "article-magazine": "article", "article-newspaper": "article", "review": "article",
    "entry": "incollection", "entry-dictionary": "incollection", "entry-encyclopedia": "incollection",
    "post": "online", "post-weblog": "online",
}  # fmt: skip
#: CSL fields and their BibTeX names; what is not here goes by its own name.
NAMES = {
    "publisher-place": "address", "event-title": "eventtitle", "event-place": "venue", "event-date": "eventdate",
    "issued": "date", "accessed": "urldate", "page": "pages", "genre": "type", "URL": "url", "DOI": "doi",
    "ISBN": "isbn",
}  # fmt: skip
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}


def write_bibtex(records: Mapping[str, Citation]) -> str:
    """Return the records as BibTeX in UTF-8, an entry each under its key; a record without a field has none."""
    return "\n".join(filter(None, (_entry(key, citation) for key, citation in records.items())))


def _entry(key: str, citation: Citation) -> str:
    csl_type = flat(citation.get("type") or "document")
    entry = _ENTRY_OF.get(csl_type, "misc")
    fields = [*_fields(citation, entry), *_year_and_month(citation)]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    if not lines:
        return ""
    if ENTRY_TYPES[entry] != csl_type:
        lines.append(f"  entrysubtype = {{{to_latex(csl_type)}}},")
    return "\n".join([f"@{entry}{{{key},", *lines, "}", ""])


def _fields(citation: Citation, entry: str) -> Iterator[tuple[str, str]]:
    for csl, field in citation.fields:
        if csl == "issued" and citation.issued is None:
            continue
        if csl != "type" and csl in WORDS | NAME_FIELDS | DATE_FIELDS:
            yield _name(csl, entry), _value(csl, field.value)


def _year_and_month(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the date as plain BibTeX knows it; one that is only words has no other field to stand in."""
    issued = citation.issued
    yield "year", str(issued.year) if issued else to_latex(date_text(citation.get("issued") or {}))
    yield "month", str(issued.month or "") if issued else ""


def _name(csl: str, entry: str) -> str:
    if csl == "container-title":
        return "journal" if entry == "article" else "booktitle"
    if csl == "issue" and entry == "article":
        return "number"
    if csl == "number" and entry == "article":
        return "eid"
    return _PUBLISHERS.get(entry, "publisher") if csl == "publisher" else NAMES.get(csl, csl)


def _value(csl: str, value: Any) -> str:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if csl in NAME_FIELDS:
        return " and ".join(filter(None, map(_person, value)))
    if csl in DATE_FIELDS:
        return to_latex(date_text(value))
    words = flat(value)
    if csl in {"URL", "DOI"}:
        return to_address(words)
    if csl == "page":
        return to_latex(ranged(words)).replace("–", "--")
    # A second pair of braces keeps bibliography styles from changing a title's capitals.
    return f"{{{to_latex(words)}}}" if csl == "title" and words else to_latex(words)


def _person(name: dict[str, str]) -> str:
    part = {key: flat(words) for key, words in name.items()}
    if part.get("literal") or not part.get("family"):
        whole = part.get("literal") or part.get("given", "")
        return f"{{{to_latex(whole)}}}" if whole else ""
    particle = " ".join(filter(None, (part.get("dropping-particle"), part.get("non-dropping-particle"))))
    family = f"{to_latex(particle)} {_guarded(part['family'])}" if particle else _guarded(part["family"])
    suffix, first = _guarded(part.get("suffix", "")), _guarded(part.get("given", ""))
    if suffix:
        return f"{family}, {suffix}, {first}".rstrip(" ")
    # The comma says that all before it is the family's name, where that is more than one word.
    return f"{family}, {first}".rstrip(" ") if first or " " in family else family


def _guarded(words: str) -> str:
    """Put braces round what BibTeX would take apart: commas, "and", and small words it takes for particles."""
    tokens = words.split()
    plain = "," not in words and "and" not in map(str.lower, tokens) and not any(t[:1].islower() for t in tokens)
    return to_latex(words) if plain else f"{{{to_latex(words)}}}"
