"""The words by which questions ask."""

from __future__ import annotations

import pytest

from qa.reading import vocabulary
from qa.reading.vocabulary import any_verb, is_finite, saying_verb, speech_verb


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("said", "say"),
        ("says", "say"),
        ("thinks", "think"),
        ("spoke", "speak"),
        ("justified", "justify"),
        ("run", None),
    ],
)
def test_forms_lead_to_their_verb(form, verb):
    assert speech_verb(form) == verb


@pytest.mark.parametrize("form", ["reject", "wants", "wrote", "opposed", "disagreed", "presented"])
def test_a_deed_is_a_verb_but_not_one_of_speech(form):
    assert any_verb(form) is not None
    assert speech_verb(form) is None


@pytest.mark.parametrize(
    ("form", "says"), [("promised", True), ("wants", True), ("ruled", False), ("wrote", False)]
)
def test_some_deeds_say_nothing(form, says):
    assert saying_verb(form) == says


@pytest.mark.parametrize(("form", "finite"), [("said", True), ("saying", True), ("say", False), ("crane", False)])
def test_a_base_form_is_not_finite(form, finite):
    assert is_finite(form) == finite


def test_every_list_is_in_lower_case_so_that_it_can_be_met():
    lists = {name: value for name, value in vars(vocabulary).items() if isinstance(value, frozenset)}
    assert lists
    assert all(word == word.lower() for words in lists.values() for word in words)


def test_the_sets_hold_one_another_as_their_names_say():
    assert vocabulary.GENERIC <= vocabulary.TOPICLESS
    assert vocabulary.GENERIC_NOUNS <= vocabulary.SPEECH_NOUNS | vocabulary.OTHER_NOUNS
    assert vocabulary.LEADING_PARTICLES <= vocabulary.PARTICLES
    assert all(any_verb(verb) for verb in vocabulary.TOPICLESS)
