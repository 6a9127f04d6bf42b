from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.formatted import Formatted, italic, listed, plain, sentences

pieces = st.lists(
    st.builds(lambda text, slanted: italic(text) if slanted else plain(text), st.text(max_size=8), st.booleans())
)


def test_italics_move_with_the_text_they_are_in():
    shown = plain("In ") + italic("A Book of Quays") + ", " + italic("2") + "(3)"
    assert shown.text == "In A Book of Quays, 2(3)"
    assert [shown.text[s:e] for s, e in shown.italics] == ["A Book of Quays", "2"]


def test_nothing_is_false_and_has_no_italics():
    assert not Formatted()
    assert italic("") == Formatted()


@pytest.mark.parametrize(
    ("text", "comma", "stop"),
    [
        ("Quay", "Quay,", "Quay."),
        ("Quay.", "Quay.,", "Quay."),
        ("Quay?", "Quay?,", "Quay?"),
        ("Quay…", "Quay…,", "Quay…"),
        ("Quay,", "Quay,", "Quay."),
        ("Quay;", "Quay,", "Quay."),
        ("“Quay”", "“Quay,”", "“Quay.”"),
        ("“Quay?”", "“Quay?,”", "“Quay?”"),
        ("“The ‘Quay’”", "“The ‘Quay,’”", "“The ‘Quay.’”"),
        ("(2019)", "(2019),", "(2019)."),
        ("", "", ""),
    ],
)
def test_a_mark_is_never_one_too_many_and_stands_inside_american_quotation_marks(text, comma, stop):
    assert (plain(text).ended(",").text, plain(text).ended(".").text) == (comma, stop)


@pytest.mark.parametrize(("text", "stop"), [("‘Quay’", "‘Quay’."), ("“Quay”", "“Quay”."), ("Quay?", "Quay?")])
def test_a_mark_stands_outside_british_quotation_marks(text, stop):
    assert plain(text).ended(".", inside=False).text == stop


def test_italics_shrink_with_what_is_taken_off():
    assert italic("Quay,").ended(".") == Formatted("Quay.", ((0, 4),))
    assert italic(",").ended(".") == Formatted("")


def test_what_is_empty_leaves_no_comma():
    assert listed(["Mara Quell", "", Formatted(), italic("Silt")]).text == "Mara Quell, Silt"
    assert listed([]) == Formatted()


def test_sentences_end_in_full_stops_unless_they_end_themselves():
    assert sentences(["Quell, M.", "Whose quay?", "", "Lock Press"]).text == "Quell, M. Whose quay? Lock Press."


@given(pieces)
def test_joining_keeps_every_letter_in_italics_that_was(parts):
    joined = listed(parts)
    slanted = "".join(joined.text[s:e] for s, e in joined.italics)
    assert all(0 <= s < e <= len(joined.text) for s, e in joined.italics)
    assert [c for c in slanted if c.isalnum()] == [c for p in parts if p.italics for c in p.text if c.isalnum()]
