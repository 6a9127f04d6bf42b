from __future__ import annotations

import pytest
from pdf_reading import BILL, ROPE, TIDE, WALL, blocks, passages, read
from pdf_writer import Sheet

LEFT = f"{TIDE} {WALL}"
RIGHT = f"{ROPE} {BILL}"


def columns(*texts, top=700, width=150, gap=30, sheet=None, **set_as):
    """Set each text in a column of its own, side by side."""
    sheet = sheet or Sheet()
    for n, text in enumerate(texts):
        sheet.paragraph(60 + n * (width + gap), top, text, width=width, indent=12, **set_as)
    return sheet


def across(sheet):
    """Draw the lines of all columns row by row, as some programs do."""
    sheet.drawing.sort(key=lambda drawn: -float(drawn.split(" Tm")[0].rsplit(" ", 1)[1]))
    return sheet


@pytest.mark.parametrize("justified", [True, False])
@pytest.mark.parametrize("gap", [12, 30])
def test_columns_are_read_one_after_the_other(gap, justified):
    assert passages(read([columns(LEFT, RIGHT, gap=gap, width=220, justified=justified)])) == [LEFT, RIGHT]


def test_three_columns_are_three():
    assert passages(read([columns(LEFT, RIGHT, LEFT, gap=15)])) == [LEFT, RIGHT, LEFT]


def test_columns_drawn_row_by_row_are_columns_still():
    assert passages(read([across(columns(LEFT, RIGHT, gap=24, width=220))])) == [LEFT, RIGHT]


def test_a_title_over_the_columns_comes_first_and_a_line_under_them_last():
    sheet = columns(LEFT, RIGHT, width=220)
    sheet.words(150, 760, "The Long Quay of Lowmere", 20, bold=True)
    sheet.paragraph(60, 520, f"{BILL} {TIDE}", width=470, indent=12)
    assert blocks(read([sheet])) == [
        ("title", "The Long Quay of Lowmere"),
        ("paragraph", LEFT),
        ("paragraph", RIGHT),
        ("paragraph", f"{BILL} {TIDE}"),
    ]


def test_columns_above_and_below_a_full_line_are_read_band_by_band():
    sheet = columns(LEFT, RIGHT, width=220)
    sheet.paragraph(60, 560, f"{BILL} {BILL}", width=470, indent=12)
    columns(f"{WALL} {TIDE}", f"{BILL} {ROPE}", top=500, width=220, sheet=sheet)
    found = passages(read([sheet]))
    assert found == [LEFT, RIGHT, f"{BILL} {BILL}", f"{WALL} {TIDE}", f"{BILL} {ROPE}"]


def test_a_last_page_of_a_line_or_two_in_each_column_is_parted_as_those_before():
    first = columns(LEFT, RIGHT, width=220)
    last = columns("The end of it was this, that nobody", "The wall stood, and the bill was", width=220)
    assert passages(read([first, last]))[-2:] == [
        "The end of it was this, that nobody",
        "The wall stood, and the bill was",
    ]


def test_a_page_number_in_the_gutter_hides_no_column():
    sheet = columns(LEFT, RIGHT, width=220, gap=12)
    sheet.words(283, 40, "1")
    assert passages(read([sheet])) == [LEFT, RIGHT]


def test_names_beside_what_they_say_are_no_column():
    sheet, y = Sheet(), 740
    for who, words in (("Bern", LEFT), ("Veld", RIGHT), ("Bern", ROPE), ("Veld", BILL)):
        sheet.words(60, y, who)
        y = sheet.paragraph(130, y, words, width=400) - 6
    assert [words.split()[0] for words in passages(read([sheet]))] == ["Bern", "Veld", "Bern", "Veld"]


def test_cells_of_a_table_stay_in_their_rows():
    sheet, y = Sheet(), 740
    rows = ["Monday high 6.10", "Tuesday low 7.25", "Wednesday high 8.05", "Friday no 9.40"]
    for row in rows:
        for n, cell in enumerate(row.split()):
            sheet.words(70 + 150 * n, y, cell)
        y -= 14
    text = read([sheet]).text
    assert all(row in text for row in rows)


def test_a_picture_beside_the_text_parts_no_paragraph():
    sheet = Sheet()
    long = f"{LEFT} {RIGHT} {BILL}"
    head = long[: long.index("Sanna")].strip()
    y = sheet.paragraph(70, 740, head, width=220)
    sheet.paragraph(70, y, long[len(head) :].strip(), width=450)
    assert passages(read([sheet]))[-1].endswith(BILL)
    assert len(passages(read([sheet]))) <= 2


def test_a_page_of_thousands_of_pieces_is_read_in_rows(monkeypatch):
    from corpus import limits

    monkeypatch.setattr(limits, "MAX_PDF_PIECES", 10)
    found = passages(read([columns(LEFT, RIGHT, width=220)]))
    assert found[0].startswith("The tide came in over the long Sanna Veld")
