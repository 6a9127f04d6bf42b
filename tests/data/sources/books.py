"""E-books: EPUB 3 with a contents list, linked notes and printed pages; EPUB 2 as converters write it."""

from __future__ import annotations

from sources.expect import FURNITURE, aside, day, heading, item, meta, names, note, para, quote, source
from sources.world import BERN, HASKEL, VELD, Pen
from zipped import epub


def made():
    """Yield the files."""
    yield from (_memoir(), _collection())


def _memoir():
    pen = Pen("memoir")
    said = [pen.said(4) for _ in range(6)]
    nav = '<nav epub:type="toc"><h1>Contents</h1><ol><li><a href="c2.xhtml">The lamp</a></li></ol></nav>'
    one = (
        '<section epub:type="chapter"><span epub:type="pagebreak" id="p9" title="9"/><h1>The lamp</h1>'
        f'<p>{said[0]}<a epub:type="noteref" href="c4.xhtml#n1">1</a></p>'
        f'<p>{said[1]}<span epub:type="pagebreak" id="p10" title="10"/> It was ours.</p><p>{said[2]}</p></section>'
    )
    two = (
        '<section epub:type="chapter"><span epub:type="pagebreak" id="p11" title="11"/><h1>The wall</h1>'
        f"<p><span class='dropcap'>{said[3][0]}</span>{said[3][1:]}</p><h2>Winter</h2><p>Fog&#160;on the "
        f"Bar,<br/>fog &amp; no bell.</p><blockquote><p>{said[4]}</p></blockquote><ul><li>a bell</li><li>a "
        f"boat-hook</li></ul>"
        f'<figure><img src="w.jpg" alt="wall"/><figcaption>The wall in winter.</figcaption></figure><p>'
        f"{said[5]}</p></section>"
    )
    notes = (
        '<section epub:type="footnotes"><h1>Notes</h1><aside id="n1" epub:type="footnote"><p>Lights Office, log '
        "14.</p></aside></section>"
    )
    stated = (
        '<dc:title>A Warden’s Years</dc:title><dc:creator id="a">Ivo Tolliver</dc:creator>'
        "<dc:language>en</dc:language>"
        "<dc:publisher>Cotter Press</dc:publisher><dc:date>2009-10-01</dc:date>"
        '<meta property="dcterms:modified">2021-05-05T00:00:00Z</meta>'
    )
    blocks = (
        aside(FURNITURE, "Contents"), aside(FURNITURE, "The lamp"), heading("The lamp"),
        para(f"{said[0]}[1]", page="9", notes=("1",)), para(f"{said[1]} It was ours.", page="9"),
        para(said[2], page="10"), heading("The wall"), para(said[3], page="11"), heading("Winter"),
        para("Fog\u00a0on the Bar,\nfog & no bell.", page="11"), quote(said[4], page="11"),
        item("a bell", page="11"), item("a boat-hook", page="11"), aside("caption", "The wall in winter."),
        para(said[5], page="11"), heading("Notes"), note("1", "Lights Office, log 14."),
    )  # fmt: skip
    return source("wardens-years.epub", epub(nav, one, two, notes, metadata=stated, nav=1), *blocks,
                  title=meta("A Warden’s Years"), author=meta(names("Ivo Tolliver")), language=meta("en"),
                  publisher=meta("Cotter Press"), issued=meta(day(2009, 10, 1)))  # fmt: skip


def _collection():
    pen = Pen("collection")
    told = [pen.told(4) for _ in range(5)]
    title = "Papers of the Harbour Reform"
    cover = f'<h1 class="title">{title}</h1><p class="author">Edited by Oda Bern</p>'
    one = (
        f'<h2>I. Stone</h2><p class="indent">{told[0]}</p><div class="quote"><p>{told[1]}</p></div><p>'
        f"{told[2]}</p>"
    )
    two = (
        f"<h2>II. Water</h2><p>{told[3]}</p><table><tr><th>Basin</th><th>Feet</th></tr><tr><td>Inner</td>"
        f"<td>7</td></tr></table><p>{told[4]}</p>"
    )
    stated = (
        f'<dc:title>{title}</dc:title><dc:creator opf:role="aut">{VELD}</dc:creator><dc:creator opf:role="aut">'
        f"{HASKEL}</dc:creator>"
        f'<dc:contributor opf:role="edt">{BERN}</dc:contributor><dc:contributor opf:role="bkp">a '
        f"converter</dc:contributor>"
        '<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1994</dc:date>'
        '<dc:identifier opf:scheme="ISBN">9780306406157</dc:identifier>'
    )
    blocks = (
        aside(FURNITURE, title), aside(FURNITURE, "Edited by Oda Bern"), heading("I. Stone"), para(told[0]),
            quote(told[1]),
        para(told[2]), heading("II. Water"), para(told[3]), item("Basin | Feet"), item("Inner | 7"), para(told[4]),
    )  # fmt: skip
    guide = '<reference type="title-page" href="text/c1.xhtml"/>'
    data = epub(cover, one, two, metadata=stated, guide=guide, version="2.0")
    return source("harbour-reform.epub", data, *blocks, title=meta(title), author=meta(names(VELD, HASKEL)),
                  editor=meta(names(BERN)), issued=meta(day(1994)), ISBN=meta("9780306406157"))  # fmt: skip
