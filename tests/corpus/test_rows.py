from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import document

from corpus import Utterance, UtteranceKind
from corpus.model import Aside, BlockKind, Grounds, StatementDate
from corpus.rows import SliceError, aside_from, passage_from, passage_rows, utterance_from, utterance_rows

ONE = document("It rained. “The quay will hold,” Oda Bern said on July 23, 2013. Tam Pell said that it might.")

words = st.none() | st.text(max_size=12)
places = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
dates = st.builds(StatementDate, st.integers(0, 9), st.integers(0, 9), st.text(max_size=9), st.text(), st.text())
utterances = st.builds(
    Utterance, st.integers(0, 99), st.integers(0, 99), st.sampled_from(UtteranceKind), speaker=words,
    as_printed=words, role=words, cue=words, confidence=st.floats(0, 1), probably=words,
    said=st.none() | dates, grounds=st.none() | st.builds(Grounds, places, places, places, places),
)  # fmt: skip


def holding(*said):
    passage = dataclasses.replace(ONE.passages[0], utterances=said)
    return dataclasses.replace(ONE, passages=(passage,))


@given(st.lists(utterances, max_size=4))
def test_any_utterances_come_back_equal(said):
    assert [utterance_from(row[1:]) for row in utterance_rows(holding(*said))] == said


def test_an_utterances_row_begins_with_its_passage():
    assert {row[0] for row in utterance_rows(ONE)} == {ONE.passages[0].id}


def test_what_is_not_known_is_null_and_takes_no_room():
    (row,) = utterance_rows(holding(Utterance(0, 5, UtteranceKind.DIRECT)))
    assert [value for value in row[4:] if value is not None] == [0.0]


def test_an_utterance_read_by_a_version_without_grounds_comes_back_without():
    said = utterance_from([0, 5, "direct", "Oda Bern", "Bern", None, "said", 0.9, None, None, None])
    assert said == Utterance(0, 5, UtteranceKind.DIRECT, "Oda Bern", "Bern", None, "said", 0.9)


def test_names_of_every_script_are_stored_as_they_are():
    row = utterance_rows(
        holding(Utterance(0, 1, UtteranceKind.PART, said=StatementDate(0, 1, "1º 水", "a", "b")))
    )[0]
    assert json.loads(row[10])[2] == "1º 水"
    assert "水" in row[10]


def test_a_passage_comes_back_equal_with_its_utterances():
    rows = [row[1:] for row in utterance_rows(ONE)]
    assert [passage_from(row, ONE.text, rows) for row in passage_rows(ONE)] == list(ONE.passages)
    assert rows


def test_a_passage_that_is_not_the_text_it_was_is_refused():
    (row,) = passage_rows(ONE)
    with pytest.raises(SliceError, match=ONE.passages[0].id):
        passage_from(row, ONE.text.replace("quay", "tide"), [])


def test_an_aside_comes_back_with_its_kind():
    assert aside_from([3, 9, "note", "1"]) == Aside(BlockKind.NOTE, 3, 9, "1")
