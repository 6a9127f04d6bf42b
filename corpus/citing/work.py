"""A citation record as the styles see it: what kind of work it is, and its fields ready to print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.citing.names import Name, read_names
from corpus.citing.when import When, read_when
from corpus.citing.wording import flat, ranged, trimmed, without_stop

if TYPE_CHECKING:
    from corpus.citation import Citation


class Kind(StrEnum):
    """What a work is, in the words that describe one without a title."""

    NEWS = "newspaper article"
    MAGAZINE = "magazine article"
    JOURNAL = "journal article"
    POST = "blog post"
    PAGE = "web page"
    BOOK = "book"
    REPORT = "report"
    CHAPTER = "chapter"
    ENTRY = "entry"
    SPEECH = "speech"
    INTERVIEW = "interview"
    RELEASE = "press release"
    OTHER = "document"

    @property
    def periodical(self) -> bool:
        """Whether it appears in a newspaper, magazine, journal or blog."""
        return self in {Kind.NEWS, Kind.MAGAZINE, Kind.JOURNAL, Kind.POST}

    @property
    def in_book(self) -> bool:
        """Whether it is part of a book."""
        return self in {Kind.CHAPTER, Kind.ENTRY}

    @property
    def whole(self) -> bool:
        """Whether it is a publication of its own."""
        return self in {Kind.BOOK, Kind.REPORT}


#: What stands for a work of which nothing is known, so that no citation is empty; the brackets say it is ours.
UNKNOWN = "[Document]"
#: Kinds by CSL 1.0.2 type. Every other type that can be published by itself is cited as a book.
_KINDS = {
    Kind.NEWS: "article-newspaper", Kind.MAGAZINE: "article-magazine", Kind.JOURNAL: "article-journal review",
    Kind.POST: "post-weblog", Kind.PAGE: "webpage post", Kind.REPORT: "report thesis hearing manuscript",
    Kind.BOOK: "book pamphlet bill legislation treaty legal_case motion_picture",
    Kind.CHAPTER: "chapter paper-conference", Kind.ENTRY: "entry entry-encyclopedia entry-dictionary",
    Kind.SPEECH: "speech", Kind.INTERVIEW: "interview",
}  # fmt: skip
_BY_TYPE = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_RELEASE = re.compile(r"(?:press|news|media)[ -]?release", re.IGNORECASE)
_DOI = re.compile(r"\A(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """The fields of one record, each on one line; an empty string or tuple is what nothing states."""

    kind: Kind
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    translators: tuple[Name, ...]
    interviewers: tuple[Name, ...]
    issued: When
    accessed: When
    title: str
    container: str
    publisher: str
    place: str
    event: str
    event_place: str
    genre: str
    number: str
    edition: str
    volume: str
    issue: str
    pages: str
    doi: str
    url: str

    @classmethod
    def of(cls, citation: Citation) -> Work:
        """Read a record. A speech or interview without a date of publication has that of its event."""
        words = {name: trimmed(citation.get(csl) or "") for name, csl in _WORDS.items()}
        kind = Kind.RELEASE if _RELEASE.fullmatch(words["genre"]) else _kind(flat(citation.get("type") or ""))
        issued = read_when(citation, "issued")
        if not issued and kind in {Kind.SPEECH, Kind.INTERVIEW}:
            issued = read_when(citation, "event-date")
        words |= {"title": without_stop(words["title"]), "pages": ranged(words["pages"])}
        people = {f"{role}s": read_names(citation.get(role)) for role in _ROLES}
        return cls(kind=kind, issued=issued, accessed=read_when(citation, "accessed"), **people, **words)  # type: ignore[arg-type]

    @property
    def author(self) -> str:
        """The author where there is only one, to be compared with a publisher."""
        return self.authors[0].natural if len(self.authors) == 1 else ""

    @property
    def link(self) -> str:
        """The DOI as an address, else the URL."""
        return f"https://doi.org/{_DOI.sub('', self.doi)}" if self.doi else self.url

    @property
    def in_container(self) -> bool:
        """Whether its title is one part's beside the title of a whole."""
        return self.kind.periodical or self.kind.in_book or bool(self.kind is Kind.OTHER and self.container)

    @property
    def sources(self) -> list[str]:
        """The site and the publisher, each once, and neither when it is the author."""
        return [s for s in dict.fromkeys((self.container, self.publisher)) if s and s != self.author]


_ROLES = ("author", "editor", "translator", "interviewer")
_WORDS = {
    "title": "title", "container": "container-title", "publisher": "publisher", "place": "publisher-place",
    "event": "event-title", "event_place": "event-place", "genre": "genre", "number": "number",
    "edition": "edition", "volume": "volume", "issue": "issue", "pages": "page", "doi": "DOI", "url": "URL",
}  # fmt: skip


def _kind(csl_type: str) -> Kind:
    return _BY_TYPE.get(csl_type, Kind.OTHER)
