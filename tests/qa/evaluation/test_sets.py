from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from corpus.errors import (
    SourceEmptyError,
    SourceEncodingError,
    SourceFormatError,
    SourceNotFoundError,
    SourceTooLargeError,
)
from qa.evaluation.sets import EvaluationSet, SetPassage, SetQuestion, read_set

WHOLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TEXTS = WHOLE.filter(str.strip)
KNOWN = st.none() | TEXTS
IDS = st.lists(st.from_regex(r"[A-Za-z0-9_.:-]{1,12}", fullmatch=True), min_size=1, max_size=6, unique=True)


@st.composite
def sets(draw):
    passages = [
        SetPassage(name, draw(TEXTS), draw(WHOLE).strip(), draw(KNOWN), draw(KNOWN), draw(KNOWN))
        for name in draw(IDS)
    ]
    questions = [SetQuestion(name, f"w{draw(WHOLE)}") for name in draw(IDS)]
    return EvaluationSet(tuple(passages), tuple(questions))


def as_line(value, *, ascii_only):
    return json.dumps({n: getattr(value, n) for n in value.__slots__}, ensure_ascii=ascii_only)


def write(folder, given_set, *, ascii_only, end):
    for name, rows in (("passages", given_set.passages), ("questions", given_set.questions)):
        text = "".join(as_line(row, ascii_only=ascii_only) + end for row in rows)
        (Path(folder) / f"{name}.jsonl").write_text(text, encoding="utf-8", newline="")


@given(sets(), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_what_is_written_is_read_again_word_for_word(given_set, ascii_only, end):
    with tempfile.TemporaryDirectory() as folder:
        write(folder, given_set, ascii_only=ascii_only, end=end)
        assert read_set(Path(folder)) == given_set


def test_a_set_is_read_in_the_order_of_its_files(write_set):
    read = read_set(write_set())
    assert [p.id for p in read.passages] == ["h-1", "h-2", "l-1", "h-3", "l-2"]
    assert [q.id for q in read.questions] == ["q1", "q2", "q3"]


def test_a_line_separator_inside_a_text_does_not_end_its_line(write_set):
    text = "One line\u2028and another\x85and a third."
    assert read_set(write_set([{"id": "a", "text": text, "title": ""}])).passages[0].text == text


def test_a_mark_at_the_beginning_of_the_file_is_no_part_of_it(write_set):
    folder = write_set()
    path = folder / "questions.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_set(folder).questions[0].id == "q1"


def test_a_field_that_is_null_or_blank_is_not_known(write_set):
    row = {"id": "a", "text": "Words.", "title": "T", "speaker": None, "date": " ", "url": ""}
    assert read_set(write_set([row])).passages == (SetPassage("a", "Words.", "T"),)


def test_fields_that_we_do_not_know_are_passed_over(write_set):
    assert (
        read_set(write_set([{"id": "a", "text": "Words.", "title": "T", "chamber": 7}])).passages[0].title == "T"
    )


BROKEN = {
    "no JSON": "{",
    "JSON that is no object": "[1, 2]",
    "'text'": {"id": "a", "title": "T"},
    "'title'": {"id": "a", "text": "Words.", "title": 5},
    "'id'": {"text": "Words.", "title": "T"},
    "the id 'a b'": {"id": "a b", "text": "Words.", "title": "T"},
    "the id ''": {"id": "", "text": "Words.", "title": "T"},
    "all blank": {"id": "a", "text": " \n", "title": "T"},
    "half a character": '{"id": "a", "text": "\\ud800", "title": "T"}',
    "characters under 'speaker'": {
        "id": "a", "text": "Words.", "title": "T", "speaker": "x" * (limits.MAX_FIELD_CHARS + 1),
    },
    "of line 1": {"id": "first", "text": "Words.", "title": "T"},
}  # fmt: skip


@pytest.mark.parametrize("found", BROKEN)
def test_a_broken_line_is_named_with_its_file_and_number(write_set, found):
    good = {"id": "first", "text": "Words.", "title": "T"}
    with pytest.raises(SourceFormatError) as refused:
        read_set(write_set([good, BROKEN[found]]))
    assert "passages.jsonl line 2 has" in str(refused.value)
    assert found in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["…", "x" * (limits.MAX_QUESTION_CHARS + 1)])
def test_a_question_that_cannot_be_asked_is_named_before_any_is(write_set, text):
    with pytest.raises(SourceFormatError, match=r"questions\.jsonl line 1 has a question that cannot be asked"):
        read_set(write_set(questions=[{"id": "q", "text": text}]))


def test_deeply_nested_json_is_refused_and_not_followed(write_set):
    with pytest.raises(SourceFormatError, match="line 1"):
        read_set(write_set(["[" * 100_000]))


@pytest.mark.parametrize("name", ["passages.jsonl", "questions.jsonl"])
def test_a_missing_file_is_named(write_set, name):
    folder = write_set()
    (folder / name).unlink()
    with pytest.raises(SourceNotFoundError, match=name):
        read_set(folder)


def test_a_file_without_lines_is_named(write_set):
    with pytest.raises(SourceEmptyError, match=r"questions\.jsonl"):
        read_set(write_set(questions=[]))


def test_a_file_in_another_encoding_is_named(write_set):
    folder = write_set()
    (folder / "passages.jsonl").write_bytes('{"id": "a", "text": "café", "title": ""}'.encode("cp1252"))
    with pytest.raises(SourceEncodingError, match=r"passages\.jsonl"):
        read_set(folder)


def test_a_file_larger_than_the_bound_is_refused_unread(write_set, monkeypatch):
    monkeypatch.setattr(limits, "MAX_SET_BYTES", 50)
    with pytest.raises(SourceTooLargeError, match="50 bytes"):
        read_set(write_set())
