"""What chips, "more like this" and kept conversations make of a conversation."""

from __future__ import annotations

import json

import pytest
from ui_html import elements, one

from corpus import limits
from ui import strings
from ui.panels import talk
from ui.turns import Turn, keep_form

FIRST = "What did Jane Roe say about the ferry?"


def last(steps):
    return list(steps)[-1]


def html_of(talked, message=-1):
    return talked[0][message]["content"].value


@pytest.fixture
def talked(library):
    return last(talk.ask(library, FIRST, ([], [])))


def chips(html, css="or-drop"):
    return {e.text: e.attributes["data-or-value"] for e in elements(html) if css in e.classes}


def test_a_blank_question_changes_nothing(library):
    assert list(talk.ask(library, " \n", ([], []))) == []


def test_a_part_left_out_is_asked_without_in_the_place_of_the_answer(library, talked):
    value = chips(html_of(talked))["words of Jane Roe"]
    (changed,) = talk.leave_out(library, value, talked)
    assert len(changed[0]) == 2
    assert changed[1][0].reading.asked == ()
    assert "words of Jane Roe" not in chips(html_of(changed))
    assert list(chips(html_of(changed), "or-back")) == ["words of Jane Roe"]


def test_a_part_put_back_is_read_again(library, talked):
    (changed,) = talk.leave_out(library, "0-asked", talked)
    (back,) = talk.leave_out(library, "0+asked", changed)
    assert back[1] == talked[1]


def test_a_chip_of_an_old_answer_changes_that_answer_and_no_other(library, talked):
    talked = last(talk.ask(library, "and about the trains?", talked))
    before = html_of(talked)
    (changed,) = talk.leave_out(library, "0-asked", talked)
    assert (html_of(changed), changed[1][1]) == (before, talked[1][1])
    assert changed[1][0].ignore == {"asked"}


def test_what_was_carried_over_can_be_left_out(library, talked):
    talked = last(talk.ask(library, "and about the trains?", talked))
    (changed,) = talk.leave_out(library, "1-carried", talked)
    assert (changed[1][1].reading.asked, changed[1][1].reading.carried) == ((), ())


@pytest.mark.parametrize("value", ["", "7-asked", "0-kind", "<b>", "0-asked;1-asked"])
def test_a_chip_of_nothing_changes_nothing(library, talked, value):
    assert list(talk.leave_out(library, value, talked)) == []


def test_more_like_a_passage_leaves_it_out_and_is_no_answer(library, talked):
    passage_id = talked[1][0].passages[0]
    found = last(talk.more(library, passage_id, talked))
    assert one(html_of(found), "or-verdict").text.endswith("Nothing was asked, so none is an answer.")
    assert passage_id not in found[1][-1].passages
    assert html_of(found, -2).startswith('<p class="or-question">More like: “')


def test_a_question_after_more_like_this_leans_on_the_question_before(library, talked):
    found = last(talk.more(library, talked[1][0].passages[0], talked))
    asked = last(talk.ask(library, "and about the trains?", found))
    assert asked[1][-1].reading.asked == ("Jane Roe",)


@pytest.mark.parametrize("unknown", ["no such id", "<script>"])
def test_more_like_an_unknown_passage_is_refused_in_words(library, unknown):
    found = last(talk.more(library, unknown, ([], [])))
    assert "no passage has the id" in one(html_of(found), "or-failure").text


def kept(*turns):
    return f'{{"turns": [{", ".join(keep_form(turn) for turn in turns)}]}}'


def test_a_kept_conversation_is_asked_again_with_what_was_left_out(library, talked):
    (changed,) = talk.leave_out(library, "0-asked", talked)
    changed = last(talk.ask(library, "and about the trains?", changed))
    opened = last(talk.open_kept(library, kept(*changed[1]), ([], [])))
    assert [turn.question for turn in opened[1]] == [FIRST, "and about the trains?"]
    assert [turn.reading for turn in opened[1]] == [turn.reading for turn in changed[1]]
    assert [turn.passages for turn in opened[1]] == [turn.passages for turn in changed[1]]
    assert strings.KEPT_CHANGED not in html_of(opened)


def test_passages_that_are_no_longer_those_kept_are_said_to_be(library, talked):
    form = json.loads(kept(talked[1][0]))
    form["turns"][0]["passages"] = ["gone"]
    opened = last(talk.open_kept(library, json.dumps(form), ([], [])))
    assert strings.KEPT_CHANGED in html_of(opened)


def test_opening_one_takes_the_place_of_what_is_on_the_screen(library, talked):
    opened = last(talk.open_kept(library, kept(Turn("nine boats")), talked))
    assert [turn.question for turn in opened[1]] == ["nine boats"]


def test_one_without_turns_clears_the_screen(library, talked):
    assert last(talk.open_kept(library, '{"turns": []}', talked)) == ([], [])


def test_one_that_cannot_be_read_is_refused_and_the_screen_stays(library, talked):
    opened = last(talk.open_kept(library, "nonsense", talked))
    assert "cannot be read" in one(html_of(opened), "or-failure").text
    assert (opened[0][:2], opened[1]) == talked
    again = last(talk.ask(library, "nine boats", opened))
    assert len(again[0]) == 4


def test_a_conversation_has_a_bound_and_says_so(library, monkeypatch):
    monkeypatch.setattr(limits, "MAX_TURNS", 2)
    opened = last(talk.open_kept(library, kept(*[Turn("nine boats")] * 5), ([], [])))
    assert len(opened[1]) == 2
    assert "the conversation has 2 questions" in one(html_of(opened), "or-failure").text
    assert len(last(talk.ask(library, "nine boats", opened))[0]) == 5
