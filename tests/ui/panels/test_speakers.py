from __future__ import annotations

import gradio as gr
import pytest
from ui_people import COUNCIL

from ui import strings
from ui.door import DOORS, Desk
from ui.panels import speakers


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    from tiny_encoder import TinyEncoder

    from qa import Corpus

    folder = tmp_path_factory.mktemp("panel")
    for name, text in COUNCIL.items():
        (folder / name).write_text(text, encoding="utf-8")
    corpus = Corpus(folder / "corpus", create=True, encoder=TinyEncoder())
    corpus.add(folder / name for name in COUNCIL)
    return corpus


@pytest.fixture(params=[False, True], ids=["own", "public"])
def built(request, council):
    with gr.Blocks(analytics_enabled=False) as page:
        doors = {name: gr.Textbox(visible="hidden", elem_id=f"or-door-{name}") for name in DOORS}
        with gr.Tabs() as tabs, gr.Tab(strings.TAB_SPEAKERS, id="speakers"):
            speakers.build(Desk(council, request.param, tabs, doors))
    return request.param, page.get_config_file()


def _ids(config):
    return {c["props"].get("elem_id"): c["id"] for c in config["components"]}


def _listened(config):
    return {target[0] for d in config["dependencies"] for target in d["targets"]}


def test_nothing_on_the_public_page_can_merge(built):
    public, config = built
    door = _ids(config)["or-door-merge"]
    assert (door in _listened(config)) is not public
    assert ("or-people-also" in _ids(config)) is not public


def test_the_doors_of_speakers_and_timelines_are_answered(built):
    _, config = built
    assert {_ids(config)["or-door-speaker"], _ids(config)["or-door-timeline"]} <= _listened(config)


def test_no_event_is_an_endpoint_of_the_api(built):
    _, config = built
    assert {d["api_visibility"] for d in config["dependencies"]} == {"private"}


def test_every_box_has_a_name_and_a_bound(built):
    _, config = built
    boxes = [
        c["props"] for c in config["components"] if c["type"] == "textbox" and c["props"]["visible"] != "hidden"
    ]
    assert all(box["label"] and box["max_length"] for box in boxes)
    assert len(boxes) >= 2
