"""Whatever bytes a file holds: it is read, or refused with a name in one line; nothing else happens."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import OnRecordError, SourceError
from qa.evaluation.questions import read_questions
from qa.evaluation.sets import read_set
from qa.evaluation.tables import write_table

PIECES = st.sampled_from(
    ["question", "expected", "answerable", "passage", "yes", "no", ",", ";", "\t", '"', "'", "\n", "\r", "=1", "x",
     "\x00", "\ufeff", "\u2028", "é"]
)  # fmt: skip
TABLES = st.lists(PIECES, max_size=40).map(lambda pieces: "question,expected\n" + "".join(pieces))
JSON_PIECES = st.sampled_from(
    ['{"id": "a", "text": "tide", "title": ""}', "{", "}", "[", '"id":', '"text": "x"', "null", "NaN", "\n",
     '{"id": null}', '{"id": "b", "text": ["tide"]}', "\\ud800", "\u2028"]
)  # fmt: skip
BYTES = st.binary(max_size=80) | st.lists(JSON_PIECES, max_size=8).map(lambda pieces: "".join(pieces).encode())


def outcome(read, path):
    """Return what was read, or the refusal; any other end is a failure of the test."""
    try:
        return read(path)
    except SourceError as fault:
        return fault


def in_one_line(fault):
    return str(fault).isprintable() and bool(fault.found and fault.expected and fault.action)


@given(TABLES.map(str.encode) | st.binary(max_size=60))
def test_any_file_of_questions_is_read_or_refused(data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own.csv")
        path.write_bytes(data)
        read = outcome(read_questions, path)
    faults = [read] if isinstance(read, SourceError) else read.refused
    assert faults or read.questions
    assert all(in_one_line(fault) for fault in faults)


@given(BYTES)
def test_any_set_is_read_or_refused(data):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("passages.jsonl", "questions.jsonl"):
            Path(folder, name).write_bytes(data)
        read = outcome(read_set, Path(folder))
    assert in_one_line(read) if isinstance(read, SourceError) else all(p.text.strip() for p in read.passages)


@pytest.mark.parametrize("name", ["\x1b[2J", "a\u202eb", "=1+1"])
def test_what_a_file_holds_is_shown_and_not_obeyed_in_the_refusal(write_csv, name):
    with pytest.raises(OnRecordError) as refused:
        read_questions(write_csv(f"{name},expected\nx,y\n"))
    assert str(refused.value).isprintable()


def test_a_corpus_cannot_put_a_formula_into_the_proposed_file(make_corpus):
    from qa.evaluation.proposing import propose

    text = "=HYPERLINK lanterns drifted seaward, and cartographers measured the sandbanks.\n"
    corpus = make_corpus({"a.txt": f"Lanterns\n\n{text}\n@sum barnacles colonised every abandoned hull there.\n"})
    with corpus.store.reading() as view:
        made = propose(view.documents(), 5)
    lines = write_table(
        ("question", "expected"), [(f"={p.question}", f"@{p.expected}") for p in made]
    ).splitlines()
    assert len(lines) == 3
    assert all(line.startswith("'=") and ",'@" in line.replace('"', "") for line in lines[1:])


def test_reading_loads_nothing_heavy():
    heavy = "{'torch', 'faiss', 'sentence_transformers', 'gradio'}"
    code = f"import sys, qa.evaluation.sets, qa.evaluation.questions; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_a_row_left_out_says_what_to_do(write_csv):
    fault = read_questions(write_csv("question,answerable\nWho rows?,maybe\n")).refused[0]
    assert "'maybe' under 'answerable'; expected yes or no. Correct the row" in str(fault)
