"""PDFs: running heads and printed labels, columns, a transcript with line numbers, broken words, figures."""

from __future__ import annotations

from pdf_writer import Sheet, pdf
from sources.expect import FURNITURE, Said, aside, day, item, meta, names, quote, source, text, turn
from sources.flow import Flow
from sources.world import BERN, HASKEL, STRAUB, TOLLIVER, VELD, Pen


def made():
    """Yield the files."""
    yield from (_report(), _review(), _transcript(), _speech(), _gazette(), _bulletin())


def _report():
    """Front matter in Roman, then Arabic labels; heads that differ left and right; footnotes."""
    pen = Pen("pdf report")
    labels = ["i", "ii", *map(str, range(1, 9))]
    heads = ("Harbour Commission", "Report on the Sorrel Bar")
    flow = Flow(labels, lambda n: (70 if n % 2 else 330, heads[n % 2]), lambda n: (290, labels[n]))
    flow.title("Report on the Sorrel Bar")
    flow.title(f"By {HASKEL}", "byline", 10)
    flow.title("November 2016", "date", 10)
    flow.heading("Preface")
    for n in range(14):
        flow.para(pen.told(5), cites="Minutes of the board, volume 3." if n == 2 else "")
    flow.y = 0
    flow.heading("The survey of the Bar")
    for n in range(16):
        flow.para(pen.told(4), cites=f"Sheet {n} of the survey." if n in {3, 7} else "")
    assert len(flow.sheets) <= len(labels)
    data = pdf(flow.sheets, labels="0 << /S /r >> 2 << /S /D >>",
               info={"Title": "sorrel_final_v3.docx", "Author": "user",
                   "CreationDate": "D:20220101000000Z"})  # fmt: skip
    return source("report-sorrel.pdf", data, *flow.done(), title=text("Report on the Sorrel Bar"),
                  author=text(names(HASKEL)), issued=text(day(2016, 11)))  # fmt: skip


def _review():
    """Two columns; the numbers on the pages are the only labels."""
    pen = Pen("review")
    labels = [str(n) for n in range(41, 47)]
    flow = Flow(labels, lambda n: (220, "The Tidewater Review"), lambda n: (290, labels[n]), left=(60, 310),
                width=226, top=700)  # fmt: skip
    flow.sheets.append(Sheet())
    flow.sheets[0].words(60, 745, "What the Bar Costs Us", 20, bold=True)
    flow.sheets[0].words(220, 790, "The Tidewater Review", 8)
    flow.sheets[0].words(290, 50, labels[0], 8)
    flow.column, flow.y = 0, 680
    flow.blocks.append(aside("title", "What the Bar Costs Us"))
    for n in range(13):
        if n == 6:
            flow.para(f"“Silt is patient,” said Oda Bern, who chairs the committee. {pen.told(2)}", made=_by_bern)
        flow.para(pen.told(4))
    return source("bar-costs.pdf", pdf(flow.sheets), *flow.done(), title=text("What the Bar Costs Us"))


def _by_bern(words, **more):
    from sources.expect import para

    return para(words, Said(BERN, "Silt is patient,"), **more)


def _transcript():
    """Twenty-five numbered lines to a page, labels in capitals, the page's number at its head."""
    pen = Pen("transcript")
    said = [("MS. STRAUB", STRAUB), ("MR. TOLLIVER", TOLLIVER)] * 7
    sheets, blocks, place = [Sheet()], [aside("title", "INQUIRY INTO THE LIGHTS")], 0

    def start(sheet, number):
        sheet.words(470, 790, f"Page {number}", 10)
        blocks.append(aside(FURNITURE, f"Page {number}"))
        for n in range(25):
            sheet.words(60 if n > 8 else 66, 740 - 26 * n, str(n + 1), 10)

    start(sheets[0], 88)
    for n, row in enumerate(
        ("INQUIRY INTO THE LIGHTS", "PRESENT:", "Ivo Tolliver, Warden of Lowmere", "Anneke Straub, counsel")
    ):
        sheets[0].words(100, 740 - 26 * n, row, 10)
    blocks += [
        aside("leftover", row) for row in ("PRESENT:", "Ivo Tolliver, Warden of Lowmere", "Anneke Straub, counsel")
    ]
    place = 4
    for label, who in said:
        words = f"{label}: {pen.said(2 if who == STRAUB else 3)}"
        page = None
        for n, line in enumerate(_lines(words, 62)):
            if place == 25:
                sheets.append(Sheet())
                start(sheets[-1], 88 + len(sheets) - 1)
                place = 0
            page = page or str(88 + len(sheets) - 1)
            sheets[-1].words(124 if n == 0 else 100, 740 - 26 * place, line, 10)
            place += 1
        blocks.append(turn(words, who, page=page))
    blocks += [aside(FURNITURE, str(n + 1)) for _ in sheets for n in range(25)]
    return source("inquiry-lights.pdf", pdf(sheets), *blocks, title=text("INQUIRY INTO THE LIGHTS"))


def _lines(words, most):
    lines = [""]
    for word in words.split():
        limit = most - (4 if len(lines) == 1 else 0)
        if len(lines[-1]) + 1 + len(word) > limit:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _speech():
    """One page, and a title in the information dictionary that the page shows too."""
    pen = Pen("pdf speech")
    flow = Flow(["1"])
    flow.title("A Harbour for Everybody")
    flow.title(f"By {VELD}", "byline", 10)
    flow.title("1 May 2012", "date", 10)
    for _ in range(5):
        flow.para(pen.said(4), indent=0)
        flow.y -= 8
    data = pdf(flow.sheets, info={"Title": "A Harbour for Everybody", "Author": VELD})
    return source("harbour-for-everybody.pdf", data, *flow.done(), title=meta("A Harbour for Everybody"),
                  author=meta(names(VELD)), issued=text(day(2012, 5, 1)))  # fmt: skip


def _gazette():
    """Narrow lines in which words are broken; the page's number stands within the running head."""
    pen = Pen("gazette")
    labels = [str(n) for n in range(112, 118)]
    flow = Flow(labels, lambda n: (70, f"{labels[n]}  Carrow Gazette"), width=250)
    flow.title("Notice to Mariners")
    for _ in range(12):
        flow.para(_soft(pen.told(4)))
    return source("gazette-notice.pdf", pdf(flow.sheets), *flow.done(), title=text("Notice to Mariners"))


def _soft(words):
    """Put soft hyphens into long words."""
    return " ".join(
        f"{w[: len(w) // 2]}\u00ad{w[len(w) // 2 :]}" if len(w) > 6 and w.isalpha() else w for w in words.split()
    )


def _bulletin():
    """Lists, an inset quotation, a figure's caption, headings; pages that only count."""
    pen = Pen("bulletin")
    flow = Flow(["1", "2", "3"])
    flow.title("Bulletin of the Pilots’ Lodge")
    flow.heading("On depths")
    flow.para(pen.told(4))
    flow.para(f"The engineer wrote to the lodge in plain words. {pen.told(2)}")
    flow.y -= 6
    flow.para(pen.said(3), inset=40, indent=0, made=quote)
    flow.y -= 6
    for n in range(1, 4):
        flow.para(f"{n}. {pen.told(1)}", indent=0, made=item)
    flow.heading("On crews")
    for _ in range(4):
        flow.para(pen.told(4))
    flow.y -= 20
    flow.line("Figure 1. The crews by age", size=8)
    flow.blocks.append(aside("caption", "Figure 1. The crews by age"))
    flow.y -= 20
    for _ in range(6):
        flow.para(pen.told(5))
    return source(
        "lodge-bulletin.pdf", pdf(flow.sheets), *flow.done(), title=text("Bulletin of the Pilots’ Lodge")
    )
