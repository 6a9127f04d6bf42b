from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text, document, said

from corpus import UtteranceKind
from corpus.speakers.deciding import UNSHOWN, decide, decide_block
from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.resolver import Resolver
from corpus.speakers.weights import shipped

WORDS = "“The harbour stays open tonight, whatever the council may decide.”"


def decided(*texts):
    return list(decide([parse(text) for text in texts], People(texts), shipped()))


def test_two_mentions_of_one_person_speak_together():
    (one,) = decided(f"Oda Bern, the pilot, and no other: Bern said: {WORDS}")
    assert one.who.name == "Oda Bern"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Oda Bern came. Bern said: {WORDS}", "Oda Bern"),
        (f"The mayor said: {WORDS}", None),
        (f"Officials said: {WORDS}", None),
        (f"Oda Bern never said: {WORDS}", None),
    ],
)
def test_a_decision_names_one_person_or_nobody(text, name):
    (one,) = decided(text)
    assert one.who.name == name


def test_a_quotation_within_a_reported_clause_is_said_by_who_reports_it():
    both = decided("Mara Quell told the crew that “the quay of the north” would hold.")
    assert [d.found.kind for d in both] == [UtteranceKind.INDIRECT, UtteranceKind.PART]
    assert {d.who.name for d in both} == {"Mara Quell"}


def test_a_speaker_whom_nothing_shows_is_never_sure():
    (one,) = decided(f"Oda Bern looked up. {WORDS}")
    assert one.confidence <= UNSHOWN


def test_a_few_words_in_marks_that_nobody_claims_are_left_out():
    assert said("The “axis of patience” holds.") == []


def test_a_block_quotation_is_decided_by_the_paragraph_that_announces_it():
    texts = ["Oda Bern came to Lowmere.", "Bern wrote to the crews:"]
    paragraphs = [parse(t) for t in texts]
    resolver = Resolver(paragraphs, People(texts), shipped())
    one = decide_block(paragraphs, 1, "We keep the lamps lit.", resolver, shipped())
    assert (one.who.name, one.found.kind) == ("Oda Bern", UtteranceKind.BLOCK)


@given(any_text)
def test_decisions_come_in_order_and_are_probabilities(text):
    found = decided(*text.split("\n"))
    places = [(d.paragraph, d.found.start, -d.found.end) for d in found]
    assert places == sorted(places)
    assert all(0 <= p <= 1 for d in found for p in (d.raw, d.confidence, d.who.probability))


@given(any_text)
def test_nobody_is_decided_on_whom_the_document_does_not_name(text):
    read = document(text)
    printed = set(read.text.replace("’s", " ").split())
    names = {u.speaker or u.probably for p in read.passages for u in p.utterances} - {None}
    assert all(any(word.casefold() in other.casefold() for other in printed) for n in names for word in n.split())
