from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.bulk import quotes_of

FIELDS = "start end text speaker speaker_start speaker_end speaker_full named type confidence cue".split()


@pytest.mark.parametrize("text", ["", " \n\n\t", "\ufeff", "It rained."])
def test_a_text_in_which_nobody_speaks_has_no_rows(text):
    assert quotes_of(text) == []


def test_a_row_says_what_is_said_by_whom_and_where_that_is_printed():
    text = "It rained.\r\n\r\nOda Bern came. “The quay will hold,” Bern said."
    (row,) = quotes_of(text)
    assert list(row) == FIELDS
    assert text[row["start"] : row["end"]] == row["text"] == "“The quay will hold,”"
    assert text[row["speaker_start"] : row["speaker_end"]] == row["speaker"] == "Bern"
    assert (row["speaker_full"], row["named"], row["type"], row["cue"]) == ("Oda Bern", True, "direct", "said")


def test_words_that_are_nobodys_have_no_speaker_and_no_place():
    (row,) = quotes_of("Oda Bern never said: “The quay will hold all winter.”")
    assert [row[name] for name in ("speaker", "speaker_start", "speaker_end", "speaker_full")] == [None] * 4
    assert row["named"] is False


def test_words_quoted_within_a_reported_clause_are_a_part_of_it():
    clause, part = quotes_of("Oda Bern said that “the quay of the north” was open.")
    assert (clause["type"], part["type"]) == ("indirect", "part")
    assert clause["start"] <= part["start"] < part["end"] <= clause["end"]


def test_a_block_quotation_is_direct_speech():
    (row,) = quotes_of("Oda Bern wrote to the crews:\n\nWe keep the lamps lit.\n\nIt rained.")
    assert (row["type"], row["text"], row["speaker"]) == ("direct", "We keep the lamps lit.", "Oda Bern")


@given(any_text)
def test_every_offset_is_right_and_every_confidence_a_probability(text):
    for row in quotes_of(text):
        assert text[row["start"] : row["end"]] == row["text"] != ""
        assert 0 <= row["confidence"] <= 1
        assert not (row["named"] and row["speaker_full"] is None)
        if row["speaker_start"] is not None:
            assert " ".join(text[row["speaker_start"] : row["speaker_end"]].split()) == row["speaker"]
