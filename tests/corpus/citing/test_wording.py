from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.wording import (
    double_quoted,
    flat,
    is_range,
    ordinal,
    ranged,
    single_quoted,
    trimmed,
    without_stop,
)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("  The\n Long\tQuay ", "The Long Quay"),
        ("a \x00 b", "a b"),
        ("\x1b[2Jquay", "[2Jquay"),
        ("quay\u202eyauq", "quayyauq"),
        ("half \ud800 a letter", "half a letter"),
        ("a\u2028b\x85c", "a b c"),
        (2019, "2019"),
    ],
)
def test_words_stand_on_one_line_without_what_does_not_show(words, shown):
    assert flat(words) == shown


@given(st.text())
def test_flat_words_stay_as_they_are(text):
    assert flat(flat(text)) == flat(text)
    assert flat(text).encode().decode() == flat(text)


@pytest.mark.parametrize(
    ("words", "shown"), [("Lock Press,", "Lock Press"), ("Inc.;", "Inc."), ("Stop!", "Stop!")]
)
def test_a_last_comma_is_left_out(words, shown):
    assert trimmed(words) == shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The canal is open.", "The canal is open"),
        ("Made in the U.S.", "Made in the U.S."),
        ("A word from Lock Press Inc.", "A word from Lock Press Inc."),
        ("Plan B.", "Plan B."),
        ("And then...", "And then..."),
        ("Whose quay?", "Whose quay?"),
        ("", ""),
    ],
)
def test_a_title_loses_its_full_stop_but_an_abbreviation_keeps_its(title, shown):
    assert without_stop(title) == shown


@pytest.mark.parametrize(
    ("title", "double", "single"),
    [
        ("The Long Quay", "“The Long Quay”", "‘The Long Quay’"),
        ("The “Long” Quay", "“The ‘Long’ Quay”", "‘The “Long” Quay’"),
        ("The ‘Long’ Quay", "“The ‘Long’ Quay”", "‘The “Long” Quay’"),
        ('The "Long" Quay', "“The ‘Long’ Quay”", '‘The "Long" Quay’'),
        ("The crew’s quay", "“The crew’s quay”", "‘The crew’s quay’"),
        ("‘The crew’s quay’", "“‘The crew’s quay’”", "‘“The crew’s quay”’"),
        ("", "", ""),
    ],
)
def test_marks_inside_a_title_give_way_to_those_around_it(title, double, single):
    assert (double_quoted(title), single_quoted(title)) == (double, single)


@pytest.mark.parametrize(
    ("pages", "shown", "several"),
    [
        ("10-22", "10–22", True),
        ("10--22", "10–22", True),
        ("10 – 22", "10–22", True),
        ("xii", "xii", False),
        ("4, 7", "4, 7", True),
        ("A1", "A1", False),
        ("-", "-", False),
    ],
)
def test_a_range_of_pages_takes_an_en_dash(pages, shown, several):
    assert ranged(pages) == shown
    assert is_range(shown) is several


@pytest.mark.parametrize(
    ("edition", "shown"),
    [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("4", "4th"), ("11", "11th"), ("12", "12th"), ("113", "113th"),
     ("21", "21st"), ("Revised", "Revised"), ("²", "²"), ("", "")],
)  # fmt: skip
def test_an_editions_number_is_an_ordinal_and_its_words_are_themselves(edition, shown):
    assert ordinal(edition) == shown
