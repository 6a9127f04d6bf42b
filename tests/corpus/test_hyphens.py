from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.hyphens import has_broken_words, search_copy, words_of

PIECES = st.sampled_from(
    [
        "Ver",
        "fassung",
        "well",
        "known",
        "-",
        "-\n",
        "‐\r\n",
        "\u00ad\n",
        "¬\n",
        " ",
        "\n",
        "Saxon",
        "and",
        "🌊",
        "é",
        "1",
    ]
)
texts = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("printed", "searched"),
    [
        ("die Ver-\nfassung gilt", "die Verfassung gilt"),
        ("ex-\r\ntraor-\r\ndinary", "extraordinary"),
        ("the in- \n vestigation", "the investigation"),
        ("the in\u00ad\nvestigation", "the investigation"),
        ("the Anglo-\nSaxon chronicle", "the Anglo-Saxon chronicle"),
        ("the VER-\nFASSUNG", "the VERFASSUNG"),
        ("pre-\nand post-war", "pre-\nand post-war"),
        ("from 1914-\n1918", "from 1914-\n1918"),
        ("a wall -\nthe last", "a wall -\nthe last"),
        ("no break at all", "no break at all"),
    ],
)
def test_a_broken_word_is_one_piece_in_the_copy(printed, searched):
    assert search_copy(printed).text == searched


def test_a_compound_that_the_text_writes_with_its_hyphen_keeps_it():
    assert (
        search_copy("a well-\nknown wall, as well-known as any").text == "a well-known wall, as well-known as any"
    )


def test_a_compound_that_the_document_writes_elsewhere_keeps_its_hyphen():
    known = words_of("Nothing here was well-known.")
    assert search_copy("a well-\nknown wall", known).text == "a well-known wall"


def test_a_word_written_both_ways_loses_the_hyphen():
    known = words_of("They co-operate, or cooperate.")
    assert search_copy("they co-\noperate", known).text == "they cooperate"


def test_what_is_found_in_the_copy_is_shown_from_the_text():
    text = "The in-\nvestigation of the har-\nbour wall ended."
    copy = search_copy(text)
    start = copy.text.index("harbour")
    low, high = copy.span(start, start + len("harbour"))
    assert text[low:high] == "har-\nbour"


def test_an_empty_span_leads_to_one_place():
    copy = search_copy("The in-\nvestigation")
    assert copy.span(6, 6) == (8, 8)


def test_the_words_of_a_text_are_folded_and_those_at_a_break_left_out():
    assert words_of("The Well‐known in-\nvestigation") == {"the", "well-known"}


@given(texts)
def test_what_has_no_broken_word_is_its_own_copy(text):
    assert has_broken_words(text) or search_copy(text).text == text


def test_a_broken_word_is_told_from_a_dash_at_the_end_of_a_line():
    assert has_broken_words("The in-\nvestigation")
    assert not has_broken_words("The tide -\nand nothing else")


@given(texts)
def test_every_character_of_the_copy_stands_where_the_map_says(text):
    copy = search_copy(text)
    places = [copy.at(n) for n in range(len(copy.text))]
    assert "".join(text[place] for place in places) == copy.text
    assert places == sorted(set(places))
    assert copy.at(len(copy.text)) == len(text)


@given(texts)
def test_nothing_but_breaks_is_left_out(text):
    copy = search_copy(text)
    kept = {copy.at(n) for n in range(len(copy.text))}
    left_out = {c for n, c in enumerate(text) if n not in kept}
    assert left_out <= set("-‐‑\u00ad¬ \t\r\n")


@given(texts)
def test_a_copy_of_the_copy_is_the_same(text):
    copy = search_copy(text, words_of(text))
    again = search_copy(copy.text, words_of(text))
    assert again.text == copy.text


def test_a_long_run_of_letters_takes_no_time_to_speak_of():
    text = "a" * 400_000
    assert search_copy(text).text == text
