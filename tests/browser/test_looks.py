from __future__ import annotations

import pytest
from browser_looks import CONTRAST

QUESTION = "the ferry to the island runs late"
PHONE = {"width": 390, "height": 844}
SHOWN = [
    ".or-tagline", ".or-searched", ".or-question", ".or-verdict", ".or-reading", ".or-why", ".or-speakers li",
    ".or-words", ".or-where", "cite", ".or-copy", "summary", "#or-box textarea", "#or-box .submit-button",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_never_scrolls_sideways(read, width):
    reader = read(viewport={"width": width, "height": 844})
    assert reader.sideways() == 0
    reader.ask(QUESTION)
    reader.cards.first.get_by_text("Read in context").click()
    assert reader.sideways() == 0


def test_an_endless_word_does_not_widen_the_page(read):
    reader = read(viewport=PHONE)
    reader.ask("ferry" * 150)
    assert reader.sideways() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(read, scheme):
    reader = read(color_scheme=scheme)
    reader.ask(f"{QUESTION} source:harbour")
    reader.cards.first.get_by_text("Why this passage").click()
    contrast = {part: reader.page.locator(part).first.evaluate(CONTRAST) for part in SHOWN}
    assert {part: ratio for part, ratio in contrast.items() if ratio < 4.5} == {}


def test_dark_mode_is_dark(read):
    reader = read(color_scheme="dark")
    ground = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(20, 24, 29)"


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_the_question_box_stays_in_view_below_a_long_answer(read, viewport):
    reader = read(viewport=viewport)
    reader.ask("apples pears plums")
    place = reader.page.locator("#or-box").bounding_box()
    assert place["y"] + place["height"] <= viewport["height"] + 1
    assert place["y"] > viewport["height"] / 2


def test_everything_to_press_is_large_enough_for_a_finger(read):
    reader = read(viewport=PHONE)
    reader.ask(QUESTION)
    for button in reader.page.locator(
        ".or-copy:visible, .or-chip, #or-box .submit-button, .or-fold summary:visible"
    ).all():
        assert button.bounding_box()["height"] >= 24  # WCAG 2.2, success criterion 2.5.8
