"""The page: its head, its tabs, and what goes into its HTML head."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr

from ui import render, strings
from ui.door import DOORS, Desk
from ui.doors import api
from ui.panels import ask, check, documents, speakers, tray
from ui.render.elements import PARAMETERS

if TYPE_CHECKING:
    from qa import Corpus

_ASSETS = Path(__file__).parent / "assets"
#: Each tab's id, its label, and what fills it.
_PANELS = {
    "ask": (strings.TAB_ASK, ask.build),
    "check": (strings.TAB_CHECK, check.build),
    "speakers": (strings.TAB_SPEAKERS, speakers.build),
    "documents": (strings.TAB_DOCUMENTS, documents.build),
    "tray": (strings.TAB_TRAY, tray.build),
}


def build(corpus: Corpus, *, public: bool = False) -> gr.Blocks:
    """Return the page for one corpus.

    Args:
        corpus: what it searches and shows.
        public: strangers use it: nothing of the page changes the corpus.
    """
    page: gr.Blocks
    with gr.Blocks(title=strings.NAME, analytics_enabled=False, fill_height=True) as page:
        header = gr.HTML(_header(corpus), elem_id="or-header")
        # A callable as the value would do the same, and publish itself as an endpoint.
        page.load(lambda: _header(corpus), None, header, api_visibility="private", show_progress="hidden")
        # Outside the tabs: what is in a tab is not on the page before the tab is opened.
        doors = {name: gr.Textbox(visible="hidden", elem_id=f"or-door-{name}") for name in DOORS}
        with gr.Tabs(elem_id="or-tabs", selected="ask") as tabs:
            desk = Desk(corpus, public, tabs, doors)
            for name, (label, fill) in _PANELS.items():
                with gr.Tab(label, id=name):
                    fill(desk)
        # Documents come and go in one tab, and the head counts them.
        tabs.change(lambda: _header(corpus), None, header, api_visibility="private", show_progress="hidden")
        page.load(None, js="() => orOpenAddress()", api_visibility="private")
        api.publish(desk)
    return page


def head() -> str:
    """Return what goes into the page's head: our scripts, with their words."""
    given = {"copied": strings.COPIED, "failed": strings.COPY_FAILED, "parameters": PARAMETERS, **tray.FOR_SCRIPT}
    scripts = "".join(path.read_text(encoding="utf-8") for path in sorted(_ASSETS.glob("*.js")))
    return f"<script>const OR_STRINGS = {json.dumps(given)};\n{scripts}</script>"


def css() -> str:
    """Return the page's style sheet."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(_ASSETS.glob("*.css")))


def _header(corpus: Corpus) -> str:
    documents = corpus.documents()
    return render.header(len(documents), sum(d.passages for d in documents))
