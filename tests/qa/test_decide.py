from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_texts import EVERYTHING

from qa import decide, retrieve
from qa.decide import confidence, weigh
from qa.features import Features, names, read_features
from qa.reading import Reading, read_question
from qa.search import search

figures = st.builds(Features, **{name: st.floats(-1, 5) for name in names()})


@pytest.fixture
def stored():
    return json.loads(resources.files("qa").joinpath("decision.json").read_text(encoding="utf-8"))


@pytest.fixture
def other_weights(tmp_path, monkeypatch):
    """Return a function that puts other weights in the place of the stored ones."""

    def put(form):
        (tmp_path / "decision.json").write_text(json.dumps(form), encoding="utf-8")
        monkeypatch.setattr(decide.resources, "files", lambda package: tmp_path)
        decide._weights.cache_clear()

    yield put
    monkeypatch.undo()
    decide._weights.cache_clear()


@pytest.fixture
def corpus(shared):
    return shared(EVERYTHING)


def test_there_is_a_weight_for_each_figure_and_for_nothing_else(stored):
    assert set(stored["weights"]) == set(names())
    assert all(isinstance(weight, float) for weight in [*stored["weights"].values(), stored["intercept"]])


def test_the_sets_that_the_weights_were_fitted_to_are_named_with_their_size(stored):
    assert stored["fitted_to"]
    assert all(count > 0 for count in stored["fitted_to"].values())


def test_a_weight_that_is_missing_is_named(stored, other_weights):
    other_weights(stored | {"weights": {n: w for n, w in stored["weights"].items() if n != "coverage"}})
    with pytest.raises(KeyError, match="coverage"):
        weigh(Features(*[0.0] * len(names())))


def test_each_figure_goes_with_the_weight_of_its_own_name(other_weights):
    for name in names():
        other_weights({"intercept": 0.0, "weights": {other: float(other == name) for other in names()}})
        assert weigh(Features(**{other: float(other == name) for other in names()})) == pytest.approx(
            0.731, abs=1e-3
        )
        assert weigh(Features(**{other: float(other != name) for other in names()})) == 0.5


@given(figures)
def test_the_confidence_is_a_share(drawn):
    assert 0 <= weigh(drawn) <= 1


@given(figures, st.sampled_from(names()), st.floats(0, 3))
def test_the_confidence_goes_with_each_figure_as_its_weight_says(drawn, name, more):
    weight = decide._weights()[1][names().index(name)]
    grown = weigh(replace(drawn, **{name: getattr(drawn, name) + more}))
    assert (grown - weigh(drawn)) * weight >= 0


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.5), st.sampled_from([0.0, 1.0]))
def test_a_nearer_passage_is_never_less_sure(cosine, coverage, nearer, asked):
    def sure(near):
        rest = {"sentence": 0.2, "missing": 1.0, "terms": 1.5, "negation": 0.0, "asked_sentence": asked * 0.3}
        return weigh(
            Features(near, coverage, asked=asked, asked_cosine=asked * near, both=near * coverage, **rest)
        )

    assert sure(cosine) <= sure(cosine + nearer) + 1e-12


@given(st.floats(0, 0.5), st.floats(0, 1), st.floats(0, 1))
def test_words_found_make_surer_where_the_passage_is_not_near_already(cosine, coverage, more):
    def sure(share):
        return weigh(Features(cosine, share, 0, 0, 0, 0.2, cosine * share, 1, 1.5, 0))

    assert sure(coverage) <= sure(min(1.0, coverage + more)) + 1e-12


def test_figures_beyond_all_measure_break_nothing():
    sure = [weigh(Features(*[figure] * len(names()))) for figure in (1e9, -1e9)]
    assert sorted(sure) == pytest.approx([0, 1], abs=1e-9)


def sure(corpus, question, allowed=None, limit=60):
    """Return the reading of a question, the confidence, and what its features alone would give."""
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ledger = corpus.ledger(snapshot, view)
        reading = read_question(question, ledger.known)
        found = search(snapshot, corpus.encoder, reading, ledger, allowed=allowed, limit=limit)
        weighed = weigh(read_features(view, snapshot, reading, found)) if len(found) else None
        return reading, confidence(view, snapshot, reading, found), weighed


def test_nothing_found_is_no_answer(corpus):
    assert sure(corpus, "the lower gates", allowed=set())[1:] == (0.0, None)


def test_what_one_said_whom_the_corpus_never_names_is_not_answered(corpus):
    reading, confident, weighed = sure(corpus, "What did Viktor Brandt say about the lower gates?")
    assert reading.absent
    assert (confident, weighed > 0) == (0.0, True)


@pytest.mark.parametrize("name", ["Corin Hale", "Hale", "Corin Hales"])
def test_of_one_who_is_named_but_never_quoted_half_the_confidence_is_left(corpus, name):
    reading, confident, weighed = sure(corpus, f"What did {name} say about the report?")
    assert reading.absent
    assert confident == pytest.approx(weighed / 2)


def test_a_speaker_who_is_known_has_the_whole_confidence(corpus):
    reading, confident, weighed = sure(corpus, "What did Sanna Veld say about the ferry?")
    assert not reading.absent
    assert confident == weighed


@pytest.mark.parametrize(
    "question", ["lower gates", "Who promised grain?", "What did Corin Hale say of the report?"]
)
def test_the_confidence_is_the_same_however_many_hits_are_wanted(corpus, question):
    confident = [retrieve(question, corpus=corpus, k=k).confidence for k in (1, 3, 20, 500)]
    assert confident == pytest.approx([confident[0]] * 4)


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.999999])
def test_what_is_at_least_as_sure_as_the_threshold_is_answered(corpus, threshold, monkeypatch):
    monkeypatch.setattr(corpus, "settings", replace(corpus.settings, threshold=threshold))
    for question in ("lower gates too weak for a flood", "granite", "snow"):
        answer = retrieve(question, corpus=corpus)
        assert answer.answered == (answer.confidence >= threshold)


def test_without_any_confidence_nothing_is_answered_even_at_a_threshold_of_nothing(corpus, monkeypatch):
    monkeypatch.setattr(corpus, "settings", replace(corpus.settings, threshold=0.0))
    answer = retrieve("What did Viktor Brandt say about the lower gates?", corpus=corpus)
    assert (answer.answered, answer.confidence) == (False, 0.0)
    assert answer.hits


def test_an_unread_question_asks_for_nobodys_words():
    assert not Reading().absent
