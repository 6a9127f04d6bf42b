from __future__ import annotations

from corpus.errors import SourceEmptyError
from qa import AddResult, Outcome
from qa.describing import Description
from qa.results import AddReport
from ui.added import described_line, report_lines, result_line

FAULT = SourceEmptyError("b.txt has no words in it", expected="text", action="Look.")
ADDED = AddResult("a.txt", Outcome.ADDED, "d1", "A", 3, 2)


def lines(*results, **more):
    return list(report_lines(AddReport("/corpus", results, **more)))


def test_one_file_is_one_line():
    assert result_line(ADDED) == "added: a.txt (3 passages, 2 speakers)"
    assert lines(ADDED) == ["1 read, 0 refused; corpus: /corpus"]


def test_a_table_says_how_many_documents_and_a_moved_file_from_where():
    several = AddResult("t.csv", Outcome.MOVED, "d1", "A", 3, 2, documents=2, moved_from="/q/s.csv")
    assert result_line(several) == "moved: t.csv (from /q/s.csv, 2 documents, 3 passages, 2 speakers)"


def test_what_would_be_done_is_said_so():
    assert result_line(ADDED, dry_run=True).startswith("would be added: ")
    assert result_line(AddResult("a", Outcome.UNCHANGED), dry_run=True).startswith("unchanged: ")
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


def test_a_name_cannot_write_on_the_terminal():
    nasty = "a\x1b[2J\nb"
    results = [AddResult(nasty, Outcome.MOVED, "d", moved_from=nasty), AddResult(nasty, error=FAULT)]
    for line in [*lines(*results), *map(result_line, results), described_line(Description(nasty, None, nasty))]:
        assert not {"\x1b", "\n"} & set(line)


def test_a_record_is_told_only_where_something_of_it_was_not_taken():
    assert described_line(Description("m.csv: line 2", "d1", "names a.txt")) == ""
    assert "left out" in described_line(Description("m.csv: line 2", "d1", "names a.txt; left out: issued"))
    assert described_line(Description("m.csv: line 2", None, "it names no file")).endswith("it names no file")
