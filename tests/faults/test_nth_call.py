from __future__ import annotations

import contextlib
import errno

import pytest
from backups import dump, small_store
from faults_counted import failing
from faults_texts import check_hits, speech, stored_versions
from tiny_encoder import TinyEncoder

from corpus.backup import back_up, restore
from corpus.durable import publish_folder, write_file
from corpus.errors import DiskFaultError, DiskFullError
from corpus.store import Store
from embeddings import generation
from qa import Corpus

FAILURES = pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EIO, DiskFaultError)], ids=["full", "broken"]
)
MOST_CALLS = 200


def each_call(monkeypatch, code, kind, act, check):
    """Fail the first call, the second, and so on until there is no such call; return how many there were.

    Args:
        act: what is done; it must raise ``kind``.
        check: told after each failure; it must hold whatever the number.
    """
    for number in range(MOST_CALLS):
        with failing(monkeypatch, number, code) as nth, contextlib.suppress(kind):
            act(number)
            assert not nth.hit  # a failure that nobody is told of
        if not nth.hit:
            return number
        check(number)
    raise AssertionError("there is no end of calls")


@FAILURES
def test_a_file_is_old_or_new_whichever_call_fails(tmp_path, monkeypatch, number, kind):
    path = tmp_path / "current"

    def check(n):
        assert [p.name for p in tmp_path.iterdir()] == ["current"]
        assert path.read_bytes() in {b"old", b"new"}
        write_file(path, b"old")

    write_file(path, b"old")
    calls = each_call(monkeypatch, number, kind, lambda n: write_file(path, b"new"), check)
    assert calls == 4  # write, flush, rename, flush of the folder
    assert path.read_bytes() == b"new"


@FAILURES
def test_a_folder_is_whole_or_absent_whichever_call_fails(tmp_path, monkeypatch, number, kind):
    files = {"a": b"1", "b": b"2"}
    (tmp_path / "all").mkdir()

    def check(n):
        for found in (tmp_path / "all").iterdir():
            assert {p.name: p.read_bytes() for p in found.iterdir()} == files

    act = lambda n: publish_folder(tmp_path / "all", f"g{n}", files)  # noqa: E731 - the one thing that is done
    assert each_call(monkeypatch, number, kind, act, check) >= 8


@FAILURES
def test_the_index_is_old_or_new_whichever_call_fails(make_corpus, tmp_path, monkeypatch, number, kind):
    corpus = make_corpus({"talk-0.txt": speech("talk-0.txt")})
    before = generation.load(corpus.folder)[0]
    (tmp_path / "talk-1.txt").write_text(speech("talk-1.txt", 1), encoding="utf-8")
    corpus.put([tmp_path / "talk-1.txt"])

    def check(n):
        manifest = generation.load(corpus.folder)[0]
        assert manifest == before or manifest.revision == corpus.store.revision()
        opened = Corpus(corpus.folder, encoder=TinyEncoder())
        assert stored_versions(opened) == {"talk-0.txt": 0, "talk-1.txt": 1}
        if manifest != before:  # only the flush after the renaming failed: make it old again
            (tmp_path / "talk-1.txt").write_text(speech("talk-1.txt", 1) + "\n" * n, encoding="utf-8")
            opened.put([tmp_path / "talk-1.txt"])

    act = lambda n: Corpus(corpus.folder, encoder=TinyEncoder()).refresh()  # noqa: E731 - the one thing done
    assert each_call(monkeypatch, number, kind, act, check) > 15
    assert check_hits(Corpus(corpus.folder, encoder=TinyEncoder())) > 0
    assert generation.load(corpus.folder)[0].revision == corpus.store.revision()


@FAILURES
def test_a_backup_is_there_whole_or_the_old_one_is_whichever_call_fails(tmp_path, monkeypatch, number, kind):
    store, file = small_store(tmp_path / "corpus"), tmp_path / "b.zip"

    def check(n):
        assert {p.name for p in tmp_path.iterdir()} <= {"corpus", "b.zip", f"new{n}"}
        if file.exists():
            restore(file, tmp_path / f"new{n}")
            assert dump(tmp_path / f"new{n}" / "corpus.sqlite") == dump(store.path)

    def tidied(n):
        check(n)
        import shutil

        shutil.rmtree(tmp_path / f"new{n}", ignore_errors=True)

    each_call(monkeypatch, number, kind, lambda n: back_up(store.folder, file, force=True), tidied)
    assert file.exists()


@FAILURES
def test_a_corpus_is_the_old_or_the_restored_one_whichever_call_fails(tmp_path, monkeypatch, number, kind):
    store, file = small_store(tmp_path / "corpus"), tmp_path / "b.zip"
    back_up(store.folder, file)
    with store.writing() as writer:
        writer.merge("Mara Quell", "Oda Bern")

    def check(n):
        found = Store.open(tmp_path / "corpus")
        assert found.faults() == []
        assert found.counts()["merges"] in {1, 2}
        assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".")]

    each_call(monkeypatch, number, kind, lambda n: restore(file, tmp_path / "corpus", force=True), check)
    assert store.counts()["merges"] == 1
