"""Answers as HTML: the verdict, how sure it is, how the question was read, the cards."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, everywhere, hit, passage, read_everywhere
from ui_html import elements, foreign, one

from qa.reading import Reading
from qa.similar import Similar
from ui import render, strings
from ui.reading import Part
from ui.render import Beside, Place

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'`\n\t\r ${}/"), min_size=1)


@given(TEXT)
def test_no_text_in_any_position_adds_an_element_or_attribute(words):
    place = Place(3, (Part("asked", words),), json.dumps({"question": words}))
    for reading in (read_everywhere(words), Reading(asked_as=words), Reading(phrases=(words,), words=words)):
        for answered in (True, False):
            found = answer(
                everywhere(words), reading=reading, answered=answered, confidence=answered / 2, question=words
            )
            assert foreign(render.answer(found, lambda h: Beside([h.passage], [h]), place)) == []
    found = Similar(passage(words), (everywhere(words),), 1)
    assert foreign(render.more_like(found, lambda h: Beside([h.passage], [h]), place)) == []
    assert foreign(render.question(words) + render.failure(words)) == []


@given(TEXT)
def test_what_may_be_kept_of_a_turn_is_read_back_from_its_answer_to_the_character(words):
    kept = json.dumps({"question": words}, ensure_ascii=False)
    for html in (
        render.answer(answer(hit()), lambda _: Beside(), Place(kept=kept)),
        render.more_like(Similar(passage("x"), (), 1), lambda _: Beside(), Place(kept=kept)),
    ):
        assert json.loads(one(html, "or-answer").attributes["data-or-turn"]) == {"question": words}


def test_nearest_passages_are_set_apart_under_a_heading_of_their_own():
    html = render.answer(answer(hit(), answered=False), lambda _: Beside())
    assert one(html, "or-none").text == "This corpus does not answer that."
    assert one(html, "or-nearest").text == "Nearest passages, not an answer"
    assert "or-unanswered" in elements(html)[0].classes


def test_how_the_question_was_read_stands_between_verdict_and_passages():
    reading = Reading(asked=("Jane Roe",), asked_as="Roe", source="<harbour>")
    html = render.answer(answer(hit(), reading=reading), lambda _: Beside())
    chips = [e.text for e in elements(html) if "or-chip" in e.classes]
    assert chips == ["words of Jane Roe (“Roe”)", "only source “<harbour>”"]
    assert html.index("or-verdict") < html.index("or-reading") < html.index("or-card")


def test_a_plain_question_has_no_line_on_its_reading():
    html = render.answer(answer(hit()), lambda _: Beside())
    assert "or-reading" not in html
    assert "or-remark" not in html


def test_somebody_absent_is_named_before_the_nearest_passages():
    html = render.answer(answer(hit(), answered=False, reading=Reading(asked_as="Tolliver")), lambda _: Beside())
    assert one(html, "or-remark").text == "Nothing here is attributed to Tolliver."
    assert html.index("or-none") < html.index("or-remark") < html.index("or-nearest")


def test_a_name_that_fits_two_is_asked_back():
    reading = Reading(asked=("Jane Roe", "John Roe"), asked_as="Roe", choices=("Jane Roe", "John Roe"))
    html = render.answer(answer(hit(), reading=reading), lambda _: Beside())
    assert one(html, "or-remark").text.startswith("Which Roe: Jane Roe or John Roe? ")


def test_nothing_at_all_says_why():
    html = render.answer(answer(answered=False, reading=Reading(not_source=("Harbour",))), lambda _: Beside())
    assert one(html, "or-remark").text == strings.NO_PASSAGE_LEFT


def test_nothing_at_all_has_no_heading_for_nearest_passages():
    assert "or-nearest" not in render.answer(answer(answered=False), lambda _: Beside())


@pytest.mark.parametrize(("count", "said"), [(1, "1 passage"), (3, "3 passages, the likeliest first")])
def test_the_verdict_counts_the_passages(count, said):
    html = render.answer(answer(*[hit(rank=n + 1) for n in range(count)]), lambda _: Beside())
    assert one(html, "or-verdict").text == said
    assert [e.attributes["aria-label"] for e in elements(html) if e.tag == "article"][-1] == f"Passage {count}"


@pytest.mark.parametrize(
    ("confidence", "answered", "said"),
    [
        (0.953, True, "Answers the question: almost certainly (95 %)"),
        (0.7, True, "Answers the question: probably (70 %)"),
        (0.41, True, "Answers the question: perhaps (41 %)"),
        (0.2, False, "Chance that something here answers it: 20 %, too little to call it an answer"),
    ],
)
def test_how_sure_the_answer_is_is_said_and_explained(confidence, answered, said):
    html = render.answer(answer(hit(), answered=answered, confidence=confidence), lambda _: Beside())
    assert one(html, "or-sureness").text.startswith(f"{said}{strings.SURE_HOW}")
    assert next(e.text for e in elements(html) if "or-why" in e.classes).startswith("An estimate from what")


def test_what_a_rule_and_no_estimate_says_is_given_no_figure():
    assert "or-sureness" not in render.answer(answer(hit(), answered=False, confidence=0.0), lambda _: Beside())


def test_the_question_has_a_timeline_and_an_address():
    html = render.answer(answer(hit(), question="Why <b>&?"), lambda _: Beside())
    (timeline,) = [e for e in elements(html) if e.attributes.get("data-or-go") == "timeline"]
    assert timeline.attributes["data-or-value"] == "Why <b>&?"
    assert 'data-or-copy-address="?q=Why%20%3Cb%3E%26%3F"' in html


def test_what_was_left_out_is_said_and_can_be_put_back():
    place = Place(2, (Part("asked", "words of <Jane>"),))
    html = render.answer(answer(hit()), lambda _: Beside(), place)
    assert one(html, "or-dropped").text == "Left out:words of <Jane>"
    (chip,) = [e for e in elements(html) if "or-back" in e.classes]
    assert (chip.attributes["data-or-value"], chip.attributes["aria-label"]) == (
        "2+asked", "Put back: words of <Jane>"
    )  # fmt: skip


def test_passages_other_than_those_kept_are_said_to_be():
    assert strings.KEPT_CHANGED not in render.answer(answer(hit()), lambda _: Beside(), Place())
    html = render.answer(answer(hit()), lambda _: Beside(), Place(changed=True))
    assert one(html, "or-remark").text == strings.KEPT_CHANGED


def test_passages_like_another_are_set_apart_from_answers_and_say_so():
    html = render.more_like(Similar(passage("x"), (hit(), hit(rank=2)), 1), lambda _: Beside())
    assert one(html, "or-verdict").text == strings.MORE_FOUND.format(count=2)
    assert "or-unanswered" in elements(html)[0].classes


def test_where_nothing_is_like_it_that_is_said():
    html = render.more_like(Similar(passage("x"), (), 1), lambda _: Beside())
    assert one(html, "or-verdict").text == strings.MORE_NONE


def test_an_answer_has_a_name_and_can_have_the_focus():
    section = elements(render.answer(answer(hit()), lambda _: Beside(), Place(4)))[0]
    assert (section.attributes["aria-label"], section.attributes["tabindex"]) == ("Answer 5", "-1")
