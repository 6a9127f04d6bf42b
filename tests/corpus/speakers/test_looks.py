from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.parsed import parse


def looks(text, printed):
    """Return the features of the chunk that is printed so."""
    parsed = parse(text)
    n = next(n for n in range(len(parsed.chunks)) if parsed.printed(n) == printed)
    make, about = parsed.looks[n]
    return make(*about)


@pytest.mark.parametrize(
    ("text", "printed", "feature"),
    [
        ("She left.", "She", "pro=she"),
        ("Many officials left.", "Many officials", "plural=True"),
        ("It rained on Oda Bern.", "Oda Bern", "before=on"),
        ("It rained when Oda Bern left.", "Oda Bern", "before=w"),
        ("Oda Bern left.", "Oda Bern", "opens=True"),
        ("Oda Bern’s crew left.", "Oda Bern", "poss=True"),
        ("Then the nurse left.", "the nurse", "long=1"),
    ],
)
def test_form_and_place_show_in_how_a_chunk_looks(text, printed, feature):
    assert feature in looks(text, printed)


def test_a_name_set_off_behind_another_chunk_looks_apposed():
    assert "role=FalseFalseTrueTrue" in looks("Then the nurse, Oda Bern, left.", "Oda Bern")
    assert "role=FalseFalseFalseFalse" in looks("Then Oda Bern left.", "Oda Bern")


@given(any_text)
def test_every_chunk_looks_like_something_and_twice_the_same(text):
    parsed = parse(text)
    for make, about in parsed.looks:
        assert make(*about) == make(*about) != []
        assert isinstance(hash((make, about)), int)
