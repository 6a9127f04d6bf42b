from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from texts import any_text, document, kinds

from corpus.errors import SourceError

ARTICLE = """---
title: The Long Quay
author: Mara Quell
date: 2019-06-14
---

# The Long Quay

It rained **all** night[^1] in *Lowmere*.

## The Next Tide

> A hurried wall is a lost wall.

- a rope
- a lamp

![Boats at rest](boats.png)

| Day | Tide |
|-----|------|
| Mon | high |

[^1]: Stone by Stone, 2019.
"""


def read_or_refuse(text):
    try:
        return document(text, "a.md")
    except SourceError:
        return None


def blocks(text):
    return kinds(text, "a.md")


def test_an_article_is_read_into_its_parts():
    assert blocks(ARTICLE) == [
        ("The Long Quay", "title"),
        ("It rained all night[1] in Lowmere.", "paragraph"),
        ("The Next Tide", "heading"),
        ("A hurried wall is a lost wall.", "block quotation"),
        ("a rope", "list item"),
        ("a lamp", "list item"),
        ("Boats at rest", "caption"),
        ("Day | Tide", "list item"),
        ("Mon | high", "list item"),
        ("Stone by Stone, 2019.", "note"),
    ]


@given(any_text)
def test_every_passage_is_a_slice_of_its_document(text):
    read = read_or_refuse(text)
    if read is not None:
        assert all(p.text == read.text[p.start : p.end] for p in read.passages)
        assert all(read.text[a.start : a.end].strip() for a in read.asides)


@given(any_text)
def test_passages_and_asides_never_overlap(text):
    read = read_or_refuse(text)
    if read is not None:
        spans = sorted((s.start, s.end) for s in (*read.passages, *read.asides))
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("**“Never,”** she *said*.", "“Never,” she said."),
        ("[The quay](https://quay.example) held.", "The quay held."),
        ("The `tide` table.", "The tide table."),
        ("Bread \\& water \\*now\\*.", "Bread & water *now*."),
        ("Bread &amp; water&nbsp;now.", "Bread & water\u00a0now."),
        ("<https://quay.example>", "https://quay.example"),
        ("One line\nand the next.", "One line\nand the next."),
        ("A hard  \nbreak.", "A hard\nbreak."),
        ("It <script>rained</script>.", "It <script>rained</script>."),
        ("2 < 3 and 5 > 4 today.", "2 < 3 and 5 > 4 today."),
        ("Bern [[1]] and ~~never~~.", "Bern [[1]] and ~~never~~."),
    ],
)
def test_marks_are_gone_and_words_are_kept(source, seen):
    assert [p.text for p in document(f"# Title\n\n{source}\n", "a.md").passages] == [seen]


@pytest.mark.parametrize("source", ["```\nthe tide\n  came in\n```", "    the tide\n      came in"])
def test_a_block_of_code_keeps_its_lines(source):
    assert document(source, "a.md").passages[0].text == "the tide\n  came in"


def test_html_stays_the_characters_it_is():
    assert "<b>tide</b>" in document("The <b>tide</b> turned.", "a.md").text


def test_only_a_first_level_heading_at_the_top_is_the_title():
    assert blocks("## Minor\n\nIt rained.")[0] == ("Minor", "heading")
    assert blocks("It rained.\n\n# Late")[1] == ("Late", "heading")


def test_an_underlined_title_is_a_title():
    assert blocks("The Long Quay\n=============\n\nIt rained.")[0] == ("The Long Quay", "title")


def test_date_byline_and_credit_are_known_at_the_top():
    found = blocks("# The Long Quay\n\nJune 14, 2019\n\nBy Mara Quell\n\nBoats. (Reuters)\n\nIt rained.")
    assert [kind for _, kind in found] == ["title", "date", "byline", "caption", "paragraph"]


def test_a_date_further_down_is_a_paragraph():
    assert blocks("# A\n\nOne.\n\nTwo.\n\nThree.\n\nJune 14, 2019")[-1] == ("June 14, 2019", "paragraph")


def test_front_matter_comes_before_what_the_text_says():
    read = document("---\ntitle: Stated\n---\n# Printed\n\nBy Mara Quell\n\nIt rained.", "a.md")
    assert read.citation.title == "Stated"
    assert read.citation.provenance() == {"title": "from the page's metadata", "author": "from the text"}


def test_front_matter_is_no_part_of_the_text():
    assert "author" not in document(ARTICLE, "a.md").text


def test_a_quotation_in_bold_is_still_a_quotation():
    passage = document("Oda Bern said, **“The quay will hold.”**", "a.md").passages[0]
    assert [(u.speaker, passage.text[u.start : u.end]) for u in passage.utterances] == [
        ("Oda Bern", "“The quay will hold.”")
    ]


def test_a_block_quotation_belongs_to_who_announces_it():
    passage = document("Oda Bern wrote:\n\n> A hurried wall is a lost wall.", "a.md").passages[1]
    assert [u.speaker for u in passage.utterances] == ["Oda Bern"]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    ("source", "speaker", "role"),
    [
        ("> A wall.\n> — Josef Lind, first engineer", "Josef Lind", "first engineer"),
        ("> A wall.\n>\n> — Josef Lind", "Josef Lind", None),
        ("> A wall.\n\n— Josef Lind", "Josef Lind", None),
        ("> A wall.\n> — Josef Lind, quoting Oda Bern", None, None),
        ("> A wall.\n> — Josef Lind, in Saltby", None, None),
        ("> A wall.\n> — Josef Lind and Oda Bern", None, None),
        ("> A wall.\n> — Lind", None, None),
        ("> A wall.\n> — an old sailor", None, None),
    ],
)
def test_the_line_that_signs_a_block_quotation_is_no_passage_and_names_its_speaker(name, source, speaker, role):
    read = document(f"It rained all day, and the sea rose.\n\n{source}\n\nThe tide turned at noon again.", name)
    (quotation,) = (p for p in read.passages if p.kind.value == "block quotation")
    assert [(u.speaker, u.role) for u in quotation.utterances] == [(speaker, role)]
    assert not any("—" in p.text for p in read.passages)


def test_a_block_quotation_announced_as_ones_words_and_signed_by_another_is_nobodys():
    read = document("Oda Bern wrote:\n\n> One.\n>\n> Two.\n>\n> — Josef Lind", "a.md")
    assert [u.speaker for p in read.passages for u in p.utterances] == [None, None]


def test_dialogue_behind_a_dash_is_no_signature():
    assert blocks("It rained.\n\n> It is late.\n> — Go home, Josef Lind.")[-1][1] == "block quotation"


def test_a_quotation_of_two_paragraphs_is_two_passages():
    assert [kind for _, kind in blocks("It rained.\n\n> One.\n>\n> Two.")[1:]] == ["block quotation"] * 2


def test_a_transcript_in_markdown_has_turns():
    read = document("**ODA BERN:** One.\n\n**MARA QUELL:** Two.\n\n**ODA BERN:** Three.", "a.md")
    assert [p.speakers for p in read.passages] == [("ODA BERN",), ("MARA QUELL",), ("ODA BERN",)]


def test_lists_within_lists_and_items_of_two_paragraphs_lose_nothing():
    text = "- a rope\n\n  of hemp\n  - and a lamp\n- a tide"
    assert [words for words, _ in blocks(text)] == ["a rope", "of hemp", "and a lamp", "a tide"]


def test_a_note_that_nobody_cites_is_left_out_by_markdown_itself():
    assert "Never cited" not in document("It rained.\n\n[^9]: Never cited.", "a.md").text


@pytest.mark.parametrize(
    "source", ["> " * 500 + "quay", "[" * 3000 + "quay", "*" * 3000 + "quay", "- " * 900 + "quay"]
)
def test_deep_nesting_is_read_or_refused_with_a_name(source):
    read = read_or_refuse(source)
    assert read is None or "quay" in read.text
