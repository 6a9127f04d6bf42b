"""Floors for joining spellings of one name, bound to the labelled pairs they were measured on."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from name_pairs import DATA, outcome, read_pairs

#: (file, beginning of its SHA-256, least merged of the same, least merged or proposed, most wrong proposals)
FLOORS = [
    ("pairs.tsv", "ecddaf0e3e37b398", 94, 126, 8),
    ("pairs-fresh.tsv", "a5ccbbb803f6be2f", 25, 52, 7),
]


def counted(name):
    return Counter((label, outcome(one, other)) for label, one, other in read_pairs(name))


@pytest.mark.parametrize(("name", "digest", "merged", "found", "wrong"), FLOORS, ids=[f[0] for f in FLOORS])
def test_spellings_are_joined_as_often_as_before(name, digest, merged, found, wrong):
    data = (DATA / name).read_bytes()
    assert hashlib.sha256(data).hexdigest().startswith(digest), "other pairs: measure anew, then set the floor"
    counts = counted(name)
    assert counts["same", "merged"] >= merged
    assert counts["same", "merged"] + counts["same", "proposed"] >= found
    assert counts["different", "proposed"] <= wrong


@pytest.mark.parametrize("name", [f[0] for f in FLOORS])
def test_two_speakers_are_never_merged(name):
    wrong = [pair for pair in read_pairs(name) if pair[0] != "same" and outcome(*pair[1:]) == "merged"]
    assert wrong == []


def test_every_disguise_is_flagged_and_what_only_a_user_can_say_is_not_guessed():
    counts = counted("pairs.tsv")
    assert {how for label, how in counts if label == "flagged"} == {"flagged"}
    assert {how for label, how in counts if label == "given"} == {"apart"}


def test_there_are_enough_pairs_to_tell():
    assert sum(len(read_pairs(name)) for name, *_ in FLOORS) >= 120
