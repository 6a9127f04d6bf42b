from __future__ import annotations

import pytest

from corpus.speakers.verbs import AMBIGUOUS, LEMMA, SPEECH, SPEECH_NOUNS, SPEECH_VERBS, THOUGHT


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", "say says saying said"),
        ("deny", "deny denies denying denied"),
        ("agree", "agree agrees agreeing agreed"),
        ("argue", "argue argues arguing argued"),
        ("preach", "preach preaches preaching preached"),
        ("quip", "quip quips quipping quipped"),
        ("write", "write writes writing wrote written"),
        ("think", "think thinks thinking thought"),
    ],
)
def test_every_form_leads_to_its_verb(verb, forms):
    assert {LEMMA[form] for form in forms.split()} == {verb}


@pytest.mark.parametrize("form", ["sayed", "tryed", "sayes", "argueed", "writed", "agreing", "quiped"])
def test_no_form_is_made_that_nobody_writes(form):
    assert form not in LEMMA


def test_every_verb_is_a_form_of_itself():
    assert [v for v in {*SPEECH, *THOUGHT} if LEMMA[v] != v] == []


def test_a_verb_of_speech_stays_one_where_it_is_also_a_verb_of_thought():
    assert {LEMMA[v] for v in set(SPEECH) & set(THOUGHT)} <= SPEECH_VERBS


def test_according_is_a_cue_of_its_own():
    assert LEMMA["according"] == "according"


@pytest.mark.parametrize("words", [LEMMA, SPEECH_NOUNS, AMBIGUOUS])
def test_words_are_kept_as_they_are_looked_up(words):
    assert all(word == word.lower().strip() for word in words)


def test_only_forms_of_verbs_are_in_doubt():
    assert {"state", "claims", "report"} <= AMBIGUOUS
    assert len(AMBIGUOUS - set(LEMMA)) == 0
