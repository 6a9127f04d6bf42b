from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import NOWHERE, refusal

from corpus import limits
from corpus.errors import SourceFormatError
from corpus.readers.speech_values import At

AT = At(NOWHERE / "quay.json")
KEYS = ("text", "start", "end", "speaker")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (0, 0.0),
        (7, 7.0),
        (7.25, 7.25),
        ("7", 7.0),
        ("7.5", 7.5),
        ("7.5s", 7.5),
        ("1.59999999999999", 1.59999999999999),
    ],
)
def test_a_time_is_seconds_however_it_is_written(value, seconds):
    assert AT.seconds(value, "word 1") == seconds


def test_a_time_in_another_unit_is_seconds_too():
    assert AT.seconds(1500, "word 1", 0.001) == 1.5


@pytest.mark.parametrize(
    "value", [None, "", "soon", "-1", -1, True, [], {}, "1:15", float("nan"), float("inf"), 1e9]
)
def test_what_is_no_time_is_refused_with_its_place(value):
    with pytest.raises(SourceFormatError, match="word 1 at the time"):
        AT.seconds(value, "word 1")


def test_the_latest_time_is_the_same_in_every_unit():
    last = limits.MAX_TIME_S - 1
    assert AT.seconds(last, "word 1") == AT.seconds(last * 1000, "word 1", 0.001) == last
    assert refusal(AT.seconds, limits.MAX_TIME_S, "word 1") is not None
    assert refusal(AT.seconds, limits.MAX_TIME_S * 1000, "word 1", 0.001) is not None


@pytest.mark.parametrize(("value", "words"), [(" It\n rained. ", "It rained."), ("", ""), ("水門", "水門")])
def test_words_come_on_one_line(value, words):
    assert AT.words(value, "word 1") == words


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "missing"), (7, "a number"), ([], "a list"), ({}, "an object"), (True, "true or false")],
)
def test_what_is_no_text_is_refused_by_what_it_is(value, shown):
    with pytest.raises(SourceFormatError, match=f"word 1 whose words are {shown}; expected text"):
        AT.words(value, "word 1")


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (None, None),
        ("", None),
        (" ", None),
        (0, "0"),
        (2, "2"),
        (" Oda  Bern ", "Oda Bern"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_speaker_is_kept_as_it_is_written(value, label):
    assert AT.label(value, "word 1") == label


@pytest.mark.parametrize("value", [[], {}, True, 1.5])
def test_what_is_no_speaker_is_refused(value):
    with pytest.raises(SourceFormatError, match="word 1 whose speaker is"):
        AT.label(value, "word 1")


@pytest.mark.parametrize("value", [None, {}, "a", [1], [{}, []]])
def test_what_is_no_list_of_objects_is_refused(value):
    with pytest.raises(SourceFormatError, match=r"has segments that are .*; expected a list of objects"):
        AT.items(value, "segments")


def test_a_piece_is_read_from_its_keys():
    piece = AT.piece({"text": " It rained.", "start": 1, "end": "2.5", "speaker": 0}, KEYS, "segment 1")
    assert (piece.words, piece.start, piece.end, piece.label) == ("It rained.", 1.0, 2.5, "0")


@pytest.mark.parametrize("end", [None, 0.5, 1])
def test_a_piece_never_ends_before_it_begins(end):
    assert AT.piece({"text": "It", "start": 1, "end": end}, KEYS, "segment 1").end == 1.0


@given(
    st.dictionaries(
        st.sampled_from(KEYS), st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.lists(st.none()))
    )
)
def test_any_values_are_a_piece_in_bounds_or_a_refusal(item):
    try:
        piece = AT.piece(item, KEYS, "segment 1")
    except SourceFormatError:
        return
    assert 0 <= piece.start <= piece.end < limits.MAX_TIME_S
    assert piece.label is None or 0 < len(piece.label) <= limits.MAX_FILTER_CHARS
