"""Footnotes after The Chicago Manual of Style, 17th edition, notes and bibliography (chapter 14).

What is unknown is left out, the date too: a note has no "n.d." unless the work's other facts of publication
are there to hold it. A work without a title is described by its kind in plain words,
and by "[Document]" where nothing is known that could open the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citing.formatted import Formatted, italic, listed, plain
from corpus.citing.locator import Place
from corpus.citing.when import american
from corpus.citing.wording import double_quoted, ordinal
from corpus.citing.work import UNKNOWN, Kind

if TYPE_CHECKING:
    from corpus.citing.locator import Locator
    from corpus.citing.names import Name
    from corpus.citing.quoted import Quoted
    from corpus.citing.work import Work

_MANY = 3


def reference(work: Work) -> Formatted:
    """Return the full note without a pinpoint."""
    return in_text(work, None, None)


def in_text(work: Work, locator: Locator | None, quoted: Quoted | None) -> Formatted:
    """Return the full note; "Name, quoted in" or "Quoted in" opens it, of words quoted by another."""
    body = listed([_pinpointed(work, locator), work.link])
    opening = quoted.opening("quoted in" if quoted.name else "Quoted in") if quoted else ""
    return (plain(opening) + body).ended(".")


def people(names: tuple[Name, ...]) -> str:
    """Return names in reading order; of four or more the first, and et al. (14.76)."""
    shown = [name.natural for name in names]
    if len(shown) > _MANY:
        return f"{shown[0]} et al."
    if len(shown) > 2:  # noqa: PLR2004 - three names take the serial comma
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return " and ".join(shown)


def _pinpointed(work: Work, locator: Locator | None) -> Formatted:
    body = listed(_pieces(work))
    if locator is None:
        return body
    if work.kind is Kind.JOURNAL and work.volume and locator.place is Place.PAGE and body.text.endswith(")"):
        return body + f": {locator.shown}"
    return listed([body, _place(locator)])


def _place(locator: Locator) -> str:
    paragraphs = "paras." if locator.several else "para."
    shown = {
        Place.PAGE: locator.shown,
        Place.PARAGRAPH: f"{paragraphs} {locator.shown}",
        Place.TIME: f"at {locator.shown}",
        Place.SECTION: f"under {double_quoted(locator.shown)}",
    }
    return shown[locator.place]


def _pieces(work: Work) -> list[Formatted | str]:
    """Return the note's parts between commas, without pinpoint and link."""
    if work.kind is Kind.ENTRY and work.container and not work.authors:
        return _unsigned_entry(work)
    if work.kind is Kind.SPEECH:
        return [people(work.authors), _speech(work), *work.sources]
    head: list[Formatted | str] = [_heads(work), *_described(work), *_translated(work)]
    if work.kind.in_book:
        return [*head, *_book(work)]
    if work.kind.whole:
        return _with_facts(work, [*head, *_editors(work), *_edition(work)])
    return [*head, *_where_and_when(work)]


def _heads(work: Work) -> str:
    if work.authors or not (work.kind.whole and work.editors):
        return people(work.authors)
    return f"{people(work.editors)}, {'eds.' if len(work.editors) > 1 else 'ed.'}"


def _described(work: Work) -> list[Formatted | str]:
    title = italic(work.title) if work.kind.whole else plain(double_quoted(work.title))
    if work.kind is Kind.INTERVIEW:
        by = people(work.interviewers)
        return [title, f"interview by {by}" if by else "" if work.title else "interview"]
    if work.number and work.kind is Kind.REPORT:
        return [title, f"{_lowered(work.genre) or 'report'} no. {work.number}"]
    unknown = work.kind is Kind.OTHER or work.title
    described = _lowered(work.genre) or ("" if unknown else work.kind.value)
    return [title, described if described or _named(work) else UNKNOWN]


def _named(work: Work) -> bool:
    """Whether anything but its date and its address tells it from another work."""
    return bool(work.title or work.authors or work.container or work.publisher)


def _translated(work: Work) -> list[str]:
    return [f"trans. {people(work.translators)}"] if work.translators else []


def _where_and_when(work: Work) -> list[Formatted | str]:
    date = american(work.issued)
    if work.kind is Kind.JOURNAL and work.volume:
        issue = f", no. {work.issue}" if work.issue else ""
        return [italic(work.container) + f" {work.volume}{issue}" + (f" ({date})" if date else "")]
    if work.kind.periodical or work.kind is Kind.INTERVIEW:
        medium = _lowered(work.genre) if work.kind is Kind.INTERVIEW else ""
        return [italic(work.container), "" if work.container else work.publisher, date, medium]
    seen = f"accessed {american(work.accessed)}" if work.accessed and work.link and not date else ""
    return [*work.sources, date, seen]


def _speech(work: Work) -> Formatted:
    title = double_quoted(work.title)
    facts = listed([_lowered(work.genre) or "speech", work.event, work.event_place, american(work.issued)])
    return plain(f"{title} (") + facts + ")" if title else facts


def _book(work: Work) -> list[Formatted | str]:
    if not work.container:
        return _with_facts(work, [*_editors(work), *_edition(work)])
    return _with_facts(work, [plain("in ") + italic(work.container), *_editors(work), *_edition(work)])


def _unsigned_entry(work: Work) -> list[Formatted | str]:
    book = _with_facts(work, [italic(work.container), *_editors(work), *_edition(work)])
    return [*book, f"s.v. {double_quoted(work.title)}" if work.title else ""]


def _editors(work: Work) -> list[str]:
    at_head = work.kind.whole and not work.authors
    return [f"ed. {people(work.editors)}"] if work.editors and not at_head else []


def _edition(work: Work) -> list[str]:
    if not work.edition:
        return []
    edition = ordinal(work.edition)
    return [edition if edition == work.edition else f"{edition} ed."]


def _with_facts(work: Work, pieces: list[Formatted | str]) -> list[Formatted | str]:
    """Return a book's parts as one, with place, publisher and date in parentheses behind."""
    place = ": ".join(part for part in (work.place, work.publisher) if part)
    facts = ", ".join(part for part in (place, american(work.issued)) if part)
    body = listed(pieces)
    return [body + (f" ({facts})" if body else f"({facts})") if facts else body]


def _lowered(genre: str) -> str:
    """Return "Press release" as it stands inside a sentence."""
    return genre[:1].lower() + genre[1:] if genre[1:] == genre[1:].lower() else genre
