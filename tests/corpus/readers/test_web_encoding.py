from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_pages import OPEN, read, said

from corpus.errors import SourceBinaryError, SourceEmptyError, SourceEncodingError
from corpus.readers.formats import Options
from corpus.readers.page_tree import meant_by, page_text
from corpus.readers.web import read_html

WORDS = "“Dobrý den”, said Žofie Černá of the harbour, and was glad."


def declared(label, words=WORDS, encoding=None, form='<meta charset="{}">'):
    return f"<html><head>{form.format(label)}</head><p>{words}</p>".encode(encoding or label)


@pytest.mark.parametrize(
    ("data", "said_so"),
    [
        (declared("utf-8"), None),
        (declared("cp1250"), None),
        (declared("windows-1250"), None),
        (declared("utf-8", form=""), None),
        (declared("cp1250", form=""), "cp1250"),
        (declared("windows-1250", form='<meta http-equiv="Content-Type" content="text/html; charset={}">'), None),
        (declared("cp1250", form='<?xml version="1.0" encoding="{}"?>'), "cp1250"),
        (codecs.BOM_UTF8 + declared("latin-1", encoding="utf-8"), None),
        (declared("utf-16"), None),
        (codecs.BOM_UTF8 + declared("utf-8"), "cp1250"),
        (declared("utf-16le", encoding="utf-8"), None),
        (declared("no-such-name", encoding="utf-8"), None),
        (declared("base64", encoding="utf-8"), None),
        (b"<!-- <meta charset=cp1252> -->" + declared("utf-8"), None),
    ],
)
def test_a_pages_words_are_decoded_as_it_says(data, said_so):
    assert WORDS in said(read(data, encoding=said_so))


def test_an_xml_declaration_is_followed():
    data = f'<?xml version="1.0" encoding="windows-1250"?><html><p>{WORDS}</p></html>'.encode("cp1250")
    assert said(read(data)) == [WORDS]


def test_elements_that_xhtml_closes_at_once_hold_nothing():
    source = f'<html><head><script src="a.js"/><title/></head><body><p>{OPEN}<a id="x"/><br/>So.</p></body></html>'
    assert said(read_html(source.encode(), Path("a.xhtml"), Options())) == [f"{OPEN}\nSo."]


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin_1_means_what_browsers_take_it_for(label):
    words = f"“{OPEN}” – €5"
    assert said(read(declared(label, words, "cp1252"))) == [words]


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-15", "koi8-r"])
def test_a_declaration_that_lies_about_utf_8_is_refused(label):
    with pytest.raises(SourceEncodingError, match=r"its bytes are UTF-8.*--encoding utf-8"):
        read(declared(label, encoding="utf-8"))


def test_who_names_the_encoding_is_believed():
    assert said(read(declared("windows-1252", encoding="utf-8"), encoding="utf-8")) == [WORDS]


def test_plain_ascii_may_declare_what_it_likes():
    assert said(read(declared("windows-1252", OPEN, "utf-8"))) == [OPEN]


@pytest.mark.parametrize("form", ['<meta charset="utf-8">', ""])
def test_bytes_that_are_not_utf_8_are_refused(form):
    with pytest.raises(SourceEncodingError, match="is not utf-8: byte 0x"):
        read(declared("cp1250", form=form))


def test_a_page_of_nuls_or_of_nothing_is_refused():
    with pytest.raises(SourceBinaryError):
        read(f"<p>{OPEN}\0</p>")
    with pytest.raises(SourceEmptyError):
        read(b"")


@pytest.mark.parametrize(
    ("label", "codec"), [("x\0", None), ("rot13", None), ("gb2312", "gb18030"), ("UTF8", "utf-8")]
)
def test_labels_mean_codecs(label, codec):
    assert meant_by(label) == codec


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(
        lambda t: any(map(str.isalnum, t))
    )
)
def test_utf_8_comes_out_character_for_character(words):
    assert page_text(words.encode(), "a.html") == words.removeprefix("\ufeff")
