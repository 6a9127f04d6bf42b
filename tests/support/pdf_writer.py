"""Small PDFs for tests, written by hand: words in Courier, of which each letter is 0.6 of its size wide."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from textwrap import wrap

WIDTH, HEIGHT = 595, 842
LETTER = 0.6


@dataclass
class Sheet:
    """A page: its drawing, and whatever else its dictionary holds."""

    drawing: list[str] = field(default_factory=list)
    extra: str = ""

    def words(self, x, y, text, size=10, *, bold=False, turned=False):
        """Write one line from ``x``, on the baseline ``y``, in points from the lower left corner."""
        shown = (
            text.encode("cp1252").decode("latin-1").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        )
        matrix = f"0 1 -1 0 {x} {y}" if turned else f"1 0 0 1 {x} {y}"
        self.drawing.append(f"BT /F{2 if bold else 1} {size} Tf {matrix} Tm ({shown}) Tj ET")

    def paragraph(self, x, y, text, *, width=450, size=10, indent=0, lead=1.2, justified=False):
        """Set a paragraph in lines of at most ``width`` points; return the baseline below it."""
        columns = int(width / (LETTER * size))
        blank = "\0" * round(indent / (LETTER * size))
        lines = wrap(blank + text, columns, break_long_words=False, break_on_hyphens=False)
        for n, line in enumerate(lines):
            words = line.replace("\0", "")
            left = x + (indent if n == 0 else 0)
            if justified and n < len(lines) - 1:
                self._justified(left, y, words, width - (left - x), size)
            else:
                self.words(left, y, words, size)
            y -= lead * size
        return y

    def _justified(self, x, y, line, width, size):
        parts = line.split()
        gap = (width - sum(len(p) for p in parts) * LETTER * size) / max(1, len(parts) - 1)
        for part in parts:
            self.words(x, y, part, size)
            x += len(part) * LETTER * size + gap


def pdf(sheets, *, info=None, labels="", entries=(), trailer="", catalog="", objects=()):
    """Return the bytes of a PDF.

    ``labels`` is a page label number tree's array, ``entries`` the outline's ``(title, page)``, ``objects`` the
    bodies of further objects, numbered from 1,000.
    """
    made: dict[int, bytes] = {
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
    }
    pages = [100 + 2 * n for n in range(len(sheets))]
    for number, sheet in zip(pages, sheets, strict=True):
        made[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {sheet.extra} >> >>"
        ).encode("latin-1")
        made[number + 1] = _stream("\n".join(sheet.drawing).encode("latin-1"))
    kids = " ".join(f"{n} 0 R" for n in pages)
    made[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    made |= _outline(entries, pages)
    made |= {1000 + n: body for n, body in enumerate(objects)}
    made[1] = (
        f"<< /Type /Catalog /Pages 2 0 R {catalog}"
        f"{f' /PageLabels << /Nums [{labels}] >>' if labels else ''}{' /Outlines 50 0 R' if entries else ''} >>"
    ).encode()
    if info:
        made[5] = ("<< " + " ".join(f"/{k} ({v})" for k, v in info.items()) + " >>").encode("latin-1")
        trailer += " /Info 5 0 R"
    return file_of(made, trailer)


def file_of(objects, trailer=""):
    """Return the bytes of a PDF of numbered objects, of which 1 is the catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += f"trailer << /Size {max(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data):
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _outline(entries, pages):
    if not entries:
        return {}
    numbers = [60 + n for n in range(len(entries))]
    made = {50: f"<< /First {numbers[0]} 0 R /Last {numbers[-1]} 0 R /Count {len(entries)} >>".encode()}
    following = dict(pairwise(numbers))
    for number, (title, page) in zip(numbers, entries, strict=True):
        after = f"/Next {following[number]} 0 R" if number in following else ""
        made[number] = f"<< /Title ({title}) /Parent 50 0 R /Dest [{pages[page]} 0 R /Fit] {after} >>".encode()
    return made
