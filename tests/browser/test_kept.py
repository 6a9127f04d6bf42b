"""Conversations kept in the visitor's own browser, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

FIRST, SECOND = "What did Roe say about the ferry?", "and about the boats?"
REFUSE = "() => { Storage.prototype.setItem = () => { throw new DOMException('refused', 'SecurityError'); }; }"


def stored(reader):
    return json.loads(reader.page.evaluate("localStorage.getItem('onrecord.kept')") or "[]")


def press(reader, name, *, entry=None):
    fold = reader.page.locator("#or-kept")
    where = (
        fold.locator(".or-kept-list li").nth(entry) if entry is not None else fold.locator("details > .or-buttons")
    )
    where.locator("button:visible").filter(has_text=name).click()


def said(reader):
    return reader.page.locator(".or-kept-said")


@pytest.fixture
def talked(reader):
    reader.ask(FIRST)
    reader.ask(SECOND)
    reader.page.locator("#or-kept summary").click()
    return reader


@pytest.fixture
def keeper(talked):
    press(talked, "Keep this conversation")
    expect(said(talked)).to_have_text("Kept in this browser")
    return talked


def exported(reader, name, *, entry=None):
    with reader.page.expect_download() as waiting:
        press(reader, name, entry=entry)
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_nothing_is_kept_until_the_visitor_chooses_so(talked):
    assert talked.page.evaluate("localStorage.length") == 0


def test_only_questions_parts_and_ids_are_kept(keeper):
    (one,) = stored(keeper)
    assert one["name"] == FIRST
    assert [turn["question"] for turn in one["turns"]] == [FIRST, SECOND]
    assert {key for turn in one["turns"] for key in turn} == {"question", "like", "dropped", "passages"}
    assert "island" not in json.dumps(one)


def test_a_kept_conversation_is_opened_after_a_reload_and_asked_again(keeper):
    before = keeper.page.locator(".or-words").all_text_contents()
    keeper.page.reload()
    keeper.box.wait_for()
    keeper.page.locator("#or-kept summary").click()
    press(keeper, "Open", entry=0)
    expect(keeper.page.locator(".or-question")).to_have_text([FIRST, SECOND])
    expect(keeper.page.locator(".or-answer")).to_have_count(2)
    assert keeper.page.locator(".or-words").all_text_contents() == before
    assert "words of Jane Roe" in keeper.answer.locator(".or-carried").all_inner_texts()


def test_what_was_left_out_is_left_out_again(talked):
    talked.page.get_by_role("button", name="Remove: goes on").click()
    expect(talked.answer.locator(".or-back")).to_have_count(1)
    press(talked, "Keep this conversation")
    press(talked, "New conversation")
    expect(talked.page.locator(".or-question")).to_have_count(0)
    press(talked, "Open", entry=0)
    expect(talked.page.locator(".or-answer")).to_have_count(2)
    assert talked.answer.locator(".or-back").all_inner_texts() == ["goes on from the last question"]


def test_a_kept_conversation_is_renamed_from_the_keyboard(keeper):
    press(keeper, "Rename", entry=0)
    name = keeper.page.get_by_label("Name of the conversation")
    name.fill("<b>Ferry</b> & boats")
    name.press("Enter")
    expect(keeper.page.locator(".or-kept-title")).to_have_text("<b>Ferry</b> & boats")
    assert stored(keeper)[0]["name"] == "<b>Ferry</b> & boats"
    assert keeper.page.evaluate("document.activeElement.dataset.orKeep") == "open"


def test_renaming_is_given_up_with_escape(keeper):
    press(keeper, "Rename", entry=0)
    keeper.page.get_by_label("Name of the conversation").fill("other")
    keeper.page.keyboard.press("Escape")
    expect(keeper.page.locator(".or-kept-title")).to_have_text(FIRST)
    assert stored(keeper)[0]["name"] == FIRST


def test_a_kept_conversation_is_deleted_from_the_browser(keeper):
    press(keeper, "Keep this conversation")
    press(keeper, "Delete", entry=0)
    expect(said(keeper)).to_have_text("Deleted from this browser")
    assert len(stored(keeper)) == 1
    press(keeper, "Delete", entry=0)
    assert stored(keeper) == []


def test_the_conversation_on_the_screen_is_exported_with_its_words_and_citations(talked):
    form = json.loads(exported(talked, "Export as JSON"))
    cards = talked.page.locator(".or-card")
    words = [one["words"] for turn in form["turns"] for one in turn["answers"]]
    assert words == cards.locator(".or-words").all_text_contents()
    cited = [one["citation"] for turn in form["turns"] for one in turn["answers"]]
    assert cited == cards.locator(".or-cite cite").all_text_contents()


def test_its_markdown_renders_as_the_very_words_and_nothing_else(talked, harbour):
    text = exported(talked, "Export as Markdown")
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(text)
    shown = [" ".join(child.content for child in token.children) for token in tokens if token.type == "inline"]
    for words in talked.page.locator(".or-words").all_text_contents():
        assert words in shown
    assert FIRST in shown
    kinds = {token.type for token in tokens} | {c.type for token in tokens for c in token.children or ()}
    assert not {"html_block", "html_inline", "image", "code_inline", "em_open", "strong_open", "fence"} & kinds


def test_what_is_kept_is_exported_as_it_is_kept(keeper):
    assert json.loads(exported(keeper, "Export as JSON", entry=0))["turns"] == stored(keeper)[0]["turns"]
    text = exported(keeper, "Export as Markdown", entry=0)
    assert "## What did Roe say about the ferry?" in text
    assert f"?passage={stored(keeper)[0]['turns'][0]['passages'][0]}>" in text


def test_a_browser_that_keeps_nothing_is_told_of_plainly(talked):
    talked.page.evaluate(REFUSE)
    press(talked, "Keep this conversation")
    expect(said(talked)).to_have_text(
        "This browser does not let the page keep anything. It can still be exported."
    )
    assert json.loads(exported(talked, "Export as JSON"))["turns"]


def test_a_page_without_a_conversation_has_nothing_to_keep(reader):
    reader.page.locator("#or-kept summary").click()
    press(reader, "Keep this conversation")
    expect(said(reader)).to_have_text("There is no conversation yet: ask something first.")
    assert stored(reader) == []


HOSTILE = '<img src=x onerror="window.__pwned=1">'


@pytest.mark.parametrize(
    "kept",
    [
        [
            {
                "id": HOSTILE,
                "name": HOSTILE,
                "turns": [{"question": HOSTILE, "like": "", "dropped": [], "passages": []}],
            }
        ],
        [{"id": 1, "name": HOSTILE, "turns": [{"question": 1}]}, {"turns": 7}, None, "x"],
        {"not": "a list"},
        "no conversation at all",
    ],
)
def test_whatever_stands_in_the_store_is_text_and_breaks_nothing(reader, kept):
    reader.page.evaluate("kept => localStorage.setItem('onrecord.kept', JSON.stringify(kept))", kept)
    reader.page.locator("#or-kept summary").click()
    for n in range(reader.page.locator(".or-kept-list li").count()):
        assert reader.page.locator(".or-kept-title").nth(n).inner_text() == HOSTILE
        press(reader, "Open", entry=n)
    reader.ask("nine boats")
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert reader.page.locator(".or-kept-list img, .or-question img").count() == 0
    assert (reader.faults, reader.abroad) == ([], [])


def test_the_store_that_is_no_json_is_an_empty_one(reader):
    reader.page.evaluate("localStorage.setItem('onrecord.kept', '{')")
    reader.page.locator("#or-kept summary").click()
    assert reader.page.locator(".or-kept-list li").count() == 0
    assert reader.faults == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_fold_fits_on_a_phone(read, width):
    reader = read(viewport={"width": width, "height": 844}, color_scheme="dark")
    reader.ask(FIRST)
    reader.page.locator("#or-kept summary").click()
    press(reader, "Keep this conversation")
    press(reader, "Rename", entry=0)
    assert reader.sideways() == 0
