"""Where names and titles stand in a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading.naming import find_namings
from qa.reading.tokens import tokens


def namings(text):
    return find_namings(text, tokens(text), KNOWN)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("What did Sanna Veld say to Oda Bern?", ["Sanna Veld", "Oda Bern"]),
        ("What did Veld’s and Bern's boats carry?", ["Veld", "Bern"]),
        ("Did Bern speak? Veld did.", ["Bern", "Veld"]),
        ("What did Ilan van der Horst say?", ["Ilan van der Horst"]),
        ("What did van der Horst say?", ["van der Horst"]),
        ("What did George H. W. Pell say?", ["George H. W. Pell"]),
        ("What did Dr. Ruel Dain MP say?", ["Dr. Ruel Dain MP"]),
        ("What did the port director say?", ["the port director"]),
        ("What did the port director Sanna Veld say?", ["Sanna Veld"]),
        ("What did Governor of Lund Ivo Hale say?", ["Governor of Lund Ivo Hale"]),
        ("What did Ivo Hale, Jr. say?", ["Ivo Hale, Jr"]),
        ("What did Mr. Ivo Hale of North Quay say?", ["Mr. Ivo Hale of North Quay"]),
        ("What did Lund's Ivo Hale say?", ["Lund", "Ivo Hale"]),
        ("what did veld say to sanna veld", ["veld", "sanna veld"]),
        ("WHAT DID SANNA VELD SAY", ["SANNA VELD"]),
        ("what did the crane do", []),
        ("What Did The Crane Do?", []),
        ("", []),
    ],
)
def test_a_name_is_taken_whole(text, printed):
    assert [one.printed for one in namings(text)] == printed


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Did Ivo Hale sing?", True),
        ("Did Mr. HALE sing?", True),
        ("Did Evans sing?", True),
        ("Did HALE sing?", False),
        ("Did NATO sing?", False),
        ("Did Italians sing?", False),
        ("Did the Hale sing?", False),
        ("Did London sing?", False),
        ("Did North Quay Council sing?", False),
        ("Did Harbour Weekly sing?", False),
        ("Did President sing?", False),
        ("Did Minister of Tides sing?", False),
    ],
)
def test_the_shape_of_a_persons_name_is_told(text, person):
    (naming,) = namings(text)
    assert (naming.person, naming.fits) == (person, frozenset())


@pytest.mark.parametrize("text", ["What did Sanna say?", "what did veld say", "What did D say?"])
def test_a_weak_name_counts_only_where_words_are_asked_for(text):
    assert all(one.weak for one in namings(text) if one.fits)


@given(
    st.lists(st.sampled_from("Sanna Veld veld van der Horst of the port director Mr. H. 's and, Did 王 ?".split()))
)
def test_names_stand_in_order_and_never_overlap(words):
    text = " ".join(words)
    found = namings(text)
    at = 0
    for one in found:
        assert at <= one.first < one.last <= len(tokens(text))
        assert one.printed in text
        at = one.last
