from __future__ import annotations

import logging
import shutil

import pytest
from faults_rights import reachable_folder, without_privileges
from filelock import FileLock
from tiny_encoder import TinyEncoder

from corpus import limits
from corpus.errors import CorpusBusyError, CorpusForbiddenError, IndexForeignError
from corpus.store import Store
from embeddings import generation
from embeddings.build import current, refresh
from qa import Corpus

TEXTS = {
    "pier.txt": "Bram Osei painted the pier in one night and told nobody who had asked him to.\n",
    "lock.txt": "Odile Marchetti closed the lock at noon because the water stood too high for it.\n",
}
NEW = "The lock keeper sang until the last barge had gone through and the gates were shut.\n"


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(TEXTS)


def _spoil(corpus, name=generation.ROWS):
    path = next((corpus.folder / generation.FOLDER).glob(f"gen-*/{name}"))
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    return path


def _put(corpus, tmp_path, text, name="new.txt"):
    (tmp_path / name).write_text(text)
    return corpus.put([tmp_path / name])


def test_every_passage_is_in_the_snapshot_with_its_hash(corpus):
    with corpus.store.reading() as view:
        stored = {(p.id, p.sha256) for d in view.documents() for p in d.passages}
    assert {(k.id, k.sha256) for k in corpus.snapshot().keys} == stored


def test_only_new_text_is_embedded(corpus, tiny, tmp_path):
    tiny.encoded.clear()
    _put(corpus, tmp_path, NEW)
    refresh(corpus.store, tiny)
    assert tiny.encoded == [NEW.strip()]


def test_nothing_is_embedded_when_nothing_is_new(corpus, tiny):
    tiny.encoded.clear()
    refresh(corpus.store, tiny)
    assert tiny.encoded == []


def test_the_same_words_in_two_documents_are_embedded_once(make_corpus, tiny):
    texts = {f"{n}.txt": f"{NEW}\nA second paragraph, number {n}, that only this file has.\n" for n in range(3)}
    make_corpus(texts, name="twice")
    assert tiny.encoded.count(NEW.strip()) == 1


def test_removing_a_document_embeds_nothing(corpus, tiny):
    tiny.encoded.clear()
    corpus.remove("pier.txt")
    assert len(corpus.snapshot().keys) == 1
    assert tiny.encoded == []


def test_progress_counts_up_to_all_that_is_new(corpus, tiny, tmp_path):
    seen = []
    _put(corpus, tmp_path, "\n\n".join(f"{NEW.strip()} And again, {n} times over, it sang." for n in range(150)))
    refresh(corpus.store, tiny, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(64, 150), (128, 150), (150, 150)]


def test_an_index_of_an_older_revision_is_brought_up_to_date(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, NEW)
    assert current(corpus.store, tiny).revision < corpus.store.revision()
    assert refresh(corpus.store, tiny).revision == corpus.store.revision()
    assert current(corpus.store, tiny).revision == corpus.store.revision()


@pytest.mark.parametrize("name", [generation.ROWS, generation.VECTORS, generation.LEXICAL, generation.MANIFEST])
def test_a_damaged_index_is_named_in_the_log_and_rebuilt_on_the_disk(corpus, tiny, caplog, name):
    path = _spoil(corpus, name)
    refresh(corpus.store, tiny)
    assert f"{path} is not what was written" in caplog.text
    assert len(current(corpus.store, tiny).keys) == len(TEXTS)


def test_a_rebuilt_index_is_not_reported_again(corpus, tiny, caplog):
    _spoil(corpus)
    refresh(corpus.store, tiny)
    caplog.clear()
    refresh(corpus.store, tiny)
    assert caplog.records == []


def test_a_first_build_is_no_fault_to_report(make_corpus, caplog):
    make_corpus(TEXTS, name="fresh")
    assert caplog.records == []


def test_another_models_index_is_foreign_and_rebuilt(corpus, caplog):
    other = TinyEncoder("other")
    with pytest.raises(IndexForeignError, match=r"tiny@32.*other@32"):
        current(corpus.store, other)
    assert refresh(corpus.store, other).model == "other@32"
    assert "tiny@32" in caplog.text
    assert len(other.encoded) == len(TEXTS)


@pytest.mark.parametrize("shut", ["corpus", "index"])
def test_a_folder_that_cannot_be_written_gives_a_snapshot_in_memory(tiny, caplog, shut):
    with reachable_folder() as folder:
        corpus = _shut_corpus(folder, tiny, shut)
        with without_privileges():
            snapshot = refresh(corpus.store, tiny, publish=False)
        assert len(snapshot.keys) == 1
        assert "kept in memory" in caplog.text
        assert not list(folder.rglob("gen-*"))


def test_a_folder_that_must_be_written_and_cannot_is_refused(tiny):
    with reachable_folder() as folder:
        corpus = _shut_corpus(folder, tiny, "corpus")
        with without_privileges(), pytest.raises(CorpusForbiddenError, match="no permission"):
            refresh(corpus.store, tiny)


def _shut_corpus(folder, tiny, shut):
    corpus = Corpus(folder / "c", create=True, encoder=tiny)
    (folder / "lock.txt").write_text(TEXTS["lock.txt"])
    corpus.put([folder / "lock.txt"])
    if shut == "index":
        (corpus.folder / generation.FOLDER).mkdir()
    (corpus.folder / (generation.FOLDER if shut == "index" else "")).chmod(0o000 if shut == "index" else 0o555)
    return corpus


def test_while_another_process_builds_an_older_index_serves(corpus, tiny, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "WRITER_WAIT_S", 0.1)
    before = corpus.store.revision()
    _put(corpus, tmp_path, NEW)
    with FileLock(corpus.folder / generation.FOLDER / "build.lock"):
        assert refresh(corpus.store, tiny).revision == before


def test_while_another_process_builds_the_first_index_the_corpus_is_busy(tmp_path, tiny, monkeypatch):
    monkeypatch.setattr(limits, "WRITER_WAIT_S", 0.1)
    store = Store.create(tmp_path / "c")
    (store.folder / generation.FOLDER).mkdir()
    with FileLock(store.folder / generation.FOLDER / "build.lock"), pytest.raises(CorpusBusyError):
        refresh(store, tiny)


def test_an_index_that_is_deleted_comes_back_the_same(corpus, tiny, caplog):
    before = {p.name for p in (corpus.folder / generation.FOLDER).glob("gen-*")}
    shutil.rmtree(corpus.folder / generation.FOLDER)
    refresh(corpus.store, tiny)
    assert {p.name for p in (corpus.folder / generation.FOLDER).glob("gen-*")} == before
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
