from __future__ import annotations

import pytest
from citations import record

from corpus.citing.records.fields import TYPES
from corpus.citing.work import Kind, Work
from corpus.dates import PartialDate


def test_every_type_has_a_kind():
    kinds = {name: Work.of(record(type=name)).kind for name in TYPES}
    assert {name for name, kind in kinds.items() if kind is Kind.OTHER} == {
        "article", "broadcast", "document", "personal_communication",
    }  # fmt: skip


@pytest.mark.parametrize("genre", ["Press release", "press-release", "News Release", "media release"])
def test_a_press_release_is_one_by_its_genre_whatever_its_type(genre):
    assert Work.of(record(type="webpage", genre=genre)).kind is Kind.RELEASE


def test_a_genre_that_only_mentions_press_releases_makes_none():
    assert Work.of(record(genre="Study of press releases")).kind is Kind.OTHER


def test_a_type_that_is_unknown_is_a_document():
    assert Work.of(record(type="scroll")).kind is Work.of(record()).kind is Kind.OTHER


@pytest.mark.parametrize("doi", ["10.5555/silt", "doi:10.5555/silt", "https://dx.doi.org/10.5555/silt"])
def test_a_doi_is_an_address_however_it_is_given(doi):
    assert Work.of(record(DOI=doi, URL="https://quay.example")).link == "https://doi.org/10.5555/silt"


def test_without_a_doi_the_link_is_the_url():
    assert Work.of(record(URL="https://quay.example")).link == "https://quay.example"
    assert Work.of(record()).link == ""


def test_only_a_speech_or_interview_borrows_the_date_of_its_event():
    held = {"event-date": {"date-parts": [[2014]]}}
    assert Work.of(record(held, type="speech")).issued == PartialDate(2014)
    assert Work.of(record(held, type="book")).issued == ""
    printed = {"issued": {"date-parts": [[2016]]}}
    assert Work.of(record(held | printed, type="speech")).issued == PartialDate(2016)


def test_site_and_publisher_are_named_once_and_not_when_they_are_the_author():
    office = [{"literal": "Harbour Office"}]
    both = {"container-title": "Harbour Office", "publisher": "Lock Press"}
    assert Work.of(record(both)).sources == ["Harbour Office", "Lock Press"]
    assert Work.of(record(both, author=office)).sources == ["Lock Press"]
    assert Work.of(record({"container-title": "Tide", "publisher": "Tide"})).sources == ["Tide"]


def test_a_document_of_no_kind_is_part_of_its_container_if_it_has_one():
    assert Work.of(record({"container-title": "Tide"})).in_container
    assert not Work.of(record(publisher="Tide")).in_container
    assert not Work.of(record({"container-title": "Tide"}, type="webpage")).in_container
