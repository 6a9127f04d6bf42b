"""Whole files of every format that is read, small and rich in what their readers look at: fuzzing's seeds."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fuzz_seeds_marked import AKOMA, PARLA, WEB, saved_page
from pdf_writer import Sheet, pdf
from subtitle_files import srt, vtt
from zipped import cites, docx_parts, epub_parts, note, odt_parts, para, rtf

if TYPE_CHECKING:
    from collections.abc import Mapping

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
SAID = "“The wall will hold,” Warden Tolliver said on 3 May 2014. “It always has.”"
TEXT = f"""The Long Quay
By Mara Quell
14 June 2019

LOWMERE (Lantern Post) — {RAIN}[1]

{SAID}

ODA BERN: I call the meeting to order. (Applause)

MARA QUELL: Thank you, and good evening.

Anselm Dray wrote an open letter to the crews:

    We shall keep the lamps lit, as we were taught to do.

[1] Stone by Stone, 2019, p. 4.
"""
MARKDOWN = f"""---
title: "The Long Quay"
author: [Mara Quell, Oda Bern]
date: 2019-06-14
---

# The Long Quay

{RAIN}[^1] **Bold** and `code` and [a link](https://quay.example/a).

## Tides

> {SAID}

- a rope
  1. a lamp
* a night

| Day | Tide |
|-----|------|
| one | high |

```text
kept as it is
```

<div>raw &amp; kept</div>

[^1]: Stone by Stone, 2019.
"""


@dataclass(frozen=True, slots=True)
class Seed:
    """A valid file: its ending and its bytes, or the parts that are zipped to it."""

    ending: str
    data: bytes | Mapping[str, bytes]

    @property
    def whole(self) -> bytes:
        """The file as it lies on a disk."""
        return self.data if isinstance(self.data, bytes) else packed(self.data)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of these parts, with no clock in it: the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def seeds() -> dict[str, list[Seed]]:
    """Return valid files for each format by its name in ``corpus.readers.formats``."""
    return {
        "text": [Seed(".txt", TEXT.encode()), Seed(".txt", TEXT.replace("\n", "\r\n").encode("utf-16"))],
        "markdown": [Seed(".md", MARKDOWN.encode())],
        "vtt": [Seed(".vtt", _vtt().encode())],
        "srt": [Seed(".srt", srt("<i>It rained.</i>", "ODA BERN: Order,", "order.", "- Yes.\n- No.").encode())],
        "speech": [Seed(".json", json.dumps(form).encode()) for form in _speech()],
        "pdf": [Seed(".pdf", _pdf())],
        "docx": [Seed(".docx", _docx())],
        "odt": [Seed(".odt", _odt())],
        "rtf": [Seed(".rtf", _rtf())],
        "epub": [Seed(".epub", _epub())],
        "xml": [Seed(".xml", PARLA.encode()), Seed(".xml", AKOMA.encode())],
        "csv": [
            Seed(".csv", _table(",").encode()),
            Seed(".csv", ("\ufeff" + _table(";").replace("\n", "\r\n")).encode()),
        ],
        "tsv": [Seed(".tsv", _table("\t").encode())],
        "jsonl": [Seed(".jsonl", "\n".join(map(json.dumps, _rows())).encode())],
        "html": [Seed(".html", WEB.encode())],
        "mhtml": [Seed(".mhtml", saved_page())],
    } | _parquet()


def _vtt():
    return vtt(
        "<v Oda Bern>It <i>rained</i> all",
        "<v Oda Bern>night &amp; day.</v>",
        "- Who saw it?\n- Nobody.",
        ">> MARA QUELL: Order.",
        "<v.loud Sanna Veld>Yes<00:00:09.500> and no",
        head="WEBVTT - Harbour\nLanguage: en-GB\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }",
    )


def _speech():
    word = {"word": "Rain", "punctuated_word": "Rain.", "start": 0.5, "end": 1.0, "speaker": 0}
    labels = {"segments": [{"items": [{"start_time": "0.5", "speaker_label": "spk_0"}]}]}
    item = {"start_time": "0.5", "end_time": "1.0", "type": "pronunciation", "alternatives": [{"content": "Rain"}]}
    return [
        {"text": " Rain.", "language": "en", "segments": [
            {"id": 0, "start": 0.0, "end": 2.5, "text": " It rained.", "speaker": "Oda Bern"},
            {"id": 1, "start": 2.5, "end": 4, "text": " Nobody slept.", "speaker": "SPEAKER_01"}]},
        {"transcription": [{"text": "It rained.", "offsets": {"from": 0, "to": 2500}, "speaker": "1"}]},
        {"utterances": [{"text": "It rained.", "start": 0, "end": 2500, "speaker": "A"}], "words": [word]},
        {"results": {"channels": [{"alternatives": [{"words": [word, word]}]}]}},
        {"results": {"items": [item, {"type": "punctuation", "alternatives": [{"content": "."}]}],
                     "speaker_labels": labels}},
        {"results": [{"resultEndTime": "2.5s", "alternatives": [{"transcript": "It rained.", "words": [
            {"word": "It", "startTime": "0s", "endTime": "1.2s", "speakerTag": 1}]}]}]},
    ]  # fmt: skip


def _pdf():
    sheets = []
    for number in (1, 2):
        sheet = Sheet()
        sheet.words(240, 800, "THE LONG QUAY", 8)
        sheet.words(70, 770, "Of Walls", 16, bold=True)
        sheet.paragraph(70, 740, f"{RAIN} {SAID} " * 2, width=215, indent=12)
        sheet.paragraph(310, 740, f"{RAIN} The com-\nmission sat.1 ODA BERN: No.", width=215, justified=True)
        sheet.words(70, 90, "1 Stone by Stone, 2019, p. 4.", 7)
        sheet.words(295, 40, str(number), 8)
        sheets.append(sheet)
    return pdf(
        sheets,
        info={"Title": "The Long Quay", "Author": "Mara Quell"},
        entries=[("Of Walls", 0), ("Of Ropes", 1)],
        labels="0 << /S /r /St 4 >> 1 << /S /D /P (A-) >>",
    )


def _encoded(parts):
    return {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}


def _docx():
    row = f"<w:tr><w:tc>{para('Day')}</w:tc><w:tc>{para('Tide')}</w:tc></w:tr>"
    changed = (
        "<w:p><w:ins><w:r><w:t>Kept.</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/><w:t>x</w:t></w:r></w:p>'
    )
    body = (
        para("The Long Quay", "Title") + para("Tides", "Heading1") + para(cites("footnote", 1, RAIN))
        + para(SAID, "Quote") + para(cites("endnote", 2, "ODA BERN: Order.")) + changed + field
        + para("a rope", "ListBullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + f"<w:tbl>{row}{row}</w:tbl><mc:AlternateContent><mc:Choice>{para('a')}</mc:Choice></mc:AlternateContent>"
    )  # fmt: skip
    core = "<dc:title>The Long Quay</dc:title><dc:creator>Mara Quell</dc:creator>"
    notes = {"footnotes": note("footnote", 1, "Stone by Stone."), "endnotes": note("endnote", 2, "p. 4", "p. 5")}
    return _encoded(docx_parts(body, core=core, **notes))


def _odt():
    noted = (
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Stone by Stone.</text:p></text:note-body></text:note>"
    )
    cell = "<table:table-cell><text:p>Day</text:p></table:table-cell>"
    body = (
        f'<text:h text:outline-level="1">The Long Quay</text:h><text:p text:style-name="P1">{RAIN}{noted}</text:p>'
        f"<text:p>{SAID}<text:s text:c='3'/><text:tab/><text:line-break/>x</text:p>"
        "<text:list><text:list-item><text:p>a rope</text:p></text:list-item></text:list>"
        f"<text:tracked-changes><text:changed-region/></text:tracked-changes>"
        f'<table:table><table:table-row table:number-rows-repeated="2">{cell * 2}</table:table-row></table:table>'
        "<text:p>ODA BERN: Order.</text:p>"
        "<draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame>"
    )
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    meta = "<dc:title>The Long Quay</dc:title><meta:initial-creator>Mara Quell</meta:initial-creator>"
    return _encoded(odt_parts(body, styles=own, meta=meta))


def _rtf():
    return rtf(
        rf"\pard\s1 The Long Quay\par\pard {RAIN}{{\footnote\pard Stone by Stone.}}\par"
        r"\pard\s3 \ldblquote A wall.\rdblquote\par"
        r"\pard{\listtext\'b7\tab}a rope\par\trowd\intbl Day\cell Tide\cell\row\pard\u8217?\uc1\u-10179?\'93{\v x}"
        r"{\deleted gone}{\field{\*\fldinst HYPERLINK}{\fldrslt shown}}\par"
        r"\f1 \'c4\'e0\par\f2 \'82\'a0\bin3 abc ODA BERN: Order.\par",
        head=r"{\info{\title The Long Quay}{\author Mara Quell}}",
    )


def _epub():
    one = (
        f'<h1>Quay</h1><p>{RAIN}<a epub:type="noteref" href="#n1">1</a></p><blockquote><p>{SAID}</p></blockquote>'
        '<ul><li>a rope</li></ul><aside epub:type="footnote" id="n1"><p>1 Stone by Stone.</p></aside>'
        "<figure><figcaption>Boats.</figcaption></figure><table><tr><td>Day</td><td>Tide</td></tr></table>"
        '<span epub:type="pagebreak" title="12"/><pre>kept</pre><p>ODA BERN: Order.<br/>Order.&nbsp;&#8212;</p>'
    )
    metadata = (
        "<dc:title>The Long Quay</dc:title><dc:creator opf:role='aut'>Mara Quell</dc:creator>"
        "<dc:date>2019-06-14</dc:date><dc:language>en</dc:language><dc:publisher>Lantern</dc:publisher>"
    )
    guide = '<reference type="toc" href="text/c2.xhtml"/>'
    return _encoded(epub_parts(one, "<h2>After</h2><p>It stopped.</p>", metadata=metadata, guide=guide))


def _rows():
    return [
        {"speaker": "Oda Bern", "text": f"{RAIN}\n\nNobody slept.", "date": "2019-06-14", "title": "Sitting",
         "id": 1},
        {"speaker": None, "text": SAID, "date": "14 June 2019", "title": "Sitting", "id": 2.5},
        {"speaker": "Mara Quell", "text": "Order, \"order\"; order.", "date": "2019", "title": "Vote", "id": True},
    ]  # fmt: skip


def _table(between):
    quoted = [[str(v or "").replace('"', '""') for v in row.values()] for row in _rows()]
    lines = [between.join(f'"{cell}"' for cell in row) for row in quoted]
    return "\n".join([between.join(_rows()[0]), *lines]) + "\n"


def _parquet():
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        return {}
    made = []
    for compression in ("none", "snappy"):
        out = io.BytesIO()
        rows = [{**row, "id": int(row["id"])} for row in _rows()]
        parquet.write_table(pa.Table.from_pylist(rows), out, compression=compression)
        made.append(Seed(".parquet", out.getvalue()))
    return {"parquet": made}
