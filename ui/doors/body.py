"""A request's body, read no further than it may go."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import limits
from ui import strings
from ui.doors.asgi import header
from ui.doors.routes import Kind

if TYPE_CHECKING:
    from ui.doors.asgi import Message, Receive, Scope


@dataclass(frozen=True, slots=True)
class Refusal:
    """An HTTP status, and why."""

    status: int
    message: str


async def bounded(scope: Scope, receive: Receive, kind: Kind, wait_s: float) -> Receive | Refusal:
    """Return where the application may read the body from, or why it may not.

    A body that says to be too long is not read at all, one that turns out to be is read to the bound and no
    further. An upload goes to the disk as it comes, file by file; the rest is taken in whole, within ``wait_s``.
    """
    stated = header(scope, "content-length")
    if stated is not None and not (stated.isascii() and stated.isdigit() and int(stated) <= kind.max_bytes):
        return _too_large(kind)
    if not kind.max_bytes:
        return receive
    if kind is Kind.UPLOAD:
        return receive if stated is not None else Refusal(411, strings.DOOR_NO_LENGTH)
    try:
        async with asyncio.timeout(wait_s):
            messages = await _read(receive, kind.max_bytes)
    except TimeoutError:
        return Refusal(408, strings.DOOR_TOO_SLOW.format(seconds=wait_s))
    return _replay(messages, receive) if messages is not None else _too_large(kind)


def _too_large(kind: Kind) -> Refusal:
    return Refusal(413, strings.DOOR_TOO_LARGE.format(limit=kind.max_bytes))


async def _read(receive: Receive, most: int) -> list[Message] | None:
    """Return the messages that make up a body; None as soon as they are too long."""
    messages: list[Message] = []
    size = 0
    while True:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > most:
            return None
        if message["type"] != "http.request" or not message.get("more_body", False):
            return messages


def _replay(messages: list[Message], receive: Receive) -> Receive:
    left = iter(messages)

    async def again() -> Message:
        message = next(left, None)
        return await receive() if message is None else message

    return again


#: How long a body may take to come in, in seconds.
WAIT_S = limits.BODY_WAIT_S
