from __future__ import annotations

import pytest

from corpus.speakers.participants import is_list_head, read_roll


def people(*lines):
    return [(p.name, p.role) for p in read_roll(lines).people]


@pytest.mark.parametrize(
    "line",
    [
        "Participants: Tessa Vane, mayor; Orrin Pike (Lantern)",
        "PRESENT: Tessa Vane, mayor; Orrin Pike (Lantern)",
        "Witnesses: Tessa Vane – mayor; and Orrin Pike (Lantern).",
    ],
)
def test_a_list_on_one_line_gives_names_and_roles(line):
    assert people(line) == [("Tessa Vane", "mayor"), ("Orrin Pike", "Lantern")]


def test_commas_part_names_where_each_part_is_one():
    assert people("Speakers: Tessa Vane, Orrin Pike and Oda Bern") == [
        ("Tessa Vane", None),
        ("Orrin Pike", None),
        ("Oda Bern", None),
    ]


def test_a_list_goes_on_line_by_line_until_a_line_is_no_name():
    lines = [
        "The Quay Talks",
        "APPEARANCES",
        "Tessa Vane, mayor",
        "- Orrin Pike - clerk",
        "It rained.",
        "Oda Bern",
    ]
    roll = read_roll(lines)
    assert [(p.name, p.role) for p in roll.people] == [("Tessa Vane", "mayor"), ("Orrin Pike", "clerk")]
    assert roll.lines == {1, 2, 3}


def test_a_line_may_say_which_label_stands_for_whom():
    roll = read_roll(["Key:", "TV: Tessa Vane", "Speaker 2: Orrin Pike", "Oda Bern (OB)"])
    assert [(p.name, p.key) for p in roll.people] == [
        ("Tessa Vane", "tv"),
        ("Orrin Pike", "speaker 2"),
        ("Oda Bern", "ob"),
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [("Interviewer: Tessa Vane", "interviewer"), ("Moderated by: Tessa Vane", "moderator")],
)
def test_a_side_of_the_talk_is_named_without_a_list(line, role):
    assert people(line) == [("Tessa Vane", role)]


def test_a_title_that_names_who_is_interviewed_is_read_and_stays_a_title():
    roll = read_roll(["Interview with Tessa Vane, harbour master"])
    assert [(p.name, p.key) for p in roll.people] == [("Tessa Vane", "interviewee")]
    assert not roll.lines


@pytest.mark.parametrize(
    "line",
    ["Moderator: Tessa Vane.", "Moderator: Welcome to you all", "Interview with the mayor", "Tessa Vane, mayor"],
)
def test_what_is_no_plain_entry_names_nobody(line):
    assert people(line) == []


def test_a_head_without_a_colon_stands_alone_on_its_line():
    assert is_list_head("PARTICIPANTS")
    assert not is_list_head("Participants left early")
