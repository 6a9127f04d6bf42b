from __future__ import annotations

import sqlite3

import pytest
from backups import small_store
from faults_counted import is_in_order, traced
from faults_texts import speech
from tiny_encoder import TinyEncoder

from corpus import schema
from corpus.backup import back_up, restore
from corpus.durable import write_file
from qa import Corpus

FULL = 2


def renames(steps):
    return [step[1] for step in steps if step[0] == "rename"]


def test_a_file_is_written_flushed_renamed_and_its_folder_flushed(tmp_path, monkeypatch):
    with traced(monkeypatch) as steps:
        write_file(tmp_path / "current", b"new")
    (beside,) = renames(steps)
    assert [step[0] for step in steps] == ["write", "fsync", "rename", "fsync"]
    assert is_in_order(steps, beside)


def test_the_order_is_seen_to_be_wrong_when_it_is():
    right = [("write", "/a/x"), ("fsync", "/a/x"), ("rename", "/a/x", "/a/y"), ("fsync", "/a")]
    assert is_in_order(right, "/a/x")
    wrong = ([1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 3, 2])
    assert not any(is_in_order([right[n] for n in order], "/a/x") for order in wrong)


def test_a_generation_is_on_the_disk_before_the_pointer_leads_to_it(make_corpus, monkeypatch):
    corpus = make_corpus({"talk.txt": speech("talk.txt")})
    with traced(monkeypatch) as steps:
        Corpus(corpus.folder, encoder=TinyEncoder("other")).refresh()
    generation, pointer = renames(steps)
    assert "gen-" in generation
    assert "CURRENT" in pointer
    assert is_in_order(steps, generation)
    assert is_in_order(steps, pointer)
    index = ("fsync", str(corpus.folder / "index"))
    assert (
        index
        in steps[
            steps.index(("rename", generation, str(_final(steps, generation)))) : steps.index(("write", pointer))
        ]
    )


def _final(steps, renamed):
    return next(step[2] for step in steps if step[0] == "rename" and step[1] == renamed)


def test_a_backup_and_a_restored_corpus_are_flushed_before_and_after_they_get_their_names(tmp_path, monkeypatch):
    store = small_store(tmp_path / "corpus")
    with traced(monkeypatch) as steps:
        back_up(store.folder, tmp_path / "b.zip")
    (packed,) = renames(steps)
    assert steps[-3:] == [("fsync", packed), ("rename", packed, str(tmp_path / "b.zip")), ("fsync", str(tmp_path))]
    with traced(monkeypatch) as steps:
        restore(tmp_path / "b.zip", tmp_path / "new")
    (new,) = renames(steps)
    at = steps.index(("rename", new, str(tmp_path / "new")))
    assert {("fsync", f"{new}/corpus.sqlite"), ("fsync", f"{new}/config.toml"), ("fsync", new)} <= set(steps[:at])
    assert steps[at + 1] == ("fsync", str(tmp_path))


@pytest.fixture
def events(monkeypatch):
    """What SQLite is told by a writer, in order, and how it is to flush."""
    seen, connect = [], schema.connect

    def watched(path, *, write):
        connection = connect(path, write=write)
        if write:
            seen.append(("synchronous", connection.execute("PRAGMA synchronous").fetchone()[0]))
            seen.append(("journal", connection.execute("PRAGMA journal_mode").fetchone()[0]))
            connection.set_trace_callback(lambda statement: seen.append(("sql", statement.split("(")[0].strip())))
        return connection

    monkeypatch.setattr(schema, "connect", watched)
    return seen


def test_a_document_is_reported_only_after_its_transaction_is_on_the_disk(tmp_path, events):
    names = [f"talk-{n}.txt" for n in range(3)]
    for name in names:
        (tmp_path / name).write_text(speech(name), encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([tmp_path / name for name in names], on_result=lambda r: events.append(("told", r.source)))
    told = [n for n, (what, _) in enumerate(events) if what == "told"]
    assert len(told) == len(names)
    for start, at in zip([0, *told], told, strict=False):
        statements = [words for what, words in events[start:at] if what == "sql"]
        inserted = [n for n, words in enumerate(statements) if words.startswith("INSERT INTO documents")]
        assert len(inserted) == 1
        assert "COMMIT" in statements[inserted[0] :]
        assert not any(words.startswith("ROLLBACK") for words in statements)


def test_every_writer_flushes_in_full(tmp_path, events):
    (tmp_path / "talk.txt").write_text(speech("talk.txt"), encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([tmp_path / "talk.txt"])
    corpus.remove("talk.txt")
    assert {value for what, value in events if what == "synchronous"} == {FULL}
    assert {value for what, value in events if what == "journal"} == {"wal"}


def test_making_the_tables_flushes_in_full_too(tmp_path, monkeypatch):
    seen, connect = [], sqlite3.connect

    def watched(*args, **kwargs):
        connection = connect(*args, **kwargs)
        connection.set_trace_callback(lambda statement: seen.append(" ".join(statement.split())))
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    made = next(n for n, words in enumerate(seen) if "CREATE TABLE meta" in words)
    assert "PRAGMA synchronous = FULL" in seen[:made]
    assert any(words.startswith("COMMIT") for words in seen[made:])
