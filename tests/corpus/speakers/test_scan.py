from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.marks import quotations
from corpus.speakers.scan import QUOTE, Scan


def scan(text):
    return Scan(text, list(quotations(text, single=False)))


def test_a_folded_quotation_is_one_item():
    assert scan("“It rained. It poured,” said Bern.").words == [QUOTE, "said", "Bern", "."]


def test_an_item_tells_which_quotation_it_stands_for():
    found = scan("“No,” said Bern. “Never.”")
    assert found.items_of == [0, 4]
    assert [found.folded[i] for i in found.items_of] == [0, 1]
    assert found.folded.count(-1) == len(found.words) - 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mr. Pell left.", "Mr."),
        ("Oda B. Quell left.", "B."),
        ("Oda Bern (D-Mo.) left.", "D-Mo."),
        ("The U.S. pilot left.", "U.S."),
        ("It sank at 5 p.m. today.", "p.m."),
        ("It fell 1,200.5 feet.", "1,200.5"),
        ("A well-known quay.", "well-known"),
        ("Bern’s boat.", "’s"),
        ("He can’t go.", "n’t"),
    ],
)
def test_what_belongs_together_is_one_item(text, word):
    assert word in scan(text).words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It poured.", 2),
        ("Did it rain? It did!", 2),
        ("Oda Bern (D-Mo.) said it rained.", 1),
        ("Mr. Pell and Oda B. Quell met.", 1),
        ("It sank at 5 p.m. today.", 1),
        ("It rose (it fell.) and sank.", 1),
        ("“It rained,” Bern said.", 1),
        ("“It rained?” Bern asked.", 1),
        ("“It rained.” Bern left.", 2),
        ("“It rained.” “It poured.”", 2),
        ("Bern called it “a flood. A real one” today.", 1),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_one_ends(text, count):
    assert scan(text).sentences[-1] + 1 == count


def test_a_text_without_words_has_no_items():
    assert scan(" \n ").words == []


@given(any_text)
def test_items_are_slices_of_the_paragraph_in_order(text):
    found = scan(text)
    for word, start, end, folded in zip(found.words, found.starts, found.ends, found.folded, strict=True):
        assert start < end
        assert text[start:end] == word or (word == QUOTE and folded >= 0)
    assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))


@given(any_text)
def test_sentences_are_numbered_from_nought_without_a_gap(text):
    numbers = scan(text).sentences
    assert numbers[:1] in ([], [0])
    assert all(after - before in {0, 1} for before, after in pairwise(numbers))


@given(any_text)
def test_every_quotation_has_its_item(text):
    found = scan(text)
    assert [(found.starts[i], found.ends[i]) for i in found.items_of] == [(q.start, q.end) for q in found.quotes]
