from __future__ import annotations

import pytest
from qa_texts import ALL, CANAL
from tiny_encoder import TinyEncoder

from corpus.citation import Provenance
from corpus.errors import UsageError
from qa import Corpus, Outcome, retrieve


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(ALL)


def canal(corpus):
    return corpus.find("canal.txt")


def test_a_correction_is_returned_listed_and_the_users(corpus):
    now = corpus.correct(
        "canal.txt", {"title": "Grain by water", "author": [{"family": "Quell", "given": "Mara"}]}
    )
    assert now == canal(corpus).citation == corpus.document(canal(corpus).id).citation
    assert now.provenance()["title"] == Provenance.USER
    assert set(corpus.corrections(canal(corpus).id)) == {"title", "author"}


def test_a_withdrawn_correction_shows_what_was_read(corpus):
    before = canal(corpus).citation
    corpus.correct("canal.txt", {"title": "Grain by water", "issued": "2013"})
    assert corpus.read_citation(canal(corpus).id) == before
    assert corpus.correct("canal.txt", {"title": None, "issued": None}) == before
    assert corpus.corrections(canal(corpus).id) == {}


def test_a_field_that_was_read_wrongly_can_be_left_out(corpus):
    assert corpus.correct("canal.txt", {"issued": ""}).issued is None
    assert corpus.corrections(canal(corpus).id) == {"issued": ""}


@pytest.mark.parametrize("values", [{"title": "Grain", "issued": "soon"}, {"title": "Grain", "colour": "blue"}])
def test_one_bad_value_keeps_all_of_them_out(corpus, values):
    revision = corpus.store.revision()
    with pytest.raises(UsageError, match="nothing was changed"):
        corpus.correct("canal.txt", values)
    assert (canal(corpus).citation.title, corpus.store.revision()) == ("The canal is open", revision)


def test_a_correction_of_no_document_or_of_several_is_refused(corpus):
    with pytest.raises(UsageError, match="0 documents answer"):
        corpus.correct("nothing.txt", {"title": "Grain"})


def test_a_document_answers_to_its_corrected_title(corpus):
    corpus.correct("canal.txt", {"title": "Grain by water"})
    assert corpus.find("Grain by water") == canal(corpus)


def test_a_correction_stays_when_the_file_changes_or_comes_again(corpus, tmp_path):
    path = tmp_path / "corpus-files" / "canal.txt"
    corpus.correct("canal.txt", {"title": "Grain by water"})
    path.write_text(CANAL.replace("winter", "spring"), encoding="utf-8")
    assert [(r.outcome, r.title) for r in corpus.put([path])] == [(Outcome.REPLACED, "Grain by water")]
    assert canal(corpus).citation.title == "Grain by water"
    corpus.remove("canal.txt")
    corpus.put([path])
    assert canal(corpus).citation.title == "Grain by water"


def test_a_corrected_title_reaches_the_index_and_only_its_document_is_embedded(corpus, tiny):
    passages = corpus.document(canal(corpus).id).passages
    before = corpus.snapshot()
    tiny.encoded.clear()
    corpus.correct("canal.txt", {"title": "Grain by water"})
    after = corpus.snapshot()
    assert sorted(tiny.encoded) == sorted(f"Grain by water. {p.text}" for p in passages)
    assert after.keys == before.keys
    tiny.encoded.clear()
    corpus.correct("canal.txt", {"title": None})
    assert sorted(corpus.snapshot().digests) == sorted(before.digests)


def test_a_correction_that_is_no_title_embeds_nothing(corpus, tiny):
    corpus.snapshot()
    tiny.encoded.clear()
    corpus.correct("canal.txt", {"publisher": "Lantern Post"})
    assert corpus.snapshot().revision == corpus.store.revision()
    assert tiny.encoded == []


def test_answers_cite_and_filter_by_the_corrected_record(corpus):
    corpus.correct("letters.txt", {"title": "Of herons", "issued": "1998-03"})
    (hit, *_) = retrieve("herons dredgers", corpus=corpus, until="1999").hits
    assert (hit.citation.title, hit.citation.issued.iso) == ("Of herons", "1998-03")
    assert retrieve("herons dredgers", corpus=corpus, source="Of herons").hits
    assert not retrieve("herons dredgers", corpus=corpus, source="Letters to the editor").hits


def test_another_process_sees_the_correction(corpus):
    corpus.correct("canal.txt", {"title": "Grain by water"})
    again = Corpus(corpus.folder, encoder=TinyEncoder())
    assert canal(again).citation.title == "Grain by water"


def test_a_removed_document_comes_back_with_its_ids_and_is_found_again(corpus):
    corpus.correct("canal.txt", {"title": "Grain by water"})
    before, keys, gone = corpus.documents(), corpus.snapshot().keys, canal(corpus)
    removed = corpus.remove("canal.txt")
    assert (removed.id, removed.citation.title, removed.passages) == (gone.id, "Grain by water", 3)
    assert len(corpus.snapshot().keys) == len(keys) - 3
    corpus.restore(removed)
    assert (corpus.documents(), corpus.snapshot().keys) == (before, keys)
    assert retrieve("grain before the winter", corpus=corpus).hits[0].passage.document_id == removed.id


def test_restoring_twice_does_no_more_than_once(corpus):
    removed = corpus.remove("canal.txt")
    corpus.restore(removed)
    revision = corpus.store.revision()
    corpus.restore(removed)
    assert corpus.store.revision() == revision


def test_a_document_whose_place_is_taken_is_not_restored(corpus, tmp_path):
    removed = corpus.remove("canal.txt")
    (tmp_path / "corpus-files" / "canal.txt").write_text("Peat\n\nThe peat road sinks.\n", encoding="utf-8")
    corpus.put([tmp_path / "corpus-files"])
    with pytest.raises(UsageError, match=r"canal\.txt' holds another document"):
        corpus.restore(removed)
    assert corpus.document(removed.id) is None
