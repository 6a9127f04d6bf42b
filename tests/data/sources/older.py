"""Shapes of older and rougher files: books typed in, rolling captions, plays, contents pages, tables as layout."""

from __future__ import annotations

import csv
import io
import textwrap

from pdf_writer import pdf
from sources.expect import (
    FURNITURE,
    Said,
    Source,
    aside,
    day,
    doc,
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
)  # fmt: skip
from sources.flow import Flow
from sources.world import BERN, HASKEL, QUELL, VELD, VONN, Pen
from zipped import cites, docx, odt
from zipped import note as word_note
from zipped import para as word_para


def made():
    """Yield the files."""
    yield from (_typed_book(), _press(), _wire(), _contents(), _assembly(), _rolling(), _subbed())
    yield from (_layout(), _odt_tables(), _play(), _ledger())


def _typed_book():
    """A book typed in: wrapped lines, chapters in capitals, blank lines between paragraphs."""
    pen = Pen("typed")
    told = [textwrap.fill(pen.told(6), 70) for _ in range(6)]
    rows = (aside("title", "The Lamps of Carrow"), heading("CHAPTER I"), heading("THE FIRST LAMP"), *map(para,
        told[:3]),
            heading("CHAPTER II"), heading("THE FLOOD"), *map(para, told[3:]))  # fmt: skip
    return source(
        "lamps-of-carrow.txt", "\n\n\n".join(b.words for b in rows), *rows, title=text("The Lamps of Carrow")
    )


def _press():
    """A press conference: the one who answers is named, those who ask are not."""
    pen = Pen("press")
    rows = [aside("title", "Press Conference on the Dredger"), aside("date", "3 February 2020")]
    for n in range(4):
        asked = ("When will the dredger come?", "And the cost?", "Who signed?", "Will you resign, Minister?")[n]
        rows += [turn(f"QUESTION: {asked}"), turn(f"MINISTER VELD: {pen.said(3)}", "MINISTER VELD")]
    return source("press-dredger.txt", "\n\n".join(b.words for b in rows), *rows,
                  title=text("Press Conference on the Dredger"), issued=text(day(2020, 2, 3)))  # fmt: skip


def _wire():
    """An agency's report with a dateline, quotations cut in two, and reported speech."""
    pen = Pen("wire")
    one = "LOWMERE, 4 May (CPA) – The talks on the Sorrel Bar broke up after nine hours."
    two = "“We have nothing to add,” said Petra Vonn, the Estmark ambassador, “and nothing to take back.”"
    three = "Mara Quell, who leads the fishers’ union, called the talks “a very long lunch”."
    four = "Sanna Veld said that she would return in June."
    five = f"“The door is open,” the minister said. {pen.told(1)}"
    rows = (
        aside("title", "Talks on the Bar Break Up"), para(one),
        para(two, Said(VONN, "We have nothing to add,"), Said(VONN, "and nothing to take back.")),
            para(pen.told(2)),
        para(three, Said(QUELL, "a very long lunch")), para(four, Said(VELD, "she would return in June")),
        para(five, Said(VELD, "The door is open,")), para(pen.told(3)),
    )  # fmt: skip
    return source(
        "talks-break-up.txt", "\n\n".join(b.words for b in rows), *rows, title=text("Talks on the Bar Break Up")
    )


def _contents():
    """A report with a contents page, chapters on new pages, headings of two lines, an appendix of narrow notes."""
    pen = Pen("contents")
    labels = ["1", "2", "3", "4", "5", "6"]
    flow = Flow(labels, None, lambda n: (250, f"– {labels[n]} –") if n else None)
    flow.title("The Pilots of Carrow")
    flow.title("By Lise Amundry and Teodor Haskel", "byline", 10)
    flow.y = 0
    flow.line("Contents", bold=True)
    flow.blocks.append(aside(FURNITURE, "Contents"))
    for words, page in (("The lodge", 3), ("The boats and the men who sailed them", 4)):
        flow.line(f"{words} {'.' * (60 - len(words))} {page}")
        flow.blocks.append(aside(FURNITURE, f"{words} {'.' * (60 - len(words))} {page}"))
    flow.y = 0
    for words in ("The lodge", "The boats and the men who sailed them"):
        flow.y = 0
        flow.heading(words)
        for n in range(7):
            flow.para(pen.told(5), cites=f"Lodge book, {1900 + n}." if n == 4 else "")
    return source("pilots-of-carrow.pdf", pdf(flow.sheets), *flow.done(), title=text("The Pilots of Carrow"),
                  author=text(names("Lise Amundry", HASKEL)))  # fmt: skip


def _assembly():
    """A record in three columns, whose labels end in a full stop and stand in the line."""
    pen = Pen("three columns")
    labels = [f"H{n}" for n in (611, 612, 613)]
    flow = Flow(
        labels,
        lambda n: (190, f"CARROW RECORD {labels[n]}"),
        None,
        left=(50, 220, 390),
        width=156,
        top=750,
        size=8,
    )
    for n in range(14):
        label = ("Ms. VELD", "Mr. TOLLIVER")[n % 2]
        flow.para(f"{label}. {pen.said(4)}", indent=8, made=turn, speaker=label)
    return source("carrow-record.pdf", pdf(flow.sheets, labels="0 << /S /D /P (H) /St 611 >>"), *flow.done())


def _rolling():
    """Captions that roll: each cue shows the line before again, and every word has a time of its own."""
    pen = Pen("rolling")
    words = pen.said(4).split()
    lines = [" ".join(words[n : n + 6]) for n in range(0, len(words), 6)]
    cues = []
    for n, line in enumerate(lines):
        before = f"{lines[n - 1]}\n" if n else ""
        start, end = 5 + 2 * n, 7 + 2 * n
        timed = "".join(
            f"<00:00:{start:02}.{100 * k:03}><c> {w}</c>" if k else w for k, w in enumerate(line.split())
        )
        cues.append(f"00:00:{start:02}.000 --> 00:00:{end:02}.000 align:start position:0%\n{before}{timed}")
    body = "WEBVTT\nKind: captions\nLanguage: en\n\n" + "\n\n".join(cues) + "\n"
    return source("rolling-news.vtt", body, para(" ".join(words), time=5.0), language=meta("en"))


def _subbed():
    """SubRip as fans make it: positions, colours, music, two voices in one cue, an advertisement none can tell."""
    one, two, three = (
        "Where is the lamp?",
        "In the boathouse, behind the rope.",
        "Then we sail at dawn & not before.",
    )
    rows = (
        "1\n00:00:01,000 --> 00:00:03,000\n{\\an8}[bell rings]",
        f"2\n00:00:04,000 --> 00:00:06,000\n- {one}\n- {two}",
        f'3\n00:00:07,000 --> 00:00:09,500 X1:40 X2:600\n<font color="#ffff00">- {three}</font>',
        "4\n00:00:12,000 --> 00:00:13,000\n♪ (shanty) ♪",
    )
    blocks = (aside("leftover", "[bell rings]"), para(one, time=4.0), para(two, time=4.0), para(three, time=7.0),
              aside("leftover", "♪ (shanty) ♪"))  # fmt: skip
    return source("the-lamp.srt", "\n\n".join(rows), *blocks)


def _layout():
    """A Word file laid out with a table; nested lists; a style of the author's own; a note in a cell."""
    pen = Pen("layout")
    told = [pen.told(3) for _ in range(6)]
    listed = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    two = f"<w:tc>{word_para(told[0])}{word_para(told[1])}</w:tc><w:tc>{word_para(told[2])}</w:tc>"
    data_row = f"<w:tc>{word_para('Berths')}</w:tc><w:tc>{word_para(cites('footnote', 1, '41'))}</w:tc>"
    styles = ('<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Zeugnis"/><w:basedOn w:val="Quote"/>'
              '</w:style>'
              '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:ind w:left="800" '
              'w:right="800"/></w:pPr></w:style>')  # fmt: skip
    body = (
        word_para("A Handbook for Wardens", "Title") + word_para("Duties", "Heading1")
            + f"<w:tbl><w:tr>{two}</w:tr></w:tbl>"
        + word_para("first the lamp", "ListParagraph", listed.format(0)) + word_para("then the wick",
            "ListParagraph", listed.format(1))
        + word_para(told[3], "Own") + word_para(told[4], "Deep") + f"<w:tbl><w:tr>{data_row}</w:tr></w:tbl>"
        + word_para(told[5], "ListParagraph")
    )  # fmt: skip
    blocks = (
        aside("title", "A Handbook for Wardens"), heading("Duties"), para(told[0]), para(told[1]), para(told[2]),
        item("first the lamp"), item("then the wick"), quote(told[3]), quote(told[4]),
        item("Berths | 41[1]", notes=("1",)), para(told[5]), note("1", "Counted in May."),
    )  # fmt: skip
    data = docx(body, styles=styles, footnotes=word_note("footnote", 1, "Counted in May."))
    return source("handbook-wardens.docx", data, *blocks, title=text("A Handbook for Wardens"))


def _odt_tables():
    """OpenDocument with a contents list, a table, nested lists, an endnote, a text box and a caption."""
    pen = Pen("odt tables")
    told = [pen.told(3) for _ in range(3)]
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(f"<table:table-row>{''.join(cell.format(c) for c in row)}</table:table-row>"
                   for row in (("Light", "Flash"), ("Cotter", "3 s")))  # fmt: skip
    end = (
        '<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>'
        "<text:p>List of lights, 1990.</text:p></text:note-body></text:note>"
    )
    body = (
        '<text:h text:outline-level="1">Lights of the Coast</text:h>'
        "<text:table-of-content><text:index-body><text:p>Cotter Point 2</text:p></text:index-body>"
        "</text:table-of-content>"
        f'<text:h text:outline-level="2">Cotter Point</text:h><text:p>{told[0]}{end}</text:p>'
        f"<table:table>{rows}</table:table><text:list><text:list-item><text:p>white</text:p><text:list>"
        f"<text:list-item>"
        "<text:p>faint</text:p></text:list-item></text:list></text:list-item></text:list>"
        f"<text:p>{told[1]}<draw:frame><draw:text-box><text:p>{told[2]}</text:p></draw:text-box></draw:frame>"
        f"</text:p>"
    )  # fmt: skip
    blocks = (
        aside("title", "Lights of the Coast"), aside("leftover", "Cotter Point 2"), heading("Cotter Point"),
        para(f"{told[0]}[i]", notes=("i",)), item("Light | Flash"), item("Cotter | 3 s"), item("white"),
            item("faint"),
        para(told[1]), para(told[2]), note("i", "List of lights, 1990."),
    )  # fmt: skip
    return source("lights-coast.odt", odt(body), *blocks, title=text("Lights of the Coast"))


def _play():
    """A play in TEI: speeches in verse with the speakers' labels, stage directions, acts."""
    header = ("<teiHeader><fileDesc><titleStmt><title>The Wrecker’s Lamp</title><author>Oda Lindqvist</author>"
              "</titleStmt>"
              '<sourceDesc><bibl><date when="1923"/></bibl></sourceDesc></fileDesc><profileDesc><particDesc>'
              '<listPerson>'
              '<person xml:id="anna"><persName>Anna Cotter</persName></person></listPerson></particDesc>'
              '</profileDesc></teiHeader>')  # fmt: skip
    body = (
        '<div type="act"><head>Act I</head><stage>A quay at night.</stage><sp who="#anna"><speaker>Anna.</speaker>'
        "<l>Put out the lamp, the boats are in,</l><l>and let the dark do what it will.</l></sp>"
        "<sp><speaker>A Pilot.</speaker><p>The boats are <stage>aside</stage> not all in.</p></sp></div>"
    )
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{body}</body></text></TEI>'
    blocks = (
        heading("Act I"), aside("leftover", "A quay at night."), aside("leftover", "Anna."),
        turn("Put out the lamp, the boats are in,\nand let the dark do what it will.", "Anna Cotter"),
        aside("leftover", "A Pilot."), turn("The boats are not all in.", "A Pilot"), aside("leftover", "aside"),
    )  # fmt: skip
    return source("wreckers-lamp.xml", data, *blocks, title=meta("The Wrecker’s Lamp"),
                  author=meta(names("Oda Lindqvist")), issued=meta(day(1923)))  # fmt: skip


def _ledger():
    """A table of paragraphs without speakers: "sep=", doubled quotes, empty rows, a line end too many."""
    pen = Pen("ledger")
    own = "“Nobody reads the ledger,” said Oda Bern. She put it back."
    cells = [pen.told(2) + ' They called it "the wall".', own, pen.told(2) + "\n"]
    out = io.StringIO()
    out.write("sep=|\r\n")
    writer = csv.writer(out, delimiter="|", lineterminator="\r\n")
    writer.writerow((" Title ", "Paragraph", "Page"))
    for n, cell in enumerate(cells):
        writer.writerow(("The Wall Ledger", cell, n + 7))
        writer.writerow(("", "", ""))
    blocks = (
        para(cells[0], page="7"),
        para(own, Said(BERN, "Nobody reads the ledger,"), page="8"),
        para(cells[2].strip(), page="9"),
    )
    return Source("wall-ledger.csv", out.getvalue().encode(), (doc(*blocks, title=meta("The Wall Ledger")),))
