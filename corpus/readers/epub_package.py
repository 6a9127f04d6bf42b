"""An e-book's own papers: where its package is, which chapters it has, who wrote it, and what is locked."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from corpus import limits
from corpus.citation import Field, Provenance, csl_date, csl_names
from corpus.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

#: MARC relator codes, as packages use them, and the CSL field they mean. Who has no role is an author.
_ROLES: Final = {"": "author", "aut": "author", "edt": "editor", "trl": "translator", "ivr": "interviewer"}
#: Events of EPUB 2 that a date may be of; a file's own making is none of them.
_PUBLISHED: Final = frozenset({"", "publication", "original-publication", "issued"})
_ISBN: Final = re.compile(r"(?:urn:)?(?:isbn[:\s]*)?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx])", re.IGNORECASE)
_DAY: Final = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")
#: calibre writes the year 101 where it knows none.
_FIRST_YEAR: Final = "1000"
#: What the chapters of a book are.
CHAPTERS: Final = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
#: Ways of scrambling fonts, which lock nothing up.
_FONTS_ONLY: Final = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})


@dataclass(slots=True)
class Container:
    """Follows ``META-INF/container.xml``."""

    package: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note the first package."""
        if name == "rootfile" and self.package is None and attributes.get("full-path"):
            self.package = posixpath.normpath(attributes["full-path"]).lstrip("/")

    def end(self, name: str) -> None:
        """Nothing hangs on it."""

    def words(self, text: str) -> None:
        """Nor on words."""


@dataclass(slots=True)
class Encryption:
    """Follows ``META-INF/encryption.xml``."""

    locked: set[str] = field(default_factory=set)
    _method: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note what is encrypted, if it is more than a font."""
        if name == "enc:EncryptedData":
            self._method = ""
        elif name == "enc:EncryptionMethod":
            self._method = self._method or attributes.get("Algorithm", "")
        elif name == "enc:CipherReference" and self._method not in _FONTS_ONLY:
            self.locked.add(posixpath.normpath(unquote(attributes.get("URI", ""))).lstrip("/"))

    def end(self, name: str) -> None:
        """Nothing hangs on it."""

    def words(self, text: str) -> None:
        """Nor on words."""


@dataclass(slots=True)
class _Said:
    """One element of the metadata."""

    name: str
    own: dict[str, str]
    text: str = ""
    role: str = ""
    title_type: str = ""

    @property
    def line(self) -> str:
        """The words on one line."""
        return " ".join(self.text.split())


class Package:
    """Follows the package document."""

    def __init__(self, name: str) -> None:
        self.roles: dict[str, str] = {}  # of each file, what the EPUB 2 guide calls it
        self._folder = posixpath.dirname(name)
        self._items: dict[str, tuple[str, str, str]] = {}
        self._spine: list[str] = []
        self._said: list[_Said] = []
        self._open: _Said | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow an opening tag."""
        if name == "opf:item":
            found = self._place(attributes), attributes.get("media-type", ""), attributes.get("properties", "")
            self._items[attributes.get("id", "")] = found
        elif name == "opf:itemref":
            self._spine.append(attributes.get("idref", ""))
        elif name == "opf:reference":
            self.roles.setdefault(self._place(attributes), attributes.get("type", "").lower())
        elif (name.startswith("dc:") or name == "opf:meta") and len(self._said) < _MOST_SAID:
            self._open = _Said(name, attributes, role=attributes.get("opf:role", ""))
            self._said.append(self._open)

    def end(self, name: str) -> None:
        """Follow a closing tag."""
        if self._open is not None and name == self._open.name:
            self._open = None

    def words(self, text: str) -> None:
        """Take the metadata's words."""
        if self._open is not None:
            self._open.text = (self._open.text + text)[: limits.MAX_FIELD_CHARS]

    def chapters(self) -> Iterator[tuple[str, str]]:
        """Yield the files in reading order, each once, with their media types; the contents list apart."""
        for item in dict.fromkeys(self._spine):
            name, kind, properties = self._items.get(item, ("", "", ""))
            if "nav" in properties.split():
                self.roles.setdefault(name, "toc")
            yield name, kind

    def unlisted(self) -> list[str]:
        """Return the files of text that the reading order leaves out, but for contents lists and covers."""
        listed = {self._items[item][0] for item in self._spine if item in self._items}
        found = {
            name: None
            for name, kind, properties in self._items.values()
            if kind in CHAPTERS
            and name not in listed
            and name not in self.roles
            and "nav" not in properties.split()
        }
        return list(found)

    def date(self) -> str:
        """Return the date of publication as it is written, empty where none is."""
        dates = (said for said in self._said if said.name == "dc:date" and said.line)
        return next((said.line for said in dates if said.own.get("opf:event", "") in _PUBLISHED), "")

    def title(self) -> str:
        """Return the book's title, empty where none is stated."""
        self._refine()
        titles = [said for said in self._said if said.name == "dc:title" and said.line]
        main = [said for said in titles if said.title_type == "main"] or titles
        return main[0].line if main else ""

    def fields(self) -> dict[str, Field]:
        """Return the citation fields that the package states."""
        values: dict[str, Any] = {"title": self.title()}
        for said in self._said:
            line = said.line
            if not line:
                continue
            if (said.name == "dc:creator" and said.role in _ROLES) or (
                said.name == "dc:contributor" and said.role and said.role in _ROLES
            ):
                values.setdefault(_ROLES[said.role], []).extend(csl_names([line]))
            elif said.name in {"dc:publisher", "dc:language"}:
                values.setdefault(said.name[3:], line)
            elif said.name == "dc:date" and (date := _date(said)):
                values.setdefault("issued", csl_date(date))
            elif said.name == "dc:identifier" and (isbn := _isbn(said)):
                values.setdefault("ISBN", isbn)
        return {name: Field(value, Provenance.METADATA) for name, value in values.items() if value}

    def _place(self, attributes: dict[str, str]) -> str:
        href = unquote(attributes.get("href", "").partition("#")[0])
        return posixpath.normpath(posixpath.join(self._folder, href))

    def _refine(self) -> None:
        """Carry over what EPUB 3 says of an element in another one."""
        by_id = {said.own["id"]: said for said in self._said if "id" in said.own}
        for meta in self._said:
            about = by_id.get(meta.own.get("refines", "").lstrip("#"))
            if about is None or meta.name != "opf:meta":
                continue
            if meta.own.get("property") == "role":
                about.role = meta.line
            elif meta.own.get("property") == "title-type":
                about.title_type = meta.line


_MOST_SAID: Final = 1_000


def _date(said: _Said) -> str | None:
    """Return the day of publication: EPUB 2 dates may be of other events, EPUB 3 has this one alone."""
    day = _DAY.fullmatch(said.line)
    if day is None or said.own.get("opf:event", "") not in _PUBLISHED or day[1] < _FIRST_YEAR:
        return None
    return day[1] if parse_date(day[1]) else None


def _isbn(said: _Said) -> str | None:
    """Return an ISBN where the identifier says that it is one."""
    named = said.own.get("opf:scheme", "").lower() == "isbn" or "isbn" in said.line.lower()
    found = _ISBN.fullmatch(said.line)
    return found[1] if found and named else None
