from __future__ import annotations

import json
import logging

import pytest
from ui_html import one

from corpus.errors import CorpusBusyError
from ui import strings
from ui.panels import ask


def _reply(corpus, question):
    (asked, _), (replied, _) = ask.exchange(corpus, question)
    assert (asked["role"], replied["role"]) == ("user", "assistant")
    assert one(asked["content"].value, "or-question").text == question
    return replied["content"].value


def _raise(fault):
    def fail(*_, **__):
        raise fault

    return fail


def _follow(corpus, *questions):
    """Ask one question after the other in one conversation; return the last answer and what is kept of it."""
    html, kept = "", None
    for question in questions:
        (_, before), (message, after) = ask.exchange(corpus, question, kept)
        assert before is kept
        html, kept = message["content"].value, after
    return html, kept


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


@pytest.mark.parametrize(("question", "said"), [("x" * 2001, "2,001 characters"), ("?!", "has no words")])
def test_a_refusal_is_a_message_that_says_why(library, question, said):
    assert said in one(_reply(library, question), "or-failure").text


def test_a_named_fault_is_a_message_that_says_what_to_do(library, monkeypatch):
    fault = CorpusBusyError("another writer is at work", expected="none", action="Try again shortly.")
    monkeypatch.setattr(chat, "retrieve", _raise(fault))
    assert one(_reply(library, "ferry"), "or-failure").text.endswith("Try again shortly.")


def test_an_unexpected_fault_is_a_message_without_its_innards(library, monkeypatch):
    monkeypatch.setattr(chat, "retrieve", _raise(RuntimeError("disk 7 at /secret")))
    assert one(_reply(library, "ferry"), "or-failure").text == f"That did not work: {strings.UNEXPECTED}"


def test_the_log_has_the_fault_and_of_the_question_only_its_length(library, monkeypatch, caplog):
    monkeypatch.setattr(chat, "retrieve", _raise(RuntimeError('syntax error near "my secret illness"')))
    _reply(library, "my secret illness")
    assert "a question of 17 characters failed: RuntimeError" in caplog.text
    assert "in _answered" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("question", ["my secret illness", "?!", "my secret illness " * 200])
def test_an_ordinary_question_leaves_nothing_in_the_log(library, question, caplog):
    caplog.set_level(logging.DEBUG)
    _reply(library, question)
    assert "secret" not in caplog.text


def test_a_question_is_not_shortened_or_trimmed_on_the_page(library):
    _reply(library, "  When does the ferry run? <b>&amp; **why**  ")


def test_a_question_that_leans_on_the_last_says_what_it_took_over(library):
    html, kept = _follow(library, "What did Jane Roe say about the ferry?", "and about the trains?")
    assert kept.asked == ("Jane Roe",)
    assert one(html, "or-reading").text == "Read as: words of Jane Roe; goes on from the last question (speaker)"


def test_each_answer_is_leant_on_by_the_next_one_only(library):
    _, kept = _follow(library, "What did Jane Roe say?", "Is the library open on Sunday?", "and on Monday?")
    assert kept.asked == ()


def test_a_refused_question_is_not_leant_on(library):
    html, kept = _follow(library, "What did Jane Roe say about the ferry?", "x" * 2001, "and about the trains?")
    assert kept.asked == ("Jane Roe",)
    assert "goes on from the last question" in html


def test_a_conversation_leans_on_no_other(library):
    _follow(library, "What did Jane Roe say about the ferry?")
    _, kept = _follow(library, "and about the trains?")
    assert (kept.asked, kept.carried) == ((), ())


def test_the_head_carries_our_script_with_its_words():
    words = ask.head().split("OR_STRINGS = ", 1)[1].split(";", 1)[0]
    assert json.loads(words) == {"copied": strings.COPIED, "failed": strings.COPY_FAILED}
    assert ask.head().count("<script>") == ask.head().count("</script>") == 1


def test_style_and_script_name_no_other_host():
    assert "http" not in ask.css()
    assert "http" not in ask.head().replace("plain HTTP", "")


def test_building_the_page_loads_no_model(library, monkeypatch):
    monkeypatch.setattr(library, "_encoder", None)
    monkeypatch.setattr("embeddings.encoder.load_encoder", _raise(AssertionError("loaded")))
    assert ask.build(library).title == "On Record"
