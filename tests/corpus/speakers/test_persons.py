from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.persons import name_in, read_persons, role_word


def persons(*texts):
    return read_persons([parse(text) for text in texts], People(texts))


def test_people_come_by_full_name_in_order_of_appearance():
    assert list(persons("The pilot Mara Quell met Oda Bern there.", "Then Bern left and Quell stayed.")) == [
        "Mara Quell", "Oda Bern",
    ]  # fmt: skip


def test_every_place_at_which_somebody_is_named_is_kept():
    seen = persons("Oda Bern said no. Later Bern left.", "It rained on Bern.")["Oda Bern"].seen
    assert [(s.paragraph, s.sentence, s.opens) for s in seen] == [(0, 0, True), (0, 1, False), (1, 0, False)]


def test_who_has_a_verb_of_speech_is_tied_to_it():
    assert [s.tied for s in persons("Oda Bern said no. Later Bern left.")["Oda Bern"].seen] == [True, False]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It rained when Governor Oda Bern left.", "Oda Bern", "governor"),
        ("It rained when Sen. Oda Bern left.", "Oda Bern", "senator"),
        ("Oda Bern, the pilot, left.", "Oda Bern", "pilot"),
    ],
)
def test_a_role_printed_beside_a_name_belongs_to_the_person(text, name, role):
    assert role in persons(text)[name].roles


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("It rained when Mrs. Anselm Dray left.", "f"),
        ("It rained when Mr. Oda Bern left.", "m"),
        ("It rained when the spokeswoman Oda Bern left.", "f"),
        ("It rained when Oda Bern left.", ""),
    ],
)
def test_a_title_shows_a_gender_and_nothing_else_is_guessed(text, gender):
    (person,) = persons(text).values()
    assert person.gender == gender


@pytest.mark.parametrize(
    ("text", "name", "likely"),
    [
        ("Oda Bern said no.", "Oda Bern", True),
        ("It rained in Lowmere and in Saltby.", "Lowmere", False),
        ("It rained over London then.", "London", False),
    ],
)
def test_who_speaks_is_likely_a_person_and_where_it_rains_is_none(text, name, likely):
    assert persons(text)[name].likely is likely


def test_a_headline_names_nobody():
    assert persons("Oda Bern Sees No End to the Long Storm") == {}


def test_what_is_no_prose_names_nobody():
    assert read_persons([None], People([])) == {}


@pytest.mark.parametrize(("abbreviated", "full"), [("sen.", "senator"), ("gov", "governor"), ("pilot", "pilot")])
def test_a_role_has_one_form_however_it_is_abbreviated(abbreviated, full):
    assert role_word(abbreviated) == full


@given(any_text)
def test_a_chunks_name_stands_where_it_is_said_to(text):
    parsed = parse(text)
    for chunk in parsed.chunks:
        if (named := name_in(parsed, chunk)) is not None:
            mention, start = named
            printed = text[start + mention.start : start + mention.end]
            assert printed.split() == mention.printed.split()


@given(any_text)
def test_everybody_is_seen_in_reading_order(text):
    for person in persons(*text.split("\n")).values():
        assert person.seen
        assert [s[:2] for s in person.seen] == sorted({s[:2] for s in person.seen})


@pytest.mark.parametrize("words", ["one Republican", "a German", "another Supreme Court", "some Democrat"])
def test_one_of_a_kind_is_no_person(words):
    assert persons(f"It rained when {words} said no.") == {}


@pytest.mark.parametrize("words", ["a defiant Bern", "the Bern"])
def test_a_name_with_an_adjective_is_still_the_person(words):
    assert len(persons(f"Oda Bern came. It rained when {words} said no.")["Oda Bern"].seen) == 2


def acted(text):
    """Return of each naming whether the person is a subject there."""
    return [s.acts for s in persons(text)["Oda Bern"].seen]


@pytest.mark.parametrize(
    "text",
    [
        "Oda Bern walked out.",
        "Oda Bern has left.",
        "Oda Bern, the pilot of the boat, has left.",
        "Oda Bern also asked.",
    ],
)
def test_who_has_a_verb_of_any_kind_acts(text):
    assert acted(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "It rained on Oda Bern.",
        "The crew of Oda Bern has left.",
        "Oda Bern’s crew has left.",
        "They left Oda Bern.",
        "Oda Bern, the pilot.",
    ],
)
def test_who_is_governed_or_has_no_verb_does_not_act(text):
    assert acted(text) == [False]


def test_whose_name_is_what_is_said_is_not_its_subject():
    assert [s.tied for s in persons("Asked who would go, he said Oda Bern.")["Oda Bern"].seen] == [False]
    assert [s.tied for s in persons("It rained, said Oda Bern.")["Oda Bern"].seen] == [True]
