from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.cues import announces_quotation, find_verbs, names_a_thing


@pytest.mark.parametrize("verb", ["said", "told", "wrote", "reiterated", "asked", "insists", "adding"])
def test_a_verb_of_speech_is_found_as_a_word_of_its_own(verb):
    assert [m.group() for m in find_verbs(f"Bern {verb} so")] == [verb]
    assert find_verbs(f"Bern un{verb}ly so") == ()


def test_giving_a_speech_is_a_way_to_speak():
    assert [m.group() for m in find_verbs("Bern delivered a long public speech")] == [
        "delivered a long public speech"
    ]


@pytest.mark.parametrize(
    "lead", ["a book titled ", "a paper titled, ", "the so-called ", "a novel called ", "the phrase ", "known as "]
)
def test_what_announces_a_title_or_term_announces_no_speech(lead):
    assert names_a_thing(f"Bern wrote {lead}")


@pytest.mark.parametrize("lead", ["Bern said ", "Bern called it ", "Bern, who wrote a novel, said "])
def test_what_announces_speech_names_no_thing(lead):
    assert not names_a_thing(lead)


@pytest.mark.parametrize(
    "text", ["Bern said:", "Her letter:", "It rained. It reads as follows: ", "The text in full:"]
)
def test_a_colon_behind_words_of_speech_announces_a_quotation(text):
    assert announces_quotation(text)


@pytest.mark.parametrize("text", ["Bern said.", "Three things:", "Bern said so. There were three:", "", ":"])
def test_a_colon_behind_other_words_announces_none(text):
    assert not announces_quotation(text)


@given(any_text)
def test_any_paragraph_is_read_without_a_fault(text):
    assert announces_quotation(text) in {True, False}
    assert all(text[m.start() : m.end()] == m.group() for m in find_verbs(text))
