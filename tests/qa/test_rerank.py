from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tiny_encoder
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import ALL
from tiny_cross_encoder import save_tiny_cross_encoder

from corpus.errors import ConfigError, ModelError, ModelNotFoundError
from qa import Corpus, retrieve
from qa.rerank import RERANKED, _order, rerank
from qa.settings import Settings, read_settings

CROWD = "Wharf notes\n\n2014-05-12\n\n" + "\n\n".join(f"Gull number {n} sat on the wharf." for n in range(30))
QUESTION = "gull on the wharf"


class ByRule:
    """A reranker that prefers texts by a rule of the test, and remembers what it was asked."""

    def __init__(self, rule=None):
        self.rule, self.question, self.texts = rule or (lambda text: 0.0), None, []

    def score(self, question, texts):
        self.question, self.texts = question, list(texts)
        return np.array([self.rule(text) for text in texts], dtype=np.float32)


def number(text):
    return float(text.split("number ")[1].split()[0])


def with_reranker(corpus, reranker, tiny):
    return Corpus(corpus.folder, encoder=tiny, reranker=reranker)


def texts(corpus, question=QUESTION, k=40, **filters):
    return [hit.text for hit in retrieve(question, corpus=corpus, k=k, per_document=None, **filters)]


@pytest.fixture
def crowd(make_corpus):
    return make_corpus({"wharf.txt": CROWD})


def test_the_first_twenty_come_in_the_rerankers_order_and_the_rest_stay(crowd, tiny):
    before = texts(crowd)
    after = texts(with_reranker(crowd, ByRule(number), tiny))
    assert after[:RERANKED] == sorted(before[:RERANKED], key=number, reverse=True)
    assert after[RERANKED:] == before[RERANKED:]
    assert after != before


def test_the_rerankers_best_comes_first_when_one_hit_is_asked_for(crowd, tiny):
    best = max(texts(crowd)[:RERANKED], key=number)
    assert texts(with_reranker(crowd, ByRule(number), tiny), k=1) == [best]


def test_equal_scores_leave_the_order_of_the_search(crowd, tiny):
    assert texts(with_reranker(crowd, ByRule(), tiny)) == texts(crowd)


def test_it_reads_the_words_of_the_question_and_each_passage_under_its_title(crowd, tiny):
    reranker = ByRule()
    before = texts(crowd, f"{QUESTION} since:2014")
    texts(with_reranker(crowd, reranker, tiny), f"{QUESTION} since:2014")
    assert reranker.question == QUESTION
    assert reranker.texts == [f"Wharf notes. {text}" for text in before[:RERANKED]]


def test_a_long_passage_counts_by_its_best_stretch(make_corpus, tiny):
    long = " ".join(f"The crew of boat {n} mended nets in the harbour." for n in range(60))
    corpus = make_corpus({"long.txt": f"Nets\n\n{long} A heron watched.\n\nThe harbour has boats and nets.\n"})
    reranker = ByRule(lambda text: float("heron" in text))
    assert texts(with_reranker(corpus, reranker, tiny), "boats nets harbour")[0].endswith("A heron watched.")
    assert len(reranker.texts) > 2
    assert max(map(len, reranker.texts)) < 1_000


def test_the_confidence_and_the_scores_are_those_of_the_search(make_corpus, tiny):
    corpus = make_corpus(ALL)
    plain = retrieve("canal grain winter", corpus=corpus, k=20)
    ranked = retrieve("canal grain winter", corpus=with_reranker(corpus, ByRule(len), tiny), k=20)
    assert [h.passage.id for h in ranked] != [h.passage.id for h in plain]
    assert (ranked.confidence, ranked.answered) == (plain.confidence, plain.answered)
    assert {h.passage.id: h.score for h in ranked} == {h.passage.id: h.score for h in plain}


def test_every_hit_keeps_its_own_evidence_and_marks(make_corpus, tiny):
    corpus = make_corpus(ALL)
    plain = {h.passage.id: h for h in retrieve("canal grain winter", corpus=corpus, k=20)}
    for hit in retrieve("canal grain winter", corpus=with_reranker(corpus, ByRule(len), tiny), k=20):
        assert (hit.evidence, hit.spans) == (plain[hit.passage.id].evidence, plain[hit.passage.id].spans)


def test_the_words_of_whoever_is_asked_keep_their_places(make_corpus, tiny):
    corpus = make_corpus(ALL)
    against = ByRule(lambda text: -float("Quell" in text))

    def by_quell(one):
        found = retrieve("What did Mara Quell say about the canal?", corpus=one, k=20, per_document=None)
        return ["Mara Quell" in hit.speakers for hit in found]

    assert by_quell(corpus)[:2] == [True, True]
    assert by_quell(with_reranker(corpus, against, tiny)) == by_quell(corpus)


def test_passages_of_the_time_asked_for_keep_their_places(make_corpus, tiny):
    corpus = make_corpus(ALL)
    question = "What was said in 2016 about the canal?"

    def years(one):
        found = retrieve(question, corpus=one, k=20, per_document=None)
        return [hit.evidence.in_period for hit in found]

    assert True in years(corpus)
    assert False in years(corpus)
    assert years(with_reranker(corpus, ByRule(lambda t: -float("railway" in t)), tiny)) == years(corpus)


def test_filters_hold_whatever_the_reranker_likes(make_corpus, tiny):
    corpus = with_reranker(make_corpus(ALL), ByRule(lambda text: float("Tobin" in text)), tiny)
    found = retrieve("the canal", corpus=corpus, speaker="Quell", k=10)
    assert {hit.speakers for hit in found} == {("Mara Quell",)}


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), -float("inf")])
def test_odd_scores_lose_no_passage(crowd, tiny, odd):
    reranker = ByRule(lambda text: odd if number(text) % 2 else 0.0)
    assert sorted(texts(with_reranker(crowd, reranker, tiny))) == sorted(texts(crowd))


def test_a_reranker_that_gives_no_score_for_each_text_is_named(crowd, tiny):
    class Short:
        def score(self, question, texts):
            return np.zeros(3, dtype=np.float32)

    with pytest.raises(ModelError, match=r"scores of shape \(3,\) for 20 texts; expected \(20,\)"):
        texts(with_reranker(crowd, Short(), tiny))


def test_a_passage_that_the_store_no_longer_has_comes_last(crowd, tiny):
    from qa.reading import Reading
    from qa.search import search

    snapshot = crowd.snapshot()
    with crowd.store.reading() as view:
        reading = Reading(topic=QUESTION, words=QUESTION)
        found = search(snapshot, tiny, reading, crowd.ledger(snapshot, view))
        gone = snapshot.keys[found.passages.positions[0]].id

        class Partly:
            def passages(self, ids):
                return {i: p for i, p in view.passages(ids).items() if i != gone}

            citation = staticmethod(view.citation)

        ranked = rerank(found, ByRule(), Partly(), snapshot, reading)
    assert snapshot.keys[ranked.passages.positions[RERANKED - 1]].id == gone
    assert sorted(ranked.order) == sorted(found.order)


@given(st.lists(st.tuples(st.floats(allow_nan=False, width=32), st.sampled_from([0.0, 0.5, 1.0])), max_size=25))
def test_each_place_keeps_its_kind_and_within_a_kind_scores_fall(rows):
    scores = np.array([score for score, _ in rows], dtype=np.float32)
    kept = np.array([[share, 0.0] for _, share in rows], dtype=np.float32).reshape(-1, 2)
    order = _order(scores, kept)
    assert sorted(order) == list(range(len(rows)))
    assert (kept[order] == kept).all()
    for share in (0.0, 0.5, 1.0):
        falling = scores[order][kept[:, 0] == share]
        assert (falling[:-1] >= falling[1:]).all()


def test_without_one_what_was_found_is_returned_untouched():
    found = object()
    assert rerank(found, None, view=None, snapshot=None, reading=None) is found


def test_nothing_found_is_nothing_to_score(make_corpus, tiny):
    corpus = with_reranker(make_corpus(ALL), ByRule(number), tiny)
    assert texts(corpus, speaker="Nobody Atall") == []
    assert corpus.reranker.texts == []


def test_a_configured_reranker_is_loaded_and_used(crowd, tiny, tmp_path):
    folder = save_tiny_cross_encoder(tmp_path / "harbour-judge")
    before = texts(crowd)
    (crowd.folder / "config.toml").write_text(f"reranker = {str(folder)!r}\n", encoding="utf-8")
    corpus = Corpus(crowd.folder, encoder=tiny)
    shown = [f"Wharf notes. {text}" for text in texts(corpus)[:RERANKED]]
    scores = corpus.reranker.score(QUESTION, shown)
    assert (scores[:-1] >= scores[1:] - 1e-4).all()
    assert sorted(texts(corpus)) == sorted(before)


def test_a_configured_reranker_that_is_not_there_is_named_at_the_first_question(crowd, tiny, tmp_path):
    (tmp_path / "empty").mkdir()
    (crowd.folder / "config.toml").write_text(f"reranker = {str(tmp_path / 'empty')!r}\n", encoding="utf-8")
    with pytest.raises(ModelNotFoundError, match=r"'reranker' in config\.toml"):
        texts(Corpus(crowd.folder, encoder=tiny))


def test_a_corpus_has_no_reranker_unless_it_is_told_of_one(crowd, tmp_path):
    assert crowd.reranker is None
    assert read_settings(tmp_path).reranker is None


def test_without_one_no_model_library_is_imported(crowd):
    code = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from tiny_encoder import TinyEncoder\n"
        "from qa import Corpus, retrieve\n"
        "assert retrieve('gull', corpus=Corpus(sys.argv[1], encoder=TinyEncoder())).hits\n"
        "print(sorted({'torch', 'sentence_transformers'} & set(sys.modules)))"
    )
    run = [sys.executable, "-c", code, str(crowd.folder), str(Path(tiny_encoder.__file__).parent)]
    assert subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip() == "[]"


def test_the_setting_is_read_beside_the_others(tmp_path):
    (tmp_path / "config.toml").write_text('model = "a"\nreranker = "b"\nthreshold = 0.7\n', encoding="utf-8")
    assert read_settings(tmp_path) == Settings("a", 0.7, "b")
    assert read_settings(tmp_path, model="c") == Settings("c", 0.7, "b")


@pytest.mark.parametrize("value", ["''", "1", "true", "['a']"])
def test_a_setting_that_names_no_reranker_is_refused(tmp_path, value):
    (tmp_path / "config.toml").write_text(f"reranker = {value}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"config\.toml has reranker = .*a model's name or folder"):
        read_settings(tmp_path)


def test_a_misspelt_key_is_told_which_keys_there_are(tmp_path):
    (tmp_path / "config.toml").write_text("rerank = 'a'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="'rerank'; expected the keys 'model', 'reranker' and 'threshold'"):
        read_settings(tmp_path)
