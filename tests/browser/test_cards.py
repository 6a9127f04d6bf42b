from __future__ import annotations

import pytest

from qa import retrieve

QUESTION = "the ferry to the island runs late"


@pytest.fixture
def card(reader):
    reader.ask(QUESTION)
    return reader.cards.first


@pytest.fixture
def hit(harbour):
    return retrieve(QUESTION, corpus=harbour).hits[0]


def test_copy_citation_puts_exactly_the_citation_on_the_clipboard(reader, card, hit):
    card.get_by_role("button", name="Copy citation", exact=True).click()
    card.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == hit.note


def test_copy_quotation_puts_the_words_and_the_citation_on_the_clipboard(reader, card, hit):
    card.get_by_role("button", name="Copy quotation and citation").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == f"{hit.quotation}\n{hit.note}"


def test_without_a_clipboard_the_citation_is_copied_by_the_old_way(reader, card, hit):
    reader.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    card.get_by_role("button", name="Copy citation", exact=True).click()
    card.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == hit.note


def test_clicking_copy_twice_leaves_the_button_its_name(card):
    button = card.locator("[data-or-copy]").first
    button.dblclick()
    card.get_by_role("button", name="Copy citation", exact=True).wait_for()


def test_read_in_context_opens_and_shows_the_neighbours(card):
    assert not card.get_by_text("The council met on Monday.").is_visible()
    card.get_by_text("Read in context").click()
    assert card.get_by_text("The council met on Monday.").is_visible()
    assert card.get_by_text("Nine boats were counted in the harbour.").is_visible()
    assert "“The ferry to the island runs late,”" in card.locator(".or-own").inner_text()


def test_the_context_of_one_card_leaves_the_others_shut(reader, card):
    card.get_by_text("Read in context").click()
    assert reader.cards.locator("details[open]").count() == 1


def test_why_a_passage_was_found_opens_on_demand(card):
    why = card.locator(".or-why")
    assert not why.is_visible()
    card.get_by_text("Why this passage").click()
    assert why.inner_text() == "matched: ferry, island, runs, late"


def test_passages_are_articles_with_names_for_screen_readers(reader, card):
    assert reader.page.get_by_role("article", name="Passage 1").count() == 1
    assert card.get_attribute("aria-label") == "Passage 1"
