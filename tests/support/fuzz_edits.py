"""What fuzzing does to a file: edits of its bytes, of one part of a zip file, and words of the format itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fuzz_seeds import Seed, packed
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A file grows no longer than this by edits, in bytes: time is looked at, so its size must not be the reason.
MOST_BYTES = 150_000
_XML = (
    b"<p>|</p>|<a|/>|>|<!--|-->|<![CDATA[|]]>|<?x|?>|&amp;|&lt;|&#0;|&#x110000;|&#xd800;|&#x300;|&nope;|&nbsp;"
    b'|<!DOCTYPE a [<!ENTITY b "c">]>|id="n1"|href="#n1"|xml:id="QM"|<note>|</note>|<div>|</div>|<table>|<tr>|<td>'
    b'|<ul>|<li>|<h1>|<blockquote>|<br/>|encoding="utf-16"|xmlns="x"|xmlns:w="x"|"'
)
_JSON = b'{|}|[|]|,|:|"|null|true|NaN|-1|1e999|1e-999|"\\ud800"|"\\u0000"|{"text":|"start":|"speaker":|[[[[|{}|""'
_TABLE = b'"|""|,|;|\t|\n|\r\n|\r|"\n|text|speaker|date|,,,,|\0|\xef\xbb\xbf|=1+1'
_WORDS: dict[str, bytes] = {
    "text": b"\n\n|\r|[1]|\n[1] |A:|ODA BERN: |\n    |- |\x85|\xe2\x80\xa8|\xe2\x80\x9c|\xe2\x80\x9d|"
        b"said|By |\t|1. ",
    "markdown": b"\n\n|# |> |- |1. |```|~~~|---\n|| a |[^1]|[^1]: |[a](b)|![|](|**|__|*|_|`|<div>|\t|"
        b"    |&amp;|\\|{|}|[",
    "vtt": b"\n\n|WEBVTT|-->|00:00:01.000 --> 00:00:02.000\n|<v A>|</v>|<c>|<00:00:01.000>|&lt;|NOTE|"
        b"STYLE|- |>> |<|>|&",
    "srt": b"\n\n|-->|00:00:01,000 --> 00:00:02,000\n|1\n|<i>|</i>|{\\an8}|ODA BERN: |- |<|>|99:59:59,999|{|}",
    "speech": _JSON, "jsonl": _JSON + b"|\n|\r", "csv": _TABLE, "tsv": _TABLE, "xml": _XML, "html": _XML,
    "mhtml": _XML + b"|\r\n------quay|=3D|=\r\n|base64|\r\n\r\n|Content-Type: text/html\r\n|boundary=|"
        b"charset=utf-7",
    "docx": _XML + b'|<w:p>|</w:p>|<w:r>|<w:t>|</w:t>|<w:tbl>|<w:tr>|<w:tc>|w:val="|w:id="1"|'
        b'<w:footnoteReference w:id="1"/>'
    b"|<w:del>|<w:ins>|<w:fldChar|<w:sym|<w:br/>|<w:pict>|<mc:AlternateContent>",
    "odt": _XML + b'|<text:p>|</text:p>|<text:s text:c="99999999"/>|<text:list>|<text:list-item>|'
        b'<text:h>|<table:table-row>'
    b'|<table:table-cell table:number-columns-repeated="99999999">|<text:note>|<text:note-body>|'
    b'<text:span>|<draw:frame>',
    "epub": _XML + b'|<spine>|<itemref idref="i1"/>|<item|epub:type="noteref"|epub:type="pagebreak"|'
        b'<svg>|<math>|<script>'
    b'|<body>|</body>|linear="no"|../../x|%2e%2e/|<aside>',
    "rtf": b"{|}|\\par|\\cell|\\row|\\trowd|\\intbl|{\\footnote |\\u8217 ?|\\u-1 |\\uc9999|\\'93|\\'8|"
        b"\\v |\\v0|\\*|\\bin9 |\\bin-1 "
    b"|\\bin999999999 |{\\stylesheet|{\\fonttbl|\\fcharset128 |\\s1|\\f2 |\\ansicpg932|\\ucpr|{\\info|"
    b"\\deleted|\\plain|\\pard|\\~",
    "pdf": b"<<|>>|[|]|(|)|obj|endobj|stream\n|endstream|xref|trailer|/Kids [2 0 R]|/Parent 3 0 R|"
        b"/Count -1|/Count 99999999"
    b"|/Length 0|/Prev 0|/Filter /FlateDecode|/Type /Pages|BT|ET|Tj|Tm|1e38|-1e38|nan|0|/F1 0 Tf|q|Q|"
    b"cm|2 0 R|/Encrypt",
    "parquet": b"PAR1|\xff\xff\xff\xff|\xff\xff\xff\x7f|\x00\x00\x00\x00|\x80\x80\x80\x80|\x15\x00|"
        b"\x19|\x1c|\x2c|\x18|text",
}  # fmt: skip
_ANY = (
    b"\0",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xcc\x80",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"9999999999",
    b"-1",
)
#: The pieces of which a format is put together: to leave out, say twice, change for one another.
#: Bounded, because a file flooded with one piece takes the square of its size, and the minutes go there.
_ELEMENT = (
    rb"<([\w:]{1,40})(?: [^<>]{0,400})?>(?:[^<>]|<[\w:]{1,40}/>){0,900}</\1>|<[\w:]{1,40}(?: [^<>]{0,400})?/>"
)
_VALUE = (
    rb'"[^"\\]{0,900}"(?!\s{0,9}:)|-?\d{1,40}(?:\.\d{1,40})?|\b(?:true|false|null)\b'
    rb"|\{[^{}\[\]]{0,900}\}|\[[^{}\[\]]{0,900}\]"
)
_LINE = rb"[^\n]*\n"
_UNITS = {
    "text": _LINE, "markdown": _LINE, "vtt": _LINE, "srt": _LINE, "speech": _VALUE, "jsonl": _VALUE,
    "csv": rb'"[^"]{0,900}"', "tsv": rb'"[^"]{0,900}"',
    "rtf": rb"\{[^{}]{0,900}\}|\\[a-z]{1,40}-?\d{0,40}",
    "pdf": rb"BT [^\n]*|\([^()]{0,900}\)|/\w{1,40} [\d.]{1,40}",
    **dict.fromkeys(
        ("xml", "html", "mhtml", "docx", "odt", "epub"),
        _ELEMENT + rb'|[\w:]{1,40}="[^"]{0,400}"|(?<=>)[^<>]+(?=<)',
    ),
}  # fmt: skip
_DIGITS = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"255", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e999")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: where, how long, and with which bytes."""

    what: str
    at: int
    other: int
    size: int
    word: bytes
    unit: bytes = _LINE

    def on(self, data: bytes) -> bytes:
        """Return ``data`` with this change."""
        at, other = self.at % (len(data) + 1), self.other % (len(data) + 1)
        if self.what == "unit":
            return self._swapped(data, at, other)
        if self.what == "move":
            low, high = sorted((at, other))
            return data[:low] + data[high : high + self.size] + data[low:high] + data[high + self.size :]
        gone, new = self._put(data, at, other)
        return data[:at] + new + data[at + gone :]

    def _put(self, data: bytes, at: int, other: int) -> tuple[int, bytes]:
        """Return how many bytes go at a place, and what comes there instead."""
        piece = data[at : at + self.size]
        often = min(self.other % 12_000, MOST_BYTES // len(self.word))
        return {
            "cut": (self.size, b""),
            "end": (len(data), b""),
            "set": (len(self.word), self.word),
            "flip": (1, bytes(byte ^ (1 << self.size % 8) for byte in piece[:1])),
            "copy": (0, data[other : other + self.size]),
            "again": (self.size, piece * (1 + self.other % 64)),
            "number": self._number(data, at),
            "flood": (0, self.word * often if self.what == "flood" else b""),
            "word": (0, self.word),
        }[self.what]

    def _number(self, data: bytes, at: int) -> tuple[int, bytes]:
        """Put in the place of the next number one that no file has."""
        found = _DIGITS.search(data, at)
        if found is None:
            return 0, b""
        new = _NUMBERS[self.other % len(_NUMBERS)]
        return found.end() - at, data[at : found.start()] + new

    def _swapped(self, data: bytes, at: int, other: int) -> bytes:
        """Put in the place of one piece itself again, nothing, or another piece."""
        pattern = re.compile(self.unit)
        here, there = (pattern.search(data, place) or pattern.search(data) for place in (at, other))
        if here is None or there is None:
            return data
        new = (there[0], there[0], here[0] + there[0], here[0] * 40, b"")[self.size.bit_length() % 5]
        return data[: here.start()] + new + data[here.end() :]


def edits(kind: str, *, floods: bool = True) -> st.SearchStrategy[list[Edit]]:
    """Return a strategy for what is done to a file of this format."""
    what = ["cut", "end", "set", "flip", "move", "copy", "again", "number", "word", "word"]
    what += ["unit"] * 6 if kind in _UNITS else []
    words = (*_WORDS[kind].split(b"|"), *_ANY)
    known = st.sampled_from([word for word in words if word])
    one = st.builds(
        Edit,
        what=st.sampled_from([*what, "flood"] if floods else what),
        at=st.integers(0, 1 << 20),
        other=st.integers(0, 1 << 20),
        size=st.sampled_from([1, 2, 4, 8, 16, 32, 64, 256, 1024]),
        word=st.one_of(known, known, st.binary(min_size=1, max_size=8)),
        unit=st.just(_UNITS.get(kind, _LINE)),
    )
    return st.lists(one, min_size=1, max_size=6)


def spoiled(seed: Seed, changes: Sequence[Edit], part: int, *, outside: bool) -> bytes:
    """Return the bytes of a seed with these changes: to one part of a zip file, or to the file as a whole."""
    if isinstance(seed.data, bytes) or outside:
        return _changed(seed.whole, changes)
    name = sorted(seed.data)[part % len(seed.data)]
    return packed({**seed.data, name: _changed(seed.data[name], changes)})


def _changed(data: bytes, changes: Sequence[Edit]) -> bytes:
    for change in changes:
        data = change.on(data)[:MOST_BYTES]
    return data
