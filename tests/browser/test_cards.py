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
    card.get_by_role("button", name="Copy citation", exact=True).dblclick()
    card.get_by_role("button", name="Copied").wait_for()
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
    why = card.locator(".or-why").first
    assert not why.is_visible()
    card.get_by_text("Why this passage").click()
    assert why.inner_text() == "matched: ferry, island, runs, late"


def test_passages_are_articles_with_names_for_screen_readers(reader, card):
    assert reader.page.get_by_role("article", name="Passage 1").count() == 1
    assert card.get_attribute("aria-label") == "Passage 1"


@pytest.mark.parametrize("style", ["APA", "Chicago (notes)", "MLA", "Harvard"])
def test_every_style_is_copied_as_it_is_shown(reader, card, style):
    card.get_by_text("Cite", exact=True).click()
    card.get_by_role("button", name=f"Copy Reference ({style})").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert "Harbour" in reader.clipboard()
    assert reader.clipboard() in card.locator(".or-cited").all_inner_texts()


def test_the_record_is_copied_for_other_programs(reader, card, hit):
    card.get_by_text("Cite", exact=True).click()
    card.get_by_role("button", name="Copy RIS").click()
    card.get_by_role("button", name="Copied").wait_for()
    assert "TI  - The Harbour" in reader.clipboard()


def test_the_link_of_a_passage_opens_it_again(read, reader, card, hit, address):
    card.get_by_role("button", name="Copy link", exact=True).click()
    card.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == f"{address}/?passage={hit.passage.id}"
    other = read(reader.clipboard())
    other.page.get_by_role("tab", name="Documents", selected=True).wait_for()


def test_the_link_of_a_question_asks_it_again(read, reader, address):
    question = "Does the ferry run late? & <b>why</b>"
    reader.ask(question)
    reader.answer.get_by_role("button", name="Copy link to this question").click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    other = read(reader.clipboard())
    other.answer.wait_for()
    assert other.page.locator(".or-question").inner_text() == question


def test_more_like_this_shows_others_and_calls_none_an_answer(reader, card, hit):
    reader.expect_answer(card.get_by_role("button", name="More like this").click)
    assert "none is an answer" in reader.answer.locator(".or-verdict").inner_text()
    assert reader.cards.count() >= 1
    assert hit.text not in reader.cards.locator(".or-words").all_text_contents()
    assert "More like: “" in reader.page.locator(".or-question").last.inner_text()


def test_the_speaker_and_the_document_are_opened_from_the_card(reader, card):
    card.get_by_role("link", name="Jane Roe").click()
    reader.page.get_by_role("tab", name="Speakers", selected=True).wait_for()
    assert reader.page.url.endswith("?speaker=Jane%20Roe")
    reader.show("Ask")
    reader.cards.first.get_by_role("link", name="The Harbour").click()
    reader.page.get_by_role("tab", name="Documents", selected=True).wait_for()


def test_the_timeline_of_a_question_is_opened_from_its_answer(reader, card):
    reader.answer.get_by_role("link", name="Timeline").click()
    reader.page.get_by_role("tab", name="Speakers", selected=True).wait_for()


def test_how_sure_it_is_is_explained_on_demand(reader, card):
    how = reader.answer.locator(".or-sureness .or-why")
    assert not how.is_visible()
    reader.answer.get_by_text("How this is measured").click()
    assert how.inner_text().startswith("An estimate from what the search shows")
