from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.checking.quotation import read_quotation


def quoted(text):
    return [word.key for word in read_quotation(text).quoted]


def segments(text):
    return [[word.key for word in segment] for segment in read_quotation(text).segments]


@pytest.mark.parametrize(
    "dots", ["…", "...", "....", ". . .", "[...]", "[…]", "[. . .]", "(...)", "(…)", "……", "\xa0…\xa0"]
)
def test_every_kind_of_ellipsis_parts_a_quotation(dots):
    assert segments(f"the tide {dots} the boats") == [["the", "tide"], ["the", "boats"]]


@pytest.mark.parametrize("text", ["… the tide", "the tide …", "[...] the tide [...]", "…"])
def test_an_ellipsis_at_an_end_parts_nothing(text):
    assert len(segments(text)) <= 1
    assert not any(word.jump for word in read_quotation(text).words)


@pytest.mark.parametrize("text", ["the tide. The boats", "the tide.. the boats", "the U.S. tide"])
def test_fewer_than_three_points_are_no_ellipsis(text):
    assert len(segments(text)) == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the wall [sic] leans", ["the", "wall", "leans"]),
        ("[the old wall] leans", ["leans"]),
        ("the wall[12] leans", ["the", "wall", "leans"]),
        ("the wall[^3] leans", ["the", "wall", "leans"]),
        ("the wall¹² leans", ["the", "wall", "leans"]),
        ("the wall[sic] leans", ["the", "wall", "leans"]),
        ("[T]he wall leans", ["The", "wall", "leans"]),
        ("they promise[d] it", ["they", "promised", "it"]),
        ("in July [2014] they", ["in", "July", "they"]),
        ("the wall [leans", ["the", "wall", "leans"]),
        ("the wall] leans", ["the", "wall", "leans"]),
        ("the wall [,] leans", ["the", "wall", "leans"]),
    ],
)
def test_what_stands_in_brackets_is_the_quoters(text, kept):
    assert quoted(text) == kept


@pytest.mark.parametrize(
    ("text", "replaces"),
    [
        ("[the canal] leans", True),
        ("[sic] leans", False),
        ("[emphasis added] leans", False),
        ("[laughter] so", False),
    ],
)
def test_a_comment_in_brackets_stands_for_no_words_of_the_source(text, replaces):
    assert {word.replaces for word in read_quotation(text).words if word.inserted} == {replaces}


def test_each_bracket_has_a_number_of_its_own():
    assert [w.inserted for w in read_quotation("[the wall] leans [and falls]").words] == [1, 1, 0, 2, 2]


@pytest.mark.parametrize(
    ("text", "plain"), [("promise[d]", "promise"), ("boat[s]", "boat"), ("care[less]", "careless")]
)
def test_only_a_grammatical_ending_in_brackets_can_be_left_off(text, plain):
    assert read_quotation(text).words[0].plain == plain


@pytest.mark.parametrize("line", ["143", "- 143 -", "Page 143", "p. 143", "– 143 –", "  143  "])
def test_a_number_on_a_line_of_its_own_may_be_a_pages(line):
    words = read_quotation(f"the tide\n{line}\ntook the boats").words
    assert [(w.key, w.page) for w in words if w.optional] == [("143", True)]


@pytest.mark.parametrize(
    "text", ["the tide took\n143", "143\nboats", "the tide 143 boats", "the tide\n143 boats\nwent"]
)
def test_any_other_number_is_a_word_like_the_others(text):
    assert "143" in quoted(text)


def test_the_first_letter_is_free_at_the_beginning_behind_an_ellipsis_and_in_brackets():
    words = read_quotation("[sic] The tide … Took [A]ll of it").words
    assert [w.key for w in words if w.free] == ["The", "Took", "All"]


@pytest.mark.parametrize(
    "text", ["12] the wall leans", "[12] the wall leans", "the wall leans [12", "^3] the wall leans"]
)
def test_a_mark_cut_through_at_an_end_is_no_word(text):
    assert quoted(text) == ["the", "wall", "leans"]


@given(st.text(alphabet="ab .…[]()123\n-²\u00ad'", max_size=80))
def test_reading_any_text_keeps_words_in_their_places(text):
    found = read_quotation(text)
    assert found.text == text
    assert all(0 <= a.start < a.end <= len(text) for a in found.words)
    assert [w.start for w in found.words] == sorted({w.start for w in found.words})
    assert sum(map(len, found.segments)) == len(found.quoted)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "[a" * 5_000, "… " * 5_000, "\n" * 9_999, "a\n" * 5_000, "[1]" * 3_000]
)
def test_a_long_quotation_of_marks_is_read_in_no_time(text):
    import time

    began = time.process_time()
    read_quotation(text)
    assert time.process_time() - began < 5
