from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import any_text, document

from corpus.store import Store

ONE = document("It rained. “The quay will hold,” Oda Bern said on July 23, 2013. Tam Pell said that it might.")
TWO = document(
    "A Quay\n\nNobody had asked the crews what they wanted. [1]\n\n[1] Stone by Stone, 2019.", "two.txt"
)


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path)
    put(store, ONE, "here")
    put(store, TWO, "there")
    return store


def put(store, read, source, reader="1"):
    with store.writing() as writer:
        return writer.put(dataclasses.replace(read, source=source), reader)


def take_out(store, document_id):
    """Remove a document and return what it takes to put it back."""
    with store.writing() as writer:
        stored = writer.view.stored(document_id)
        assert writer.remove(document_id)
    return stored


def restore(store, stored):
    with store.writing() as writer:
        return writer.restore(stored)


def everything(store):
    """Return all that a view shows, but for the revision."""
    with store.reading() as view:
        ids = view.document_ids()
        return (
            [view.stored(i) for i in ids], [view.document(i) for i in ids], view.summaries(), view.passage_ids(),
            sorted(map(str, view.sayings())), view.speakers(), view.roster(), view.faults(),
        )  # fmt: skip


def test_a_document_that_was_removed_comes_back_whole(store):
    before = everything(store)
    stored = take_out(store, ONE.id)
    assert everything(store) != before
    assert restore(store, stored) is True
    assert everything(store) == before


@settings(max_examples=25)
@given(
    st.lists(any_text, min_size=1, max_size=3, unique=True), st.integers(0, 2), st.sampled_from(["1", "7"]),
    st.sampled_from([{}, {"title": "The Tide"}, {"title": "", "note": "水門"}]),
)  # fmt: skip
def test_removing_and_restoring_leaves_the_view_as_it_was(texts, which, reader, corrections):
    read = [document(f"It rained.\n\n{text}", f"{n}{'.md' if n % 2 else '.txt'}") for n, text in enumerate(texts)]
    one = read[which % len(read)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder))
        for n, other in enumerate(read):
            put(store, other, f"{n}", reader)
        put(store, one, "second place", reader)
        with store.writing() as writer:
            writer.correct(one.id, corrections)
        before = everything(store)
        assert restore(store, take_out(store, one.id)) is True
        assert everything(store) == before


def test_a_restored_document_is_unchanged_when_it_is_added_again(store):
    restore(store, take_out(store, ONE.id))
    before = store.revision()
    put(store, ONE, "here")
    assert store.revision() == before


def test_what_was_read_comes_back_below_the_corrections(store):
    with store.writing() as writer:
        writer.correct(TWO.id, {"title": "The Long Quay"})
    restore(store, take_out(store, TWO.id))
    with store.writing() as writer:
        assert writer.view.citation(TWO.id).title == "The Long Quay"
        writer.correct(TWO.id, {"title": None})
        assert writer.view.citation(TWO.id) == TWO.citation


def test_a_document_does_not_push_out_another_that_took_its_place(store):
    stored = take_out(store, ONE.id)
    put(store, TWO, "here")
    before = everything(store)
    assert restore(store, stored) is False
    assert everything(store) == before


def test_a_document_comes_back_under_those_of_its_sources_that_are_free(store):
    put(store, ONE, "also here")
    stored = take_out(store, ONE.id)
    put(store, TWO, "here")
    assert restore(store, stored) is True
    with store.reading() as view:
        assert view.sources(ONE.id) == ["also here"]
        assert view.sources(TWO.id) == ["here", "there"]


def test_a_document_that_is_there_again_stays_as_it_is_now(store):
    put(store, ONE, "also here")
    stored = take_out(store, ONE.id)
    put(store, ONE, "here", reader="2")
    assert restore(store, stored) is True
    with store.reading() as view:
        assert (view.reader_of(ONE.id), view.sources(ONE.id)) == ("2", ["also here", "here"])


def test_what_is_not_there_has_nothing_to_put_back(store):
    with store.reading() as view:
        assert view.stored("nothing") is None
