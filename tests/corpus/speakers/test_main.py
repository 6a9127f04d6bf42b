from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from corpus import limits
from corpus.speakers.__main__ import main

TEXT = "It rained. “The quay will hold,” said Oda Bern."


def line(**values):
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


def run(*lines):
    out, complaints = io.StringIO(), io.StringIO()
    code = main(lines, out, complaints)
    return code, [json.loads(row) for row in out.getvalue().splitlines()], complaints.getvalue()


def test_each_document_is_answered_in_a_line_of_its_own_in_order():
    code, rows, complaints = run(line(doc_id="a", text=TEXT), line(doc_id="b", text="It rained."))
    assert (code, complaints) == (0, "")
    assert [(row["doc_id"], len(row["quotes"])) for row in rows] == [("a", 1), ("b", 0)]


def test_offsets_count_in_the_text_that_was_sent():
    text = f"🌊 Ahoy\r\n\r\n{TEXT}\r\n"
    ((quote,),) = [row["quotes"] for row in run(line(doc_id=1, text=text))[1]]
    assert text[quote["start"] : quote["end"]] == quote["text"] == "“The quay will hold,”"
    assert text[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker"] == "Oda Bern"


@pytest.mark.parametrize("doc_id", [7, "7", None, 1.5, True, ["a", 1], {"a": 1}])
def test_a_document_keeps_whatever_id_it_came_with(doc_id):
    assert [row["doc_id"] for row in run(line(doc_id=doc_id, text=TEXT))[1]] == [doc_id]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u0000", "\u2028"])
def test_an_empty_text_is_answered_with_no_quotations(text):
    assert run(line(doc_id="a", text=text)) == (0, [{"doc_id": "a", "quotes": []}], "")


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"no json",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe\x00",
        b'{"doc_id": 1, "text": "caf\xe9"}',
        b'{"doc_id": 1}',
        b'{"text": "x"}',
        b'{"doc_id": 1, "text": 5}',
        b'{"doc_id": 1, "text": null}',
        b"[" * 100_000,
        b'{"doc_id": 1' + b"0" * 5_000 + b', "text": "x"}',
    ],
    ids=lambda bad: repr(bad[:24]),
)
def test_a_line_that_cannot_be_read_is_reported_and_the_rest_goes_on(bad):
    code, rows, complaints = run(line(doc_id="a", text=TEXT), bad, line(doc_id="b", text=TEXT))
    assert (code, [row["doc_id"] for row in rows]) == (1, ["a", "b"])
    assert complaints.startswith("line 2: ")
    assert complaints.count("\n") == 1


def test_a_line_too_long_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(limits, "MAX_SOURCE_BYTES", 100)
    code, rows, complaints = run(line(doc_id="a", text="x" * 100), line(doc_id="b", text="x"))
    assert (code, [row["doc_id"] for row in rows]) == (1, ["b"])
    assert "more than 100" in complaints


def test_a_complaint_cannot_speak_to_the_terminal():
    _, _, complaints = run(b'{"doc_id": 1, "\x1b[31m')
    assert "\x1b" not in complaints


def test_blank_lines_are_passed_over_and_counted():
    code, rows, complaints = run(b"\n", b"  \n", b"{\n", line(doc_id="a", text=TEXT))
    assert (code, len(rows)) == (1, 1)
    assert complaints.startswith("line 3: ")


def test_nothing_in_is_nothing_out():
    assert run() == (0, [], "")


@pytest.mark.parametrize(("bad", "code"), [(b"", 0), (b"{\n", 1)])
def test_the_command_reads_standard_input_and_ends_with_the_exit_code(bad, code):
    sent = line(doc_id="é", text=TEXT) + bad + line(doc_id="b", text="")
    done = subprocess.run([sys.executable, "-m", "corpus.speakers"], input=sent, capture_output=True, check=False)
    rows = [json.loads(row) for row in done.stdout.decode("utf-8").splitlines()]
    assert (done.returncode, [row["doc_id"] for row in rows]) == (code, ["é", "b"])
    assert bool(done.stderr) is bool(code)


def test_a_lone_surrogate_stops_nothing_and_comes_out_as_json():
    bad = b'{"doc_id": "a", "text": "\\u201cIt rained \\udc00 all night,\\u201d said Oda Bern."}\n'
    sent = bad + b'{"doc_id": "\\ud800", "text": ""}\n'
    done = subprocess.run([sys.executable, "-m", "corpus.speakers"], input=sent, capture_output=True, check=False)
    assert done.returncode in {0, 1}
    assert json.loads(done.stdout.splitlines()[-1])["doc_id"] == "\ud800"
    assert b"Traceback" not in done.stderr
