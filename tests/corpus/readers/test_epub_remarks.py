from __future__ import annotations

import pytest
from zipped import epub, epub_parts, page, zipped

from corpus import limits
from corpus.readers.epub_remarks import date_remarks

RAIN = "It rained all night, and nobody saw the tide come in over the mole."
ONE = f"<h1>Tides</h1><p>{RAIN}</p>"
FIRST = '<itemref idref="i1"/>'
SECOND = '<itemref idref="i2"/>'
BREAK = '<span epub:type="pagebreak"{}>{}</span>'


def remarks(*chapters, **more):
    return list(page(epub(*chapters, **more), ".epub").remarks)


def changed(old, new, *chapters, **more):
    """Return the remarks on a book in whose package one thing is another."""
    parts = epub_parts(*chapters, **more)
    assert old in parts["OEBPS/book.opf"]
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace(old, new)
    return list(page(zipped(parts), ".epub").remarks)


@pytest.mark.parametrize(
    ("chapters", "more"),
    [
        ([ONE], {}),
        ([ONE, f"<h1>After</h1><p>{RAIN}</p>"], {"metadata": "<dc:date>2014-09</dc:date>"}),
        (["<img src='cover.jpg'/>", ONE], {}),
        ([ONE, "<p> </p>"], {}),
        ([ONE, "<nav><ol><li>Tides</li></ol></nav>"], {"nav": 2}),
        ([ONE], {"metadata": "<dc:date>0101-01-01T00:00:00+00:00</dc:date>"}),
        ([ONE], {"metadata": "<dc:date opf:event='modification'>soon</dc:date>", "version": "2.0"}),
    ],
)
def test_an_ordinary_book_has_no_remark(chapters, more):
    assert remarks(*chapters, **more) == []


@pytest.mark.parametrize(
    ("added", "remark"),
    [
        ('<itemref idref="zz"/>', "1 part of the reading order is not in the book"),
        (
            '<itemref idref="x1"/>',
            "1 part of the reading order is no text (text/css) and was not read",
        ),
        (
            '<itemref idref="x1"/><itemref idref="x2"/>',
            "2 parts of the reading order are no text (text/css) and were not read",
        ),
    ],
)
def test_parts_of_the_reading_order_that_are_no_chapters_are_told(added, remark):
    assert changed(FIRST, FIRST + added, ONE, ONE) == [remark]


def test_a_chapter_outside_the_reading_order_is_told():
    assert changed(SECOND, "", ONE, ONE) == ["1 file of text outside the reading order was not read"]
    assert changed(f"{FIRST}{SECOND}", '<itemref idref="i3"/>', ONE, ONE, ONE + "<p>So.</p>")[0] != []


@pytest.mark.parametrize("kind", ["cover", "toc"])
def test_a_cover_or_contents_list_outside_the_reading_order_is_furniture(kind):
    guide = f'<reference type="{kind}" href="text/c2.xhtml"/>'
    assert changed(SECOND, "", ONE, ONE, guide=guide) == []
    assert changed(SECOND, "", ONE, ONE, nav=2) == []


@pytest.mark.parametrize("picture", ['<img src="1.jpg"/>', "<div><svg><image/></svg></div>"])
def test_chapters_that_are_pictures_are_told(picture):
    assert remarks(ONE, picture) == ["1 part of the reading order is a picture without words and was not read"]
    assert remarks(ONE, picture, picture, f"{picture}<p>{RAIN}</p>") == [
        "2 parts of the reading order are pictures without words and were not read"
    ]


def test_a_picture_that_the_book_calls_its_title_page_is_none_of_its_text():
    guide = '<reference type="title-page" href="text/c2.xhtml"/>'
    assert remarks(ONE, '<img src="1.jpg"/>', guide=guide) == []


def test_chapters_that_are_broken_are_told():
    assert remarks(ONE, f"<p>{RAIN}<br></p>") == [
        "1 chapter is no well-formed XHTML and was read as browsers read such"
    ]
    assert remarks(f"<p>{RAIN}", f"<p>{RAIN}") == [
        "2 chapters are no well-formed XHTML and were read as browsers read such"
    ]


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ("<p id='n1'>1 One.</p><p id='n2'>2 Two.</p>", []),
        ("<p id='n1'>1 One.</p>", ["1 note that the text refers to was not found"]),
        ("", ["2 notes that the text refers to were not found"]),
    ],
)
def test_notes_that_the_book_does_not_hold_are_counted(notes, told):
    cites = "".join(f"<p>{RAIN}<sup><a href='#n{n}'>{n}</a></sup></p>" for n in (1, 2))
    assert remarks(f"<h1>Tides</h1>{cites}{notes}") == told


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ([(' title="12"', "")], []),
        ([("", "12")], []),
        ([("", "page xii")], []),
        ([("", "")], ["1 page break has no number that can be read, so that what follows keeps the page before"]),
        (
            [("", ""), (' title="12"', ""), ("", "next page")],
            ["2 page breaks have no number that can be read, so that what follows keeps the page before"],
        ),
    ],
)
def test_page_breaks_without_a_number_are_counted(broken, told):
    breaks = "".join(f"<p>{BREAK.format(*one)}{RAIN}</p>" for one in broken)
    assert remarks(f"<h1>Tides</h1>{breaks}") == told


def test_a_chapter_that_is_read_twice_loses_its_pages_once():
    """What is not well-formed is begun as XML and read again as HTML."""
    told = remarks(f"<h1>Tides</h1><p>{BREAK.format('', '')}{RAIN}</p><br>")
    assert [remark.split(" ")[0] for remark in told] == ["1", "1"]


def test_a_date_that_is_no_day_is_told_in_its_own_words():
    assert remarks(ONE, metadata="<dc:date>c. 1890</dc:date>") == [
        "the book's date, “c. 1890”, could not be read as a day and was left out"
    ]
    assert remarks(ONE, metadata="<dc:date>c. 1890</dc:date><dc:date>1890</dc:date>") == []


def test_the_words_of_a_date_are_shown_short_and_on_one_line():
    (remark,) = date_remarks(f"soon\n\x1b[2J{'x' * 900}", ())
    assert remark.isprintable()
    assert len(remark) < limits.MAX_REMARK_CHARS
