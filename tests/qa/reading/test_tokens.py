"""The words of a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.tokens import is_inside, name_parts, tokens


@given(st.text(max_size=200))
def test_every_word_is_a_slice_and_they_come_in_order(text):
    at = 0
    for word in tokens(text):
        assert text[word.start : word.end] == word.text
        assert at <= word.start < word.end <= word.stop
        assert word.gap == text[at : word.start]
        at = word.stop


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did Veld say?", ["What", "did", "Veld", "say"]),
        ("of/about Finch-Vex", ["of", "about", "Finch-Vex"]),
        ("“Veld’s” 'words'", ["Veld", "words"]),
        ("George H. W. Pell.", ["George", "H", "W", "Pell"]),
        ("-- ' ’ ...", []),
        ("नेता ने कहा", ["नेता", "ने", "कहा"]),
    ],
)
def test_marks_are_no_part_of_words(text, words):
    assert [word.text for word in tokens(text)] == words


@pytest.mark.parametrize("text", ["Veld's", "Veld’s", "VELD'S", "Williams'", "Veld' s"])
def test_a_possessive_ending_stands_beside_its_word(text):
    (word,) = tokens(text)
    assert word.possessive
    assert word.stop == len(text)


@pytest.mark.parametrize("text", ["Veld", "veld", "O'Tarn", "s", "'s"])
def test_what_has_no_such_ending_is_no_possessive(text):
    assert not any(word.possessive for word in tokens(text))


@pytest.mark.parametrize(
    ("text", "begins"),
    [("Veld", True), ("veld", False), ("al-Tarsi", True), ("d’Arvigny", True), ("Ébène", True), ("2014", False),
     ("王", True), ("Гай", True), ("гай", False), ("ياسر", True), ("-", None)],
)  # fmt: skip
def test_a_capital_or_a_script_without_any_can_begin_a_name(text, begins):
    assert [word.capital for word in tokens(text)] == ([] if begins is None else [begins])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Finch-Vex", ("finch", "vex")),
        ("O’Tarn", ("otarn",)),
        ("al-Tarsi", ("tarsi",)),
        ("Ébène", ("ebene",)),
        ("Łuk", ("luk",)),
        ("Ghasem", ("mohammad", "qasem")[1:]),
        ("...", ()),
    ],
)
def test_a_word_is_folded_into_the_parts_that_compare(word, parts):
    assert name_parts(word) == parts


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("What is it? Veld said", ["What", "Veld"]),
        ("Mr. Veld said", ["Mr", "Veld"]),
        ("“What” is it", ["What"]),
        ("one, two; three", ["one"]),
        ("  one! two", ["one", "two"]),
    ],
)
def test_a_sentence_opens_behind_its_mark(text, opening):
    assert [word.text for word in tokens(text) if word.opens] == opening


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [("NATO and HALE met I. B. Veld at 10 AM", ["NATO", "HALE", "AM"]), ("U.S. A é ÉE", ["ÉE"])],
)
def test_capitals_alone_make_an_acronym_but_no_initial_does(text, acronyms):
    assert [word.text for word in tokens(text) if word.acronym] == acronyms


@pytest.mark.parametrize(("text", "joined"), [("a b", True), ("A. b", True), ("a, b", False), ("a? b", False)])
def test_words_are_joined_by_blanks_or_the_point_of_an_abbreviation(text, joined):
    assert tokens(text)[1].joined == joined


@given(
    st.lists(st.text(alphabet="abcdeLMNO", min_size=1, max_size=8), max_size=20),
    st.sampled_from([" ", ", ", "\n"]),
)
def test_words_set_apart_are_found_as_they_were(words, gap):
    assert [word.text for word in tokens(gap.join(words))] == words


@given(st.text(max_size=80), st.text(alphabet=" ,;:!?()[]{}<>|/“”«»…\t\n", max_size=6))
def test_marks_before_a_text_only_move_its_words(text, marks):
    before, after = tokens(text), tokens(marks + text)
    assert [(w.start + len(marks), w.end + len(marks), w.text) for w in before] == (
        [(w.start, w.end, w.text) for w in after]
    )


@given(st.text(max_size=60))
def test_no_letter_or_digit_is_lost_between_the_words(text):
    between = "".join(word.gap for word in tokens(text))
    assert not any(c.isalnum() for c in between)


@given(st.text(alphabet="abcéłÜ-’'. 王", max_size=20))
def test_the_parts_of_a_word_are_folded_already(text):
    for word in tokens(text):
        assert all(part == part.casefold() and part.isalnum() for part in word.parts)


@given(st.lists(st.integers(0, 40), max_size=10, unique=True).map(sorted), st.integers(-1, 41))
def test_a_place_is_inside_a_stretch_or_outside_of_all(bounds, at):
    stretches = list(zip(bounds[::2], bounds[1::2], strict=False))
    assert is_inside(stretches, at) == any(a <= at < b for a, b in stretches)
