from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.model import BlockKind
from corpus.readers.draft import Para
from corpus.readers.remarks import counted, note_remarks, numbered, told, undated, was


def test_one_and_several_are_counted_in_their_own_words():
    assert counted(1, "comment") == "1 comment"
    assert counted(2_000, "comment") == "2,000 comments"
    assert counted(0, "entry", "entries") == "0 entries"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([4], "row 4"),
        ([4, 5], "rows 4–5"),
        ([4, 5, 6, 9], "rows 4–6 and 9"),
        ([2, 4, 5, 1_000], "rows 2, 4–5 and 1,000"),
    ],
)
def test_numbers_that_follow_one_another_are_a_stretch(numbers, words):
    assert numbered(numbers, "row") == words


def test_many_stretches_end_in_how_many_more_there_are():
    assert numbered(range(1, 40, 2), "row") == "rows 1, 3, 5, 7, 9, 11, 13, 15 and 12 more"


def test_no_number_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no numbers"):
        numbered([], "row")


@given(st.sets(st.integers(1, 900), min_size=1, max_size=200))
def test_every_number_is_told_or_counted(numbers):
    words = numbered(sorted(numbers), "page").split(" ", 1)[1]
    more = re.search(r" and (\d+) more\Z", words)
    shown = re.findall(r"(\d+)(?:–(\d+))?", words[: more.start()] if more else words)
    spelled = {n for a, b in shown for n in range(int(a), int(b or a) + 1)}
    assert spelled <= numbers
    assert len(spelled) + int(more[1] if more else 0) == len(numbers)


def test_what_is_told_is_bounded_in_number_and_length_and_on_one_line():
    found = told(f"{n} x\x1b[2J\n{'y' * 2_000}" for n in range(100))
    assert len(found) == limits.MAX_REMARKS
    assert all(len(line) <= limits.MAX_REMARK_CHARS + 1 for line in found)
    assert not {"\x1b", "\n"} & set("".join(found))


def test_the_same_is_told_once():
    assert told(["a", "b", "a"]) == ("a", "b")


def test_the_verb_goes_with_the_count():
    assert [was(count) for count in (0, 1, 2)] == ["were", "was", "were"]


def test_notes_that_are_not_there_are_counted_and_no_others():
    paras = [Para("a", BlockKind.PARAGRAPH, notes=("1", "2", "3")), Para("b", BlockKind.NOTE, notes=("9",))]
    assert list(note_remarks(paras, {"1", None})) == ["2 notes that the text refers to were not found"]
    assert list(note_remarks(paras, {"1", "2", "3"})) == []


def test_a_date_in_a_remark_cannot_write_on_the_terminal():
    told_date = undated("the page's", "\x1b[2J\n" + "9" * 500)
    assert told_date.startswith("the page's date, “")
    assert not {"\x1b", "\n"} & set(told_date)
    assert len(told_date) < limits.MAX_REMARK_CHARS
