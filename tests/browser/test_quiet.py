"""With the network cut off from all but the app's own address, everything works and nothing else is asked for."""

from __future__ import annotations

import io
import json
from urllib.parse import urlsplit

import pytest
from browser_page import Reader
from browser_server import served
from PIL import Image, ImageChops
from tiny_encoder import TinyEncoder

from ui import strings

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

QUESTION = "the ferry to the island runs late"
QUAY = """---
title: The Quay
author: Ann Author
date: 2014-08-10
---

“The ferry to the island runs late,” said Mayor Oda Bern in May 2013. “It always has.”

“The quay will be repaired,” said Sanna Veld in June 2014.
"""
MARSH = "---\ntitle: The Marsh\n---\n\n“The marsh is dry,” said Sanna Veld.\n"
RECORDS = [{"id": "quay", "type": "article", "title": "The Quay", "publisher": "Harbour Press"}]


@pytest.fixture
def busy(reader):
    """Return a reader who has asked, been answered, been refused and copied."""
    reader.ask("What did Jane Roe say?")
    reader.ask(QUESTION)
    reader.ask("quantum chromodynamics")
    reader.cards.first.locator("[data-or-copy]").first.click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    return reader


@pytest.fixture
def cut(chromium):
    """Return a function that opens an address without a network; with the reader comes all that was tried."""
    contexts = []

    def start(url):
        host, tried = urlsplit(url).netloc, []
        context = chromium.new_context(
            permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900}
        )
        contexts.append(context)
        context.route(
            lambda asked: urlsplit(asked).netloc != host,
            lambda route: tried.append(route.request.url) or route.abort(),
        )
        context.on(
            "requestfailed", lambda request: tried.append(f"failed: {request.url}") if _wanted(request) else None
        )
        reader = Reader(context.new_page(), host)
        reader.page.on("websocket", lambda socket: tried.append(socket.url))
        reader.open(url)
        return reader, tried

    yield start
    for context in contexts:
        context.close()


def _wanted(request):
    """Whether a request that failed was to succeed: Gradio leaves off listening once all is answered or sent."""
    left = urlsplit(request.url).path.endswith(("/queue/data", "/upload_progress"))
    return not (request.failure == "net::ERR_ABORTED" and left)


@pytest.fixture
def quay(make_corpus):
    with served(make_corpus({"quay.md": QUAY}, encoder=TinyEncoder())) as url:
        yield url


def _ask(reader):
    reader.ask(QUESTION)
    reader.ask("What did Veld say?")
    reader.ask("and about the quay?")
    reader.expect_answer(reader.answer.get_by_role("button", name=strings.CARD_MORE).first.click)
    reader.ask("quantum chromodynamics")
    for fold in reader.page.locator(".or-answer summary:visible").all()[:4]:
        fold.click()
    for button in ("[data-or-copy]", "[data-or-copy-address]", "[data-or-collect]"):
        reader.cards.first.locator(button).first.click()
    reader.page.locator("#or-kept summary").click()
    reader.page.locator("#or-kept").get_by_role("button", name=strings.KEPT_KEEP).click()
    expect(reader.page.locator(".or-kept-list li")).to_have_count(1)


def _check(reader):
    reader.show(strings.TAB_CHECK)
    for quotation, verdict in (
        (QUESTION, strings.QUOTING_EXACT),
        (f"{QUESTION} and never early", strings.QUOTING_NEAR),
        ("Nobody painted the lighthouse in the rain", strings.QUOTING_ABSENT),
    ):
        reader.page.get_by_label(strings.QUOTING_LABEL).fill(quotation)
        reader.page.get_by_role("button", name=strings.QUOTING_CHECK, exact=True).click()
        expect(reader.page.locator(".or-grade strong")).to_have_text(verdict)


def _speakers(reader):
    reader.show(strings.TAB_SPEAKERS)
    reader.page.locator(".or-names").get_by_role("link", name="Sanna Veld").click()
    expect(reader.page.locator(".or-person-name")).to_have_text("Sanna Veld")
    box = reader.page.get_by_label(strings.PEOPLE_ASK_TIME)
    box.fill("the ferry and the quay")
    box.press("Enter")
    reader.page.locator(".or-time h2").wait_for()


def _documents(reader, folder):
    reader.show(strings.TAB_DOCUMENTS)
    for label, place, name, text in (
        (strings.DOC_ADD, "#or-doc-add", "marsh.md", MARSH),
        (strings.DOC_DESCRIBE, "#or-doc-describe", "records.json", json.dumps(RECORDS)),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        reader.page.get_by_role("button", name=label).click()
        reader.page.locator(f"{place} input[type=file]").set_input_files(folder / name)
        reader.page.locator(f"{place} tbody tr").wait_for()
    expect(reader.page.locator(".or-doc-title")).to_have_text(["The Marsh", "The Quay"])
    reader.page.locator("#or-doc-list").get_by_role("link", name="The Marsh").click()
    reader.page.get_by_role("button", name=strings.DOC_CORRECT).click()
    reader.page.locator("#or-field-title textarea, #or-field-title input").fill("The Fen")
    reader.page.get_by_role("button", name=strings.DOC_SAVE).click()
    expect(reader.page.locator(".or-doc-name")).to_have_text("The Fen")
    reader.page.get_by_role("button", name=strings.DOC_REMOVE).click()
    reader.page.get_by_role("button", name=strings.DOC_REMOVE_YES).click()
    reader.page.get_by_role("button", name=strings.DOC_UNDO).click()
    expect(reader.page.locator(".or-doc-title")).to_have_count(2)


def _tray(reader):
    reader.show(strings.TAB_TRAY)
    reader.page.get_by_label(strings.TRAY_MLA).check()
    for name in (strings.TRAY_DOCX, strings.TRAY_CSV, strings.TRAY_BIBTEX, strings.TRAY_PACK):
        with reader.page.expect_download():
            reader.page.get_by_role("button", name=name, exact=True).click()


def test_every_tab_works_with_the_network_cut_off_and_asks_for_nothing_else(cut, quay, tmp_path):
    reader, tried = cut(quay)
    _ask(reader)
    _check(reader)
    _speakers(reader)
    _documents(reader, tmp_path)
    _tray(reader)
    assert (tried, reader.abroad, reader.faults) == ([], [], [])


def test_the_page_looks_the_same_with_the_network_cut_off(cut, read, address):
    with_network = read(viewport={"width": 1280, "height": 900})
    without, tried = cut(address)
    pictures = [Image.open(io.BytesIO(_picture(reader))).convert("RGB") for reader in (with_network, without)]
    other = ImageChops.difference(*pictures).convert("L").point(lambda level: 255 if level > 8 else 0)
    share = other.histogram()[255] / (other.width * other.height)
    assert (tried, share < 0.001) == ([], True)


def _picture(reader):
    reader.page.evaluate("document.fonts.ready")
    reader.page.wait_for_timeout(1000)
    return reader.page.screenshot(animations="disabled", caret="hide")


def test_nothing_is_asked_of_another_host_and_no_error_is_reported(busy):
    assert (busy.abroad, busy.faults) == ([], [])


def test_nothing_of_a_question_stays_in_the_browser_or_its_address(busy):
    kept = busy.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "ferry" not in kept + busy.page.url
    assert busy.page.evaluate("indexedDB.databases().then(found => found.length)") == 0


def test_there_is_nothing_to_upload_share_or_leave_by(busy):
    assert busy.page.locator("input[type=file], a[href^=http], iframe, form[action]").count() == 0
