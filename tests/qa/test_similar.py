"""More like this: nearest by meaning, never the passage itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import ALL

from corpus import limits
from corpus.errors import UsageError
from qa.similar import similar

FERRY = "“The ferry to the island leaks at the bow,” said Sanna Veld.\n\n"
TEXTS = {
    "ferry.txt": FERRY
    + "The ferry to the island leaks at the stern as well.\n\nPeat is dug where the road ends.\n",
    "copy.txt": f"Notes of the board\n\n{FERRY}The lamps on the quay are dark.\n",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    folder = tmp_path_factory.mktemp("similar")
    (folder / "files").mkdir()
    for name, text in {**ALL, **TEXTS}.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    made = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    made.add([folder / "files"])
    return made


@pytest.fixture(scope="module")
def passages(corpus):
    with corpus.store.reading() as view:
        return [passage for document in view.documents() for passage in document.passages]


def _named(passages, words, least=0):
    return [p for p in passages if p.text.startswith(words)][least]


def test_the_nearest_passage_comes_first(corpus, passages):
    found = similar(corpus, _named(passages, "“The ferry").id)
    assert found.hits[0].text == "The ferry to the island leaks at the stern as well."
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_neither_the_passage_nor_a_copy_of_it_is_more_like_it(corpus, passages):
    one, copy = (_named(passages, "“The ferry", n) for n in (0, 1))
    for passage in (one, copy):
        found = similar(corpus, passage.id, k=20)
        assert found.passage == passage
        assert not {one.id, copy.id} & {i for hit in found.hits for i in (hit.passage.id, *hit.also_in)}


@given(st.data(), st.integers(1, 12))
def test_of_any_passage_others_are_found_each_once_in_rank_order(corpus, passages, data, k):
    passage = data.draw(st.sampled_from(passages))
    hits = similar(corpus, passage.id, k).hits
    ids = [hit.passage.id for hit in hits]
    assert passage.id not in ids
    assert len(ids) == len(set(ids))
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert 1 <= len(hits) <= k


def test_the_marked_sentence_is_inside_the_passage(corpus, passages):
    for hit in similar(corpus, passages[0].id, k=20).hits:
        assert hit.spans
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)


def test_one_document_does_not_take_every_place(corpus, passages):
    hits = similar(corpus, _named(passages, "Mara Quell").id, k=20).hits
    first = [hit.passage.document_id for hit in hits[:5]]
    assert len(set(first)) > 1


def test_no_model_is_run_for_it(corpus, passages, monkeypatch):
    corpus.snapshot()
    monkeypatch.setattr(type(corpus.encoder), "encode", lambda *_: pytest.fail("encoded"))
    assert similar(corpus, passages[0].id).hits


@pytest.mark.parametrize("unknown", ["", "no such id", "\x00", "<b>" * 500])
def test_an_unknown_id_is_refused_by_name(corpus, unknown):
    with pytest.raises(UsageError, match="no passage has the id"):
        similar(corpus, unknown)


@pytest.mark.parametrize("k", [0, -1, limits.MAX_HITS + 1])
def test_a_count_out_of_bounds_is_refused(corpus, passages, k):
    with pytest.raises(UsageError, match="k is"):
        similar(corpus, passages[0].id, k)


def test_the_only_passage_of_a_corpus_has_nothing_like_it(make_corpus):
    alone = make_corpus({"one.txt": "Peat is dug where the road ends.\n"})
    with alone.store.reading() as view:
        (passage_id,) = view.passage_ids()
    assert similar(alone, passage_id).hits == ()
