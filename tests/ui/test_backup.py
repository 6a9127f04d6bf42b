from __future__ import annotations

import json

import pytest

from corpus import errors
from qa import Corpus


@pytest.fixture
def file(filled, onrecord, tmp_path):
    assert onrecord("backup", tmp_path / "b.zip", "--corpus", filled).code == 0
    return tmp_path / "b.zip"


def answers(onrecord, folder):
    questions = ("Who says that the ferry runs late?", "When does the library open?", "What did John Doe say?")
    told = [json.loads(onrecord("ask", q, "--json", "--corpus", folder).out) for q in questions]
    return [{k: v for k, v in answer.items() if k not in {"took_ms"}} for answer in told]


def test_a_restored_corpus_answers_as_before(onrecord, filled, file, tmp_path):
    assert onrecord("restore", file, "--corpus", tmp_path / "new").code == 0
    before = answers(onrecord, filled)
    assert answers(onrecord, tmp_path / "new") == before
    assert any(answer["hits"] for answer in before)


def test_corrections_and_merges_come_back(onrecord, filled, tmp_path):
    onrecord("correct", "The Harbour", "title=The Quay", "--corpus", filled)
    onrecord("merge", "John Doe", "Jane Roe", "--corpus", filled)
    onrecord("backup", tmp_path / "b.zip", "--corpus", filled)
    onrecord("restore", tmp_path / "b.zip", "--corpus", tmp_path / "new")
    restored = Corpus(tmp_path / "new")
    assert restored.find("The Quay").citation.title == "The Quay"
    assert restored.merges() == {"John Doe": "Jane Roe"}


def test_what_was_backed_up_is_told_with_its_counts(onrecord, filled, tmp_path):
    run = onrecord("backup", tmp_path / "b.zip", "--corpus", filled)
    assert run.out.startswith("backed up: 2 documents, 4 passages at revision ")
    assert "b.zip (" in run.out
    assert run.out.rstrip().endswith("read back whole")


def test_a_file_of_that_name_is_replaced_only_with_force(onrecord, filled, file):
    before = file.read_bytes()
    run = onrecord("backup", file, "--corpus", filled)
    assert run.code == errors.UsageError.exit_code
    assert "--force" in run.err
    assert file.read_bytes() == before
    assert onrecord("backup", file, "--force", "--corpus", filled).code == 0


def test_a_corpus_that_makes_way_is_named(onrecord, filled, file):
    assert onrecord("restore", file, "--corpus", filled).code == errors.UsageError.exit_code
    run = onrecord("restore", file, "--corpus", filled, "--force")
    assert run.code == 0
    kept = run.out.splitlines()[1]
    assert kept.startswith(f"kept: the corpus that was there, as {filled}.before-")
    assert Corpus(kept.partition(" as ")[2]).store.faults() == []


def test_a_page_that_is_open_sees_what_took_the_corpus_s_place(onrecord, filled, file, tiny):
    open_page = Corpus(filled, encoder=tiny)
    open_page.remove("The Library")
    assert len(open_page.snapshot().keys) == 3
    onrecord("restore", file, "--corpus", filled, "--force")
    assert len(open_page.snapshot().keys) == 4


def test_without_a_folder_it_is_the_user_s_own_corpus(onrecord, shelf, own_home, tmp_path):
    assert onrecord("backup", tmp_path / "none.zip").code == errors.CorpusNotFoundError.exit_code
    onrecord("add", shelf)
    assert onrecord("backup", tmp_path / "b.zip").code == 0
    run = onrecord("restore", tmp_path / "b.zip")
    assert run.code == errors.UsageError.exit_code
    assert str(own_home) in run.err


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("none.zip", None, errors.SourceNotFoundError), ("text.zip", b"The quay.", errors.SourceFormatError)],
)
def test_what_is_no_backup_is_one_line_and_a_code(onrecord, tmp_path, name, data, kind):
    if data:
        (tmp_path / name).write_bytes(data)
    run = onrecord("restore", tmp_path / name, "--corpus", tmp_path / "new")
    assert (run.code, run.out) == (kind.exit_code, "")
    (line,) = run.err.splitlines()
    assert name in line
    assert not (tmp_path / "new").exists()


def test_the_help_says_what_is_left_out(onrecord):
    shown = " ".join(onrecord("backup", "--help").out.split())
    assert "The index is left out" in shown
    assert "so are the files that were added" in shown
