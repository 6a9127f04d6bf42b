"""Marked-up seeds: debates in XML, a web page, and that page as a browser saves it."""

from __future__ import annotations

PARLA = """<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="QM"><persName to="2018"><surname>Dray</surname><forename>Mara</forename></persName>
<persName><surname>Quell</surname><forename>Mara</forename><roleName>Warden</roleName></persName></person>
</listPerson><listOrg><org xml:id="HC"><orgName>Harbour Council</orgName></org></listOrg></particDesc>
</profileDesc>
<encodingDesc><category xml:id="chair"><catDesc><term>Chairperson</term></catDesc></category></encodingDesc>
</teiHeader>
<TEI xml:id="s1" xml:lang="en"><teiHeader><fileDesc><titleStmt><title type="sub">Part 4</title>
<title>Sitting</title>
<author>Oda Bern</author></titleStmt><sourceDesc><bibl><idno type="URI">https://quay.example/4</idno>
<date when="2019-06-14"/></bibl></sourceDesc></fileDesc></teiHeader><text><timeline unit="s" origin="#T0">
<when xml:id="T0"/><when xml:id="T1" interval="4.5" since="#T0"/></timeline><body><div type="debateSection">
<pb n="12"/><head>On the harbour</head><note type="speaker">The chair, Mara Quell:</note>
<u who="#QM" ana="#chair">
<seg>It rained <note>(Applause)</note> all night<note place="foot" n="1">See p. 4.</note>.</seg>
<seg>We<pb n="13"/> go &amp; on.</seg><vocal><desc>laughter</desc></vocal></u>
<sp who="#XX"><speaker>Sanna Veld (clerk):</speaker><p>Yes.</p><lg><l>A wall.</l></lg></sp>
<annotationBlock who="#HC" start="#T1"><u><seg>They <gap reason="noise"/> left.<anchor synch="#T1"/></seg></u>
<spanGrp><span>so</span></spanGrp></annotationBlock>
<list><item>a rope</item></list><quote><p>A lamp.</p></quote><table><row><cell>Day</cell><cell>Tide</cell>
</row></table>
</div></body></text></TEI></teiCorpus>"""

AKOMA = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate>
<meta><identification><FRBRWork><FRBRdate date="2020-02-03" name="sitting"/><FRBRalias value="Debate"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references><TLCPerson eId="mq" href="/mq" showAs="Mara Quell"/><TLCRole eId="ch" showAs="Chair"/></references>
</meta>
<preface><p><docTitle>Harbour Debates</docTitle></p></preface><debateBody><debateSection><num>1.</num>
<heading>Tides</heading><narrative>The House met.</narrative><speech by="#mq" as="#ch">
<from>Mrs Quell (Lowmere):</from>
<p>Order<authorialNote marker="2"><p>Standing order 3.</p>
</authorialNote>, <remark>(interruption)</remark> order.</p>
</speech><scene>Oda Bern rises.</scene><question by="#at"><from>Tolliver:</from><p>When?</p></question>
<answer by="#none"><from>Oda Bern (clerk):</from><p>Now.</p></answer></debateSection></debateBody></debate>
</akomaNtoso>"""

WEB = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The Long Quay | Lantern Post</title>
<meta property="og:title" content="The Long Quay"><meta name="author" content="Mara Quell">
<meta property="article:published_time" content="2019-06-14T08:00:00Z">
<link rel="canonical" href="https://quay.example/long-quay">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The
Long Quay",
"author": [{"@type": "Person", "name": "Mara Quell"}], "datePublished": "2019-06-14"}</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>The Long Quay</h1>
<p class="byline">By Mara Quell</p>
<p>It rained all night, and nobody saw the tide come in over the mole, which the wardens had built in a dry
year.<sup><a
href="#n1">1</a></sup></p><blockquote><p>The wall will hold, as it always has.</p><cite>Warden Tolliver</cite>
</blockquote>
<p>“The wall will hold,” Warden Tolliver said on 3 May 2014.<br>“It always has.”</p><h2>Ropes</h2>
<ul><li>a rope that is longer than the quay</li><li>a lamp &amp; a night&nbsp;out</li></ul>
<table><tr><th>Day</th><th>Tide</th></tr><tr><td>one</td><td>high</td></tr></table>
<figure><img src="x.png" alt="Boats"><figcaption>Boats at rest.</figcaption></figure>
<p>ODA BERN: I call the meeting to order, and I ask the wardens to sit down where they are.</p>
<ol class="footnotes"><li id="n1">Stone by Stone, 2019. <a href="#r1">↩</a></li></ol></article>
<aside>Read more</aside><footer>© 2020 Lantern Post</footer></body></html>"""


def saved_page() -> bytes:
    """Return the page as one MIME message, with its picture, as a browser saves it."""
    body = WEB.replace("=", "=3D").encode("ascii", "xmlcharrefreplace").decode()
    return (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://quay.example/long-quay\r\n"
        "Subject: The Long Quay\r\nDate: Fri, 14 Jun 2019 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----quay"\r\n\r\n'
        "------quay\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://quay.example/long-quay\r\n\r\n{body}\r\n"
        "------quay\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Location: https://quay.example/x.png\r\n\r\niVBORw0KGgo=\r\n------quay--\r\n"
    ).encode()
