from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import errors, limits
from corpus.readers.tag_soup import walk_tags

PATH = Path("/nowhere/a.epub")


class Told:
    def __init__(self):
        self.text, self.open, self.names = "", 0, []

    def start(self, name, attributes):
        self.open += 1
        self.names.append(name)
        assert all(isinstance(part, str) for pair in attributes.items() for part in pair)

    def end(self, name):
        self.open -= 1

    def words(self, text):
        self.text += text


def told(data):
    walker = Told()
    walk_tags(data, walker, PATH, "c1.xhtml")
    return walker


def test_tags_left_open_are_closed_and_names_are_small():
    walker = told(b"<P>One<BR>two<b>three")
    assert (walker.text, walker.open) == ("Onetwothree", 0)
    assert walker.names[-3:] == ["p", "br", "b"]


@pytest.mark.parametrize(
    "data",
    [
        "<p>naïve".encode(),
        b'<meta charset="iso-8859-1"><p>na\xefve',
        '<?xml version="1.0" encoding="utf-8"?><p>naïve'.encode(),
    ],
)
def test_words_are_utf_8_if_nothing_else_is_said(data):
    assert "naïve" in told(data).text


def test_nothing_is_opened_that_the_page_names(tmp_path):
    (tmp_path / "x").write_text("secret")
    assert "secret" not in told(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{tmp_path / "x"}">]><p>&x;</p>'.encode()).text


def test_nesting_has_a_bound(monkeypatch):
    monkeypatch.setattr(limits, "MAX_MARKUP_DEPTH", 20)
    with pytest.raises(errors.SourceFormatError, match=r"nests more than 20 elements in 'c1\.xhtml'"):
        told(b"<div>" * 30)


@given(st.binary(max_size=200) | st.text(st.sampled_from("<p/>&;!-[]? x='\"b"), max_size=120).map(str.encode))
def test_whatever_the_bytes_what_was_opened_is_closed_or_it_is_refused(data):
    fault = None
    try:
        assert told(data).open == 0
    except errors.SourceFormatError as refusal:
        fault = refusal
    assert fault is None or "a.epub" in str(fault)
