"""XML that is told by its root: TEI, as ParlaMint and editions of plays and letters write it, or Akoma Ntoso.

After the TEI Guidelines P5 and ParlaMint's schema. A speaker is the person that ``who`` points to in the header;
where that list is not in the file, the label printed above the speech. When it begins is read from the timeline.
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
from corpus.readers.record import lay, speaker
from corpus.readers.record_remarks import Passed
from corpus.readers.tei_times import moment, points
from corpus.readers.vocabulary import Vocabulary
from corpus.readers.xml_tree import Element, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from corpus.blocks import Page, Voice
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
_SPEECHES = frozenset({"u", "sp"})
#: Of these, and of what is set apart, the words behind them do not begin when they do.
_UNTIMED = frozenset({"annotationBlock", "pause", "shift", *_ASIDES})
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
    who = _Who(headers, tei, passed)
    words = Vocabulary(
        kinds=_KINDS,
        asides=_ASIDES,
        silent=_SILENT,
        beside=_BESIDE,
        own=_OWN,
        speeches=_SPEECHES,
        voice_of=who.speaks,
        note_label=_note_label,
        pages=frozenset({"pb"}),
        lines=frozenset({"lb", "l"}),
        tokens=frozenset({"w", "pc"}),
        gaps=frozenset({"gap"}),
        time_of=who.begins,
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


class _Who:
    """Who speaks in each speech of a document: by its header, else by the label that is printed."""

    def __init__(self, headers: Iterable[Element], tei: Element, passed: Passed) -> None:
        self._passed = passed
        self._names: dict[str, tuple[str, str | None]] = {}
        self._kinds: dict[str, str] = {}
        for header in headers:
            for person in header.all("person", "org", "personGrp", "role"):
                self._names.setdefault(person.attributes.get("id", ""), _name(person))
            for category in header.all("category"):
                term = category.first("term") or category.first("catDesc")
                self._kinds[category.attributes.get("id", "")] = term.words if term else ""
        self._printed = {id(speech): words for speech, words in _labels(tei)}
        # ISO 24624 writes around each speech who says it and when.
        self._around = {id(speech): block for block in tei.all("annotationBlock") for speech in block.children}
        self._points = points(tei)

    def begins(self, element: Element) -> float | None:
        """Return when the words in an element begin, in seconds; None where nothing says it."""
        if element.name in _UNTIMED:
            return None
        at = moment(element, self._points)
        around = self._around.get(id(element)) if element.name in _SPEECHES else None
        return moment(around, self._points) if at is None and around else at

    def speaks(self, speech: Element) -> Voice | None:
        """Return who speaks in a speech; None where several do, or nobody whose name is known."""
        around = self._around.get(id(speech))
        stated = {**(around.attributes if around else {}), **speech.attributes}
        pointed = stated.get("who", "").split()
        name, role = self._names.get(pointed[0].removeprefix("#"), ("", None)) if len(pointed) == 1 else ("", None)
        printed = self._printed.get(id(speech), "")
        kinds = (k.removeprefix("#") for k in stated.get("ana", "").split())
        # "Regular" says no more than that somebody is a member.
        kind = next((self._kinds[k] for k in kinds if k != "regular" and self._kinds.get(k)), None)
        voice = speaker(name, printed if len(pointed) < 2 else "", role or kind)  # noqa: PLR2004
        self._passed.speech(len(pointed), name, voice, timed="start" in stated and self.begins(speech) is None)
        return voice


def _labels(element: Element) -> Iterator[tuple[Element, str]]:
    """Yield each speech with the label printed in or right above it."""
    above = ""
    for child in element.children:
        if child.name in _SPEECHES:
            own = next((c.words for c in child.children if c.name == "speaker"), above)
            yield child, own
            above = ""
        elif child.name == "note" and child.attributes.get("type") == "speaker":
            above = child.words
        yield from _labels(child)


def _name(person: Element) -> tuple[str, str | None]:
    """Return a person's full name and the title given with it; of several names the one still borne."""
    names = [c for c in person.children if c.name in {"persName", "orgName", "name"}]
    name = next((n for n in names if "to" not in n.attributes), names[-1] if names else person)
    kept = [c.words for kind in ("forename", "nameLink", "surname", "genName") for c in name.all(kind)]
    role = name.first("roleName")
    bare = Element(
        name.name, {}, [c for c in name.content if not (isinstance(c, Element) and c.name == "roleName")]
    )
    return " ".join(word for word in kept if word) or bare.words, role.words if role else None


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
    state("title", titles[0].words if titles else "")
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
