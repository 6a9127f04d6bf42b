"""Reading a document: its whole text, and the passage that was asked for in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from corpus.cite import note
from corpus.errors import OnRecordError
from qa.layout import page_of
from ui import strings
from ui.door import door_value
from ui.panels.edge import refusal
from ui.panels.shelf import QUIET
from ui.render import failure
from ui.render.documents import citations, head, pages
from ui.render.elements import fold
from ui.render.reading_view import body
from ui.render.tints import legend, tints_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.model import Document, Passage
    from corpus.speakers.roster import Roster
    from qa import Corpus
    from ui.door import Desk


@dataclass(frozen=True, slots=True)
class Sheet:
    """The open document: its text on the page, its id, and the id of the passage in view, "" for none."""

    shown: gr.HTML
    document: gr.State
    passage: gr.State


@dataclass(frozen=True, slots=True)
class Form:
    """What stands below the open document and follows it: ``fill`` gives ``outputs`` for a document's id."""

    outputs: list[Any]
    fill: Callable[[str], list[Any]]


def build_sheet() -> Sheet:
    """Put the place for a document on the page."""
    return Sheet(gr.HTML(elem_id="or-doc-view"), gr.State(""), gr.State(""))


def open_at_doors(desk: Desk, sheet: Sheet, columns: tuple[gr.Column, gr.Column], form: Form | None) -> None:
    """Open a document or a passage at the desk's doors, in the place of the list.

    Args:
        desk: the page.
        sheet: where the document goes.
        columns: the list's and the document's.
        form: filled in the same step, so that nobody's typing is written over by what comes later.
    """

    def opened(document_id: str, passage_id: str, before: str) -> tuple[Any, ...]:
        html = sight(desk.corpus, document_id, passage_id, public=desk.public)
        front = gr.Column(visible=False), gr.Column(visible=True), gr.Tabs(selected="documents")
        # Another passage of the same document leaves alone what was typed.
        filled = form.fill(document_id) if form and document_id != before else [gr.skip()] * len(outputs)
        return html, document_id, passage_id if document_id else "", *front, *filled

    def open_document(value: str, before: str) -> tuple[Any, ...]:
        return opened(door_value(value), "", before)

    def open_passage(value: str, before: str) -> tuple[Any, ...]:
        passage_id = door_value(value)
        return opened(_document_of(desk.corpus, passage_id), passage_id, before)

    outputs = form.outputs if form else []
    changed = [sheet.shown, sheet.document, sheet.passage, *columns, desk.tabs, *outputs]
    for door, fn in (("document", open_document), ("read", open_passage)):
        desk.doors[door].change(fn, [desk.doors[door], sheet.document], changed, **QUIET).then(
            None, js="() => orShowPassage()", api_visibility="private"
        )


def _document_of(corpus: Corpus, passage_id: str) -> str:
    try:
        with corpus.store.reading() as view:
            found = view.passages([passage_id])
    except OnRecordError:
        return ""  # the document's own reading says why
    return found[passage_id].document_id if found else ""


def sight(corpus: Corpus, document_id: str, passage_id: str = "", *, public: bool = False) -> str:
    """Return a document as it is read, at a passage or at its beginning; a sentence where it is not there."""
    try:
        document = corpus.document(document_id)
        return _shown(document, _roster(corpus), passage_id) if document else failure(strings.DOC_GONE)
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        return refusal(fault, "the reading view", public=public)


def _shown(document: Document, roster: Roster, passage_id: str) -> str:
    page, tints = page_of(document, passage_id), tints_of(document, roster)

    def footnote(passage: Passage) -> str:
        notes = (text for label in passage.notes if (text := document.note(label)))
        return note(document.citation, passage, footnotes=list(notes))

    speakers = {name for p in document.passages for name in p.speakers}
    return (
        head(document, page, len(speakers))
        + fold(strings.DOC_CITED, citations("", document.citation))
        + legend(tints)
        + body(document.text, page, tints, footnote, passage_id)
        + pages(document, page)
    )


def _roster(corpus: Corpus) -> Roster:
    """Return who goes by which names, from what is kept with the index: making it anew takes long."""
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        return corpus.ledger(snapshot, view).roster
