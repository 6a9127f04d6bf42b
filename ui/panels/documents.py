"""Documents: those there are, their words in context, and what the reader corrects, adds and removes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from ui import strings
from ui.panels.corrections import build_corrections
from ui.panels.describing import build_describing
from ui.panels.reading_view import build_sheet, open_at_doors
from ui.panels.removal import build_removal, build_undo
from ui.panels.shelf import QUIET, build_shelf
from ui.panels.upload import build_upload

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.door import Desk
    from ui.panels.shelf import Shelf


def build(desk: Desk) -> None:
    """Fill the tab. Where strangers use the page, the parts that change the corpus are not there at all."""
    with gr.Column(elem_id="or-shelf") as shelf:
        undo = None if desk.public else build_undo()
        listed = build_shelf(desk)
        if not desk.public:
            build_upload(desk, listed)
            build_describing(desk, listed)
    with gr.Column(visible=False, elem_id="or-sheet") as sheet:
        back = gr.Button(strings.DOC_BACK, size="sm", elem_id="or-doc-back")
        view = build_sheet()
        form = None if undo is None else build_corrections(desk, view)
        if undo:
            build_removal(desk, view, undo, listed, (shelf, sheet))

    open_at_doors(desk, view, (shelf, sheet), form)

    def closed(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - Gradio's values
        # What is below the list may change the document: opened again, it and its form are read anew.
        return *listed.again(*given), gr.Column(visible=True), gr.Column(visible=False), ""

    back.click(closed, listed.inputs, [*listed.outputs, shelf, sheet, view.document], **QUIET)
    desk.tabs.select(_when_chosen(listed), listed.inputs, listed.outputs, **QUIET)


def _when_chosen(listed: Shelf) -> Callable[..., Any]:
    """Return what shows the list anew when its tab is opened: other tabs are opened by the same event."""

    def chosen(
        words: str, speaker: str, since: str, until: str, kind: str, page: int, event: gr.SelectData
    ) -> Any:  # noqa: ANN401 - Gradio's values
        here = event.value == strings.TAB_DOCUMENTS
        return listed.again(words, speaker, since, until, kind, page) if here else (gr.skip(),) * 4

    return chosen
