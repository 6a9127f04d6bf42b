from __future__ import annotations

import pytest

from corpus.speakers import subjects
from corpus.speakers.cues import find_verbs
from corpus.speakers.names import mentions


def last(text):
    return list(mentions(text))[-1]


@pytest.mark.parametrize(
    "before", ["", "In the end ", "It rained, and ", "The captain, ", "that ", "when ", "the retired ", "said "]
)
def test_a_name_at_the_head_of_a_clause_can_speak(before):
    assert subjects.can_speak(f"{before}Oda Bern", last(f"{before}Oda Bern"))


@pytest.mark.parametrize(
    "before",
    [
        "of ",
        "for the ",
        "with ",
        "treating ",
        "who betrayed ",
        "knew ",
        "met the ",
        "the mayor and ",
        "Mara Quell or ",
    ],
)
def test_a_name_that_something_governs_cannot(before):
    assert not subjects.can_speak(f"{before}Oda Bern", last(f"{before}Oda Bern"))


def test_an_owner_cannot_speak_for_what_is_owned():
    assert not subjects.can_speak("Oda Bern’s boat", last("Oda Bern’s boat"))


@pytest.mark.parametrize(("gap", "verb", "passive"), [
    (" was ", "told", True), (" is often ", "described", True), (" was ", "saying", False), (" ", "told", False),
    (" has ", "told", False),
])  # fmt: skip
def test_a_passive_verb_has_somebody_else_talking(gap, verb, passive):
    assert subjects.is_passive(gap, verb) is passive


@pytest.mark.parametrize(
    "lead", ["Bern never said ", "Bern has not said ", "Bern couldn’t say ", "Bern denies that she called it "]
)
def test_words_that_were_not_said_are_disowned(lead):
    assert subjects.disowns(lead)


@pytest.mark.parametrize("lead", ["Bern said ", "Bern denied it: ", "Not a sailor, Bern said "])
def test_words_that_were_said_are_not(lead):
    assert not subjects.disowns(lead)


@pytest.mark.parametrize(("lead", "needs"), [
    ("her sister told", True), ("the sign read", True), ("to declare", False), ("when asked", False),
    ("the proposed", False), ("which read", False), ("saying", False), ("but added", False),
])  # fmt: skip
def test_a_finite_verb_needs_a_subject_of_its_own(lead, needs):
    assert subjects.needs_subject(lead, find_verbs(lead)[-1]) is needs
