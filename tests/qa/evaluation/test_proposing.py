from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from texts import any_text, document

from qa.evaluation.proposing import propose
from qa.evaluation.wording import stands_in

MEETING = """Harbour meeting

ODA BERN: The ferry to the island will leave at noon on every weekday this winter.

WARDEN TOLLIVER: Dredging the outer channel would cost nine million crowns, and we have two.

ODA BERN: Then the fishermen must sound the channel themselves with the old lead lines.

WARDEN TOLLIVER: Nobody has kept the lighthouse ledgers since the great February storm.
"""
ARTICLE = """The gulls

Seagulls nested on the customs house roof and drove two clerks from the upper office.

A cartographer surveyed the sandbanks with borrowed instruments during the equinoctial tides.
"""
DOCUMENTS = [document(MEETING, "meeting.txt"), document(ARTICLE, "gulls.txt")]
PASSAGES = {p.id: p for d in DOCUMENTS for p in d.passages}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(any_text)
def test_what_is_expected_stands_in_the_passage(text):
    made = document(text)
    passages = {p.id: p for p in made.passages}
    for proposal in propose([made], 50):
        assert stands_in(proposal.expected, passages[proposal.passage].text)
        assert not proposal.speaker or proposal.speaker in passages[proposal.passage].speakers


def test_a_speakers_words_are_asked_for_by_name():
    made = [p for p in propose(DOCUMENTS, 10) if p.speaker]
    assert {p.speaker for p in made} == {"ODA BERN", "WARDEN TOLLIVER"}
    assert all(p.question.startswith(f"What did {p.speaker} say about ") for p in made)


def test_what_nobody_says_is_asked_for_in_keywords():
    made = [p for p in propose(DOCUMENTS, 10) if not p.speaker]
    assert len(made) == 2
    assert all(word in PASSAGES[p.passage].text for p in made for word in p.question.split())
    assert all(len(p.question.split()) == 3 for p in made)


def test_common_words_and_the_speakers_own_name_are_not_asked_about():
    for proposal in propose(DOCUMENTS, 10):
        about = proposal.question.removesuffix("?").rsplit("say about ", 1)[-1].lower().split()
        assert not {about[0], about[-1]} & {"the", "will", "on", "must", "oda", "bern", "tolliver"}


def test_questions_are_spread_over_documents_and_speakers():
    made = propose(DOCUMENTS, 4)
    assert Counter(p.speaker for p in made) == {"ODA BERN": 1, "WARDEN TOLLIVER": 1, "": 2}


def test_the_same_corpus_gives_the_same_questions():
    assert propose(DOCUMENTS, 5) == propose(DOCUMENTS, 5)


@pytest.mark.parametrize("count", [1, 3, 6])
def test_no_more_than_asked_for_and_none_twice(count):
    made = propose(DOCUMENTS, count)
    assert len(made) == count == len({p.question for p in made})


def test_a_small_corpus_gives_what_it_has():
    assert len(propose(DOCUMENTS, 500)) == 6


def test_a_passage_with_nothing_telling_is_not_asked_about():
    assert propose([document("It was.\n\nAnd then it was not.\n")], 5) == []


def test_an_empty_corpus_gives_none():
    assert propose([], 5) == []


def test_a_footnotes_mark_is_not_expected():
    noted = document("Report\n\nThe pilots counted eleven wrecks beyond the breakwater.[12]\n\n[12] Log, 1998.\n")
    assert [p.expected for p in propose([noted], 5)] == ["The pilots counted eleven wrecks beyond the breakwater"]
