"""XML that is told by its root: TEI, as ParlaMint and editions of plays and letters write it, or Akoma Ntoso.

After the TEI Guidelines P5 and ParlaMint's schema.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import limits
from corpus.citation import Field, Provenance, csl_date, csl_names
from corpus.dates import parse_date
from corpus.errors import SourceFormatError, printable
from corpus.model import BlockKind
from corpus.readers.akoma_ntoso import akoma_page
from corpus.readers.record import lay
from corpus.readers.record_remarks import Passed
from corpus.readers.tei_people import SPEECHES, People
from corpus.readers.vocabulary import GAP_MARK, Vocabulary
from corpus.readers.xml_tree import Element, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.readers.formats import Options

_PARAGRAPH, _LEFTOVER = BlockKind.PARAGRAPH, BlockKind.LEFTOVER
_KINDS = {
    "p": _PARAGRAPH, "seg": _PARAGRAPH, "ab": _PARAGRAPH, "lg": _PARAGRAPH, "div": _PARAGRAPH,
    "row": BlockKind.ITEM, "item": BlockKind.ITEM, "quote": BlockKind.QUOTE, "head": BlockKind.HEADING,
    "docTitle": BlockKind.TITLE, "docDate": BlockKind.DATE, "byline": BlockKind.BYLINE,
    "docAuthor": BlockKind.BYLINE, "trailer": _LEFTOVER, "docImprint": _LEFTOVER, "opener": _LEFTOVER,
    "closer": _LEFTOVER,
}  # fmt: skip
_ASIDES = dict.fromkeys(
    ("stage", "speaker", "vocal", "kinesic", "incident", "event", "gap", "writing", "fw", "desc"), _LEFTOVER
) | {"note": BlockKind.NOTE, "figDesc": BlockKind.CAPTION}
#: What is no text; and what an editor put beside the words that stand there, or in their place.
_SILENT = frozenset({"teiHeader", "standOff", "del", "rdg", "spanGrp", "linkGrp", "timeline", "listPerson"})
_BESIDE = frozenset({"corr", "reg", "expan"})
_OWN = frozenset({"sic", "orig", "abbr"})
_MOST_AUTHORS = 50
_FOOTNOTES = frozenset({"foot", "bottom", "end", "footnote", "endnote"})


def read_xml(data: bytes, path: Path, options: Options) -> list[Page]:
    """Read a debate of Akoma Ntoso, a TEI document, or each of those in a TEI corpus.

    Raises:
        SourceFormatError: no well-formed XML, entities of its own, or another root.
        SourceTooLargeError: more elements, or deeper, than ``corpus.limits`` admits.
    """
    root = parse_xml(data, path, options.encoding)
    passed = Passed()
    if root.name == "TEI":
        page = _page(root, list(root.all("teiHeader")), passed)
        return [replace(page, remarks=tuple(passed.remarks()))]
    if root.name == "teiCorpus":
        headers = [child for child in root.children if child.name == "teiHeader"]
        for child in root.children:
            if child.name == "include":
                passed.watched["include"](child)
        texts = enumerate(root.all("TEI"), 1)
        pages = [_page(t, [*headers, *t.all("teiHeader")], passed, _part(t, n)) for n, t in texts]
        first, *others = pages or _empty(path)
        return [replace(first, remarks=tuple(passed.remarks())), *others]
    if root.name == "akomaNtoso":
        return [akoma_page(root, path)]
    raise SourceFormatError(
        f"{printable(path)} is XML that opens with <{printable(root.name, 40)}>",
        expected="a TEI document (<TEI>, <teiCorpus>) or a debate in Akoma Ntoso (<akomaNtoso>)",
        action="Save it as a web page or as plain text, and add that file.",
    )


def _page(tei: Element, headers: list[Element], passed: Passed, part: str = "") -> Page:
    people = People(headers, tei, passed)
    words = Vocabulary(
        kinds=_KINDS,
        asides=_ASIDES,
        silent=_SILENT,
        beside=_BESIDE,
        own=_OWN,
        speeches=SPEECHES,
        voice_of=people.speaks,
        note_label=_note_label,
        pages=frozenset({"pb"}),
        lines=frozenset({"lb", "l"}),
        tokens=frozenset({"w", "pc"}),
        gaps=frozenset({"gap"}),
        time_of=people.begins,
        watched=passed.watched,
    )
    texts = [child for child in tei.children if child.name == "text"]
    fields = _fields(tei, headers)
    if "issued" not in fields:
        stated = (date.attributes.get("when", "").strip() for date in _dates(headers))
        passed.undated = passed.undated or next(filter(None, stated), "")
    return lay(texts, words, fields, part)


def _part(tei: Element, number: int) -> str:
    return " ".join(tei.attributes.get("id", "").split())[:200] or f"TEI {number}"


def _note_label(note: Element) -> str | None:
    """Return a footnote's number; a note about who speaks or what happens has none."""
    kinds = {note.attributes.get("place"), note.attributes.get("type")}
    number = " ".join(note.attributes.get("n", "").split())[:20]
    return number if number and (kinds & _FOOTNOTES or kinds == {None}) else None


def _fields(tei: Element, headers: list[Element]) -> dict[str, Field]:
    """Return what the document's own header says of it and of its source."""
    fields: dict[str, Field] = {}

    def state(name: str, value: object) -> None:
        if value:
            kept = value[: limits.MAX_FIELD_CHARS] if isinstance(value, str) else value
            fields.setdefault(name, Field(kept, Provenance.METADATA))

    own = headers[-1] if headers else Element("", {})
    statement = own.first("titleStmt") or Element("", {})
    titles = [c for c in statement.children if c.name == "title" and c.attributes.get("type") != "sub"]
    state("title", _marked(titles[0]).words if titles else "")
    state(
        "author",
        csl_names(
            [c.words[: limits.MAX_FIELD_CHARS] for c in statement.children if c.name == "author"][:_MOST_AUTHORS]
        ),
    )
    source = own.first("sourceDesc") or Element("", {})
    for date in _dates(headers):
        when = date.attributes.get("when", "")
        state("issued", csl_date(when) if parse_date(when) else None)
    for number in source.all("idno"):
        state("URL", number.words if number.words.startswith(("https://", "http://")) else "")
    state("language", tei.attributes.get("lang", ""))
    return fields


def _marked(element: Element) -> Element:
    """Return an element with a mark among its words where some are missing."""
    parts = (GAP_MARK if getattr(part, "name", "") == "gap" else part for part in element.content)
    return Element(element.name, {}, [part if isinstance(part, str) else _marked(part) for part in parts])


def _dates(headers: list[Element]) -> Iterator[Element]:
    """Yield the dates of a document and of its source, and never the day that the file was made."""
    for place in ("sourceDesc", "settingDesc"):
        found = headers[-1].first(place) if headers else None
        yield from found.all("date") if found else ()


def _empty(path: Path) -> list[Page]:
    raise SourceFormatError(
        f"{printable(path)} is a TEI corpus that only names its files",
        expected="texts in it (<TEI>)",
        action="Add the files that it names.",
    )
