from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import errors, limits
from corpus.readers.xml_parts import NotWellFormedError, parse, walk_xml

PATH = Path("/nowhere/a.odt")
SPACES = {"urn:w": "w", "urn:bare": ""}


class Told:
    """Keeps what it is told."""

    def __init__(self):
        self.seen = []

    def start(self, name, attributes):
        self.seen.append((name, attributes))

    def end(self, name):
        self.seen.append(f"/{name}")

    def words(self, text):
        self.seen.append(text)


def told(text, **more):
    walker = Told()
    parse(text if isinstance(text, bytes) else text.encode(), walker, SPACES, PATH, "content.xml", **more)
    return walker.seen


def refused(text, match):
    with pytest.raises(errors.SourceFormatError, match=match) as caught:
        walk_xml(text.encode(), Told(), SPACES, PATH, "content.xml")
    assert "'content.xml'" in str(caught.value)


def test_names_are_short_by_the_namespaces_asked_for():
    assert told('<x:a xmlns:x="urn:w" x:b="1" c="2">t</x:a>') == [("w:a", {"w:b": "1", "c": "2"}), "t", "/w:a"]
    assert told('<a xmlns="urn:bare"/>') == [("a", {}), "/a"]
    assert told('<a xmlns="urn:other"/>') == [("?:a", {}), "/?:a"]
    assert told("<a/>") == [("a", {}), "/a"]


def test_words_come_together_across_what_stands_for_a_character():
    assert told("<a>It &lt;rained&gt; &#x2014; <![CDATA[& poured]]></a>")[1:-1] == ["It <rained> — & poured"]


def test_comments_and_instructions_say_nothing():
    assert told("<a><!-- gone --><?gone too?>t</a>")[1:-1] == ["t"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_that_is_declared_is_used(encoding):
    assert told(f'<?xml version="1.0" encoding="{encoding}"?><a>naïve</a>'.encode(encoding))[1] == "naïve"


def test_entities_are_refused_before_they_grow():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(20))
    refused(f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]><a>&l20;</a>', "declares types of its own")


def test_an_entity_from_outside_is_refused_and_never_fetched(tmp_path):
    (tmp_path / "secret").write_text("secret")
    refused(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{tmp_path / "secret"}">]><a>&x;</a>', "declares types of its own")


def test_a_doctype_that_only_names_its_kind_is_no_harm():
    assert told('<!DOCTYPE a PUBLIC "-//X//EN" "http://nowhere.invalid/a.dtd"><a>t</a>')[1] == "t"


def test_names_of_characters_are_known_where_html_is_read():
    assert "".join(told("<a>x&nbsp;y&mdash;z&unknown;</a>", html=True)[1:-1]) == "x\u00a0y—z&unknown;"


def test_elsewhere_they_are_an_error():
    with pytest.raises(NotWellFormedError, match="undefined entity"):
        told("<a>x&nbsp;y</a>")


def test_nesting_has_a_bound(monkeypatch):
    monkeypatch.setattr(limits, "MAX_MARKUP_DEPTH", 5)
    assert told("<a>" * 5 + "t" + "</a>" * 5).count("/a") == 5
    refused("<a>" * 6 + "t" + "</a>" * 6, "nests more than 5 elements")


def test_a_hundred_thousand_nested_tags_are_refused():
    refused("<a>" * 100_000, "nests more than 1,000 elements")


def test_a_comment_of_four_megabytes_is_refused():
    refused(f"<a><!--{'x' * 4_000_000}-->t</a>", "holds a comment of 4,000,000 characters")


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "t", "<a>\x01</a>", "<a b='1' b='2'/>"])
def test_what_is_not_well_formed_is_refused_with_the_reason(text):
    refused(text, r"is damaged in 'content\.xml' \(")


def test_an_encoding_that_is_none_is_refused():
    refused('<?xml version="1.0" encoding="base64"?><a/>', "is damaged")


@given(st.binary(max_size=200) | st.text(st.sampled_from("<a/>&;!-[]? x='\"b"), max_size=120).map(str.encode))
def test_whatever_the_bytes_what_was_opened_is_closed_or_it_is_refused(data):
    walker = Told()
    try:
        walk_xml(data, walker, SPACES, PATH, "content.xml")
    except errors.SourceFormatError:
        return
    opened = [name for name, *_ in (s for s in walker.seen if isinstance(s, tuple))]
    assert sorted(opened) == sorted(s[1:] for s in walker.seen if isinstance(s, str) and s.startswith("/"))
