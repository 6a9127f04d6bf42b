from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import document

from corpus.folders import FileRecord, Stamp
from corpus.store import Store


def record(path, **more):
    return FileRecord(path, path, "5", Stamp(3, 1, 2), 9, "ab", "1", "{}", documents=1, **more)


def text(n):
    return document(f"The quay will hold for {n} years, Oda Bern said.")


def fill(writer, names):
    """Put a document of its own at each path, and a correction of its title, which says where it was first."""
    for n, path in enumerate(names):
        read = dataclasses.replace(text(n), source=path)
        writer.put_file([read], "1", path, record(path))
        writer.correct(read.id, {"title": path})
    return [text(n).id for n in range(len(names))]


@pytest.fixture
def writer(tmp_path):
    with Store.create(tmp_path / "corpus").writing() as writer:
        yield writer


PATHS = ["/q/a", "/q/b", "/q/c", "/q/d"]


@settings(max_examples=25)
@given(st.permutations(PATHS), st.integers(1, 4))
def test_documents_and_corrections_follow_any_exchange_of_places(places, count):
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder)).writing() as writer:
        ids = fill(writer, PATHS[:count])
        pairs = list(zip(PATHS[:count], places, strict=False))
        writer.move([(record(old), record(new)) for old, new in pairs if old != new])
        for document_id, (old, new) in zip(ids, pairs, strict=True):
            assert writer.view.sources(document_id) == [new]
            assert writer.view.citation(document_id).title == old
            assert writer.view.file(new).path == new
        assert len(list(writer.view.files_below("/q"))) == count


def test_a_document_that_is_moved_over_goes_and_its_place_is_the_others(writer):
    one, other = fill(writer, ["/q/a", "/q/b"])
    writer.move([(record("/q/a"), record("/q/b"))])
    assert writer.view.document_ids() == [one]
    assert writer.view.sources(one) == ["/q/b"]
    assert writer.view.document(other) is None
    assert writer.view.file("/q/a") is None


def test_a_move_is_one_revision(writer):
    fill(writer, ["/q/a", "/q/b"])
    revision = writer.view.revision
    writer.move([(record("/q/a"), record("/q/b")), (record("/q/b"), record("/q/a"))])
    assert writer.view.revision == revision + 1


def test_what_is_given_goes_along_when_places_are_exchanged(writer):
    one, other = fill(writer, ["/q/a", "/q/b"])
    rows = {("/q/a", "note", '"A"', "/m.csv", 9), ("/q/b", "note", '"B"', "/m.csv", 9)}
    writer.give(rows, ["/m.csv"])
    writer.move([(record("/q/a"), record("/q/b")), (record("/q/b"), record("/q/a"))])
    assert [writer.view.citation(i).get("note") for i in (one, other)] == ["A", "B"]


def test_a_move_that_fails_leaves_everything_where_it_was(writer, monkeypatch):
    (one,) = fill(writer, ["/q/a"])

    def fail(*_):
        raise RuntimeError("the light went out")

    monkeypatch.setattr(writer, "_lay", fail)
    with pytest.raises(RuntimeError):
        writer.move([(record("/q/a"), record("/q/b"))])
    assert writer.view.sources(one) == ["/q/a"]
    assert writer.view.citation(one).title == "/q/a"


def test_what_is_taken_out_leaves_the_others_and_its_corrections(writer):
    one, other = fill(writer, ["/q/a", "/q/b"])
    writer.take_out([record("/q/a")])
    assert writer.view.document_ids() == [other]
    assert writer.view.file("/q/a") is None
    fill(writer, ["/q/a"])
    assert writer.view.citation(one).title == "/q/a"


def test_a_document_found_at_two_places_stays_at_the_other(writer):
    (one,) = fill(writer, ["/q/a"])
    writer.put_file([dataclasses.replace(text(0), source="/q/b")], "1", "/q/b", record("/q/b"))
    writer.take_out([record("/q/a")])
    assert writer.view.sources(one) == ["/q/b"]


def test_a_source_to_which_another_path_leads_stays(writer):
    (one,) = fill(writer, ["/q/a"])
    link = dataclasses.replace(record("/q/link"), source="/q/a")
    writer.remember([link])
    writer.take_out([record("/q/a")])
    assert writer.view.sources(one) == ["/q/a"]
    writer.take_out([link])
    assert writer.view.document_ids() == []


def test_a_source_is_released_only_when_no_path_leads_to_it(writer):
    (one,) = fill(writer, ["/q/a"])
    writer.release("/q/a")
    assert writer.view.document_ids() == [one]
    writer.forget(["/q/a"])
    writer.release("/q/a")
    assert writer.view.document_ids() == []


def test_how_a_file_was_found_is_kept_with_its_documents_or_not_at_all(writer, monkeypatch):
    def fail(*_):
        raise RuntimeError("the light went out")

    monkeypatch.setattr(writer, "_remember", fail)
    with pytest.raises(RuntimeError):
        writer.put_file([dataclasses.replace(text(0), source="/q/a")], "1", "/q/a", record("/q/a"))
    assert writer.view.document_ids() == []
