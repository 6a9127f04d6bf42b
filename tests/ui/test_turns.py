"""Turns of a conversation: what a chip changes, what is kept, and what comes back from a browser."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from qa.reading import AskedPeriod, Reading
from ui.reading import DROPPABLE, Part, reading_parts
from ui.turns import Turn, change, chip_value, keep_form, latest_reading, read_kept

READING = Reading(asked=("Jane Roe",), asked_as="Roe", period=AskedPeriod("in 2014"))
TURN = Turn("What did Roe say in 2014?", reading=READING, passages=("p1",))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
PARTS = st.lists(
    st.builds(Part, st.sampled_from(sorted(DROPPABLE)), TEXT.map(lambda t: " ".join(t.split()))), max_size=4
)


def test_a_chip_takes_its_part_out_of_its_turn():
    number, turn = change([Turn("first"), TURN], "1-asked")
    assert (number, turn.question, turn.ignore) == (1, TURN.question, {"asked"})
    assert turn.dropped == (Part("asked", "words of Jane Roe (“Roe”)"),)


def test_parts_go_one_after_the_other_and_come_back_alone():
    _, once = change([TURN], "0-asked")
    _, twice = change([once], "0-period")
    assert twice.ignore == {"asked", "period"}
    _, back = change([twice], "0+asked")
    assert back.ignore == {"period"}


@pytest.mark.parametrize("part", reading_parts(READING))
def test_every_chip_that_is_shown_changes_its_turn(part):
    _, turn = change([TURN], chip_value(0, part, back=False))
    assert turn.ignore == {part.name}
    assert change([turn], chip_value(0, part, back=True)) == (0, TURN)


@pytest.mark.parametrize(
    "value",
    ["", "0", "-asked", "0-source", "0-nothing", "1-asked", "0-asked ", "00000001-asked", "٠-asked\n", "0*asked"],
)
def test_a_chip_that_is_none_of_ours_changes_nothing(value):
    assert change([TURN], value) is None


def test_a_chip_of_a_turn_that_was_refused_or_asked_nothing_changes_nothing():
    assert change([Turn("x" * 3000)], "0-asked") is None
    assert change([Turn(like="p1", passages=())], "0-asked") is None


@given(TEXT)
def test_no_text_from_outside_breaks_a_chip(value):
    found = change([TURN], value)
    assert found is None or found[1].question == TURN.question


def test_the_next_question_leans_on_the_last_that_was_answered():
    assert latest_reading([]) is None
    assert latest_reading([TURN, Turn("refused"), Turn(like="p1", passages=())]) is READING


@given(TEXT, PARTS, st.lists(TEXT, max_size=4))
def test_what_is_kept_comes_back_to_the_character(question, dropped, passages):
    turn = Turn(question, dropped=tuple(dropped), passages=tuple(passages), reading=READING)
    back = read_kept(f'{{"turns": [{keep_form(turn)}]}}')
    assert back == ([Turn(question, dropped=turn.dropped, kept=turn.passages)] if question else [])


def test_nothing_is_kept_but_questions_parts_and_ids():
    assert json.loads(keep_form(TURN)) == {
        "question": TURN.question, "like": "", "dropped": [], "passages": ["p1"]
    }  # fmt: skip


@given(JSON | st.fixed_dictionaries({"turns": JSON | st.lists(JSON, max_size=3)}))
def test_whatever_a_browser_gives_back_is_turns_or_nothing(form):
    turns = read_kept(json.dumps(form))
    assert turns is None or all(isinstance(turn, Turn) and turn.reading is None for turn in turns)


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"turns": 3}', '{"turns": [{}]}', '{"turns": ["x"]}', "9" * 9999]
)
def test_what_was_not_kept_by_the_page_is_told_to_be_none(text):
    assert read_kept(text) is None


def test_what_comes_back_is_bounded():
    form = {"question": "x" * 9999, "like": "y" * 999, "dropped": [{"name": "asked", "said": "z" * 999}] * 99,
            "passages": ["p" * 999] * 9999}  # fmt: skip
    (turn,) = read_kept(json.dumps({"turns": [form]}))
    assert (len(turn.question), len(turn.like)) == (limits.MAX_QUESTION_CHARS + 1, 64)
    assert len(turn.dropped) <= len(DROPPABLE)
    assert (len(turn.kept), len(turn.kept[0]), len(turn.dropped[0].said)) == (limits.MAX_HITS, 64, 80)


def test_a_part_that_no_reading_has_is_passed_over():
    form = {"question": "q", "like": "", "dropped": [{"name": "__class__", "said": "x"}], "passages": []}
    assert read_kept(json.dumps({"turns": [form]}))[0].dropped == ()


def test_passages_that_changed_since_are_known():
    assert not TURN.changed
    assert not replace(TURN, kept=("p1",)).changed
    assert replace(TURN, kept=("p2",)).changed
