"""axe-core on every part of the page; ``npm install --prefix .axe axe-core@4.14.1`` puts it where it is sought."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qa.checking import Grade
from ui import strings

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

AXE = Path(__file__).resolve().parents[2] / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
FERRY = "The ferry to the island runs late"
LOOKS = [
    pytest.param({"color_scheme": scheme, "viewport": {"width": width, "height": 844}}, id=f"{scheme}-{width}")
    for scheme in ("light", "dark")
    for width in (390, 1280)
]


@pytest.fixture(scope="module")
def axe():
    if not AXE.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"axe-core is not at {AXE}")
        pytest.skip("axe-core is not installed: npm install --prefix .axe axe-core@4.14.1")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(params=LOOKS)
def desk(request, read):
    """Return a reader in each of the page's looks."""
    return read(**request.param, reduced_motion="reduce")


@pytest.fixture
def open_to_all(desk, axe):
    """Return a function that asserts that nothing seen now shuts anybody out."""
    desk.page.evaluate(axe)

    def look():
        desk.page.evaluate("document.querySelectorAll('.prose details').forEach(fold => { fold.open = true; })")
        # A button that comes under the pointer while it is measured has the colours of two states.
        desk.page.mouse.move(0, 0)
        desk.page.wait_for_timeout(600)  # colours fade in
        found = desk.page.evaluate("axe.run(document)")
        assert len(found["passes"]) > 10
        grave = [v for v in found["violations"] if v["impact"] in GRAVE]
        assert [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0]["failureSummary"]) for v in grave] == []

    return look


def test_asking_shuts_nobody_out(desk, open_to_all):
    open_to_all()
    desk.ask("What did Jane Roe say about the ferry to the island?")
    open_to_all()
    desk.expect_answer(desk.answer.get_by_role("button", name=strings.CARD_MORE).first.click)
    desk.ask("quantum chromodynamics")
    desk.page.locator("#or-kept").get_by_role("button", name=strings.KEPT_KEEP).click()
    desk.page.locator(".or-kept-list").get_by_role("button", name=strings.KEPT_RENAME).click()
    open_to_all()
    desk.ask("x" * 1001)
    open_to_all()


def test_checking_a_quotation_shuts_nobody_out(desk, open_to_all):
    desk.show(strings.TAB_CHECK)
    open_to_all()
    for quotation, grade in (
        (FERRY, Grade.EXACT),
        (f"{FERRY} and never early", Grade.NEAR),
        ("Nobody painted the lighthouse in the rain", Grade.ABSENT),
    ):
        desk.page.get_by_label(strings.QUOTING_LABEL).fill(quotation)
        desk.page.get_by_label(strings.QUOTING_SPEAKER).fill("John Doe")
        desk.page.get_by_role("button", name=strings.QUOTING_CHECK, exact=True).click()
        desk.page.locator(f".or-check.or-{grade.value}").wait_for()
        open_to_all()


def test_speakers_and_time_shut_nobody_out(desk, open_to_all):
    desk.show(strings.TAB_SPEAKERS)
    desk.page.locator(".or-names a").first.wait_for()
    open_to_all()
    desk.page.locator(".or-names").get_by_role("link", name="Jane Roe").click()
    desk.page.locator(".or-sayings").wait_for()
    open_to_all()
    box = desk.page.get_by_label(strings.PEOPLE_ASK_TIME)
    box.fill("What was said about the ferry?")
    box.press("Enter")
    desk.page.locator(".or-time h2").wait_for()
    open_to_all()


def test_the_documents_shut_nobody_out(desk, open_to_all):
    desk.show(strings.TAB_DOCUMENTS)
    desk.page.locator(".or-doc-title").first.wait_for()
    for part in (strings.DOC_FILTERS, strings.DOC_ADD, strings.DOC_DESCRIBE):
        desk.page.get_by_role("button", name=part).click()
    open_to_all()
    desk.page.locator("#or-doc-list").get_by_role("link", name="The Harbour").click()
    desk.page.locator("#or-doc-view .or-doc-text").wait_for()
    desk.page.get_by_role("button", name=strings.DOC_CORRECT).click()
    desk.page.get_by_role("button", name=strings.DOC_REMOVE).click()
    desk.page.get_by_role("button", name=strings.DOC_REMOVE_NO).wait_for()
    open_to_all()


def test_what_is_collected_shuts_nobody_out(desk, harbour, open_to_all):
    ids = [p.id for d in harbour.documents() for p in harbour.document(d.id).passages][:3]
    desk.show(strings.TAB_TRAY)
    open_to_all()
    desk.page.evaluate("ids => orTrayWrite(ids)", [*ids, "gone-7"])
    expect(desk.page.locator(".or-tray .or-card")).to_have_count(3)
    open_to_all()


def test_a_timeline_that_is_drawn_shuts_nobody_out(desk, harbour, open_to_all, monkeypatch):
    from ui_people import point, timeline

    points = [point(f"{year}-05-01", speaker=f"Warden {year % 3}") for year in range(1990, 2010)]
    monkeypatch.setattr("ui.panels.people.timeline", lambda *_, **__: timeline(*points, passages=20))
    desk.page.evaluate("orGo('timeline', 'the ferry')")
    desk.page.locator(".or-plot").wait_for()
    open_to_all()


def test_the_menu_of_tabs_shuts_nobody_out(read, axe):
    desk = read(viewport={"width": 390, "height": 844})
    desk.page.locator(".overflow-menu button").first.click()
    desk.page.evaluate(axe)
    found = desk.page.evaluate("axe.run(document)")["violations"]
    assert [v["id"] for v in found if v["impact"] in GRAVE] == []
