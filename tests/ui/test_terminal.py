from __future__ import annotations

import sys

import pytest

from ui.terminal import as_utf8, bar, load_model, open_corpus, say


def test_a_line_is_said_on_standard_error(capsys):
    say("the tide is out")
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "onrecord: the tide is out\n")


def test_a_line_is_said_above_a_bar_that_is_shown(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    show = bar("reading", " files")
    show(1, 3)
    say("added: a.txt")
    show(3, 3)
    said = capsys.readouterr().err
    assert "onrecord: added: a.txt\n" in said
    assert "onrecord: reading" in said
    assert said.index("added") > said.index("reading")


def test_a_bar_shows_nothing_where_nobody_looks(capsys):
    show = bar("reading")
    for done in range(4):
        show(done, 3)
    assert capsys.readouterr().err == ""


def test_words_typed_under_ascii_are_the_words_typed():
    assert as_utf8("caf\udcc3\udca9 “”") == "café “”"


def test_without_a_corpus_the_sample_is_opened_and_said(capsys, tiny, monkeypatch):
    monkeypatch.setattr("embeddings.encoder.load_encoder", lambda *_: tiny)
    assert len(open_corpus(None).documents()) > 0
    assert "bundled sample" in capsys.readouterr().err


def test_a_corpus_that_is_named_is_opened(make_corpus, capsys):
    folder = make_corpus({}).folder
    assert open_corpus(folder).folder == folder
    assert capsys.readouterr().err == ""


def test_loading_the_model_is_said_first(make_corpus, capsys):
    load_model(make_corpus({}))
    assert "loading the model" in capsys.readouterr().err


@pytest.mark.parametrize("total", [0, 5])
def test_a_bar_is_closed_at_the_end_and_may_begin_anew(total):
    show = bar("asking")
    for _ in range(2):
        show(total, total)
