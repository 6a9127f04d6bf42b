from __future__ import annotations

import json

from corpus import limits
from corpus.readers import read_file
from corpus.readers.formats import Contents
from corpus.readers.wire import contents_form, contents_from, encoded


def test_what_a_file_holds_comes_back_equal(tmp_path):
    path = tmp_path / "said.csv"
    path.write_text("Name,Words,Seat\nOda Bern,It rained.,9\nOda Bern,,8\n", encoding="utf-8")
    found = read_file(path)
    assert found.remarks
    assert contents_from(json.loads(encoded(contents_form(found)))) == found


def test_what_a_reading_process_says_is_bounded_and_on_one_line_on_this_side_of_the_border():
    hostile = ["\x1b[31mred\u202e\ud800", *("x" * 10_000 + str(n) for n in range(90))]
    found = contents_from({"documents": [], "remarks": hostile, "columns": "\x1b[2J\n" + "y" * 10_000})
    assert len(found.remarks) <= limits.MAX_REMARKS
    assert max(map(len, found.remarks)) <= limits.MAX_REMARK_CHARS
    assert len(found.columns) <= limits.MAX_COLUMNS_CHARS
    assert not set("\x1b\n\u202e\ud800") & set("".join([*found.remarks, found.columns]))


def test_a_source_is_told_under_another_name_with_its_part(tmp_path):
    path = tmp_path / "said.csv"
    path.write_text("Title,Words\nTides,It rained.\nMoles,It did.\n", encoding="utf-8")
    found = read_file(path).under("speeches.csv", str(path))
    assert [d.source for d in found.documents] == ["speeches.csv#row 2", "speeches.csv#row 3"]
    assert Contents(()).under("a", "b") == Contents(())
