"""Checking a quotation on the page: the words pasted, and the real words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from qa import check_quote
from ui import strings
from ui.door import door_value
from ui.panels.edge import refusal
from ui.render import checks

if TYPE_CHECKING:
    from qa import Corpus
    from ui.door import Desk

#: Most places shown of one quotation.
_PLACES: Final = 5


def build(desk: Desk) -> None:
    """Fill the tab in which quotations are checked, by ``qa.check_quote`` and nothing else."""
    quotation, speaker = _quotation_box(), _speaker_box()
    button = gr.Button(strings.QUOTING_CHECK, variant="primary", elem_id="or-check-button")
    result = gr.HTML(elem_id="or-check-result", apply_default_css=False)
    settings: dict[str, Any] = {"api_visibility": "private", "concurrency_limit": 2, "show_progress": "minimal"}

    def checked(text: str, name: str) -> str:
        return outcome(desk.corpus, text, name, public=desk.public)

    def checked_at_door(value: str) -> tuple[Any, ...]:
        text = door_value(value)
        if not text:
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        return text, "", outcome(desk.corpus, text, "", public=desk.public), gr.Tabs(selected="check")

    for trigger in (button.click, quotation.submit, speaker.submit):
        # Else a click right behind an answer is dropped in silence.
        trigger(checked, [quotation, speaker], result, trigger_mode="always_last", **settings)
    door = desk.doors["check"]
    door.change(checked_at_door, door, [quotation, speaker, result, desk.tabs], **settings)


def outcome(corpus: Corpus, quotation: str, speaker: str, *, public: bool = False) -> str:
    """Return the check of a quotation as HTML; a refusal is an outcome too."""
    try:
        named = speaker if speaker.strip() else None
        found = check_quote(quotation, corpus=corpus, speaker=named, k=_PLACES)
        return checks.check(found, len(corpus.documents()))
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return refusal(fault, f"a quotation of {len(quotation)} characters", public=public)


def _quotation_box() -> gr.Textbox:
    return gr.Textbox(
        label=strings.QUOTING_LABEL,
        info=strings.QUOTING_HELP,
        elem_id="or-quotation",
        placeholder=strings.QUOTING_PLACEHOLDER,
        lines=3,
        max_lines=14,
        # A browser cuts what is longer and says nothing: it is let through to be refused in words.
        max_length=2 * limits.MAX_QUOTATION_CHARS,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )


def _speaker_box() -> gr.Textbox:
    return gr.Textbox(
        label=strings.QUOTING_SPEAKER,
        elem_id="or-said-by",
        placeholder=strings.QUOTING_SPEAKER_PLACEHOLDER,
        max_length=limits.MAX_FILTER_CHARS,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )
