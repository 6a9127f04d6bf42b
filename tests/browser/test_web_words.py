from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from web_pages import BOATS, LAMPS, OPEN, page, read, read_archive
from web_soup import body, laid

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shown(chromium):
    """Return what Chromium shows of a page, as words between blanks."""
    tab = chromium.new_page()

    def show(source):
        tab.set_content(f"<!DOCTYPE html><meta charset=utf-8><body>{source}")
        return plain(tab.evaluate("document.body.innerText"))

    yield show
    tab.close()


def plain(words):
    """Return words without the brackets that part a note's mark from its word, and a row's lines."""
    return words.replace("[", "").replace("]", "").replace(" | ", " ").split()


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body())
def test_the_words_of_a_page_are_those_that_a_browser_shows(shown, source):
    # Left out: a blank behind <wbr>, which Chromium drops, and <cite>, which is parted from the words it signs.
    source = source.replace("<wbr>", "").replace("cite>", "i>").replace("<script>no</script>", "")
    assert plain("\n".join(laid(f"<body>{source}"))) == shown(source)


def test_what_a_browser_saves_in_one_file_is_read_as_the_page(chromium, tmp_path):
    source = page(
        f'<article><h1>Open</h1><p>{OPEN}<sup><a href="#n">1</a></sup> “Žofie”</p><blockquote>{BOATS}</blockquote>'
        f'<p>{LAMPS}</p><p id="n">The act.</p></article>'
    )
    path = tmp_path / "a.html"
    path.write_text(source, "utf-8")
    tab = chromium.new_page()
    tab.goto(path.as_uri())
    saved = tab.context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    tab.close()
    alone, packed = read(source), read_archive(saved.encode())
    assert (packed.text, packed.blocks) == (alone.text, alone.blocks)
