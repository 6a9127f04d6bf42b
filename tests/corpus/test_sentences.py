from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text

from corpus.sentences import sentence_offsets


def sentences(text, language="en"):
    return [text[start:end] for start, end in sentence_offsets(text, language)]


def test_sentences_are_cut_where_a_reader_cuts_them():
    assert sentences("The tide turned. Nobody spoke! Who would?") == [
        "The tide turned.",
        "Nobody spoke!",
        "Who would?",
    ]


@pytest.mark.parametrize("text", ["Dr. Bern left the quay.", "It cost 3.50 a night.", "The U.S. fleet sailed."])
def test_an_abbreviation_or_number_ends_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u2003"])
def test_blanks_hold_no_sentence(text):
    assert sentence_offsets(text) == []


def test_blanks_at_the_ends_belong_to_no_sentence():
    assert sentence_offsets("  The tide turned.  ") == [(2, 18)]


@given(st.one_of(any_text, st.text(max_size=200)))
def test_sentences_lie_in_order_apart_and_inside_the_text(text):
    spans = sentence_offsets(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.one_of(any_text, st.text(max_size=200)))
def test_sentences_lose_nothing_but_blanks(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_characters_beyond_the_basic_plane_do_not_shift_what_follows():
    assert sentences("🌊🌊 came in. 👩‍🚒 went out.") == ["🌊🌊 came in.", "👩‍🚒 went out."]


def test_a_language_that_is_not_known_is_still_cut():
    assert sentences("Morye shumit. Veter.", "rue") == ["Morye shumit.", "Veter."]
