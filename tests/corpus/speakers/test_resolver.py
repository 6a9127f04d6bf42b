from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.resolver import UNKNOWN, Resolver
from corpus.speakers.surroundings import NOBODY
from corpus.speakers.weights import Weights, shipped

#: Knows nothing, so that only what can be told for sure is.
BLANK = Weights({}, {}, {}, {}, {})


def who(text, printed, weights=BLANK):
    """Return whom the last chunk that is printed so means."""
    parsed = parse(text)
    chunk = [n for n in range(len(parsed.chunks)) if parsed.printed(n) == printed][-1]
    return Resolver([parsed], People([text]), weights).who(0, chunk, ())


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("Oda Bern came. Bern said no.", "Bern", "Oda Bern"),
        ("Governor Oda Bern came. Then the Governor said no.", "the Governor", "Oda Bern"),
        ("It was Oda Bern who said no.", "who", "Oda Bern"),
        ("It rained when Mrs. Mara Quell told the crew of Mr. Tam Pell, and she said no.", "she", "Mara Quell"),
        ("It rained when Mrs. Mara Quell told the crew of Mr. Tam Pell, and he said no.", "he", "Tam Pell"),
    ],
)
def test_a_mention_leads_to_the_full_name(text, printed, name):
    assert who(text, printed).name == name


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Oda Bern came. Then they said no.", "they"),
        ("Oda Bern came. Then officials said no.", "officials"),
        ("It rained when Mr. Tam Pell came, and she said no.", "she"),
        ("It rained in Lowmere, and she said no.", "she"),
        ("Governor Oda Bern came. Governor Mara Quell left. Then the Governor said no.", "the Governor"),
    ],
)
def test_nobody_is_guessed_where_several_or_none_can_be_meant(text, printed):
    assert who(text, printed, shipped()).name is None


@pytest.mark.parametrize("weights", [BLANK, shipped()])
def test_no_weights_make_a_pronoun_mean_the_other_gender(weights):
    assert who("Mr. Tam Pell told the crew so. It rained, and she said no.", "she", weights).name is None


def test_a_pronoun_tells_where_the_person_is_named():
    found = who("It rained when Mrs. Mara Quell came, and she said no.", "she")
    assert found.named_at == (0, 5)


def test_somebody_else_who_acts_between_makes_a_pronoun_less_sure():
    near = who("It rained when Mrs. Mara Quell came. Then she said no.", "she")
    far = who("It rained when Mrs. Mara Quell came. The judge sat down. Then she said no.", "she")
    assert far.probability < near.probability


def test_nobody_turns_on_no_item_and_what_is_no_prose_means_nobody():
    resolver = Resolver([None], People([]), BLANK)
    assert resolver.head(NOBODY) == -1
    assert resolver.who(0, 0, ()) == UNKNOWN


@given(any_text)
def test_whoever_is_meant_is_somebody_the_document_names(text):
    texts = text.split("\n")
    parsed = [parse(t) for t in texts]
    people = People(texts)
    resolver = Resolver(parsed, people, shipped())
    for p, paragraph in enumerate(parsed):
        for n in range(len(paragraph.chunks)):
            found = resolver.who(p, n, ())
            assert 0 <= found.probability <= 1
            assert found.name is None or any(word in text for word in found.name.split())
