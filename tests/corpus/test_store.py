from __future__ import annotations

import dataclasses
import sqlite3
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import any_text, document

from corpus import errors, schema
from corpus.store import FILE_NAME, Store
from corpus.writer import Outcome

ONE = document("The tide turned. Oda Bern said, “The quay will hold through the winter.”", "one.txt")
TWO = document("Nobody had asked the crews what they wanted.", "two.txt")


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "corpus")


def put(store, read, reader="1"):
    with store.writing() as writer:
        return writer.put(read, reader)


def held(store):
    with store.reading() as view:
        return list(view.documents())


def at(source, read=ONE):
    return dataclasses.replace(read, source=source)


def test_a_new_store_is_empty_at_revision_nought(store):
    assert store.revision() == 0
    assert held(store) == []


def test_creating_makes_the_folders_above_it(tmp_path):
    Store.create(tmp_path / "a" / "b" / "corpus")
    assert (tmp_path / "a" / "b" / "corpus" / FILE_NAME).is_file()


def test_creating_where_there_is_a_store_opens_it(store):
    put(store, ONE)
    assert held(Store.create(store.folder)) == [ONE]


@pytest.mark.parametrize("exists", [True, False])
def test_opening_what_is_no_corpus_names_the_folder_and_the_way_out(tmp_path, exists):
    folder = tmp_path / "nothing"
    if exists:
        folder.mkdir()
    with pytest.raises(errors.CorpusNotFoundError, match="onrecord add") as caught:
        Store.open(folder)
    assert str(folder) in caught.value.found


def test_a_store_whose_making_was_cut_off_counts_as_none_and_can_be_made(tmp_path):
    (tmp_path / FILE_NAME).touch()
    with pytest.raises(errors.CorpusNotFoundError):
        Store.open(tmp_path)
    assert Store.create(tmp_path).revision() == 0


def test_a_file_that_is_no_database_is_called_damaged(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"no database at all " * 100)
    with pytest.raises(errors.CorpusDamagedError, match="backup"):
        Store.open(tmp_path)


def test_a_store_of_a_newer_version_is_refused_with_both_versions(store):
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(errors.CorpusDamagedError, match=f"layout {schema.SCHEMA_VERSION + 1}, this version reads"):
        Store.open(store.folder)


def test_somebody_elses_database_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE tides (height)")
    connection.close()
    with pytest.raises(errors.CorpusDamagedError):
        Store.open(tmp_path)


def test_what_was_put_comes_back_equal(store):
    assert put(store, ONE) is Outcome.ADDED
    assert held(store) == [ONE]


@settings(max_examples=25)
@given(st.lists(any_text, min_size=1, max_size=4, unique=True))
def test_any_documents_come_back_equal(texts):
    read = [document(f"It rained.\n\n{text}", f"{n}{'.md' if n % 2 else '.txt'}") for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder))
        with store.writing() as writer:
            assert [writer.put(d, "1") for d in read] == [Outcome.ADDED] * len(read)
        assert {d.id: d for d in held(store)} == {d.id: d for d in read}


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([ONE, TWO])), max_size=8))
def test_after_any_run_of_puts_each_source_holds_its_last_document(puts):
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder))
        for source, read in puts:
            put(store, at(source, read))
        with store.reading() as view:
            assert {s: (read.id, "1") for s, read in puts} == {s: view.document_at(s) for s, _ in puts}
            assert set(view.document_ids()) == {read.id for read in dict(puts).values()}


def test_the_same_text_again_changes_nothing(store):
    put(store, ONE)
    assert put(store, ONE) is Outcome.UNCHANGED
    assert store.revision() == 1


def test_other_text_at_the_same_source_replaces_the_old(store):
    put(store, at("here", ONE))
    assert put(store, at("here", TWO)) is Outcome.REPLACED
    assert [d.id for d in held(store)] == [TWO.id]


def test_replacing_leaves_no_passage_of_the_old_document(store):
    put(store, at("here", ONE))
    put(store, at("here", TWO))
    with store.reading() as view:
        assert view.passages([p.id for p in ONE.passages]) == {}
        assert view.spoken_by(["Oda Bern"]) == set()


def test_the_same_text_at_two_sources_is_one_document_with_two(store):
    put(store, at("a"))
    assert put(store, at("b")) is Outcome.ADDED
    with store.reading() as view:
        assert view.document_ids() == [ONE.id]
        assert view.sources(ONE.id) == ["a", "b"]


def test_a_text_held_by_another_source_outlives_a_replacement(store):
    put(store, at("a"))
    put(store, at("b"))
    put(store, at("a", TWO))
    with store.reading() as view:
        assert view.sources(ONE.id) == ["b"]
        assert view.sources(TWO.id) == ["a"]


def test_a_newer_reader_reads_the_same_file_anew(store):
    put(store, ONE, "1")
    better = dataclasses.replace(ONE, passages=ONE.passages[:1], asides=())
    assert put(store, better, "2") is Outcome.REPLACED
    with store.reading() as view:
        assert view.reader_of(ONE.id) == "2"
        assert view.document_ids() == [ONE.id]


def test_a_newer_reader_keeps_the_other_sources_of_a_document(store):
    put(store, at("a"), "1")
    put(store, at("b"), "1")
    put(store, at("a"), "2")
    with store.reading() as view:
        assert view.sources(ONE.id) == ["a", "b"]


def test_removing_takes_everything_that_belongs_to_a_document(store):
    put(store, ONE)
    put(store, TWO)
    with store.writing() as writer:
        assert writer.remove(ONE.id) is True
    assert held(store) == [TWO]
    with store.reading() as view:
        assert view.speakers() == []
        assert view.document_at(ONE.source) is None


def test_removing_what_is_not_there_changes_nothing(store):
    with store.writing() as writer:
        assert writer.remove("nothing") is False
    assert store.revision() == 0


def test_every_change_and_only_a_change_moves_the_revision(store):
    seen = []
    for step in (lambda: put(store, ONE), lambda: put(store, ONE), lambda: put(store, TWO)):
        step()
        seen.append(store.revision())
    with store.writing() as writer:
        writer.remove(ONE.id)
    assert [*seen, store.revision()] == [1, 1, 2, 3]


def test_a_document_that_cannot_be_stored_leaves_no_trace(store):
    twice = dataclasses.replace(ONE, passages=ONE.passages * 2)
    with pytest.raises(errors.CorpusDamagedError):
        put(store, twice)
    assert held(store) == []
    assert store.revision() == 0


def test_a_refused_replacement_leaves_the_old_document_whole(store):
    put(store, at("here", TWO))
    with pytest.raises(errors.CorpusDamagedError):
        put(store, at("here", dataclasses.replace(ONE, passages=ONE.passages * 2)))
    assert held(store) == [at("here", TWO)]


def test_a_reader_keeps_its_revision_while_others_write(store):
    put(store, ONE)
    with store.reading() as view:
        before = view.revision, view.document_ids()
        put(store, TWO)
        assert (view.revision, view.document_ids()) == before
    assert store.revision() == 2


def test_nothing_can_be_written_through_a_readers_view(store):
    with pytest.raises(errors.CorpusForbiddenError), store.reading() as view:
        view._connection.execute("DELETE FROM documents")


def test_a_second_writer_hears_who_is_in_the_way(store):
    refused = pytest.raises(errors.CorpusBusyError, match="one writer at a time")
    with store.writing(), refused, store.writing(wait_s=0.01):
        pass
    assert store.revision() == 0


def test_a_writer_that_fails_lets_the_next_one_in(store):
    with pytest.raises(ZeroDivisionError), store.writing():
        raise ZeroDivisionError
    assert put(store, ONE) is Outcome.ADDED


def test_many_threads_write_one_after_the_other(store):
    read = [document(f"Tide number {n} came in.", f"{n}.txt") for n in range(8)]
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda d: put(store, d), read))
    assert outcomes == [Outcome.ADDED] * 8
    assert store.revision() == 8
    assert {d.id for d in held(store)} == {d.id for d in read}


def test_readers_see_whole_documents_while_a_writer_swaps_them(store):
    one, two = at("here", ONE), at("here", TWO)
    put(store, one)
    stop, seen = threading.Event(), []

    def look():
        while not stop.is_set():
            seen.append(held(store))

    with ThreadPoolExecutor(2) as pool:
        looking = [pool.submit(look) for _ in range(2)]
        for n in range(12):
            put(store, two if n % 2 == 0 else one)
        stop.set()
        [task.result() for task in looking]
    assert seen
    assert all(documents in ([one], [two]) for documents in seen)
