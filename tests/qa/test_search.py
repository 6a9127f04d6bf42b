from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qa_small import ENCODER, QUESTIONS, SENTENCES, reading, slow_totals, small, smalls

from qa.reading import AskedPeriod
from qa.search import SEEDS, question_vector, search

CROWD = [f"{SENTENCES[n % 10]} It is note number {n}." for n in range(300)]


def found_in(one, asked, **how):
    return search(one.snapshot, ENCODER, asked, one.ledger, **how)


def ranked(one, asked, **how):
    return found_in(one, asked, **how).passages.positions.tolist()


@given(smalls(), st.sampled_from(QUESTIONS))
def test_where_every_passage_is_looked_at_the_ranking_is_that_of_all_scores(one, question):
    found = found_in(one, reading(question))
    totals = np.array(slow_totals(one, found.wanted))
    assert sorted(found.passages.positions) == list(range(len(one)))
    assert found.passages.total == pytest.approx(totals[found.passages.positions], abs=1e-3)
    assert (np.diff(found.passages.total) <= 0).all()


@given(smalls(), st.sampled_from(QUESTIONS), st.data())
def test_a_filter_finds_what_dropping_the_rest_afterwards_would(one, question, data):
    allowed = data.draw(st.sets(st.integers(0, len(one) - 1)))
    whole, filtered = found_in(one, reading(question)), found_in(one, reading(question), allowed=allowed)
    kept = [n for n, position in enumerate(whole.passages.positions) if int(position) in allowed]
    assert sorted(filtered.passages.positions) == sorted(allowed)
    assert filtered.passages.total == pytest.approx(whole.passages.total[kept], abs=1e-4)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_filter_that_passes_one_in_a_hundred_finds_all_of_it_in_the_right_order(question):
    one = small(CROWD, documents=[n // 5 for n in range(300)])
    allowed = {7, 121, 290}
    whole = ranked(one, reading(question), limit=300)
    assert ranked(one, reading(question), allowed=allowed) == [p for p in whole if p in allowed]


def test_a_passage_that_a_filter_bars_still_lends_to_its_neighbour():
    one = small(["The ferry leaks at the bow.", "Is that so?", "Nobody knows."], documents=[0, 0, 1])
    with_neighbour = found_in(one, reading("ferry"), allowed={1})
    alone = small(["Is that so?", "The ferry leaks at the bow.", "Nobody knows."], documents=[0, 1, 2])
    without = found_in(alone, reading("ferry"), allowed={0})
    assert with_neighbour.passages.positions.tolist() == [1]
    assert with_neighbour.passages.total[0] > without.passages.total[0]


def test_where_a_filter_lets_nothing_pass_nothing_is_found():
    one = small(SENTENCES)
    assert len(found_in(one, reading("ferry"), allowed=set())) == 0


def test_in_an_empty_corpus_nothing_is_found():
    assert len(found_in(small([]), reading("ferry"))) == 0


@given(smalls(), st.sampled_from(QUESTIONS))
def test_the_order_gives_the_place_of_each_passage(one, question):
    found = found_in(one, reading(question))
    assert len(found) == len(found.order)
    assert all(found.passages.positions[place] == position for position, place in found.order.items())


def test_no_more_are_found_than_are_looked_at():
    one = small(CROWD)
    assert len(found_in(one, reading("ferry"), limit=3)) == SEEDS
    assert len(found_in(one, reading("ferry"), limit=150)) == 150


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_best_are_the_same_however_many_are_wanted(question):
    one = small(CROWD, documents=[n // 20 for n in range(300)])
    few, many = ranked(one, reading(question)), ranked(one, reading(question), limit=300)
    assert few[:5] == many[:5]


@given(smalls(), st.sampled_from(QUESTIONS))
def test_the_asked_speakers_passages_lose_no_place_and_nothing_is_dropped(one, question):
    plain, asked = found_in(one, reading(question)), found_in(one, reading(question, asked=("Sanna Veld",)))
    assert sorted(plain.order) == sorted(asked.order)
    for position in np.flatnonzero(one.ledger.shares(["Sanna Veld"]) == 1):
        assert asked.order[position] <= plain.order[position]


def test_the_asked_speakers_passages_come_first():
    one = small(SENTENCES, spoken=[(5, "Oda Bern", 1.0), (8, "Oda Bern", 1.0), (2, "Oda Bern", 0.5)])
    found = found_in(one, reading("the ferry", asked=("Oda Bern",)))
    assert set(found.passages.positions[:2].tolist()) == {5, 8}
    assert found.order[2] < found_in(one, reading("the ferry")).order[2]
    assert len(found) == len(one)


def test_the_asked_speakers_passages_are_looked_at_however_far_from_the_question():
    one = small(CROWD, spoken=[(299, "Oda Bern", 1.0)])
    plain = found_in(one, reading("ferry"))
    assert 299 not in plain.order
    assert found_in(one, reading("ferry", asked=("Oda Bern",))).order[299] == 0


def test_of_an_asked_speaker_whom_a_filter_bars_nothing_is_found():
    one = small(SENTENCES, spoken=[(5, "Oda Bern", 1.0)])
    assert sorted(ranked(one, reading("ferry", asked=("Oda Bern",)), allowed={0, 1})) == [0, 1]


PREFERRING = [
    {"mentioned": ("Oda Bern",)},
    {"period": AskedPeriod("in 2014", "2014-01-01", "2014-12-31")},
    {"asked": ("Oda Bern",)},
]


@pytest.mark.parametrize("fields", PREFERRING, ids=["mentioned", "period", "asked"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_preference_moves_its_passage_up_and_leaves_the_others_in_order(question, fields):
    one = small(SENTENCES, spoken=[(6, "Oda Bern", 1.0)], years=[2014 if n == 6 else None for n in range(10)])
    plain, preferred = ranked(one, reading(question)), ranked(one, reading(question, **fields))
    assert preferred.index(6) <= plain.index(6)
    assert [p for p in preferred if p != 6] == [p for p in plain if p != 6]


def test_a_passage_of_the_time_asked_for_goes_before_its_twin():
    one = small(["The ferry leaks."] * 2, documents=[0, 1], years=[2013, 2014])
    asked = reading("ferry", period=AskedPeriod("in 2014", "2014-01-01", "2014-12-31"))
    found = found_in(one, asked)
    assert found.passages.positions.tolist() == [1, 0]
    assert found.wanted.in_period.tolist() == [0, 1]


def test_asked_who_a_passage_with_somebodys_words_goes_before_its_twin():
    one = small(["The ferry leaks."] * 2, documents=[0, 1], spoken=[(1, "Oda Bern", 1.0)])
    assert ranked(one, reading("ferry")) == [0, 1]
    assert ranked(one, reading("ferry", who=True)) == [1, 0]


def test_equals_stay_in_the_order_of_the_corpus():
    one = small(["The ferry leaks."] * 5, documents=list(range(5)))
    assert ranked(one, reading("ferry")) == [0, 1, 2, 3, 4]


def test_a_question_is_searched_by_its_topic():
    one = small(SENTENCES)
    asked = reading("What did Oda Bern say about peat?", topic="peat?", asked_as="Oda Bern", asked=("Oda Bern",))
    assert [term.text for term in found_in(one, asked).terms] == ["peat"]


def test_a_question_for_a_strangers_words_is_searched_with_the_name():
    one = small(SENTENCES)
    asked = reading("What did Oda Bern say about peat?", topic="peat?", asked_as="Oda Bern")
    assert [term.text for term in found_in(one, asked).terms] == ["oda", "bern", "peat"]


def test_a_question_of_common_words_only_is_searched_by_meaning():
    one = small(SENTENCES)
    found = found_in(one, reading("is that so"))
    assert found.terms == ()
    assert found.passages.positions[0] == SENTENCES.index("Is that so?")
    assert not found.passages.words.any()


def test_the_vector_of_one_sentence_is_the_encoders():
    assert (question_vector(ENCODER, "Who dug the peat?") == ENCODER.encode(["Who dug the peat?"])[0]).all()


def test_the_vector_of_several_sentences_leans_to_each_of_them():
    text = "I dig peat at night. What am I owed?"
    whole, first, second = ENCODER.encode([text, "I dig peat at night.", "What am I owed?"])
    vector = question_vector(ENCODER, text)
    assert vector == pytest.approx(0.75 * whole + 0.125 * (first + second), abs=1e-6)
    assert vector.dtype == np.float32
