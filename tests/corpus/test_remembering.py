from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import document

from corpus.citation import Provenance
from corpus.folders import FileRecord, Stamp
from corpus.remembering import merged_given
from corpus.store import Store

ONE = document("The tide turned. Oda Bern said, “The quay will hold through the winter.”", "one.txt")
paths = st.lists(st.text("ab/#0.", min_size=1, max_size=8).map(lambda s: f"/q/{s}"), max_size=8, unique=True)


def record(path, **more):
    return FileRecord(path, path, "5", Stamp(3, 1, 2), 9, "ab", "1", "{}", **more)


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "corpus")


def test_what_is_remembered_of_a_file_comes_back_equal(store):
    kept = record("/q/a.txt", singly=True, documents=2, passages=5, speakers=3, unattributed=1, refusal='{"a": 1}')
    kept = replace(kept, remarks=("row 2 has no words", "“ü”"), columns="text=Words")
    with store.writing() as writer:
        writer.remember([kept, record("/q/b.txt")])
        assert writer.view.file("/q/a.txt") == kept
        assert writer.view.file("/q/c.txt") is None
        assert [one.path for one in writer.view.files_of(3, "ab")] == ["/q/a.txt", "/q/b.txt"]
        assert writer.view.files_of(3, "cd") == writer.view.files_of(4, "ab") == []
        assert (writer.view.knows_size(3), writer.view.knows_size(4)) == (True, False)


def test_remembering_makes_no_revision(store):
    with store.writing() as writer:
        writer.remember([record("/q/a.txt")])
        writer.remember_folder("/q", "1:2")
        writer.forget(["/q/a.txt"])
    assert store.revision() == 0


@settings(max_examples=25)
@given(paths, st.text("ab/#0.", min_size=1, max_size=3).map(lambda s: f"/q/{s}".rstrip("/")))
def test_the_files_below_a_folder_are_those_whose_paths_begin_with_it(known, folder):
    with tempfile.TemporaryDirectory() as place, Store.create(Path(place)).writing() as writer:
        writer.remember(map(record, known))
        below = [path for path, _, _ in writer.view.files_below(folder)]
        everything = [path for path, _, _ in writer.view.files_below("/")]
    assert below == sorted(path for path in known if path.startswith(f"{folder}/"))
    assert everything == sorted(known)


def test_a_file_has_its_own_documents_and_those_of_its_parts(store):
    import dataclasses

    parts = [
        dataclasses.replace(document(f"The quay holds for {n} years."), source=f"/q/t.csv#{n}") for n in range(2)
    ]
    with store.writing() as writer:
        writer.put_file(parts, "1", "/q/t.csv")
        writer.put_file([dataclasses.replace(ONE, source="/q/t.csvx")], "1", "/q/t.csvx")
        view = writer.view
        assert (view.count_at("/q/t.csv"), view.count_at("/q/t.csvx"), view.count_at("/q/t")) == (2, 1, 0)
        assert view.first_at("/q/t.csv") == parts[0].id
        assert view.first_at("/q/none") is None
        assert view.sources_of("/q/t.csv") == ["/q/t.csv#0", "/q/t.csv#1"]


def give(store, *rows, origins=("/q/metadata.csv", "/named.csv")):
    with store.writing() as writer:
        writer.put(ONE, "1")
        return writer.give(set(rows), origins)


def row(value, origin="/q/metadata.csv", rank=2, field="title", file=ONE.source):
    return (file, field, f'"{value}"', origin, rank)


def test_what_is_given_stands_above_what_was_read_and_below_corrections(store):
    give(store, row("Given"), row("Press", field="publisher"))
    with store.writing() as writer:
        citation = writer.view.citation(ONE.id)
        assert (citation.title, citation.get("publisher")) == ("Given", "Press")
        assert citation.provenance()["title"] == Provenance.GIVEN
        writer.correct(ONE.id, {"title": "Corrected", "publisher": ""})
        assert writer.view.citation(ONE.id).provenance() == {"title": "given by the user"}
        assert writer.view.document(ONE.id).citation == writer.view.summaries()[0].citation
        assert writer.view.read_citation(ONE.id).title is None
        assert [s.citation.title for s in writer.view.summaries(given=False)] == ["Corrected"]


def test_of_two_that_speak_of_one_field_the_higher_counts(store):
    give(store, row("Named", origin="/named.csv", rank=10_000), row("Beside"))
    with store.reading() as view:
        assert view.citation(ONE.id).title == view.summaries()[0].citation.title == "Named"


def test_giving_the_same_again_changes_nothing(store):
    assert give(store, row("Given"))
    revision = store.revision()
    assert not give(store, row("Given"))
    assert store.revision() == revision
    assert give(store, row("Other", field="note"))
    with store.reading() as view:
        assert view.given([ONE.source]) == {"note": "Other"}
        assert view.given_by() == ["/q/metadata.csv"]


def test_what_others_gave_stays(store):
    give(store, row("Named", origin="/named.csv", rank=10_000))
    give(store, row("Beside"), origins=["/q/metadata.csv"])
    give(store, origins=["/q/metadata.csv"])
    with store.reading() as view:
        assert view.citation(ONE.id).title == "Named"


@given(st.lists(st.sampled_from(["/q/a", "/q/a#1", "/q/a#1#2", "/q/b"]), min_size=1, unique=True))
def test_what_is_given_of_a_file_counts_for_its_parts(sources):
    given_ = {"/q/a": {"title": "A"}, "/q/a#1": {"title": "A1", "note": "N"}, "/q/c": {"title": "C"}}
    found = merged_given(given_, sources)
    assert ("note" in found) == any(source.startswith("/q/a#1") for source in sources)
    assert ("title" in found) == any(source.startswith("/q/a") for source in sources)
