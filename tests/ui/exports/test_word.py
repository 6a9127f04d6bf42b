from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import any_text
from ui_hits import citation, everywhere, hit, utterance
from ui_hostile import HOSTILE

from corpus.citing import Style
from ui.exports import Format, export
from ui.exports.texts import legible
from ui.exports.word import CITATION, REFERENCE, SAID, WORDS

words = st.one_of(any_text, st.text(st.characters(codec=None, exclude_categories=())))


def read(data):
    """Return the paragraphs of a document as (style, text), headings included."""
    return [(p.style.name, p.text) for p in Document(io.BytesIO(data)).paragraphs]


def texts(data, style):
    return [text for name, text in read(data) if name == style]


def test_a_small_document_is_what_was_written_by_hand(of):
    one = hit("The wall\nstands.", utterances=[utterance("The wall\nstands.", "Sanna Veld", role="warden")])
    assert read(export(of(one), Format.DOCX)) == [
        ("Heading 1", "Passages"),
        (WORDS, "The wall\nstands."),
        (SAID, "— Sanna Veld, warden, quoted directly"),
        (CITATION, "(Sanna Veld, as cited in Ann Author, 2014, para. 3)"),
        ("Heading 1", "References"),
        (REFERENCE, "Ann Author. (2014, August 10). The Harbour."),
    ]


def test_only_the_words_of_a_speaker_stand_beside_the_name(of, around):
    one = around("Sanna Veld is against the site. ", '"Not one of us,"', " she said.", as_printed="she")
    data = export(of(one), Format.DOCX)
    assert texts(data, WORDS) == [one.text]
    assert texts(data, SAID) == ['In it: Sanna Veld, quoted directly: "Not one of us,"']


@settings(max_examples=8)
@given(words.filter(lambda text: len(text) < 300))
def test_any_words_beside_a_name_are_read_back(of, around, text):
    data = export(of(around("So: ", f"“{text}”", " she said.")), Format.DOCX)
    assert texts(data, SAID) == [f"In it: Sanna Veld, quoted directly: “{legible(text)}”"]


def test_the_italics_of_a_citation_are_in_italics(of):
    document = Document(io.BytesIO(export(of(hit("a")), Format.DOCX)))
    runs = [(run.text, bool(run.italic)) for run in document.paragraphs[-1].runs]
    assert runs == [("Ann Author. (2014, August 10). ", False), ("The Harbour", True), (".", False)]


@settings(max_examples=8)
@given(st.lists(words, min_size=1, max_size=12))
def test_any_words_are_read_back(of, drawn):
    hits = [hit(text) for text in drawn]
    assert texts(export(of(*hits), Format.DOCX), WORDS) == [legible(text) for text in drawn]


def test_hostile_documents_are_read_back_and_nothing_reaches_outside(of):
    data = export(of(*map(everywhere, HOSTILE.values())), Format.DOCX)
    assert texts(data, WORDS) == [legible(text) for text in HOSTILE.values()]
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    assert not [name for name, part in content.items() if b"TargetMode" in part or "vba" in name.lower()]
    body = content["word/document.xml"]
    assert not [
        tag for tag in (b"w:hyperlink", b"w:fldSimple", b"w:instrText", b"w:object", b"w:drawing") if tag in body
    ]


def test_a_passage_from_the_right_is_set_from_the_right(of):
    document = Document(io.BytesIO(export(of(hit("«שלום» Oda"), hit("Oda שלום")), Format.DOCX)))
    first, second = [p for p in document.paragraphs if p.style.name == WORDS]
    assert "w:bidi" in first._p.xml
    assert "w:bidi" not in second._p.xml


def test_the_properties_tell_nothing_of_a_person_a_machine_or_an_hour(of):
    about = Document(io.BytesIO(export(of(hit("a")), Format.DOCX))).core_properties
    assert (about.author, about.comments, about.last_modified_by, about.title) == ("", "", "", "")
    assert {about.created.year, about.modified.year} == {1980}


def test_the_same_passages_give_the_same_bytes_at_another_hour(of, monkeypatch):
    import time

    before = export(of(hit("a")), Format.DOCX)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert export(of(hit("a")), Format.DOCX) == before


def test_a_document_is_no_larger_than_its_words_ask_for(of):
    assert len(export(of(hit("a")), Format.DOCX)) < 100_000


@pytest.mark.parametrize(("text", "told"), [("a\0b", True), ("ab", False)])
def test_characters_replaced_are_told_in_a_last_line(of, text, told):
    last = read(export(of(hit(text)), Format.DOCX))[-1][1]
    assert last.endswith("stand as \ufffd in 1 passage(s).") is told


def test_a_title_with_a_character_that_xml_cannot_hold_is_shown(of):
    data = export(of(hit("a", cited=citation("The \ufffe Wall", None))), Format.DOCX)
    assert texts(data, REFERENCE) == ["The \ufffd Wall. (2014, August 10)."]


def test_the_style_is_followed(of):
    data = export(of(hit("a", spans=())), Format.DOCX, Style.MLA)
    assert texts(data, CITATION) == ["(Ann Author, par. 3)"]
