from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, hit, utterance

from ui.sureness import answer_sureness, percent, speaker_sureness


@given(st.floats(0, 1))
def test_a_share_is_never_shown_as_more_than_it_is(share):
    assert 0 <= percent(share) <= share * 100 + 1e-6


@pytest.mark.parametrize(("share", "shown"), [(0, 0), (0.29, 29), (0.57, 57), (0.999, 99), (1, 100)])
def test_a_share_in_hundredths_is_shown_to_the_digit(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (1.0, "almost certainly"),
        (0.9, "almost certainly"),
        (0.89, "probably"),
        (0.69, "rather yes"),
        (0.4, "perhaps"),
    ],
)
def test_the_words_follow_the_figure(confidence, word):
    assert word in answer_sureness(answer(hit(), confidence=confidence))


def test_what_is_no_answer_is_never_called_likely():
    for confidence in (0.01, 0.3, 0.39, 0.95):
        said = answer_sureness(answer(hit(), answered=False, confidence=confidence))
        assert said.startswith("Chance that something here answers it")


def test_nothing_found_has_no_figure():
    assert answer_sureness(answer(answered=False, confidence=0.0)) == ""


def test_only_a_name_can_be_sure():
    said = utterance("“Late.”")
    assert speaker_sureness(said) == "90 % sure"
    assert speaker_sureness(replace(said, speaker=None, probably="Oda Bern")) == "90 % sure"
    assert speaker_sureness(replace(said, speaker=None)) == ""
