from __future__ import annotations

import math
from dataclasses import fields

import pytest
from qa_texts import EVERYTHING

from qa.features import LOOKED_AT, Features, names, read_features
from qa.reading import read_question
from qa.search import search


@pytest.fixture
def look(shared):
    """Return a function that gives the features of a question, and what was found for it."""
    corpus = shared(EVERYTHING)
    snapshot = corpus.snapshot()

    def read(question, limit=60):
        with corpus.store.reading() as view:
            ledger = corpus.ledger(snapshot, view)
            reading = read_question(question, ledger.known)
            found = search(snapshot, corpus.encoder, reading, ledger, limit=limit)
            return read_features(view, snapshot, reading, found), found

    return read


def test_the_names_are_those_of_the_figures_in_the_order_of_the_values():
    figures = Features(**{name: float(n) for n, name in enumerate(names())})
    assert set(names()) == {field.name for field in fields(Features)}
    assert figures.values == tuple(float(n) for n in range(len(names())))


def test_the_best_nearness_and_coverage_of_the_first_few_are_taken(look):
    figures, found = look("new hull for the ferry")
    assert figures.cosine == pytest.approx(found.passages.cosine[:LOOKED_AT].max())
    assert 0 < figures.coverage <= 1
    assert figures.both == pytest.approx(figures.cosine * figures.coverage)


def test_what_stands_in_a_passage_whole_is_covered_whole(look):
    assert look("lower gates flood")[0].coverage == pytest.approx(1)
    assert look("granite basalt")[0].coverage == 0


def test_who_is_asked_shows_in_the_figures(look):
    figures, found = look("What did Sanna Veld say about the ferry?")
    assert figures.asked == 1
    assert figures.asked_cosine == figures.cosine
    theirs = found.wanted.asked[found.passages.positions] > 0
    assert figures.asked_sentence == pytest.approx(found.passages.sentence[theirs][:LOOKED_AT].max())


def test_what_others_say_is_no_sign_that_the_one_asked_says_it(look):
    asked, found = look("What did Ilse Marn say about the lower gates being too weak for a flood?")
    (place,) = (found.wanted.asked[found.passages.positions] > 0).nonzero()[0]
    assert asked.cosine == pytest.approx(found.passages.cosine[place])
    assert asked.coverage == 0
    assert look("the lower gates being too weak for a flood")[0].coverage > 0.5


def test_where_nobody_is_asked_those_figures_are_nothing(look):
    figures, _ = look("the lower gates")
    assert (figures.asked, figures.asked_cosine, figures.asked_sentence) == (0, 0, 0)


def test_a_speaker_filter_asks_for_that_speaker(look):
    assert look("gates speaker:Ash")[0].asked == 1


def test_the_sentence_figure_is_nearness_by_words_of_the_best_sentence(look):
    few, many = look("granite gates")[0].sentence, look("lower gates too weak for a flood")[0].sentence
    assert 0 < few < many <= 1


GATES = "the lower gates are too weak for a flood, an engineer warned"


@pytest.mark.parametrize(
    ("more", "missing"), [("", 0), ("of granite", 1), ("of granite and basalt", 2), ("in 1887", 0), ("Granite", 0)]
)
def test_missing_words_are_counted_without_names_and_numbers(look, more, missing):
    assert look(f"{GATES} {more}")[0].missing == missing


def test_the_terms_figure_is_a_logarithm_of_their_number(look):
    assert look("lower gates flood")[0].terms == pytest.approx(math.log(4))
    assert look("is that so")[0].terms == 0


@pytest.mark.parametrize(
    "question", ["Which gates are not weak?", "Why aren’t the lower gates weak?", "gates never"]
)
def test_a_question_that_denies_what_the_sentence_does_not_shows(look, question):
    assert look(question)[0].negation == 1


@pytest.mark.parametrize("question", ["lower gates weak", "Was no mail in the upper valley?", "notable gates"])
def test_a_question_that_denies_nothing_or_as_the_sentence_does_does_not(look, question):
    assert look(question)[0].negation == 0


@pytest.mark.parametrize("question", ["lower gates", "What did Oda Bern say about divers?", "is that so"])
def test_the_figures_are_the_same_however_many_passages_are_wanted(look, question):
    assert look(question, limit=2)[0] == look(question, limit=200)[0]


def test_a_passage_that_the_store_lost_is_passed_over(make_corpus):
    corpus = make_corpus(EVERYTHING)
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ledger = corpus.ledger(snapshot, view)
        reading = read_question("lower gates flood", ledger.known)
        found = search(snapshot, corpus.encoder, reading, ledger)
        before = read_features(view, snapshot, reading, found)
    corpus.remove("canal.txt")
    with corpus.store.reading() as view:
        after = read_features(view, snapshot, reading, found)
    assert after.cosine == before.cosine
    assert after.sentence < before.sentence
