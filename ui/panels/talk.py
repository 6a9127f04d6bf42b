"""The conversation: what each way of asking makes of it. Nothing of it is known to Gradio but the messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from corpus import limits
from corpus.errors import UsageError
from ui.panels.edge import refusal
from ui.panels.replies import asking, reply
from ui.turns import Turn, change, latest_reading, read_kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa import Corpus
    from ui.panels.replies import Progress

#: Messages of a conversation as Gradio's chatbot takes them: two of each turn.
History = list[dict[str, Any]]
#: A conversation: its messages, and its turns.
Talk = tuple[History, list[Turn]]


def exchange(
    corpus: Corpus, turn: Turn, talk: Talk, progress: Progress | None = None, *, public: bool = False
) -> Iterator[Talk]:
    """Yield the conversation with what is asked, and then with its answer; a refusal is an answer too.

    A question may lean on the last one that was answered. ``public``: strangers ask.
    """
    history, turns = talk
    if len(turns) >= limits.MAX_TURNS:
        yield _with_refusal(talk, _full())
        return
    turn = replace(turn, previous=latest_reading(turns))
    history = [*history[: 2 * len(turns)], _message("user", asking(corpus, turn))]
    yield history, turns
    html, answered = reply(corpus, turn, len(turns), progress, public=public)
    yield [*history, _message("assistant", html)], [*turns, answered]


def ask(
    corpus: Corpus, value: str, talk: Talk, progress: Progress | None = None, *, public: bool = False
) -> Iterator[Talk]:
    """Ask a question; a blank one changes nothing."""
    if value.strip():
        yield from exchange(corpus, Turn(value), talk, progress, public=public)


def more(
    corpus: Corpus, value: str, talk: Talk, progress: Progress | None = None, *, public: bool = False
) -> Iterator[Talk]:
    """Look for more passages like the one with an id."""
    if value:
        yield from exchange(corpus, Turn(like=value), talk, progress, public=public)


def leave_out(
    corpus: Corpus, value: str, talk: Talk, progress: Progress | None = None, *, public: bool = False
) -> Iterator[Talk]:
    """Ask a turn's question again with other parts of its reading left out.

    Its answer takes the place of the one that the chip stood on. The turns after it stay as they were answered.
    """
    history, turns = talk
    wanted = change(turns, value)
    if wanted is None:
        return
    number, turn = wanted
    html, answered = reply(corpus, turn, number, progress, public=public)
    at = 2 * number + 1
    now = [*history[:at], _message("assistant", html), *history[at + 1 :]]
    yield now, [*turns[:number], answered, *turns[number + 1 :]]


def open_kept(
    corpus: Corpus, value: str, talk: Talk, progress: Progress | None = None, *, public: bool = False
) -> Iterator[Talk]:
    """Ask a kept conversation again in the place of the one on the screen; one without turns clears the screen."""
    turns = read_kept(value)
    if turns is None:
        yield _with_refusal(talk, _unreadable())
        return
    talk = [], []
    yield talk
    for turn in turns[: limits.MAX_TURNS + 1]:
        for now in exchange(corpus, turn, talk, progress, public=public):
            talk = now
            yield talk


def _with_refusal(talk: Talk, fault: UsageError) -> Talk:
    history, turns = talk
    return [*history[: 2 * len(turns)], _message("assistant", refusal(fault, "a conversation"))], turns


def _full() -> UsageError:
    return UsageError(
        f"the conversation has {limits.MAX_TURNS} questions",
        expected="no more than that",
        action="Keep it where you want it, and begin a new one.",
    )


def _unreadable() -> UsageError:
    return UsageError(
        "what was kept cannot be read",
        expected="a conversation as this page keeps it",
        action="Export it, delete it, and ask anew.",
    )


def _message(role: str, html: str) -> dict[str, Any]:
    return {"role": role, "content": gr.HTML(html)}
