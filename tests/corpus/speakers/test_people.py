from __future__ import annotations

import pytest

from corpus.speakers.names import mentions
from corpus.speakers.people import People


def who(text, words):
    """Return who ``words`` name in a document of ``text``."""
    (mention,) = mentions(words)
    return People([text]).name(mention)


def test_a_last_name_is_the_one_person_who_bears_it():
    assert who("Oda Bern spoke.", "Bern") == "Oda Bern"


def test_a_last_name_that_two_people_bear_stays_as_printed():
    assert who("Tam Relland met Mara Relland.", "Relland") == "Relland"


def test_similar_last_names_are_never_mixed_up():
    assert who("Tam Relland met Mara Rellan.", "Rellan") == "Mara Rellan"
    assert who("Tam Relland met Mara Rell.", "Relland") == "Tam Relland"


def test_the_longest_form_of_one_name_is_the_full_name():
    assert who("Oda Bern spoke. Oda Mara Bern left.", "Bern") == "Oda Mara Bern"


def test_two_forms_that_do_not_fit_into_each_other_leave_the_name_open():
    assert who("Oda Jane Bern met Oda Mara Bern.", "Bern") == "Bern"


def test_a_first_and_last_name_decide_between_namesakes():
    assert who("Oda Jane Bern met Mara Bern.", "Oda Bern") == "Oda Jane Bern"


def test_a_name_the_document_never_gives_in_full_stays_as_printed():
    assert who("It rained.", "Bern") == "Bern"


@pytest.mark.parametrize(
    ("full", "printed"), [("Oda van der Bern", "Van der Bern"), ("Oda Bérn", "BÉRN"), ("José Bern", "Jose Bern")]
)
def test_case_and_accents_part_nobody_from_their_name(full, printed):
    assert who(f"then {full} spoke.", printed) == full


def test_a_title_is_the_one_person_who_is_given_it():
    assert who("Governor Oda Bern spoke.", "the Governor") == "Oda Bern"


def test_a_title_two_people_are_given_is_nobodys():
    assert who("Governor Oda Bern met Governor Tam Pell.", "the Governor") is None


def test_a_title_nobody_is_given_is_nobodys():
    assert who("Oda Bern spoke.", "the Governor") is None


def test_part_of_a_longer_title_stands_for_its_holder():
    assert who("Harbour Governor Oda Bern spoke.", "the Governor") == "Oda Bern"


def test_a_part_that_two_longer_titles_share_is_nobodys():
    text = "Harbour Governor Oda Bern met Prison Governor Tam Pell."
    assert who(text, "the Governor") is None
    assert who(text, "the Harbour Governor") == "Oda Bern"


def test_a_title_with_a_last_name_leads_to_its_full_name_elsewhere():
    assert who("Oda Bern came. Governor Bern spoke.", "the Governor") == "Oda Bern"


def test_a_body_lends_nobody_a_last_name():
    assert who("The Lowmere Council met.", "Council") == "Council"


def test_a_title_alone_is_the_person_whose_last_name_it_is():
    assert People(["Stephen King came."]).bearer("King") == "Stephen King"


@pytest.mark.parametrize(
    "text", ["King Edmund Vale met Stephen King.", "Stephen King met Tabitha King.", "It rained."]
)
def test_a_title_that_may_be_anothers_is_nobodys_name(text):
    assert People([text]).bearer("King") is None
