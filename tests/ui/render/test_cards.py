from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, everywhere, hit, passage, read_everywhere, utterance
from ui_html import elements, foreign, one

from corpus.model import UtteranceKind
from qa.answer import Evidence
from qa.reading import Reading
from ui import render, strings

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
    html = render.card(hit(text, spans=spans), ())
    assert one(html, "or-words").text == text


@given(TEXT)
def test_no_text_in_any_position_adds_an_element_or_attribute(words):
    for reading in (read_everywhere(words), Reading(asked_as=words), Reading(phrases=(words,), words=words)):
        for answered in (True, False):
            found = answer(everywhere(words), reading=reading, answered=answered, confidence=float(answered))
            assert foreign(render.answer(found, lambda h: [h.passage])) == []
    assert foreign(render.question(words) + render.failure(words)) == []


@given(TEXT)
def test_every_attribute_value_is_escaped(words):
    found = everywhere(words)
    html = render.card(found, [found.passage])
    assert f'data-or-copy="{escape(found.note)}"' in html
    values = [v for e in elements(html) for name, v in e.attributes.items() if name == "data-or-copy"]
    assert values == [found.note, f"{found.quotation}\n{found.note}"]


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
    html = render.card(hit(text, spans=((0, 6),), utterances=[said[0]]), ())
    assert "<strong>Jane Roe</strong>, Mayor, quoted directly" in html


def test_a_passage_in_which_nobody_speaks_is_the_documents_own_voice():
    assert one(render.card(hit(), ()), "or-speakers").text == "No quotation found in this passage"


def test_the_card_says_where_the_passage_stands():
    where = one(render.card(hit(also_in=("p7", "p8")), ()), "or-where")
    assert where.text == "The Harbour · Ferries · paragraph 3 · Also appears in 2 other passage(s)"


@pytest.mark.parametrize("source", ["/shelf/harbour.md", "C:\\shelf\\harbour.md", "harbour.md"])
def test_a_document_without_a_title_goes_by_its_file_name(source):
    from corpus.citation import Citation

    where = one(render.card(hit(cited=Citation(), source=source, section=None), ()), "or-where")
    assert where.text == "harbour.md · opening section · paragraph 3"


def test_footnotes_of_the_passage_are_at_hand():
    html = render.card(hit(footnotes=(("4", "Harbour <log>, 1983."),)), ())
    assert one(html, "or-notes").text == "[4] Harbour <log>, 1983."


def test_the_context_shows_the_neighbours_and_points_out_the_passage():
    found = hit("The ferry runs late.", spans=((4, 9),))
    around = [passage("Before.", number=2), found.passage, passage("After.", number=4)]
    html = render.card(found, around)
    shown = [e.text for e in elements(html) if "or-par" in e.classes]
    assert shown == ["2Before.", "3The ferry runs late.", "4After."]
    assert one(html, "or-own").text == "3The ferry runs late."


def test_nearest_passages_are_set_apart_under_a_heading_of_their_own():
    html = render.answer(answer(hit(), answered=False), lambda _: ())
    assert one(html, "or-none").text == "This corpus does not answer that."
    assert one(html, "or-nearest").text == "Nearest passages, not an answer"
    assert "or-unanswered" in elements(html)[0].classes


def test_how_the_question_was_read_stands_between_verdict_and_passages():
    reading = Reading(asked=("Jane Roe",), asked_as="Roe", source="<harbour>")
    html = render.answer(answer(hit(), reading=reading), lambda _: ())
    assert one(html, "or-reading").text == "Read as: words of Jane Roe (“Roe”); only source “<harbour>”"
    assert html.index("or-verdict") < html.index("or-reading") < html.index("or-card")


def test_a_plain_question_has_no_line_on_its_reading():
    html = render.answer(answer(hit()), lambda _: ())
    assert "or-reading" not in html
    assert "or-remark" not in html


def test_somebody_absent_is_named_before_the_nearest_passages():
    html = render.answer(answer(hit(), answered=False, reading=Reading(asked_as="Tolliver")), lambda _: ())
    assert one(html, "or-remark").text == "Nothing here is attributed to Tolliver."
    assert html.index("or-none") < html.index("or-remark") < html.index("or-nearest")


def test_a_name_that_fits_two_is_asked_back():
    reading = Reading(asked=("Jane Roe", "John Roe"), asked_as="Roe", choices=("Jane Roe", "John Roe"))
    html = render.answer(answer(hit(), reading=reading), lambda _: ())
    assert one(html, "or-remark").text.startswith("Which Roe: Jane Roe or John Roe? ")


def test_why_a_passage_was_found_is_folded_away_in_its_card():
    html = render.card(hit(found=Evidence(terms=("ferry", "late"))), ())
    why = one(html, "or-why")
    assert (why.text, "details" in why.inside) == ("matched: ferry, late", True)
    assert [e.text for e in elements(html) if e.tag == "summary"] == [strings.WHY]


def test_nothing_at_all_says_why():
    html = render.answer(answer(answered=False, reading=Reading(not_source=("Harbour",))), lambda _: ())
    assert one(html, "or-remark").text == strings.NO_PASSAGE_LEFT


def test_nothing_at_all_has_no_heading_for_nearest_passages():
    assert "or-nearest" not in render.answer(answer(answered=False), lambda _: ())


@pytest.mark.parametrize(("count", "said"), [(1, "1 passage"), (3, "3 passages, the likeliest first")])
def test_the_verdict_counts_the_passages(count, said):
    html = render.answer(answer(*[hit(rank=n + 1) for n in range(count)]), lambda _: ())
    assert one(html, "or-verdict").text == said
    assert [e.attributes["aria-label"] for e in elements(html) if e.tag == "article"][-1] == f"Passage {count}"


@pytest.mark.parametrize(("passages", "said"), [(12, "2 documents, 12 passages."), (0, "holds no passages yet")])
def test_the_header_says_what_is_searched(passages, said):
    assert said in one(render.header(2, passages), "or-searched").text
