from __future__ import annotations

import time
import zlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import TIDE, WALL, filled, passages, read
from pdf_writer import Sheet, file_of, pdf

from corpus import errors, limits
from corpus.blocks import Page
from corpus.readers import read_source

#: A page with a picture on it and no words: what a scanner makes.
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1"
    b" /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)
VALID = pdf(
    [filled(1), filled(2)], info={"Title": "The Long Quay"}, entries=[("Of Walls", 1)], labels="0 << /S /r >>"
)


def scan(pages=2):
    sheets = [Sheet(["q 500 0 0 700 40 40 cm /P Do Q"], "/XObject << /P 1000 0 R >>") for _ in range(pages)]
    return pdf(sheets, objects=[PICTURE + b"\nstream\nx\nendstream"])


def outcome(data):
    """Return the page that is read of a file, or its refusal."""
    try:
        return read(data)
    except errors.SourceError as fault:
        return fault


def refused(data, kind, match):
    with pytest.raises(kind, match=match):
        read(data)


def test_a_scan_is_named_as_one_and_ocr_advised():
    with pytest.raises(
        errors.SourceEmptyError, match="is a scan: pictures of pages, 2 pages without a letter"
    ) as fault:
        read(scan())
    assert "OCR" in fault.value.action


def test_pages_with_nothing_on_them_are_no_scan():
    refused(pdf([Sheet()]), errors.SourceEmptyError, "has no words in it, 1 page without a letter")


def test_a_locked_file_is_named():
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> /ID [<00> <00>]"
    refused(pdf([filled(1)], trailer=lock), errors.SourceFormatError, "is locked with a password")


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"%PDF-1.4\n" + b"x" * 500, VALID[:200], b"\x89PNG\r\n\x1a\n" * 40]
)
def test_what_is_no_pdf_is_named(data):
    refused(data, errors.SourceFormatError, "is no PDF that can be read")


def test_a_file_cut_short_is_read_as_far_as_it_is_whole_or_named():
    found = outcome(VALID[: len(VALID) - 300])
    assert passages(found) if isinstance(found, Page) else "quay.pdf" in found.found


def test_a_tree_of_pages_that_holds_itself_is_refused():
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000 /Parent 3 0 R >>",
        3: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000 /Parent 2 0 R >>",
    }
    with pytest.raises(errors.SourceError):
        read(file_of(objects))


def test_an_outline_that_comes_back_to_itself_ends():
    data = pdf([filled(1)], entries=[("Of Walls", 0), ("Of Ropes", 0)])
    looped = data.replace(b"/Title (Of Ropes) /Parent 50 0 R", b"/Title (Of Ropes) /Next 60 0 R /X 0 ")
    assert len(looped) > len(data) - 40
    assert len(passages(read(looped))) == 4


def test_a_drawing_that_draws_itself_ends():
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99]"
        b" /Resources << /XObject << /P 1000 0 R >> >> /Length 5 >>"
    )
    sheet = Sheet(["/P Do"], "/XObject << /P 1000 0 R >>")
    sheet.paragraph(70, 740, TIDE)
    assert passages(read(pdf([sheet], objects=[form + b"\nstream\n/P Do\nendstream"]))) == [TIDE]


def test_more_pages_than_are_read_are_refused_before_any_is(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PDF_PAGES", 3)
    refused(pdf([filled(n) for n in range(4)]), errors.SourceTooLargeError, "has 4 pages; expected at most 3")


def test_a_page_of_too_many_characters_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PDF_PAGE_CHARS", 300)
    refused(pdf([filled(1)]), errors.SourceTooLargeError, "characters")


def test_too_many_characters_in_all_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PDF_CHARS", 3_000)
    refused(pdf([filled(n) for n in range(4)]), errors.SourceTooLargeError, "characters")


def test_letters_without_names_are_no_words():
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 1001 0 R >>"
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfrange <00> <ff> <e100> endbfrange endcmap end"
    )
    table = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table)
    sheet = Sheet(["BT /F9 10 Tf 1 0 0 1 70 700 Tm (The tide came in over the stones) Tj ET"])
    data = pdf([sheet], objects=[font, table]).replace(b"/F1 3 0 R", b"/F9 1000 0 R")
    refused(data, errors.SourceFormatError, "draws letters without saying which they are")


def test_a_bomb_in_a_page_ends_in_a_named_refusal_and_in_time(tmp_path):
    drawing = (
        b"BT /F1 10 Tf 1 0 0 1 70 700 Tm "
        + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 200_000
        + b"ET"
    )
    packed = zlib.compress(drawing, 9)
    assert len(packed) < len(drawing) / 100
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>"
    )
    path = tmp_path / "bomb.pdf"
    path.write_bytes(
        file_of({
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: page,
            4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
            5: stream,
        })
    )  # fmt: skip
    begun = time.monotonic()
    with pytest.raises(errors.SourceError):
        read_source(path)
    assert time.monotonic() - begun < limits.PARSE_TIME_S + 60  # starting the process may take its time


FAR = "68" * 19 + "0.0"  # just more than a number of PDFium's holds


@pytest.mark.parametrize(
    "matrix", [f"1 0 0 1 70 {FAR}", f"1 0 0 1 -{FAR} 70", f"{FAR} 0 0 {FAR} 9 9", "0 0 0 0 0 0"]
)
@pytest.mark.parametrize("size", ["10", FAR, "0"])
def test_words_at_no_place_on_earth_keep_no_others_from_being_read(matrix, size):
    sheet = Sheet()
    sheet.paragraph(70, 740, TIDE)
    sheet.drawing += [f"BT /F1 {size} Tf {matrix} Tm (all) Tj ET"] * 3
    found = outcome(pdf([sheet]))
    assert isinstance(found, Page)
    assert "The tide came in over the long stones of the quay" in found.text


def test_what_the_file_would_run_or_open_is_left_alone():
    script, link = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "<< /S /URI /URI (http://quay.example) >>"
    catalog = f"/OpenAction {script} /AA << /WC {link} >>"
    page = read(pdf([filled(1)], catalog=catalog))
    assert "alert" not in page.text
    assert len(passages(page)) == 4


changes = st.lists(
    st.tuples(
        st.integers(0, len(VALID) - 1),
        st.sampled_from(["set", "cut", "double"]),
        st.binary(min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=8,
)


def spoiled(edits):
    data = bytearray(VALID)
    for place, what, new in edits:
        at = place % max(1, len(data))
        if what == "set":
            data[at : at + len(new)] = new
        elif what == "cut":
            del data[at : at + 40 * len(new)]
        else:
            data[at:at] = data[at : at + 200]
    return bytes(data)


@settings(max_examples=150)
@given(changes)
def test_a_spoiled_file_gives_a_page_or_a_refusal_and_nothing_else(edits):
    begun = time.monotonic()
    found = outcome(spoiled(edits))
    assert time.monotonic() - begun < 5
    if isinstance(found, Page):
        assert all(0 <= b.start < b.end <= len(found.text) for b in found.blocks)
        assert all(a.end <= b.start for a, b in pairwise(found.blocks))
    else:
        assert "quay.pdf" in found.found


words_anywhere = st.lists(
    st.tuples(
        st.integers(-50, 650),
        st.integers(-50, 900),
        st.sampled_from(
            ["The", "quay-", "12", "1", "•", "Oda Bern:", "*", "(a)", "night.", "Figure 1:", "wall wall wall wall"]
        ),
        st.sampled_from([0.1, 6, 10, 10.5, 24, 300]),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=100)
@given(st.lists(words_anywhere, min_size=1, max_size=4))
def test_words_at_any_place_and_size_are_all_kept(pages):
    sheets = []
    for words in pages:
        sheets.append(Sheet())
        for x, y, text, size, turned in words:
            sheets[-1].words(x, y, text, size, turned=turned)
    try:
        page = read(sheets)
    except errors.SourceError:
        return
    assert all(page.text[b.start : b.end].strip() for b in page.blocks)
    assert "".join(page.text.split()) == "".join("".join(b.of(page.text).split()) for b in page.blocks)


@pytest.mark.parametrize("words", [TIDE, WALL])
def test_the_same_file_reads_the_same_twice(words):
    sheet = Sheet()
    sheet.paragraph(70, 740, words)
    assert read([sheet]) == read([sheet])
