from __future__ import annotations

import pytest
from ui_html import elements, one

from ui import strings
from ui.panels import reading_view
from ui.panels.reading_view import sight


def only(corpus, title):
    return corpus.document(corpus.find(title).id)


def test_a_document_is_shown_whole(library):
    made = only(library, "The Harbour")
    html = sight(library, made.id)
    assert "".join(e.text for e in elements(html) if "or-text" in e.classes) == made.text
    assert one(html, "or-doc-name").text == "The Harbour"


def test_the_passage_asked_for_is_in_view(library):
    made = only(library, "The Harbour")
    own = one(sight(library, made.id, made.passages[1].id), "or-doc-own")
    assert "The council counted nine boats" in own.text


def test_a_passage_copies_with_the_citation_of_its_document_as_corrected(library):
    made = only(library, "The Harbour")
    library.correct(made.id, {"title": "The Ferry Port"})
    copied = [e.attributes.get("data-or-copy", "") for e in elements(sight(library, made.id))]
    assert any("nine boats" in text and "“The Ferry Port,”" in text for text in copied)


def test_a_speaker_merged_by_the_user_has_one_name(library):
    made = only(library, "The Harbour")
    library.merge("John Doe", "Jane Roe")
    names = {e.attributes["data-or-value"] for e in elements(sight(library, made.id))
             if e.attributes.get("data-or-go") == "speaker"}  # fmt: skip
    assert names == {"Jane Roe"}


@pytest.mark.parametrize("wrong", ["", "nowhere", "<b>", "x" * 100_000])
def test_a_document_that_is_not_there_is_said(library, wrong):
    assert strings.DOC_GONE in sight(library, wrong)


def test_a_fault_is_a_sentence(library, monkeypatch):
    def fail(*_):
        raise RuntimeError("/secret")

    monkeypatch.setattr(reading_view, "page_of", fail)
    assert strings.UNEXPECTED in sight(library, only(library, "The Harbour").id)
