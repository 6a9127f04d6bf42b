from __future__ import annotations

import contextlib
import sqlite3

import pytest
from backups import ONE, TWO, small_store

from corpus.store import Store


@pytest.fixture
def store(tmp_path):
    return small_store(tmp_path / "corpus")


def execute(store, script):
    with contextlib.closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.executescript(script)


def test_a_sound_store_has_no_faults(store):
    assert store.faults() == []


def test_an_empty_store_has_no_faults(tmp_path):
    assert Store.create(tmp_path / "empty").faults() == []


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("UPDATE documents SET text = replace(text, 'quay', 'tide')", "is not the text it was"),
        ("UPDATE passages SET ordinal = ordinal + 7", "has another's id"),
        ('UPDATE utterances SET "end" = 100000', "reaches out of passage"),
        ("INSERT INTO asides VALUES ((SELECT id FROM documents), 5, 1, 'heading', NULL)", "an aside reaches out"),
        ("DELETE FROM sources", "has no source"),
        ("UPDATE sources SET document_id = 'nobody'", "belongs to a row of documents that is gone"),
        ("DELETE FROM documents WHERE rowid = 1", "of passages belongs to a row of documents that is gone"),
        ("UPDATE passages SET kind = 'riddle'", "'riddle' is not a valid BlockKind"),
        ("UPDATE documents SET citation = '{'", "document "),
        ("UPDATE meta SET value = 'soon'", "the revision is no number"),
        ("DELETE FROM meta", "subscriptable"),
        ("INSERT INTO corrections VALUES ('x', 'tide', '1', 1)", "the correction at x for tide is no value"),
        ("INSERT INTO corrections VALUES ('x', 'title', '[1]', 1)", "the correction at x for title is no value"),
        ("INSERT INTO corrections VALUES ('x', 'author', '[[]]', 1)", "for author is no value"),
        ("INSERT INTO corrections VALUES ('x', 'issued', '\"2014\"', 1)", "for issued is no value"),
        ("INSERT INTO given VALUES ('x', 'title', '{', 'm', 1)", "what is given of x for title is no value"),
        ("INSERT INTO merges VALUES ('Oda Bern', 'Tam Pell')", "leads back to itself"),
        ("DROP INDEX sources_by_document", "the index sources_by_document is missing"),
        ("CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END", "a trigger t of somebody else's"),
        ("ALTER TABLE merges ADD COLUMN tide", "the table merges has other columns"),
    ],
)
def test_each_fault_is_named(store, script, fault):
    execute(store, script)
    assert any(fault in line for line in store.faults()), store.faults()


@pytest.mark.parametrize("issued", ["0800", "800", "2014", "2014-05", "2014-05-20", ""])
def test_what_a_user_may_say_is_never_a_fault(store, issued):
    from corpus.citing.values import read_corrections
    from corpus.errors import UsageError

    with contextlib.suppress(UsageError), store.writing() as writer:
        values = {"author": "Oda Bern; Tam Pell", "title": "", "issued": issued, "URL": "https://quay.example/"}
        writer.correct(ONE.id, read_corrections(values | {"editor": [{"family": "Bern", "given": "Oda"}]}))
    assert store.faults() == []


def test_all_faults_are_named_and_not_the_first_alone(store):
    execute(store, "UPDATE documents SET text = replace(replace(text, 'quay', 'tide'), 'Nobody', 'Someone')")
    found = " ".join(store.faults())
    assert ONE.id in found
    assert TWO.id in found


def test_a_page_that_is_torn_is_named(store):
    with store.writing() as writer:
        writer.view.faults()
    data = bytearray(store.path.read_bytes())
    half = len(data) // 2
    data[half : half + 6000] = bytes(6000)
    store.path.write_bytes(data)
    assert store.faults()


def test_corrections_of_what_is_gone_and_merges_of_who_is_gone_are_no_faults(store):
    with store.writing() as writer:
        writer.remove(ONE.id)
    assert store.counts()["corrections"] == 1
    assert store.faults() == []


def test_rows_are_counted_by_table(store):
    counts = store.counts()
    assert (counts["documents"], counts["merges"], counts["passages"]) == (2, 1, len(ONE.passages + TWO.passages))


def test_what_an_interrupted_writer_left_in_the_log_is_settled(store, tmp_path):
    import shutil

    with store.reading():  # keeps the log from being emptied
        with store.writing() as writer:
            writer.remove(TWO.id)
        shutil.copytree(store.folder, tmp_path / "copy")
    copy = Store.open(tmp_path / "copy")
    assert copy.settle() > 0
    assert copy.settle() == 0
    assert copy.counts()["documents"] == 1


def test_a_log_that_somebody_reads_is_left_alone(store):
    with store.reading() as view:
        assert view.revision
        with store.writing() as writer:
            writer.remove(TWO.id)
        assert store.settle() == 0
        assert len(view.document_ids()) == 2


def test_counting_goes_on_from_a_revision_that_was_seen(store):
    store.count_from(40)
    assert store.revision() == 41
    store.count_from(7)
    assert store.revision() == 42
