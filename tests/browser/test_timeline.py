from __future__ import annotations

from urllib.parse import quote

import pytest
from browser_looks import CONTRAST
from browser_server import served
from tiny_encoder import TinyEncoder
from ui_hostile import HOSTILE
from ui_people import COUNCIL, point, timeline

from qa import Corpus
from ui import strings

PHONE = {"width": 390, "height": 844}
QUESTION = "the ferry needs a new hull"


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    folder = tmp_path_factory.mktemp("council")
    (folder / "files").mkdir()
    for name, text in COUNCIL.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([folder / "files"])
    with served(corpus) as url:
        yield url


@pytest.fixture
def drawn(read, council):
    """Return a function that opens the page at a question's timeline."""

    def start(question=QUESTION, **context):
        reader = read(f"{council}/?timeline={quote(question)}", **context)
        reader.page.locator(".or-time").wait_for()
        return reader

    return start


def _quiet(reader):
    assert (reader.faults, reader.abroad, reader.sideways()) == ([], [], 0)


def test_a_question_typed_is_drawn(read, council):
    reader = read(council)
    reader.page.get_by_role("tab", name=strings.TAB_SPEAKERS).click()
    box = reader.page.get_by_label(strings.PEOPLE_ASK_TIME)
    box.fill(QUESTION)
    box.press("Enter")
    reader.page.get_by_role("heading", name=f"Timeline: {QUESTION}").wait_for()
    assert "Oda Bern" in reader.page.locator(".or-plot-name").all_inner_texts()
    _quiet(reader)


def test_an_address_draws_its_timeline_again(drawn):
    reader = drawn()
    assert reader.page.locator(".or-point").count() >= 2
    assert reader.page.get_by_role("group", name=f"Timeline: {QUESTION}").count() == 1
    _quiet(reader)


def test_marks_have_a_size_and_stand_where_their_date_is(drawn):
    reader = drawn()
    boxes = {
        mark.get_attribute("aria-label"): mark.bounding_box() for mark in reader.page.locator(".or-point").all()
    }
    track = reader.page.locator(".or-track").first.bounding_box()
    for box in boxes.values():
        assert min(box["width"], box["height"]) >= 24
        assert track["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= track["x"] + track["width"] + 1
    oldest = next(box for told, box in boxes.items() if "2009" in told)
    newest = next(box for told, box in boxes.items() if "2019" in told)
    assert oldest["x"] < newest["x"]


def test_a_year_is_a_bar_and_a_day_a_dot(read, council):
    reader = read(f"{council}/?speaker=Oda%20Bern")
    reader.page.locator(".or-plot").wait_for()
    wide = {told: mark.bounding_box()["width"] for mark in reader.page.locator(".or-point").all()
            if (told := mark.get_attribute("aria-label"))}  # fmt: skip
    year = next(width for told, width in wide.items() if "document of 2014" in told)
    day = next(width for told, width in wide.items() if "March 2, 2009" in told)
    assert year > 2 * day


def test_a_mark_opens_its_passage(drawn):
    reader = drawn()
    mark = reader.page.locator(".or-point").first
    passage = mark.get_attribute("data-or-value")
    mark.click()
    reader.page.wait_for_url(f"**/?passage={passage}")


def test_arrow_keys_move_from_mark_to_mark_and_enter_opens(drawn):
    reader = drawn()
    marks = reader.page.locator(".or-point")
    marks.first.focus()
    assert reader.page.locator(".or-told").inner_text() == marks.first.get_attribute("aria-label")
    reader.page.keyboard.press("ArrowRight")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert reader.page.evaluate(focused) == marks.nth(1).get_attribute("aria-label")
    assert marks.nth(1).get_attribute("tabindex") == "0"
    reader.page.keyboard.press("End")
    assert reader.page.evaluate(focused) == marks.last.get_attribute("aria-label")
    reader.page.keyboard.press("Home")
    reader.page.keyboard.press("ArrowLeft")
    assert reader.page.evaluate(focused) == marks.first.get_attribute("aria-label")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/?passage=*")


def test_the_tab_key_stops_once_in_the_plot(drawn):
    reader = drawn()
    reader.page.locator(".or-point").first.focus()
    reader.page.keyboard.press("Tab")
    assert not reader.page.evaluate("document.activeElement.classList.contains('or-point')")


def test_the_table_says_the_same(drawn):
    reader = drawn()
    reader.page.get_by_text(strings.TIME_TABLE).click()
    rows = reader.page.locator(".or-table tbody tr")
    marks = reader.page.locator(".or-point")
    assert rows.count() == marks.count()
    assert reader.page.locator(".or-table th").first.inner_text() == strings.TIME_WHEN
    _quiet(reader)


def test_a_question_that_is_not_answered_is_not_drawn(drawn):
    reader = drawn("quantum chromodynamics")
    assert reader.page.locator(".or-time .or-none").inner_text() == strings.NOT_ANSWERED
    assert reader.page.locator(".or-plot").count() == 0
    _quiet(reader)


def test_too_few_dates_are_said_instead_of_an_empty_plot(drawn, monkeypatch):
    monkeypatch.setattr("ui.panels.people.timeline", lambda *_, **__: timeline(point(), undated=2))
    reader = drawn("anything")
    assert reader.page.get_by_text(strings.TIME_TOO_FEW).is_visible()
    assert reader.page.locator(".or-plot").count() == 0


def test_many_points_and_long_names_fit_a_phone(drawn, monkeypatch):
    points = [
        point(
            f"{1990 + n % 30}-05-01", speaker=f"Warden{n % 20} {'of the outer harbour ' * 6}", words="wall " * 30
        )
        for n in range(300)
    ]
    monkeypatch.setattr("ui.panels.people.timeline", lambda *_, **__: timeline(*points, passages=50))
    reader = drawn("anything", viewport=PHONE)
    assert reader.page.locator(".or-plot-row").count() == 12
    reader.page.get_by_text(strings.TIME_TABLE).click()
    _quiet(reader)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_words_stand_out_in_light_and_dark(drawn, scheme):
    reader = drawn(viewport=PHONE, color_scheme=scheme)
    contrast = {part: reader.page.locator(part).first.evaluate(CONTRAST) for part in SHOWN}
    assert {part: ratio for part, ratio in contrast.items() if ratio < 4.5} == {}
    ground = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(20, 24, 29)") == (scheme == "dark")
    _quiet(reader)


def test_hostile_points_are_words_on_the_screen(drawn, monkeypatch):
    words = list(HOSTILE.values())
    points = [point(f"20{n:02}-01-01", speaker=w, words=w, title=w, printed=w) for n, w in enumerate(words)]
    monkeypatch.setattr("ui.panels.people.timeline", lambda *_, **__: timeline(*points, subject=words[0]))
    reader = drawn("anything")
    for mark in reader.page.locator(".or-point").all():
        mark.focus()
        assert reader.page.locator(".or-told").text_content() == mark.get_attribute("aria-label")
    reader.page.get_by_text(strings.TIME_TABLE).click()
    assert reader.page.locator(".or-table td:nth-child(3)").all_text_contents() == words
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert reader.page.locator(".or-time :is(script, svg, img, iframe, form, style, link, video)").count() == 0
    _quiet(reader)


SHOWN = [
    ".or-time h2", ".or-legend li", ".or-plot-name a", ".or-range", ".or-tick", ".or-told", ".or-time-note",
    ".or-time summary", "#or-people-boxes label span", "#or-people-boxes .submit-button",
]  # fmt: skip
