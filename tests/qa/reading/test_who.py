"""Questions to which the answer is a speaker."""

from __future__ import annotations

import pytest
from reading_people import KNOWN

from qa.reading import read_question


@pytest.mark.parametrize(
    "question",
    [
        "Who said that the cranes are safe?",
        "Who called the canal a ring?",
        "Who promised a bridge?",
        "Who wants a bridge?",
        "Who warned of the flood?",
        "Who argued for tolls?",
        "Who else has ever promised a bridge?",
        "Who disagrees with Veld?",
        "Who was it that promised a bridge?",
        "who wrote that peat burns",
        "Tell me who promised a bridge",
        "And who promised a bridge?",
        "In 2014, who promised a bridge?",
        "Which officer called the canal a ring?",
        "Which members of the port board want a bridge?",
        "What minister promised a bridge?",
        'Whose words are "golden ring"?',
        "Whose view was it that peat burns?",
    ],
)
def test_the_answer_is_a_speaker(question):
    reading = read_question(question, KNOWN)
    assert reading.who
    assert reading.asked == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who is Veld?",
        "Who was the port director in 1950?",
        "Who ruled the island?",
        "Who offered the crown?",
        "Who accepted the crown?",
        "Who requested a boat?",
        "Who wrote the eulogy?",
        "Who did Veld call a hero?",
        "Which book called the canal a ring?",
        "Which country signed the treaty?",
        "What did Veld say?",
        "Whose boat sank?",
        "As someone who believes in tolls, would you pay?",
        "What must be passed by people?",
        "golden ring",
    ],
)
def test_the_answer_is_something_else(question):
    assert not read_question(question, KNOWN).who


def test_who_can_be_undone():
    assert not read_question("Who promised a bridge?", KNOWN, ignore={"who"}).who
