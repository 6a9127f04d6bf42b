from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from ui_checks import TEXT
from ui_hits import everywhere, hit, utterance
from ui_html import elements, foreign, one

from corpus.citing import Style
from qa.collect import Collected
from ui import strings
from ui.exports.texts import legible
from ui.render import tray


def _collected(*hits, missing=()):
    return Collected(tuple(replace(h, rank=n) for n, h in enumerate(hits, 1)), tuple(missing), 1, ())


def _buttons(html, act):
    return [e for e in elements(html) if e.attributes.get("data-or-tray") == act]


THREE = _collected(hit("One.", number=1), hit("Two.", number=2), hit("Three.", number=3))


def test_an_empty_tray_says_how_to_fill_it():
    html = tray.tray(None, Style.APA)
    assert one(html, "or-verdict").text == strings.TRAY_EMPTY
    assert _buttons(html, "clear") == []


def test_the_passages_stand_in_their_order_to_the_character():
    html = tray.tray(THREE, Style.APA)
    assert [e.text for e in elements(html) if "or-words" in e.classes] == ["One.", "Two.", "Three."]
    assert one(html, "or-verdict").text == "3 passages collected"


def test_one_passage_is_counted_as_one():
    assert one(tray.tray(_collected(hit()), Style.APA), "or-verdict").text == "1 passage collected"


def test_where_the_list_is_kept_is_said_and_the_refusal_of_it_waits_unseen():
    html = tray.tray(THREE, Style.APA)
    assert "hidden" not in one(html, "or-kept-here").attributes
    assert "hidden" in one(html, "or-not-kept").attributes


def test_undo_waits_unseen_until_there_is_something_to_undo():
    (undo,) = _buttons(tray.tray(THREE, Style.APA), "undo")
    assert "hidden" in undo.attributes


def test_every_passage_moves_up_and_down_but_the_first_and_the_last():
    html = tray.tray(THREE, Style.APA)
    assert ["disabled" in e.attributes for e in _buttons(html, "up")] == [True, False, False]
    assert ["disabled" in e.attributes for e in _buttons(html, "down")] == [False, False, True]


@pytest.mark.parametrize(("act", "label"), [("up", "Move passage 2 up"), ("remove", "Remove passage 2")])
def test_buttons_that_look_alike_have_names_that_do_not(act, label):
    buttons = _buttons(tray.tray(THREE, Style.APA), act)
    assert buttons[1].attributes["aria-label"] == label
    assert [e.attributes["data-or-id"] for e in buttons] == ["p1", "p2", "p3"]


@pytest.mark.parametrize("style", Style)
def test_citations_are_in_the_style_chosen(style):
    found = hit()
    html = tray.tray(_collected(found), style)
    cited = found.cite(style)
    assert one(html, "or-in-text").text == cited.in_text.text
    assert [e.text for e in elements(html) if e.tag == "cite"] == [cited.reference.text]
    copied = [e.attributes["data-or-copy"] for e in elements(html) if "data-or-copy" in e.attributes]
    assert copied == [cited.whole.text, f"{found.text}\n{cited.whole.text}"]


def test_who_speaks_stands_with_the_words():
    text = "The ferry runs late."
    html = tray.tray(_collected(hit(text, utterances=[utterance(text, "Sanna Veld", role="pilot")])), Style.APA)
    assert one(html, "or-speakers").text == "Sanna Veld, pilot, quoted directly"


def _said(text, words, speaker="Sanna Veld"):
    start = text.index(words)
    return replace(utterance(text, speaker, as_printed="she"), start=start, end=start + len(words))


def test_only_the_words_of_a_speaker_stand_beside_the_name():
    text = 'Sanna Veld is against the site. "Not one of us," she said. "Not one."'
    said = [_said(text, '"Not one of us,"'), _said(text, '"Not one."', None)]
    html = tray.tray(_collected(hit(text, utterances=said)), Style.APA)
    assert [e.text for e in elements(html) if e.inside[-2:] == ["article", "ul"]] == [
        'In it: Sanna Veld, quoted directly: "Not one of us,"',
        'In it: unattributed (the text has “she”), quoted directly: "Not one."',
    ]
    assert [e.text for e in elements(html) if e.attributes.get("data-or-go") == "speaker"] == ["Sanna Veld"]


def test_who_says_what_stands_below_the_words():
    html = tray.tray(_collected(hit("It leans.")), Style.APA)
    assert one(html, "or-speakers").text == strings.NO_QUOTATION
    assert html.index("or-words") < html.index("or-speakers")


@given(TEXT)
def test_no_words_beside_a_name_add_an_element_or_attribute(words):
    text = f"So: “{words}” she said."
    html = tray.tray(_collected(hit(text, utterances=[_said(text, f"“{words}”")])), Style.APA)
    assert foreign(html) == []
    assert one(html, "or-speakers").text == f"In it: Sanna Veld, quoted directly: “{legible(words)}”"


def test_passages_that_are_gone_are_named_and_can_be_removed():
    html = tray.tray(_collected(hit(), missing=["old-1", "old-2"]), Style.APA)
    assert [e.text for e in elements(html) if e.tag == "code"] == ["old-1", "old-2"]
    assert [e.attributes["data-or-id"] for e in _buttons(html, "remove")] == ["p3", "old-1", "old-2"]
    assert strings.TRAY_GONE in html


def test_a_tray_of_nothing_but_what_is_gone_is_not_called_empty():
    html = tray.tray(_collected(missing=["old-1"]), Style.APA)
    assert one(html, "or-verdict").text == "0 passages collected"
    assert len(_buttons(html, "clear")) == 1


@given(TEXT)
def test_no_text_in_any_position_adds_an_element_or_attribute(words):
    for style in Style:
        html = tray.tray(_collected(everywhere(words), missing=[words]), style)
        assert foreign(html) == []
        assert one(html, "or-words").text == words
        assert [e.text for e in elements(html) if e.tag == "code"] == [words]


@given(TEXT)
def test_the_name_of_a_file_is_text(words):
    assert foreign(tray.taken(words) + tray.nothing() + tray.about()) == []
    assert words in one(tray.taken(words), "or-remark").text
