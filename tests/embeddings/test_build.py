from __future__ import annotations

import dataclasses
import logging
import shutil

import numpy as np
import pytest
from faults_rights import reachable_folder, without_privileges
from filelock import FileLock
from tiny_encoder import TinyEncoder

from corpus import limits
from corpus.errors import CorpusBusyError, CorpusForbiddenError, IndexForeignError
from corpus.store import Store
from embeddings import generation
from embeddings.build import current, refresh
from embeddings.tokens import stems
from qa import Corpus

TEXTS = {
    "pier.txt": "Bram Osei painted the pier in one night and told nobody who had asked him to.\n",
    "lock.txt": "Odile Marchetti closed the lock at noon because the water stood too high for it.\n",
}
NEW = "The lock keeper sang until the last barge had gone through and the gates were shut.\n"
TITLED = """# The Long Quay

“The tide decides,” said Sanna Veld.

“We stay,” Veld said, and the boats stayed where they were.

Nobody swam.
"""
TURNS = "ODA BERN: I ring the bell.\n\nMARA QUELL: We heard the bell.\n\n" * 2


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(TEXTS)


def _spoil(corpus, name=generation.ROWS):
    path = next((corpus.folder / generation.FOLDER).glob(f"gen-*/{name}"))
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
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
    assert [done for done, _ in seen] == [
        64,
        128,
        192,
        256,
        301,
    ]  # passages, their second sentences, the first of all
    assert {total for _, total in seen} == {301}


def test_an_index_of_an_older_revision_is_brought_up_to_date(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, NEW)
    assert current(corpus.store, tiny).revision < corpus.store.revision()
    assert refresh(corpus.store, tiny).revision == corpus.store.revision()
    assert current(corpus.store, tiny).revision == corpus.store.revision()


FILES = [generation.ROWS, generation.VECTORS, generation.SENTENCES, generation.LEXICAL, generation.MANIFEST]


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_index_is_named_in_the_log_and_rebuilt_on_the_disk(corpus, tiny, caplog, name):
    path = _spoil(corpus, name)
    refresh(corpus.store, tiny)
    assert f"{path} is not what was written" in caplog.text
    assert len(current(corpus.store, tiny).keys) == len(TEXTS)


def _as_format_1(corpus):
    """Put an index in the place of the present one as it was written before sentences had vectors."""
    manifest, files = generation.load(corpus.folder)
    old = {n: files[n] for n in (generation.ROWS, generation.VECTORS)} | {"lexical.sqlite": b"SQLite format 3\0"}
    shutil.rmtree(corpus.folder / generation.FOLDER)
    generation.publish(corpus.folder, dataclasses.replace(manifest, format=1), old)


def test_an_index_of_the_first_format_is_named_in_the_log_and_rebuilt(corpus, tiny, caplog):
    _as_format_1(corpus)
    tiny.encoded.clear()
    assert len(refresh(corpus.store, tiny).keys) == len(TEXTS)
    (told,) = caplog.records
    assert "format 1" in told.message
    assert "rebuilt from the stored text" in told.message
    assert len(tiny.encoded) == len(TEXTS)
    assert generation.load(corpus.folder)[0].format == generation.FORMAT == 2


def test_an_index_of_the_first_format_is_gone_after_the_next_changes(corpus, tiny, tmp_path):
    _as_format_1(corpus)
    for n in range(2):
        _put(corpus, tmp_path, f"{NEW} {n}", name=f"new-{n}.txt")
        refresh(corpus.store, tiny)
    assert not list(corpus.folder.rglob("lexical.sqlite"))


def _files(corpus):
    return generation.load(corpus.folder)[1]


def test_an_index_that_grew_is_the_one_built_at_once(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, TITLED, name="talk.md")
    refresh(corpus.store, tiny)
    grown = _files(corpus)
    shutil.rmtree(corpus.folder / generation.FOLDER)
    refresh(corpus.store, TinyEncoder())
    assert _files(corpus) == grown


def test_of_a_new_document_only_its_own_words_are_embedded(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, TITLED, name="talk.md")
    refresh(corpus.store, tiny)
    tiny.encoded.clear()
    _put(corpus, tmp_path, TITLED + "\nThe lamps went out.\n", name="more.md")
    refresh(corpus.store, tiny)
    assert tiny.encoded == ["The lamps went out.", "The Long Quay. The lamps went out."]


def test_title_and_speakers_are_found_by_their_words(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, TITLED, name="talk.md")
    snapshot = refresh(corpus.store, tiny)
    by_title, by_speaker = (set(snapshot.lexical.rows_with(stems(asked))) for asked in ("Long Quay", "Sanna"))
    assert len(by_title) == 3
    assert len(by_speaker) == 2
    assert by_speaker < by_title


def test_a_broken_word_is_found_whole_and_shown_as_it_is_printed(corpus, tiny, tmp_path):
    shown = "The lock-\nkeeper and the har-\nbour master met; the lock-keeper left."
    _put(corpus, tmp_path, shown)
    found = refresh(corpus.store, tiny).lexical
    assert [len(found.rows_with([stem])) for stem in ("harbour", "keeper", "bour")] == [1, 1, 0]
    with corpus.store.reading() as view:
        assert shown in [p.text for d in view.documents() for p in d.passages]


def test_passages_of_a_document_have_its_number_and_turns_are_told(corpus, tiny, tmp_path):
    _put(corpus, tmp_path, TITLED, name="talk.md")
    _put(corpus, tmp_path, TURNS, name="hearing.txt")
    snapshot = refresh(corpus.store, tiny)
    with corpus.store.reading() as view:
        documents = [(p.id, n) for n, d in enumerate(view.documents()) for p in d.passages]
    assert [(k.id, n) for k, n in zip(snapshot.keys, snapshot.documents.tolist(), strict=True)] == documents
    assert np.flatnonzero(snapshot.turns).tolist() == snapshot.lexical.rows_with(["bell"]).tolist()


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
