from __future__ import annotations

import re

import pytest
from citations import hostile, record, records
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.records.keys import keyed

QUELL = [{"family": "Quell", "given": "Mara"}]


def stem(citation):
    return next(iter(keyed({"d": citation}))).rpartition("-")[0]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"author": QUELL, "title": "The long quay", "issued": {"date-parts": [[2019]]}}, "quell2019long"),
        ({"author": [{"literal": "Harbour Office"}], "title": "Silt"}, "harbourofficesilt"),
        ({"author": QUELL, "issued": {"literal": "c. 1890"}}, "quell1890"),
        ({"author": [{"family": "Čapka"}], "title": "Éclat"}, "capkaeclat"),
        ({"author": [{"literal": "水門"}], "title": "“The” 10% quay"}, "10"),
        ({}, "document"),
        ({"title": "水門"}, "document"),
    ],
)
def test_a_key_is_name_year_and_first_word_that_tells(values, shown):
    assert stem(record(values)) == shown


def test_records_that_are_alike_have_keys_of_their_own():
    twin = record(title="Silt", author=QUELL)
    assert len(keyed({str(n): twin for n in range(200)})) == 200


def test_a_key_does_not_change_with_what_is_exported_beside_it():
    silt = record(title="Silt", author=QUELL)
    alone = next(iter(keyed({"d": silt})))
    assert list(keyed({"a": silt, "b": silt, "d": silt}))[2] == alone


def test_ids_that_begin_alike_in_their_digest_still_differ(monkeypatch):
    class SameStart:
        def __init__(self, data):
            self.data = data

        def hexdigest(self):
            return "abcdef" + self.data.hex()

    monkeypatch.setattr("corpus.citing.records.keys.hashlib.sha256", SameStart)
    assert list(keyed({"a": record(title="Silt"), "b": record(title="Silt")})) == ["silt-abcdef", "silt-abcdef6"]


@given(st.dictionaries(hostile, records(hostile), max_size=3))
def test_keys_are_fit_for_every_tool(citations):
    keys = list(keyed(citations))
    assert len(set(keys)) == len(citations)
    assert all(re.fullmatch(r"[a-z0-9]+-[0-9a-f]+", key) for key in keys)
