"""Questions that lean on the one before, and readings undone in part."""

from __future__ import annotations

import pytest
from qa_texts import EVERYTHING

from qa import retrieve


@pytest.fixture
def everything(shared):
    return shared(EVERYTHING)


def test_a_question_that_leans_on_the_last_answer_asks_for_the_same_speaker(everything):
    first = retrieve("What did Sanna Veld say about the ferry?", corpus=everything)
    second = retrieve("And what did she say about the wall?", corpus=everything, previous=first)
    assert second.reading.asked == ("Sanna Veld",)
    assert second.reading.carried == ("asked",)
    outright = retrieve("What did Sanna Veld say about the wall?", corpus=everything)
    assert [hit.passage.id for hit in second] == [hit.passage.id for hit in outright]


def test_the_reading_of_the_last_question_does_as_well_as_its_answer(everything):
    first = retrieve("What did Sanna Veld say about the ferry?", corpus=everything)
    answers = [retrieve("And the wall?", corpus=everything, previous=one) for one in (first, first.reading)]
    assert answers[0].reading == answers[1].reading
    assert [hit.passage.id for hit in answers[0]] == [hit.passage.id for hit in answers[1]]


def test_another_speaker_is_asked_about_the_same(everything):
    first = retrieve("What did Sanna Veld say about the ferry?", corpus=everything)
    second = retrieve("And Oda Bern?", corpus=everything, previous=first)
    assert second.reading.asked == ("Oda Bern",)
    assert "topic" in second.reading.carried
    assert second.hits[0].text.startswith("ODA BERN: I have read the report on the ferry.")


def test_another_time_is_asked_about_the_same(everything):
    first = retrieve("What did Oda Bern say about the ferry?", corpus=everything)
    second = retrieve("And in 2013?", corpus=everything, previous=first)
    assert second.reading.period.since == "2013-01-01"
    assert second.reading.asked == ("Oda Bern",)
    assert [hit.speakers for hit in second if hit.evidence.in_period] == [("Oda Bern",)]


def test_a_question_of_its_own_takes_over_nothing(everything):
    first = retrieve("What did Sanna Veld say about the ferry?", corpus=everything)
    question = "How long was the pass closed by snow?"
    second, alone = (retrieve(question, corpus=everything, previous=before) for before in (first, None))
    assert second.reading == alone.reading
    assert second.confidence == alone.confidence


def test_filters_are_not_taken_over(everything):
    first = retrieve("What did Sanna Veld say about the ferry? kind:turn", corpus=everything)
    assert retrieve("And about the wall?", corpus=everything, previous=first).reading.kind is None


@pytest.mark.parametrize(
    ("question", "ignore"),
    [
        ("What did Oda Bern say about divers?", "asked"),
        ("What was said about divers in 2013?", "period"),
        ("divers speaker:Veld", "speaker"),
        ("divers kind:turn", "kind"),
        ("divers -source:minutes", "not_source"),
        ("Who asked the divers?", "who"),
    ],
)
def test_a_part_of_the_reading_that_is_undone_is_not_read(everything, question, ignore):
    plain, undone = (retrieve(question, corpus=everything, ignore=one) for one in ((), {ignore}))
    assert getattr(plain.reading, ignore)
    assert not getattr(undone.reading, ignore)


def test_what_was_taken_over_can_be_undone(everything):
    first = retrieve("What did Sanna Veld say about the ferry?", corpus=everything)
    undone = retrieve("And the wall?", corpus=everything, previous=first, ignore={"carried"})
    assert (undone.reading.carried, undone.reading.asked) == ((), ())


def test_undoing_whose_words_makes_a_stranger_a_word_like_any_other(everything):
    question = "What did Viktor Brandt say about the lower gates?"
    asked, undone = (retrieve(question, corpus=everything, ignore=one) for one in ((), {"asked"}))
    assert asked.confidence == 0
    assert undone.confidence > 0
