"""The list of documents and a document's head, as HTML."""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING, Final

from corpus.citing import Style, cite
from corpus.citing.names import read_names
from corpus.citing.records.fields import date_text
from corpus.model import BlockKind
from ui import strings
from ui.render.elements import copy_button, element, fold, link, said
from ui.render.quoted import file_name, italics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.citation import Citation
    from corpus.model import Document, DocumentSummary
    from qa.layout import Page

_MOST_SECTIONS: Final = 400
STYLES: Final = {
    Style.APA: strings.TRAY_APA,
    Style.CHICAGO: strings.TRAY_CHICAGO,
    Style.HARVARD: strings.TRAY_HARVARD,
    Style.MLA: strings.TRAY_MLA,
}


def shelf(shown: Sequence[DocumentSummary], first: int, count: int, *, searched: bool) -> str:
    """Return the list of documents.

    Args:
        shown: a page of it.
        first: the number of the first one shown, from 1.
        count: how many there are in all.
        searched: whether anything was looked for.
    """
    if not count:
        return said("p", "or-doc-count", strings.DOC_NONE if searched else strings.DOC_EMPTY, 'role="status"')
    many = strings.DOC_SHOWN.format(first=first, last=first + len(shown) - 1, count=count)
    told = said("p", "or-doc-count", many if count > 1 else strings.DOC_ONE_SHOWN, 'role="status"')
    heads = (
        strings.DOC_TITLE, strings.DOC_DATE, strings.DOC_AUTHOR, strings.DOC_PASSAGES, strings.DOC_SPEAKERS,
        strings.DOC_FILE,
    )  # fmt: skip
    return told + table(strings.DOC_LIST, heads, [_row(s) for s in shown])


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table.

    Args:
        caption: what it shows, for screen readers.
        heads: a word for each column.
        rows: for each row its cells, which are HTML already.
    """
    top = element("tr", "", "".join(said("th", "", head, 'scope="col"') for head in heads))
    lines = [
        element("tr", "", "".join(_cell(head, cell) for head, cell in zip(heads, row, strict=True)))
        for row in rows
    ]
    inner = said("caption", "or-hidden", caption) + element("thead", "", top)
    return element("table", "or-table", inner + element("tbody", "", "".join(lines)))


def _cell(head: str, cell: str) -> str:
    # On a phone a row is a card, and each value says what it is.
    return element("td", "", element("span", "or-value", cell), f'data-label="{escape(head)}"')


def _row(summary: DocumentSummary) -> tuple[str, ...]:
    citation = summary.citation
    return (
        link(citation.title or strings.DOC_NO_TITLE, "document", summary.id, "or-link or-doc-title"),
        said("span", "or-doc-date", date_of(citation) or strings.DOC_NO_DATE),
        escape(authors_of(citation) or strings.DOC_NO_AUTHOR),
        str(summary.passages),
        str(summary.speakers),
        escape(", ".join(dict.fromkeys(map(file_name, summary.sources)))),
    )


def head(document: Document, page: Page, speakers: int) -> str:
    """Return what stands above a document: its title, what is known of it, its sections."""
    citation = document.citation
    parts = [authors_of(citation), date_of(citation) or strings.DOC_NO_DATE]
    parts += [str(citation.get("container-title") or ""), file_name(document.source)]
    parts.append(strings.DOC_COUNTS.format(passages=len(document.passages), speakers=speakers))
    return (
        said("h2", "or-doc-name", document.title or strings.DOC_NO_TITLE, 'dir="auto"')
        + said("p", "or-where", " · ".join(part for part in parts if part))
        + _outline(document)
        + pages(document, page)
    )


def _outline(document: Document) -> str:
    """Return the sections, each a link to its first passage."""
    starts = [p.start for p in document.passages]
    found = [
        (document.text[a.start : a.end], document.passages[below].id)
        for a in document.asides
        if a.kind is BlockKind.HEADING and (below := bisect_left(starts, a.end)) < len(starts)
    ]
    if not found:
        return ""
    shown = found[:_MOST_SECTIONS]
    items = [element("li", "", link(" ".join(words.split()), "read", place)) for words, place in shown]
    if len(found) > len(shown):
        items.append(said("li", "", strings.DOC_MORE_SECTIONS.format(count=len(found) - len(shown))))
    return fold(strings.DOC_SECTIONS.format(count=len(found)), element("ol", "or-doc-outline", "".join(items)))


def pages(document: Document, page: Page) -> str:
    """Return which part of a long document is shown, with links to the parts beside it."""
    if page.count == 1:
        return ""
    shown = strings.DOC_PAGES.format(
        first=page.passages[0].paragraph, last=page.passages[-1].paragraph, count=document.passages[-1].paragraph
    )
    earlier = link(strings.DOC_EARLIER, "read", page.earlier.id) if page.earlier else ""
    later = link(strings.DOC_LATER, "read", page.later.id) if page.later else ""
    inner = earlier + said("span", "", shown) + later
    return element("nav", "or-doc-pages", inner, f'aria-label="{escape(strings.DOC_PAGE_NAV)}"')


def citations(told: str, citation: Citation) -> str:
    """Return a record's reference in each style, below a sentence of ours, if any."""
    rows = []
    for style, name in STYLES.items():
        reference = cite(citation, style).reference
        cell = element("cite", "", italics(reference)) + copy_button(strings.COPY, reference.text)
        rows.append(element("dt", "", escape(name)) + element("dd", "", cell))
    opening = said("p", "or-doc-told", told, 'role="status"') if told else ""
    return opening + element("dl", "or-doc-cited", "".join(rows))


def told(sentence: str) -> str:
    """Return a sentence that says what was done."""
    return said("p", "or-doc-told", sentence, 'role="status"')


def date_of(citation: Citation) -> str:
    """Return the date of publication in ISO 8601, or the words that stand for one; empty where nothing does."""
    return date_text(citation.get("issued") or {})


def authors_of(citation: Citation) -> str:
    """Return the authors' names in their natural order, parted by commas."""
    return ", ".join(name.natural for name in read_names(citation.get("author")))
