"""Every part of a reading can be undone by its name, and the others stay."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_people import KNOWN

from qa.reading import Reading, read_question

#: One question that holds each part which a reading by itself can hold.
FULL = (
    "speaker:Veld since:2013 until:2016 source:weekly kind:direct -speaker:Ash -source:blog -kind:indirect "
    '-"iron gate" What did Veld tell Oda Bern in 2014 about "golden ring"?'
)
PARTS = (
    "speaker", "since", "until", "source", "kind", "not_speaker", "not_source", "not_kind", "phrases",
    "not_phrases", "asked", "mentioned", "period",
)  # fmt: skip
FIELDS = [field.name for field in dataclasses.fields(Reading)]


def read(question=FULL, ignore=(), previous=None):
    return read_question(question, KNOWN, ignore=ignore, previous=previous)


def differing(one, other):
    return {name for name in FIELDS if getattr(one, name) != getattr(other, name)}


@pytest.mark.parametrize("name", PARTS)
def test_the_part_is_there_and_empty_when_undone(name):
    assert getattr(read(), name)
    assert not getattr(read(ignore={name}), name)


@pytest.mark.parametrize(
    ("name", "also"),
    [(name, set()) for name in PARTS if name != "asked"] + [("asked", {"asked_as", "topic", "mentioned"})],
)
def test_only_what_hangs_on_it_goes_with_it(name, also):
    assert differing(read(), read(ignore={name})) == {name} | also


def test_a_question_for_who_is_undone_alone():
    question = "Who promised Veld a bridge?"
    assert differing(read(question), read(question, ignore={"who"})) == {"who"}


def test_whoever_was_asked_is_mentioned_when_that_is_undone():
    reading = read(ignore={"asked"})
    assert reading.mentioned == ("Sanna Veld", "Oda Bern")
    assert reading.topic == reading.words


@given(st.sets(st.sampled_from(PARTS)), st.sets(st.sampled_from(PARTS)))
def test_parts_are_undone_together_as_one_by_one(some, others):
    both = read(ignore=some | others)
    for name in some | others:
        assert not getattr(both, name)
    for name in set(PARTS) - some - others - {"mentioned"}:
        assert getattr(both, name) == getattr(read(), name)


@given(st.sets(st.text(max_size=12)))
def test_a_name_of_no_part_undoes_nothing(names):
    assert read(ignore=names - set(FIELDS)) == read()


@pytest.mark.parametrize(
    ("part", "question"),
    [("speaker", "speaker:Veld tolls"), ("since", "since:2014 tolls"), ("until", "tolls until:2014-08"),
     ("source", 'source:"the weekly" tolls'), ("kind", "kind:turn tolls"), ("not_kind", "-kind:turn tolls"),
     ("not_speaker", "-speaker:Veld tolls"), ("not_source", "tolls -source:a"), ("not_phrases", 'tolls -"a b"')],
)  # fmt: skip
def test_a_filter_that_is_undone_is_not_searched_as_a_word(part, question):
    assert read(question, ignore={part}) == Reading(topic="tolls", words="tolls")


def test_a_phrase_that_is_undone_is_still_searched_as_words():
    reading = read('tolls "golden ring"', ignore={"phrases"})
    assert (reading.phrases, reading.words) == ((), 'tolls "golden ring"')


def test_a_name_in_a_phrase_stays_unasked_when_the_phrase_is_undone():
    assert read('Who wrote "according to Veld"?', ignore={"phrases"}).asked == ()


@pytest.mark.parametrize("name", ["asked", "period"])
def test_what_was_undone_in_the_question_before_is_not_taken_over(name):
    first = read("What did Veld say about cranes in 2014?", ignore={name})
    reading = read("and in 2015?" if name == "asked" else "what about tolls?", previous=first)
    assert name not in reading.carried
    assert not (getattr(reading, name) if name == "asked" else reading.period)


def test_a_follow_up_that_is_undone_whole_stands_for_itself():
    first = read("What did Veld say about cranes in 2014?")
    assert read("and in 2015?", ignore={"carried"}, previous=first) == read("and in 2015?")
