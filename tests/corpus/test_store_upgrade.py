from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from texts import document

from corpus import errors, schema
from corpus.folders import FileRecord, Stamp
from corpus.store import Store
from corpus.writer import Outcome

ONE = document("It rained. “The quay will hold,” Oda Bern said on July 23, 2013. Tam Pell said that it might.")
COLUMNS = ("probably", "said", "grounds")
WITHOUT_TOLD = ("ALTER TABLE files DROP COLUMN remarks", "ALTER TABLE files DROP COLUMN columns")
WITHOUT_FILES = ("DROP TABLE files", "DROP TABLE folders", "DROP TABLE given")
WITHOUT_GIVEN = ("DROP TABLE corrections", "DROP TABLE merges", *WITHOUT_FILES)
TABLES = "SELECT name, sql FROM sqlite_master WHERE name NOT IN ('utterances') ORDER BY name"


RECORD = FileRecord("/q/one.txt", "/q/one.txt", "5", Stamp(10, 1, 2), 9, "ab", "1", "{}", documents=1)


def execute(path, *statements):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]


def layout(path):
    return execute(path, "PRAGMA user_version")[0][0]


@pytest.fixture
def old(tmp_path):
    """Return the folder of a store as the first layout had it, with one document in it."""
    store = Store.create(tmp_path / "corpus")
    with store.writing() as writer:
        writer.put(ONE, "1")
    dropped = [f"ALTER TABLE utterances DROP COLUMN {name}" for name in COLUMNS]
    execute(store.path, *dropped, *WITHOUT_GIVEN, "PRAGMA user_version = 1")
    return store.folder


@pytest.fixture
def second(tmp_path):
    """Return the folder of a store as the second layout had it, with one document in it."""
    store = Store.create(tmp_path / "second")
    with store.writing() as writer:
        writer.put(ONE, "1")
    execute(store.path, *WITHOUT_GIVEN, "PRAGMA user_version = 2")
    return store.folder


@pytest.fixture
def third(tmp_path):
    """Return the folder of a store as the third layout had it, with one document in it and a correction."""
    store = Store.create(tmp_path / "third")
    with store.writing() as writer:
        writer.put(ONE, "1")
        writer.correct(ONE.id, {"title": "The Quay"})
    execute(store.path, *WITHOUT_FILES, "PRAGMA user_version = 3")
    return store.folder


@pytest.fixture
def fourth(tmp_path):
    """Return the folder of a store as the fourth layout had it, with one document in it and its file."""
    store = Store.create(tmp_path / "fourth")
    with store.writing() as writer:
        writer.put(ONE, "1")
        writer.remember([RECORD])
    execute(store.path, *WITHOUT_TOLD, "PRAGMA user_version = 4")
    return store.folder


def stripped(read):
    """Return the document without what the first layout did not hold."""
    bare = {"probably": None, "said": None, "grounds": None}
    passages = (
        dataclasses.replace(p, utterances=tuple(dataclasses.replace(u, **bare) for u in p.utterances))
        for p in read.passages
    )
    return dataclasses.replace(read, passages=tuple(passages))


def documents(store):
    with store.reading() as view:
        return list(view.documents())


def test_an_older_store_is_opened_with_everything_it_held(old):
    assert documents(Store.open(old)) == [stripped(ONE)]


def test_an_older_store_is_brought_to_the_present_layout_once(old):
    store = Store.open(old)
    assert layout(store.path) == schema.SCHEMA_VERSION
    assert Store.open(old).revision() == store.revision() == 1


def test_an_upgraded_store_has_the_tables_of_a_new_one(old, tmp_path):
    new = Store.create(tmp_path / "new")
    columns = "SELECT name, type FROM pragma_table_info('utterances') ORDER BY cid"
    for query in (columns, TABLES):
        assert execute(Store.open(old).path, query) == execute(new.path, query)


def test_a_store_of_the_second_layout_is_opened_with_everything_it_held(second):
    store = Store.open(second)
    assert documents(store) == [ONE]
    assert (layout(store.path), store.revision()) == (schema.SCHEMA_VERSION, 1)


def test_a_store_of_the_second_layout_takes_what_the_user_says(second):
    store = Store.open(second)
    with store.writing() as writer:
        assert writer.correct(ONE.id, {"title": "The Quay"})
        writer.merge("Tam Pell", "Oda Bern")
    with Store.open(second).reading() as view:
        assert view.citation(ONE.id).title == "The Quay"
        assert view.merges() == {"Tam Pell": "Oda Bern"}


def test_a_store_of_the_third_layout_is_opened_with_everything_it_held(third):
    store = Store.open(third)
    with store.reading() as view:
        assert view.document_ids() == [ONE.id]
        assert view.citation(ONE.id).title == "The Quay"
    assert (layout(store.path), store.revision()) == (schema.SCHEMA_VERSION, 2)


def test_a_store_of_the_third_layout_remembers_files_and_what_is_given(third):
    with Store.open(third).writing() as writer:
        writer.remember([RECORD])
        assert writer.give({(ONE.source, "publisher", '"Quay Press"', "/q/metadata.csv", 2)}, ["/q/metadata.csv"])
    with Store.open(third).reading() as view:
        assert view.file("/q/one.txt") == RECORD
        assert view.citation(ONE.id).get("publisher") == "Quay Press"


def test_a_store_of_the_fourth_layout_remembers_what_readers_say_of_files(fourth):
    store = Store.open(fourth)
    told = dataclasses.replace(RECORD, remarks=("4 comments were not read",), columns="text=Words")
    with store.writing() as writer:
        assert (documents(store), writer.view.file("/q/one.txt")) == ([ONE], RECORD)
        writer.remember([told])
    with Store.open(fourth).reading() as view:
        assert view.file("/q/one.txt") == told
    assert (layout(store.path), store.revision()) == (schema.SCHEMA_VERSION, 1)


def test_an_upgrade_that_is_cut_off_halfway_leaves_neither_table(second, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(schema.UPGRADES, 2, schema.UPGRADES[2] + "ALTER TABLE nothing ADD COLUMN tide TEXT;")
        with pytest.raises(errors.OnRecordError):
            Store.open(second)
    path = Store(second).path
    assert layout(path) == 2
    assert execute(path, "SELECT name FROM sqlite_master WHERE name IN ('corrections', 'merges')") == []
    assert documents(Store.open(second)) == [ONE]


def test_a_document_added_again_by_a_newer_reader_gets_what_it_lacked(old):
    store = Store.open(old)
    with store.writing() as writer:
        assert writer.put(ONE, "2") is Outcome.REPLACED
    assert documents(store) == [ONE]


def test_of_two_that_upgrade_at_once_the_second_finds_it_done(old):
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(Store.open, [old] * 4))
    assert [documents(store) for store in stores] == [[stripped(ONE)]] * 4


def test_an_upgrade_that_fails_leaves_the_old_layout_whole(old, monkeypatch):
    broken = "ALTER TABLE utterances ADD COLUMN probably TEXT; ALTER TABLE nothing ADD COLUMN said TEXT;"
    with monkeypatch.context() as patch:
        patch.setitem(schema.UPGRADES, 1, broken)
        with pytest.raises(errors.OnRecordError):
            Store.open(old)
    assert documents(Store.open(old)) == [stripped(ONE)]


def test_somebody_elses_database_of_layout_one_is_left_as_it_is(tmp_path):
    path = Store(tmp_path).path
    execute(path, "CREATE TABLE utterances (tide)", "PRAGMA user_version = 1")
    with pytest.raises(errors.CorpusDamagedError):
        Store.open(tmp_path)
    assert execute(path, "SELECT name FROM pragma_table_info('utterances')") == [("tide",)]
