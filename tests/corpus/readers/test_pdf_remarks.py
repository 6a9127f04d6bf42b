from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_reading import ROPE, TIDE, filled, passages, read
from pdf_writer import Sheet, pdf

from corpus import errors
from corpus.readers.build import read_here

PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    b" /Length 1 >>\nstream\nx\nendstream"
)
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /P 1000 0 R >> >>"
    b" /Length 32 >>\nstream\nq 500 0 0 700 40 40 cm /P Do Q  \nendstream"
)
NAMELESS = b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfrange <00> <ff> <e100> endbfrange endcmap end"
USES_PICTURE = "/XObject << /P 1000 0 R /Q 1001 0 R >>"


def told(sheets, **more):
    return list(read(pdf(sheets, **more)).remarks)


def scan(*stamped, width=500, height=700):
    """Return a sheet with a picture, and a stamp on it where there is one."""
    sheet = Sheet([f"q {width} 0 0 {height} 40 40 cm /P Do Q"], USES_PICTURE)
    for words in stamped:
        sheet.words(250, 20, words, 8)
    return sheet


def told_of_scans(*sheets):
    return told(sheets, objects=[PICTURE, FORM])


def annotated(*annotations, pages=1):
    """Return what is told of a file whose pages have these annotations, or other entries."""
    made = pdf([filled(n) for n in range(pages)])
    listed = f"/Annots [{' '.join(f'<< /Type /Annot /Rect [0 0 9 9] {each} >>' for each in annotations)}]"
    return list(read(made.replace(b"/Type /Page /Parent", f"/Type /Page {listed} /Parent".encode())).remarks)


def test_of_an_ordinary_file_nothing_is_told():
    sheets = [filled(n, top=700) for n in range(4)]
    for number, sheet in enumerate(sheets, 1):
        sheet.words(200, 780, "The Lowmere Papers", 8)
        sheet.words(290, 40, str(number), 8)
    assert told(sheets, info={"Title": "The Long Quay"}, entries=[("Of Walls", 1)]) == []


def test_a_page_that_is_a_picture_among_others_is_told_by_its_place_in_the_file():
    assert told_of_scans(filled(1), scan(), filled(3)) == [
        "page 2 of the file is a picture without words and was not read"
    ]


def test_several_pictures_are_told_of_together():
    sheets = [filled(1), scan(), filled(3), scan(), scan()]
    assert told_of_scans(*sheets) == ["pages 2 and 4–5 of the file are pictures without words and were not read"]


def test_a_stamp_that_each_page_carries_makes_no_page_of_a_picture():
    sheets = [filled(n, top=700) for n in range(2)] + [scan() for _ in range(2)]
    for number, sheet in enumerate(sheets, 1):
        sheet.words(250, 20, f"Harbour office, sheet {number}", 8)
    assert told_of_scans(*sheets) == ["pages 3–4 of the file are pictures without words and were not read"]


def test_a_picture_with_words_of_its_page_beside_it_is_not_told():
    sheet = scan()
    sheet.words(70, 790, "The wall as Anselm Dray drew it.")
    assert told_of_scans(filled(1), sheet, filled(3)) == []


@pytest.mark.parametrize("size", [(40, 40), (500, 100)])
def test_an_ornament_on_an_empty_page_is_not_told(size):
    width, height = size
    assert told_of_scans(filled(1), scan(width=width, height=height)) == []


def test_a_picture_in_strips_is_one_all_the_same():
    strips = Sheet([f"q 500 0 0 70 40 {40 + 70 * n} cm /P Do Q" for n in range(10)], USES_PICTURE)
    assert len(told_of_scans(filled(1), strips)) == 1


def test_a_picture_within_a_form_is_seen():
    assert len(told_of_scans(filled(1), Sheet(["/Q Do"], USES_PICTURE))) == 1


def test_an_empty_page_is_not_told():
    assert told([filled(1), Sheet(), filled(3)]) == []


@pytest.mark.parametrize(("strokes", "told_of"), [(20, False), (300, True), (5_000, True)])
def test_a_page_of_drawn_letters_is_told_and_one_with_a_rule_is_not(strokes, told_of):
    drawing = Sheet([f"{40 + n % 500} {40 + n % 700} 3 5 re f" for n in range(strokes)])
    remark = "page 2 of the file is a drawing without words and was not read"
    assert told([filled(1), drawing]) == [remark] * told_of


def test_a_file_of_pictures_alone_is_refused_as_before():
    with pytest.raises(errors.SourceEmptyError, match="is a scan: pictures of pages"):
        told_of_scans(scan(), scan())


def test_letters_without_names_on_one_page_are_told():
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 1001 0 R >>"
    table = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(NAMELESS), NAMELESS)
    shapes = Sheet(["BT /F9 10 Tf 1 0 0 1 70 700 Tm (The tide came in over the stones) Tj ET"])
    shapes.extra = "/Font << /F9 1000 0 R >>"
    data = pdf([filled(1), filled(2), shapes], objects=[font, table])
    data = data.replace(b"/Font << /F1 3 0 R /F2 4 0 R >> /Font", b"/Font")
    assert read(data).remarks == (
        "fonts on page 3 of the file name no letters, so that words there are not right",
    )


def test_words_laid_unseen_over_a_picture_are_told_as_a_machines():
    recognised = scan()
    recognised.drawing.append("BT 3 Tr ET")
    recognised.paragraph(70, 740, TIDE)
    assert told_of_scans(filled(1), recognised) == [
        "the words of page 2 of the file are set unseen, as text recognition (OCR) lays them over a picture, "
        "and may have its errors"
    ]


def test_a_line_that_is_unseen_among_others_makes_no_machines_page():
    sheet = filled(1)
    sheet.drawing.append("BT 3 Tr ET")
    sheet.words(70, 100, "And so on.")
    assert told([sheet]) == []


def test_many_words_set_sideways_are_told_and_a_note_in_the_margin_is_not():
    table, margin = filled(1), filled(2)
    for n in range(6):
        table.words(545 + 9 * n, 100, "It rained all night at the quay, and more", 8, turned=True)
    margin.words(30, 300, "Deposited in the library of Lowmere", turned=True)
    assert told([margin, table]) == ["words set sideways on page 2 of the file are in no passage"]


def test_comments_are_counted_with_their_pages():
    note = "/Subtype /Text /Contents (Is it so?)"
    assert annotated(note) == ["1 comment on page 1 of the file was not read"]
    assert annotated(note, "/Subtype /FreeText /Contents (No.)", pages=3) == [
        "6 comments on pages 1–3 of the file were not read"
    ]


@pytest.mark.parametrize(
    "annotation",
    [
        "/Subtype /Link /Contents (The Lowmere Papers)",
        "/Subtype /Popup /Contents (Is it so?)",
        "/Subtype /Highlight",
        "/Subtype /Text /Contents ()",
        "/Subtype /Widget /FT /Tx",
        "/Subtype /Widget /FT /Btn /V /Yes",
    ],
)
def test_an_annotation_without_words_of_its_own_is_not_told(annotation):
    assert annotated(annotation) == []


def test_what_was_filled_in_is_told():
    field = "/Subtype /Widget /FT /Tx /V (Oda Bern)"
    assert annotated(field, field) == ["2 filled-in form fields on page 1 of the file were not read"]


def test_files_attached_are_told():
    files = (
        "/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 1000 0 R >> >>] >> >>"
    )
    attached = b"<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream"
    assert told([filled(1)], catalog=files, objects=[attached]) == ["1 attached file was not read"]


def test_a_form_of_the_other_make_is_told():
    form = "/AcroForm << /Fields [] /XFA 1000 0 R >> /NeedsRendering true"
    content = b"<< /Length 5 >>\nstream\n<a/> \nendstream"
    assert told([filled(1)], catalog=form, objects=[content]) == ["the XFA form in it was not read"]
    assert told([filled(1)], catalog="/AcroForm << /Fields [] >>") == []


def test_a_file_without_its_end_is_told():
    data = pdf([filled(1), filled(2)])
    remark = "the file has no end, so that pages or later changes may be missing"
    assert read(data[: data.rindex(b"startxref")]).remarks == (remark,)
    assert read(data + b"\r\n" * 100).remarks == ()


def numbered(numbers, **more):
    """Return what is told of pages that carry these numbers, and the labels they get."""
    sheets = [filled(n, top=700) for n in range(len(numbers))]
    for number, sheet in zip(numbers, sheets, strict=True):
        sheet.words(290, 40, str(number), 8)
    page = read(pdf(sheets, **more))
    return list(page.remarks), list(dict.fromkeys(b.page for b in page.blocks if b.kind.answers))


@pytest.mark.parametrize("first", [1, 41])
def test_numbers_that_go_on_from_page_to_page_need_no_remark(first):
    numbers = list(range(first, first + 6))
    assert numbered(numbers) == ([], [str(n) for n in numbers])


def test_numbers_that_begin_anew_are_told_where_the_place_in_the_file_stands_for_them():
    remarks, labels = numbered([1, 2, 3, 4, 1, 2, 3, 1, 2, 3])
    assert labels == [str(n) for n in range(1, 11)]
    assert remarks == [
        "the numbers printed on pages 5–10 of the file do not go on through it; their place in it is used"
    ]


def test_names_of_the_files_own_that_are_not_the_numbers_printed_are_told():
    remarks, labels = numbered(range(41, 47), labels="0 << /S /D /St 7 >>")
    assert labels == [str(n) for n in range(7, 13)]
    assert remarks == [
        "pages 1–6 of the file are named as the file names them, and other numbers are printed on them"
    ]


@pytest.mark.parametrize("labels", ["0 << /S /D /St 7 >>", "0 << /S /D /P (A-) /St 7 >>", "0 << /S /r /St 7 >>"])
def test_names_of_the_files_own_that_agree_with_the_numbers_printed_are_not_told(labels):
    assert numbered(range(7, 13), labels=labels)[0] == []


def test_remarks_come_with_the_document(tmp_path):
    path = tmp_path / "quay.pdf"
    path.write_bytes(pdf([filled(1), scan()], objects=[PICTURE, FORM]))
    assert len(read_here(path).remarks) == 1


def test_what_is_told_changes_no_word():
    plain, commented = pdf([filled(1)]), b"/Type /Page /Annots [<< /Subtype /Text /Contents (a) >>] /Parent"
    found = read(plain.replace(b"/Type /Page /Parent", commented))
    assert (found.text, found.blocks) == (read(plain).text, read(plain).blocks)
    assert len(found.remarks) == 1


def test_thousands_of_annotations_end_in_time():
    begun = time.monotonic()
    assert annotated(*["/Subtype /Text /Contents (a)"] * 30_000) == [
        "30,000 comments on page 1 of the file were not read"
    ]
    assert time.monotonic() - begun < 20


pieces = st.sampled_from([
    "/P Do", "/Q Do", "BT 3 Tr ET", "q", "Q", "1e38 0 0 1e38 0 0 cm", "0 0 0 0 0 0 cm", "/P", "Do", "0 0 1 1 re f",
    f"BT /F1 10 Tf 1 0 0 1 70 700 Tm ({ROPE}) Tj ET", "-500 0 0 -700 40 40 cm",
])  # fmt: skip


@given(st.lists(pieces, max_size=12))
def test_whatever_a_page_draws_it_is_told_of_in_whole_remarks(drawing):
    page = read(pdf([filled(1), Sheet(drawing, USES_PICTURE)], objects=[PICTURE, FORM]))
    assert passages(page)
    assert all(remark.startswith(("page 2", "the words of page 2")) for remark in page.remarks)
