"""Web pages as sites make them, with invented people, and what is in each of them."""

from __future__ import annotations

import json
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from itertools import pairwise
from pathlib import Path

from corpus.citation import Citation
from corpus.readers.formats import Options
from corpus.readers.mhtml import read_mhtml
from corpus.readers.web import read_html

OPEN = "The harbour will stay open all winter, Warden Tolliver told the council on Monday."
LAMPS = "She would not say who pays for the lamps, which have burned since the autumn before last."
BOATS = "We have forty boats, and room for sixty more of them in the outer basin."
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
FOOT = '<footer><p>© 2020 The Long Quay. All rights reserved.</p><p><a href="/contact">Contact us</a></p></footer>'
ARTICLE = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour open all winter",
    "datePublished": "2019-05-02T08:00:00+02:00", "author": {"@type": "Person", "name": "Oda Q. Bern"},
    "publisher": {"@type": "Organization", "name": "The Long Quay"},
}  # fmt: skip


def page(article, *, head="", title="Harbour open all winter | The Long Quay", before=MENU, after=FOOT):
    """Return a page's HTML: an article between a menu and a foot."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{before}{article}{after}</body></html>"
    )


def json_ld(*items):
    """Return the scripts that hold these objects."""
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


def read(html, **said):
    """Read a page's HTML, in this process."""
    data = html if isinstance(html, bytes) else html.encode()
    return read_html(data, Path("a.html"), Options(**said))


def archive(html, *, charset="utf-8", packing="base64", location="https://quay.example/open", encoding=None):
    """Return a page and a picture as a browser saves them in one file."""
    whole = MIMEMultipart("related", type="text/html")
    whole["Snapshot-Content-Location"] = location
    part = MIMENonMultipart("text", "html", charset=charset)
    part["Content-Location"] = location
    part.set_payload(html.encode(encoding or charset), charset)
    if packing == "quoted-printable":
        part.replace_header("Content-Transfer-Encoding", packing)
        import quopri

        part.set_payload(quopri.encodestring(html.encode(encoding or charset)).decode("ascii"))
    picture = MIMENonMultipart("image", "png")
    picture["Content-Transfer-Encoding"] = "base64"
    picture.set_payload("iVBORw0KGgo=")
    for one in (part, picture):
        whole.attach(one)
    return whole.as_bytes()


def read_archive(data, **said):
    """Read an archive, in this process."""
    return read_mhtml(data, Path("a.mhtml"), Options(**said))


def said(read_page, *kinds):
    """Return the words of a page's blocks, of these kinds or of all."""
    return [b.of(read_page.text) for b in read_page.blocks if not kinds or str(b.kind) in kinds]


def shown(read_page):
    """Return each block as its kind and its words."""
    return [(str(b.kind), b.of(read_page.text)) for b in read_page.blocks]


def field(read_page, name):
    """Return a field's value and who says so."""
    one = read_page.fields.get(name)
    return one and (one.value, one.provenance.name)


def citation(read_page):
    """Return the citation record."""
    return Citation.of(read_page.fields)


def keeps_its_promises(read_page):
    """Check what every page promises."""
    blocks, text = read_page.blocks, read_page.text
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(b.of(text).strip() == b.of(text) for b in blocks)
    labels = {b.label for b in blocks if str(b.kind) == "note"}
    assert all(note in labels for b in blocks for note in b.notes)
    text.encode()
