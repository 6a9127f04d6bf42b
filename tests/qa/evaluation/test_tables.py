from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError
from qa.evaluation.tables import read_table, write_table

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(str.strip)
FORMULAS = ["=1+1", "+1", "-1", "@now", "＝1", "'=1", "''=1", "'tis", "'", "''", '="x"', "=a;b,c"]
ROWS = st.lists(st.tuples(CELLS.filter(bool), CELLS | st.sampled_from(FORMULAS)), min_size=1, max_size=6)
HEADER = ("question", "expected")


def table(text, encoding="utf-8"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own.csv")
        path.write_bytes(text.encode(encoding))
        return list(read_table(path, "question"))


def cells(text, **more):
    return [row for _, row in table(text, **more)]


@given(ROWS)
def test_what_is_written_is_read_again(rows):
    assert [tuple(row.values()) for row in cells(write_table(HEADER, rows))] == rows


@given(ROWS)
def test_no_written_cell_is_a_formula(rows):
    written = csv.reader(io.StringIO(write_table(HEADER, rows), newline=""))
    assert not [cell for row in written for cell in row if cell.strip()[:1] in set("=+-@＝＋－＠") - {""}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_spreadsheets_file_is_read(mark, end, encoding):
    lines = [f"Question{mark} EXPECTED ", f'"Was it{mark} late?"{mark}noon', "", f'"Two\nlines"{mark}"a ""b"""']
    assert cells(end.join(lines) + end, encoding=encoding) == [
        {"question": f"Was it{mark} late?", "expected": "noon"},
        {"question": "Two\nlines", "expected": 'a "b"'},
    ]


def test_commas_in_the_cells_do_not_decide_the_separator():
    text = "question;expected\nOne, two, three, four?;a, b, c, d\n"
    assert cells(text) == [{"question": "One, two, three, four?", "expected": "a, b, c, d"}]


def test_columns_without_a_name_at_the_end_are_passed_over():
    assert cells("question,expected,,\nWhy?,so,,\n")[0]["expected"] == "so"


def test_a_short_row_has_the_cells_it_has():
    assert cells("question,expected\nWhy?\n") == [{"question": "Why?"}]


def test_rows_carry_the_line_they_end_on():
    assert [line for line, _ in table('question\n\n"a\nb"\nc\n')] == [4, 5]


def test_a_row_with_a_cell_too_many_is_named_and_the_next_goes_on():
    (line, fault), (_, good) = table("question,expected\nWho, then?,x\nWhy?,y\n")
    assert isinstance(fault, SourceFormatError)
    assert (line, good["question"]) == (2, "Why?")
    assert "own.csv line 2 has 3 cells under 2 columns" in str(fault)


def test_an_overlong_cell_is_named():
    assert "line 2 has an overlong cell" in str(cells("question\n" + "x" * (limits.MAX_FIELD_CHARS + 1) + "\n")[0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("expected,speaker\nx,y\n", "the columns 'expected,speaker'"),
        ("\n\n", "the columns ''"),
        ("question,Expected,expected\nx,y,z\n", "comes twice"),
        ('question\n"never closed\n', "cannot be read"),
        ('question\n"a"b\n', "cannot be read"),
        ("question\n" + "x" * (limits.MAX_CELL_CHARS + 1), "cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_named_in_one_line(text, found):
    with pytest.raises(SourceFormatError) as refused:
        table(text)
    assert found in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_table_without_rows_is_named():
    with pytest.raises(SourceEmptyError):
        table("question,expected\n,\n")


def test_a_table_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_QUESTIONS", 2)
    assert len(table("question\na\n\nb\n")) == 2
    with pytest.raises(SourceTooLargeError, match="more than 2 questions"):
        table("question\na\nb\nc\n")
