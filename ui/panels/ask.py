"""Asking: a question in, passage cards out."""

from __future__ import annotations

from collections.abc import Iterator  # noqa: TC003 - Gradio reads the annotations of its event functions
from typing import TYPE_CHECKING, Any, Final

import gradio as gr

from corpus import limits
from ui import render, strings
from ui.door import door_value
from ui.examples import example_questions
from ui.panels import talk
from ui.turns import Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.door import Desk

#: How long a conversation stays in the server's memory after its last question, in seconds.
_KEPT_S: Final = 3600
History = list[dict[str, Any]]
Turns = list[Turn]
#: What a question changes: the box, the conversation on screen, and its messages and turns as they are kept.
Shown = tuple[Any, ...]
#: Gradio fills in a progress display of its own wherever this stands as a default.
_PROGRESS: Final = gr.Progress()
_EVENT: Final[dict[str, Any]] = {
    "api_visibility": "private", "concurrency_limit": 2, "concurrency_id": "asking", "show_progress": "minimal",
}  # fmt: skip


def build(desk: Desk) -> None:
    """Fill the tab in which questions are asked. They are answered by ``qa`` and nothing else."""
    gr.HTML(render.examples(example_questions(desk.corpus)), elem_id="or-examples")
    chat = _conversation()
    gr.HTML(render.kept(), elem_id="or-kept")
    box = _question_box()
    # Both belong to one visitor's session: what one asks never leans on what another asked.
    history = gr.State(list[dict[str, Any]](), time_to_live=_KEPT_S)
    turns = gr.State(list[Turn](), time_to_live=_KEPT_S)
    _connect_box(desk, chat, box, [history, turns])
    _connect_doors(desk, chat, [history, turns])


def _conversation() -> gr.Chatbot:
    return gr.Chatbot(
        label=strings.CONVERSATION,
        show_label=False,
        elem_id="or-chat",
        height="auto",
        min_height=120,
        layout="bubble",
        autoscroll=False,
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


def _connect_box(desk: Desk, chat: gr.Chatbot, box: gr.Textbox, states: list[gr.State]) -> None:
    """Let a question typed be answered in the conversation."""

    def typed(question: str, history: History, turns: Turns, progress: gr.Progress = _PROGRESS) -> Iterator[Shown]:
        if not question.strip():  # an event that yields nothing is never over for Gradio
            yield (gr.skip(),) * 4
            return
        emptied: Any = ""  # cleared once: what is typed while the answer comes is left alone
        for messages, now in talk.ask(
            desk.corpus, question, (history, turns), _told(progress), public=desk.public
        ):
            yield emptied, messages, messages, now
            emptied = gr.skip()

    box.submit(typed, [box, *states], [box, chat, *states], trigger_mode="always_last", **_EVENT).then(
        **_script("orShowLatest")
    )
    chat.clear(lambda: ([], []), None, states, api_visibility="private")


def _connect_doors(desk: Desk, chat: gr.Chatbot, states: list[gr.State]) -> None:
    """Let links, chips and kept conversations be answered in the conversation."""
    ways = {"ask": talk.ask, "more": talk.more, "ignore": talk.leave_out, "kept": talk.open_kept}
    for name, way in ways.items():
        door = desk.doors[name]
        opened = door.change(_opener(desk, way), [door, *states], [chat, *states, desk.tabs], **_EVENT)
        opened.then(**_script("orShowChanged" if name == "ignore" else "orShowLatest"))


def _opener(desk: Desk, way: Callable[..., Iterator[talk.Talk]]) -> Callable[..., Iterator[Shown]]:
    def opened(value: str, history: History, turns: Turns, progress: gr.Progress = _PROGRESS) -> Iterator[Shown]:
        shown = False
        for messages, now in way(
            desk.corpus, door_value(value), (history, turns), _told(progress), public=desk.public
        ):
            shown = True
            yield messages, messages, now, gr.Tabs(selected="ask")
        if not shown:
            yield (gr.skip(),) * 4

    return opened


def _told(progress: gr.Progress) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        progress((done, total), desc=strings.INDEXING)

    return told


def _script(name: str) -> dict[str, Any]:
    return {"fn": None, "js": f"() => {name}()", "api_visibility": "private"}
