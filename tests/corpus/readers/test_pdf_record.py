from __future__ import annotations

import pytest
from pdf_reading import TIDE, WALL, filled, of_kind, read
from pdf_writer import Sheet, pdf

from corpus.citation import Provenance


def titled(title="The Long Quay", *more):
    sheet, y = Sheet(), 740
    sheet.words(70, 780, title, 20, bold=True)
    for words in more:
        sheet.words(70, y, words)
        y -= 24
    sheet.paragraph(70, y, f"{TIDE} {WALL}")
    return sheet


def stated(info, *more, name="quay.pdf", title="The Long Quay"):
    """Return what the fields of a PDF with such information say: name to ``(value, provenance)``."""
    page = read(pdf([titled(title, *more)], info=info), name)
    return {k: (f.value, f.provenance) for k, f in page.fields.items()}


def test_a_title_that_the_page_shows_too_is_the_file_s_own():
    assert stated({"Title": "The Long Quay"})["title"] == ("The Long Quay", Provenance.METADATA)


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - quay_final.doc", "Untitled", "untitled-1", "Document1", "quay.indd", "report v3.docx",
        "Slide 1", "https://quay.example/a", "quay", "123", "-", "A Template of the Ministry", "",
    ],
)  # fmt: skip
def test_a_title_that_a_program_made_up_is_none(title):
    assert stated({"Title": title})["title"] == ("The Long Quay", Provenance.TEXT)


def test_where_the_page_shows_no_title_the_file_s_own_stands():
    page = read(pdf([filled(1)], info={"Title": "A Hurried Wall"}))
    assert page.fields["title"].value == "A Hurried Wall"


def test_an_author_counts_where_the_page_names_him():
    fields = stated({"Author": "Mara Quell"}, "Mara Quell, Lowmere")
    assert fields["author"] == ([{"literal": "Mara Quell"}], Provenance.METADATA)


def test_several_authors_are_several():
    fields = stated({"Author": "Mara Quell; Sanna Veld"}, "Mara Quell, Sanna Veld")
    assert fields["author"][0] == [{"literal": "Mara Quell"}, {"literal": "Sanna Veld"}]


@pytest.mark.parametrize("author", ["mquell", "Administrator", "User", "Josef Lind", "owner of this", ""])
def test_a_login_or_a_typist_is_no_author(author):
    assert "author" not in stated({"Author": author}, "Mara Quell, Lowmere")


def test_a_byline_and_a_date_line_are_read_from_the_page():
    fields = stated({}, "By Mara Quell", "14 June 2019")
    assert fields["author"] == ([{"literal": "Mara Quell"}], Provenance.TEXT)
    assert fields["issued"] == ({"date-parts": [[2019, 6, 14]]}, Provenance.TEXT)


def test_the_file_s_own_dates_are_nobody_s():
    fields = stated({"CreationDate": "D:20190614120000Z", "ModDate": "D:20200101120000Z"})
    assert "issued" not in fields


def test_page_labels_of_the_file_are_the_pages():
    labels = "0 << /S /r >> 2 << /S /D /St 233 >>"
    page = read(pdf([filled(n) for n in range(4)], labels=labels))
    assert [b.page for b in page.blocks if b.kind.answers][::4] == ["i", "ii", "233", "234"]


def test_labels_with_a_prefix_are_kept():
    page = read(pdf([filled(n) for n in range(2)], labels="0 << /S /D /P (A-) /St 3 >>"))
    assert [b.page for b in page.blocks if b.kind.answers][::4] == ["A-3", "A-4"]


def test_labels_that_only_count_give_way_to_the_printed_numbers():
    sheets = [filled(n) for n in range(4)]
    for n, sheet in enumerate(sheets):
        sheet.words(290, 40, str(n + 233))
    page = read(pdf(sheets, labels="0 << /S /D >>"))
    assert [b.page for b in page.blocks if b.kind.answers][::4] == ["233", "234", "235", "236"]


def test_a_page_without_its_number_is_counted_from_the_others():
    sheets = [filled(n) for n in range(5)]
    for n in (1, 2, 3, 4):
        sheets[n].words(290, 40, str(n + 10))
    page = read(pdf(sheets))
    assert [b.page for b in page.blocks if b.kind.answers][::4] == ["10", "11", "12", "13", "14"]


def _numbered(*numbers):
    """Return the labels of pages on which these are printed; the Roman ones before those that begin with 1."""
    sheets = [filled(n) for n in range(len(numbers))]
    for number, sheet in zip(numbers, sheets, strict=True):
        if number:
            sheet.words(290, 40, number)
    return [b.page for b in read(pdf(sheets)).blocks if b.kind.answers][::4]


def test_front_matter_has_its_roman_numbers_and_never_those_of_the_main_part():
    labels = _numbered("i", "ii", "1", "2", "3", "4", "5")
    assert labels[2:] == ["1", "2", "3", "4", "5"]
    assert set(labels[:2]) <= {"i", "ii", None}


def test_a_page_before_the_first_that_carries_no_number_has_none():
    assert _numbered("", "", "1", "2", "3", "4", "5") == [None, None, "1", "2", "3", "4", "5"]


def test_what_the_outline_names_is_a_heading():
    sheet = Sheet()
    sheet.paragraph(70, 740, f"{TIDE} {WALL}")
    sheet.words(70, 640, "Of the tides that came that winter, and of ropes.")
    sheet.paragraph(70, 600, f"{WALL} {TIDE}")
    entries = [("Of the tides that came that winter, and of ropes.", 0)]
    assert of_kind(read(pdf([sheet], entries=entries)), "heading") == [
        "Of the tides that came that winter, and of ropes."
    ]
    assert of_kind(read(pdf([sheet])), "heading") == []
