from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_html import elements, foreign, one

from corpus import limits
from corpus.citing import Style
from qa.collect import collected
from ui.exports import Format, export, file_name
from ui.panels import tray

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)


@pytest.fixture
def ids(library):
    return [p.id for d in library.documents() for p in library.document(d.id).passages]


@given(st.text() | JSON.map(json.dumps))
def test_whatever_a_browser_sends_only_short_ids_come_of_it(value):
    found = tray.passage_ids(value)
    assert all(isinstance(i, str) and 0 < len(i) <= limits.MAX_FILTER_CHARS for i in found)


@pytest.mark.parametrize("value", ["", "[", "{}", "7", '"p1"', "[" * 100_000, "[1, null, [], {}]"])
def test_what_is_no_list_of_ids_is_an_empty_tray(library, value):
    html, some = tray.listing(library, value, "apa")
    assert (some, one(html, "or-verdict").text.split(".")[0]) == (False, "Nothing is collected yet")


def test_passages_are_listed_in_the_order_given_each_once(library, ids):
    html, some = tray.listing(library, json.dumps([ids[2], ids[0], ids[2]]), "apa")
    assert some
    assert [e.attributes["data-or-id"] for e in elements(html) if e.attributes.get("data-or-tray") == "up"] == [
        ids[2], ids[0],
    ]  # fmt: skip


@pytest.mark.parametrize("style", [*Style, "", "vancouver", "__class__"])
def test_an_unknown_style_is_apa(library, ids, style):
    html, _ = tray.listing(library, json.dumps(ids[:1]), style)
    wanted = Style(style) if style in set(Style) else Style.APA
    (found,) = collected(library, ids[:1]).hits
    assert one(html, "or-in-text").text == found.cite(wanted).in_text.text


def test_ids_that_are_not_there_are_named_as_text(library, ids):
    html, some = tray.listing(library, json.dumps([ids[0], "<b>gone</b>"]), "apa")
    assert (some, foreign(html)) == (True, [])
    assert [e.text for e in elements(html) if e.tag == "code"] == ["<b>gone</b>"]


def test_more_than_can_be_collected_are_refused_in_words(library):
    many = json.dumps([f"p{n}" for n in range(limits.MAX_COLLECTED_HITS + 1)])
    html, some = tray.listing(library, many, "apa")
    assert (some, "more than 500 passages" in one(html, "or-failure").text) == (False, True)
    file, said = tray.taken(library, many, "apa", Format.DOCX)
    assert (file, "more than 500 passages" in said) == (None, True)


@pytest.mark.parametrize("form", Format)
def test_a_file_goes_to_the_browser_byte_for_byte(library, ids, form):
    file, said = tray.taken(library, json.dumps(ids[:2]), "mla", form)
    found = collected(library, ids[:2])
    assert base64.b64decode(file["data"]) == export(found, form, Style.MLA)
    assert file["name"] == file_name(found, form)
    assert file["name"] in one(said, "or-remark").text


@pytest.mark.parametrize("form", Format)
def test_every_format_has_a_button_and_a_kind_of_file(form):
    label, kind = tray._FORMATS[form]
    assert label
    assert "/" in kind


@pytest.mark.parametrize("value", ["[]", '["gone"]', "?"])
def test_there_is_no_file_of_nothing(library, value):
    file, said = tray.taken(library, value, "apa", Format.PACK)
    assert (file, one(said, "or-failure").attributes["role"]) == (None, "alert")


def test_a_file_is_written_nowhere_on_the_server(library, ids, monkeypatch):
    monkeypatch.setattr("pathlib.Path.open", lambda *_, **__: pytest.fail("a file was opened"))
    monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda *_, **__: pytest.fail("a file was made"))
    file, _ = tray.taken(library, json.dumps(ids), "apa", Format.CSV)
    assert file


@pytest.mark.parametrize("act", ["collected", "export"])
def test_an_unexpected_fault_is_a_sentence(library, ids, monkeypatch, caplog, act):
    def fail(*_, **__):
        raise RuntimeError(str(ids))

    monkeypatch.setattr(tray, act, fail)
    file, said = tray.taken(library, json.dumps(ids), "apa", Format.CSV)
    assert (file, "Something went wrong" in one(said, "or-failure").text) == (None, True)
    assert "an export as csv failed: RuntimeError" in caplog.text
    assert ids[0] not in caplog.text


def test_the_script_knows_its_words_and_its_bound():
    assert tray.FOR_SCRIPT["most"] == limits.MAX_COLLECTED_HITS
    assert "500" in tray.FOR_SCRIPT["full"]
