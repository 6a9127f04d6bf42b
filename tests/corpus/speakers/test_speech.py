from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, said

from corpus.speakers import speech
from corpus.speakers.parsed import parse


@given(any_text)
def test_no_feature_list_is_empty_and_no_feature_comes_twice(text):
    parsed = parse(text)
    for n in range(len(parsed.scan.quotes)):
        names = speech.features(parsed, n)
        assert names
        assert len(set(names)) == len(names)


@given(any_text)
def test_no_speech_a_whole_and_a_part_are_weighed_by_the_same_features_under_other_names(text):
    parsed = parse(text)
    for n in range(len(parsed.scan.quotes)):
        lists = speech.choices(parsed, n)
        bare = [[name.split(":", 1)[1] for name in names] for names in lists]
        assert bare[0] == bare[1] == bare[2]
        assert not set(lists[0]) & set(lists[1]) | set(lists[1]) & set(lists[2])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bern said: “The quay will hold tonight.”", "Bern read a novel called “The Quay Will Hold”."),
        ("“It rained,” Bern said.", "“It rained” Bern."),
        ("Bern said it was “over”.", "Bern said it was “over and done with for all of us”."),
        ("Bern said: “It rained.”", "Bern never said: “It rained.”"),
    ],
)
def test_what_tells_speech_from_a_term_shows_in_the_features(one, other):
    assert set(speech.features(parse(one), 0)) != set(speech.features(parse(other), 0))


@pytest.mark.parametrize("text", ["“ ’ ” said Bern.", "“...” said Bern.", "“—”", "“🌊”"])
def test_a_quotation_of_marks_alone_has_features_too(text):
    assert all(speech.features(parsed, n) for parsed in [parse(text)] for n in range(len(parsed.scan.quotes)))


@pytest.mark.parametrize("words", ["“The harbour stays open tonight,”", "“We shall keep the lamps lit,”"])
def test_words_that_a_verb_of_speech_leans_on_are_speech(words):
    assert said(f"{words} Oda Bern said.") == [("Oda Bern", words)]
