from __future__ import annotations

import pytest
from texts import document, kinds

from corpus.model import BlockKind

BODY = "The plan is old [{mark}], and nobody in the town has read it to the end."


def notes(text, name="text.txt"):
    read = document(text, name)
    found = {a.label: read.text[a.start : a.end] for a in read.asides if a.kind is BlockKind.NOTE}
    return found, [p.notes for p in read.passages]


@pytest.mark.parametrize("mark", ["1", "12", "i", "iv", "a", "*", "†", "xx"])
def test_a_block_that_opens_with_a_cited_mark_is_its_note(mark):
    note = f"[{mark}] Stone by Stone, 2019."
    assert notes(f"{BODY.format(mark=mark)}\n\n{note}") == ({mark: note}, [(mark,)])


def test_a_raised_number_is_a_mark_too():
    found, cited = notes("The plan is old,¹ and nobody has read it.\n\n¹ Stone by Stone, 2019.")
    assert found == {"¹": "¹ Stone by Stone, 2019."}
    assert cited == [("¹",)]


def test_a_mark_nobody_cites_opens_no_note():
    assert notes("The tide turned.\n\n[1] The first point is the wind.")[0] == {}


def test_a_mark_cited_only_further_down_opens_no_note():
    assert (
        kinds("[1] The wind turned.\n\nSee above [1] for the wind, and below for the tide.")[0][1] == "paragraph"
    )


def test_each_passage_cites_its_own_notes_in_order_and_once():
    text = "The tide [2] and the wind [1] and the tide [2] again.\n\nThe rope [1].\n\n[1] Wind.\n\n[2] Tide."
    assert notes(text)[1] == [("2", "1"), ("1",)]


def test_a_bracket_without_a_note_is_an_editors_word():
    found, cited = notes("They said [again] that the plan [3] holds [1].\n\n[1] Stone by Stone.")
    assert list(found) == ["1"]
    assert cited == [("1",)]


def test_a_note_is_no_passage_and_is_numbered_by_nobody():
    read = document(BODY.format(mark="i") + "\n\n[i] Stone by Stone.\n\nThe tide turned once more.")
    assert [(p.paragraph, p.notes) for p in read.passages] == [(1, ("i",)), (2, ())]


def test_a_document_gives_a_notes_text_by_its_label():
    read = document(BODY.format(mark="i") + "\n\n[i] Stone by Stone.")
    assert read.note("i") == "[i] Stone by Stone."


def test_markdown_footnotes_are_linked_by_their_own_labels():
    found, cited = notes("The plan is old[^quay] and long.\n\n[^quay]: Stone by Stone.\n", "a.md")
    assert found == {"quay": "Stone by Stone."}
    assert cited == [("quay",)]
