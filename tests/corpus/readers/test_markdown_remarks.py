from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE

from corpus import limits
from corpus.readers.front_matter import unread_keys
from corpus.readers.markdown import read_markdown
from corpus.readers.remarks import listed
from corpus.readers.text import read_text

PATH = NOWHERE / "quay.md"


def remarks(text):
    return list(read_markdown(text, PATH).remarks)


def matter(*lines):
    return remarks("\n".join(["---", *lines, "---", "", "It rained."]))


@pytest.mark.parametrize(
    "text",
    [
        "# Tides\n\nIt rained.\n",
        "It rained[^1], and then[^b] some.\n\n[^1]: All night.\n[^b]: So.\n",
        "Letters are `[^a-z]`.\n\n    x = [^b]\n\n```\n[^c]\n```\n",
        "![](quay.png)\n\nIt [rained][r].\n\n[r]: https://quay.example\n",
        "---\ntitle: Tides\nauthor:\ndate: 2014-09-02\ntags: [rain]\neditor: ''\n---\n\nIt rained.\n",
        "",
    ],
)
def test_an_ordinary_file_has_no_remark(text):
    assert remarks(text) == []


@pytest.mark.parametrize("text", ["It rained.\n", "By Oda Bern\n\nIt rained[1].\n\n[2] So.\n", ""])
def test_plain_text_is_kept_whole_and_has_no_remark(text):
    assert read_text(text).remarks == ()


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("It rained[^1].", "1 note that the text refers to was not found"),
        ("It *rained[^a]*[^a], they[^b] say.", "2 notes that the text refers to were not found"),
        ("It rained.\n\n[^1]: All night.", "1 note that nothing refers to was not read"),
        ("It rained[^1].\n\n[^1]: So.\n[^2]: No.\n[^3]: Nor.", "2 notes that nothing refers to were not read"),
    ],
)
def test_notes_that_go_astray_are_counted(text, remark):
    assert remarks(text) == [remark]


def test_a_note_that_nothing_refers_to_is_indeed_not_read():
    assert "All night" not in read_markdown("It rained.\n\n[^1]: All night.", PATH).text


def test_a_date_of_no_certain_day_is_told():
    told = "the date in the front matter could not be read as a day and is kept as words"
    assert matter("date: early spring") == [told]
    assert matter("published: 03/04/2019") == [told]
    assert matter("date: 2019-04") == []


@pytest.mark.parametrize(
    ("lines", "unread"),
    [
        (["speaker: Oda Bern"], "speaker"),
        (["title: Tides", "Venue: The quay", "speaker:", "  - Oda Bern"], "venue, speaker"),
        (["type: blog"], "type"),
        (["title: [a, b]"], "title"),
        (["speakers:", "- Oda Bern"], "speakers"),
    ],
)
def test_keys_that_say_something_and_are_not_read_are_named(lines, unread):
    assert matter(*lines) == [f"not read of the front matter: {unread}"]


@pytest.mark.parametrize("line", ["speaker:", 'speaker: ""', "speaker: ''", "speaker: []", "speaker: # later"])
def test_a_key_that_says_nothing_is_not_named(line):
    assert matter("title: Tides", line, "date: 2014") == []


def test_keys_below_another_are_no_keys_of_the_front_matter():
    assert unread_keys("title: Tides\nseries:\n  speaker: Oda Bern\n", {"title"}) == []


def test_two_keys_for_one_field_are_both_read():
    assert unread_keys("date: 2014\npublished: 2015\n", {"issued"}) == []


def test_many_keys_are_cut():
    (remark,) = matter(*(f"key{n}: So" for n in range(20)))
    assert remark.endswith("key7 and 12 more")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["a"], "a"),
        (["a", "b"], "a, b"),
        (["a", "b", "c"], "a, b and 1 more"),
        (["a\nb"], "a\ufffdb"),
        (["x" * 30], "x" * 9 + "…"),
    ],
)
def test_names_are_listed_short_and_on_one_line(names, shown):
    assert listed(names, most=2, chars=10) == shown


@given(st.text(alphabet="ab:-[]{}\"' \n#~", max_size=60))
def test_whatever_stands_there_is_named_on_one_line_or_not(words):
    for key in unread_keys(words, ()):
        assert key.isprintable()
        assert len(key) < limits.MAX_REMARK_CHARS
        assert key in words.lower()
