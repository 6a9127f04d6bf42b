from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.parsed import parse


@pytest.mark.parametrize(
    ("text", "bare"), [("“No.” “Never.”", True), ("“No” …", True), ("“No,” she said.", False), ("No.", False)]
)
def test_a_paragraph_of_nothing_but_quotations_is_bare(text, bare):
    assert parse(text).bare is bare


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Governor Sees No End to the Long Storm", True),
        ("The governor sees no end to the long storm.", False),
        ("Oda Bern left.", False),
        ("", False),
    ],
)
def test_capitals_throughout_make_a_headline(text, headline):
    assert parse(text).headline is headline


@pytest.mark.parametrize(("single", "count"), [(True, 1), (False, 0)])
def test_single_marks_count_where_the_document_quotes_in_them(single, count):
    assert len(parse("‘It rained,’ said Bern.", single=single).scan.quotes) == count


def test_a_sentence_is_found_by_the_items_in_it():
    parsed = parse("It rained. Oda Bern left. It poured.")
    start, end = parsed.sentence([parsed.scan.words.index("Bern")])
    assert parsed.scan.text[start:end] == "Oda Bern left."


def test_there_is_a_ruling_for_each_quotation():
    assert len(parse("“No,” said Bern. “Never.”").rulings) == 2
    assert parse("It rained.").rulings == []


@given(any_text)
def test_every_frame_is_found_by_its_chunk_and_by_its_cue(text):
    parsed = parse(text)
    for table in (parsed.by_chunk, parsed.by_cue):
        assert sorted(f for ties in table.values() for f in ties) == sorted(parsed.frames)


@given(any_text)
def test_the_sentence_of_an_item_holds_it(text):
    parsed = parse(text)
    for item in range(len(parsed.scan.words)):
        start, end = parsed.sentence([item])
        assert start <= parsed.scan.starts[item] < parsed.scan.ends[item] <= end
