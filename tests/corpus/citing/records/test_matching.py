from __future__ import annotations

import pytest
from citations import record

from corpus.citing.records import Match, grounds, match_record

SILT = record(title="Silt & Sand", URL="https://www.quay.example/silt/", DOI="10.5555/SILT")
DOCUMENTS = {
    "doi": record(DOI="https://doi.org/10.5555/silt"),
    "url": record(URL="http://quay.example/silt#top"),
    "title": record(title="“Silt &  sand.”"),
    "other": record(title="Mud"),
}


@pytest.mark.parametrize(("left_out", "by"), [([], "DOI"), (["doi"], "URL"), (["doi", "url"], "title")])
def test_a_doi_tells_more_than_a_url_and_a_url_more_than_a_title(left_out, by):
    documents = {name: citation for name, citation in DOCUMENTS.items() if name not in left_out}
    assert match_record(SILT, documents) == Match(by.lower(), by)


def test_nothing_is_proposed_when_nothing_agrees():
    assert match_record(SILT, {"other": DOCUMENTS["other"]}) is None
    assert match_record(record(), {"empty": record()}) is None


def test_nothing_is_proposed_when_several_agree():
    assert match_record(SILT, {"a": DOCUMENTS["title"], "b": DOCUMENTS["title"]}) is None


def test_a_url_with_another_query_is_another_page():
    assert (
        match_record(record(URL="https://quay.example/?p=1"), {"d": record(URL="https://quay.example/?p=2")})
        is None
    )


def test_a_record_is_known_by_what_it_states_and_by_nothing_else():
    assert grounds(record(title="The Tide!", URL="https://www.quay.example/a/")) == {
        "URL": "quay.example/a", "title": "the tide",
    }  # fmt: skip
    assert grounds(record(publisher="Quay Press")) == {}
