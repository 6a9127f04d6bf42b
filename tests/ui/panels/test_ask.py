"""The tab in which questions are asked: what its conversation does, without a browser."""

from __future__ import annotations

import logging

import pytest
from ui_html import elements, one

from corpus.errors import CorpusBusyError
from ui import strings
from ui.panels import replies, talk
from ui.turns import Turn


def _reply(corpus, question):
    html, turns = _follow(corpus, question)
    assert [turn.question for turn in turns] == [question]
    return html


def _raise(fault):
    def fail(*_, **__):
        raise fault

    return fail


def _follow(corpus, *questions):
    """Ask one question after the other in one conversation; return the last answer and the turns."""
    history, turns = [], []
    for question in questions:
        (half, before), (history, after) = talk.exchange(corpus, Turn(question), (history, turns))
        assert before is turns
        assert one(half[-1]["content"].value, "or-question").text == question
        assert [m["role"] for m in history] == ["user", "assistant"] * len(after)
        turns = after
    return history[-1]["content"].value, turns


def test_an_answer_is_a_message_with_cards(library):
    html = _reply(library, "the ferry to the island runs late")
    assert "or-card" in html
    assert "Jane Roe" in html


def test_no_answer_is_a_message_with_the_nearest_passages(library):
    html = _reply(library, "quantum chromodynamics")
    assert one(html, "or-none").text == strings.NOT_ANSWERED
    assert one(html, "or-nearest")


def test_a_question_of_the_empty_corpus_is_answered_with_nothing(make_corpus):
    assert one(_reply(make_corpus({}), "ferry"), "or-none").text == strings.NOT_ANSWERED


def test_cards_show_the_passage_among_its_neighbours(library):
    html = _reply(library, "the ferry to the island runs late")
    assert "The council counted nine boats" in html
    assert html.count("or-own") == html.count('class="or-card"')


def test_cards_show_where_the_same_words_stand(make_corpus):
    words = "“The ferry to the island runs late,” said Mayor Jane Roe.\n"
    corpus = make_corpus({"a.md": f"# One\n\n{words}", "b.md": f"# Two\n\n{words}\nNine boats were counted.\n"})
    html = _reply(corpus, "the ferry to the island runs late")
    assert "paragraph 1" in one(html, "or-places").text


@pytest.mark.parametrize(("question", "said"), [("x" * 2001, "2,001 characters"), ("?!", "has no words")])
def test_a_refusal_is_a_message_that_says_why(library, question, said):
    assert said in one(_reply(library, question), "or-failure").text


def test_a_named_fault_is_a_message_that_says_what_to_do(library, monkeypatch):
    fault = CorpusBusyError("another writer is at work", expected="none", action="Try again shortly.")
    monkeypatch.setattr(replies, "retrieve", _raise(fault))
    assert one(_reply(library, "ferry"), "or-failure").text.endswith("Try again shortly.")


def test_an_unexpected_fault_is_a_message_without_its_innards(library, monkeypatch):
    monkeypatch.setattr(replies, "retrieve", _raise(RuntimeError("disk 7 at /secret")))
    assert one(_reply(library, "ferry"), "or-failure").text == f"That did not work: {strings.UNEXPECTED}"


def test_the_log_has_the_fault_and_of_the_question_only_its_length(library, monkeypatch, caplog):
    monkeypatch.setattr(replies, "retrieve", _raise(RuntimeError('syntax error near "my secret illness"')))
    _reply(library, "my secret illness")
    assert "a question of 17 characters failed: RuntimeError" in caplog.text
    assert "in _answer" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("question", ["my secret illness", "?!", "my secret illness " * 200])
def test_an_ordinary_question_leaves_nothing_in_the_log(library, question, caplog):
    caplog.set_level(logging.DEBUG)
    _reply(library, question)
    assert "secret" not in caplog.text


def test_a_question_is_not_shortened_or_trimmed_on_the_page(library):
    _reply(library, "  When does the ferry run? <b>&amp; **why**  ")


def test_a_question_that_leans_on_the_last_says_what_it_took_over(library):
    html, turns = _follow(library, "What did Jane Roe say about the ferry?", "and about the trains?")
    assert turns[-1].reading.asked == ("Jane Roe",)
    chips = [e.attributes["aria-label"] for e in elements(html) if "or-carried" in e.classes]
    assert chips[0] == "Remove: words of Jane Roe (from the last question)"


def test_each_answer_is_leant_on_by_the_next_one_only(library):
    _, turns = _follow(library, "What did Jane Roe say?", "Is the library open on Sunday?", "and on Monday?")
    assert turns[-1].reading.asked == ()


def test_a_refused_question_is_not_leant_on(library):
    html, turns = _follow(library, "What did Jane Roe say about the ferry?", "x" * 2001, "and about the trains?")
    assert turns[-1].reading.asked == ("Jane Roe",)
    assert strings.CHIP_GOES_ON in html


def test_a_conversation_leans_on_no_other(library):
    _follow(library, "What did Jane Roe say about the ferry?")
    _, turns = _follow(library, "and about the trains?")
    assert (turns[-1].reading.asked, turns[-1].reading.carried) == ((), ())
