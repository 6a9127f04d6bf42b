from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.checking.words import Word, folded, freed, key_of, mended, words


def keys(text):
    return [word.key for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We don’t,” she said.", ["We", "don't", "she", "said"]),
        ("the well-known wall—old", ["the", "well", "known", "wall", "old"]),
        ("10,000 at 2.5 on 3:30", ["10,000", "at", "2.5", "on", "3", "30"]),
        ("it fell by 12% or $5", ["it", "fell", "by", "12", "%", "or", "$", "5"]),
        ("from -5 to 7, 1990-2000", ["from", "-5", "to", "7", "1990", "2000"]),
        ("a rate of .5 there", ["a", "rate", "of", ".5", "there"]),
        ("[T]he promise[d] boat", ["The", "promised", "boat"]),
        ("10² km² note¹²", ["10^2", "km2", "note"]),
        ("_emphasis_ *here*", ["emphasis", "here"]),
        ("", []),
        (" … — ‘’ ", []),
    ],
)
def test_words_are_taken_apart_as_they_are_read(text, found):
    assert keys(text) == found


@pytest.mark.parametrize(
    ("copied", "printed"),
    [
        ("don't", "don’t"), ("ﬁsh", "fish"), ("oﬃce", "office"), ("har\u00adbour", "harbour"),
        ("ｑｕａｙ", "quay"),
        ("nu\u200bmber", "number"), ("cafe\u0301", "café"), ("\u200equay", "quay"), ("−5", "-5"),
        ("O´Dell", "O’Dell"),
    ],
)  # fmt: skip
def test_what_copying_changes_in_a_word_is_folded_away(copied, printed):
    assert keys(copied) == keys(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quау", "quay"),  # Cyrillic letters
        ("café", "cafe"), ("10²", "102"), ("Us", "US"), ("5", "-5"), ("2.5", "25"), ("dogs", "dog's"),
        ("can", "can't"),
        ("Fluß", "Fluss"), ("١", "1"),
    ],
)  # fmt: skip
def test_what_makes_another_word_is_not(one, other):
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("text", "count"), [("今日は船", 4), ("我们不会走", 5), ("ไม่ไป", 4), ("नहीं आया", 2), ("لن يعود", 2)]
)
def test_scripts_without_blanks_give_a_word_for_each_letter_and_others_whole_words(text, count):
    assert len(words(text)) == count


def test_a_word_of_two_scripts_is_parted_between_them():
    assert keys("JR東日本line") == ["JR", "東", "日", "本", "line"]


@given(st.text(max_size=80))
def test_words_are_slices_in_order_that_do_not_overlap(text):
    found = words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(word.key == key_of(text[word.start : word.end]) for word in found)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Mn", "Zs"]), max_size=60))
def test_composed_and_decomposed_letters_are_the_same_words(text):
    assert keys(unicodedata.normalize("NFC", text)) == keys(unicodedata.normalize("NFD", text))


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_for_plain_letters(text):
    for key in keys(text):
        assert folded(key)
        assert freed(freed(key)) == freed(key)


@pytest.mark.parametrize("gap", ["-\n", "‐\n", "\u00ad\n", "- ", "-\r\n", "-\n  "])
def test_a_hyphen_and_a_blank_may_break_a_word(gap):
    assert [word.broken for word in words(f"resis{gap}tance here")] == [True, False, False]


@pytest.mark.parametrize("gap", ["-", " - ", " ", "—\n", "\n"])
def test_any_other_gap_does_not(gap):
    assert not any(word.broken for word in words(f"resis{gap}tance"))


def test_a_broken_word_is_joined_where_the_other_side_has_it_whole():
    assert [w.key for w in mended(words("the resis-\ntance"), words("resistance"))] == ["the", "resistance"]


def test_a_joined_word_keeps_the_offsets_of_both_pieces():
    assert mended(words("a resis-\ntance"), words("resistance"))[1] == Word("resistance", 2, 14)


def test_a_broken_word_stays_in_two_where_the_other_side_has_it_so():
    assert [w.key for w in mended(words("well-\nknown"), words("a well-known wall"))] == ["well", "known"]


def test_a_compound_broken_at_its_hyphen_is_not_taken_for_another_word_nearby():
    assert [w.key for w in mended(words("we re-\nsign it"), words("resign? No: we re-sign it"))] == [
        "we", "re", "sign", "it",
    ]  # fmt: skip


def test_unbroken_neighbours_are_never_joined():
    assert [w.key for w in mended(words("no thing"), words("nothing"))] == ["no", "thing"]


def test_a_word_broken_twice_is_joined_twice():
    assert [w.key for w in mended(words("un-\nder-\nneath"), words("under underneath"))] == ["underneath"]
