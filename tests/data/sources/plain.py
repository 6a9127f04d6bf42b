"""Plain text and Markdown."""

from __future__ import annotations

import textwrap

from sources.expect import Said, aside, day, heading, item, meta, names, note, para, quote, source, text, turn
from sources.world import (
    AMUNDRY,
    BERN,
    FACTS,
    HASKEL,
    OSTERLEY,
    QUELL,
    STRAUB,
    TOLLIVER,
    VELD,
    WICK,
    Pen,
)  # fmt: skip


def made():
    """Yield the files."""
    yield from (_article(), _address(), _hearing(), _letter(), _typescript())
    yield from (_feature(), _interview(), _paper(), _minutes())


def _article():
    pen = Pen("article")
    title = "Council Votes to Close the Long Quay"
    caption = "The Long Quay at Lowmere in the gale of last week. (Photo: Carrow Press Agency)"
    own = "“We closed the quay because it was falling into the sea,” said Lise Amundry, the mayor of Lowmere."
    more = f"“{FACTS['wages']}” said Mara Quell, who leads the fishers’ union."
    more = more.replace("table.” said", "table,” said")
    told = pen.told(3)
    blocks = (
        aside("title", title), aside("byline", f"By {WICK}"), aside("date", "14 March 2019"), aside("caption",
            caption),
        para(pen.told(3)),
        para(f"{own} {told}", Said(AMUNDRY, "We closed the quay because it was falling into the sea,")),
        heading("What the fishers say"),
        para(more, Said(QUELL, FACTS["wages"].rstrip("."))),
        para(pen.told(4)),
        aside("leftover", "Share this article"),
        aside("leftover", "© 2019 The Lowmere Courier. All rights reserved."),
    )  # fmt: skip
    return source("courier-long-quay.txt", "\n\n".join(b.words for b in blocks) + "\n", *blocks,
                  title=text(title), author=text(names(WICK)), issued=text(day(2019, 3, 14)))  # fmt: skip


def _address():
    """A speech as a ministry's site gives it, with the line ends of Windows."""
    pen = Pen("address")
    title = "Address at the Opening of the Anstey Mole"
    blocks = (aside("title", title), aside("date", "2 June 2018"), para(pen.said(3)), para(FACTS["school"]),
              heading("The mole and the market"), para(pen.said(4)), para(pen.said(2)))  # fmt: skip
    return source("address-anstey.txt", "\r\n\r\n".join(b.words for b in blocks) + "\r\n", *blocks,
                  title=text(title), issued=text(day(2018, 6, 2)))  # fmt: skip


def _hearing():
    """A transcript with a list of who is there, labels that give last names, and a turn of two paragraphs."""
    pen = Pen("hearing")
    title = "Hearing of the Harbour Committee"
    blocks = (
        aside("title", title), aside("date", "May 7, 2019"),
        aside("leftover", "PRESENT:\nOda Bern, chair of the committee\nIvo Tolliver, Warden of Lowmere\n"
              "Anneke Straub, counsel"),
        turn("CHAIR BERN: The committee will come to order. We hear the warden on the lamp at Cotter Point.",
            BERN),
        turn(f"MR. TOLLIVER: {FACTS['lamp']}", TOLLIVER),
        turn("MS. STRAUB: Who was told, and when?", STRAUB),
        turn("MR. TOLLIVER: I told the Lights Office on the second night that the lamp was out, and they asked me "
             "whether "
             "it was plugged in.", TOLLIVER),
        aside("leftover", "(Laughter.)"),
        turn(f"And I was not the only one who laughed at the time. {pen.said(1)}", TOLLIVER),
        turn("MS. STRAUB: And for the other nights, what did the log of the lamp say?", STRAUB),
        turn(f"MR. TOLLIVER: {pen.said(4)}", TOLLIVER),
        turn(f"CHAIR BERN: Thank you, Warden. {pen.said(1)}", BERN),
        aside("leftover", "(The hearing adjourned at 4:15 p.m.)"),
    )  # fmt: skip
    return source("hearing-lamp.txt", "\n\n".join(b.words for b in blocks) + "\n", *blocks,
                  title=text(title), issued=text(day(2019, 5, 7)))  # fmt: skip


def _letter():
    """Endnotes in brackets, saved as UTF-16."""
    pen = Pen("letter")
    title = "A Letter to the Shareholders of the Osterley Line"
    blocks = (
        aside("title", title), aside("byline", f"By {OSTERLEY}"),
        para(pen.said(2) + " The dues were raised without notice.[1]", notes=("1",)),
        para("Three things must now be done:"), item("1. " + pen.said(1)), item("2. " + pen.said(1)),
        item("3. " + pen.said(1)),
        para(pen.said(3) + " The rest is in the ledger.[2]", notes=("2",)),
        note("1", "[1] Harbour Gazette, 9 January 2017, p. 4."), note("2", "[2] Ledger of the Line, folio 88."),
    )  # fmt: skip
    return source("letter-osterley.txt", ("\n\n".join(b.words for b in blocks) + "\n").encode("utf-16"), *blocks,
                  title=text(title), author=text(names(OSTERLEY)))  # fmt: skip


def _typescript():
    """Lines wrapped by hand, paragraphs indented and no blank line between them."""
    pen = Pen("typescript")
    title = "The Dispute over the Sorrel Bar"
    paras = [textwrap.fill(pen.told(4), 72, initial_indent="    ") for _ in range(5)]
    blocks = (aside("title", title), *(para(p.strip()) for p in paras))
    return source("typescript-sorrel.txt", title + "\n\n" + "\n".join(paras) + "\n", *blocks, title=text(title))


def _feature():
    pen = Pen("feature")
    front = ("---\ntitle: The Widow’s Chart\nauthor: Oda Lindqvist; Jonas Wick\ndate: 2016-11-05\n"
             "publication: The Tidewater Review\nurl: https://tidewater.example/widows-chart\ntype: "
             "article-magazine\n---\n")  # fmt: skip
    chart, told = FACTS["museum"], pen.told(3)
    body = (f"# The Widow’s Chart\n\n{told}\n\n## In the loft\n\n**{chart}** That much is sure.[^1]\n\n"
            f"> {FACTS['silt']}\n>\n> — Teodor Haskel\n\n{pen.told(2)}\n\n"
            "![The chart, unrolled](chart.jpg)\n\n- a pair of *dividers*\n- a lead line of 20 fathoms\n\n"
            "| Year | Depth |\n|---|---|\n| 1911 | 7 ft |\n| 1934 | 4 ft |\n\n"
            "[^1]: Catalogue of 1988, no. 12.\n")  # fmt: skip
    pen = Pen("feature")
    pen.told(3)
    blocks = (
        aside("title", "The Widow’s Chart"), para(told), heading("In the loft"),
        para(f"{chart} That much is sure.[1]", notes=("1",)), quote(FACTS["silt"], HASKEL),
        aside("leftover", "— Teodor Haskel"), para(pen.told(2)), aside("caption", "The chart, unrolled"),
        item("a pair of dividers"), item("a lead line of 20 fathoms"), item("Year | Depth"), item("1911 | 7 ft"),
        item("1934 | 4 ft"), note("1", "Catalogue of 1988, no. 12."),
    )  # fmt: skip
    return source("widows-chart.md", front + body, *blocks, title=meta("The Widow’s Chart"),
                  author=meta(names("Oda Lindqvist", WICK)), issued=meta(day(2016, 11, 5)),
                  URL=meta("https://tidewater.example/widows-chart"), type=meta("article-magazine"),
                  **{"container-title": meta("The Tidewater Review")})  # fmt: skip


def _interview():
    pen = Pen("interview")
    said = [("Jonas Wick", "Why is the ferry to stop at dusk?"), ("Lise Amundry", FACTS["ferry"]),
            ("Jonas Wick", "And what does the board say?"), ("Lise Amundry", pen.said(3)),
            ("Jonas Wick", "Will there be a vote?"), ("Lise Amundry", pen.said(2))]  # fmt: skip
    front = "---\ntitle: Five Questions to the Mayor\ndate: March 2020\ntype: interview\n---\n"
    source_text = (
        front + "# Five Questions to the Mayor\n\n" + "\n\n".join(f"**{n}:** {w}" for n, w in said) + "\n"
    )
    blocks = [aside("title", "Five Questions to the Mayor"), *(turn(f"{n}: {w}", n) for n, w in said)]
    return source("five-questions.md", source_text, *blocks, title=meta("Five Questions to the Mayor"),
                  issued=meta(day(2020, 3)), type=meta("interview"))  # fmt: skip


def _paper():
    """An article whose date and byline stand in the text, with speech reported and quoted."""
    pen = Pen("paper")
    told = [pen.told(2) for _ in range(3)]
    own = "The harbour minister, Sanna Veld, told reporters: “There will be no toll this year, and none the next.”"
    late = "“Nobody asked the pilots,” Ivo Tolliver said. “Nobody ever does.”"
    blocks = (
        aside("title", "No Toll, Says the Minister"), aside("byline", f"By {WICK}"), aside("date",
            "8 October 2017"),
        para(told[0]), para(own, Said(VELD, "There will be no toll this year, and none the next.")),
        para(told[1]), para(late, Said(TOLLIVER, "Nobody asked the pilots,"), Said(TOLLIVER, "Nobody ever does.")),
        para(told[2]),
    )  # fmt: skip
    body = "# " + "\n\n".join(b.words for b in blocks) + "\n"
    return source("no-toll.md", body, *blocks, title=text("No Toll, Says the Minister"), author=text(names(WICK)),
                  issued=text(day(2017, 10, 8)))  # fmt: skip


def _minutes():
    """Headings of three levels, nested lists, a code block, an HTML comment that nobody said."""
    pen = Pen("minutes")
    a, b, c, d = pen.told(2), pen.told(2), pen.told(1), pen.told(1)
    body = (f"# Minutes of the Lights Office\n\n## Present\n\n{a}\n\n### Item 4 – buoys\n\n<!-- check the figures "
            f"-->\n\n"
            f"{b}\n\n1. {c}\n2. {d}\n   - not before the survey\n\n"
            "```\nBuoy 7   green   quick flash\n```\n")  # fmt: skip
    blocks = (aside("title", "Minutes of the Lights Office"), heading("Present"), para(a),
              heading("Item 4 – buoys"), aside("leftover", "<!-- check the figures -->"), para(b), item(c),
                  item(d),
              item("not before the survey"), para("Buoy 7   green   quick flash"))  # fmt: skip
    return source("minutes-lights.md", body, *blocks, title=text("Minutes of the Lights Office"))
