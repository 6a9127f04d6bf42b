"""The tray: passages collected, to be taken away with their citations.

Which passages is known to the browser only. It sends their ids (assets/tray.js), and a file made of them goes back
in the answer: none is written on the server.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from corpus.citing import Style
from qa.collect import collected
from ui import strings
from ui.door import door_value
from ui.exports import Format, export, file_name
from ui.panels.edge import refusal
from ui.render import tray as shown

if TYPE_CHECKING:
    from qa import Corpus
    from qa.collect import Collected
    from ui.door import Desk

_STYLES: Final = {
    Style.APA: strings.TRAY_APA,
    Style.CHICAGO: strings.TRAY_CHICAGO,
    Style.MLA: strings.TRAY_MLA,
    Style.HARVARD: strings.TRAY_HARVARD,
}
#: Each format's button, and the kind of file that the browser is told of.
_FORMATS: Final = {
    Format.DOCX: (
        strings.TRAY_DOCX,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    Format.MARKDOWN: (strings.TRAY_MARKDOWN, "text/markdown;charset=utf-8"),
    Format.CSV: (strings.TRAY_CSV, "text/csv;charset=utf-8"),
    Format.BIBTEX: (strings.TRAY_BIBTEX, "application/x-bibtex;charset=utf-8"),
    Format.RIS: (strings.TRAY_RIS, "application/x-research-info-systems;charset=utf-8"),
    Format.CSL_JSON: (strings.TRAY_CSL, "application/vnd.citationstyles.csl+json"),
    Format.PACK: (strings.TRAY_PACK, "application/zip"),
}
#: What assets/tray.js is told: its words, and how many passages a tray holds at most.
FOR_SCRIPT: Final = {
    "collect": strings.COLLECT,
    "collected": strings.COLLECTED,
    "full": strings.COLLECTED_MOST.format(count=limits.MAX_COLLECTED_HITS),
    "most": limits.MAX_COLLECTED_HITS,
}
#: A file on its way to the browser: its name, its kind, its bytes in base64. None where there is none.
File = dict[str, str] | None


def build(desk: Desk) -> None:
    """Fill the tab of what is collected."""
    door = desk.doors["tray"]
    with gr.Column(visible=False, elem_id="or-taking") as taking:
        style = gr.Radio(
            [(label, value.value) for value, label in _STYLES.items()],
            value=Style.APA.value,
            label=strings.TRAY_STYLE,
            elem_id="or-style",
        )
        gr.HTML(shown.about(), apply_default_css=False)
        with gr.Row(elem_id="or-formats"):
            buttons = {form: gr.Button(label, size="sm") for form, (label, _) in _FORMATS.items()}
        said = gr.HTML(elem_id="or-taken", apply_default_css=False)
    listed = gr.HTML(shown.tray(None, Style.APA), elem_id="or-tray", apply_default_css=False)
    file = gr.JSON(visible=False)
    settings: dict[str, Any] = {"api_visibility": "private", "concurrency_limit": 2, "show_progress": "minimal"}

    def show(value: str, chosen: str) -> tuple[Any, ...]:
        html, some = listing(desk.corpus, door_value(value), chosen, public=desk.public)
        return html, gr.Column(visible=some), ""

    for trigger in (door.change, style.change):
        trigger(show, [door, style], [listed, taking, said], **(settings | {"show_progress": "hidden"}))
    for form, button in buttons.items():

        def take(value: str, chosen: str, form: Format = form) -> tuple[File, str]:
            return taken(desk.corpus, door_value(value), chosen, form, public=desk.public)

        button.click(take, [door, style], [file, said], concurrency_id="take", **settings).then(
            None, file, file, js="(file) => orSave(file)", api_visibility="private"
        )
    gr.on(None, None, js="() => orTrayOpen()", api_visibility="private")


def listing(corpus: Corpus, value: str, style: str, *, public: bool = False) -> tuple[str, bool]:
    """Return the tray as HTML, and whether there is anything in it to take away.

    Args:
        corpus: where the passages are.
        value: their ids as a JSON list, from the browser; what is no such list is an empty tray.
        style: the name of a style of citations.
        public: strangers look.
    """
    try:
        found = _found(corpus, value)
        return shown.tray(found, _style(style)), bool(found and found.hits)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return refusal(fault, "showing what is collected", public=public), False


def taken(corpus: Corpus, value: str, style: str, form: Format, *, public: bool = False) -> tuple[File, str]:
    """Return the passages as a file for the browser, and what is to be said of it as HTML."""
    try:
        found = _found(corpus, value)
        if not found or not found.hits:
            return None, shown.nothing()
        name, data = file_name(found, form), export(found, form, _style(style))
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return None, refusal(fault, f"an export as {form.value}", public=public)
    body = base64.b64encode(data).decode("ascii")
    return {"name": name, "type": _FORMATS[form][1], "data": body}, shown.taken(name)


def _found(corpus: Corpus, value: str) -> Collected | None:
    ids = passage_ids(value)
    return collected(corpus, ids) if ids else None


def passage_ids(value: str) -> list[str]:
    """Return the ids in a JSON list; what is none, or too long for one, is left out."""
    try:
        given = json.loads(value) if value else []
    except (ValueError, RecursionError):
        return []
    ids = given if isinstance(given, list) else []
    return [i for i in ids if isinstance(i, str) and 0 < len(i) <= limits.MAX_FILTER_CHARS]


def _style(name: str) -> Style:
    return Style(name) if name in set(Style) else Style.APA
