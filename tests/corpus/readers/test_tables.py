from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, check_page, check_reads_or_refuses, mutations, refusal, said, shown, voices

from corpus import limits
from corpus.errors import SourceEmptyError, SourceError, SourceFormatError, SourceTooLargeError
from corpus.readers import read_file
from corpus.readers.build import read_here
from corpus.readers.formats import AS_FOUND, Options
from corpus.readers.tables import read_csv, read_json_lines, read_tsv

PATH = NOWHERE / "speeches.csv"
SPEECHES = """Speaker,Text,Title,Date
Oda Bern,"It rained, all
night.",Tides,2014-09-02
Mara Quell,"They said ""never"".",Tides,2014-09-02
Oda Bern,It stopped.,Moles,2014-10
"""


def csv_pages(text, options=AS_FOUND, encoding="utf-8"):
    return read_csv(text.encode(encoding), PATH, options)


def lines(*rows):
    return "\n".join(json.dumps(row) for row in rows).encode()


def all_voices(pages):
    return [row for page in pages for row in voices(page)]


SAID = [("Oda Bern", "It rained, all\nnight."), ("Mara Quell", 'They said "never".'), ("Oda Bern", "It stopped.")]


def test_a_row_is_a_turn_and_rows_of_one_document_a_page():
    pages = csv_pages(SPEECHES)
    assert [page.part for page in pages] == ["row 2", "row 4"]
    assert all_voices(pages) == SAID


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_of_excels_is_told(delimiter):
    rows = [["Speaker", "Text"], ["Oda Bern", f"It rained{delimiter} all night."]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    assert all_voices(csv_pages(text)) == [("Oda Bern", f"It rained{delimiter} all night.")]


def test_a_comma_in_a_quoted_header_is_no_delimiter():
    text = '"Text, in full";Speaker\n"It rained, and, well, poured.";Oda Bern\n'
    pages = csv_pages(text, Options(columns={"text": "Text, in full"}))
    assert all_voices(pages) == [("Oda Bern", "It rained, and, well, poured.")]


def test_the_line_that_names_excels_delimiter_is_followed_and_is_no_row():
    assert all_voices(csv_pages("sep=;\nText;Speaker\nIt rained, so.;Oda Bern\n")) == [
        ("Oda Bern", "It rained, so.")
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_column(encoding):
    assert all_voices(csv_pages(SPEECHES, encoding=encoding)) == SAID


def test_an_encoding_that_is_named_is_used():
    data = "Text,Speaker\nHøvn regner.,Oda\n".encode("cp1252")
    assert all_voices(read_csv(data, PATH, Options("cp1252"))) == [("Oda", "Høvn regner.")]


def test_tab_separated_values_keep_their_commas():
    pages = read_tsv(b"text\tspeaker\nIt rained, so, yes.\tOda Bern\n", PATH, AS_FOUND)
    assert all_voices(pages) == [("Oda Bern", "It rained, so, yes.")]


def test_one_column_is_a_table_too():
    assert [shown(page) for page in csv_pages("text\nIt rained.\nIt poured.\n")] == [
        [("It rained.", "paragraph"), ("It poured.", "paragraph")]
    ]


def test_empty_rows_and_a_spreadsheets_empty_cells_are_passed_over():
    text = "\n,\nSpeaker,Text\nOda Bern,It rained.,,\n,\n\nMara Quell,It did.\n"
    assert all_voices(csv_pages(text)) == [("Oda Bern", "It rained."), ("Mara Quell", "It did.")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Oda Bern", "1 cell in row 3 and 2 in its header"),
        ("Oda Bern,It rained,all night.", "3 cells in row 3 and 2 in its header"),
    ],
)
def test_a_row_that_does_not_fit_refuses_the_whole_table_by_its_number(row, message):
    assert message in refusal(csv_pages, f"Speaker,Text\nMara Quell,It did.\n{row}\n")


@pytest.mark.parametrize("text", ['Text\n"It rained.', 'Text\n"It" rained.\n'])
def test_quotes_that_do_not_close_refuse_the_table_by_the_line(text):
    assert "cannot be read at line 2" in refusal(csv_pages, text)


def test_a_table_of_nothing_but_its_header_is_empty():
    with pytest.raises(SourceEmptyError, match="no row below its header"):
        csv_pages("Speaker,Text\n")


def test_columns_are_taken_as_the_user_says():
    pages = csv_pages("a,b\nOda Bern,It rained.\n", Options(columns={"speaker": "a", "text": "b"}))
    assert all_voices(pages) == [("Oda Bern", "It rained.")]


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("MAX_TABLE_ROWS", 2, "more than 2 rows"),
        ("MAX_TABLE_COLUMNS", 3, "has 4 columns"),
    ],
)
def test_more_than_a_table_may_have_is_refused(monkeypatch, limit, value, message):
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(SourceTooLargeError, match=message):
        csv_pages(SPEECHES)


def test_a_cell_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CELL_CHARS", 100)
    with pytest.raises(SourceFormatError, match="field larger than field limit"):
        csv_pages(f"Text\n{'x' * 200}\n")


def test_json_lines_are_rows_by_their_keys():
    data = lines(
        {"speaker": "Oda Bern", "text": "It rained."}, {"text": "It did.", "party": {"a": 1}}, {"text": 7}
    )
    (page,) = read_json_lines(data, PATH, AS_FOUND)
    assert voices(page) == [("Oda Bern", "It rained."), (None, "It did."), (None, "7")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"text": "a"}\n{"text"', "no JSON in line 2"),
        (b'{"text": "a"}\n[1]', "no JSON object in line 2"),
        (b'{"text": NaN}', "no JSON in line 1"),
        (b"[1," * 100_000, "no JSON in line 1"),
        (b'{"text": ["a", "b"]}', "row 1 of /nowhere/speeches.csv has several values as its text"),
        (b'{"text": "a\\ud800"}', "U+D800"),
        (b'{"text": "a", "n": ' + b"9" * 9000 + b"}", "no JSON in line 1"),
    ],
)
def test_a_line_that_is_no_row_refuses_the_file_by_its_number(data, message):
    assert message in refusal(read_json_lines, data, PATH, AS_FOUND)


def test_keys_that_multiply_into_cells_without_end_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TABLE_CELLS", 100)
    data = lines({f"k{n}": 1 for n in range(50)}, *[{"text": "a"}] * 10)
    with pytest.raises(SourceTooLargeError, match="51 columns for 11 rows"):
        read_json_lines(data, PATH, AS_FOUND)


def test_new_keys_in_every_line_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TABLE_COLUMNS", 20)
    with pytest.raises(SourceTooLargeError, match="21 columns"):
        read_json_lines(lines(*({f"k{n}": 1} for n in range(30))), PATH, AS_FOUND)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"Name;Text\nOda Bern;It rained.\n"),
        ("a.tsv", b"Name\tText\nOda Bern\tIt rained, so.\n"),
        ("a.jsonl", b'{"Name": "Oda Bern", "Text": "It rained."}'),
    ],
)
def test_what_the_columns_were_taken_for_comes_with_the_table(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    assert read_file(path).columns == "text=Text (guessed), speaker=Name (guessed)"
    assert read_file(path, Options(columns={"title": "Name"})).columns == "text=Text (guessed), title=Name"


@pytest.mark.parametrize("rows", ["Oda Bern,\n", "Oda Bern,...\n,\n", "Oda Bern,   \nMara Quell,-\n"])
def test_a_table_none_of_whose_rows_has_words_is_refused(rows):
    assert "no row with words" in refusal(read_csv, f"Name,Text\n{rows}".encode(), PATH, AS_FOUND)


def test_each_document_of_a_table_is_one_of_the_corpus(tmp_path):
    path = tmp_path / "speeches.csv"
    path.write_text(SPEECHES, encoding="utf-8")
    assert [document.source for document in read_here(path).documents] == [f"{path}#row 2", f"{path}#row 4"]
    assert said(path) == SAID


def test_a_document_is_the_same_whatever_else_the_table_holds(tmp_path):
    path = tmp_path / "speeches.csv"
    path.write_text(SPEECHES, encoding="utf-8")
    before = {document.id for document in read_here(path).documents}
    path.write_text(SPEECHES + "Oda Bern,It poured.,Quays,2015\n", encoding="utf-8")
    assert before < {document.id for document in read_here(path).documents}


def test_another_speaker_of_the_same_words_makes_another_document(tmp_path):
    path = tmp_path / "speeches.csv"
    ids = set()
    for name in ("Oda Bern", "Mara Quell"):
        path.write_text(f"Speaker,Text\n{name},It rained.\n", encoding="utf-8")
        ids |= {document.id for document in read_here(path).documents}
    assert len(ids) == 2


@given(mutations(SPEECHES.encode()))
def test_any_comma_separated_values_are_pages_or_a_refusal(data):
    check_reads_or_refuses(read_csv, data, PATH, AS_FOUND)


@given(mutations(lines({"speaker": "Oda Bern", "text": "It rained."}, {"text": "So.", "time": 3})))
def test_any_json_lines_are_pages_or_a_refusal(data):
    check_reads_or_refuses(read_json_lines, data, PATH, AS_FOUND)


_cells = st.text(st.sampled_from('ab,;|"\t\r\n “水🌊\u202e'), max_size=12)


@given(st.lists(st.tuples(_cells, _cells), min_size=1, max_size=12), st.sampled_from(",;\t|"))
def test_no_character_of_a_cell_is_lost(rows, delimiter):
    quoted = ["text", "speaker"], *((a + "x", b) for a, b in rows)
    text = "\r\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in quoted)
    try:
        pages = csv_pages(text)
    except SourceError:
        return
    for page in pages:
        check_page(page)
    expected = "".join("".join(f"{a}x".split()) for a, _ in rows)
    assert "".join("".join(page.text.split()) for page in pages) == expected
