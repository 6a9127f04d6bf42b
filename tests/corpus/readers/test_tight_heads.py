"""Heads set without blank lines, and bylines that carry a date."""

from __future__ import annotations

import pytest

from corpus.model import BlockKind
from corpus.readers.lines import read_byline
from corpus.readers.text import read_text

TIGHT = (
    "Remarks at the Harbour Opening\nBy Tessa Vane\n3 March 2019\n\n"
    "My fellow townspeople: it is a fine thing to stand here\ntoday, and to see the water.\n"
)
COUNCIL = (
    "Present: Tessa Vane, Orrin Pike\n\nTESSA VANE: I call the meeting to order.\nMR. PIKE: The wall is leaking\n"
    "and has been since March.\n[Laughter]\nTESSA VANE: How much will it cost?\n"
)


def test_a_head_without_blank_lines_gives_title_author_and_date():
    fields = {name: field.value for name, field in read_text(TIGHT).fields.items()}
    assert fields == {
        "title": "Remarks at the Harbour Opening",
        "author": [{"literal": "Tessa Vane"}],
        "issued": {"date-parts": [[2019, 3, 3]]},
    }


def test_the_paragraph_below_a_tight_head_keeps_its_wrapped_lines_together():
    passages = [block.of(TIGHT) for block in read_text(TIGHT).blocks if block.kind.answers]
    assert passages == ["My fellow townspeople: it is a fine thing to stand here\ntoday, and to see the water."]


@pytest.mark.parametrize(
    ("line", "names", "date"),
    [
        ("By Lu Marsh — 2020-01-05", "Lu Marsh", "2020-01-05"),
        ("By Lu Marsh | 5 January 2020 | Harbour desk", "Lu Marsh", "2020-01-05"),
        ("By Lu Marsh and Anne-Marie Pike", "Lu Marsh and Anne-Marie Pike", None),
    ],
)
def test_a_bylines_date_is_not_part_of_the_authors_name(line, names, date):
    found, day = read_byline(line)
    assert (found, day and day.iso) == (names, date)


def test_a_stage_direction_inside_a_turn_is_nobodys_words():
    blocks = read_text(COUNCIL).blocks
    assert [b.of(COUNCIL) for b in blocks if b.kind is BlockKind.LEFTOVER][1:] == ["[Laughter]"]
    assert sum(b.kind is BlockKind.TURN for b in blocks) == 3


def test_the_list_of_those_present_is_no_turn():
    first = read_text(COUNCIL).blocks[0]
    assert first.of(COUNCIL).startswith("Present:")
    assert first.kind is not BlockKind.TURN
