from __future__ import annotations

import dataclasses
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text, document

from corpus import Aside, BlockKind, Citation, Document, Passage, Utterance, UtteranceKind
from corpus.model import passage_id, text_digest

PASSAGE = Passage("p", "d", 1, 1, "The quay.", 0, 9)


def spoken(*names):
    return dataclasses.replace(
        PASSAGE, utterances=tuple(Utterance(n, n + 1, UtteranceKind.DIRECT, name) for n, name in enumerate(names))
    )


@pytest.mark.parametrize("value", [PASSAGE, Utterance(0, 1, UtteranceKind.DIRECT), Aside(BlockKind.NOTE, 0, 1)])
def test_the_values_that_travel_cannot_be_changed(value):
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.start = 5


def test_the_values_that_travel_carry_no_dictionary():
    assert not hasattr(PASSAGE, "__dict__")


@pytest.mark.parametrize("kind", BlockKind)
def test_only_paragraphs_quotations_items_and_turns_answer(kind):
    assert kind.answers == (kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.TURN})


def test_an_utterance_is_unattributed_unless_somebody_says_otherwise():
    utterance = Utterance(0, 5, UtteranceKind.DIRECT)
    assert (utterance.speaker, utterance.role, utterance.confidence) == (None, None, 0.0)


def test_a_passages_speakers_come_once_each_in_order_and_without_the_unattributed():
    assert spoken("Oda Bern", None, "Jory Pell", "Oda Bern").speakers == ("Oda Bern", "Jory Pell")


def test_a_passage_in_which_nobody_speaks_has_no_speakers():
    assert PASSAGE.speakers == spoken(None).speakers == ()


def test_a_passages_digest_is_that_of_its_utf8_bytes():
    assert PASSAGE.sha256 == text_digest("The quay.") == hashlib.sha256(b"The quay.").hexdigest()


def test_a_lone_surrogate_can_be_digested():
    assert len(text_digest("\ud800")) == 64


@given(st.text(max_size=60), st.text(max_size=60))
def test_different_words_have_different_digests(one, two):
    assert (text_digest(one) == text_digest(two)) == (one == two)


def test_a_passages_id_is_twenty_hex_digits_made_of_its_content_and_place():
    found = passage_id("document", 3, "The quay.")
    assert len(found) == 20
    assert set(found) <= set("0123456789abcdef")
    others = [("document", 3, "The quay!"), ("document", 4, "The quay."), ("another", 3, "The quay.")]
    assert len({found, *(passage_id(*other) for other in others)}) == 4


@given(any_text)
def test_passage_ids_are_unique_and_the_same_at_every_reading(text):
    ids = [p.id for p in document(text).passages]
    assert len(set(ids)) == len(ids)
    assert ids == [p.id for p in document(text).passages]


def test_the_same_sentence_twice_is_two_passages():
    first, second = document("We sail.\n\nWe sail.").passages
    assert first.text == second.text
    assert first.id != second.id


def test_a_note_is_found_by_its_label_and_other_asides_are_not():
    text = "[i] Stone by Stone."
    asides = (Aside(BlockKind.CAPTION, 0, 3, "ii"), Aside(BlockKind.NOTE, 0, len(text), "i"))
    read = Document("d", text, Citation(), "here", "digest", (), asides)
    assert read.note("i") == text
    assert read.note("ii") is None
    assert read.note("") is None


def test_a_documents_title_is_the_one_its_record_states():
    assert document("The Long Quay\n\nIt rained all night.").title == "The Long Quay"
    assert document("It rained all night.").title is None
