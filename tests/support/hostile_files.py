"""Files that mean harm, made when they are asked for, and plain ones among which they lie."""

from __future__ import annotations

import os
import random
import struct
import zlib
from typing import TYPE_CHECKING

from fuzz_seeds import packed, seeds
from pdf_writer import Sheet, file_of, pdf
from zipped import docx_parts, epub_parts, odt_parts, para

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
_GIGABYTE = 1_000_000_000
#: What locks a PDF with a password: a dictionary of the standard handler, with keys that fit nothing.
_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<00> <00>]"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(200_000))
_DOCTYPE = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{_LAUGHS}]>'


def encoded(parts: dict[str, str | bytes]) -> dict[str, bytes]:
    """Return the parts of a zip file as bytes."""
    return {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}


def bomb(parts: dict[str, bytes], name: str, size: int) -> bytes:
    """Return a zip file in which one part unpacks to ``size`` bytes of nothing, and says so."""
    step = 100_000_000
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = squeeze.compress(bytes(step)) + squeeze.flush(zlib.Z_FULL_FLUSH)
    stream = one * (size // step) + zlib.compress(b"", 9, -15)
    rest = [_entry(key, zlib.compress(part, 9, -15), len(part), zlib.crc32(part)) for key, part in parts.items()
            if key != name]  # fmt: skip
    return _joined([*rest, _entry(name, stream, size, 0)])


def _entry(name: str, stream: bytes, size: int, crc: int) -> tuple[bytes, bytes]:
    """Return the local header with its stream, and the central header less the place."""
    more = struct.pack("<HHQQ", 1, 16, size, len(stream))
    fixed = struct.pack("<HHHHHIIIHH", 45, 0, 8, 0, 33, crc, 0xFFFFFFFF, 0xFFFFFFFF, len(name), len(more))
    local = b"PK\x03\x04" + fixed + name.encode() + more + stream
    central = b"PK\x01\x02" + struct.pack("<H", 45) + fixed + struct.pack("<HHHI", 0, 0, 0, 0)
    return local, central + b"%PLACE" + name.encode() + more


def _joined(entries: list[tuple[bytes, bytes]], at: list[int] | None = None) -> bytes:
    out, places = bytearray(), []
    for local, _ in entries:
        places.append(len(out))
        out += local
    start = len(out)
    for place, (_, central) in zip(at or places, entries, strict=True):
        out += central.replace(b"%PLACE", struct.pack("<I", place), 1)
    return bytes(out) + struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(entries), len(entries), len(out) - start, start, 0
    )


def overlapping(parts: dict[str, bytes], names: list[str], kernel: bytes) -> bytes:
    """Return a zip file whose parts ``names`` all unpack the same stream, each quoting the next one's header.

    After D. Fifield, "A better zip bomb", WOOT 2019: a few kilobytes are ``kernel`` as often as there are names.
    """
    body, content = zlib.compress(kernel, 9, -15), kernel
    centrals: list[tuple[bytes, int]] = []
    for name in reversed(names):
        local, central = _entry(name, b"", len(content), zlib.crc32(content))
        # Both sizes stand at the end of the header; the stream is what lies behind it.
        local, central = (h[:-8] + struct.pack("<Q", len(body)) for h in (local, central))
        body = local + body
        centrals.append((central, len(body)))
        if name is not names[0]:
            content = local + content
            body = struct.pack("<BHH", 0, len(local), 0xFFFF ^ len(local)) + body
    first = [_entry(key, zlib.compress(part, 9, -15), len(part), zlib.crc32(part)) for key, part in parts.items()
             if key not in names]  # fmt: skip
    ahead = sum(len(local) for local, _ in first)
    places, at = [], 0
    for local, _ in first:
        places.append(at)
        at += len(local)
    overlaid = [(b"", central) for central, _ in centrals]
    overlaid[0] = (body, overlaid[0][1])
    return _joined([*first, *overlaid], [*places, *(ahead + len(body) - left for _, left in centrals)])


def _cyclic_pdf() -> bytes:
    """Return a PDF whose page tree, outline and list of objects all lead back to where they began."""
    whole = file_of({
        1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9 /Parent 3 0 R >>",
        3: b"<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>",
        4: b"<< /First 5 0 R /Last 5 0 R /Count 9 >>",
        5: b"<< /Title (Quay) /Parent 4 0 R /First 5 0 R /Next 5 0 R /Prev 5 0 R >>",
    })  # fmt: skip
    start = int(whole.rsplit(b"startxref\n", 1)[1].split()[0])
    return whole.replace(b"trailer << ", b"trailer << /Prev %d " % start)


def looped_outline() -> bytes:
    """Return a PDF that can be read, though its outline has no end."""
    sheet = Sheet()
    sheet.paragraph(70, 740, RAIN)
    whole = pdf([sheet], entries=[("Of Walls", 0), ("Of Ropes", 0)])
    return whole.replace(b"/Parent 50 0 R /Dest", b"/Next 60 0 R /First 60 0 R /Dest", 1)


def _tei(inside: str) -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{inside}</body></text></TEI>'.encode()


def _word(inside: str) -> dict[str, bytes]:
    parts = docx_parts(para(RAIN))
    return encoded(
        parts | {"word/document.xml": parts["word/document.xml"].replace("<w:body>", f"<w:body>{inside}")}
    )


def _chapter(body: str) -> dict[str, bytes]:
    return encoded(epub_parts(body))


def _overlaid() -> bytes:
    names = [f"OEBPS/text/c{n}.xhtml" for n in range(1, 201)]
    return overlapping(encoded(epub_parts(*[""] * 200)), names, b"<p>" + b"a " * 500_000)


def _binary() -> bytes:
    return random.Random(7).randbytes(40_000)  # noqa: S311 - the same each time


#: What each of the ten is, with its file's name and how it is made.
TEN: dict[str, Callable[[], bytes | None]] = {
    "bomb.docx": lambda: bomb(_word(""), "word/document.xml", 10 * _GIGABYTE),
    "laughs.xml": lambda: _tei("<p>&l9;</p>").replace(b"<TEI", _DOCTYPE.encode() + b"<TEI", 1),
    "nested.xml": lambda: _tei("<div>" * 100_000 + "<p>a</p>" + "</div>" * 100_000),
    "cyclic.pdf": _cyclic_pdf,
    "locked.pdf": lambda: pdf([Sheet(), Sheet()], trailer=_LOCK),
    "comment.xml": lambda: _tei(f"<!--{'x' * 4_000_000}--><p>{RAIN}</p>"),
    "truncated.docx": lambda: packed(_word(""))[:-300],
    "binary.txt": _binary,
    "marks.txt": ("e" + "\u0301\u0323" * 50_000).encode,
    "endless.txt": lambda: None,
}
#: Others of their kinds.
MORE: dict[str, Callable[[], bytes]] = {
    "bomb.epub": lambda: bomb(_chapter(f"<p>{RAIN}</p>"), "OEBPS/text/c1.xhtml", 10 * _GIGABYTE),
    "overlaid.epub": _overlaid,
    "laughs.odt": lambda: packed(
        encoded(odt_parts("")) | {"content.xml": f"{_DOCTYPE}<office:text>&l9;</office:text>".encode()}
    ),
    "quadratic.odt": lambda: packed(
        encoded(odt_parts(""))
        | {"content.xml": b'<!DOCTYPE a [<!ENTITY b "%b">]><a>%b</a>' % (b"b" * 100_000, b"&b;" * 9_000)}
    ),
    "nested.epub": lambda: packed(_chapter("<div>" * 100_000 + f"<p>{RAIN}</p>")),
    "nested.odt": lambda: packed(encoded(odt_parts("<text:list><text:list-item>" * 50_000))),
    "nested.rtf": lambda: b"{\\rtf1 " + b"{" * 100_000 + b"a",
    "nested.json": lambda: b'{"segments":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "comment.docx": lambda: packed(_word(f"<!--{'x' * 4_000_000}-->")),
    "attributes.xml": lambda: _tei(f"<p {_ATTRIBUTES}>a"),
    "marks.md": ("e" + "\u0301\u0323" * 50_000).encode,
    "truncated.epub": lambda: packed(_chapter(f"<p>{RAIN}</p>"))[:-200],
    "truncated.odt": lambda: packed(encoded(odt_parts(f"<text:p>{RAIN}</text:p>")))[:-200],
    "nested.html": lambda: _web("<div>" * 100_000),
    "flood.html": lambda: _web("<p>a" * 200_000),
    "attributes.html": lambda: _web(f"<p {_ATTRIBUTES}>a"),
    "marks.html": lambda: _web("<p>e" + "\u0301\u0323" * 50_000),
    "nested.mhtml": lambda: b"MIME-Version: 1.0\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=q%d\r\n\r\n--q%d\r\n" % (n, n) for n in range(20_000)
    ),
}  # fmt: skip


def _web(inside: str) -> bytes:
    return f"<html><body><article><h1>Quay</h1><p>{RAIN * 4}</p>{inside}</article></body></html>".encode()


def _stream_bomb() -> bytes:
    """Return a PDF of one page whose drawing unpacks to a hundred million bytes."""
    packed_drawing = zlib.compress(b"BT /F1 10 Tf (a) Tj ET " * 4_400_000, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
        len(packed_drawing),
        packed_drawing,
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>"
    )
    return file_of({
        1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page,
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>", 5: stream,
    })  # fmt: skip


MORE["stream.pdf"] = _stream_bomb


def write(path: Path, data: bytes | None) -> None:
    """Write a file; None makes a pipe that nobody writes into."""
    if data is None:
        os.mkfifo(path)
    else:
        path.write_bytes(data)


def hundred(folder: Path) -> None:
    """Write ninety plain files of every format and ten hostile ones among them."""
    known = [
        seed for kind, several in sorted(seeds().items()) if kind not in {"html", "mhtml"} for seed in several
    ]
    for number in range(90):
        seed = known[number % len(known)]
        # Not the same bytes twice: each has its own number where a format has room for it.
        whole = seed.whole.replace(b"rained", b"rained %02d" % number) if seed.ending in _PLAIN else seed.whole
        (folder / f"plain-{number:02}{seed.ending}").write_bytes(whole)
    for name, make in TEN.items():
        write(folder / f"plain-{len(name) * 7 % 90:02}-{name}", make())


_PLAIN = frozenset({".md", ".vtt", ".srt", ".xml", ".csv", ".tsv", ".jsonl"})
