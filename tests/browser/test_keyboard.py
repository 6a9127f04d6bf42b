from __future__ import annotations

QUESTION = "the ferry to the island runs late"
FOCUSED = "(document.activeElement.textContent || document.activeElement.tagName).trim()"


def _tab_to(reader, label):
    """Press Tab until the element with this label has the focus; a keyboard has no other way."""
    for _ in range(60):
        if reader.page.evaluate(FOCUSED) == label:
            return
        reader.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {label!r}")


def test_the_box_has_the_focus_when_the_page_opens(reader):
    reader.page.keyboard.type(QUESTION)
    reader.expect_answer(lambda: reader.page.keyboard.press("Enter"))
    assert reader.cards.count() >= 1


def test_shift_enter_starts_a_new_line_and_does_not_ask(reader):
    reader.box.fill("the ferry")
    reader.box.press("Shift+Enter")
    reader.page.keyboard.type("runs late")
    reader.expect_answer(lambda: reader.page.keyboard.press("Enter"))
    assert reader.page.locator(".or-question").inner_text() == "the ferry\nruns late"


def test_copying_and_reading_in_context_need_no_mouse(reader):
    reader.ask(QUESTION)
    reader.page.keyboard.press("Shift+Tab")
    reader.page.locator("h1").evaluate("h => { h.tabIndex = -1; h.focus(); }")
    _tab_to(reader, "Copy citation")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("button", name="Copied").wait_for()
    _tab_to(reader, "Read in context")
    reader.page.keyboard.press("Enter")
    assert reader.cards.first.locator("details", has_text="Read in context").get_attribute("open") is not None


def test_what_has_the_focus_can_be_seen(reader):
    reader.ask(QUESTION)
    reader.page.locator("h1").evaluate("h => { h.tabIndex = -1; h.focus(); }")
    _tab_to(reader, "Copy citation")
    assert reader.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
