from __future__ import annotations

import pytest
from texts import document

from corpus.model import UtteranceKind

LAMPS = "> We keep the lamps lit, as we were taught to do."
TIDE = "> The tide decides what we may do and when."


def blocks(text):
    """Return (speaker, words of the passage) of every block quotation."""
    return [
        (u.speaker or u.probably, p.text)
        for p in document(text).passages
        for u in p.utterances
        if u.kind is UtteranceKind.BLOCK
    ]


@pytest.mark.parametrize(
    ("herald", "speaker"),
    [
        ("Oda Bern wrote to the crews:", "Oda Bern"),
        ("The council wrote to the crews:", None),
        ("It rained all night.", None),
    ],
)
def test_a_block_quotation_is_whose_its_announcement_says(herald, speaker):
    assert blocks(f"{herald}\n\n{LAMPS}\n\nIt rained.") == [(speaker, LAMPS)]


def test_all_paragraphs_of_a_block_quotation_are_announced_together():
    assert [who for who, _ in blocks(f"Oda Bern wrote to the crews:\n\n{LAMPS}\n\n{TIDE}")] == ["Oda Bern"] * 2


def test_a_paragraph_between_two_block_quotations_ends_the_first_ones_announcement():
    text = f"Oda Bern wrote to the crews:\n\n{LAMPS}\n\nIt rained all night.\n\n{TIDE}"
    assert [who for who, _ in blocks(text)] == ["Oda Bern", None]


def test_a_block_quotation_has_one_utterance_which_is_all_of_it():
    text = f"Oda Bern wrote to the crews:\n\n{LAMPS} “No,” said Tam Pell."
    passage = document(text).passages[1]
    assert [(u.kind, u.start, u.end) for u in passage.utterances] == [(UtteranceKind.BLOCK, 0, len(passage.text))]


def test_an_announcement_may_quote_as_well():
    text = f"Oda Bern said, “It rained all night,” and wrote to the crews:\n\n{LAMPS}"
    assert [who for who, _ in blocks(text)] == ["Oda Bern"]


@pytest.mark.parametrize(
    ("herald", "speaker"), [("It rained all night.", "Oda Bern"), ("Tam Pell wrote to the crews:", None)]
)
def test_a_signature_names_who_signs_unless_the_announcement_names_another(herald, speaker):
    (found, *_) = blocks(f"{herald}\n\n{LAMPS}\n\n— Oda Bern\n\nOda Bern came to Lowmere.")
    assert found[0] == speaker
