from __future__ import annotations

import json

import pytest
from pages import NOWHERE

from corpus.readers import read_file
from corpus.readers.formats import AS_FOUND
from corpus.readers.tables import read_csv, read_json_lines

PATH = NOWHERE / "speeches.csv"


def remarks(text):
    first, *others = read_csv(text.encode(), PATH, AS_FOUND)
    assert not any(page.remarks for page in others)
    return list(first.remarks)


def test_a_table_all_of_which_was_read_is_not_remarked_on():
    assert remarks("Speaker,Text,Date,Page\nOda Bern,It rained.,2014-09-02,iv\nMara Quell,It did.,2014,5\n") == []


def test_rows_without_words_are_named_by_their_numbers_in_a_spreadsheet():
    text = "Speaker,Text\nOda Bern,It rained.\nOda Bern,\nMara Quell, -\nOda Bern,It did.\nOda Bern,...\n"
    assert remarks(text) == ["rows 3–4 and 6 have no words and were passed over"]
    assert remarks("Speaker,Text\nOda Bern,\nOda Bern,It did.\n") == ["row 2 has no words and was passed over"]


def test_columns_that_were_not_read_are_named():
    assert remarks("Party,Text,,Seat\nA,It rained.,,9\n") == ["not read: columns Party, Seat"]
    many = ",".join(f"c{n}" for n in range(20))
    told = remarks(f"{many},Text\n{'x,' * 20}It rained.\n")
    assert told == ["not read: columns c0, c1, c2, c3, c4, c5, c6, c7 and 12 more"]


@pytest.mark.parametrize(
    ("date", "open_"), [("3/4/2014", True), ("tomorrow", True), ("13/4/2014", False), ("", False)]
)
def test_a_date_that_names_no_certain_day_is_remarked_on(date, open_):
    told = remarks(f"Text,Date\nIt rained.,{date}\nIt did.,2014\n")
    assert told == ["the date in row 2 could not be read as a day and is kept as words"] * open_


def test_a_page_too_long_for_a_number_is_left_out_and_said_to_be():
    told = remarks("Text,Page\nIt rained.,see the printed volume of that year\n")
    assert told == ["the page in row 2 is too long for a page number and was left out"]


def test_what_the_rows_of_a_document_do_not_agree_on_is_left_out_and_said_to_be():
    text = "Id,Text,Title,Date\n1,It rained.,Tides,2014\n1,It did.,Moles,2014\n2,It dried.,Sun,2015\n"
    assert remarks(text) == ["the title differs between rows of 1 document and was left out"]


def test_lines_of_json_are_numbered_as_lines():
    data = b'{"text": "It rained."}\n\n{"text": ""}\n{"text": null, "party": "A"}\n'
    (page,) = read_json_lines(data, PATH, AS_FOUND)
    assert page.remarks == ("rows 3–4 have no words and were passed over", "not read: column party")


def test_a_columns_name_cannot_write_on_the_terminal(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"Text": "It rained.", "Par\x1b[2J\nty": "A"}), encoding="utf-8")
    (remark,) = read_file(path).remarks
    assert not {"\x1b", "\n"} & set(remark)
