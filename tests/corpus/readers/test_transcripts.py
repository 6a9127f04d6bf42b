from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import document, kinds, said

from corpus.blocks import Block
from corpus.model import BlockKind
from corpus.readers.turns import with_turns
from corpus.speakers.directions import is_direction, is_narration
from corpus.speakers.labels import Form, Labels, turn_label


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("[00:12:03] Vane: Yes.", "Vane", None),
        ("00:12 Vane: Yes.", "Vane", None),
        ("Vane (00:12): Yes.", "Vane", None),
        ("**Tessa Vane:** Yes.", "Tessa Vane", None),
        ("**Tessa Vane**: Yes.", "Tessa Vane", None),
        (">> TESSA VANE, LANTERN ANCHOR: Yes.", "TESSA VANE", "LANTERN ANCHOR"),
        ("Speaker 2 (clerk): Yes.", "Speaker 2", "clerk"),
        ("VANE (continuing): Yes.", "VANE", None),
        ("VANE (via translator): Yes.", "VANE", None),
        ("Mr. VANE. Yes.", "Mr. VANE", None),
        ("MR. VANE. Yes.", "MR. VANE", None),
        ("Ms. PIKE-McBERN. Yes.", "Ms. PIKE-McBERN", None),
        ("The PRESIDENT pro tempore. Yes.", "The PRESIDENT pro tempore", None),
        ("Q. Yes?", "Q", None),
        ("Q  Yes?", "Q", None),
        ("VANE:", "VANE", None),
    ],
)
def test_labels_of_many_houses_are_read(line, name, role):
    label = turn_label(line)
    assert (label.name, label.role) == (name, role)


@pytest.mark.parametrize(
    "line", ["Mr. Speaker. I rise.", "BY MR. VANE:", "Mr. VANE addressed the Chair.", "A tide.", "The TIDE rose."]
)
def test_what_only_looks_like_a_label_is_none(line):
    assert turn_label(line) is None


def test_a_lettered_list_is_no_questioning():
    labels = Labels(["Mr. VANE. Two things.", "A. The tide.", "Q. The quay.", "Mr. PIKE. Yes."])
    assert labels.of("A. The tide.") is None
    assert labels.of("Mr. PIKE. Yes.").form is Form.RECORD


def test_a_word_set_unlike_the_labels_is_part_of_the_speech():
    labels = Labels(["TESSA VANE: One.", "ORRIN PIKE: Two.", "TESSA VANE: Three.", "Remember: the lamp."])
    assert labels.of("Remember: the lamp.") is None
    assert labels.of("Oda Bern: Four.") is not None


@pytest.mark.parametrize(
    "line", ["(Laughter.)", "[Applause]", "(Laughter.) (Applause.)", "CROSSTALK", "*laughs*", "(BEGIN VIDEO CLIP)"]
)
def test_stage_directions_are_known(line):
    assert is_direction(line)


@pytest.mark.parametrize("line", ["Laughter is good.", "[The quay] is long.", "(Yes) and (no) both."])
def test_words_with_brackets_in_them_are_no_direction(line):
    assert not is_direction(line)


def test_a_records_own_sentences_are_known():
    assert is_narration("The legislative clerk proceeded to call the roll.")
    assert not is_narration("The clerk is a friend of mine.")


def test_markdown_lines_without_a_blank_one_between_are_turns_of_their_own():
    text = "# Night\n\n**Tessa Vane:** One.\n**Orrin Pike:** Two.\n\n*(Applause)*\n\n"
    text += "**Vane:** Three.\n\n**Pike:**\n\nFour."
    assert said(text, "night.md") == [
        ("Tessa Vane", "One."),
        ("Orrin Pike", "Two."),
        ("Tessa Vane", "Three."),
        ("Orrin Pike", "Four."),
    ]


def test_a_label_on_a_line_of_its_own_opens_the_paragraph_below():
    text = "TESSA VANE:\nGood evening.\n\nORRIN PIKE:\n\nGood night.\n\nTESSA VANE:\nBye.\n\nORRIN PIKE:\nBye."
    assert said(text)[:2] == [("TESSA VANE", "Good evening."), ("ORRIN PIKE", "Good night.")]


def test_a_list_of_speakers_in_markdown_answers_nothing():
    text = "# Panel\n\n## Speakers\n\n- Tessa Vane, mayor\n- Orrin Pike\n\n## Debate\n\nVANE: One.\n\nPIKE: Two."
    assert ("Tessa Vane, mayor", "leftover") in kinds(text, "panel.md")
    assert [speaker for speaker, _ in said(text, "panel.md")] == ["Tessa Vane", "Orrin Pike"]


def test_a_turn_of_applause_alone_answers_nothing():
    text = "VANE: One.\n\nPIKE: Two.\n\nAUDIENCE: (Applause.)\n\nVANE: Three.\n\nPIKE: Four."
    assert ("AUDIENCE: (Applause.)", "leftover") in kinds(text)


def test_a_pictures_credit_among_the_turns_is_nobodys_words():
    text = "VANE: One.\n\nTessa Vane. Image: Oda Bern.\n\nPIKE: Two.\n\nVANE: Three.\n\nPIKE: Four."
    assert ("Tessa Vane. Image: Oda Bern.", "leftover") in kinds(text)


def test_a_heading_among_the_turns_ends_one():
    text = "VANE: One.\n\nOn the Harbour\n\nPIKE: Two.\n\nVANE: Three.\n\nPIKE: Four."
    assert ("On the Harbour", "heading") in kinds(text)


def test_the_last_turn_runs_on_to_the_editors_note():
    text = "VANE: One.\n\nI mean it.\n\nPIKE: Two.\n\nVANE: Three.\n\nWe shall see."
    text += "\n\nThis interview has been edited."
    assert said(text)[-1] == ("VANE", "We shall see.")
    assert document(text).passages[-1].kind is BlockKind.PARAGRAPH


_LINES = st.sampled_from([
    "TESSA VANE: One.", "VANE: Two.", "PIKE:", "(Laughter.)", "Present: Tessa Vane, Orrin Pike",
    "The tide turned.",
    "Mr. PIKE. So it is.", "On the Harbour", "The clerk called the roll.", "Q. Why?", "A. So.",
    "", "Oda Bern, clerk",
])  # fmt: skip


@given(st.lists(_LINES, min_size=1, max_size=14))
def test_no_word_is_lost_or_told_twice(lines):
    text = "\n".join(lines)
    found = with_turns(text, [Block(BlockKind.PARAGRAPH, 0, len(text))])
    assert [b.start for b in found] == sorted(b.start for b in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(b.of(text).split()) for b in found) == "".join(text.split())
