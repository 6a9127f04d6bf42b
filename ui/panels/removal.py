"""Removing a document, after a question whether it is meant, and putting it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from qa.bundled import is_sample
from ui import strings
from ui.panels.edge import refusal
from ui.panels.shelf import QUIET
from ui.render import failure
from ui.render.documents import told

if TYPE_CHECKING:
    from qa import Corpus
    from qa.curation import Removed
    from ui.door import Desk
    from ui.panels.reading_view import Sheet
    from ui.panels.shelf import Shelf

#: How long what was removed stays in the server's memory, in seconds, and how many of it.
_KEPT_S: Final = 3600
_KEPT: Final = 5


@dataclass(frozen=True, slots=True)
class Undo:
    """What was removed in this visit, what was said of it, and the button that puts the last one back."""

    removed: gr.State
    said: gr.HTML
    button: gr.Button


def build_undo() -> Undo:
    """Put the place for "Undo" above the list."""
    said = gr.HTML(visible=False, elem_id="or-doc-removed")
    button = gr.Button(strings.DOC_UNDO, size="sm", visible=False, elem_id="or-doc-undo")
    return Undo(gr.State((), time_to_live=_KEPT_S), said, button)


def build_removal(
    desk: Desk, sheet: Sheet, undo: Undo, shelf: Shelf, columns: tuple[gr.Column, gr.Column]
) -> None:
    """Put the removal below the open document."""
    corpus = desk.corpus
    start = gr.Button(strings.DOC_REMOVE, size="sm", variant="stop", elem_id="or-doc-remove")
    # The document that was open when the question was asked, whatever is open by the time of the yes.
    meant = gr.State("")
    with gr.Group(visible=False) as sure:
        question = gr.HTML()
        with gr.Row():
            yes = gr.Button(strings.DOC_REMOVE_YES, size="sm", variant="stop")
            no = gr.Button(strings.DOC_REMOVE_NO, size="sm")

    def removed(document_id: str, before: tuple[Removed, ...]) -> tuple[Any, ...]:
        now, html = remove(corpus, document_id, before)
        gone = now is not before
        shown = gr.Column(visible=gone), gr.Column(visible=not gone)
        # A refusal is said where the reader is: in the place of the document.
        return (
            now,
            gr.HTML(html, visible=True) if gone else gr.skip(),
            gr.Button(visible=gone),
            gr.Group(visible=False),
            *shown,
            gr.skip() if gone else html,
            "" if gone else document_id,
        )

    def undone(before: tuple[Removed, ...]) -> tuple[Any, ...]:
        now, html = restore(corpus, before)
        return now, gr.HTML(html, visible=True), gr.Button(visible=bool(now))

    def asked(document_id: str) -> tuple[Any, ...]:
        return gr.Group(visible=bool(document_id)), ask_about(corpus, document_id), document_id

    start.click(asked, sheet.document, [sure, question, meant], **QUIET)
    no.click(lambda: gr.Group(visible=False), None, sure, **QUIET)
    sheet.document.change(lambda: (gr.Group(visible=False), ""), None, [sure, meant], **QUIET)
    parts = [undo.removed, undo.said, undo.button]
    yes.click(removed, [meant, undo.removed], [*parts, sure, *columns, sheet.shown, sheet.document], **QUIET).then(
        shelf.again, shelf.inputs, shelf.outputs, **QUIET
    )
    undo.button.click(undone, undo.removed, parts, **QUIET).then(shelf.again, shelf.inputs, shelf.outputs, **QUIET)


def ask_about(corpus: Corpus, document_id: str) -> str:
    """Return the question whether a document is to be removed, by its title, as HTML."""
    document = corpus.document(document_id)
    title = (document.title if document else None) or strings.DOC_NO_TITLE
    return told(strings.DOC_REMOVE_ASK.format(title=title))


def remove(corpus: Corpus, document_id: str, before: tuple[Removed, ...]) -> tuple[tuple[Removed, ...], str]:
    """Remove a document; return what can be put back, the latest last, and what is to be said, as HTML."""
    if is_sample(corpus):
        return before, failure(strings.DOC_SAMPLE)
    if not document_id:
        return before, failure(strings.DOC_OPEN_FIRST)
    try:
        gone = corpus.remove(document_id)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return before, refusal(fault, "a removal")
    return (*before, gone)[-_KEPT:], told(strings.DOC_REMOVED.format(title=_title(gone)))


def restore(corpus: Corpus, before: tuple[Removed, ...]) -> tuple[tuple[Removed, ...], str]:
    """Put back what was removed last; return what else can be put back, and what is to be said, as HTML."""
    if not before:
        return before, failure(strings.DOC_NOTHING_TO_UNDO)
    try:
        corpus.restore(before[-1])
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return before, refusal(fault, "the undoing of a removal")
    return before[:-1], told(strings.DOC_RESTORED.format(title=_title(before[-1])))


def _title(removed: Removed) -> str:
    return removed.citation.title or strings.DOC_NO_TITLE
