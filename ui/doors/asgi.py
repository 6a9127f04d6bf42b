"""The few words of ASGI that the gate speaks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def header(scope: Scope, name: str) -> str | None:
    """Return a request's header, or None; of one sent several times all values, joined by commas."""
    wanted = name.lower().encode("latin-1")
    found = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == wanted]
    return ", ".join(found) if found else None


async def refuse(send: Send, status: int, message: str, **headers: str) -> None:
    """Answer with one line of plain text, and let the connection go: its body may not have been read."""
    body = message.encode()
    sent = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(body)), "connection": "close"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
