"""Saved web pages with all that stands around an article, and one saved with its pictures as MHTML."""

from __future__ import annotations

import json
import quopri

from sources.expect import (
    FURNITURE,
    Said,
    aside,
    day,
    heading,
    item,
    meta,
    names,
    note,
    para,
    quote,
    source,
    text,
    turn,
)
from sources.world import AMUNDRY, HASKEL, OSTERLEY, QUELL, TOLLIVER, WICK, Pen

from corpus.readers.suffixes import SUFFIXES

_MENU = ('<header><a href="/">The Lowmere Courier</a><nav><ul><li><a href="/news">News</a></li><li><a '
         'href="/tides">Tides</a></li>'
         '<li><a href="/subscribe">Subscribe now</a></li></ul></nav></header>')  # fmt: skip
_COOKIES = (
    '<div id="cookie-banner" role="dialog"><p>We use cookies to make this site work. By going on you accept '
    "them.</p><button>Accept</button></div>"
)
_FOOT = ('<aside class="related"><h2>More on this</h2><ul><li><a href="/1">Ice is dearer again</a></li><li><a '
         'href="/2">A bell is '
         'found</a></li></ul></aside><footer><p>© 2021 The Lowmere Courier. All rights reserved.</p><p><a '
         'href="/terms">Terms of use'
         "</a></p></footer><script>var words = 'not for readers';</script>")  # fmt: skip
_AROUND = (
    "We use cookies to make this site work.",
    "Ice is dearer again",
    "Terms of use",
    "not for readers",
    "Subscribe now",
)


def made():
    """Yield the files, once their reader is there."""
    if ".html" in SUFFIXES:
        yield from (_article(), _blog(), _speech(), _transcript())
    if ".mhtml" in SUFFIXES:
        yield _saved()


def _page(head, body, *, menu=_MENU, foot=_FOOT):
    return (f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">{head}<style>p '
            f'{{ color: #222 }}</style></head>'
            f"<body>{_COOKIES}{menu}<main>{body}</main>{foot}</body></html>\n")  # fmt: skip


def _article():
    """A newspaper's page: JSON-LD, a standfirst, a pull quote, a box of headlines, share buttons, a list."""
    pen = Pen("web article")
    told = [pen.told(4) for _ in range(5)]
    own = (
        "“The insurers have walked away,” said Bram Osterley, the owner of the line. “I would have done the same.”"
    )
    title = "Insurers Leave Lowmere"
    stated = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title,
        "datePublished": "2021-02-16T06:00:00Z",
              "dateModified": "2021-02-18T09:00:00Z", "author": [{"@type": "Person", "name": WICK},
                  {"@type": "Person", "name": "Oda Lindqvist"}],
              "publisher": {"@type": "Organization", "name": "The Lowmere Courier"}}  # fmt: skip
    head = (f"<title>{title} | The Lowmere Courier</title><link rel='canonical' "
            f"href='https://courier.example/insurers'>"
            f'<meta property="og:site_name" content="The Lowmere Courier"><script type="application/ld+json">'
            f'{json.dumps(stated)}</script>')  # fmt: skip
    body = (
        f"<article><h1>{title}</h1><p class='byline'>By <a href='/wick'>{WICK}</a> and Oda Lindqvist</p>"
        "<div class='share'><button>Share</button><button>Tweet</button></div>"
        "<figure><img src='q.jpg' alt='quay'><figcaption>The quay in February.</figcaption></figure>"
        f"<p>{told[0]}</p><p>{own}</p><h2>Who pays</h2><p>{told[1]}</p><p>{told[2]}</p>"
        f"<ul><li>hulls – none insured since January</li><li>cargo – by the week only</li></ul><p>{told[3]}</p>"
        f"<div class='newsletter'><p>Sign up for our newsletter</p></div><p>{told[4]}</p></article>"
    )
    blocks = (
        aside("title", title), aside("byline", f"By {WICK} and Oda Lindqvist"), aside("caption",
            "The quay in February."),
        para(told[0]), para(own, Said(OSTERLEY, "The insurers have walked away,"), Said(OSTERLEY,
            "I would have done the same.")),
        heading("Who pays"), para(told[1]), para(told[2]), item("hulls – none insured since January"),
        item("cargo – by the week only"), para(told[3]), para(told[4]),
        *(aside(FURNITURE, words) for words in ("Share", "Tweet", "Sign up for our newsletter")),
    )  # fmt: skip
    return source("insurers-leave.html", _page(head, body), *blocks, hidden=_AROUND, title=meta(title),
        type=meta("article-newspaper"),
                  author=meta(names(WICK, "Oda Lindqvist")), issued=meta(day(2021, 2, 16)), language=meta("en-GB"),
                  URL=meta("https://courier.example/insurers"),
                      **{"container-title": meta("The Lowmere Courier")})  # fmt: skip


def _blog():
    """A weblog's page: meta tags only, notes linked from raised numbers, a quotation, comments below."""
    pen = Pen("web blog")
    told = [pen.told(5) for _ in range(4)]
    quoted = pen.said(3)
    title = "Why the Bar Moves"
    head = (f'<title>{title} – Tide and Mud</title><meta property="og:title" content="{title}"><meta '
            f'name="author" content="{HASKEL}">'
            '<meta property="article:published_time" content="2017-09-03"><meta property="og:url" '
            'content="https://mud.example/bar">')  # fmt: skip
    body = (
        f"<div class='post'><h1 class='entry-title'>{title}</h1><div class='entry-content'>"
        f"<p>{told[0]}<sup id='r1'><a href='#n1'>1</a></sup></p><p>{told[1]}</p><blockquote><p>{quoted}</p>"
        f"</blockquote>"
        f"<h2>Two currents</h2><p>{told[2]}</p><p>{told[3]}<sup id='r2'><a href='#n2'>2</a></sup></p>"
        "<ol class='footnotes'><li id='n1'>Survey of 1911, sheet 2. <a href='#r1'>↩</a></li>"
        "<li id='n2'>Own soundings, with a pole. <a href='#r2'>↩</a></li></ol></div></div>"
        "<section id='comments'><h2>2 comments</h2><div class='comment'><p>Nonsense, the Bar never moves at "
        "all.</p></div></section>"
    )
    blocks = (
        aside("title", title), para(f"{told[0]}[1]", notes=("1",)), para(told[1]), quote(quoted),
            heading("Two currents"),
        para(told[2]), para(f"{told[3]}[2]", notes=("2",)), note("1", "Survey of 1911, sheet 2."),
        note("2", "Own soundings, with a pole."),
    )  # fmt: skip
    return source("why-the-bar-moves.html", _page(head, body, menu="<nav><a href='/'>Home</a> <a "
                                                                   "href='/about'>About me</a></nav>"),
                  *blocks, hidden=("Nonsense, the Bar", "Terms of use", "About me"), title=meta(title),
                      author=meta(names(HASKEL)),
                  issued=meta(day(2017, 9, 3)), language=meta("en-GB"), URL=meta("https://mud.example/bar"),
                      type=meta("webpage"))  # fmt: skip


def _speech():
    """A ministry's page in code page 1252, which states nothing in its head; title and date stand in the text."""
    pen = Pen("web speech")
    said = [pen.said(4) for _ in range(5)]
    title = "Speech by the Minister at the Fish Market"
    body = (f"<div id='content'><h1>{title}</h1><p>19 August 2013</p>" + "".join(f"<p>{words}</p>"
        for words in said)
            + "<p><a href='print'>Print this page</a></p></div>")  # fmt: skip
    html = (
        f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><title>"
        f"{title}</title></head><body>{_MENU}{body}{_FOOT}</body></html>"
    )
    blocks = (
        aside("title", title),
        aside("date", "19 August 2013"),
        *map(para, said),
        aside(FURNITURE, "Print this page"),
    )
    return source("fish-market-speech.html", html.encode("cp1252"), *blocks, hidden=_AROUND[1:], title=text(title),
                  issued=text(day(2013, 8, 19)), type=meta("webpage"))  # fmt: skip


def _transcript():
    """A broadcaster's transcript: names in bold in front of the words, a heading between."""
    pen = Pen("web transcript")
    said = [
        (WICK, pen.said(1)),
        (QUELL, pen.said(3)),
        (WICK, pen.said(1)),
        (TOLLIVER, pen.said(3)),
        (QUELL, pen.said(2)),
    ]
    title = "Harbour Hour: Who Owns the Quay?"
    head = (
        f'<title>{title}</title><meta property="og:title" content="{title}"><meta name="dcterms.issued" '
        f'content="2018-04-12">'
    )
    body = (
        f"<article><h1>{title}</h1>"
        + "".join(f"<p><strong>{who.upper()}:</strong> {words}</p>" for who, words in said)
        + "</article>"
    )
    blocks = (aside("title", title), *(turn(f"{who.upper()}: {words}", who) for who, words in said))
    return source("harbour-hour.html", _page(head, body), *blocks, hidden=_AROUND, title=meta(title),
        language=meta("en-GB"),
                  issued=meta(day(2018, 4, 12)), type=meta("webpage"))  # fmt: skip


def _saved():
    """A page as Chromium saves it: quoted-printable parts, a picture that is not read."""
    pen = Pen("web saved")
    told = [pen.told(4) for _ in range(4)]
    own = "“A town without a ferry is an island,” Lise Amundry said. “Ask anybody on the night shift.”"
    title = "A Town without a Ferry"
    head = (
        f'<title>{title}</title><meta property="og:title" content="{title}"><meta name="author" content="{WICK}">'
    )
    body = (
        f"<article><h1>{title}</h1><p>{told[0]}</p><p>{own}</p><p>{told[1]}</p><h2>The night shift</h2><p>"
        f"{told[2]}</p><p>{told[3]}</p></article>"
    )
    html = quopri.encodestring(_page(head, body).encode()).decode()
    data = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/ferry\nSubject: A Town "
        "without a Ferry\n"
        "Date: Tue, 4 Jan 2022 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: "
        'multipart/related;\n\ttype="text/html";\n'
        '\tboundary="----Edge--7f"\n\n------Edge--7f\nContent-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\n'
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: https://courier.example/ferry\n\n{html}\n"
        "------Edge--7f\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: "
        "https://courier.example/q.png\n\n"
        "iVBORw0KGgo=\n------Edge--7f--\n"
    )
    blocks = (
        aside("title", title), para(told[0]),
        para(own, Said(AMUNDRY, "A town without a ferry is an island,"), Said(AMUNDRY,
            "Ask anybody on the night shift.")),
        para(told[1]), heading("The night shift"), para(told[2]), para(told[3]),
    )  # fmt: skip
    return source("town-without-ferry.mhtml", data.replace("\n", "\r\n"), *blocks, hidden=_AROUND,
        title=meta(title),
                  author=meta(names(WICK)), language=meta("en-GB"), URL=meta("https://courier.example/ferry"),
                      type=meta("webpage"))  # fmt: skip
