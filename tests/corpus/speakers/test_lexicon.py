from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.speakers import lexicon
from corpus.speakers.lexicon import flags_of


def holds(word, *names):
    flags = flags_of(word)
    return [bool(flags & getattr(lexicon, name)) for name in names]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("she", ["WORD", "PRONOUN"]),
        ("the", ["WORD", "DET"]),
        ("said", ["WORD", "VERB"]),
        ("claims", ["VERB", "AMBIG"]),
        ("Sen.", ["CAPITAL", "TITLE"]),
        ("spokesman", ["PERSON"]),
        ("Monday", ["CALEND", "CAPITAL"]),
        ("General", ["TITLE", "CAPITAL"]),
        ("of", ["LINK", "OUTSIDE"]),
        ("was", ["AUX", "OUTSIDE"]),
    ],
)
def test_a_word_has_the_flags_of_every_list_it_is_on(word, names):
    assert holds(word, *names) == [True] * len(names)


@pytest.mark.parametrize("word", ["D-Mo.", "R-Ky.", "I-Vt.", ",", "“", "—"])
def test_a_mark_or_a_party_is_no_word_and_no_name(word):
    assert holds(word, "WORD", "CAPITAL") == [False, False]


def test_a_point_behind_an_abbreviation_changes_nothing():
    assert flags_of("Gov.") == flags_of("Gov")


def test_an_unknown_name_is_a_word_with_a_capital_and_no_more():
    assert flags_of("Lowmere") == lexicon.WORD | lexicon.CAPITAL


@given(st.text(min_size=1, max_size=20))
def test_any_item_has_flags_and_only_words_have_capitals(word):
    flags = flags_of(word)
    assert flags >= 0
    assert bool(flags & lexicon.WORD) or not flags & lexicon.CAPITAL
