"""References and in-text citations in Harvard style as Cite Them Right (12th edition) sets it.

What has no date is "no date", which is this Harvard's form of n.d. Titles keep the capitals of the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citing.chicago import people
from corpus.citing.formatted import Formatted, italic, listed, plain, sentences
from corpus.citing.locator import labelled
from corpus.citing.when import british, day_month, year
from corpus.citing.wording import is_range, ordinal, single_quoted
from corpus.citing.work import Kind

if TYPE_CHECKING:
    from corpus.citing.locator import Locator
    from corpus.citing.names import Name
    from corpus.citing.quoted import Quoted
    from corpus.citing.work import Work

_MANY = 3
_NO_DATE = "no date"


def reference(work: Work) -> Formatted:
    """Return the entry of the reference list."""
    head, rest = _head(work), _body(work)
    opening = head + f"{' ' if head else ''}({year(work.issued) or _NO_DATE})"
    if not rest:
        return _with_link(opening if work.link else opening.ended("."), work)
    return _with_link(opening + " " + sentences(rest, inside=False), work)


def in_text(work: Work, locator: Locator | None, quoted: Quoted | None) -> Formatted:
    """Return the parenthetical citation; of words quoted by another, "Name, quoted in"."""
    opening = quoted.opening("quoted in") if quoted else ""
    place = labelled(locator, "paras", single_quoted) if locator else ""
    parts: list[Formatted | str] = [_who(work), year(work.issued) or _NO_DATE, place]
    return plain(f"({opening}") + listed(parts, inside=False) + ")"


def _who(work: Work) -> Formatted:
    return _several([name.surname for name in _named(work)]) or _untitled(work)


def _named(work: Work) -> tuple[Name, ...]:
    return work.authors or (work.editors if work.kind.whole else ())


def _head(work: Work) -> Formatted:
    names = _inverted(_named(work))
    if names and not work.authors:
        names += f" ({'eds' if len(work.editors) > 1 else 'ed.'})"
    return names or _untitled(work)


def _untitled(work: Work) -> Formatted:
    """Return what stands in the author's place: a newspaper's own title, else the work's, else its address."""
    if work.kind.periodical and work.container:
        return italic(work.container)
    if work.title:
        return _title(work)
    return plain(_described(work) if not work.link or work.genre else work.link)


def _described(work: Work) -> str:
    words = work.genre or work.kind.value
    return f"[{words[:1].upper()}{words[1:]}]"


def _inverted(names: tuple[Name, ...]) -> Formatted:
    return _several([name.short("") for name in names])


def _several(shown: list[str]) -> Formatted:
    """Join names; of four or more the first, and et al. in italics."""
    if len(shown) > _MANY:
        return plain(f"{shown[0]} ") + italic("et al.")
    if len(shown) > 1:
        return plain(f"{', '.join(shown[:-1])} and {shown[-1]}")
    return plain("".join(shown))


def _title(work: Work) -> Formatted:
    in_site = work.kind is Kind.PAGE and work.container
    if work.in_container or in_site or work.kind is Kind.INTERVIEW:
        return plain(single_quoted(work.title))
    return italic(work.title)


def _body(work: Work) -> list[Formatted | str]:
    """Return the sentences behind the year."""
    title_is_head = not _named(work) and not (work.kind.periodical and work.container)
    title = Formatted() if title_is_head else _title(work)
    if not work.title and _named(work) and work.kind is not Kind.OTHER:
        title = plain(_described(work))
    elif work.title and _bracket(work):
        title = title + (" " if title else "") + f"[{_bracket(work)}]"
    return [part for part in _sentences(work, title) if part]


def _bracket(work: Work) -> str:
    usual = "Speech" if work.kind is Kind.SPEECH else ""
    return "" if work.kind is Kind.REPORT and work.number else work.genre or usual


def _sentences(work: Work, title: Formatted) -> list[Formatted | str]:
    date, pages = day_month(work.issued), _pages(work)
    if work.kind is Kind.INTERVIEW:
        return [title, _interviewed(work, date, pages)]
    if work.kind.in_book:
        return [_chapter(work, title), _edition(work), listed([work.publisher, pages], inside=False)]
    if work.kind.whole:
        sources = [s for s in work.sources if s != work.author]
        return [title, _number(work), *_translated(work), _edition(work), *sources]
    if work.kind in {Kind.SPEECH, Kind.RELEASE}:
        place = listed([work.event, work.event_place], inside=False)
        return [title, place, *work.sources, date]
    if work.in_container or work.container:
        shown = italic(work.container) if _named(work) or not work.kind.periodical else Formatted()
        # A journal's volume and issue say when; a newspaper's day does.
        issue = _issue(work) if work.kind is Kind.JOURNAL else ""
        return [listed([title, shown, issue or date, pages], inside=False), *_publisher(work)]
    return [title, *work.sources]


def _publisher(work: Work) -> list[str]:
    return [] if work.kind.periodical or work.publisher in {"", work.container, work.author} else [work.publisher]


def _interviewed(work: Work, date: str, pages: str) -> Formatted:
    by = f"Interviewed by {people(work.interviewers)}" if work.interviewers else ""
    place = italic(work.container or work.publisher)
    if by and place:
        place = plain(f"{by} for ") + place
        by = ""
    return listed([by, place, date, pages], inside=False)


def _chapter(work: Work, title: Formatted) -> Formatted:
    if not work.container:
        return title
    editors = _several([name.short_natural("") for name in work.editors])
    if editors:
        editors += f" ({'eds' if len(work.editors) > 1 else 'ed.'}) "
    book = plain("in ") + editors + italic(work.container)
    return listed([title, book], inside=False)


def _issue(work: Work) -> str:
    return f"{work.volume}({work.issue})" if work.volume and work.issue else work.volume or work.issue


def _number(work: Work) -> str:
    return f"{work.genre or 'Report'} no. {work.number}" if work.kind is Kind.REPORT and work.number else ""


def _translated(work: Work) -> list[str]:
    return [f"Translated by {people(work.translators)}"] if work.translators else []


def _edition(work: Work) -> str:
    edition = ordinal(work.edition)
    return edition if edition == work.edition else f"{edition} edn"


def _pages(work: Work) -> str:
    return f"{'pp.' if is_range(work.pages) else 'p.'} {work.pages}" if work.pages else ""


def _with_link(body: Formatted, work: Work) -> Formatted:
    """Add where it is available. A DOI does not change, so that it needs no date of access."""
    seen = f" (Accessed: {british(work.accessed)})" if work.link and work.accessed and not work.doi else ""
    if not work.link or body.text.startswith(f"{work.link} ("):
        return (body + seen).ended(".")
    return (body + f" Available at: {work.link}{seen}").ended(".")
