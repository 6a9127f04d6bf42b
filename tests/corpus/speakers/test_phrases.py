from __future__ import annotations

import pytest

from corpus.speakers.phrases import is_phrase, names_an_occasion


@pytest.mark.parametrize(
    "words",
    ["", "reporters", "in a statement", "at a rally in Leeds", "the House of Lords", "in a televised address",
     "on state television", "on Twitter", "to reporters at the White House", "in an interview with the BBC",
     "a spokesman for the ministry", "during a budget hearing", "Oda Bern and the mayor"],
)  # fmt: skip
def test_words_that_say_to_whom_where_or_how_are_a_phrase(words):
    assert is_phrase(words)


@pytest.mark.parametrize(
    "words",
    ["the port opened", "that", "Bern who", "reporters after the vote", "to open", "to press", "of a flood",
     "for calm", "in a speech on the war", "in a report of the flood", "against opening the port", "the port was",
     "the",     "reporters, then", "reporters attending", "nothing", "“No”", "hello and left", "x " * 26],
)  # fmt: skip
def test_words_that_may_own_a_date_are_none(words):
    assert not is_phrase(words)


@pytest.mark.parametrize("words", ["In a letter", "At a rally in Leeds", "In the Senate", "In Oslo", "Speaking",
                                   "while testifying in court", "During a visit"])  # fmt: skip
def test_occasions_and_places_can_open_a_sentence(words):
    assert names_an_occasion(words)


@pytest.mark.parametrize("words", ["", "After a rally", "In the war", "At the flood", "The mayor", "Of a letter"])
def test_events_and_people_cannot(words):
    assert not names_an_occasion(words)
