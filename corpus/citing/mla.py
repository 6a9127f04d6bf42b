"""Works-cited entries and in-text citations after the MLA Handbook, 9th edition (chapters 5 and 6).

What is unknown is left out: MLA has no "n.d." Two departures are deliberate. Titles keep the capitals of the
source. And a paragraph is named by its number though the source prints none, because a reader must find it.
Where neither people, title nor kind are known, "[Document]" opens the entry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.citing.chicago import people
from corpus.citing.formatted import Formatted, italic, listed, plain, sentences
from corpus.citing.locator import Place
from corpus.citing.when import mla
from corpus.citing.wording import double_quoted, is_range, ordinal
from corpus.citing.work import UNKNOWN, Kind

if TYPE_CHECKING:
    from corpus.citing.locator import Locator
    from corpus.citing.names import Name
    from corpus.citing.quoted import Quoted
    from corpus.citing.work import Work

_PAIR = 2


def reference(work: Work) -> Formatted:
    """Return the entry of the list of works cited."""
    seen = f"Accessed {mla(work.accessed)}" if work.accessed and work.link else ""
    told = work.genre if work.title else ""
    return sentences([_heads(work), _title(work), _interviewed(work), _container(work), seen, told])


def in_text(work: Work, locator: Locator | None, quoted: Quoted | None) -> Formatted:
    """Return the parenthetical citation; of words quoted by another, "qtd. in"."""
    opening = plain("(" + (quoted.opening("qtd. in", comma="") if quoted else ""))
    who = _who(work)
    if locator is None:
        return opening + who + ")"
    # A page or time follows the name without a comma, anything with a label takes one.
    if locator.place in {Place.PAGE, Place.TIME}:
        return opening + who + f" {_place(locator)})"
    return opening + listed([who, _place(locator)]) + ")"


def _place(locator: Locator) -> str:
    if locator.place is Place.PARAGRAPH:
        return f"{'pars.' if locator.several else 'par.'} {locator.shown}"
    if locator.place is Place.SECTION:
        return f"{double_quoted(locator.shown)} section"
    # Hours, minutes and seconds in two figures each: 01:02:05.
    return re.sub(r"\b\d\b", lambda m: f"0{m[0]}", locator.shown) if locator.place is Place.TIME else locator.shown


def _who(work: Work) -> Formatted:
    surnames = [name.surname for name in _shown_heads(work)]
    if len(surnames) > _PAIR:
        return plain(f"{surnames[0]} et al.")
    return plain(" and ".join(surnames)) if surnames else _title(work) or plain(_interviewed(work))


def _shown_heads(work: Work) -> tuple[Name, ...]:
    """Return who opens the entry: not a body that is also the publisher, which is named there."""
    if work.title and work.publisher and work.author == work.publisher and not work.authors[0].family:
        return ()
    return work.authors or (work.editors if work.kind.whole else ())


def _heads(work: Work) -> str:
    names = _shown_heads(work)
    if not names:
        return ""
    first = names[0].inverted()
    parted = names[0].parted
    joined = {1: first, 2: f"{first}{',' if parted else ''} and {names[-1].natural}"}
    shown = joined.get(len(names), f"{first}, et al.")
    if work.authors:
        return shown
    return f"{shown}, {'editors' if len(names) > 1 else 'editor'}"


def _title(work: Work) -> Formatted:
    if work.title:
        return italic(work.title) if _stands_alone(work) else plain(double_quoted(work.title))
    if work.kind is Kind.INTERVIEW and work.interviewers:
        return Formatted()
    described = work.genre or ("" if work.kind is Kind.OTHER else work.kind.value)
    unnamed = not described and not _shown_heads(work)
    return plain(UNKNOWN if unnamed else described[:1].upper() + described[1:])


def _interviewed(work: Work) -> str:
    return f"Interview by {people(work.interviewers)}" if work.interviewers else ""


def _stands_alone(work: Work) -> bool:
    return work.kind.whole or (work.kind is Kind.OTHER and not work.container)


def _container(work: Work) -> Formatted:
    """Return the container with all that belongs to it, between commas, in the handbook's order."""
    editors = work.editors if not (work.kind.whole and not work.authors) else ()
    pages = f"{'pp.' if is_range(work.pages) else 'p.'} {work.pages}" if work.pages else ""
    publisher = "" if work.publisher in {work.container, work.author} and _shown_heads(work) else work.publisher
    return _capital(
        [
            work.event if work.kind is Kind.SPEECH else "",
            italic(work.container),
            f"edited by {people(editors)}" if editors else "",
            f"translated by {people(work.translators)}" if work.translators else "",
            _edition(work),
            f"vol. {work.volume}" if work.volume else "",
            f"no. {work.issue or work.number}" if work.issue or work.number else "",
            "" if work.kind.periodical and work.container else publisher,
            mla(work.issued),
            work.event_place if work.kind is Kind.SPEECH else "",
            pages,
            work.link,
        ]
    )


def _capital(pieces: list[Formatted | str]) -> Formatted:
    """Join the container's parts; one of our own words that opens it takes a capital."""
    filled = [piece for piece in pieces if piece]
    first = filled[0] if filled else ""
    if isinstance(first, str) and first.startswith(("edited by ", "translated by ", "vol. ", "no. ")):
        filled[0] = first[0].upper() + first[1:]
    return listed(filled)


def _edition(work: Work) -> str:
    edition = ordinal(work.edition)
    return edition if edition == work.edition else f"{edition} ed."
