from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import document

from corpus.citation import Citation, Field, Provenance
from corpus.corrections import LEFT_OUT, corrected
from corpus.store import Store

ONE = document("A Tide\n\nThe tide turned. Oda Bern said, “The quay will hold through the winter.”", "one.txt")
TWO = document("A Quay\n\nNobody had asked the crews what they wanted.", "two.txt")
DATE = {"date-parts": [[2014, 5]]}
#: Corrections that are checked already, and None for one that is withdrawn.
values = st.one_of(st.none(), st.sampled_from([LEFT_OUT, "The Long Quay", "水門"]))
changes = st.dictionaries(st.sampled_from(["title", "publisher", "note"]), values)


@pytest.fixture
def store(tmp_path):
    store = Store.create(tmp_path)
    put(store, ONE)
    return store


def put(store, read, source=None, reader="1"):
    with store.writing() as writer:
        return writer.put(dataclasses.replace(read, source=source) if source else read, reader)


def correct(store, document_id, **fields):
    with store.writing() as writer:
        return writer.correct(document_id, fields)


def remove(store, document_id):
    with store.writing() as writer:
        return writer.remove(document_id)


def citation(store, document_id):
    with store.reading() as view:
        return view.citation(document_id)


def test_the_users_word_stands_above_what_was_read():
    read = Citation.of({"title": Field("A Tide", Provenance.TEXT), "note": Field("n", Provenance.METADATA)})
    now = corrected(read, {"title": "The Tide", "publisher": "Quay Press"})
    assert [(name, field.value) for name, field in now.fields] == [
        ("note", "n"), ("publisher", "Quay Press"), ("title", "The Tide"),
    ]  # fmt: skip
    assert now.provenance()["title"] == now.provenance()["publisher"] == Provenance.USER
    assert now.provenance()["note"] == Provenance.METADATA


def test_a_field_can_be_left_out_and_nothing_is_said_of_it():
    read = Citation.of({"title": Field("A Tide", Provenance.TEXT)})
    assert corrected(read, {"title": LEFT_OUT}) == Citation()


def test_without_corrections_the_record_is_the_one_that_was_read():
    assert corrected(ONE.citation, {}) is ONE.citation


def test_every_way_to_a_citation_shows_the_correction(store):
    correct(store, ONE.id, title="The Tide", issued=DATE)
    with store.reading() as view:
        shown = [view.citation(ONE.id), view.document(ONE.id).citation, view.summaries()[0].citation]
        assert [(c.title, c.issued.iso) for c in shown] == [("The Tide", "2014-05")] * 3
        assert next(view.documents()).title == "The Tide"


def test_what_was_read_stays_and_shows_again_when_the_correction_is_withdrawn(store):
    correct(store, ONE.id, title="The Tide", publisher="Quay Press")
    with store.reading() as view:
        assert view.read_citation(ONE.id) == ONE.citation
    correct(store, ONE.id, title=None, publisher=None)
    assert citation(store, ONE.id) == ONE.citation


def test_a_correction_moves_the_revision_and_one_that_changes_nothing_does_not(store):
    before = store.revision()
    assert correct(store, ONE.id, title="The Tide") is True
    assert correct(store, ONE.id, title="The Tide") is False
    assert correct(store, ONE.id, publisher=None) is False
    assert store.revision() == before + 1


def test_a_correction_survives_a_newer_reader(store):
    correct(store, ONE.id, title="The Tide")
    put(store, ONE, reader="2")
    assert citation(store, ONE.id).title == "The Tide"


def test_a_correction_survives_another_text_at_its_source(store):
    correct(store, ONE.id, title="The Tide")
    put(store, TWO, source=ONE.source)
    assert citation(store, TWO.id).title == "The Tide"


def test_a_correction_survives_removal_and_adding_again(store):
    correct(store, ONE.id, title="The Tide")
    remove(store, ONE.id)
    assert citation(store, ONE.id) == Citation()
    put(store, ONE)
    assert citation(store, ONE.id).title == "The Tide"


def test_a_correction_is_no_other_documents(store):
    put(store, TWO)
    correct(store, ONE.id, title="The Tide")
    assert citation(store, TWO.id) == TWO.citation


def test_a_document_of_two_sources_is_corrected_at_both(store):
    put(store, ONE, source="elsewhere")
    correct(store, ONE.id, title="The Tide")
    put(store, TWO, source=ONE.source)
    assert [citation(store, d.id).title for d in (ONE, TWO)] == ["The Tide", "The Tide"]
    correct(store, ONE.id, title=None)
    assert [citation(store, d.id).title for d in (ONE, TWO)] == [ONE.title, "The Tide"]


@pytest.mark.parametrize("order", [(ONE, TWO), (TWO, ONE)])
def test_where_two_sources_become_one_document_the_latest_word_counts(store, order):
    put(store, TWO)
    for n, read in enumerate(order):
        correct(store, read.id, title=f"Word {n}")
    put(store, ONE, source=TWO.source)
    assert citation(store, ONE.id).title == "Word 1"


@settings(max_examples=25)
@given(st.lists(changes, max_size=6))
def test_after_any_run_of_corrections_the_last_word_on_each_field_counts(runs):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder))
        put(store, ONE)
        for fields in runs:
            correct(store, ONE.id, **fields)
        last = {name: value for fields in runs for name, value in fields.items()}
        kept = {name: value for name, value in last.items() if value is not None}
        with store.reading() as view:
            assert view.corrections(ONE.id) == kept
            assert view.citation(ONE.id) == corrected(ONE.citation, kept)
