"""What follows a name and its comma: a question, or more about whoever is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.clauses import asks_at, says_more
from qa.reading.tokens import tokens


def behind(clause):
    """Return the words of a sentence in which the clause stands behind a name, and where it begins."""
    return tokens(f"Bern, {clause}"), 1


@pytest.mark.parametrize(
    "clause",
    [
        "what is a toll?",
        "how do ships pay?",
        "why?",
        "is the dam safe?",
        "should ships pay",
        "where will the water come from?",
        "when was the dam shut, and by whom?",
        "who pays?",
        "who pays? The ships do, say some.",
        "which dam is older",
        "whose dam is it?",
        "so how do ships pay?",
        "but who pays?",
        "in which year was it shut?",
        "for how long will it hold?",
    ],
)
def test_a_question_begins_with_a_word_that_asks(clause):
    assert asks_at(*behind(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "the dam is shut.",
        "where boats are built",
        "when asked",
        "where",
        "who",
        "who ran in 2014, lost.",
        "who ran in 2014. Why?",
        "whose dam broke, resigned",
        "under whom it broke, resigned",
        "in the yard",
        "so",
        "so, how?",
        "and the dam",
    ],
)
def test_no_question_begins_with_what_tells(clause):
    assert not asks_at(*behind(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "who lost",
        "who ran in 2014, lost.",
        "whose dam broke, resigned.",
        "the director, says so.",
        "the director, is late.",
        "the director, is",
        "when asked, said so.",
        "where boats are built, praised you.",
    ],
)
def test_a_clause_that_says_more_of_a_person_is_seen(clause):
    assert says_more(*behind(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "do you agree?",
        "where will the water come from?",
        "when the dam broke, where were you?",
        "when the dam broke you slept.",
        "who will pay?",
        "who do you trust, the ships?",
        "if elected, would you pay?",
        "in 2014, you paid.",
        "you, the director, said so.",
        "the old dam, Parliament's, is shut.",
        "the dam is shut and the ships that used to go up the river are gone, say some.",
    ],
)
def test_a_clause_that_speaks_to_a_person_is_no_more_about_them(clause):
    assert not says_more(*behind(clause))


def test_a_very_long_clause_with_no_comma_near_asks():
    assert asks_at(*behind("who " + "pays and " * 40 + ", lost"))


def test_who_without_an_auxiliary_asks_only_behind_a_name_that_opens_the_sentence():
    words, at = behind("who pays for the dam?")
    assert not says_more(words, at, opening=True)
    assert says_more(words, at)


@pytest.mark.parametrize("text", ["Bern who lost", "Bern. Who lost?", "Bern"])
def test_without_a_comma_nothing_more_is_said(text):
    assert not says_more(tokens(text), 1)


WORDS = st.sampled_from("who whose which where when what is will you in so and Bern dam lost , . ? ;".split())


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_word_of_any_text_can_be_asked_about(text):
    words = tokens(text)
    for at in range(len(words)):
        assert isinstance(asks_at(words, at), bool)
        assert not says_more(words, at) or words[at].gap.strip() == ","
    assert not says_more(words, len(words))


@given(
    st.sampled_from(["who", "whose", "which"]),
    st.lists(st.sampled_from("dam toll pays the".split()), min_size=1, max_size=20),
)
def test_a_comma_before_a_verb_makes_a_clause_of_a_question(word, rest):
    clause = f"{word} {' '.join(rest)}"
    assert asks_at(*behind(f"{clause}?"))
    assert not asks_at(*behind(f"{clause}, lost."))
