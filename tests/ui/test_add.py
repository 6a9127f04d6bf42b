"""``onrecord add``: what it prints, writes and refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qa import Corpus

SUPPORT = Path(__file__).resolve().parents[1] / "support"
TABLE = "Name,Words,Said\nSanna Veld,The board meets to speak of the ferry and of nothing else.,2014\n"


@pytest.fixture
def add(onrecord, shelf, tmp_path):
    """Return a function that adds the folder of the two invented articles."""
    return lambda *words: onrecord("add", shelf, "--corpus", tmp_path / "corpus", *words)


def corpus(tmp_path):
    return Corpus(tmp_path / "corpus")


def test_a_folder_is_kept_in_step_and_what_changed_is_named(add, shelf):
    add()
    (shelf / "harbour.md").rename(shelf / "haven.md")
    (shelf / "library.md").unlink()
    run = add()
    assert run.code == 0
    assert f"onrecord: moved: {shelf / 'haven.md'} (from {shelf / 'harbour.md'}, " in run.err
    assert f"onrecord: gone: {shelf / 'library.md'} (" in run.err
    assert "  moved            1 file" in run.err
    assert f"\nonrecord:   gone: {shelf / 'library.md'}\n" in run.err
    assert "1 read, 0 refused" in run.err


def test_unchanged_files_of_a_folder_are_only_counted(add):
    add()
    run = add()
    assert "unchanged: " not in run.err
    assert "  unchanged        2 files" in run.err


def test_an_unchanged_file_that_is_named_is_named(onrecord, shelf, tmp_path):
    for said in ("added", "unchanged"):
        run = onrecord("add", shelf / "harbour.md", "--corpus", tmp_path / "c")
        assert f"onrecord: {said}: {shelf / 'harbour.md'} (" in run.err
    assert "  unchanged" not in run.err  # a table only for several


def test_what_is_gone_can_be_kept(add, shelf, tmp_path):
    add()
    (shelf / "library.md").unlink()
    assert f"kept: {shelf / 'library.md'}" in add("--keep-gone").err
    assert len(corpus(tmp_path).documents()) == 2
    add()
    assert len(corpus(tmp_path).documents()) == 1


def test_a_refused_file_is_named_again_and_read_again_only_when_asked(add, shelf):
    (shelf / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    for words in ((), (), ("--again",)):
        run = add(*words)
        assert run.code == 13
        assert run.err.count("onrecord: refused: ") == 1
        assert f"  refused 13: {shelf / 'picture.md'}" in run.err


def test_a_folder_that_is_not_there_is_refused_and_nothing_is_taken_out(add, shelf, tmp_path):
    add()
    shelf.rename(shelf.with_name("elsewhere"))
    assert add().code == 10
    assert len(corpus(tmp_path).documents()) == 2


def test_a_dry_run_writes_nothing_and_makes_no_corpus(add, shelf, tmp_path):
    (shelf / "said.csv").write_text(TABLE, encoding="utf-8")
    run = add("--dry-run")
    assert run.code == 0
    assert f"would be added: {shelf / 'harbour.md'}" in run.err
    assert "columns of" in run.err
    assert "nothing was written" in run.err
    assert not (tmp_path / "corpus").exists()
    add()
    revision = corpus(tmp_path).store.revision()
    (shelf / "library.md").unlink()
    assert f"would be gone: {shelf / 'library.md'}" in add("--dry-run").err
    assert corpus(tmp_path).store.revision() == revision


def test_columns_are_shown_and_can_be_said(add, shelf, tmp_path):
    (shelf / "said.csv").write_text(TABLE, encoding="utf-8")
    shown = f"columns of {shelf / 'said.csv'}: text=Words (guessed), speaker=Name (guessed)"
    assert f"{shown}\n" in add().err
    run = add("--map", "date=Said, author=Name")
    assert "text=Words (guessed), date=Said, author=Name" in run.err
    assert corpus(tmp_path).find("said.csv").citation.issued.iso == "2014"


def test_the_name_of_a_column_may_hold_a_comma(add, shelf):
    (shelf / "said.csv").write_text(TABLE.replace("Words", '"Words, all"'), encoding="utf-8")
    run = add("--map", "text=Words, all,speaker=Name", "--map", "date=Said")
    assert "text=Words, all, speaker=Name, date=Said" in run.err


@pytest.mark.parametrize(
    "words",
    [
        ("--map", "speaker"), ("--map", "=Name"), ("--map", "colour=Name"), ("--encoding", "klingon"),
        ("--watch", "--json"), ("--watch", "--dry-run"), ("--report", "no/report.json"), ("--report", "a.txt"),
    ],
)  # fmt: skip
def test_options_that_cannot_be_followed_are_refused_in_one_line(add, tmp_path, words):
    run = add(*words)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    folder = tmp_path / "corpus"
    assert not folder.exists() or not corpus(tmp_path).documents()


def test_the_report_is_json_on_standard_output_or_in_a_file(add, shelf, tmp_path):
    (shelf / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    run = add("--json", "--report", tmp_path / "report.json")
    told = json.loads(run.out)
    assert told == json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert told["outcomes"] == {"added": 2, "refused": 1}
    assert {file["format"] for file in told["files"]} == {"markdown"}
    assert [file["refusal"]["code"] for file in told["files"] if file["refusal"]] == [13]
    assert run.code == 13


def test_metadata_beside_the_files_is_taken_and_what_describes_nothing_is_said(add, shelf, tmp_path):
    (shelf / "metadata.csv").write_text("file,title\nharbour.md,The Haven\nnone.md,No\n", encoding="utf-8")
    run = add()
    assert run.err.count("metadata: ") == 1
    assert "metadata.csv: line 3: none.md is not in the corpus" in run.err
    assert corpus(tmp_path).find("The Haven")


def test_metadata_that_is_named_stands_below_a_correction(add, onrecord, tmp_path):
    items = [{"id": "ferry", "title": "The harbour", "publisher": "Quay Press", "note": "Given"}]
    (tmp_path / "records.json").write_text(json.dumps(items), encoding="utf-8")
    add()
    onrecord("correct", "harbour.md", "publisher=Mole Press", "--corpus", tmp_path / "corpus")
    assert add("--metadata", tmp_path / "records.json").code == 0
    citation = corpus(tmp_path).find("harbour.md").citation
    assert (citation.get("publisher"), citation.get("note")) == ("Mole Press", "Given")


def test_bad_metadata_is_one_line_and_the_files_go_in(add, tmp_path):
    (tmp_path / "records.json").write_text("no json", encoding="utf-8")
    run = add("--metadata", tmp_path / "records.json")
    assert run.code == 16
    assert len([line for line in run.err.splitlines() if "onrecord: refused" in line]) == 1
    assert len(corpus(tmp_path).documents()) == 2


def test_watching_takes_what_comes_and_ends_cleanly(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    words = [
        sys.executable,
        SUPPORT / "faults_command.py",
        "add",
        folder,
        "--watch",
        "--corpus",
        tmp_path / "corpus",
    ]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as child:
        lines = [child.stderr.readline()]
        (folder / "a.txt").write_text("“The quay holds,” said Oda Bern of the town.", encoding="utf-8")
        while "index is up to date" not in lines[-1] and lines[-1]:
            lines.append(child.stderr.readline())
        time.sleep(0.2)
        os.kill(child.pid, signal.SIGINT)
        lines += child.stderr.readlines()
    said = [line.removeprefix("onrecord: ").split(":")[0].split(" /")[0].strip() for line in lines]
    assert said[0] == "watching"
    assert "added" in said
    assert lines[-1] == "onrecord: stopped watching; what was reported is safe\n"
    assert child.returncode == 0
    found = corpus(tmp_path)
    assert [d.passages for d in found.documents()] == [1]
