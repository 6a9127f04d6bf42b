from __future__ import annotations

import pytest

QUESTION = "the ferry to the island runs late"


@pytest.fixture
def busy(reader):
    """Return a reader who has done everything that the page offers."""
    reader.expect_answer(reader.page.get_by_text("What did Jane Roe say").first.click)
    reader.ask(QUESTION)
    reader.ask("quantum chromodynamics")
    reader.cards.first.locator("[data-or-copy]").first.click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    return reader


def test_nothing_is_asked_of_another_host_and_no_error_is_reported(busy):
    assert (busy.abroad, busy.faults) == ([], [])


def test_nothing_of_a_question_stays_in_the_browser_or_its_address(busy):
    kept = busy.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "ferry" not in kept + busy.page.url
    assert busy.page.evaluate("indexedDB.databases().then(found => found.length)") == 0


def test_there_is_nothing_to_upload_share_or_leave_by(busy):
    assert busy.page.locator("input[type=file], a[href^=http], iframe, form[action]").count() == 0
