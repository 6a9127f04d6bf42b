"""Whom the words of a name fit, and which names are people's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN, SPEAKERS

from qa.reading.fitting import Fit, fit_name, fit_turned, is_person, is_thinkable
from qa.reading.tokens import tokens


def fitting(name, role=""):
    fit = fit_name(tokens(name), tokens(role), KNOWN)
    return KNOWN.names(fit.fits), fit.near, fit.by_first


@pytest.mark.parametrize(
    ("name", "role", "names"),
    [
        ("Veld", "", ("Sanna Veld",)),
        ("Ash", "", ("Tobin Ash", "Lena Ash")),
        ("Ash", "Judge", ("Lena Ash",)),
        ("Ash", "the old Judge", ("Lena Ash",)),
        ("Ash", "Captain", ("Tobin Ash", "Lena Ash")),
        ("Veld", "Judge", ("Sanna Veld",)),
        ("van der Horst", "", ("Ilan van der Horst",)),
        ("der Horst", "", ("Ilan van der Horst",)),
        ("Veld MP", "", ("Sanna Veld",)),
        ("Veld PhD MP", "", ("Sanna Veld",)),
        ("MP", "", ()),
        ("Hale", "", ()),
        ("...", "", ()),
    ],
)
def test_a_name_fits_with_the_help_of_the_role_before_it(name, role, names):
    assert fitting(name, role) == (names, False, False)


def test_a_lone_first_name_is_marked_as_one():
    assert fitting("Sanna") == (("Sanna Veld",), False, True)


def test_a_typing_error_is_marked_as_one():
    assert fitting("Mirela Stankovic") == (("Mirela Stancovic",), True, False)


@pytest.mark.parametrize(
    ("text", "names", "stop"),
    [
        ("VELD, Sanna", ("Sanna Veld",), 2),
        ("VELD, Sanna said", ("Sanna Veld",), 2),
        ("VELD, Sanna's view", ("Sanna Veld",), 2),
        ("VELD, S. said", ("Sanna Veld",), 2),
        ("VELD, Dr Sanna said", ("Sanna Veld",), 3),
        ("VELD, Sanna Holm said", ("Sanna Veld",), 3),
        ("VELD, Sanna's Harbour", ("Sanna Veld",), 2),
        ("FINCH-VEX, Pia", ("Pia Finch-Vex",), 2),
        ("VAN DER HORST, Ilan", ("Ilan van der Horst",), 4),
        ("PELL, George H. W.", ("George H. W. Pell",), 4),
        ("Veld, Sanna", (), 0),
        ("VELD, said Sanna", (), 0),
        ("VELD. Sanna", (), 0),
        ("VELD Sanna", (), 0),
        ("VELD, MP", (), 0),
        ("VELD, Dr said", (), 0),
        ("VELD, Oda", (), 0),
        ("BERN, VELD", (), 0),
        ("VELD,", (), 0),
        ("VELD", (), 0),
    ],
)
def test_a_last_name_in_capitals_may_stand_before_a_comma_and_the_given_names(text, names, stop):
    end, fit = fit_turned(tokens(text), 0, KNOWN)
    assert (KNOWN.names(fit.fits), end, fit.near) == (names, stop, False)


def test_a_fit_of_nobody_is_none():
    assert not Fit(frozenset())
    assert Fit(frozenset({0}))


@pytest.mark.parametrize(
    ("name", "titled", "person"),
    [
        ("Ivo Hale", False, True),
        ("Hale", False, True),
        ("HALE", False, False),
        ("HALE", True, True),
        ("I. HALE", False, True),
        ("The Flood of 1912", False, False),
        ("harbour weekly", False, False),
        ("Lund Tramway Company", False, False),
        ("Canadians", False, False),
        ("Britons", False, True),
        ("France", False, False),
        ("Everyone", False, False),
        ("Она", False, True),
    ],
)
def test_bodies_places_groups_and_titles_are_no_people(name, titled, person):
    assert is_person(tokens(name), KNOWN, titled=titled) == person


@pytest.mark.parametrize(
    ("word", "thinkable"),
    [
        ("orlev", True),
        ("tolls", False),
        ("he", False),
        ("government", False),
        ("france", False),
        ("monday", False),
        ("ox", False),
        ("r2d2", False),
    ],
)
def test_a_small_word_may_be_a_name_if_it_can_be_nothing_else(word, thinkable):
    assert is_thinkable(tokens(word)[0], KNOWN) == thinkable


@given(st.sampled_from([n for n, s in enumerate(SPEAKERS) if s.name.isascii()]), st.data())
def test_a_full_name_fits_its_speaker_whatever_letters_stand_behind_it(position, data):
    behind = data.draw(st.lists(st.sampled_from(["MP", "PhD", "QC", "OBE"]), max_size=3))
    fit = fit_name(tokens(" ".join([SPEAKERS[position].name, *behind])), [], KNOWN)
    assert (fit.fits, fit.near) == (frozenset({position}), False)


@given(st.text(min_size=1, max_size=30), st.text(max_size=20))
def test_no_name_and_no_role_breaks_the_fitting(name, role):
    names, near, by_first = fitting(name, role)
    assert set(names) <= {speaker.name for speaker in SPEAKERS}
    assert not (near and by_first)


@given(st.lists(st.sampled_from("VELD Sanna S. Dr MP , . ' said".split()), max_size=12).map(" ".join))
def test_a_turned_name_ends_inside_the_text(text):
    words = tokens(text)
    for first in range(len(words)):
        end, fit = fit_turned(words, first, KNOWN)
        assert bool(fit) == (first < end <= len(words))
