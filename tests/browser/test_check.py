"""The quote checker in a real browser: each grade, whose words they are, and hostile words that stay words."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from browser_looks import CONTRAST
from browser_server import served
from tiny_encoder import TinyEncoder
from ui_hostile import HOSTILE
from ui_html import ALLOWED

from qa import Corpus, check_quote

FERRY = "The ferry to the island runs late"
NEVER = "The ferry to the island never runs very late"
OUTCOME = "#or-check-result .or-check, #or-check-result .or-failure"
INSIDE = """() => [...document.querySelectorAll('.or-check, .or-check *')]
  .map(e => [e.localName, ...e.getAttributeNames()])"""
SHOWN = [
    ".or-grade strong", ".or-sign", ".or-remark", "p.or-grave", ".or-speakers li", ".or-speakers a", ".or-mind",
    ".or-warnings li", ".or-label", ".or-real", ".or-given", "del", "ins", ".or-where", "cite", ".or-copy",
    ".or-onward a", "#or-quotation .info-text", "#or-quotation label > span", "#or-check-button",
]  # fmt: skip


def _open(reader):
    reader.page.get_by_role("tab", name="Check a quotation").click()
    reader.page.get_by_label("Quotation").wait_for()


def _check(reader, quotation, speaker=""):
    """Check a quotation as a reader does, and wait for what comes of it."""
    page = reader.page
    # What is checked twice alike stays as it stands: nothing here is.
    page.evaluate(f"globalThis.before = document.querySelector('{OUTCOME}')?.outerHTML")
    page.get_by_label("Quotation").fill(quotation)
    page.get_by_label("Said to be by").fill(speaker)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_function(f"(now => now && now.outerHTML !== before)(document.querySelector('{OUTCOME}'))")


def _verbatim(reader, selector):
    """Return the words on the screen without what only a screen reader hears."""
    return reader.page.locator(selector).evaluate_all("""all => all.map(e => {
        const copy = e.cloneNode(true);
        copy.querySelectorAll('.or-hidden').forEach(hidden => hidden.remove());
        return copy.textContent;
    })""")


def _verdict(reader):
    return reader.page.locator(".or-grade strong").inner_text()


@pytest.fixture
def checking(reader):
    _open(reader)
    yield reader
    assert (reader.faults, reader.abroad) == ([], [])


def test_an_exact_quotation_is_exact_with_its_speaker_and_citation(checking, harbour):
    _check(checking, f"“{FERRY},”")
    (found,) = check_quote(FERRY, corpus=harbour).matches
    assert _verdict(checking) == "Exact"
    assert checking.page.locator(".or-match .or-speakers").inner_text() == "Jane Roe, Mayor, quoted directly"
    assert checking.page.locator(".or-match cite").inner_text() == found.note
    assert checking.page.locator("del, ins").count() == 0


def test_a_near_quotation_shows_both_texts_and_what_differs(checking, harbour):
    _check(checking, NEVER)
    (found,) = check_quote(NEVER, corpus=harbour).matches
    assert _verdict(checking) == "Near, not exact"
    assert _verbatim(checking, ".or-real") == [found.text]
    assert _verbatim(checking, ".or-given") == [NEVER]
    assert _verbatim(checking, ".or-given ins") == ["never", "very"]
    assert "negation" in checking.page.locator(".or-warnings").inner_text()


def test_a_word_left_out_is_marked_in_the_source(checking):
    _check(checking, "The ferry to island runs late")
    assert _verbatim(checking, ".or-real del") == ["the"]


def test_words_of_nobody_here_are_not_in_this_corpus(checking):
    _check(checking, "The mayor painted the lighthouse in the rain")
    assert _verdict(checking) == "Not in this corpus"
    assert checking.page.locator(".or-match").count() == 0


def test_another_speakers_words_bring_an_alert(checking):
    _check(checking, FERRY, "John Doe")
    alert = checking.page.get_by_role("alert").filter(has_text="Not the words of John Doe")
    assert alert.inner_text() == "Not the words of John Doe: the source has them as those of Jane Roe."
    _check(checking, FERRY, "Roe")
    assert alert.count() == 0


def test_a_speaker_whom_nobody_knows_is_told(checking):
    _check(checking, FERRY, "Warden Tolliver")
    assert checking.page.get_by_text("No speaker here goes by the name Warden Tolliver.").count() == 1


@pytest.mark.parametrize(("quotation", "said"), [("a " * 6000, "12,000 characters"), ("…", "no words")])
def test_what_cannot_be_checked_is_refused_in_words(checking, quotation, said):
    _check(checking, quotation)
    assert said in checking.page.locator("#or-check-result .or-failure").inner_text()


def test_a_link_from_outside_opens_the_check(read, address):
    reader = read()
    reader.page.goto(f"{address}/?quote={quote(NEVER)}")
    reader.page.locator(".or-check").wait_for()
    assert (_verdict(reader), reader.page.get_by_label("Quotation").input_value()) == ("Near, not exact", NEVER)


def test_the_link_to_a_check_opens_the_same_again(read, address):
    reader = read()
    _open(reader)
    _check(reader, NEVER)
    link = reader.page.get_by_role("link", name="Link to this check").get_attribute("href")
    other = read()
    other.page.goto(f"{address}/{link}")
    other.page.locator(".or-check").wait_for()
    assert _verbatim(other, ".or-given") == [NEVER]


def test_the_sources_words_are_copied_and_not_those_pasted(checking, harbour):
    _check(checking, NEVER)
    (found,) = check_quote(NEVER, corpus=harbour).matches
    checking.page.get_by_role("button", name="Copy the source's words and citation").click()
    checking.page.get_by_role("button", name="Copied").wait_for()
    assert checking.clipboard() == f"{found.text}\n{found.note}"


def test_the_keyboard_is_enough(reader):
    reader.page.get_by_role("tab", name="Check a quotation").focus()
    reader.page.keyboard.press("Enter")
    reader.page.get_by_label("Quotation").focus()
    reader.page.keyboard.type(FERRY)
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")
    reader.page.locator(".or-exact").wait_for()


def test_nothing_foreign_is_built_of_a_hostile_quotation(read, address):
    reader = read()
    _open(reader)
    for words in HOSTILE.values():
        _check(reader, f"The ferry to the island {words} runs late")
        found = reader.page.evaluate(INSIDE)
        assert [e for e in found if e[0] not in ALLOWED or set(e[1:]) - ALLOWED[e[0]]] == []
    assert reader.page.evaluate("typeof window.__pwned") == "undefined"
    assert (reader.faults, reader.abroad) == ([], [])


def test_a_hostile_document_is_words_beside_the_quotation(read, tmp_path):
    (tmp_path / "files").mkdir()
    for n, words in enumerate(HOSTILE.values()):
        text = f"Notice{n} at the northern wall reads: {words}\n"
        (tmp_path / "files" / f"{n}.txt").write_text(text, encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus", create=True, encoder=TinyEncoder())
    corpus.add([tmp_path / "files"])
    with served(corpus) as url:
        reader = read(url)
        _open(reader)
        for n, words in enumerate(HOSTILE.values()):
            quotation = f"Notice{n} at the southern wall reads: {words}"
            _check(reader, quotation)
            assert _verbatim(reader, ".or-real") == [m.text for m in check_quote(quotation, corpus=corpus, k=5)]
            assert set(_verbatim(reader, ".or-given")) == {reader.page.get_by_label("Quotation").input_value()}
            found = reader.page.evaluate(INSIDE)
            assert [e for e in found if e[0] not in ALLOWED or set(e[1:]) - ALLOWED[e[0]]] == []
        assert reader.page.evaluate("typeof window.__pwned") == "undefined"
        assert (reader.faults, reader.abroad) == ([], [])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_checker_never_scrolls_sideways(read, address, width):
    reader = read(viewport={"width": width, "height": 844})
    reader.page.goto(f"{address}/?quote={quote(NEVER + ' ' + 'ferry' * 100)}")
    reader.page.locator(".or-check").wait_for()
    assert reader.sideways() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(read, scheme):
    reader = read(color_scheme=scheme)
    _open(reader)
    _check(reader, "The old ferry to the isle never runs late", "John Doe")
    contrast = {part: reader.page.locator(part).first.evaluate(CONTRAST) for part in SHOWN}
    assert {part: ratio for part, ratio in contrast.items() if ratio < 4.5} == {}
