from __future__ import annotations

import contextlib
import json
import sqlite3
import threading

import pytest
from backups import FIRST_TABLES, ONE, TWO, changed_store, dump, members, names, remade, small_store
from texts import document

from corpus import errors, schema
from corpus.backup import back_up, restore
from corpus.store import Store


@pytest.fixture
def store(tmp_path):
    return small_store(tmp_path / "corpus")


@pytest.fixture
def file(store, tmp_path):
    back_up(store.folder, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_a_restored_corpus_has_every_row_and_setting(store, file, tmp_path):
    restored = restore(file, tmp_path / "new" / "corpus")
    assert restored.aside is None
    assert dump(tmp_path / "new" / "corpus" / "corpus.sqlite") == dump(store.path)
    assert names(tmp_path / "new" / "corpus") == ["config.toml", "corpus.sqlite"]
    assert (tmp_path / "new" / "corpus" / "config.toml").read_text() == 'model = "elsewhere"\n'


def test_a_restored_corpus_can_be_written_to(file, tmp_path):
    restore(file, tmp_path / "new")
    with Store.open(tmp_path / "new").writing() as writer:
        assert writer.remove(ONE.id)
        assert writer.view.document_ids() == [TWO.id]


def test_a_backup_is_a_zip_that_says_what_it_holds(store, file):
    held = members(file)
    assert list(held) == ["manifest.json", "corpus.sqlite", "config.toml"]
    told = json.loads(held["manifest.json"])
    assert (told["layout"], told["revision"]) == (schema.SCHEMA_VERSION, store.revision())
    assert (told["rows"]["documents"], told["rows"]["corrections"]) == (2, 1)


def test_making_and_restoring_leave_nothing_beside(store, file, tmp_path):
    restore(file, tmp_path / "new")
    assert names(tmp_path) == ["backup.zip", "corpus", "new"]


def test_a_file_of_that_name_is_kept_unless_told_otherwise(store, file):
    before = file.read_bytes()
    with pytest.raises(errors.UsageError, match="--force"):
        back_up(store.folder, file)
    assert file.read_bytes() == before
    with store.writing() as writer:
        writer.remove(TWO.id)
    assert back_up(store.folder, file, force=True).rows["documents"] == 1


def test_a_backup_cannot_take_the_place_of_a_folder_or_make_one(store, tmp_path):
    for place in (tmp_path, tmp_path / "none" / "backup.zip"):
        with pytest.raises(errors.UsageError):
            back_up(store.folder, place, force=True)


def test_a_corpus_that_is_not_there_is_no_backup(tmp_path):
    with pytest.raises(errors.CorpusNotFoundError):
        back_up(tmp_path / "none", tmp_path / "backup.zip")
    assert names(tmp_path) == []


def test_a_damaged_corpus_is_named_and_not_backed_up(store, tmp_path):
    with contextlib.closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'quay', 'tide')")
    with pytest.raises(errors.CorpusDamagedError, match="faults, the first: "):
        back_up(store.folder, tmp_path / "backup.zip")
    assert names(tmp_path) == ["corpus"]


def test_a_backup_holds_one_revision_while_a_writer_goes_on(store, tmp_path):
    with store.writing() as writer:  # enough pages for several steps
        for n in range(12):
            writer.put(document(f"The quay, number {n}. " + "0" * 660_000, f"long-{n}.txt"), "1")
    done, revisions = threading.Event(), []

    def write():
        while not done.is_set():
            with store.writing() as writer:
                writer.put(document(f"Change {len(revisions)}.", "changing.txt"), "1")
                revisions.append(writer.view.revision)

    seen = []
    with contextlib.ExitStack() as stack:
        thread = threading.Thread(target=write)
        thread.start()
        stack.callback(thread.join)
        stack.callback(done.set)
        manifest = back_up(store.folder, tmp_path / "busy.zip", progress=lambda *now: seen.append(now))
    assert revisions[-1] > manifest.revision  # it did go on
    restore(tmp_path / "busy.zip", tmp_path / "new")
    assert Store.open(tmp_path / "new").revision() == manifest.revision
    assert Store.open(tmp_path / "new").faults() == []


def test_progress_rises_to_its_end(store, tmp_path):
    made, put = [], []
    back_up(store.folder, tmp_path / "b.zip", progress=lambda *now: made.append(now))
    restore(tmp_path / "b.zip", tmp_path / "new", progress=lambda *now: put.append(now))
    for seen in (made, put):
        assert [done for done, _ in seen] == sorted(done for done, _ in seen)
        assert seen[-1][0] == seen[-1][1] > 0


def test_an_empty_folder_is_filled(file, tmp_path):
    (tmp_path / "new").mkdir()
    restore(file, tmp_path / "new")
    assert Store.open(tmp_path / "new").counts()["documents"] == 2


def test_a_corpus_that_is_there_is_left_alone_unless_told_otherwise(store, file, tmp_path):
    with store.writing() as writer:
        writer.remove(TWO.id)
    before = dump(store.path)
    with pytest.raises(errors.UsageError, match="--force"):
        restore(file, store.folder)
    assert dump(store.path) == before
    restored = restore(file, store.folder, force=True)
    assert Store.open(store.folder).counts()["documents"] == 2
    assert dump(restored.aside / "corpus.sqlite") == before
    assert restored.aside.name.startswith("corpus.before-")


def test_what_has_seen_the_old_corpus_sees_that_another_has_taken_its_place(store, file):
    before = store.revision()
    restore(file, store.folder, force=True)
    assert store.revision() > before


def test_two_that_make_way_in_one_second_have_two_names(store, file):
    asides = {restore(file, store.folder, force=True).aside for _ in range(3)}
    assert len(asides) == 3
    assert all(Store.open(aside).faults() == [] for aside in asides)


def test_a_corpus_that_is_damaged_makes_way_too(store, file):
    store.path.write_bytes(b"not a database at all" * 200)
    restored = restore(file, store.folder, force=True)
    assert (restored.aside / "corpus.sqlite").read_bytes().startswith(b"not a database")
    assert Store.open(store.folder).counts()["documents"] == 2


def test_a_corpus_that_lost_its_store_makes_way_too(store, file):
    store.path.unlink()
    assert restore(file, store.folder, force=True).aside.is_dir()


def test_a_restore_killed_between_its_two_renamings_leaves_the_old_corpus_whole(store, file):
    aside = store.folder.rename(store.folder.with_name("corpus.before-x"))  # as far as it got
    assert restore(file, store.folder).aside is None
    assert dump(aside / "corpus.sqlite") == dump(store.path)


def test_a_folder_of_other_things_is_never_moved(file, tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(errors.UsageError, match="something else"):
        restore(file, tmp_path / "papers", force=True)
    with pytest.raises(errors.UsageError):
        restore(file, file, force=True)
    assert names(tmp_path / "papers") == ["letter.txt"]


def test_a_corpus_that_is_being_written_to_does_not_make_way(store, file, monkeypatch):
    locked = Store.locked
    monkeypatch.setattr(Store, "locked", lambda self, wait_s=0.05: locked(self, 0.05))
    with store.writing(), pytest.raises(errors.CorpusBusyError):
        restore(file, store.folder, force=True)
    assert Store.open(store.folder).counts()["documents"] == 2


def test_of_two_backups_to_one_file_at_once_the_second_is_told(store, tmp_path):
    def again(*_):
        with pytest.raises(errors.CorpusBusyError, match=r"being written.*nothing was lost"):
            back_up(store.folder, tmp_path / "b.zip")

    back_up(store.folder, tmp_path / "b.zip", progress=again)
    assert names(tmp_path) == ["b.zip", "corpus"]


def test_what_a_killed_backup_left_is_gone_after_the_next(store, tmp_path):
    left = tmp_path / ".b.zip.unfinished"
    (left / "read-back").mkdir(parents=True)
    (left / "corpus.sqlite").write_bytes(b"half")
    back_up(store.folder, tmp_path / "b.zip")
    assert names(tmp_path) == ["b.zip", "corpus"]


def test_an_older_layout_is_brought_to_the_present_one(file, tmp_path):
    dropped = [name for name in Store.open(tmp_path / "corpus").counts() if name not in FIRST_TABLES]
    old = changed_store(
        members(file), tmp_path, *(f"DROP TABLE {name}" for name in dropped), "PRAGMA user_version = 2"
    )
    made = remade(tmp_path / "old.zip", old, rows={"documents": 2}, layout=2)
    restore(made, tmp_path / "new")
    store = Store.open(tmp_path / "new")
    with store.reading() as view:
        assert view.layout[1] == schema.SCHEMA_VERSION
        assert view.document(TWO.id) == TWO
    assert store.faults() == []
