from __future__ import annotations

import pytest
from ui_html import elements, one

from ui import strings
from ui.panels import shelf
from ui.panels.shelf import index_bar, listed

ANY = ["", "", "", "", ""]


def titles(html):
    return [e.text for e in elements(html) if "or-doc-title" in e.classes]


def test_the_list_holds_every_document(library):
    html, page, before, after = listed(library, ANY, 0)
    assert titles(html) == ["The Harbour", "The Library"]
    assert (page, before.visible, after.visible) == (0, False, False)


def test_a_search_narrows_it(library):
    assert titles(listed(library, ["ferry", "", "", "", ""], 0)[0]) == ["The Harbour"]
    assert titles(listed(library, ["", "Moe", "2019", "", "direct"], 0)[0]) == ["The Library"]


def test_boxes_that_gradio_has_emptied_ask_for_nothing(library):
    assert len(titles(listed(library, [None] * 5, 0)[0])) == 2


def test_nothing_found_is_said(library):
    assert strings.DOC_NONE in listed(library, ["zeppelin", "", "", "", ""], 0)[0]


def test_a_filter_that_means_nothing_is_refused_in_a_sentence(library):
    html = listed(library, ["", "", "soon", "", ""], 3)[0]
    assert "since='soon' is not a date; expected" in one(html, "or-failure").text


def test_a_long_list_is_turned_page_by_page(library, monkeypatch):
    monkeypatch.setattr(shelf, "PER_PAGE", 1)
    first, second = listed(library, ANY, 0), listed(library, ANY, 1)
    assert (titles(first[0]), first[2].visible, first[3].visible) == (["The Harbour"], False, True)
    assert (titles(second[0]), second[2].visible, second[3].visible) == (["The Library"], True, False)


@pytest.mark.parametrize(("asked", "given"), [(-4, 0), (99, 1)])
def test_a_page_that_is_not_there_becomes_the_nearest(library, monkeypatch, asked, given):
    monkeypatch.setattr(shelf, "PER_PAGE", 1)
    assert listed(library, ANY, asked)[1] == given


def test_an_unexpected_fault_leaves_no_word_of_the_search_in_the_log(library, monkeypatch, caplog):
    told = "my secret" + " illness"

    def fail(*_, **__):
        raise RuntimeError(told)

    monkeypatch.setattr(shelf, "browse", fail)
    assert strings.UNEXPECTED in listed(library, ["my secret illness", "", "", "", ""], 0)[0]
    assert "a search for documents of 17 characters failed" in caplog.text
    assert "secret" not in caplog.text


def test_the_index_shows_how_far_it_is():
    seen = []
    index_bar(lambda at, desc: seen.append((at, desc)))(3, 7)
    assert seen == [((3, 7), strings.INDEXING)]
    assert index_bar(None) is None
