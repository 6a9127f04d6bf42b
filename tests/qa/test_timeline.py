from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, citation, hit, utterance
from ui_people import COUNCIL

from corpus.errors import QuestionTooLongError, UsageError
from corpus.model import StatementDate
from qa.sayings import Basis
from qa.timeline import MAX_PASSAGES, SHORT, sayings_of, shortened, timeline, timeline_of

FERRY = "the ferry needs a new hull"


@pytest.fixture
def council(shared):
    return shared(COUNCIL)


def _answers(monkeypatch, *hits, **about):
    asked = {}

    def retrieve(question, **given):
        asked.update(given)
        return answer(*hits, question=question, **about)

    monkeypatch.setattr("qa.timeline.retrieve", retrieve)
    return asked


def test_a_speakers_points_are_their_dated_utterances(council):
    found, said = timeline_of(council, "Sanna Veld"), sayings_of(council, "Sanna Veld").sure
    assert [(p.passage_id, p.when) for p in found.points] == [(s.passage.id, s.when) for s in said if s.when]
    assert found.undated == sum(s.when is None for s in said) == 1
    assert found.speakers == ("Sanna Veld",)


def test_a_questions_points_are_what_its_hits_say(council):
    found = timeline(FERRY, corpus=council)
    assert found.answered
    assert "Oda Bern" in found.speakers
    days = [(p.when.since, p.when.until) for p in found.points]
    assert days == sorted(days)
    assert found.passages <= 20


def test_many_passages_of_one_document_are_looked_at(council, monkeypatch):
    asked = _answers(monkeypatch, hit())
    timeline(FERRY, corpus=council, k=7)
    assert (asked["k"], asked["per_document"]) == (7, None)


def test_a_question_that_is_not_answered_has_no_points(council, monkeypatch):
    _answers(monkeypatch, hit(utterances=[utterance("The ferry runs late.")]), answered=False)
    found = timeline(FERRY, corpus=council)
    assert (found.answered, found.points) == (False, ())


def test_only_what_somebody_surely_said_on_some_day_is_a_point(council, monkeypatch):
    text = "The ferry runs late."
    hits = [
        hit(text, utterances=[utterance(text, "Oda Bern")]),
        hit(text, utterances=[utterance(text, "Oda Bern")], cited=citation(date=None)),
        hit(text, utterances=[utterance(text, None)]),
        hit(text),
    ]
    _answers(monkeypatch, *hits)
    found = timeline(FERRY, corpus=council)
    assert [p.speaker for p in found.points] == ["Oda Bern"]
    assert (found.undated, found.unattributed, found.without_speech, found.passages) == (1, 1, 1, 4)


def test_a_point_has_the_statements_own_date_where_there_is_one(council, monkeypatch):
    from dataclasses import replace

    said = StatementDate(0, 3, "in May", "2011-05-01", "2011-05-31")
    text = "The ferry runs late."
    _answers(monkeypatch, hit(text, utterances=[replace(utterance(text), said=said)]))
    (point,) = timeline(FERRY, corpus=council).points
    assert (point.when.since.isoformat(), point.when.basis) == ("2011-05-01", Basis.STATEMENT)


def test_points_follow_a_merge(make_corpus):
    corpus = make_corpus(COUNCIL)
    before = timeline("divers are paid too little", corpus=corpus).speakers
    corpus.merge("S. Veld", "Sanna Veld")
    after = timeline("divers are paid too little", corpus=corpus).speakers
    assert "S. Veld" in before
    assert "S. Veld" not in after
    assert "Sanna Veld" in after


@pytest.mark.parametrize("k", [0, MAX_PASSAGES + 1, -3])
def test_a_number_of_passages_out_of_bounds_is_refused(council, k):
    with pytest.raises(UsageError, match=f"k={k}"):
        timeline(FERRY, corpus=council, k=k)


def test_a_question_too_long_is_refused(council):
    with pytest.raises(QuestionTooLongError):
        timeline("x" * 2001, corpus=council)


def test_nobody_has_no_timeline(council):
    with pytest.raises(UsageError, match="nobody goes by 'Tolliver'"):
        timeline_of(council, "Tolliver")


def test_a_timeline_is_json_values(council):
    form = timeline(FERRY, corpus=council).to_dict()
    assert json.loads(json.dumps(form)) == form
    assert {"speaker", "since", "until", "passage_id", "words", "kind"} <= set(form["points"][0])
    assert timeline_of(council, "Oda Bern").to_dict()["reading"] is None


@given(st.text(max_size=400))
def test_shortened_words_are_the_words_or_their_beginning(words):
    short = shortened(words)
    assert len(short) <= SHORT
    assert short == words if len(words) <= SHORT else words.startswith(short.removesuffix("…"))


def test_words_are_cut_between_two_of_them():
    assert shortened("ferry " * 60) == "ferry " * 25 + "ferry…"
