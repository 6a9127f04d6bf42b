from __future__ import annotations

import pytest
from pdf_reading import BILL, ROPE, TIDE, WALL, filled, of_kind, passages, read
from pdf_writer import Sheet

from corpus.readers.pdf_furniture import number_of


def book(count=4, **per_page):
    """Return sheets of text with lines at places: ``top``, ``foot``, ``number`` make the line of each page."""
    sheets = [filled(n, top=730) for n in range(count)]
    places = {"top": (200, 790), "foot": (90, 60), "number": (290, 40), "corner": (500, 790)}
    for n, sheet in enumerate(sheets):
        for name, line in per_page.items():
            if words := line(n):
                sheet.words(*places[name], words)
    return sheets


def test_a_running_head_is_in_no_paragraph_and_not_lost():
    page = read(book(top=lambda n: "The Lowmere Papers"))
    assert of_kind(page, "leftover") == ["The Lowmere Papers"] * 4
    assert len(passages(page)) == 16


def test_heads_of_left_and_right_pages_differ():
    page = read(book(6, top=lambda n: "The Lowmere Papers" if n % 2 else "Mara Quell"))
    assert sorted(of_kind(page, "leftover")) == ["Mara Quell"] * 3 + ["The Lowmere Papers"] * 3


@pytest.mark.parametrize("form", ["{}", "- {} -", "[{}]", "Page {}", "{} / 4", "Page {} of 4"])
def test_page_numbers_are_told_by_their_counting(form):
    page = read(book(number=lambda n: form.format(n + 7)))
    assert of_kind(page, "leftover") == [form.format(n + 7) for n in range(4)]
    assert [b.page for b in page.blocks if b.kind.answers] == [str(n + 7) for n in range(4) for _ in range(4)]


def test_a_number_in_the_running_head_is_the_page_s():
    page = read(book(top=lambda n: f"{n + 31}   The Lowmere Papers"))
    assert page.blocks[0].page == "31"


def test_a_head_that_names_the_chapter_is_told_by_its_place():
    names = ["Of Walls", "Of Ropes", "Of Tides", "Of Bills"]
    assert of_kind(read(book(top=lambda n: names[n])), "leftover") == names


def test_two_lines_of_foot_are_both_furniture():
    page = read(book(foot=lambda n: "Printed for the commission at Lowmere", number=lambda n: str(n + 1)))
    assert len(of_kind(page, "leftover")) == 8


def test_pages_that_begin_alike_keep_their_first_line():
    sheets = [Sheet() for _ in range(4)]
    for sheet, words in zip(sheets, (WALL, ROPE, BILL, TIDE), strict=True):
        sheet.paragraph(70, 740, f"{TIDE} {words}", indent=18)
    assert all(words.startswith("The tide came in") for words in passages(read(sheets)))


def test_a_number_that_does_not_count_pages_is_no_page_s_label():
    page = read(book(number=lambda n: ["1911", "12", "440", "3"][n]))
    assert [b.page for b in page.blocks if b.kind.answers] == [str(n + 1) for n in range(4) for _ in range(4)]


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("iv", 4), ("XIX", 19), ("xc", 90), ("", None), ("wall", None), ("i1", None)]
)
def test_numbers_are_read_in_both_writings(text, value):
    assert number_of(text) == value


def transcript(pages=2, first=1, step=1, side=40):
    """Return sheets of 20 numbered lines, as a court's transcript has them."""
    words = " ".join([TIDE, WALL, ROPE, BILL] * 4).split()
    sheets = []
    for _ in range(pages):
        sheet = Sheet()
        for n in range(20):
            if (n + first) % step == 0:
                number = str(n + first)
                sheet.words(side + (12 - 6 * len(number)), 740 - 24 * n, number)
            sheet.words(80, 740 - 24 * n, " ".join(words[:9]))
            words = words[9:]
        sheets.append(sheet)
    return sheets


@pytest.mark.parametrize("side", [40, 550])
@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_are_in_no_paragraph(step, side):
    page = read(transcript(step=step, side=side))
    assert not any(c.isdigit() for words in passages(page) for c in words)
    assert of_kind(page, "leftover") == [" ".join(str(n) for n in range(1, 21) if n % step == 0)] * 2


def test_a_numbered_list_keeps_its_numbers():
    sheet = Sheet()
    for n in range(1, 10):
        sheet.words(70, 740 - 14 * n, f"{n}. a rope, a lamp and a long night")
    assert [words.split()[0] for words in of_kind(read([sheet]), "list item")] == [f"{n}." for n in range(1, 10)]


def test_numbers_of_paragraphs_in_the_margin_stay():
    sheet, y = Sheet(), 740
    for n in range(1, 10):
        sheet.words(40, y, str(n))
        y = sheet.paragraph(80, y, [TIDE, f"{WALL} {ROPE} {BILL}"][n % 2], width=400) - 10
    assert [words.split()[0] for words in passages(read([sheet]))] == [str(n) for n in range(1, 10)]
