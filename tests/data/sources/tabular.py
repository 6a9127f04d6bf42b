"""Tables of speeches and quotations: CSV in two dialects, TSV, JSON Lines, Parquet."""

from __future__ import annotations

import csv
import io
import json

from sources.expect import Source, day, doc, meta, names, para, quote, turn
from sources.world import AMUNDRY, BERN, HASKEL, OSTERLEY, QUELL, TOLLIVER, VELD, VONN, WICK, Pen


def made():
    """Yield the files; the Parquet one where its library is."""
    yield from (_speeches(), _quotations(), _clips(), _lines())
    yield from _columns()


def _speeches():
    """As Excel saves it on the Continent: a semicolon, a mark at its head, cells of several paragraphs."""
    pen = Pen("speeches")
    title, rows, docs = "Assembly, sitting {}", [], []
    for sitting, people in ((12, (VELD, QUELL)), (13, (BERN, VELD, OSTERLEY))):
        blocks = []
        for who in people:
            first, second = pen.said(2), pen.said(2)
            rows.append((sitting, title.format(sitting), f"0{sitting - 10}/11/2018", who, "Member; for Lowmere",
                         f"{first}\r\n\r\n{second}"))  # fmt: skip
            blocks += [turn(first, who), turn(second, who)]
        docs.append(doc(*blocks, part=str(sitting), title=meta(title.format(sitting)),
                        issued=meta({"literal": f"0{sitting - 10}/11/2018"})))  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Debate ID", "Debate title", "Date", "Speaker name", "Role", "Speech"))
    writer.writerows(rows)
    return Source("assembly-speeches.csv", out.getvalue().encode("utf-8-sig"), tuple(docs))


def _quotations():
    """Quotations with the paragraph around each, from two articles: without ids, rows in a row belong together."""
    pen = Pen("quotations")
    papers = (("Dues Rise Again", "2017-02-03", (QUELL, AMUNDRY)), ("A Light Goes Out", "2017-03-19", (TOLLIVER,)))
    rows, docs, number = [], [], 1
    for headline, date, people in papers:
        blocks, first = [], number + 1
        for who in people:
            number += 1
            around, words = pen.told(2), pen.said(1)
            rows.append((headline, date, "The Lowmere Courier", "https://courier.example/" + date, WICK, who,
                         f"{number + 3}", around, words))  # fmt: skip
            blocks += [para(around, page=f"{number + 3}"), quote(words, who, page=f"{number + 3}")]
        fields = {"title": headline, "author": names(WICK), "issued": day(*map(int, date.split("-"))),
                  "URL": "https://courier.example/" + date, "container-title": "The Lowmere Courier"}  # fmt: skip
        docs.append(doc(*blocks, part=f"row {first}", **{name: meta(value) for name, value in fields.items()}))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(("Headline", "Date", "Newspaper", "Link", "Byline", "Speaker", "Page", "Text", "Quote"))
    writer.writerows(rows)
    return Source("courier-quotations.csv", out.getvalue().encode(), tuple(docs))


def _clips():
    """Tab-separated, one document, with times; two rows name nobody."""
    pen, rows, blocks = Pen("clips"), ["start\tspeaker\ttext"], []
    for start, seconds, who in (
        ("0:00", 0, HASKEL),
        ("0:42", 42, ""),
        ("1:15:07", 4507, HASKEL),
        ("1:16:00", 4560, "Speaker 2"),
    ):
        words = pen.said(2)
        rows.append(f"{start}\t{who}\t{words}")
        named = who == HASKEL
        blocks.append(
            para(words, time=float(seconds))
            if not who
            else turn(words, who if named else None, time=float(seconds))
        )
    return Source("clips.tsv", ("\n".join(rows) + "\n").encode(), (doc(*blocks),))


def _lines():
    """JSON Lines: keys in other orders, escapes, and a line that has no words."""
    pen, lines, docs = Pen("lines"), [], []
    for key, who, date in (("h-1", VONN, "2015-07-01"), ("h-2", BERN, "2015-08")):
        words = [pen.said(2), pen.said(3)]
        lines += [json.dumps({"doc_id": key, "text": words[0], "speaker": who, "date": date,
            "title": f"Note {key}"}),
                  json.dumps({"speaker": who, "title": f"Note {key}", "date": date, "doc_id": key,
                      "text": words[1]},
                             ensure_ascii=False),
                  json.dumps({"doc_id": key, "text": "", "speaker": who, "date": date,
                      "title": f"Note {key}"})]  # fmt: skip
        docs.append(doc(*(turn(w, who) for w in words), part=key, title=meta(f"Note {key}"),
                        issued=meta(day(*map(int, date.split("-"))))))  # fmt: skip
    return Source("embassy-notes.jsonl", "\n".join(lines).encode(), tuple(docs))


def _columns():
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return
    pen = Pen("columns")
    said = [(QUELL, pen.said(3)), (None, pen.said(2)), (TOLLIVER, pen.said(3))]
    table = pa.table({
        "speaker": [who for who, _ in said], "speech": [words for _, words in said],
        "title": ["Quayside voices"] * 3, "year": [2014] * 3,
    })  # fmt: skip
    out = io.BytesIO()
    pq.write_table(table, out)
    blocks = [turn(words, who) if who else para(words) for who, words in said]
    yield Source("quayside-voices.parquet", out.getvalue(),
                 (doc(*blocks, title=meta("Quayside voices"), issued=meta(day(2014))),))  # fmt: skip
