"""Saved web pages: the article as a browser shows it, without the page around it.

Which blocks are the article's is judged with trafilatura (``page_choice``); the words are the page's own
(``page_words``). What stands inside the article and is not of it, such as a box of related headlines, stays as a
leftover, which answers nothing; menus, comments and what lies outside are left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.citation import Field, Provenance
from corpus.errors import SourceEmptyError, printable
from corpus.model import BlockKind
from corpus.readers.draft import Draft
from corpus.readers.page_article import Article, article
from corpus.readers.page_choice import article_stretches
from corpus.readers.page_metadata import page_fields, web_address, window_title
from corpus.readers.page_remarks import cut_remarks
from corpus.readers.page_tree import page_text, page_tree
from corpus.readers.page_words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page, Voice
    from corpus.readers.formats import Options


def read_html(data: bytes, path: Path, options: Options) -> Page:
    """Read a saved web page.

    Raises:
        SourceError: no text in the encoding it declares, no article in it, or larger than a page is.
    """
    return page_of(page_text(data, path, options.encoding), path, options.url)


def page_of(text: str, path: Path, url: str | None = None, saved_from: str | None = None) -> Page:
    """Read a page's HTML.

    Args:
        text: its characters.
        path: the file it is in, for messages.
        url: the address that the user gave, for a page that names none of its own.
        saved_from: the address that the program which saved it wrote beside it.

    Raises:
        SourceError: see ``read_html``.
    """
    root = page_tree(text, path)
    fields, remarks = page_fields(root, text)
    for address, provenance in ((saved_from, Provenance.METADATA), (url, Provenance.USER)):
        if address and (known := web_address(address)):
            fields.setdefault("URL", Field(known, provenance))
    found = _article(root, path, fields)
    draft = Draft(path)
    voices: dict[int, Voice] = {}
    at = 0
    for para, voice in zip(found.paras, found.voices, strict=True):
        count = len(draft.paras)
        draft.put(para)
        if len(draft.paras) > count:
            voices |= {at: voice} if voice else {}
            at += len(draft.paras[-1].words) + len("\n\n")
    page = draft.page(fields, first=True, styled=found.styled)
    blocks = tuple(replace(b, voice=voices.get(b.start)) if b.kind is BlockKind.QUOTE else b for b in page.blocks)
    told = (*cut_remarks(text), *found.remarks, *remarks)
    return replace(page, blocks=blocks, fields=window_title(root) | page.fields, remarks=told)


def _article(root: Any, path: Path, fields: dict[str, Field]) -> Article:  # noqa: ANN401 - lxml's element
    words = Words()
    pieces = words.follow(root)
    title = str(fields["title"].value) if "title" in fields else None
    found = article(pieces, article_stretches(root), words.labels, title)
    if found is None:
        raise SourceEmptyError(
            f"{printable(path)} has no article in it",
            expected="a page with paragraphs that can be quoted",
            action="Open the article itself in a browser, scroll to its end, and save that page.",
        )
    return found
