"""Asking: a question in, passage cards out."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator  # noqa: TC003 - Gradio reads the annotations of its event functions
from typing import TYPE_CHECKING, Any

import gradio as gr

from corpus import limits
from corpus.errors import OnRecordError
from qa import retrieve
from qa.context import around
from qa.reading import Reading  # noqa: TC001 - Gradio reads the annotations of its event functions
from ui import render, strings
from ui.door import door_value
from ui.examples import example_questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.model import Passage
    from qa import Corpus, Hit
    from ui.door import Desk

_LOG = logging.getLogger("onrecord")
#: How long a conversation stays in the server's memory after its last question, in seconds.
_KEPT_S = 3600
#: Messages of a conversation as Gradio's chatbot takes them.
History = list[dict[str, Any]]
#: What a question changes: the box, the conversation on screen, and for the next question the conversation kept
#: and how the last question was read.
Shown = tuple[Any, Any, Any, Any]
#: Gradio fills in a progress display of its own wherever this stands as a default.
_PROGRESS = gr.Progress()


def build(desk: Desk) -> None:
    """Fill the tab in which questions are asked. They are answered by ``qa.retrieve`` and nothing else."""
    _connect(desk, _conversation(desk.corpus), _question_box())


def _conversation(corpus: Corpus) -> gr.Chatbot:
    return gr.Chatbot(
        label=strings.CONVERSATION,
        show_label=False,
        elem_id="or-chat",
        height="auto",
        min_height=240,
        layout="bubble",
        autoscroll=False,
        examples=[{"text": question} for question in example_questions(corpus)],
        buttons=[],
        feedback_options=None,
        allow_tags=False,
        latex_delimiters=[],
    )


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        label=strings.QUESTION_LABEL,
        show_label=False,
        elem_id="or-box",
        placeholder=strings.PLACEHOLDER,
        submit_btn=strings.ASK,
        max_length=limits.MAX_QUESTION_CHARS,
        max_lines=4,
        autofocus=True,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
    )


def _connect(desk: Desk, chat: gr.Chatbot, box: gr.Textbox) -> None:
    """Let a question typed, or an example chosen, be answered in the conversation."""
    # Both belong to one visitor's session: what one asks never leans on what another asked.
    history = gr.State(list[dict[str, Any]](), time_to_live=_KEPT_S)
    last = gr.State(None, time_to_live=_KEPT_S)
    settings: dict[str, Any] = {"api_visibility": "private", "concurrency_limit": 2, "show_progress": "minimal"}

    def asked(
        question: str, before: History, previous: Reading | None, progress: gr.Progress = _PROGRESS
    ) -> Iterator[Shown]:
        if not question.strip():
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        shown, typed = before, ""  # cleared once: what is typed while the answer comes is left alone
        for message, reading in exchange(desk.corpus, question, previous, progress):
            shown = [*shown, message]
            yield typed, shown, shown, reading
            typed = gr.skip()

    def example(
        chosen: gr.SelectData, before: History, previous: Reading | None, progress: gr.Progress = _PROGRESS
    ) -> Iterator[Shown]:
        yield from asked(str(chosen.value["text"]), before, previous, progress)

    def asked_at_door(
        value: str, before: History, previous: Reading | None, progress: gr.Progress = _PROGRESS
    ) -> Iterator[tuple[Any, ...]]:
        for shown in asked(door_value(value), before, previous, progress):
            yield *shown, gr.Tabs(selected="ask")

    latest = {"fn": None, "js": "() => orShowLatest()", "api_visibility": "private"}
    kept, changed = [history, last], [box, chat, history, last]
    box.submit(asked, [box, *kept], changed, **settings).then(**latest)
    chat.example_select(example, kept, changed, **settings).then(**latest)
    desk.doors["ask"].change(asked_at_door, [desk.doors["ask"], *kept], [*changed, desk.tabs], **settings).then(
        **latest
    )
    chat.clear(lambda: ([], None), None, kept, api_visibility="private")


def exchange(
    corpus: Corpus, question: str, previous: Reading | None = None, progress: gr.Progress | None = None
) -> Iterator[tuple[dict[str, Any], Reading | None]]:
    """Yield the question and then its answer, as messages; a refusal is an answer too.

    Beside each stands what the next question may lean on: how the last one that was answered was read.
    Documents added since the last question go into the index first, and ``progress`` shows how far that is.
    """
    yield _message("user", render.question(question)), previous
    html, reading = _answered(corpus, question, previous, progress)
    yield _message("assistant", html), reading


def _answered(
    corpus: Corpus, question: str, previous: Reading | None, progress: gr.Progress | None
) -> tuple[str, Reading | None]:
    try:
        if progress is not None:
            corpus.snapshot(lambda done, total: progress((done, total), desc=strings.INDEXING))
        found = retrieve(question, corpus=corpus, previous=previous)
        return render.answer(found, lambda hit: _around(corpus, hit)), found.reading
    except OnRecordError as fault:
        return render.failure(str(fault)), previous
    except Exception as fault:  # noqa: BLE001 - the page's edge: whatever went wrong, the page goes on
        # Not the fault's own message: SQLite, for one, quotes what it was asked.
        where = "".join(traceback.format_tb(fault.__traceback__))
        _LOG.error("a question of %d characters failed: %s\n%s", len(question), type(fault).__name__, where)
        return render.failure(strings.UNEXPECTED), previous


def _around(corpus: Corpus, hit: Hit) -> Sequence[Passage]:
    document = corpus.document(hit.passage.document_id)
    return around(document, hit.passage) if document else ()


def _message(role: str, html: str) -> dict[str, Any]:
    return {"role": role, "content": gr.HTML(html)}
