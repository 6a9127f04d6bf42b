from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import everywhere, hit, passage, utterance
from ui_html import elements, one

from corpus.model import StatementDate, UtteranceKind
from qa.answer import Evidence
from ui import render, strings
from ui.render import Beside

# What the readers let in: anything but surrogates and the control characters that no text has.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'`\n\t\r ${}/"), min_size=1)


@st.composite
def marked_texts(draw):
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return text, tuple(zip(cuts[::2], cuts[1::2], strict=False))


def _without_our_tags(html):
    return unescape(re.sub("</?mark>", "", html))


@given(marked_texts())
def test_without_the_tags_a_marked_text_is_the_text_to_the_character(given_text):
    text, spans = given_text
    assert _without_our_tags(render.marked(text, spans)) == text


@given(marked_texts())
def test_what_is_marked_are_the_spans(given_text):
    text, spans = given_text
    marks = re.findall("<mark>(.*?)</mark>", render.marked(text, spans), flags=re.DOTALL)
    assert [unescape(mark) for mark in marks] == [text[start:end] for start, end in spans]


@given(marked_texts())
def test_the_card_quotes_the_passage_to_the_character(given_text):
    text, spans = given_text
    html = render.card(hit(text, spans=spans), Beside())
    assert one(html, "or-words").text == text


@given(TEXT)
def test_every_attribute_value_is_escaped(words):
    found = everywhere(words)
    html = render.card(found, Beside([found.passage], [found]))
    assert f'data-or-copy="{escape(found.note)}"' in html
    values = [v for e in elements(html) for name, v in e.attributes.items() if name == "data-or-copy"]
    assert values[:2] == [f"{found.quotation}\n{found.note}", found.note]


@given(TEXT)
def test_a_question_stands_on_the_page_as_it_was_typed(words):
    assert one(render.question(words), "or-question").text == words


def test_a_refusal_is_announced_to_screen_readers():
    refused = one(render.failure("the question is <too> long"), "or-failure")
    assert refused.text == "That did not work: the question is <too> long"
    assert refused.attributes["role"] == "alert"


def test_the_speaker_of_the_answer_stands_out_from_others_quoted_in_the_passage():
    text = "“Late,” said Jane Roe. “Slow,” said John Doe."
    said = [utterance("“Late,”", role="Mayor"), utterance(text, "John Doe", kind=UtteranceKind.INDIRECT)]
    html = render.card(hit(text, spans=((0, 6),), utterances=[said[0]]), Beside())
    (strong,) = [e for e in elements(html) if e.tag == "strong"]
    assert strong.text == "Jane Roe"
    assert one(html, "or-speakers").text == "Jane Roe, Mayor, quoted directly 90 % sure"


def test_the_speaker_leads_to_all_that_this_speaker_says():
    html = render.card(hit("“Late.”", utterances=[utterance("“Late.”", "Jane & Roe")]), Beside())
    (link,) = [e for e in elements(html) if e.attributes.get("data-or-go") == "speaker"]
    assert (link.attributes["data-or-value"], link.attributes["href"]) == (
        "Jane & Roe",
        "?speaker=Jane%20%26%20Roe",
    )


def test_whoever_probably_speaks_is_said_to_and_linked():
    said = replace(utterance("“Late.”", None), probably="Oda Bern", confidence=0.61)
    html = render.card(hit("“Late.”", utterances=[said]), Beside())
    assert one(html, "or-speakers").text == "probably Oda Bern, quoted directly 61 % sure"
    assert 'data-or-value="Oda Bern"' in html


def test_nobody_named_leads_nowhere_and_has_no_sureness():
    html = render.card(hit("“Late.”", utterances=[utterance("“Late.”", None, as_printed="a sailor")]), Beside())
    assert one(html, "or-speakers").text == "unattributed (the text has “a sailor”), quoted directly"
    assert 'data-or-go="speaker"' not in html


def test_a_passage_in_which_nobody_speaks_is_the_authors_own_voice():
    said = one(render.card(hit(), Beside()), "or-speakers").text
    assert said == "The author's own voice (No quotation found in this passage)"


def test_the_card_says_where_the_passage_stands_and_when():
    where = one(render.card(hit(), Beside()), "or-where")
    assert where.text == "The Harbour · Ferries · paragraph 3 · published 2014-08-10"


def test_a_page_and_a_time_are_named_where_there_are_any():
    found = hit()
    found = replace(found, passage=replace(found.passage, page="xii", time=3725.4))
    assert "Ferries · page xii · at 1:02:05 · paragraph 3" in one(render.card(found, Beside()), "or-where").text


@pytest.mark.parametrize(
    ("until", "said"), [("2014-07-23", "said 2014-07-23"), ("2014-07-31", "said 2014-07-23/2014-07-31")]
)
def test_the_day_it_was_said_comes_before_the_day_it_was_published(until, said):
    when = StatementDate(0, 4, "July", "2014-07-23", until)
    found = hit("“Late.”", utterances=[replace(utterance("“Late.”"), said=when)])
    assert one(render.card(found, Beside()), "or-where").text.endswith(f" · {said}")


def test_the_title_leads_to_the_document():
    (link,) = [e for e in elements(render.card(hit(), Beside())) if e.attributes.get("data-or-go") == "document"]
    assert (link.text, link.attributes["data-or-value"]) == ("The Harbour", "d1")


def test_where_the_same_words_stand_is_a_list_of_links():
    others = [hit("Late.", number=n) for n in (7, 8)]
    html = render.card(hit(also_in=("p7", "p8")), Beside(also=others))
    assert one(html, "or-places").text == "The Harbour, paragraph 7The Harbour, paragraph 8"
    ids = [e.attributes["data-or-value"] for e in elements(html) if e.tag == "a" and "paragraph" in e.text]
    assert ids == ["p7", "p8"]


def test_places_that_are_not_listed_are_counted():
    html = render.card(hit(also_in=tuple(f"p{n}" for n in range(30))), Beside(also=[hit("Late.")] * 25))
    assert one(html, "or-places").text.endswith("and 10 more")


def test_every_button_of_a_card_knows_its_passage():
    html = render.card(hit(), Beside())
    assert 'data-or-collect="p3"' in html
    assert 'data-or-copy-address="?passage=p3"' in html
    doors = [(e.tag, e.attributes["data-or-go"], e.attributes["data-or-value"])
             for e in elements(html) if e.attributes.get("data-or-go") in {"read", "more"}]  # fmt: skip
    assert doors == [("a", "read", "p3"), ("button", "more", "p3")]


def test_the_card_can_have_the_focus_without_being_in_the_way_of_it():
    (article,) = [e for e in elements(render.card(hit(), Beside())) if e.tag == "article"]
    assert article.attributes["tabindex"] == "-1"


@pytest.mark.parametrize("source", ["/shelf/harbour.md", "C:\\shelf\\harbour.md", "harbour.md"])
def test_a_document_without_a_title_goes_by_its_file_name(source):
    from corpus.citation import Citation

    where = one(render.card(hit(cited=Citation(), source=source, section=None), Beside()), "or-where")
    assert where.text == "harbour.md · opening section · paragraph 3 · date not known"


def test_footnotes_of_the_passage_are_at_hand():
    html = render.card(hit(footnotes=(("4", "Harbour <log>, 1983."),)), Beside())
    assert one(html, "or-notes").text == "[4] Harbour <log>, 1983."


def test_the_context_shows_the_neighbours_and_points_out_the_passage():
    found = hit("The ferry runs late.", spans=((4, 9),))
    around = [passage("Before.", number=2), found.passage, passage("After.", number=4)]
    html = render.card(found, Beside(around))
    shown = [e.text for e in elements(html) if "or-par" in e.classes]
    assert shown == ["2Before.", "3The ferry runs late.", "4After."]
    assert one(html, "or-own").text == "3The ferry runs late."


def test_why_a_passage_was_found_is_folded_away_in_its_card():
    html = render.card(hit(found=Evidence(terms=("ferry", "late"))), Beside())
    why = one(html, "or-why")
    assert (why.text, "details" in why.inside) == ("matched: ferry, late", True)
    assert [e.text for e in elements(html) if e.tag == "summary"] == [strings.CARD_CITE, strings.WHY]


def test_how_sure_the_speaker_is_is_explained_beside_why_it_was_found():
    html = render.card(hit("“Late.”", utterances=[utterance("“Late.”")]), Beside())
    assert [e.text for e in elements(html) if "or-why" in e.classes][1].startswith("“90 % sure” is how often")


@pytest.mark.parametrize(("passages", "said"), [(12, "2 documents, 12 passages."), (0, "holds no passages yet")])
def test_the_header_says_what_is_searched(passages, said):
    assert said in one(render.header(2, passages), "or-searched").text
