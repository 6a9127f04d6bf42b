"""The tray in a real browser: collected on any part of the page, kept by the browser, taken away as files."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from browser_looks import CONTRAST

from corpus.citing import Style
from qa.collect import collected
from ui.exports import Format, export, verify_pack

QUESTION = "the ferry to the island runs late"
BUTTONS = {
    Format.DOCX: "Word (DOCX)", Format.MARKDOWN: "Markdown", Format.CSV: "Table (CSV)", Format.BIBTEX: "BibTeX",
    Format.RIS: "RIS", Format.CSL_JSON: "CSL-JSON", Format.PACK: "Evidence pack (ZIP)",
}  # fmt: skip
REFUSED = """for (const name of ["getItem", "setItem"])
  Storage.prototype[name] = () => { throw new DOMException("refused", "SecurityError"); };"""
SHOWN = [
    ".or-tray .or-verdict", ".or-kept-here", ".or-tray .or-words", ".or-in-text", ".or-tray cite", ".or-gone code",
    ".or-tray .or-copy:enabled", "#or-formats button", "#or-taking .or-remark", ".or-tray .or-where",
]  # fmt: skip


@pytest.fixture
def ids(harbour):
    return [p.id for d in harbour.documents() for p in harbour.document(d.id).passages][:3]


@pytest.fixture
def filled(reader, ids):
    """Return a reader at the tray with three passages in it, that went in as a click puts them."""
    _put(reader, ids)
    yield reader
    assert (reader.faults, reader.abroad) == ([], [])


def _put(reader, passage_ids):
    reader.page.evaluate("ids => orTrayWrite(ids)", passage_ids)
    _open(reader)
    if passage_ids:
        reader.page.locator(".or-tray .or-card, .or-gone").first.wait_for()


def _open(reader):
    tab = reader.page.get_by_role("tab", name="Collected")
    if not tab.is_visible():  # on a narrow screen it is in a menu
        reader.page.get_by_role("button", name="More tabs").click()
        tab = reader.page.locator(".overflow-dropdown").get_by_text("Collected")
    tab.click()


def _order(reader):
    return reader.page.locator('[data-or-tray="up"]').evaluate_all("all => all.map(e => e.dataset.orId)")


def _wait_for_order(reader, passage_ids):
    reader.page.wait_for_function(
        """ids => JSON.stringify([...document.querySelectorAll('[data-or-tray="up"]')].map(e => e.dataset.orId))
               === JSON.stringify(ids)""",
        arg=passage_ids,
    )


def _kept(reader):
    return json.loads(reader.page.evaluate("localStorage.getItem('onrecord-tray')"))


def _badge(reader):
    return reader.page.evaluate("document.querySelector('[data-or-count]')?.dataset.orCount ?? '0'")


def _check(reader, quotation):
    reader.page.get_by_role("tab", name="Check a quotation").click()
    reader.page.get_by_label("Quotation").fill(quotation)
    reader.page.get_by_role("button", name="Check", exact=True).click()
    reader.page.locator(".or-match").first.wait_for()


def test_a_card_is_collected_and_stands_in_the_tray(reader, harbour):
    reader.ask(QUESTION)
    button = reader.cards.first.locator("[data-or-collect]")
    button.click()
    assert (button.inner_text(), button.get_attribute("aria-pressed")) == ("Collected", "true")
    assert (_badge(reader), _kept(reader)) == ("1", [button.get_attribute("data-or-collect")])
    _open(reader)
    reader.page.locator(".or-tray .or-card").wait_for()
    (hit,) = collected(harbour, _kept(reader)).hits
    assert reader.page.locator(".or-tray .or-words").all_text_contents() == [hit.text]


def test_a_second_click_takes_it_out_again(reader):
    _check(reader, QUESTION)
    button = reader.page.locator(".or-match .or-collect").first
    button.click()
    button.click()
    assert (button.inner_text(), button.get_attribute("aria-pressed")) == ("Collect", "false")
    assert (_badge(reader), _kept(reader)) == ("0", [])


def test_a_button_that_comes_later_knows_that_its_passage_is_collected(reader):
    _check(reader, QUESTION)
    reader.page.locator(".or-match .or-collect").first.click()
    reader.page.get_by_label("Quotation").fill("the ferry to the island never runs late")
    reader.page.get_by_role("button", name="Check", exact=True).click()
    reader.page.locator(".or-match del, .or-match ins").wait_for()
    assert reader.page.locator(".or-match .or-collect").inner_text() == "Collected"


def test_a_reload_keeps_the_tray(filled, ids, address):
    filled.open(address)
    assert _badge(filled) == "3"
    _open(filled)
    _wait_for_order(filled, ids)


def test_another_window_of_the_same_browser_follows(filled, ids, address):
    from browser_page import Reader

    other = Reader(filled.page.context.new_page(), filled.host)
    other.open(address)
    _open(other)
    _wait_for_order(other, ids)
    filled.page.get_by_role("button", name="Remove passage 1").click()
    _wait_for_order(other, ids[1:])


def test_where_storage_is_refused_the_tray_works_and_says_so(read, address, ids):
    reader = read()
    reader.page.add_init_script(REFUSED)
    reader.open(address)
    _put(reader, ids)
    _wait_for_order(reader, ids)
    assert reader.page.get_by_text("does not let the page keep anything").is_visible()
    assert not reader.page.locator(".or-kept-here").is_visible()
    reader.page.get_by_role("button", name="Remove passage 1").click()
    _wait_for_order(reader, ids[1:])
    assert (reader.faults, reader.abroad) == ([], [])


@pytest.mark.parametrize(
    "kept", ["[", "7", '{"a": 1}', '[null, 7, ["x"]]', '["<img src=x onerror=window.__pwned=1>"]']
)
def test_a_tray_that_something_else_wrote_does_no_harm(read, address, kept):
    stored = {"origin": address, "localStorage": [{"name": "onrecord-tray", "value": kept}]}
    reader = read(storage_state={"cookies": [], "origins": [stored]})
    assert reader.page.evaluate("localStorage.getItem('onrecord-tray')") == kept
    _open(reader)
    reader.page.locator(".or-tray").wait_for()
    reader.page.wait_for_timeout(300)
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert (reader.faults, reader.abroad) == ([], [])


def test_passages_are_moved_and_the_focus_stays_with_them(filled, ids):
    button = filled.page.get_by_role("button", name="Move passage 2 up")
    button.focus()
    filled.page.keyboard.press("Enter")
    _wait_for_order(filled, [ids[1], ids[0], ids[2]])
    # It is first now and moves no further up: the focus goes to its next button.
    filled.page.wait_for_function("document.activeElement.ariaLabel === 'Move passage 1 down'")
    filled.page.keyboard.press("Enter")
    _wait_for_order(filled, ids)
    assert _kept(filled) == ids


def test_a_passage_removed_comes_back_by_undo(filled, ids):
    filled.page.get_by_role("button", name="Remove passage 2").click()
    _wait_for_order(filled, [ids[0], ids[2]])
    filled.page.get_by_role("button", name="Undo").click()
    _wait_for_order(filled, ids)
    assert not filled.page.get_by_role("button", name="Undo").is_visible()


def test_all_are_removed_and_come_back_by_undo(filled, ids):
    filled.page.get_by_role("button", name="Remove all").click()
    filled.page.get_by_text("Nothing is collected yet").wait_for()
    assert (_badge(filled), _kept(filled)) == ("0", [])
    assert not filled.page.get_by_role("button", name="BibTeX").is_visible()
    filled.page.get_by_role("button", name="Undo").click()
    _wait_for_order(filled, ids)


def test_a_passage_that_is_gone_is_named_and_can_be_removed(reader, ids):
    _put(reader, [ids[0], "gone-7", ids[1]])
    assert reader.page.locator(".or-gone code").all_text_contents() == ["gone-7"]
    reader.page.get_by_role("button", name="Move passage 2 up").click()
    _wait_for_order(reader, [ids[1], ids[0]])
    reader.page.get_by_role("button", name="Remove gone-7").click()
    reader.page.locator(".or-gone").wait_for(state="detached")
    assert _kept(reader) == [ids[1], ids[0]]


def test_no_more_are_collected_than_can_be_taken_away(reader):
    _check(reader, QUESTION)
    reader.page.evaluate("orTrayWrite([...Array(500).keys()].map(n => `p${n}`))")
    button = reader.page.locator(".or-match .or-collect").first
    button.click()
    assert button.inner_text() == "No more than 500 can be collected"
    assert len(_kept(reader)) == 500


@pytest.mark.parametrize("style", [Style.CHICAGO, Style.MLA, Style.HARVARD])
def test_citations_follow_the_style_chosen(filled, harbour, ids, style):
    wanted = [hit.cite(style).reference.text for hit in collected(harbour, ids).hits]
    name = {Style.CHICAGO: "Chicago (notes)", Style.MLA: "MLA", Style.HARVARD: "Harvard"}[style]
    filled.page.get_by_label(name).check()
    filled.page.wait_for_function(
        """wanted => [...document.querySelectorAll('.or-tray cite')].map(e => e.textContent).join()
                   === wanted.join()""",
        arg=wanted,
    )


@pytest.mark.parametrize("form", Format)
def test_each_format_is_downloaded_byte_for_byte(filled, harbour, ids, form, tmp_path):
    filled.page.get_by_label("MLA").check()
    with filled.page.expect_download() as download:
        filled.page.get_by_role("button", name=BUTTONS[form], exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_bytes() == export(collected(harbour, ids), form, Style.MLA)
    assert path.suffix == f".{form.value}"
    assert path.name in filled.page.locator("#or-taken").inner_text()
    _read_back(form, path, harbour, ids)


def _read_back(form, path, harbour, ids):
    """Read a file as its user would and look for the passages in it."""
    hits = collected(harbour, ids).hits
    if form is Format.CSV:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
        assert list(dict.fromkeys(row["passage"] for row in rows)) == [hit.text for hit in hits]
        assert [row["words"] for row in rows] == [words for hit in hits for words in _said(hit.passage)]
    elif form is Format.CSL_JSON:
        assert {item["title"] for item in json.loads(path.read_text(encoding="utf-8"))} <= {
            hit.citation.title for hit in hits
        }
    elif form is Format.DOCX:
        words = zipfile.ZipFile(path).read("word/document.xml").decode()
        assert all(hit.text in words for hit in hits)
    elif form is Format.PACK:
        assert verify_pack(path, harbour).holds


def _said(passage):
    return [passage.text[u.start : u.end] for u in passage.utterances] or [passage.text]


def test_nothing_of_an_export_stays_on_the_server(filled, tmp_path, monkeypatch):
    from gradio import utils

    folder = utils.get_upload_folder()
    before = _files(folder)
    for name in BUTTONS.values():
        with filled.page.expect_download():
            filled.page.get_by_role("button", name=name, exact=True).click()
    assert _files(folder) == before


def _files(folder):
    from pathlib import Path

    return {p for p in Path(folder).rglob("*") if p.is_file()} if Path(folder).exists() else set()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_tray_never_scrolls_sideways(read, ids, width):
    reader = read(viewport={"width": width, "height": 844})
    _put(reader, [*ids, "x" * 150])
    assert reader.sideways() == 0
    assert _badge(reader) == "4"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(read, ids, scheme):
    reader = read(color_scheme=scheme)
    _put(reader, [*ids, "gone-7"])
    contrast = {part: reader.page.locator(part).first.evaluate(CONTRAST) for part in SHOWN}
    assert {part: ratio for part, ratio in contrast.items() if ratio < 4.5} == {}


def test_everything_to_press_is_large_enough_for_a_finger(read, ids):
    reader = read(viewport={"width": 390, "height": 844})
    _put(reader, ids)
    for button in reader.page.locator(".or-tray .or-copy:visible, #or-formats button").all():
        assert button.bounding_box()["height"] >= 24  # WCAG 2.2, success criterion 2.5.8


def test_names_of_buttons_for_screen_readers_are_all_different(filled):
    names = filled.page.locator("[data-or-tray][aria-label]").evaluate_all("all => all.map(e => e.ariaLabel)")
    assert len(set(names)) == len(names) == 9
