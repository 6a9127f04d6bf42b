from __future__ import annotations

import pytest
from pdf_reading import BILL, ROPE, TIDE, WALL, blocks, of_kind, read
from pdf_writer import Sheet


def under(*lines, size=10, bold=False):
    """Return the kinds of what is read of a paragraph, lines, and a paragraph below them."""
    sheet = Sheet()
    y = sheet.paragraph(70, 780, f"{TIDE} {WALL}") - 14
    for line in lines:
        sheet.words(70, y, line, size, bold=bold)
        y -= 1.2 * size
    sheet.paragraph(70, y - 14, f"{ROPE} {BILL}")
    return blocks(read([sheet]))[1:-1]


@pytest.mark.parametrize(("size", "bold"), [(14, False), (14, True), (10, True)])
def test_large_and_bold_lines_are_headings(size, bold):
    assert under("The Next Tide", size=size, bold=bold) == [("heading", "The Next Tide")]


def test_a_heading_of_two_lines_is_one():
    lines = ("Of the Wall at Lowmere, of the Men who Built", "it, and of what Became of Them")
    assert under(*lines, size=14) == [("heading", " ".join(lines))]


def test_a_line_in_capitals_is_a_heading():
    assert under("THE NEXT TIDE") == [("heading", "THE NEXT TIDE")]


def test_a_bold_sentence_is_a_paragraph():
    assert under("Nobody had asked them.", bold=True) == [("paragraph", "Nobody had asked them.")]


def test_the_largest_line_at_the_top_is_the_title_and_the_others_are_not():
    sheet = Sheet()
    sheet.words(150, 780, "The Long Quay", 22)
    sheet.words(200, 750, "A report to the commission", 13)
    sheet.words(70, 700, "The Next Tide", 14, bold=True)
    sheet.paragraph(70, 670, f"{TIDE} {WALL}")
    assert blocks(read([sheet])) == [
        ("title", "The Long Quay"),
        ("leftover", "A report to the commission"),
        ("heading", "The Next Tide"),
        ("paragraph", f"{TIDE} {WALL}"),
    ]


@pytest.mark.parametrize("mark", ["•", "-", "1.", "(a)"])
def test_lists_are_items_and_their_lines_stay_together(mark):
    sheet, y = Sheet(), 740
    for text in (TIDE, WALL):
        sheet.words(70, y, mark)
        y = sheet.paragraph(94, y, text, width=300)
    assert of_kind(read([sheet]), "list item") == [f"{mark} {TIDE}", f"{mark} {WALL}"]


def test_a_paragraph_set_in_on_both_sides_is_a_quotation():
    sheet = Sheet()
    y = sheet.paragraph(70, 740, f"{TIDE} {WALL}")
    y = sheet.paragraph(110, y - 10, f"{ROPE} {BILL}", width=360)
    sheet.paragraph(70, y - 10, f"{WALL} {TIDE}")
    assert [kind for kind, _ in blocks(read([sheet]))] == ["paragraph", "block quotation", "paragraph"]


def test_a_caption_answers_nothing():
    assert under("Figure 3: Boats at rest in the harbour") == [
        ("caption", "Figure 3: Boats at rest in the harbour")
    ]


def test_a_copyright_line_answers_nothing():
    assert under("© The Lantern Post 2019") == [("leftover", "© The Lantern Post 2019")]


def test_small_print_is_no_heading():
    assert under("Printed at Lowmere", size=7)[0][0] == "paragraph"
