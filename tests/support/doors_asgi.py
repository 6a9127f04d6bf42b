"""Requests handed to the gate without a network, and what came of them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from ui.doors.access import Access
from ui.doors.gate import Gate


@dataclass
class Reply:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    #: What the application behind the gate received; None where it was not reached.
    received: bytes | None = None
    scope: dict | None = None


def scope_of(method="GET", path="/", client="198.51.100.7", host="127.0.0.1:7860", **headers):
    named = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in named.items()]
    return {"type": "http", "method": method, "path": path, "headers": raw, "client": (client, 50000)}


def pass_through(scope, chunks=(b"",), access=None, gate=None, wait_s=5.0, *, stall=False):
    """Send one request through a gate, its body in ``chunks``; ``stall`` never sends the last."""
    reply = Reply()

    async def behind(scope, receive, send):
        reply.scope, reply.received = scope, b""
        while scope["method"] == "POST":
            message = await receive()
            reply.received += message.get("body", b"")
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-theirs", b"1")]})
        await send({"type": "http.response.body", "body": b"behind"})

    async def receive():
        if not parts:
            await asyncio.sleep(3600)
        read.append(parts[0])
        return {"type": "http.request", "body": parts.pop(0), "more_body": stall or bool(parts)}

    async def send(message):
        if message["type"] == "http.response.start":
            reply.status = message["status"]
            reply.headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in message["headers"]}
        else:
            reply.body += message["body"]

    parts, read = list(chunks), []
    gate = gate or Gate(behind, access or Access(public=True), wait_s=wait_s)
    gate.app = behind
    asyncio.run(gate(scope, receive, send))
    reply.read = sum(map(len, read))
    return reply
