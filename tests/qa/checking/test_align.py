from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.checking.align import align
from qa.checking.quotation import read_quotation
from qa.checking.region import SourceWord
from qa.checking.words import words


def source(text):
    return [SourceWord(w.key, w.start, w.end) for w in words(text)]


def shown(quotation, text):
    """Return the steps as letters: = same, x changed, + added, - missing."""
    steps = align(read_quotation(quotation).words, source(text))
    return "".join("-" if s.quoted is None else "+" if s.source is None else "=" if s.same else "x" for s in steps)


@pytest.mark.parametrize(
    ("quotation", "text", "steps"),
    [
        ("the tide took", "and the tide took boats", "==="),
        ("the high tide took", "and the tide took boats", "=+=="),
        ("the took", "and the tide took boats", "=-="),
        ("the wind took", "and the tide took boats", "=x="),
        ("the tide … boats", "and the tide took all the old boats", "==----="),
        ("we carry it", "then We carry it", "==="),
        ("we Carry it", "we carry it", "=x="),
        ("wall12 leans", "the wall leans", "+="),
        ("the tide fell", "and the tide took boats", "==+"),
    ],
)
def test_a_quotation_is_laid_where_it_fits_best(quotation, text, steps):
    assert shown(quotation, text) == steps


def test_a_note_glued_to_its_word_is_that_word_only_where_the_source_has_the_note():
    noted = [SourceWord("the", 0, 3), SourceWord("wall", 4, 8, note="12")]
    assert [s.same for s in align(read_quotation("the wall12").words, noted)] == [True, True]
    assert [s.same for s in align(read_quotation("the wall13").words, noted)] == [True, False]


def test_a_note_glued_to_a_number_is_never_taken_for_part_of_it():
    noted = [SourceWord("in", 0, 2), SourceWord("199", 3, 6, note="8")]
    assert [s.same for s in align(read_quotation("in 1998").words, noted)] == [True, False]
    assert [s.same for s in align(read_quotation("in 199⁸").words, noted)] == [True, True]


def test_the_authors_words_between_cost_next_to_nothing():
    text = "we go said the tall Sanna Veld it stays"
    between = [SourceWord(w.key, w.start, w.end, between=2 <= n < 7) for n, w in enumerate(words(text))]
    steps = align(read_quotation("we go it stays").words, between)
    assert [s.source for s in steps if s.same] == [0, 1, 7, 8]


LETTERS = st.lists(st.sampled_from("abcd"), max_size=7)


def distance(quotation, text):
    """Sellers' distance by plain loops: the least over all stretches of the text."""
    row = [0] * (len(text) + 1)
    for letter in quotation:
        above, row = row, [row[0] + 1]
        for n, other in enumerate(text, 1):
            row.append(min(above[n] + 1, row[n - 1] + 1, above[n - 1] + (letter != other)))
    return min(row)


@given(LETTERS.filter(bool), LETTERS.filter(bool))
def test_no_way_is_cheaper_than_the_one_found(quotation, text):
    quoted = read_quotation(" ".join(quotation)).words
    steps = align(quoted, source(" ".join(text)))
    assert sum(not s.same for s in steps) == distance(quotation, text)


@given(LETTERS.filter(bool), LETTERS.filter(bool))
def test_every_word_quoted_is_laid_once_and_the_source_in_one_piece(quotation, text):
    steps = align(read_quotation(" ".join(quotation)).words, source(" ".join(text)))
    assert [s.quoted for s in steps if s.quoted is not None] == list(range(len(quotation)))
    places = [s.source for s in steps if s.source is not None]
    assert places == list(range(places[0], places[0] + len(places))) if places else True
