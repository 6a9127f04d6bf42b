"""What holds of every address, whatever it says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import read_question
from qa.reading.address import find_address
from qa.reading.naming import find_namings
from qa.reading.tokens import tokens


def read(question):
    return read_question(question, KNOWN)


def address(text):
    words = tokens(text)
    return find_address(words, find_namings(text, words, KNOWN))


CALLS = st.sampled_from(
    [
        "{}, do you like {}?",
        "Do you, {}, like {}?",
        "You know {1}. {0}, is it yours?",
        "What is your view of {1}, {0}?",
        "It is said, {}, that you like {}.",
    ]
)


@given(
    CALLS,
    st.sampled_from([s for s in KNOWN.speakers if " " in s.name]),
    st.sampled_from(["tolls", "peat 'n' tar"]),
)
def test_every_speaker_can_be_called_by_the_full_name(template, speaker, topic):
    reading = read(template.format(speaker.name, topic))
    assert (reading.asked, reading.asked_as) == ((speaker.name,), speaker.name)
    assert speaker.name not in reading.topic
    assert topic in reading.topic


PIECES = st.sampled_from(
    "Minister Bern Sanna Veld Ash Jonas Hale , . ? - you your do is who where the and or [x] says 's how".split()
)


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_an_address_holds_names_and_their_places_and_is_never_sure_of_a_stranger(text):
    words, found = tokens(text), address(text)
    if found is not None:
        assert all(one.fits for one in found.asking.names) or not found.sure
        assert all(0 <= a < b <= len(words) for a, b in found.asking.removed)
        assert not any(words[one.last - 1].possessive for one in found.asking.names)
