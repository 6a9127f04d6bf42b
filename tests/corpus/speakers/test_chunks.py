from __future__ import annotations

import time

import pytest
from hypothesis import given
from texts import any_text

from corpus import limits
from corpus.speakers.chunks import Form
from corpus.speakers.parsed import parse


def found(text):
    parsed = parse(text)
    return [parsed.printed(n) for n in range(len(parsed.chunks))]


def chunk(text, printed):
    parsed = parse(text)
    return parsed.chunks[found(text).index(printed)]


@pytest.mark.parametrize(
    ("text", "printed", "form"),
    [
        ("Oda Bern left.", "Oda Bern", Form.NAME),
        ("Then Governor Oda Bern left.", "Governor Oda Bern", Form.NAME),
        ("Anselm van der Dray left.", "Anselm van der Dray", Form.NAME),
        ("Sen. Oda Bern (D-Mo.) left.", "Sen. Oda Bern", Form.NAME),
        ("Tam Pell Jr. left.", "Tam Pell Jr.", Form.NAME),
        ("She left.", "She", Form.PRONOUN),
        ("Later the governor left.", "the governor", Form.TITLE),
        ("Many officials left.", "Many officials", Form.NOUN),
        ("It hurt her letter.", "her", Form.PRONOUN),
    ],
)
def test_whoever_could_speak_is_a_chunk_of_its_form(text, printed, form):
    assert chunk(text, printed).form is form


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Henry reports that it rained.", "Henry"),
        ("Oda Bern walked home.", "Oda Bern"),
        ("Kelly said it rained.", "Kelly"),
        ("In Leeds Mark Poe said no.", "Mark Poe"),
        ("The refugees Quell will accept left.", "Quell"),
        ("Asked again, Oda Bern left.", "Oda Bern"),
        ("On Monday Oda Bern left.", "Oda Bern"),
    ],
)
def test_a_name_ends_where_its_verb_and_begins_where_its_first_name_does(text, printed):
    assert printed in found(text)


@pytest.mark.parametrize(
    ("text", "word"), [("Asked again, Bern left.", "Asked"), ("It sank on Monday.", "Monday")]
)
def test_what_nobody_is_called_is_no_chunk(text, word):
    assert word not in found(text)


def test_a_phrase_behind_a_noun_hangs_on_it():
    assert "a spokesman for the mayor of Lowmere" in found("Then a spokesman for the mayor of Lowmere left.")


def test_two_people_joined_are_also_one_chunk():
    assert {"Oda Bern", "Mara Quell", "Oda Bern and Mara Quell"} <= set(found("Oda Bern and Mara Quell left."))


def test_an_owner_says_that_it_owns():
    assert chunk("It was Bern’s.", "Bern").possessive
    assert not chunk("It was Bern.", "Bern").possessive


@given(any_text)
def test_a_chunk_turns_on_one_of_its_own_items_and_holds_no_quotation(text):
    parsed = parse(text)
    for one in parsed.chunks:
        assert 0 <= one.first <= one.head <= one.last < len(parsed.scan.words)
        assert all(parsed.scan.folded[k] < 0 for k in range(one.first, one.last + 1))


@given(any_text)
def test_what_a_chunk_prints_is_a_slice_of_the_paragraph(text):
    parsed = parse(text)
    for n, one in enumerate(parsed.chunks):
        start, end = parsed.span(n)
        assert text[start:end] == parsed.printed(n) != ""
        assert (start, end) == (parsed.scan.starts[one.first], parsed.scan.ends[one.last])


@pytest.mark.parametrize("text", ["Sen. Oda Bern (D) left.", "Oda Bern (R) and Tam Pell (D) left."])
def test_a_party_in_brackets_is_nobody(text):
    assert not {"D", "R"} & set(found(text))


@pytest.mark.parametrize(
    "phrase", ["In the end", "On the quay", "After a long night", "During the storm", "For the last time"]
)
def test_a_phrase_that_opens_the_sentence_is_no_part_of_the_name_behind_it(phrase):
    assert "Oda Bern" in found(f"{phrase} Oda Bern said no.")
    assert not any(
        words.endswith("Oda Bern") and words != "Oda Bern" for words in found(f"{phrase} Oda Bern left.")
    )


@pytest.mark.parametrize("words", ["the nurse Oda Bern", "the Governor Oda Bern", "the actress Oda Bern"])
def test_what_somebody_is_stays_with_the_name_behind_a_preposition(words):
    assert words in found(f"After {words} left it rained.")


@pytest.mark.parametrize("again", ["1-", "word ", "A ", "the word ", "Oda word ", "“1-1” "])
def test_a_line_without_a_stop_takes_no_longer_than_its_length(again):
    text = (again * 6_000)[: limits.MAX_PASSAGE_CHARS].strip()
    began = time.process_time()
    assert parse(text).chunks is not None
    assert time.process_time() - began < 2
