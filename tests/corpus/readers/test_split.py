from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.readers.split import raw_blocks

LONG = "The tide came in over the east mole and went out again over the west mole " * 2


def words(text):
    return [b.of(text) for b in raw_blocks(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_blank_line_of_any_system_parts_paragraphs(end):
    assert words(f"One.{end}{end}Two.{end}{end}{end}Three.") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u3000 "])
def test_a_line_of_blanks_is_a_blank_line(blank):
    assert words(f"One.\n{blank}\nTwo.") == ["One.", "Two."]


def test_lines_wrapped_by_hand_are_one_paragraph():
    assert words("The tide\nturned and\nnobody spoke.") == ["The tide\nturned and\nnobody spoke."]


def test_a_paragraph_a_line_is_recognised_by_its_long_lines():
    assert words(f"{LONG}\nShort one.\n{LONG}") == [LONG.strip(), "Short one.", LONG.strip()]


def test_an_old_typescripts_indents_open_paragraphs():
    text = "    The tide turned\nand fell.\n    Nobody spoke\nof it.\nNot once."
    assert words(text) == ["The tide turned\nand fell.", "Nobody spoke\nof it.\nNot once."]


def test_a_single_indented_line_opens_none():
    assert len(words("The tide turned\n    and fell\nonce more.")) == 1


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "(2)", "a)", "12)"])
def test_a_list_mark_opens_an_item(mark):
    assert words(f"{mark} a rope\n{mark} a lamp") == [f"{mark} a rope", f"{mark} a lamp"]


@pytest.mark.parametrize("line", ["1998 was wet", "-5 degrees", "1.5 tonnes", "e.g. a rope"])
def test_what_only_looks_like_a_list_mark_opens_none(line):
    assert len(words(f"The year\n{line}")) == 1


def test_a_form_feed_ends_a_line():
    assert words("One.\f\fTwo.") == ["One.", "Two."]


def test_labels_part_the_turns_of_a_transcript():
    text = "ODA BERN: Good evening.\nMARA QUELL: Good\nevening.\nODA BERN: Please sit."
    assert words(text) == ["ODA BERN: Good evening.", "MARA QUELL: Good\nevening.", "ODA BERN: Please sit."]


def test_a_text_without_words_has_no_blocks():
    assert words("") == words(" \r\n\t\u2028 ") == []


@given(any_text)
def test_blocks_lie_in_order_apart_and_lose_nothing_but_blanks(text):
    blocks = raw_blocks(text)
    edges = [edge for b in blocks for edge in (b.start, b.end)]
    assert edges == sorted(edges)
    assert "".join("".join(words(text)).split()) == "".join(text.split())


@given(any_text)
def test_no_block_begins_or_ends_with_a_blank(text):
    assert all(w == w.strip() != "" for w in words(text))
