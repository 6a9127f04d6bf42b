"""References and in-text citations after the Publication Manual of the APA, 7th edition (chapters 8 to 10).

One departure is deliberate: titles keep the capitals of the source, where APA asks for sentence case, because
which capitals belong to names cannot be told from the title alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citing.formatted import Formatted, italic, listed, plain, sentences
from corpus.citing.locator import labelled
from corpus.citing.when import year, year_first
from corpus.citing.wording import double_quoted, is_range, ordinal
from corpus.citing.work import Kind

if TYPE_CHECKING:
    from corpus.citing.locator import Locator
    from corpus.citing.names import Name
    from corpus.citing.quoted import Quoted
    from corpus.citing.work import Work

#: More authors than this are cut after the nineteenth (9.8).
_MANY = 20
_NO_DATE = "n.d."
#: Kinds that get the year alone, not the day.
_BY_YEAR = frozenset({Kind.BOOK, Kind.REPORT, Kind.CHAPTER, Kind.ENTRY, Kind.JOURNAL})


def reference(work: Work) -> Formatted:
    """Return the entry of the reference list. No full stop follows a link (9.35)."""
    date = plain(f"({(year if work.kind in _BY_YEAR else year_first)(work.issued) or _NO_DATE})")
    heads = _heads(work)
    front = [heads, date, _title(work)] if heads else [_title(work), date]
    body = sentences([*front, *_source(work)])
    return body + f" {work.link}" if work.link else body


def in_text(work: Work, locator: Locator | None, quoted: Quoted | None) -> Formatted:
    """Return the parenthetical citation; of words quoted by another, "Name, as cited in" (8.6)."""
    opening = quoted.opening("as cited in") if quoted else ""
    place = labelled(locator, "paras.") if locator else ""
    parts: list[Formatted | str] = [_who(work), year(work.issued) or _NO_DATE, place]
    return plain(f"({opening}") + listed(parts) + ")"


def _who(work: Work) -> Formatted:
    surnames = [name.surname for name in work.authors or (work.editors if work.kind.whole else ())]
    if len(surnames) > 2:  # noqa: PLR2004 - from three authors on
        return plain(f"{surnames[0]} et al.")
    if surnames:
        return plain(" & ".join(surnames))
    if not work.title:
        return plain(_described(work))
    return plain(double_quoted(work.title)) if work.in_container else italic(work.title)


def _heads(work: Work) -> str:
    if work.authors or not (work.kind.whole and work.editors):
        return _inverted(work.authors)
    return f"{_inverted(work.editors)} ({'Eds.' if len(work.editors) > 1 else 'Ed.'})"


def _inverted(names: tuple[Name, ...]) -> str:
    shown = [name.short() for name in names]
    if len(shown) > _MANY:
        return f"{', '.join(shown[: _MANY - 1])}, . . . {shown[-1]}"
    if len(shown) < 2:  # noqa: PLR2004 - one name or none
        return "".join(shown)
    # Two bodies stand without a comma between them; it sets initials off, and bodies have none.
    comma = "," if len(shown) > 2 or names[0].parted else ""  # noqa: PLR2004
    return f"{', '.join(shown[:-1])}{comma} & {shown[-1]}"


def _title(work: Work) -> Formatted:
    if not work.title:
        return plain(_described(work)) + ("" if work.interviewers else _numbered(work))
    title = plain(work.title) if work.in_container else italic(work.title)
    bracket = _bracket(work)
    return title + _numbered(work) + (f" [{bracket}]" if bracket else "")


def _described(work: Work) -> str:
    words = work.genre or work.kind.value
    by = f" by {_natural(work.interviewers)}" if work.interviewers else ""
    return f"[{words[:1].upper()}{words[1:]}{by}]"


def _bracket(work: Work) -> str:
    """Return the description that stands behind titles of less usual works (9.21)."""
    if work.kind is Kind.REPORT and work.number:
        return ""
    usual = "" if work.kind not in {Kind.SPEECH, Kind.INTERVIEW} else work.kind.value.capitalize()
    return work.genre or usual


def _numbered(work: Work) -> Formatted:
    """Return what stands in parentheses behind a title: other people, edition, volume or report number."""
    parts = [_role(work.interviewers, "Interviewer", "Interviewers"), _role(work.translators, "Trans.", "Trans.")]
    if work.kind is Kind.REPORT and work.number:
        parts.append(f"{work.genre or 'Report'} No. {work.number}")
    if work.kind.whole:
        parts += [_edition(work), f"Vol. {work.volume}" if work.volume else ""]
    shown = "; ".join(part for part in parts if part)
    return plain(f" ({shown})" if shown else "")


def _role(names: tuple[Name, ...], one: str, several: str) -> str:
    return f"{_natural(names)}, {several if len(names) > 1 else one}" if names else ""


def _natural(names: tuple[Name, ...]) -> str:
    shown = [name.short_natural() for name in names]
    if len(shown) > 2:  # noqa: PLR2004 - three names take the serial comma
        return f"{', '.join(shown[:-1])}, & {shown[-1]}"
    return " & ".join(shown)


def _edition(work: Work) -> str:
    edition = ordinal(work.edition)
    return edition if edition == work.edition else f"{edition} ed."


def _source(work: Work) -> list[Formatted | str]:
    if work.kind.in_book:
        return [_book(work), work.publisher if work.publisher != work.author else ""]
    if work.kind is Kind.SPEECH:
        return [listed([work.event, work.event_place]), *work.sources]
    if not work.in_container:
        return list(work.sources)
    volume = italic(work.volume) + (f"({work.issue})" if work.issue else "")
    return [listed([italic(work.container or work.publisher), volume, work.pages])]


def _book(work: Work) -> Formatted:
    editors = _role(work.editors, "(Ed.)", "(Eds.)").replace(", (Ed", " (Ed")
    pages = f"{'pp.' if is_range(work.pages) else 'p.'} {work.pages}" if work.pages else ""
    volume = f"Vol. {work.volume}" if work.volume else ""
    facts = ", ".join(part for part in (_edition(work), volume, pages) if part)
    if not work.container:
        return plain(f"({facts})" if facts else "")
    book = listed([editors, italic(work.container)])
    return plain("In ") + book + (f" ({facts})" if facts else "")
