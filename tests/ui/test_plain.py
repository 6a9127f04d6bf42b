from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_hits import answer, citation, everywhere, hit, read_everywhere, utterance

from qa.answer import Evidence
from qa.reading import Reading
from ui.plain import answer_text, hit_text, safe

COMMANDS = {
    "clear the screen": ("\x1b[2J", "<001B>[2J"),
    "set the window title": ("\x1b]0;root\x07", "<001B>]0;root<0007>"),
    "hyperlink": ("\x1b]8;;http://far.invalid\x1b\\", "<001B>]8;;http://far.invalid<001B>\\"),
    "overwrite the line": ("he denied it\rhe said it", "he denied it<000D>he said it"),
    "backspace": ("no\b\byes", "no<0008><0008>yes"),
    "NUL": ("a\0b", "a<0000>b"),
    "delete": ("a\x7fb", "a<007F>b"),
    "C1 control sequence": ("\x9b2J", "<009B>2J"),
    "C1 next line": ("a\x85b", "a<0085>b"),
    "right-to-left override": ("\u202edenied\u202c", "<202E>denied<202C>"),
    "isolates": ("\u2066a\u2067b\u2068c\u2069", "<2066>a<2067>b<2068>c<2069>"),
    "direction marks": ("\u200ea\u200fb\u061c", "<200E>a<200F>b<061C>"),
    "zero width space": ("a\u200bb", "a<200B>b"),
    "line separator": ("a\u2028b\u2029c", "a<2028>b<2029>c"),
    "tag characters": ("a\U000e0041", "a<E0041>"),
    "lone surrogate": ("a\ud800", "a<D800>"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_to_the_terminal_is_shown(name):
    given_text, shown = COMMANDS[name]
    assert safe(given_text) == shown


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_reaches_the_terminal_from_any_position(name):
    words = COMMANDS[name][0]
    printed = answer_text(answer(everywhere(words), reading=read_everywhere(words)))
    printed += answer_text(answer(everywhere(words), answered=False, reading=Reading(asked_as=words)))
    left = {c for c in printed if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert not left


@pytest.mark.parametrize(
    "words",
    [
        "naïve Œuvre — “so”",
        "می\u200cخواهم",
        "👩\u200d🚀",
        "co\u00adoperate",
        "tab\tstop",
        "<b>&amp;</b> $x$ [a](b)",
    ],
)
def test_ordinary_text_is_printed_as_it_stands(words):
    assert safe(words) == words


def test_windows_line_ends_are_line_ends():
    assert safe("one\r\ntwo") == "one\ntwo"


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("  \n\t"), min_size=1))
def test_wrapping_changes_nothing_but_white_space(text):
    printed = hit_text(hit(text, spans=()))
    assert "".join(printed.split()).startswith("1." + "".join(text.split()))


def test_words_are_indented_and_wrapped_at_100_characters():
    lines = hit_text(hit("ferry " * 60, spans=())).splitlines()[1:-3]
    assert all(line.startswith("    ferry") and len(line) <= 104 for line in lines)


def test_the_answering_sentence_stands_between_marks():
    assert "    It rains. ▸The ferry is late.◂" in hit_text(hit("It rains. The ferry is late.", spans=((10, 28),)))


def test_a_name_over_two_lines_does_not_become_two_entries():
    text = "The ferry is late."
    printed = hit_text(hit(text, utterances=[utterance(text, None, as_printed="Jane\n    John Doe")]))
    assert "(the text has “Jane John Doe”), quoted directly" in printed


def test_a_title_over_two_lines_does_not_become_two_entries():
    printed = hit_text(hit(cited=citation("The Harbour\n2.\n    Another passage")))
    assert "“The Harbour 2. Another passage,” August 10, 2014, para. 3." in printed


@pytest.mark.parametrize(
    ("found", "first_line"),
    [
        (answer(hit()), "1 passage"),
        (answer(hit(), hit(rank=2)), "2 passages, the likeliest first"),
        (answer(hit(), answered=False), "This corpus does not answer that."),
        (answer(answered=False), "This corpus does not answer that."),
    ],
)
def test_the_first_line_says_whether_the_corpus_answers(found, first_line):
    assert answer_text(found).splitlines()[0] == first_line


def test_nearest_passages_are_set_apart_from_answers():
    assert answer_text(answer(hit(), answered=False)).splitlines()[1] == "Nearest passages, not an answer:"


def test_how_the_question_was_read_stands_above_the_hits():
    printed = answer_text(answer(hit(), reading=Reading(asked=("Jane Roe",), asked_as="Roe")))
    assert printed.splitlines()[:3] == ["1 passage", "Read as: words of Jane Roe (“Roe”)", ""]


def test_what_is_not_there_is_said_before_the_nearest_passages():
    printed = answer_text(answer(hit(), answered=False, reading=Reading(asked_as="Tolliver")))
    assert printed.splitlines()[:3] == [
        "This corpus does not answer that.",
        "Nothing here is attributed to Tolliver.",
        "Nearest passages, not an answer:",
    ]


def test_the_reading_of_a_name_over_two_lines_is_one_line():
    printed = answer_text(answer(hit(), reading=Reading(speaker="Jane\n1.\n    Roe")))
    assert printed.splitlines()[1] == "Read as: only speaker “Jane 1. Roe”"


def test_each_hit_ends_with_why_it_was_found():
    assert hit_text(hit(found=Evidence(terms=("ferry", "late")))).splitlines()[-1] == "    matched: ferry, late"


def test_no_passage_is_explained_by_the_filters_only_when_there_are_any():
    assert "filters" in answer_text(answer(answered=False, reading=Reading(since="2015")))
    assert "holds no passages yet" in answer_text(answer(answered=False))
