"""What a reading says of the speakers once they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN, SPEAKERS

from qa.reading import Reading
from qa.reading.naming import Naming
from qa.reading.whose import mentioned, with_asked

VELD, BERN, TOBIN, LENA = range(4)


def naming(*fits, **more):
    return Naming(0, 1, "+".join(map(str, fits)), frozenset(fits), **more)


@pytest.mark.parametrize(
    ("names", "asked", "choices"),
    [
        ([naming(VELD)], ("Sanna Veld",), ()),
        ([naming(TOBIN, LENA)], ("Tobin Ash", "Lena Ash"), ("Tobin Ash", "Lena Ash")),
        ([naming(VELD), naming(BERN)], ("Sanna Veld", "Oda Bern"), ()),
        ([naming(VELD), naming(LENA, TOBIN)], ("Sanna Veld", "Tobin Ash", "Lena Ash"), ("Tobin Ash", "Lena Ash")),
        ([naming(VELD), naming()], ("Sanna Veld",), ()),
        ([naming(person=True)], (), ()),
    ],
)
def test_only_a_name_that_fits_several_leaves_a_choice(names, asked, choices):
    reading = with_asked(Reading(), names, KNOWN)
    assert (reading.asked, reading.choices) == (asked, choices)


def test_names_are_shown_as_they_were_printed():
    assert with_asked(Reading(), [naming(VELD), naming(BERN)], KNOWN).asked_as == "0 and 1"


@pytest.mark.parametrize("near", [False, True])
def test_a_typing_error_in_one_name_is_shown(near):
    assert with_asked(Reading(), [naming(VELD), naming(BERN, near=near)], KNOWN).misspelt == near


def test_whoever_is_asked_is_no_longer_only_mentioned():
    reading = Reading(mentioned=("Sanna Veld", "Oda Bern"))
    assert with_asked(reading, [naming(BERN)], KNOWN).mentioned == ("Sanna Veld",)


@pytest.mark.parametrize(
    "unsure", [naming(TOBIN, LENA), naming(VELD, weak=True), naming(VELD, near=True), naming(person=True)]
)
def test_nobody_is_mentioned_on_an_uncertain_name(unsure):
    assert mentioned([unsure, naming(BERN)], KNOWN) == ("Oda Bern",)


@given(
    st.lists(st.sets(st.integers(0, len(SPEAKERS) - 1), max_size=3).map(lambda fits: naming(*fits)), max_size=5)
)
def test_everybody_a_name_fits_is_asked_once_and_nobody_else(names):
    reading = with_asked(Reading(), names, KNOWN)
    assert sorted(reading.asked) == sorted(SPEAKERS[n].name for n in set().union(*(one.fits for one in names)))
    assert set(reading.choices) <= set(reading.asked)
