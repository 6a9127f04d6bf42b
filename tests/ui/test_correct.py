"""``onrecord correct``, ``describe`` and ``merge``: what they print, refuse and keep."""

from __future__ import annotations

import json

import pytest
import typer

from corpus.citation import Citation, Field, Provenance
from qa import Corpus
from ui.correct import citation_lines, correct, describe, describe_from, merge


@pytest.fixture
def say(onrecord, filled, monkeypatch):
    """Return a function that runs one of the three commands on the two invented articles."""
    commands = typer.Typer(rich_markup_mode=None)
    for command in (correct, describe, merge):
        commands.command(command.__name__)(command)
    monkeypatch.setattr("ui.cli.app", commands)
    return lambda *words: onrecord(*words, "--corpus", filled)


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.json"
    items = [
        {"id": "ferry", "title": "The harbour", "publisher": "Quay Press"},
        {"id": "none", "title": "No such"},
    ]
    path.write_text(json.dumps(items), encoding="utf-8")
    return path


def citation(folder, reference="harbour.md"):
    return Corpus(folder).find(reference).citation


def test_corrected_fields_are_kept_and_shown_with_where_they_come_from(say, filled):
    run = say("correct", "harbour.md", "title=The Long Quay", "issued=2014-05")
    assert run.code == 0
    assert "title\tThe Long Quay\tgiven by the user" in run.out.splitlines()
    assert "issued\t2014-05\tgiven by the user" in run.out.splitlines()
    assert "author\tAnn Author\tfrom the page's metadata" in run.out.splitlines()
    assert (citation(filled).title, citation(filled).issued.iso) == ("The Long Quay", "2014-05")


def test_without_values_the_record_is_shown_and_nothing_changes(say, filled):
    before = Corpus(filled).store.revision()
    run = say("correct", "harbour.md")
    assert (run.code, run.out.splitlines()) == (0, list(citation_lines(citation(filled))))
    assert Corpus(filled).store.revision() == before


def test_a_correction_is_withdrawn(say, filled):
    before = citation(filled)
    say("correct", "harbour.md", "title=The Long Quay", "publisher=Quay Press")
    assert say("correct", "harbour.md", "--withdraw", "title", "--withdraw", "publisher").code == 0
    assert citation(filled) == before


def test_an_empty_value_leaves_the_field_out(say, filled):
    assert "author" not in say("correct", "harbour.md", "author=").out
    assert citation(filled).get("author") is None


def test_names_are_words_or_csl(say, filled):
    say("correct", "harbour.md", "author=Sanna Veld; Harbour Board")
    assert citation(filled).get("author") == [{"literal": "Sanna Veld"}, {"literal": "Harbour Board"}]
    run = say("correct", "harbour.md", 'author=[{"family": "Veld", "given": "Sanna"}]')
    assert citation(filled).get("author") == [{"family": "Veld", "given": "Sanna"}]
    assert "author\tSanna Veld\t" in run.out


def test_a_value_may_hold_an_equals_sign(say, filled):
    say("correct", "harbour.md", "URL=https://quay.example/?a=b")
    assert citation(filled).get("URL") == "https://quay.example/?a=b"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["harbour.md", "title"], "has no equals sign"),
        (["harbour.md", "colour=blue"], "'colour' is no field of a citation"),
        (["harbour.md", "issued=02/09/2014"], "is not a date"),
        (["harbour.md", "author=[{"], "author is no JSON"),
        (["harbour.md", "author=" + "[" * 5_000], "author"),
        (["nothing.md", "title=The Quay"], "0 documents answer"),
    ],
)
def test_what_cannot_be_corrected_is_refused_in_one_line(say, filled, words, told):
    before = Corpus(filled).store.revision()
    run = say("correct", *words)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert told in run.err
    assert Corpus(filled).store.revision() == before


def test_no_model_is_loaded(say, monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: pytest.fail("a model was asked for"))
    assert say("correct", "harbour.md", "title=The Long Quay").code == 0
    assert say("merge", "Jane Roe", "John Doe").code == 0


def test_a_document_cannot_write_on_the_terminal():
    hostile = Citation.of({"title": Field("Tide\x1b[2J\nforged\t“line”", Provenance.TEXT)})
    (line,) = citation_lines(hostile)
    assert not {"\x1b", "\n"} & set(line)
    assert line.count("\t") == 2


def test_records_describe_the_documents_they_fit(say, filled, records):
    run = say("describe", records)
    harbour = Corpus(filled).find("harbour.md")
    assert run.out.splitlines()[0] == f"ferry\t{harbour.id}\tthe same title"
    assert run.out.splitlines()[1].startswith("none\tno document\t")
    assert run.code == 1
    assert harbour.citation.get("publisher") == "Quay Press"


def test_records_that_all_fit_are_a_success(say, filled, records, capsys):
    records.write_text(json.dumps(json.loads(records.read_text())[:1]), encoding="utf-8")
    assert say("describe", records).code == 0
    assert describe_from(Corpus(filled), records) is True


def test_a_file_that_holds_no_records_is_refused(say, tmp_path):
    (tmp_path / "notes.txt").write_text("No records here.", encoding="utf-8")
    run = say("describe", tmp_path / "notes.txt")
    assert (run.code, run.out, run.err.count("\n")) == (16, "", 1)


def test_two_speakers_are_merged_listed_and_parted(say, filled):
    assert "John Doe has 3 utterances in 1 documents" in say("merge", "Jane Roe", "John Doe").err
    assert say("merge").out == "Jane Roe\tJohn Doe\n"
    assert {s.name for s in Corpus(filled).speakers()} == {"John Doe", "Mary Moe"}
    assert "Jane Roe stands alone again" in say("merge", "Jane Roe", "--undo").err
    assert say("merge").out == ""
    assert {s.name for s in Corpus(filled).speakers()} == {"John Doe", "Jane Roe", "Mary Moe"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Jane Roe"], "one name"),
        (["Jane Roe", "John Doe", "--undo"], "two names with --undo"),
        (["--undo"], "no name with --undo"),
        (["Jane Roe", "Nobody Here"], "goes by the name 'Nobody Here'"),
        (["Jane Roe", "Jane Roe"], "one speaker already"),
        (["Jane Roe", "--undo"], "was not merged"),
    ],
)
def test_what_cannot_be_merged_is_refused_in_one_line(say, filled, words, told):
    run = say("merge", *words)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert told in run.err
    assert Corpus(filled).merges() == {}
