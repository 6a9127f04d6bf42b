from __future__ import annotations

import time

import pytest
from hypothesis import given
from pages import NOWHERE, mutations

from corpus import limits
from corpus.errors import SourceError, SourceFormatError, SourceTooLargeError
from corpus.readers.xml_tree import Element, parse_xml

PATH = NOWHERE / "quay.xml"
NAMED = b"""<?xml version="1.0" encoding="UTF-8"?>
<t:text xmlns:t="urn:quay" xml:id="d1" t:n="4"><t:p>It <t:hi>rained</t:hi>
  all&#xA0;night.</t:p><!-- unsaid --><?unsaid?><p><![CDATA[<so>]]></p></t:text>"""


def parse(data, encoding=None):
    return parse_xml(data.encode() if isinstance(data, str) else data, PATH, encoding)


def test_names_lose_their_namespaces():
    root = parse(NAMED)
    assert (root.name, root.attributes) == ("text", {"id": "d1", "n": "4"})
    assert [child.name for child in root.children] == ["p", "p"]


def test_words_come_on_one_line_and_keep_blanks_that_are_none_of_xmls():
    root = parse(NAMED)
    assert root.children[0].words == "It rained all\u00a0night."
    assert root.children[1].words == "<so>"


def test_comments_and_instructions_are_no_words():
    assert "unsaid" not in parse(NAMED).words


def test_elements_are_found_in_their_order_at_every_depth():
    root = parse("<a><b n='1'><c/></b><d><b n='2'/></d></a>")
    assert [e.attributes["n"] for e in root.all("b")] == ["1", "2"]
    assert root.first("c").name == "c"
    assert root.first("q") is None
    assert [e.name for e in root.all("c", "d")] == ["c", "d"]


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a "b">', '<!ENTITY % a "b">', '<!ENTITY a SYSTEM "file:///nowhere">', "<!ENTITY a 'b'>"]
)
def test_entities_of_its_own_refuse_the_file(declared):
    with pytest.raises(SourceFormatError, match="has an entity of its own"):
        parse(f"<!DOCTYPE p [{declared}]><p>It rained.</p>")


def test_entities_of_a_definition_elsewhere_refuse_the_file_and_none_is_lost():
    with pytest.raises(SourceFormatError, match=r"&tide;"):
        parse('<!DOCTYPE p SYSTEM "p.dtd"><p>It &tide; rained.</p>')


def test_a_type_that_is_only_named_is_not_fetched_and_not_minded():
    assert parse('<!DOCTYPE p SYSTEM "http://quay.example/p.dtd"><p>It rained.</p>').words == "It rained."


def test_a_billion_laughs_end_at_the_first_entity():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    began = time.perf_counter()
    with pytest.raises(SourceFormatError, match="entity of its own"):
        parse(f'<!DOCTYPE p [<!ENTITY l0 "ha">{laughs}]><p>&l9;</p>')
    assert time.perf_counter() - began < 2


def test_a_hundred_thousand_nested_elements_are_refused_in_time():
    began = time.perf_counter()
    with pytest.raises(SourceTooLargeError, match="elements open at once"):
        parse("<p>" * 100_000 + "</p>" * 100_000)
    assert time.perf_counter() - began < 5


def test_the_deepest_tree_admitted_can_be_read_to_its_end():
    depth = limits.MAX_XML_DEPTH
    root = parse("<p>" * depth + "It rained." + "</p>" * depth)
    assert root.words == "It rained."
    assert len(list(root.all("p"))) == depth - 1


def test_more_elements_than_admitted_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_XML_ELEMENTS", 10)
    with pytest.raises(SourceTooLargeError, match="more than 10 elements"):
        parse("<p>" + "<a/>" * 10 + "</p>")


def test_a_comment_is_passed_over_and_one_of_four_million_characters_refused_in_time():
    began = time.process_time()
    assert parse(f"<p>It rained.<!--{'x' * limits.MAX_COMMENT_CHARS}--></p>").words == "It rained."
    with pytest.raises(SourceTooLargeError, match="more than 1,000,000 characters in a comment"):
        parse(f"<p>It rained.<!--{'x' * 4_000_000}--></p>")
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "data", [b"", b"It rained.", b"<p>", b"<p></q>", b"<p>\0</p>", b"\xff\xfe<p/>", b"<p a=1/>"]
)
def test_what_is_no_well_formed_xml_is_refused_by_name(data):
    with pytest.raises(SourceFormatError, match=r"quay\.xml is no well-formed XML"):
        parse(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "cp1252"])
def test_the_encoding_is_the_one_declared(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><p>Høvn</p>'.encode(encoding)
    assert parse(data).words == "Høvn"


def test_an_encoding_that_is_given_is_used():
    assert parse("<p>Høvn</p>".encode("cp1252"), "cp1252").words == "Høvn"


@pytest.mark.parametrize("encoding", ["nonsense", "base64", "utf-7"])
def test_an_encoding_that_cannot_be_read_refuses_the_file(encoding):
    with pytest.raises(SourceFormatError, match="no well-formed XML"):
        parse(f'<?xml version="1.0" encoding="{encoding}"?><p>a</p>')


def test_an_element_without_words_has_none():
    assert Element("p", {}).words == ""
    assert Element("p", {}, ["  ", Element("q", {}, ["\n"])]).words == ""


@given(mutations(NAMED))
def test_any_bytes_are_a_tree_or_a_refusal(data):
    try:
        root = parse(data)
    except SourceError:
        return
    assert isinstance(root.words, str)
