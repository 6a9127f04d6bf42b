"""The fold that cites a passage in every style."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from ui_hits import everywhere, hit
from ui_html import elements, foreign

from corpus.citation import Citation
from corpus.citing import Style
from corpus.citing.records import RecordFormat, export_records
from ui.render.citations import citations

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


def copied(html):
    return {e.text: e.attributes["data-or-copy"] for e in elements(html) if e.tag == "button"}


def test_every_style_has_its_citation_and_reference_to_be_copied():
    found = copied(citations(hit()))
    assert list(found)[:8] == [
        "Copy In the text (APA)", "Copy Reference (APA)",
        "Copy Footnote (Chicago (notes))", "Copy Reference (Chicago (notes))",
        "Copy In the text (MLA)", "Copy Reference (MLA)",
        "Copy In the text (Harvard)", "Copy Reference (Harvard)",
    ]  # fmt: skip
    assert found["Copy In the text (APA)"] == hit().cite(Style.APA).in_text.text
    assert found["Copy Reference (MLA)"] == hit().cite(Style.MLA).reference.text


def test_the_record_is_copied_as_a_file_for_other_programs():
    found, made = hit(), copied(citations(hit()))
    records = {found.passage.document_id: found.citation}
    assert made["Copy BibTeX"] == export_records(records, RecordFormat.BIBTEX)
    assert made["Copy RIS"] == export_records(records, RecordFormat.RIS)
    assert json.loads(made["Copy CSL-JSON"])[0]["title"] == "The Harbour"


def test_nothing_known_leaves_no_button_that_copies_nothing():
    made = copied(citations(hit(cited=Citation())))
    assert "Copy BibTeX" not in made
    assert all(text.strip() for text in made.values())
    assert made["Copy Reference (MLA)"] == "[Document]."


@given(TEXT)
def test_what_is_shown_is_what_is_copied_to_the_character(words):
    html = citations(everywhere(words))
    shown = [e.text for e in elements(html) if "or-cited" in e.classes]
    assert shown == list(copied(html).values())[:8]


@given(TEXT)
def test_no_text_adds_an_element_or_attribute(words):
    assert foreign(citations(everywhere(words))) == []
