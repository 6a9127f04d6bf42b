"""Which words of a question only ask."""

from __future__ import annotations

import pytest
from reading_people import KNOWN

from qa.reading.naming import find_namings
from qa.reading.removal import after_verb, before_head, before_owner, joining, occasion
from qa.reading.tokens import tokens


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("say about cranes", "cranes"),
        ("say cranes", "cranes"),
        ("think of/about cranes", "cranes"),
        ("speak out about cranes", "out about cranes"),
        ("respond to Oda Bern when asked about cranes", "cranes"),
        ("respond to Oda Bern's cranes", "Oda Bern's cranes"),
        ("comment as to cranes", "cranes"),
        ("say that cranes rust", "cranes rust"),
        ("say on 3 May", "on 3 May"),
        ("promise about cranes", "promise about cranes"),
        ("ask for cranes", "cranes"),
        ("ask about cranes", "cranes"),
        ("ask for", ""),
        ("ask", ""),
        ("speak for cranes", "for cranes"),
        ("say", ""),
    ],
)
def test_the_topic_begins_behind_the_verb_and_what_joins_it(text, rest):
    words = tokens(text)
    assert [w.text for w in words[after_verb(words, find_namings(text, words, KNOWN), 0) :]] == (
        [w.text for w in tokens(rest)]
    )


@pytest.mark.parametrize(
    ("text", "at", "begin"),
    [
        ("Tell me what", 2, 0),
        ("And so what", 2, 0),
        ("In Lund what", 2, 2),
        ("what", 0, 0),
        ("Please show all", 3, 0),
    ],
)
def test_a_head_that_only_asks_is_stepped_over(text, at, begin):
    assert before_head(tokens(text), at) == begin


@pytest.mark.parametrize(
    ("text", "at", "begin"),
    [
        ("What was Veld", 2, 0),
        ("In Veld", 1, 0),
        ("Summarize the Veld", 2, 0),
        ("cranes in Veld", 2, 1),
        ("Veld", 0, 0),
    ],
)
def test_what_leads_to_an_owner_is_stepped_over(text, at, begin):
    assert before_owner(tokens(text), at) == begin


def test_steps_at_the_end_of_a_question_stay_inside_it():
    words = tokens("about")
    assert (joining(words, 0), joining(words, 1), occasion(words, 1)) == (1, 1, 1)
