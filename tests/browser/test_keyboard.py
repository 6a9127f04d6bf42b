from __future__ import annotations

import pytest

from qa import retrieve

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

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


def _focused(reader):
    return reader.page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_escape_clears_the_box_and_then_leads_to_the_passages_and_back(reader):
    reader.ask(QUESTION)
    reader.page.keyboard.type("half a question")
    reader.page.keyboard.press("Escape")
    assert reader.box.input_value() == ""
    reader.page.keyboard.press("Escape")
    assert _focused(reader) == "Passage 1"
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("document.activeElement.matches('#or-box textarea')")


def test_what_escape_cleared_is_not_asked(reader):
    reader.page.keyboard.type("nine boats")
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_timeout(1500)
    assert reader.page.locator(".or-question").count() == 0


@pytest.mark.parametrize(("on", "back"), [("ArrowDown", "ArrowUp"), ("j", "k")])
def test_arrows_and_letters_go_through_the_passages(reader, on, back):
    reader.ask("apples pears plums")
    reader.page.keyboard.press("Escape")
    seen = [_focused(reader)]
    for key in (on, on, back):
        reader.page.keyboard.press(key)
        seen.append(_focused(reader))
    assert seen == ["Passage 1", "Passage 2", "Passage 3", "Passage 2"]


def test_arrows_lead_to_the_passage_in_view_when_nothing_has_the_focus(reader):
    reader.ask(QUESTION)
    reader.page.evaluate("document.activeElement.blur()")
    reader.page.keyboard.press("ArrowDown")
    assert _focused(reader) == "Passage 1"


def test_c_copies_the_passage_that_has_the_focus_and_says_so(reader, harbour):
    reader.ask(QUESTION)
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("c")
    expect(reader.page.locator(".or-spoken")).to_have_text("Copied")
    hit = retrieve(QUESTION, corpus=harbour).hits[0]
    assert reader.clipboard() == f"{hit.quotation}\n{hit.note}"


def test_what_is_told_while_something_else_is_told_waits_for_its_turn(reader):
    reader.page.evaluate("orSay('first'); orSay('second'); orSay('second')")
    expect(reader.page.locator(".or-spoken")).to_have_text("first")
    expect(reader.page.locator(".or-spoken")).to_have_text("second")
    reader.page.evaluate("""() => {
        globalThis.told = [];
        const look = new MutationObserver(() => told.push(document.querySelector(".or-spoken").textContent));
        look.observe(document.querySelector(".or-spoken"), { childList: true });
        orSay("third");
    }""")
    expect(reader.page.locator(".or-spoken")).to_have_text("third")
    assert "second" not in reader.page.evaluate("told")


def test_a_reader_who_is_at_a_passage_already_is_not_taken_back_to_the_question(read):
    reader = read(reduced_motion="reduce")
    reader.ask("apples pears plums")
    verdict = reader.answer.locator(".or-verdict").inner_text()
    expect(reader.page.locator(".or-spoken")).to_have_text(verdict)
    reader.page.evaluate("orSay('waited')")  # told after all that came before it
    reader.cards.nth(2).evaluate("card => { card.focus(); card.scrollIntoView(); }")
    expect(reader.page.locator(".or-question")).not_to_be_in_viewport()
    reader.page.evaluate("orShowLatest()")
    expect(reader.page.locator(".or-spoken")).to_have_text("waited")
    expect(reader.page.locator(".or-spoken")).to_have_text(verdict)
    expect(reader.page.locator(".or-question")).not_to_be_in_viewport()


def test_letters_are_letters_in_the_box(reader):
    reader.ask(QUESTION)
    reader.page.keyboard.type("jack")
    assert reader.box.input_value() == "jack"


def test_the_verdict_is_told_to_screen_readers_and_not_every_card(reader):
    reader.ask(QUESTION)
    verdict = reader.answer.locator(".or-verdict").inner_text()
    expect(reader.page.locator(".or-spoken")).to_have_text(verdict)
    assert reader.page.locator("#or-chat [role=log]").get_attribute("aria-live") == "off"
    reader.ask("quantum chromodynamics")
    expect(reader.page.locator(".or-spoken")).to_have_text("This corpus does not answer that.")


def test_the_card_that_has_the_focus_can_be_seen(reader):
    reader.ask(QUESTION)
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
