from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import citation, hit

from corpus.citing import Formatted, Style
from ui.exports.texts import REPLACED, held, legible, legible_line, references, remark, utf8

any_character = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x85b\u2028c\u2029d", "a\nb\nc\nd"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("a\0b\x1bc\ufffed", "a\ufffdb\ufffdc\ufffdd"),
        ("half \ud83d", "half \ufffd"),
        ("whole 🌊", "whole 🌊"),
    ],
)
def test_line_ends_are_newlines_and_what_cannot_be_held_is_shown(text, shown):
    assert legible(text) == shown


@given(any_character)
def test_every_legible_text_can_be_held_by_xml(text):
    from lxml import etree

    element = etree.Element("words")
    element.text = legible(text)
    assert etree.fromstring(etree.tostring(element)).text or legible(text) == ""


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Zl", "Zp"))))
def test_text_without_control_characters_stays_to_the_character(text):
    assert legible(text) == text


@given(any_character)
def test_a_line_of_ours_has_neither_line_ends_nor_changes_of_direction(text):
    line = legible_line(text)
    assert len(line.splitlines()) <= 1
    assert not {unicodedata.bidirectional(c) for c in line} & {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI"}


@given(any_character)
def test_any_text_can_be_written(text):
    assert utf8(text).decode() == "".join(REPLACED if "\ud800" <= c <= "\udfff" else c for c in text)


def test_italics_stay_in_place_where_characters_are_replaced():
    assert held(Formatted("a\0b c", ((2, 3),))) == Formatted("a\ufffdb c", ((2, 3),))


def test_each_document_is_referred_to_once_in_alphabetical_order():
    first, second = hit("a", cited=citation("Quay", None)), hit("b", cited=citation("ash", None))
    other = type(second.passage)("p9", "d2", 1, 1, "b", 0, 1)
    hits = [first, first, type(second)(other, second.citation, "", 2, 0.0, second.evidence)]
    assert [entry.text for entry in references(hits, Style.APA)] == [
        "ash. (2014, August 10).",
        "Quay. (2014, August 10).",
    ]


def test_passages_with_characters_that_cannot_be_held_are_counted():
    assert remark([hit("a\0b"), hit("\x07"), hit("fine \ufffd")]).endswith("in 2 passage(s).")
    assert remark([hit("fine \ufffd\r\n")]) == ""
