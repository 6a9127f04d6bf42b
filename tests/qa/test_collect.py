from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qa_texts import ALL

from corpus import limits
from corpus.citing import Style
from corpus.errors import UsageError
from qa.answer import Evidence
from qa.collect import collected


@pytest.fixture
def corpus(make_corpus):
    return make_corpus(ALL)


@pytest.fixture
def ids(corpus):
    with corpus.store.reading() as view:
        return [p.id for document in view.documents() for p in document.passages]


def test_passages_come_in_the_order_asked_for(corpus, ids):
    wanted = ids[::-1]
    found = collected(corpus, wanted)
    assert [hit.passage.id for hit in found.hits] == wanted
    assert [hit.rank for hit in found.hits] == list(range(1, len(ids) + 1))
    assert found.missing == ()


def test_ids_that_are_not_there_are_told_and_leave_no_gap(corpus, ids):
    found = collected(corpus, ["nowhere", ids[1], "", ids[0]])
    assert [(hit.rank, hit.passage.id) for hit in found.hits] == [(1, ids[1]), (2, ids[0])]
    assert found.missing == ("nowhere", "")


def test_an_id_given_twice_is_one_passage(corpus, ids):
    found = collected(corpus, [ids[0], ids[0], "x", "x"])
    assert (len(found.hits), found.missing) == (1, ("x",))


def test_nothing_is_claimed_of_a_search_that_was_not_made(corpus, ids):
    for hit in collected(corpus, ids).hits:
        assert (hit.score, hit.evidence, hit.spans, hit.also_in) == (0.0, Evidence(), (), ())
        assert hit.quotation == hit.text


def test_the_citation_is_the_documents_and_claims_no_speaker(corpus, ids):
    hit = collected(corpus, ids).hits[0]
    with corpus.store.reading() as view:
        assert hit.citation == view.citation(hit.passage.document_id)
    assert "as cited in" not in hit.cite(Style.APA).in_text.text


def test_footnotes_come_along(corpus, ids):
    notes = [hit.footnotes for hit in collected(corpus, ids).hits if hit.footnotes]
    assert notes == [(("1", "[1] Report on the lower gates, Quell Valley Archive, 2013."),)]


def test_the_documents_digests_and_the_revision_come_along(corpus, ids):
    found = collected(corpus, ids)
    assert found.revision == corpus.store.revision()
    assert dict(found.digests) == {d.id: corpus.document(d.id).sha256 for d in corpus.documents()}


def test_nothing_asked_for_is_nothing_found(corpus):
    found = collected(corpus, [])
    assert (found.hits, found.missing, found.digests) == ((), (), ())


def test_more_than_the_bound_is_refused_and_no_more_is_read(corpus):
    asked = []

    def endless():
        while True:
            asked.append(None)
            yield f"id{len(asked)}"

    with pytest.raises(UsageError, match=f"more than {limits.MAX_COLLECTED_HITS} passages"):
        collected(corpus, endless())
    assert len(asked) == limits.MAX_COLLECTED_HITS + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_every_id_is_found_or_missing_once(corpus, ids, data):
    wanted = data.draw(
        st.lists(st.one_of(st.sampled_from(ids), st.text(st.characters(codec="utf-8"), max_size=5)))
    )
    found = collected(corpus, wanted)
    seen = [*(hit.passage.id for hit in found.hits), *found.missing]
    assert sorted(seen) == sorted(set(wanted))


def test_no_model_is_loaded(make_corpus, monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: pytest.fail("a model was asked for"))
    corpus = make_corpus(ALL)
    corpus._encoder = None
    assert collected(corpus, ["x"]).missing == ("x",)
