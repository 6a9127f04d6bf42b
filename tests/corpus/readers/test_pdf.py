from __future__ import annotations

import pytest
from pdf_reading import BILL, ROPE, TIDE, WALL, filled, passages, read
from pdf_writer import Sheet, pdf

from corpus.readers.build import read_here

TWO = f"{TIDE} {WALL}"
THREE = f"{ROPE} {BILL} {TIDE}"


def set_in(**set_as):
    """Return what is read of two paragraphs one below the other."""
    sheet = Sheet()
    y = sheet.paragraph(70, 740, TWO, **set_as)
    sheet.paragraph(70, y, THREE, **set_as)
    return passages(read([sheet]))


@pytest.mark.parametrize("justified", [True, False])
@pytest.mark.parametrize("width", [180, 260, 450])
def test_lines_become_the_paragraphs_that_were_set_with_an_indent(justified, width):
    assert set_in(indent=18, justified=justified, width=width) == [TWO, THREE]


@pytest.mark.parametrize("lead", [1.0, 1.2, 1.5, 2.0])
def test_the_distance_of_lines_makes_no_difference(lead):
    assert set_in(indent=18, lead=lead, width=300) == [TWO, THREE]


def test_paragraphs_are_told_by_the_gap_between_them():
    sheet = Sheet()
    y = sheet.paragraph(70, 740, TWO)
    sheet.paragraph(70, y - 8, THREE)
    assert passages(read([sheet])) == [TWO, THREE]


def test_paragraphs_without_gap_or_indent_are_told_by_the_room_left_on_the_last_line():
    assert set_in() == [TWO, THREE]


def test_hanging_paragraphs_stay_whole():
    sheet, y = Sheet(), 740
    for text in (TWO, THREE):
        first, rest = text[:60].rsplit(" ", 1)[0], ""
        rest = text[len(first) + 1 :]
        sheet.words(70, y, first)
        y = sheet.paragraph(94, y - 12, rest, width=70 + len(first) * 6 - 94)
    assert passages(read([sheet])) == [TWO, THREE]


def test_a_paragraph_goes_on_in_the_next_column_and_overleaf():
    words = " ".join(f"{text[:-1]}, for the {n}th time." for n in range(6) for text in (TIDE, WALL, ROPE, BILL))
    scratch = Sheet()
    scratch.paragraph(0, 0, words, width=220)
    lines = [drawn.split("(", 1)[1].removesuffix(") Tj ET") for drawn in scratch.drawing]
    places = [(0, 60), (0, 320), (1, 60), (1, 320)]
    sheets = [Sheet(), Sheet()]
    for n, line in enumerate(lines):
        part, row = divmod(n, -(-len(lines) // 4))
        page, x = places[part]
        sheets[page].words(x, 700 - 12 * row, line)
    assert passages(read(sheets)) == [words]


def test_a_paragraph_that_ends_with_its_page_does_not_go_on():
    first, second = Sheet(), Sheet()
    first.paragraph(70, 740, TWO, indent=18)
    second.paragraph(70, 740, THREE, indent=18)
    assert passages(read([first, second])) == [TWO, THREE]


def test_a_broken_word_keeps_its_hyphen_and_the_line_s_end():
    sheet = Sheet()
    sheet.words(70, 740, "The commission had promised an extraordinary in-")
    sheet.words(70, 728, "vestigation of the harbour wall, and of the men")
    sheet.words(70, 716, "who had built it.")
    (words,) = passages(read([sheet]))
    assert "extraordinary in-\nvestigation of" in words
    assert words.count("\n") == 1


def test_words_are_in_reading_order_however_they_are_drawn():
    sheet = Sheet()
    sheet.paragraph(70, 740, TWO, indent=18)
    sheet.drawing.reverse()
    assert passages(read([sheet])) == [TWO]


def test_each_block_is_a_slice_of_the_text_and_knows_its_page():
    page = read([filled(n) for n in range(3)])
    assert all(b.of(page.text).strip() == b.of(page.text) != "" for b in page.blocks)
    assert [b.page for b in page.blocks if b.kind.answers] == ["1"] * 4 + ["2"] * 4 + ["3"] * 4


def test_words_set_sideways_are_no_part_of_a_paragraph():
    sheet = Sheet()
    sheet.words(30, 300, "Deposited in the library of Lowmere", turned=True)
    sheet.paragraph(70, 740, TWO)
    page = read([sheet])
    assert passages(page) == [TWO]
    assert "Deposited in the library of Lowmere" in page.text


def test_a_page_set_sideways_is_read_as_its_reader_turns_it():
    sheet = Sheet()
    for n, words in enumerate(
        ["The tide came in over the long stones of the quay", "and nobody had thought of the lamps."]
    ):
        sheet.words(100 + 12 * n, 100, words, turned=True)
    assert passages(read([sheet])) == [
        "The tide came in over the long stones of the quay and nobody had thought of the lamps."
    ]


def test_a_digit_set_high_is_a_raised_digit():
    sheet = Sheet()
    sheet.words(70, 740, "The wall is 10")
    sheet.words(70 + 14 * 6, 744, "2", 6)
    sheet.words(70 + 14 * 6 + 10, 740, "paces long, and nobody knows why it was built.")
    assert passages(read([sheet])) == ["The wall is 10² paces long, and nobody knows why it was built."]


def test_turns_of_a_transcript_are_turns():
    sheet, y = Sheet(), 740
    for who, words in (("ODA BERN:", TIDE), ("SANNA VELD:", WALL), ("ODA BERN:", ROPE)):
        y = sheet.paragraph(70, y, f"{who} {words}", width=300)
    page = read([sheet])
    assert [b.kind.value for b in page.blocks] == ["turn"] * 3


def test_a_pdf_is_read_from_its_file(tmp_path):
    path = tmp_path / "quay.PDF"
    path.write_bytes(pdf([filled(1)]))
    (document,) = read_here(path).documents
    assert len(document.passages) == 4
    assert all(document.text[p.start : p.end] == p.text and p.page == "1" for p in document.passages)
