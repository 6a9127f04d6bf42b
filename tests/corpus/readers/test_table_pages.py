from __future__ import annotations

import pytest
from pages import NOWHERE, check_page, refusal, shown, stated, voices

from corpus import limits
from corpus.citation import Provenance
from corpus.readers.columns import choose_columns
from corpus.readers.table_pages import Built, Table, pages_of

PATH = NOWHERE / "speeches.csv"


def pages(header, *rows, given=None):
    header = tuple(header.split())
    table = Table(header, [(n, list(row)) for n, row in enumerate(rows, 2)])
    found = pages_of(table, choose_columns(header, [r for _, r in table.rows], given or {}, PATH), PATH)
    for page in found:
        check_page(page)
    return found


def parts(found):
    return [(page.part, [words for words, _ in shown(page)]) for page in found]


def test_rows_with_one_id_are_one_document_wherever_they_stand():
    found = pages("id text", ["s1", "One."], ["s2", "Two."], ["s1", "Three."])
    assert parts(found) == [("s1", ["One.", "Three."]), ("s2", ["Two."])]


def test_a_row_without_an_id_is_a_document_of_its_own():
    assert parts(pages("id text", ["s1", "One."], ["", "Two."])) == [("s1", ["One."]), ("row 3", ["Two."])]


def test_rows_in_sequence_with_the_same_title_and_date_are_one_document():
    rows = [
        ["Tides", "2014", "One."],
        ["Tides", "2014", "Two."],
        ["Tides", "2015", "Three."],
        ["Tides", "2014", "Four."],
    ]
    assert parts(pages("title date text", *rows)) == [
        ("row 2", ["One.", "Two."]),
        ("row 4", ["Three."]),
        ("row 5", ["Four."]),
    ]


def test_a_table_of_one_document_is_that_document():
    assert parts(pages("speaker text", ["Oda Bern", "One."], ["Mara Quell", "Two."])) == [("", ["One.", "Two."])]


def test_rows_without_words_are_passed_over_and_break_no_document():
    assert parts(pages("title text", ["T", "One."], ["U", " "], ["T", "—"], ["T", "Two."])) == [
        ("", ["One.", "Two."])
    ]


def test_a_table_without_any_words_is_refused():
    assert "no row with words" in refusal(lambda: pages("title text", ["T", ""], given={"text": "text"}))


def test_a_speaker_makes_a_turn_and_keeps_name_and_role():
    (page,) = pages("speaker role text", ["Oda Bern", "clerk", "One."])
    voice = page.blocks[0].voice
    assert (shown(page), voice.name, voice.as_printed, voice.role) == (
        [("One.", "turn")],
        "Oda Bern",
        "Oda Bern",
        "clerk",
    )


@pytest.mark.parametrize("name", ["", "Speaker 2", "Q", "SPEAKER_01"])
def test_a_speaker_who_is_nobody_is_not_named(name):
    assert voices(pages("speaker text", [name, "One."])[0]) == [(None, "One.")]


def test_a_quotation_is_a_block_quotation_of_its_speakers():
    (page,) = pages("quote speaker", ["Never.", "Oda Bern"])
    assert shown(page) == [("Never.", "block quotation")]
    assert voices(page) == [("Oda Bern", "Never.")]


def test_the_words_around_a_quotation_are_not_its_speakers():
    (page,) = pages("text quote speaker", ["She would not go.", "Never.", "Oda Bern"])
    assert shown(page) == [("She would not go.", "paragraph"), ("Never.", "block quotation")]
    assert voices(page) == [(None, "She would not go."), ("Oda Bern", "Never.")]


def test_blank_lines_in_a_cell_part_paragraphs_of_one_voice():
    (page,) = pages("speaker text", ["Oda Bern", " One.\r\n \r\nTwo,\nstill two.\n\n\nThree. "])
    assert voices(page) == [("Oda Bern", "One."), ("Oda Bern", "Two,\nstill two."), ("Oda Bern", "Three.")]


def test_a_cell_that_is_a_transcript_is_read_as_one():
    (page,) = pages("text", ["ODA BERN: One.\n\nMARA QUELL: Two.\n\nODA BERN: Three.\n\nMARA QUELL: Four."])
    assert [kind for _, kind in shown(page)] == ["turn"] * 4


def test_page_and_time_are_kept_as_places():
    (page,) = pages("text page time", ["One.", " iv ", "0:05"], ["Two.", "", "1:15.5"])
    assert [(b.page, b.time) for b in page.blocks] == [("iv", 5.0), (None, 75.5)]


def test_a_page_without_end_is_none():
    (page,) = pages("text page", ["One.", "x" * 21])
    assert page.blocks[0].page is None


def test_a_document_states_what_all_its_rows_agree_on():
    rows = [["s1", "Tides", "2014-09", "One."], ["s1", "Tides", "2014-10", "Two."]]
    (page,) = pages("id title date text", *rows)
    assert stated(page) == {"title": "Tides"}
    assert page.fields["title"].provenance is Provenance.METADATA


def test_title_author_link_and_source_are_cited():
    row = ["Tides", "Oda Bern; Mara Quell", "https://quay.example/1", "Lantern", "One."]
    (page,) = pages("title author url source text", row)
    assert stated(page) == {
        "title": "Tides",
        "author": [{"literal": "Oda Bern"}, {"literal": "Mara Quell"}],
        "URL": "https://quay.example/1",
        "container-title": "Lantern",
    }


def test_a_source_that_is_a_link_is_one():
    (page,) = pages("source text", ["http://quay.example/1", "One."])
    assert stated(page) == {"URL": "http://quay.example/1"}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2014", {"date-parts": [[2014]]}),
        ("2014-09", {"date-parts": [[2014, 9]]}),
        ("2 September 2014", {"date-parts": [[2014, 9, 2]]}),
        ("2014-09-02 00:00:00", {"date-parts": [[2014, 9, 2]]}),
        ("25/12/2014", {"date-parts": [[2014, 12, 25]]}),
        ("12/25/2014", {"date-parts": [[2014, 12, 25]]}),
        ("25.12.2014", {"date-parts": [[2014, 12, 25]]}),
        ("7/7/2014", {"date-parts": [[2014, 7, 7]]}),
        ("2014/9/2", {"date-parts": [[2014, 9, 2]]}),
        ("25/12/2014 00:00", {"date-parts": [[2014, 12, 25]]}),
        ("02/09/2014", {"literal": "02/09/2014"}),
        ("30/02/2014", {"literal": "30/02/2014"}),
        ("13/14/2014", {"literal": "13/14/2014"}),
        ("spring 2014", {"literal": "spring 2014"}),
    ],
)
def test_a_date_is_read_where_it_can_mean_one_day_only(cell, value):
    assert stated(pages("date text", [cell, "One."])[0])["issued"] == value


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        ("text time", ["One.", "soon"], "row 2 of /nowhere/speeches.csv has 'soon' as its time"),
        ("text speaker", ["One.", "x" * 201], "has 201 characters as its speaker; expected at most 200"),
        ("text title", ["One.", "x" * 2001], "has 2,001 characters as its title"),
        ("text id", ["One.", "x" * 201], "characters as its document"),
        ("text title", ["One.", Built("[1]")], "has several values as its title"),
        ("text title", ["One.", "a\0"], "U+0000"),
    ],
)
def test_a_cell_that_does_not_fit_its_column_refuses_the_table_by_the_row(header, row, message):
    named = {"time": "time"} if "time" in header.split() else {}
    assert message in refusal(lambda: pages(header, row, given=named))


def test_the_longest_words_admitted_are_laid():
    (page,) = pages("text", ["x" * limits.MAX_CELL_CHARS])
    assert len(page.blocks) == 1
