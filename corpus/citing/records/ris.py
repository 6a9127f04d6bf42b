"""RIS out and in, as Zotero, EndNote and Mendeley write it (Research Information Systems' format, UTF-8).

A body, or a name that is only known whole and has a comma, ends in a comma, as in EndNote. Fields for which RIS
has no tag are kept as ``C8  - event-title: ...``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corpus.citation import DATE_FIELDS, NAME_FIELDS
from corpus.citing.names import read_names
from corpus.citing.records.fields import WORDS, BadEntryError, attempt, date_text, given
from corpus.citing.wording import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.citation import Citation

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "report": "RPRT", "thesis": "THES", "webpage": "ELEC", "post-weblog": "BLOG",
    "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "bill": "BILL", "legal_case": "CASE",
    "legislation": "STAT", "hearing": "HEAR", "motion_picture": "MPCT", "manuscript": "MANSCPT",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "personal_communication": "PCOMM", "document": "GEN",
}  # fmt: skip
_CSL_TYPES = {ris: csl for csl, ris in _TYPES.items()} | {
    "CONF": "paper-conference", "EJOUR": "article-journal", "EBOOK": "book", "ECHAP": "chapter",
    "ICOMM": "webpage", "GOVDOC": "report", "VIDEO": "motion_picture",
}  # fmt: skip
_TAGS = {
    "title": "TI", "author": "AU", "editor": "ED", "translator": "A4", "container-title": "T2", "publisher": "PB",
    "publisher-place": "CY", "URL": "UR", "DOI": "DO", "ISBN": "SN", "volume": "VL", "issue": "IS", "page": "SP",
    "language": "LA", "note": "N1", "edition": "ET", "genre": "M3", "number": "M1", "issued": "DA",
    "accessed": "Y2",
}  # fmt: skip
_READ = {tag: csl for csl, tag in _TAGS.items()} | {
    "T1": "title", "CT": "title", "A1": "author", "A2": "editor", "JO": "container-title", "JF": "container-title",
    "BT": "container-title", "JA": "container-title", "PP": "publisher-place", "L2": "URL", "PY": "year",
    "Y1": "issued", "EP": "last page",
}  # fmt: skip
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|\Z)")
_OWN = "C8"
_DATES = frozenset({"issued", "accessed", "year"})


def write_ris(records: Mapping[str, Citation]) -> str:
    """Return the records as RIS; lines end as the format has it, in carriage return and line feed."""
    return "".join(f"{line}\r\n" for key, citation in records.items() for line in _lines(key, citation))


def _lines(key: str, citation: Citation) -> Iterator[str]:
    csl_type = flat(citation.get("type") or "document")
    yield f"TY  - {_TYPES.get(csl_type, 'GEN')}"
    yield f"ID  - {key}"
    if csl_type not in _TYPES:
        yield f"{_OWN}  - type: {csl_type}"
    for csl, field in citation.fields:
        if csl != "type" and csl in WORDS | NAME_FIELDS | DATE_FIELDS:
            yield from (_line(csl, value) for value in _values(csl, field.value) if value)
    if issued := citation.issued:
        yield f"PY  - {issued.year}"
    yield "ER  - "


def _line(csl: str, value: str) -> str:
    tag = _TAGS.get(csl)
    return f"{tag}  - {value}" if tag else f"{_OWN}  - {csl}: {value}"


def _values(csl: str, value: Any) -> list[str]:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if csl in NAME_FIELDS:
        return [_person(name) for name in value]
    if csl not in DATE_FIELDS:
        return [flat(value)]
    parts = value.get("date-parts")
    if csl not in _TAGS or not parts:
        return [f"{'///' if csl in _TAGS and date_text(value) else ''}{date_text(value)}"]
    year, *rest = parts[0]
    return ["/".join([str(year), *(f"{n:02d}" for n in rest), *[""] * (3 - len(rest))])]


def _person(name: dict[str, str]) -> str:
    part = {key: flat(words) for key, words in name.items()}
    family = " ".join(
        filter(None, (part.get(p) for p in ("dropping-particle", "non-dropping-particle", "family")))
    )
    first, suffix = part.get("given", ""), part.get("suffix", "")
    if part.get("literal") or not part.get("family") or any("," in p for p in (family, first, suffix)):
        whole = "".join(known.natural for known in read_names([name]))
        return f"{whole}," if "," in whole else whole
    return f"{family}, {first}{f', {suffix}' if suffix else ''}" if first or suffix else f"{family}, "


def read_ris(text: str) -> Iterator[tuple[str, Citation | BadEntryError]]:
    """Yield each record's name and the record, or what is wrong with it."""
    for place, (tags, ended) in enumerate(_records(text), 1):
        name = next((flat(value) for tag, value in tags if tag in {"ID", "TI", "T1"} and value), f"record {place}")
        unended = BadEntryError("no line 'ER  - ' before the next record")
        yield name, attempt(given, _fields(tags)) if ended else unended


def _records(text: str) -> Iterator[tuple[list[tuple[str, str]], bool]]:
    """Yield each record's tags, and whether it was ended; what stands outside a record is passed over."""
    tags: list[tuple[str, list[str]]] | None = None
    for line in re.split(r"\r\n|\r|\n", text):
        found = _LINE.match(line.strip("\ufeff \t") if tags is None else line)
        if found and found[1] in {"TY", "ER"}:
            if tags is not None:
                yield _whole(tags), found[1] == "ER"
            tags = [("TY", [(found[2] or "").strip()])] if found[1] == "TY" else None
        elif found and tags is not None:
            tags.append((found[1], [found[2] or ""]))
        elif tags is not None and line.strip():
            tags[-1][1].append(line.strip())
    if tags is not None:
        yield _whole(tags), False


def _whole(tags: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    return [(tag, " ".join(lines)) for tag, lines in tags]


def _fields(tags: list[tuple[str, str]]) -> dict[str, Any]:
    values: dict[str, Any] = {"type": _CSL_TYPES.get(tags[0][1].upper(), "")}
    for tag, value in tags[1:]:
        csl, words = _field(tag, value)
        if csl in NAME_FIELDS:
            values.setdefault(csl, []).append(_name(words))
        elif csl == "type" or words.strip("/ " if csl in _DATES else " "):
            values[csl] = words if csl == "type" else values.get(csl) or _dated(csl, words)
    year, last = values.pop("year", ""), values.pop("last page", "")
    values["issued"] = values.get("issued") or year
    if last and values.get("page"):
        values["page"] += f"-{last}"
    values.pop("", None)
    return values


def _field(tag: str, value: str) -> tuple[str, str]:
    """Return a tag's CSL field and value; the field is empty where no citation has a use for it."""
    own, _, words = value.partition(": ")
    if tag == _OWN and own in WORDS | NAME_FIELDS | DATE_FIELDS:
        return own, words
    return _READ.get(tag, ""), value


def _dated(csl: str, words: str) -> str:
    """Return RIS's year/month/day/other as ISO 8601, or the other words."""
    if csl not in _DATES or "/" not in words:
        return words
    *numbers, other = [*words.split("/", 3), "", "", ""][:4]
    return "-".join(n.strip().zfill(2) for n in numbers if n.strip()) or other


def _name(words: str) -> dict[str, str]:
    parts = [part.strip() for part in words.split(",", 2)]
    if len(parts) == 1 or (words.rstrip().endswith(",") and words.strip() == words):
        return {"literal": words.strip().removesuffix(",")}
    family, first, suffix = (*parts, "")[:3]
    return {"family": family, "given": first, "suffix": suffix}
