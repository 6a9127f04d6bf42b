from __future__ import annotations

import pytest
from qa_texts import ALL, CANAL

from corpus.errors import SourceBinaryError, UsageError
from qa import Corpus, Outcome


def test_adding_unchanged_files_again_does_nothing(make_corpus, tmp_path):
    corpus = make_corpus(ALL)
    revision = corpus.store.revision()
    results = corpus.add([tmp_path / "corpus-files"])
    assert {r.outcome for r in results} == {Outcome.UNCHANGED}
    assert corpus.store.revision() == revision


def test_a_changed_file_replaces_its_old_self(make_corpus, tmp_path):
    corpus = make_corpus(ALL)
    (tmp_path / "corpus-files" / "canal.txt").write_text(CANAL.replace("winter", "spring"), encoding="utf-8")
    results = corpus.add([tmp_path / "corpus-files" / "canal.txt"])
    assert [r.outcome for r in results] == [Outcome.REPLACED]
    assert len(corpus.documents()) == 3


def test_only_new_text_is_embedded(make_corpus, tmp_path, tiny):
    corpus = make_corpus(ALL)
    tiny.encoded.clear()
    (tmp_path / "corpus-files" / "new.txt").write_text(
        "News\n\nA heron came back to the lock.\n", encoding="utf-8"
    )
    corpus.add([tmp_path / "corpus-files"])
    assert sorted(tiny.encoded) == ["A heron came back to the lock.", "News. A heron came back to the lock."]


def test_a_refused_file_is_reported_and_the_others_go_in(make_corpus, tmp_path):
    corpus = make_corpus({})
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "good.txt").write_text(CANAL, encoding="utf-8")
    bad, good = corpus.add([tmp_path / "bad.txt", tmp_path / "good.txt"])
    assert isinstance(bad.error, SourceBinaryError)
    assert (good.outcome, good.passages, good.speakers) == (Outcome.ADDED, 3, 2)


def test_an_encoding_nobody_knows_is_refused_once_and_nothing_is_written(make_corpus, tmp_path):
    corpus = make_corpus(ALL)
    revision, seen = corpus.store.revision(), []
    with pytest.raises(UsageError, match="no encoding is called 'klingon'"):
        corpus.put([tmp_path / "corpus-files"], encoding="klingon", on_result=seen.append)
    assert seen == []
    assert corpus.store.revision() == revision


def test_adding_a_file_again_with_another_encoding_reads_it_anew(make_corpus, tmp_path):
    corpus = make_corpus({})
    (tmp_path / "a.txt").write_bytes("Høvn\n\nDet regner på øen.\n".encode())
    corpus.put([tmp_path / "a.txt"], encoding="cp1252")
    again = corpus.put([tmp_path / "a.txt"])
    assert [r.outcome for r in again] == [Outcome.REPLACED]
    assert [d.citation.title for d in corpus.documents()] == ["Høvn"]


def test_each_result_is_reported_as_it_comes(make_corpus, tmp_path):
    corpus = make_corpus({})
    (tmp_path / "good.txt").write_text(CANAL, encoding="utf-8")
    seen = []
    assert corpus.add([tmp_path / "good.txt"], on_result=seen.append) == seen


@pytest.mark.parametrize("reference", ["canal.txt", "The canal is open"])
def test_a_document_answers_to_its_file_name_and_title(make_corpus, reference):
    assert make_corpus(ALL).find(reference).citation.title == "The canal is open"


def test_a_document_answers_to_the_beginning_of_its_id(make_corpus):
    corpus = make_corpus(ALL)
    summary = corpus.documents()[0]
    assert corpus.find(summary.id[:8]) == summary


def test_removing_what_is_not_there_removes_nothing(make_corpus):
    corpus = make_corpus(ALL)
    with pytest.raises(UsageError, match="0 documents answer"):
        corpus.remove("nothing.txt")
    assert len(corpus.documents()) == 3


def test_removing_what_is_ambiguous_removes_nothing(make_corpus):
    corpus = make_corpus(
        {"a.txt": "Same title\n\nOne herring here.\n", "b.txt": "Same title\n\nTwo herrings there.\n"}
    )
    with pytest.raises(UsageError, match="2 documents answer"):
        corpus.remove("Same title")
    assert len(corpus.documents()) == 2


def test_speakers_are_counted_over_documents(make_corpus):
    first = make_corpus(ALL).speakers()[0]
    assert (first.name, first.utterances, first.documents) == ("Mara Quell", 2, 2)
    assert first.roles == ("minister for waterways",)


def test_another_process_sees_what_was_added(make_corpus, tiny):
    corpus = make_corpus(ALL)
    again = Corpus(corpus.folder, encoder=tiny)
    assert again.documents() == corpus.documents()
    assert len(again.snapshot().keys) == len(corpus.snapshot().keys)


def test_the_index_is_stale_only_until_it_is_brought_up_to_date(make_corpus, tmp_path):
    corpus = make_corpus(ALL)
    assert not corpus.stale
    (tmp_path / "more.txt").write_text("More\n\nA second heron came.\n", encoding="utf-8")
    corpus.put([tmp_path / "more.txt"])
    assert corpus.stale
    corpus.refresh()
    assert not corpus.stale


def test_adding_unchanged_files_encodes_nothing_and_publishes_nothing(make_corpus, tmp_path, tiny):
    corpus = make_corpus(ALL)
    pointer = corpus.folder / "index" / "CURRENT"
    before = pointer.stat().st_mtime_ns
    tiny.encoded.clear()
    corpus.add([tmp_path / "corpus-files"])
    assert (tiny.encoded, pointer.stat().st_mtime_ns) == ([], before)


def test_the_model_is_loaded_only_when_it_is_needed(make_corpus, monkeypatch, tiny):
    loaded = []
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda model: loaded.append(model) or tiny)
    corpus = Corpus(make_corpus(ALL).folder)
    assert corpus.documents()
    assert corpus.speakers()
    assert loaded == []
    assert corpus.encoder is corpus.encoder is tiny
    assert loaded == [corpus.settings.model]


def test_without_a_configured_reranker_there_is_none(make_corpus):
    assert make_corpus(ALL).reranker is None


def test_a_configured_reranker_is_loaded_once_and_a_given_one_wins(make_corpus, monkeypatch, tiny):
    loaded, own = [], object()
    monkeypatch.setattr("embeddings.reranker.load_reranker", lambda name: loaded.append(name) or own)
    folder = make_corpus(ALL).folder
    (folder / "config.toml").write_text('reranker = "some/reranker"\n', encoding="utf-8")
    corpus = Corpus(folder, encoder=tiny)
    assert corpus.reranker is corpus.reranker is own
    assert loaded == ["some/reranker"]
    other = object()
    assert Corpus(folder, encoder=tiny, reranker=other).reranker is other


def test_the_snapshot_is_one_object_until_the_documents_change(make_corpus, tmp_path):
    corpus = make_corpus(ALL)
    before = corpus.snapshot()
    assert corpus.snapshot() is before
    corpus.remove("letters.txt")
    after = corpus.snapshot()
    assert after is not before
    assert (after.revision, len(after.keys)) == (corpus.store.revision(), len(before.keys) - 1)


def test_an_index_made_by_another_model_is_stale(make_corpus):
    from tiny_encoder import TinyEncoder

    corpus = make_corpus(ALL)
    assert Corpus(corpus.folder, encoder=TinyEncoder("other")).stale


@pytest.mark.parametrize("flaw", ["missing", "damaged"])
def test_an_index_that_is_missing_or_damaged_is_stale_and_rebuilt(make_corpus, tiny, flaw):
    corpus = make_corpus(ALL)
    pointer = corpus.folder / "index" / "CURRENT"
    pointer.unlink() if flaw == "missing" else pointer.write_text("nowhere")
    again = Corpus(corpus.folder, encoder=tiny)
    assert again.stale
    assert len(again.snapshot().keys) == 7
    assert not again.stale


def test_a_document_that_is_not_there_is_none(make_corpus):
    assert make_corpus(ALL).document("0" * 20) is None


def test_the_roster_and_the_list_name_the_same_speakers(make_corpus):
    corpus = make_corpus(ALL)
    assert [one.name for one in corpus.roster().speakers] == [one.name for one in corpus.speakers()]


def test_a_folder_is_walked_and_a_missing_file_reported(make_corpus, tmp_path):
    corpus = make_corpus({})
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "canal.txt").write_text(CANAL, encoding="utf-8")
    results = corpus.add([tmp_path / "deep", tmp_path / "nowhere.txt"])
    assert [bool(result.error) for result in results] == [False, True]
    assert results[0].outcome == Outcome.ADDED


def test_embedding_reports_how_far_it_is(make_corpus, tmp_path):
    corpus, seen = make_corpus({}), []
    (tmp_path / "canal.txt").write_text(CANAL, encoding="utf-8")
    corpus.add([tmp_path / "canal.txt"], progress=lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] > 0
