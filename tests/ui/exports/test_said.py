from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import any_text
from ui_hits import passage, utterance

from corpus.model import UtteranceKind
from ui.exports.said import EDGE, LONGEST, is_whole, said_lines, shown_words, words_of
from ui.exports.texts import legible

AGAINST = 'Sanna Veld is against the site. "Not one of us was asked," she said.'


def part(text, words, speaker="Sanna Veld", **about):
    """Return a passage's utterance of some of its words."""
    start = text.index(words)
    return replace(utterance(text, speaker, **about), start=start, end=start + len(words))


def said(text, *utterances):
    return said_lines(passage(text, utterances=utterances))


def test_the_authors_sentence_does_not_come_to_stand_in_the_speakers_mouth():
    quoted = part(AGAINST, '"Not one of us was asked,"', as_printed="she")
    assert said(AGAINST, quoted) == ['In it: Sanna Veld, quoted directly: "Not one of us was asked,"']


def test_whoever_says_the_whole_passage_needs_no_words_repeated():
    text = "The wall leans.\n"
    whole = replace(utterance(text, "Oda Bern", kind=UtteranceKind.TURN, role="dean"), end=len(text) - 1)
    assert said(text, whole) == ["— Oda Bern, dean, speaking"]


def test_the_label_of_a_turn_is_no_other_voice():
    text = "ODA BERN (chair): Order, order."
    turn = part(text, "Order, order.", "Oda Bern", kind=UtteranceKind.TURN)
    assert said(text, turn) == ["— Oda Bern, speaking"]
    assert not is_whole(passage(text), replace(turn, kind=UtteranceKind.BLOCK))


@pytest.mark.parametrize(
    "text", ["ODA BERN: Order. (Laughter.)", "The hall fell quiet. Order.", "A vote.\nODA BERN: Order."]
)
def test_a_turn_with_other_words_around_it_is_not_the_whole(text):
    turn = part(text, "Order.", "Oda Bern", kind=UtteranceKind.TURN)
    assert said(text, turn) == ["In it: Oda Bern, speaking: “Order.”"]


def test_every_utterance_has_a_line_in_the_order_of_the_text():
    text = "“It leans,” said Oda Bern. “It does not,” said Sanna Veld. “It does,” said Oda Bern."
    found = said(
        text,
        part(text, "“It leans,”", "Oda Bern", role="dean"),
        part(text, "“It does not,”"),
        part(text, "“It does,”", None, as_printed=None),
    )
    assert found == [
        "In it: Oda Bern, dean, quoted directly: “It leans,”",
        "In it: Sanna Veld, quoted directly: “It does not,”",
        "In it: unattributed, quoted directly: “It does,”",
    ]


def test_lines_that_are_the_same_stand_once():
    whole = utterance("It leans.", "Oda Bern")
    assert said("It leans.", whole, whole) == ["— Oda Bern, quoted directly"]


def test_a_report_is_given_without_marks_as_it_is_nobodys_quotation():
    text = "Oda Bern held that the wall would fall."
    report = part(text, "that the wall would fall", "Oda Bern", kind=UtteranceKind.INDIRECT)
    assert said(text, report) == ["In it: Oda Bern, reported, not quoted: that the wall would fall"]


@pytest.mark.parametrize("words", ["“No.”", '"No."', "‘No.’", "«No.»", "„No.“", "“No, and it runs on"])
def test_marks_that_the_text_has_are_not_doubled(words):
    text = f"She said: {words}"
    assert shown_words(passage(text), part(text, words)) == f": {words}"


@pytest.mark.parametrize("kind", [UtteranceKind.DIRECT, UtteranceKind.BLOCK])
def test_own_words_without_marks_get_them(kind):
    text = "No – said Sanna Veld."
    assert shown_words(passage(text), part(text, "No", kind=kind)) == ": “No”"


def test_where_nobody_is_quoted_that_is_said():
    assert said("The wall leans.") == ["No quotation found in this passage"]


def test_a_role_over_two_lines_is_one_line():
    assert said("a", utterance("a", "Oda Bern", role="dean\r\nof \u202elamps")) == [
        "— Oda Bern, dean of lamps, quoted directly"
    ]


def test_words_up_to_the_bound_are_whole_and_longer_ones_lose_their_middle():
    for length, cut in ((LONGEST - 2, False), (LONGEST - 1, True)):
        words = "“" + "x" * length + "”"
        shown = shown_words(passage(f"So {words}"), part(f"So {words}", words))
        assert ("[…]" in shown) == cut
        assert shown.startswith(": “x")
        assert shown.endswith("x”")


@given(st.lists(st.text("abc’", min_size=1, max_size=12), min_size=150, max_size=300))
def test_very_long_words_keep_their_beginning_and_their_end_cut_between_words(drawn):
    words = f"“{' '.join(drawn)} not over yet until it ends in a wall that stands {'so ' * 150}far”"
    text = f"{words} she said."
    head, tail = shown_words(passage(text), part(text, words)).removeprefix(": ").split(" […] ")
    assert words.startswith(f"{head} ")
    assert words.endswith(f" {tail}")
    assert max(len(head), len(tail)) <= EDGE


@given(before=any_text, words=any_text.filter(lambda words: len(words) <= LONGEST - 2), behind=any_text)
def test_any_words_are_those_of_the_utterance_and_stand_in_its_line(before, words, behind):
    text = f"{before}“{words}”{behind}"
    quoted = replace(utterance(text), start=len(before), end=len(before) + len(words) + 2)
    place = passage(text, utterances=[quoted])
    assert words_of(place, quoted) == f"“{words}”"
    whole = not before.strip() and not behind.strip()
    assert is_whole(place, quoted) == whole
    assert said_lines(place)[0].endswith("directly" if whole else legible(f": “{words}”"))
