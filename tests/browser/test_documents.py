"""The list of documents and the reading view."""

from __future__ import annotations

import pytest
from browser_server import served
from tiny_encoder import TinyEncoder
from ui_hostile import HOSTILE

PHONE = {"width": 390, "height": 844}
QUESTION = "the ferry to the island runs late"
# Relative luminance and contrast as WCAG 2.2 defines them, against the nearest ground that is not transparent.
CONTRAST = """element => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parts = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = c => parts(c).slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  let behind = element;
  while (behind.parentElement && parts(getComputedStyle(behind).backgroundColor)[3] < 255)
    behind = behind.parentElement;
  const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


def shelf(reader):
    reader.show("Documents")
    reader.page.locator("#or-doc-list .or-table").wait_for()
    return reader.page.locator("#or-doc-list .or-doc-title")


def opened(reader, title="The Harbour"):
    shelf(reader)
    reader.page.locator("#or-doc-list").get_by_role("link", name=title).click()
    reader.page.locator("#or-doc-view .or-doc-text").wait_for()
    return reader.page.locator("#or-doc-view")


def passage(corpus, title, words):
    made = corpus.document(corpus.find(title).id)
    return next(p for p in made.passages if words in p.text)


def words_on_screen(reader):
    return "".join(reader.page.locator("#or-doc-view .or-text").all_text_contents())


def test_the_list_holds_every_document(reader):
    assert shelf(reader).all_inner_texts() == ["The Harbour", "The Library", "The Market"]
    assert "Ann Author" in reader.page.locator("#or-doc-list tbody tr").first.inner_text()


def test_a_search_narrows_the_list_and_says_when_nothing_fits(reader):
    titles = shelf(reader)
    box = reader.page.get_by_label("Look for documents")
    box.fill("apples")
    box.press("Enter")
    reader.page.get_by_text("1 document", exact=True).wait_for()
    assert titles.all_inner_texts() == ["The Market"]
    box.fill("zeppelin")
    reader.page.locator("#or-doc-words").get_by_role("button", name="Search").click()
    reader.page.get_by_text("No document fits").wait_for()


def test_filters_narrow_the_list_and_refuse_what_means_nothing(reader):
    titles = shelf(reader)
    reader.page.get_by_role("button", name="Filters").click()
    reader.page.get_by_label("Speaker", exact=True).fill("Doe")
    reader.page.get_by_label("Speaker", exact=True).press("Enter")
    reader.page.get_by_text("1 document", exact=True).wait_for()
    assert titles.all_inner_texts() == ["The Library"]
    reader.page.get_by_label("Since").fill("soon")
    reader.page.get_by_label("Since").press("Enter")
    reader.page.locator("#or-doc-list .or-failure").wait_for()


def test_a_document_is_read_whole_to_the_character(reader, harbour):
    opened(reader)
    assert words_on_screen(reader) == harbour.document(harbour.find("The Harbour").id).text


def test_the_speakers_words_are_coloured_and_named(reader):
    view = opened(reader)
    tinted = view.locator(".or-doc-words .or-tint-1").first
    assert tinted.inner_text() == "“The ferry to the island runs late,”"
    assert tinted.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(207, 232, 255)"
    assert "Jane Roe, Mayor, quoted directly" in view.locator(".or-doc-who").first.inner_text()


def test_back_leads_to_the_list(reader):
    opened(reader)
    reader.page.get_by_role("button", name="Back to the list").click()
    reader.page.locator("#or-doc-list .or-table").wait_for()
    assert not reader.page.locator("#or-doc-view .or-doc-text").is_visible()


def test_a_passages_number_puts_it_in_view(reader):
    view = opened(reader)
    view.get_by_role("link", name="¶3").click()
    own = view.locator("#or-in-view")
    own.wait_for()
    assert "Nine boats were counted" in own.inner_text()
    assert "?passage=" in reader.page.url


def test_a_passages_own_address_opens_it_in_view(read, harbour, address):
    wanted = passage(harbour, "The Market", "Stall 29 ")
    reader = read(f"{address}/?passage={wanted.id}")
    own = reader.page.locator("#or-in-view")
    own.wait_for()
    assert "Stall 29 sells apples" in own.inner_text()
    reader.page.wait_for_function(
        "() => { const at = document.querySelector('#or-in-view').getBoundingClientRect();"
        " return at.top >= 0 && at.bottom <= innerHeight; }"
    )


def test_a_documents_own_address_opens_it(read, harbour, address):
    reader = read(f"{address}/?document={harbour.find('The Library').id}")
    reader.page.locator("#or-doc-view .or-doc-name").wait_for()
    assert reader.page.locator("#or-doc-view .or-doc-name").inner_text() == "The Library"


@pytest.mark.parametrize("wrong", ["passage=nowhere", "document=%3Cb%3E"])
def test_an_address_that_leads_nowhere_says_so(read, address, wrong):
    reader = read(f"{address}/?{wrong}")
    failure = reader.page.locator("#or-doc-view .or-failure")
    failure.wait_for()
    assert "no such document or passage" in failure.inner_text()


def test_the_browsers_back_button_leads_to_the_passage_before(reader):
    view = opened(reader)
    view.get_by_role("link", name="¶1").click()
    reader.page.locator("#or-in-view", has_text="The council met").wait_for()
    view.get_by_role("link", name="¶3").click()
    reader.page.locator("#or-in-view", has_text="Nine boats").wait_for()
    reader.page.go_back()
    reader.page.locator("#or-in-view", has_text="The council met").wait_for()


def test_the_passage_in_view_is_copied_with_its_citation(reader):
    view = opened(reader)
    view.get_by_role("link", name="¶3").click()
    view.locator("#or-in-view").get_by_role("button", name="Copy quotation and citation").click()
    reader.page.get_by_role("button", name="Copied").wait_for()
    assert reader.clipboard() == (
        "Nine boats were counted in the harbour.\nAnn Author, “The Harbour,” August 10, 2014, para. 3."
    )


def test_sections_lead_into_the_document(reader):
    view = opened(reader)
    view.get_by_text("Sections (1)").click()
    view.get_by_role("link", name="Ferries").click()
    view.locator("#or-in-view", has_text="The council met on Monday.").wait_for()


@pytest.fixture
def own(make_corpus):
    """Return a corpus of this test's own, with a long document and one that is hostile in every line."""
    long = "# The Ledger\n\n" + "\n\n".join(f"Entry {n} names Oda Bern." for n in range(1, 451))
    foe = "\n\n".join(" ".join(words.splitlines()) for words in HOSTILE.values())
    return make_corpus({"ledger.md": long, "foe.txt": f"{foe}\n"}, encoder=TinyEncoder())


def test_a_long_document_is_read_in_parts(read, own):
    with served(own) as url:
        reader = read(url)
        view = opened(reader, "The Ledger")
        assert view.locator(".or-doc-passage").count() == 200
        view.get_by_role("link", name="Later part").first.click()
        view.locator("#or-in-view", has_text="Entry 201 ").wait_for()
        view.get_by_role("link", name="Later part").first.click()
        view.locator("#or-in-view", has_text="Entry 401 ").wait_for()
        assert view.locator(".or-doc-passage").count() == 50
        assert view.get_by_role("link", name="Later part").count() == 0


def test_a_hostile_document_is_words_on_the_screen(read, own):
    with served(own) as url:
        foe = next(s for s in own.documents() if s.sources[0].endswith("foe.txt"))
        reader = read(f"{url}/?document={foe.id}")
        reader.page.locator("#or-doc-view .or-doc-text").wait_for()
        assert words_on_screen(reader) == own.document(foe.id).text
        assert reader.page.evaluate("window.__pwned") is None
        assert reader.page.locator("#or-doc-view :is(script, img, svg, iframe, form, input, style)").count() == 0
        assert (reader.faults, reader.abroad) == ([], [])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_neither_list_nor_document_scrolls_sideways(read, width):
    reader = read(viewport={"width": width, "height": 844})
    shelf(reader)
    assert reader.sideways() == 0
    opened(reader)
    reader.page.get_by_text("Use this passage").first.click()
    assert reader.sideways() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_and_from_every_tint(read, scheme):
    reader = read(color_scheme=scheme)
    view = opened(reader)
    view.get_by_role("link", name="¶2").click()
    view.locator("#or-in-view").wait_for()
    view.locator(".or-doc-words .or-tint").first.evaluate(
        "e => { for (let n = 0; n < 9; n++) { const tint = e.cloneNode(true);"
        " tint.className = `or-tint or-tint-${n} or-probe`; e.after(tint); } }"
    )
    shown = [
        ".or-doc-name", ".or-where", ".or-doc-number", ".or-doc-who li", ".or-doc-words", "cite", "summary",
        ".or-doc-heading",
    ]  # fmt: skip
    contrast = {part: view.locator(part).first.evaluate(CONTRAST) for part in shown}
    contrast |= {f"tint {n}": probe.evaluate(CONTRAST) for n, probe in enumerate(view.locator(".or-probe").all())}
    assert len(contrast) == len(shown) + 9
    assert {part: ratio for part, ratio in contrast.items() if ratio < 4.5} == {}


def test_strangers_find_nothing_that_changes_the_corpus(read, harbour):
    with served(harbour, public=True) as url:
        reader = read(url)
        shelf(reader)
        for words in ("Add documents", "Import citation records"):
            assert reader.page.get_by_text(words).count() == 0
        opened(reader)
        for words in ("Correct what is known of it", "Remove this document"):
            assert reader.page.get_by_text(words).count() == 0
        assert reader.page.locator("input[type=file]").count() == 0
