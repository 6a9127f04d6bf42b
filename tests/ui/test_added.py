from __future__ import annotations

from dataclasses import replace

from corpus.errors import SourceEmptyError
from qa import AddResult, Outcome
from qa.describing import Description
from qa.results import AddReport
from ui.added import described_line, report_lines, result_lines

FAULT = SourceEmptyError("b.txt has no words in it", expected="text", action="Look.")
ADDED = AddResult("a.txt", Outcome.ADDED, "d1", "A", 3, 2)


def lines(*results, **more):
    return list(report_lines(AddReport("/corpus", results, **more)))


def test_one_file_is_one_line():
    assert list(result_lines(ADDED)) == ["added: a.txt (3 passages, 2 speakers)"]
    assert lines(ADDED) == ["1 read, 0 refused; corpus: /corpus"]


def test_a_table_says_how_many_documents_and_a_moved_file_from_where():
    several = AddResult("t.csv", Outcome.MOVED, "d1", "A", 3, 2, documents=2, moved_from="/q/s.csv")
    assert list(result_lines(several)) == ["moved: t.csv (from /q/s.csv, 2 documents, 3 passages, 2 speakers)"]


def test_what_would_be_done_is_said_so():
    assert next(result_lines(ADDED, dry_run=True)).startswith("would be added: ")
    assert next(result_lines(AddResult("a", Outcome.UNCHANGED), dry_run=True)).startswith("unchanged: ")
    assert lines(ADDED, dry_run=True)[-1].endswith("; nothing was written")


def test_several_files_are_counted_and_what_needs_a_look_is_named():
    gone = AddResult("c.txt", Outcome.GONE, "d3", "C", 1, 1, read=False)
    moved = AddResult("d.txt", Outcome.MOVED, "d4", "D", 1, 1, moved_from="e.txt", read=False)
    assert lines(ADDED, ADDED, moved, gone, AddResult("b.txt", error=FAULT)) == [
        "  added            2 files        2 documents         6 passages",
        "  moved            1 file         1 documents         1 passages",
        "  gone             1 file         1 documents         1 passages",
        "  refused          1 file",
        "  moved: d.txt (from e.txt)",
        "  gone: c.txt",
        "  refused 12: b.txt",
        "3 read, 1 refused; corpus: /corpus",
    ]


def test_what_was_not_understood_is_said_of_files_that_were_read():
    read = AddResult("a", Outcome.ADDED, "d1", passages=2, unattributed=3, unknown=("title", "issued"))
    known = AddResult("b", Outcome.UNCHANGED, "d2", passages=2, unattributed=9, unknown=("author",), read=False)
    said = lines(read, known)
    assert "  of 1 read now, nothing states a title in 1, a date in 1" in said
    assert "  utterances of which nothing says whose they are: 3" in said


def test_what_was_passed_over_stands_below_the_files_line():
    remarked = replace(
        ADDED, remarks=("rows 2 and 5 have no words and were passed over", "not read: column Party")
    )
    assert list(result_lines(remarked))[1:] == [
        "    rows 2 and 5 have no words and were passed over",
        "    not read: column Party",
    ]


def test_the_table_counts_the_files_of_which_something_was_passed_over():
    remarked = replace(ADDED, remarks=("4 comments were not read",))
    before = replace(remarked, outcome=Outcome.UNCHANGED, read=False)
    said = lines(remarked, ADDED, before, before, replace(before, remarks=()))
    assert "  files of which something was passed over or left open, as said above: 1" in said
    assert any(line.startswith("  unchanged files of which something was passed over: 2; --json") for line in said)
    assert not any("passed over" in line for line in lines(ADDED, ADDED))


def test_a_name_cannot_write_on_the_terminal():
    nasty = "a\x1b[2J\nb"
    results = [AddResult(nasty, Outcome.MOVED, "d", moved_from=nasty), AddResult(nasty, error=FAULT)]
    told = [line for result in results for line in result_lines(result)]
    for line in [*lines(*results), *told, described_line(Description(nasty, None, nasty))]:
        assert not {"\x1b", "\n"} & set(line)


def test_a_record_is_told_only_where_something_of_it_was_not_taken():
    assert described_line(Description("m.csv: line 2", "d1", "names a.txt")) == ""
    assert "left out" in described_line(Description("m.csv: line 2", "d1", "names a.txt; left out: issued"))
    assert described_line(Description("m.csv: line 2", None, "it names no file")).endswith("it names no file")
