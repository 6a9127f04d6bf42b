"""``onrecord export``: what it writes, what it refuses, and what it says of both."""

from __future__ import annotations

import json

import pytest

from ui.exports import Format

QUESTION = "the ferry to the island runs late"


@pytest.fixture
def answer(onrecord, filled):
    """The JSON of an answer from the two invented articles."""
    return onrecord("ask", QUESTION, "--json", "--corpus", filled).out


@pytest.fixture
def ids(answer):
    return [hit["passage_id"] for hit in json.loads(answer)["hits"]]


@pytest.fixture
def export(onrecord, filled):
    """Return a function that runs ``onrecord export`` on the two invented articles."""

    def run(*words, stdin=""):
        return onrecord("export", *words, "--corpus", filled, stdin=stdin)

    return run


@pytest.mark.parametrize("form", Format)
def test_the_ending_of_the_file_says_the_format(export, ids, tmp_path, form):
    target = tmp_path / f"taken.{form.upper()}"
    run = export(*ids, "--to", target)
    assert (run.code, run.out) == (0, "")
    assert f"{len(ids)} passage(s) in" in run.err
    assert target.read_bytes()


def test_the_words_stand_in_the_file(export, ids, tmp_path):
    export(ids[0], "--to", tmp_path / "taken.md")
    shown = (tmp_path / "taken.md").read_text(encoding="utf-8")
    assert "The ferry to the island runs late" in shown
    assert "Jane Roe, Mayor, quoted directly" in shown


def test_a_format_named_wins_over_the_ending(export, ids, tmp_path):
    assert export(ids[0], "--to", tmp_path / "taken.txt", "--format", "ris").code == 0
    assert (tmp_path / "taken.txt").read_text(encoding="utf-8").startswith("TY  - ")


@pytest.mark.parametrize(
    ("style", "shown"), [("apa", "(Ann Author, 2014, para. 1)"), ("mla", "(Ann Author, par. 1)")]
)
def test_the_style_of_the_citations_can_be_chosen(export, ids, tmp_path, style, shown):
    export(ids[0], "--to", tmp_path / "taken.csv", "--style", style)
    assert shown in (tmp_path / "taken.csv").read_text(encoding="utf-8")


def test_an_answer_piped_in_is_exported_in_its_order(export, answer, ids, tmp_path):
    assert export("-", "--to", tmp_path / "taken.csv", stdin=answer).code == 0
    rows = (tmp_path / "taken.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert (
        list(dict.fromkeys(row.split('"')[1] for row in rows)) == ids
    )  # a row for each of a passage's utterances


def test_an_answer_that_is_none_is_exported_and_said_to_be_none(export, answer, tmp_path):
    nearest = json.dumps(json.loads(answer) | {"answered": False})
    run = export("-", "--to", tmp_path / "taken.md", stdin=nearest)
    assert run.code == 0
    assert "did not answer; these are the nearest passages" in run.err


@pytest.mark.parametrize(
    "stdin",
    ["", "{", "[]", "null", "{}", '{"hits": 3}', '{"hits": [3]}', '{"hits": [{"passage_id": 3}]}', "[" * 9**5],
)
def test_what_is_no_answer_is_refused(export, tmp_path, stdin):
    run = export("-", "--to", tmp_path / "taken.md", stdin=stdin)
    assert run.code == 2
    assert "standard input holds no answer" in run.err
    assert run.err.count("\n") == 1


def test_ids_that_are_not_there_are_told_and_the_others_exported(export, ids, tmp_path):
    run = export("nowhere\x1b", ids[0], "--to", tmp_path / "taken.md")
    assert run.code == 0
    assert "not in this corpus: nowhere\ufffd" in run.err
    assert "1 passage(s) in" in run.err


def test_where_no_passage_is_there_nothing_is_written(export, tmp_path):
    run = export("nowhere", "--to", tmp_path / "taken.md")
    assert run.code == 2
    assert not (tmp_path / "taken.md").exists()


def test_a_file_that_is_there_is_not_written_over_without_force(export, ids, tmp_path):
    target = tmp_path / "taken.md"
    target.write_text("mine", encoding="utf-8")
    run = export(*ids, "--to", target)
    assert (run.code, target.read_text(encoding="utf-8")) == (2, "mine")
    assert "add --force" in run.err
    assert export(*ids, "--to", target, "--force").code == 0
    assert target.read_text(encoding="utf-8") != "mine"


def test_a_folder_gets_a_file_of_a_name_made_for_it(export, ids, tmp_path):
    folder = tmp_path / "taken"
    folder.mkdir()
    assert export(ids[0], "--to", folder, "--format", "docx").code == 0
    (made,) = folder.iterdir()
    assert made.name.startswith("onrecord-1-passage-")
    assert made.suffix == ".docx"


@pytest.mark.parametrize("name", ["taken", "taken.pdf", "", "no/such/folder/taken.md"])
def test_a_file_that_cannot_be_is_refused_in_one_line(export, ids, tmp_path, name):
    run = export(*ids, "--to", tmp_path / name)
    assert run.code == 2
    assert (run.out, run.err.count("\n")) == ("", 1)


def test_a_missing_corpus_is_refused(onrecord, tmp_path):
    assert onrecord("export", "x", "--to", tmp_path / "a.md", "--corpus", tmp_path / "nowhere").code == 3


def test_no_permission_to_write_is_said_of_the_file(export, ids, tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "no")

    monkeypatch.setattr("corpus.durable._write_through", refuse)
    run = export(*ids, "--to", tmp_path / "taken.md")
    assert run.code == 11
    assert "no permission to write" in run.err


def test_no_model_is_loaded(export, ids, tmp_path, monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: pytest.fail("a model was asked for"))
    run = export(*ids, "--to", tmp_path / "taken.zip")
    assert run.code == 0
    assert "loading" not in run.err
