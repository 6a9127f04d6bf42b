"""Word documents, OpenDocument texts and Rich Text, part by part, with what word processors leave in them."""

from __future__ import annotations

from sources.expect import Said, aside, day, heading, item, meta, names, note, para, quote, source, text, turn
from sources.world import AMUNDRY, BERN, HASKEL, QUELL, TOLLIVER, VELD, VONN, WICK, Pen
from zipped import cites, docx, odt, rtf
from zipped import note as word_note
from zipped import para as word_para

_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def made():
    """Yield the files."""
    yield from (
        _report(),
        _tracked(),
        _hearing(),
        _plain(),
        _odt_article(),
        _odt_speech(),
        _release(),
        _rtf_speech(),
    )


def _run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _report():
    """Styles, foot- and endnotes, a list, a table, a quotation by its style and a caption."""
    pen = Pen("report")
    told = [pen.told(3) for _ in range(6)]
    title, quoted = "Report on the Anstey Mole", pen.said(2)
    row = "<w:tr>{}</w:tr>"
    cells = (("Year", "Cracks"), ("1988", "14"), ("2012", "57"))
    table = "".join(row.format("".join(f"<w:tc>{word_para(c)}</w:tc>" for c in line)) for line in cells)
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>the survey of 1988</w:t></w:r></w:hyperlink>'
    control = f"<w:sdt><w:sdtContent>{_run('Approved by the board.')}</w:sdtContent></w:sdt>"
    boxed = (
        '<w:r><w:pict><v:shape xmlns:v="v"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>'
        "</w:pict></w:r>"
    )
    linked = word_para(
        _run("See ") + link + _run(", which is still right. ") + control + boxed.format(word_para(told[5]))
    )
    body = (
        word_para(title, "Title") + word_para(f"By {HASKEL}") + word_para("12 January 2013")
        + word_para("The survey", "Heading1") + word_para(told[0]) + linked + word_para(cites("footnote", 2,
            told[1]))
        + word_para("Depths", "Heading2") + word_para(told[2] + " One of those who were there wrote:")
        + word_para(quoted, "Quote")
        + word_para("a tide gauge at each end", "", _ITEM) + word_para("a lamp on the knuckle", "", _ITEM)
        + f"<w:tbl>{table}</w:tbl>" + word_para("Table 1. Cracks wider than a coin", "Caption")
        + word_para("What remains", "Heading1") + word_para(cites("endnote", 5, told[3]) + _run(" So it stands."))
        + word_para(cites("footnote", 3, told[4]))
    )  # fmt: skip
    data = docx(
        body, core=f"<dc:title>Template for reports</dc:title><dc:creator>{HASKEL}</dc:creator>",
        footnotes=word_note("footnote", 2, "Survey of 1988, sheet 4.") + word_note("footnote", 3, "See “Depths”."),
        endnotes=word_note("endnote", 5, "The wall book is in the customs house."),
    )  # fmt: skip
    blocks = (
        aside("title", title), aside("byline", f"By {HASKEL}"), aside("date", "12 January 2013"),
        heading("The survey"), para(told[0]),
        para("See the survey of 1988, which is still right. Approved by the board."), para(told[5]),
        para(f"{told[1]}[1]", notes=("1",)), heading("Depths"),
        para(told[2] + " One of those who were there wrote:"), quote(quoted), item("a tide gauge at each end"),
        item("a lamp on the knuckle"), item("Year | Cracks"), item("1988 | 14"), item("2012 | 57"),
        aside("caption", "Table 1. Cracks wider than a coin"), heading("What remains"),
        para(f"{told[3]}[i] So it stands.", notes=("i",)), para(f"{told[4]}[2]", notes=("2",)),
        note("1", "Survey of 1988, sheet 4."), note("i", "The wall book is in the customs house."),
        note("2", "See “Depths”."),
    )  # fmt: skip
    return source("report-mole.docx", data, *blocks, title=text(title), author=text(names(HASKEL)),
                  issued=text(day(2013, 1, 12)))  # fmt: skip


def _tracked():
    """Insertions and deletions, a paragraph whose end was deleted, a move, a comment, hidden words, a field."""
    pen = Pen("tracked")
    told = [pen.told(2) for _ in range(4)]
    mark = '<w:{0} w:id="{1}" w:author="A. Clerk" w:date="2020-01-01T00:00:00Z">{2}</w:{0}>'
    gone = '<w:r><w:delText xml:space="preserve">{}</w:delText></w:r>'
    body = (
        word_para("Agreement on the Long Quay", "Title")
        + word_para(_run("The quay is ") + mark.format("del", 1, gone.format("closed")) + mark.format("ins", 2,
            _run("open"))
                    + _run(f" to all. {told[0]}"))
        + word_para(_run(told[1]), "", '<w:rPr><w:del w:id="3" w:author="A. Clerk"/></w:rPr>') + word_para(" "
            + told[2])
        + word_para(mark.format("moveFrom", 4, gone.format("The lamps burn until dawn.")))
        + word_para(mark.format("moveTo", 5, _run("The lamps burn until dawn.")) + _run(" " + told[3]))
        + word_para(_run("The crew keeps ") + _run("never seen ", "<w:vanish/>")
                    + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF crew</w:instrText></w:r>'
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + _run("the night watch")
                    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + _run(" in all weathers.")
                    + '<w:r><w:commentReference w:id="0"/></w:r>')
    )  # fmt: skip
    blocks = (
        aside("title", "Agreement on the Long Quay"), para(f"The quay is open to all. {told[0]}"),
        para(f"{told[1]} {told[2]}"), para(f"The lamps burn until dawn. {told[3]}"),
        para("The crew keeps the night watch in all weathers."),
    )  # fmt: skip
    return source("agreement-quay.docx", docx(body), *blocks, title=text("Agreement on the Long Quay"),
                  hidden=("closed", "never seen", "REF crew"))  # fmt: skip


def _hearing():
    """A hearing: bold labels in runs of their own, directions, a turn that goes on in a second paragraph."""
    pen = Pen("word hearing")
    said = [
        (BERN, pen.said(1)),
        (HASKEL, pen.said(3)),
        (None, pen.said(2)),
        (QUELL, pen.said(3)),
        (HASKEL, pen.said(2)),
    ]
    body = word_para("Hearing on the Dredging", "Title") + word_para("9 September 2014")
    blocks = [aside("title", "Hearing on the Dredging"), aside("date", "9 September 2014")]
    before = None
    for who, words in said:
        label = f"{who.upper()}:" if who else ""
        before = who or before
        body += word_para((_run(label, "<w:b/>") if label else "") + _run(f" {words}" if label else words))
        blocks.append(turn(f"{label} {words}".strip(), before))
        if not who:
            body += word_para("(Witness sworn.)")
            blocks.append(aside("leftover", "(Witness sworn.)"))
    data = docx(body, core="<dc:creator>Windows User</dc:creator>")
    return source("hearing-dredging.docx", data, *blocks, title=text("Hearing on the Dredging"),
                  issued=text(day(2014, 9, 9)))  # fmt: skip


def _plain():
    """No styles at all: the head is told by its lines; quotations in running prose."""
    pen = Pen("plain word")
    told = [pen.told(3), pen.told(2), pen.told(4)]
    own = "“We have two tugs and one crew,” said Ivo Tolliver, the warden of Lowmere. “That is not a service.”"
    late = "Petra Vonn, the ambassador of Estmark, said the talks would go on in June."
    blocks = (
        aside("title", "Two Tugs, One Crew"), aside("byline", f"By {WICK}"), aside("date", "3 April 2018"),
            para(told[0]),
        para(own, Said(TOLLIVER, "We have two tugs and one crew,"), Said(TOLLIVER, "That is not a service.")),
        para(told[1]), para(late, Said(VONN, "the talks would go on in June")), para(told[2]),
    )  # fmt: skip
    body = "".join(word_para(b.words) for b in blocks)
    data = docx(body, core="<dc:title>Document1</dc:title><dc:creator>admin</dc:creator>")
    return source("two-tugs.docx", data, *blocks, title=text("Two Tugs, One Crew"), author=text(names(WICK)),
                  issued=text(day(2018, 4, 3)))  # fmt: skip


def _odt_article():
    """OpenDocument: styles, sections, a note, a list, a comment and a tracked deletion."""
    pen = Pen("odt")
    told, quoted = [pen.told(3) for _ in range(3)], pen.said(2)
    own = "“I signed nothing,” said Bram Osterley, who owns the line. “Ask the bank.”"
    named = (
        '<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" '
        'style:family="paragraph"/>'
    )
    annotation = "<office:annotation><text:p>Is this so?</text:p></office:annotation>"
    foot = ("<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Bank book, page "
            "31.</text:p>"
            "</text:note-body></text:note>")  # fmt: skip
    gone = ('<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>struck out</text:p>'
            "</text:deletion></text:changed-region></text:tracked-changes>")  # fmt: skip
    body = (
        gone + '<text:p text:style-name="Title">The Osterley Papers</text:p>' + f"<text:p>By {WICK}</text:p>"
        + '<text:h text:outline-level="1">The bank</text:h>' + f"<text:p>{told[0]}{foot}</text:p>"
        + f'<text:p>{own}{annotation}<text:change text:change-id="c"/></text:p>'
        + f'<text:p text:style-name="Quotations">{quoted}</text:p>'
        + '<text:h text:outline-level="2">The<text:s text:c="1"/>line</text:h>' + f"<text:p>{told[1]}</text:p>"
        + "<text:list><text:list-item><text:p>two coasters</text:p></text:list-item><text:list-item><text:p>one "
          "lighter"
        "</text:p></text:list-item></text:list>" + f"<text:p>{told[2]}</text:p>"
    )  # fmt: skip
    blocks = (
        aside("title", "The Osterley Papers"), aside("byline", f"By {WICK}"), heading("The bank"),
        para(f"{told[0]}[1]", notes=("1",)),
        para(own, Said("Bram Osterley", "I signed nothing,"), Said("Bram Osterley", "Ask the bank.")),
        quote(quoted), heading("The line"), para(told[1]), item("two coasters"),
        item("one lighter"), para(told[2]), note("1", "Bank book, page 31."),
    )  # fmt: skip
    stated = "<dc:language>en-GB</dc:language><dc:creator>Last Saver</dc:creator><dc:date>2022-01-01</dc:date>"
    return source("osterley-papers.odt", odt(body, named=named, meta=stated), *blocks,
        title=text("The Osterley Papers"),
                  author=text(names(WICK)), language=meta("en-GB"), hidden=("Is this so?",
                      "struck out"))  # fmt: skip


def _odt_speech():
    """A speech whose title only the properties state, with soft page breaks and a hidden section."""
    pen = Pen("odt speech")
    said = [pen.said(3) for _ in range(4)]
    body = (
        '<text:h text:outline-level="2">Fellow citizens</text:h>' + f"<text:p>{said[0]}</text:p>"
        + f"<text:p>{said[1].replace('. ', '. <text:soft-page-break/>', 1)}</text:p>"
        + '<text:section text:name="s" text:display="none"><text:p>Do not read this part out.</text:p>'
          '</text:section>'
        + '<text:h text:outline-level="2">The ropewalk</text:h>' + f"<text:p>{said[2]}</text:p><text:p>"
                                                                   f"{said[3]}</text:p>"
    )  # fmt: skip
    blocks = (
        heading("Fellow citizens"),
        para(said[0]),
        para(said[1]),
        heading("The ropewalk"),
        para(said[2]),
        para(said[3]),
    )
    stated = f"<dc:title>Harbour Day Speech</dc:title><meta:initial-creator>{AMUNDRY}</meta:initial-creator>"
    return source("harbour-day.odt", odt(body, meta=stated), *blocks, title=meta("Harbour Day Speech"),
                  author=meta(names(AMUNDRY)), hidden=("Do not read this part out.",))  # fmt: skip


def _release():
    """Rich Text in code page 1252, with styles, a footnote, a header on each page and hidden words."""
    pen = Pen("release")
    told = [pen.told(3) for _ in range(3)]
    own = "“The tender is void,” Sanna Veld said. “We shall start again in May.”"
    foot = r"{\super\chftn{\footnote\pard\plain{\super\chftn} " + _bytes("Gazette no. 12 – supplement.") + "}}"
    body = (
        r"{\header\pard Ministry of Harbours \endash  page \chpgn\par}"
        r"\pard\s2 " + _bytes("Tender for the Dredger Is Void") + r"\par\pard " + _bytes("21 April 2019") + r"\par"
        r"\pard\s1 " + _bytes("What the ministry says") + r"\par\pard " + _bytes(own) + r"{\v not for print}\par"
        r"\pard " + _bytes(told[0]) + foot + r"\par\pard\s3 " + _bytes(told[1]) + r"\par\pard " + _bytes(told[2])
            + r"\par"
    )  # fmt: skip
    blocks = (
        aside("title", "Tender for the Dredger Is Void"), aside("date", "21 April 2019"),
            heading("What the ministry says"),
        para(own, Said(VELD, "The tender is void,"), Said(VELD, "We shall start again in May.")),
        para(f"{told[0]}[1]", notes=("1",)), quote(told[1]), para(told[2]), note("1",
            "Gazette no. 12 – supplement."),
    )  # fmt: skip
    head = r"{\info{\title Normal.dot}{\author Owner}{\creatim\yr2022\mo1\dy1}}"
    return source("tender-void.rtf", rtf(body, head=head), *blocks, title=text("Tender for the Dredger Is Void"),
                  issued=text(day(2019, 4, 21)), hidden=("not for print", "page"))  # fmt: skip


def _rtf_speech():
    r"""Rich Text with \u escapes, no styles, and paragraphs that end in \par on a line of the file's own."""
    pen = Pen("rtf speech")
    said = [pen.said(3) + extra for extra in ("", " The treaty of Hálden still binds us – naïve or not.", "", "")]
    title = "Speech at the Pilots’ Lodge"
    blocks = (aside("title", title), aside("date", "30 November 2011"), *(para(words) for words in said))
    body = "".join(r"\pard\uc1 " + _escapes(b.words) + "\\par\r\n" for b in blocks)
    return source("pilots-lodge.rtf", rtf(body), *blocks, title=text(title), issued=text(day(2011, 11, 30)))


def _bytes(words):
    return "".join(c if c.isascii() else rf"\'{c.encode('cp1252')[0]:02x}" for c in words)


def _escapes(words):
    return "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in words)
