from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_checks import TEXT
from ui_hits import citation, passage, utterance
from ui_html import elements, foreign, one

from corpus.citation import Citation
from corpus.citing import Formatted
from corpus.model import UtteranceKind
from ui.render import quoted


@st.composite
def formatted(draw):
    text = draw(TEXT)
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=6))))
    return Formatted(text, tuple(zip(cuts[::2], cuts[1::2], strict=False)))


@given(formatted())
def test_without_the_tags_an_italicised_text_is_the_text_to_the_character(text):
    assert unescape(re.sub("</?i>", "", quoted.italics(text))) == text.text


@given(formatted())
def test_what_is_in_italics_are_the_spans(text):
    shown = re.findall("<i>(.*?)</i>", quoted.italics(text), flags=re.DOTALL)
    assert [unescape(one) for one in shown] == [text.text[start:end] for start, end in text.italics]


def test_a_known_speaker_leads_to_their_page():
    html = quoted.speakers([utterance("Yes.", "Sanna Veld", role="harbour master")])
    (link,) = [e for e in elements(html) if e.tag == "a"]
    assert (link.text, link.attributes["href"]) == ("Sanna Veld", "?speaker=Sanna%20Veld")
    assert one(html, "or-speakers").text == "Sanna Veld, harbour master, quoted directly"


@pytest.mark.parametrize("printed", ["a pilot", None])
def test_somebody_unknown_leads_nowhere(printed):
    html = quoted.speakers([utterance("Yes.", None, as_printed=printed, kind=UtteranceKind.INDIRECT)])
    assert "<a" not in html
    assert one(html, "or-speakers").text.startswith("unattributed")


def test_a_speaker_is_named_once():
    twice = [utterance("Yes.", "Sanna Veld"), utterance("No.", "Sanna Veld")]
    assert one(quoted.speakers(twice), "or-speakers").text == "Sanna Veld, quoted directly"


@pytest.mark.parametrize("source", ["/shelf/quay.md", "C:\\shelf\\quay.md", "quay.md"])
def test_a_document_without_a_title_goes_by_its_file_name(source):
    html = quoted.place(Citation(), source, passage("Yes.", section=None))
    assert one(html, "or-where").text == "quay.md · opening section · paragraph 3"


def test_a_place_is_title_section_and_paragraph():
    assert (
        one(quoted.place(citation(), "", passage("Yes.")), "or-where").text
        == "The Harbour · Ferries · paragraph 3"
    )


@given(TEXT)
def test_any_id_stays_in_its_attribute(words):
    html = quoted.collect_button(words)
    (button,) = elements(html)
    assert (button.attributes["data-or-collect"], button.text) == (words, "Collect")
    assert foreign(html) == []


@given(TEXT)
def test_any_citation_is_text_and_any_copy_an_attribute(words):
    html = quoted.cited(words, ("Copy", words))
    assert [e.text for e in elements(html) if e.tag == "cite"] == [words]
    assert one(html, "or-copy").attributes["data-or-copy"] == words
    assert foreign(html) == []
