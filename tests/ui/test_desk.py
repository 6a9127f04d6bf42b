from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from ui import desk, strings
from ui.door import DOORS, door_value
from ui.render.elements import PARAMETERS


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    corpus = Corpus(tmp_path_factory.mktemp("desk") / "corpus", create=True, encoder=TinyEncoder())
    return {public: desk.build(corpus, public=public).get_config_file() for public in (False, True)}


def _tabs(config):
    return [c["props"]["label"] for c in config["components"] if c["type"] == "tabitem"]


@pytest.mark.parametrize("public", [False, True])
def test_every_part_of_the_desk_is_a_tab(built, public):
    wanted = ["TAB_ASK", "TAB_CHECK", "TAB_SPEAKERS", "TAB_DOCUMENTS", "TAB_TRAY"]
    assert _tabs(built[public])[: len(wanted)] == [getattr(strings, name) for name in wanted]


def test_every_door_is_a_box_that_stays_hidden(built):
    boxes = {c["props"]["elem_id"]: c["props"]["visible"] for c in built[False]["components"]
             if str(c["props"].get("elem_id")).startswith("or-door-")}  # fmt: skip
    assert boxes == {f"or-door-{name}": "hidden" for name in DOORS}


def test_every_address_opens_a_door():
    assert set(PARAMETERS) <= set(DOORS)
    assert len(set(PARAMETERS.values())) == len(PARAMETERS)


def test_the_head_carries_our_scripts_with_their_words():
    head = desk.head()
    assert head.startswith("<script>")
    assert head.count("</script>") == 1
    words = json.loads(re.search(r"const OR_STRINGS = (.*?);\n", head).group(1))
    assert words["copied"] == strings.COPIED
    assert words["parameters"] == PARAMETERS


def test_styles_and_scripts_name_no_other_host():
    assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"(?m)//.*$", "", desk.css() + desk.head()))


@given(st.text(max_size=40))
def test_what_goes_through_a_door_comes_out_as_it_was(value):
    assert door_value(json.dumps({"value": value, "count": 3})) == value


@given(st.text(max_size=40))
def test_whatever_is_written_into_a_door_is_no_fault(text):
    assert isinstance(door_value(text), str)


@pytest.mark.parametrize("text", ["", "null", "[1]", '{"value": 3}', '{"other": "x"}', "[" * 100_000])
def test_what_is_not_of_our_making_is_nothing(text):
    assert door_value(text) == ""


def test_what_is_too_long_is_not_read():
    assert door_value(json.dumps({"value": "x" * limits.MAX_DOOR_CHARS})) == ""
