from __future__ import annotations

import pytest

from qa.checking.telling import is_name, is_negation, is_number


@pytest.mark.parametrize(
    "word", ["not", "Not", "NEVER", "can't", "won't", "nobody", "cannot", "nicht", "не", "لن", "不"]
)
def test_words_that_deny_are_known(word):
    assert is_negation(word)


@pytest.mark.parametrize("word", ["knot", "note", "quay", "sin", "now", "can", ""])
def test_other_words_do_not_deny(word):
    assert not is_negation(word)


@pytest.mark.parametrize("word", ["40", "3.5", "1998", "forty", "%", "€", "三", "F16", "½", "-5"])
def test_numbers_and_their_signs_are_known(word):
    assert is_number(word)


@pytest.mark.parametrize("word", ["boat", "onerous", "Oda"])
def test_other_words_are_no_numbers(word):
    assert not is_number(word)


@pytest.mark.parametrize(
    ("word", "opens", "name"),
    [("Oda", False, True), ("oda", False, False), ("The", True, False), ("NATO", True, True), ("I", False, False)],
)
def test_names_are_known_by_their_capitals(word, opens, name):
    assert is_name(word, opens=opens) is name
