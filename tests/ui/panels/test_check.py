from __future__ import annotations

import logging

import pytest
from ui_html import foreign, one

from corpus import limits
from ui.panels import check

FERRY = "The ferry to the island runs late"


def _raise(fault):
    def fail(*_, **__):
        raise fault

    return fail


@pytest.mark.parametrize(
    ("quotation", "grade"),
    [
        (FERRY, "Exact"),
        (f"  “{FERRY},”\n", "Exact"),
        ("The ferry to the island never runs late", "Near, not exact"),
        ("The mayor painted the lighthouse in the rain", "Not in this corpus"),
    ],
)
def test_each_grade_is_named(library, quotation, grade):
    html = check.outcome(library, quotation, "")
    assert one(html, "or-grade").text.endswith(grade)
    assert foreign(html) == []


@pytest.mark.parametrize(("speaker", "alerts"), [("John Doe", 1), ("Roe", 0), ("", 0), (" \t", 0)])
def test_only_another_speaker_is_warned_of(library, speaker, alerts):
    assert check.outcome(library, FERRY, speaker).count('role="alert"') == alerts


def test_an_empty_corpus_has_no_words(make_corpus):
    assert one(check.outcome(make_corpus({}), FERRY, ""), "or-grade").text.endswith("Not in this corpus")


@pytest.mark.parametrize(
    ("quotation", "speaker", "said"),
    [
        ("", "", "no words"),
        ("…", "", "no words"),
        ("[only brackets]", "", "words in brackets only"),
        ("a " * limits.MAX_QUOTATION_CHARS, "", "20,000 characters"),
        (FERRY, "x" * 201, "201 characters"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_words(library, quotation, speaker, said):
    assert said in one(check.outcome(library, quotation, speaker), "or-failure").text


def test_an_unexpected_fault_is_a_sentence_and_the_log_has_only_the_length(library, monkeypatch, caplog):
    monkeypatch.setattr(check, "check_quote", _raise(RuntimeError("near “my secret”")))
    html = check.outcome(library, "my secret illness", "Secret Name")
    assert "Something went wrong" in one(html, "or-failure").text
    assert "a quotation of 17 characters failed: RuntimeError" in caplog.text
    assert "secret" not in caplog.text.casefold()


@pytest.mark.parametrize("quotation", ["my secret illness", "…", "my secret illness " * 2000])
def test_an_ordinary_check_leaves_nothing_in_the_log(library, quotation, caplog):
    caplog.set_level(logging.DEBUG)
    check.outcome(library, quotation, "secret")
    assert "secret" not in caplog.text


def test_no_model_is_loaded_for_a_check(library, monkeypatch):
    monkeypatch.setattr(library, "_encoder", None)
    monkeypatch.setattr("embeddings.encoder.load_encoder", _raise(AssertionError("loaded")))
    assert "or-exact" in check.outcome(library, FERRY, "")
