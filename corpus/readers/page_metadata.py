"""What a web page's own metadata says of its article: JSON-LD first, then ``<meta>`` and ``<link>``.

After schema.org's Article, the Open Graph protocol, Highwire Press tags (``citation_*``) and Dublin Core. When a
page was changed last is not when it was published, and an address that is none of the web's is no URL.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from corpus import limits
from corpus.citation import Field, Provenance, csl_date, csl_names
from corpus.dates import parse_date
from corpus.readers.page_json import Item, articles, one_line
from corpus.readers.page_remarks import metadata_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What programs that save pages write at the top: "saved from url=(0023)https://...", "url: https://...".
_SAVED: Final = re.compile(
    r"\A\s{0,200}(?:<!doctype[^>]{0,200}>\s{0,200})?(?:<html[^>]{0,2000}>\s{0,200})?<!--\s{0,20}"
    r"(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{0,20}url:\s{0,20})(?P<url>https?://[^\s<>\"]{1,2000})",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"by\s+", re.IGNORECASE)
#: The fields, each with the names of ``<meta>`` that give it, the surest first.
_META: Final = {
    "title": ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title"),
    "author": ("citation_author", "author", "dc.creator", "dcterms.creator", "article:author", "parsely-author",
               "sailthru.author"),
    "issued": ("citation_publication_date", "citation_date", "article:published_time", "og:article:published_time",
               "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "datepublished", "parsely-pub-date",
               "pubdate"),
    "container-title": ("citation_journal_title", "og:site_name"),
    "URL": ("citation_public_url", "og:url"),
    "DOI": ("citation_doi",),
    "language": ("citation_language", "dc.language", "dcterms.language"),
}  # fmt: skip
_LISTS: Final = frozenset({"citation_author", "dc.creator", "dcterms.creator", "author", "article:author"})
_MOST_META: Final = 2_000
_MOST_AUTHORS: Final = 50
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S{1,200})\Z", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
#: schema.org's kinds of article, as CSL calls them.
_TYPES: Final = {
    "newsarticle": "article-newspaper", "reportagenewsarticle": "article-newspaper", "report": "report",
    "analysisnewsarticle": "article-newspaper", "opinionnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper", "askpublicnewsarticle": "article-newspaper",
    "reviewnewsarticle": "article-newspaper", "blogposting": "post-weblog", "liveblogposting": "post-weblog",
    "scholarlyarticle": "article-journal", "medicalscholarlyarticle": "article-journal",
}  # fmt: skip


def page_fields(root: Any, text: str) -> tuple[dict[str, Field], list[str]]:  # noqa: ANN401 - lxml's element
    """Return the citation fields that a page's metadata states, and remarks on what of it could not be read.

    Args:
        root: the page's tree.
        text: its source, at whose top the program that saved it may name the address.
    """
    fields: dict[str, Field] = {}
    (items, broken), said = articles(root), _meta(root)
    stated = [*_of_items(items), *_of_links(root), *_of_meta(said), *_of_page(root, text)]
    for name, value in stated:
        if value:
            fields.setdefault(name, Field(value, Provenance.METADATA))
    dates = [
        *(item.text("datePublished") for item in items),
        *(words for name in _META["issued"] for words in said.get(name, [])),
    ]
    remarks = list(metadata_remarks(fields, dates, broken))
    return {"type": Field("webpage", Provenance.METADATA)} | fields, remarks


def window_title(root: Any) -> dict[str, Field]:  # noqa: ANN401 - lxml's element
    """Return what stands over a browser's window as a title field, for a page that names no better one."""
    title = root.find("head/title")
    words = one_line("".join(title.itertext())) if title is not None else ""
    return {"title": Field(words, Provenance.METADATA)} if words else {}


def web_address(words: object) -> str:
    """Return an address of the web, or nothing for any other: ``javascript:``, a relative one, one with blanks."""
    address = words.strip() if isinstance(words, str) else ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    plain = (
        len(address) <= limits.MAX_FIELD_CHARS and address.isprintable() and not re.search(r"[\s<>\"]", address)
    )
    return address if plain and host and parts.scheme in {"http", "https"} and parts.username is None else ""


def _of_items(items: Iterable[Item]) -> Iterator[tuple[str, object]]:
    for item in items:
        if item.is_article:  # a page's name has the site's behind it
            yield "title", item.text("headline") or item.text("name")
        yield "author", csl_names(item.names("author") or item.names("creator"))
        yield "issued", _date(item.text("datePublished"))
        yield "container-title", next(iter([*item.texts("isPartOf"), *item.texts("publisher")]), "")
        yield "URL", next((url for key in ("url", "mainEntityOfPage") if (url := web_address(item.link(key)))), "")
        yield "language", _language(item.text("inLanguage"))
        yield "type", next((_TYPES[kind] for kind in item.types if kind in _TYPES), "")


def _of_links(root: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - lxml's element
    for count, link in enumerate(root.iter("link")):
        if count >= _MOST_META:
            return
        if "canonical" in (link.get("rel") or "").lower().split():
            yield "URL", web_address(link.get("href"))


def _meta(root: Any) -> dict[str, list[str]]:  # noqa: ANN401 - lxml's element
    """Return what each name of ``<meta>`` says, in order."""
    said: dict[str, list[str]] = {}
    for count, meta in enumerate(root.iter("meta")):
        if count >= _MOST_META:
            break
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and (content := one_line(meta.get("content") or "")):
            said.setdefault(name, []).append(content)
    return said


def _of_meta(said: dict[str, list[str]]) -> Iterator[tuple[str, object]]:
    for field, names in _META.items():
        for name in names:
            contents = said.get(name, [])
            yield from ((field, _value(field, contents if name in _LISTS else contents[:1])) for _ in contents[:1])


def _value(field: str, contents: list[str]) -> object:
    first = contents[0]
    if field == "author":
        return csl_names([_BY.sub("", name, count=1) if _BY.match(name) else name
                          for name in contents[:_MOST_AUTHORS] if "://" not in name and name != "@"])  # fmt: skip
    if field == "issued":
        return _date(first.replace("/", "-"))
    if field == "URL":
        return web_address(first)
    if field == "DOI":
        found = _DOI.match(first)
        return found[1] if found else ""
    return _language(first) if field == "language" else first


def _of_page(root: Any, text: str) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - lxml's element
    yield "language", _language(root.get("lang") or "")
    saved = _SAVED.match(text)
    yield "URL", web_address(saved["url"]) if saved else ""


def _date(words: str) -> dict[str, Any] | None:
    """Return a date as CSL has it, and none where the words are not one date."""
    return csl_date(words) if parse_date(words) else None


def _language(words: str) -> str:
    return words.strip() if _LANGUAGE.match(words.strip()) else ""
