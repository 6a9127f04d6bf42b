"""The HTTP API: the four endpoints, published by Gradio under their names."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import gradio as gr
from gradio.events import api

from ui.doors.endpoints import Endpoints
from ui.doors.routes import ENDPOINTS
from ui.doors.told import ToldError, telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.door import Desk

#: How many requests of one endpoint are worked on at a time.
_AT_ONCE = 2


def publish(desk: Desk) -> None:
    """Publish the four endpoints of a page that is being built; nothing else of it is for programs."""
    endpoints = Endpoints(desk.corpus, desk.public)
    for name in ENDPOINTS:
        called = _called(name, getattr(endpoints, name), public=desk.public)
        api(called, api_name=name, concurrency_limit=_AT_ONCE)


def _called(name: str, fn: Callable[..., dict[str, Any]], *, public: bool) -> Callable[..., dict[str, Any]]:
    """Return an endpoint whose refusals reach the caller, as Gradio's own error does."""

    @functools.wraps(fn)
    def called(*values: object, **named: object) -> dict[str, Any]:
        try:
            return telling(name, lambda: fn(*values, **named), public=public)
        except ToldError as told:
            # print_exception: else Gradio would print what was asked.
            raise gr.Error(str(told), print_exception=False) from None

    return called
