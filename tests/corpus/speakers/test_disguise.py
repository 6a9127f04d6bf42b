from __future__ import annotations

import pytest

from corpus.speakers.disguise import disguise, passes_for, scripts


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Jane R\u043ee", "Cyrillic and Latin"),
        ("J\u03bfhn Doe", "Greek and Latin"),
        ("Jane\u200b Roe", "ZERO WIDTH SPACE"),
        ("Ja\u00adne Roe", "SOFT HYPHEN"),
        ("Jane \u202eeoR", "RIGHT-TO-LEFT OVERRIDE"),
        ("A\u200dli Dorn", "ZERO WIDTH JOINER"),
        ("Ja\x1bne", "U+001B"),
        ("J\u0336ane", "LONG STROKE OVERLAY"),
        ("\u1d0aane", "drawn like another"),
    ],
)
def test_a_disguise_is_named(name, words):
    assert words in disguise(name)


@pytest.mark.parametrize(
    "name",
    [
        "Jane Roe", "José Núñez", "Jose\u0301", "Зоя Кузнецова", "علی‌رضا", "村上 はるき", "김대중",
        "Đình Diệm", "O’Neill-Łoś", "", "Louis XIV", "50 Cent",
    ],
)  # fmt: skip
def test_a_name_in_its_own_script_is_none(name):
    assert disguise(name) is None


def test_a_name_wholly_in_look_alikes_is_known_by_the_one_it_passes_for():
    cyrillic = "\u0410\u0441\u0435 \u041e\u0440\u0435"
    assert passes_for([cyrillic, "Ace Ope"]) == {cyrillic: "Ace Ope"}
    assert passes_for([cyrillic]) == {}


def test_a_digit_for_a_letter_is_noticed_only_beside_the_name_it_imitates():
    assert passes_for(["Jane R0e", "Jane Roe"]) == {"Jane R0e": "Jane Roe"}
    assert passes_for(["Speaker 1", "Speaker 2"]) == {}


def test_scripts_are_those_of_letters_only():
    assert scripts("Jane 2, ʿRoe—") == {"LATIN"}
