from __future__ import annotations

import pytest
from texts import document, kinds

FIRST = "The tide turned in the night, and nobody on the quay had seen it come.\n\n"
LAST = "\n\nThe wind rose before the morning."


def body(text):
    return kinds(FIRST + text + LAST)[1:-1]


def test_a_bare_line_between_paragraphs_is_a_heading():
    assert body("The Next Tide") == [("The Next Tide", "heading")]


def test_passages_know_the_heading_they_stand_under():
    read = document(FIRST + "The Next\u00a0Tide\n\nIt came." + "\n\nAfter\n\nIt went.")
    assert [p.section for p in read.passages] == [None, "The Next Tide", "After"]


def test_a_bare_line_behind_the_last_paragraph_is_a_leftover():
    assert kinds(FIRST + "More from the harbour")[-1] == ("More from the harbour", "leftover")


@pytest.mark.parametrize("line", ["View Citations", "Advertisement", "* * *", "© 2019 Tide Office"])
def test_the_pages_own_lines_are_leftovers_wherever_they_stand(line):
    assert body(line) == [(line, "leftover")]


def test_a_caption_in_the_body_never_answers():
    assert body("Boats at rest. (AFP)") == [("Boats at rest. (AFP)", "caption")]


def test_list_items_are_passages_of_their_own():
    assert body("- a rope\n- a lamp") == [("- a rope", "list item"), ("- a lamp", "list item")]


def test_a_paragraph_behind_an_angle_bracket_is_a_block_quotation():
    assert body("> A hurried wall is a lost wall.")[0][1] == "block quotation"


@pytest.mark.parametrize(
    "announcement",
    [
        "Anselm Dray wrote an open letter to the crews:",
        "The letter reads as follows:",
        "It rained. Then Oda Bern said:",
        "This is the text in translation: ",
    ],
)
def test_what_a_colon_announces_without_marks_is_a_block_quotation(announcement):
    found = body(f"{announcement}\n\nWe shall keep the lamps lit.")
    assert [kind for _, kind in found] == ["paragraph", "block quotation"]


@pytest.mark.parametrize(
    "announcement", ["The crews packed three things:", "There was one way out:", "Oda Bern said."]
)
def test_a_colon_that_announces_no_words_quotes_nothing(announcement):
    assert body(f"{announcement}\n\nThe wind turned to the north.")[1][1] == "paragraph"


def test_words_in_marks_behind_a_colon_are_a_paragraph_with_a_quotation():
    assert body("Oda Bern said:\n\n“We shall keep the lamps lit.”")[1][1] == "paragraph"


def test_only_the_next_paragraph_is_quoted():
    found = body("Anselm Dray wrote:\n\nWe keep the lamps lit.\n\nNobody answered him.")
    assert [kind for _, kind in found] == ["paragraph", "block quotation", "paragraph"]


def test_a_heading_between_takes_the_announcement_back():
    found = body("Anselm Dray wrote:\n\nThe Lamps\n\nThey burn all night.")
    assert [kind for _, kind in found] == ["paragraph", "heading", "paragraph"]


def test_asides_never_become_passages():
    read = document(FIRST + "The Next Tide\n\nBoats. (AFP)\n\nView Citations" + LAST)
    assert {a.kind.value for a in read.asides} == {"heading", "caption", "leftover"}
    assert len(read.passages) == 2
