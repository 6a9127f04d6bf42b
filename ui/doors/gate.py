"""The gate: every request goes through it before Gradio sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import strings
from ui.doors.asgi import refuse
from ui.doors.body import WAIT_S, Refusal, bounded
from ui.doors.headers import security_headers
from ui.doors.origin import foreign
from ui.doors.rate import Shares, address_of
from ui.doors.routes import Kind, opened

if TYPE_CHECKING:
    from ui.doors.access import Access
    from ui.doors.asgi import App, Message, Receive, Scope, Send

#: What a client may write to be taken for another, or to have links made for another's address.
_CLAIMS = (b"x-forwarded-", b"forwarded", b"x-gradio-server", b"x-real-ip")


class Gate:
    """ASGI middleware: refuses what is not open, not the page's own, too much, too long or too slow.

    Args:
        app: what lies behind.
        access: how the page is served.
        shares: what each address has left; only a public page counts.
        wait_s: how long a body may take, in seconds.
    """

    def __init__(self, app: App, access: Access, shares: Shares | None = None, wait_s: float = WAIT_S) -> None:
        self.app, self.access, self.wait_s = app, access, wait_s
        self.shares = Shares() if shares is None else shares
        self._headers = [(n.encode("latin-1"), v.encode("latin-1")) for n, v in security_headers(access).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, as ASGI has it."""
        if scope["type"] == "http":
            await self._admit(scope, receive, self._marked(send))
        elif scope["type"] == "websocket":  # Gradio has none
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(scope, receive, send)

    def _marked(self, send: Send) -> Send:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self._headers}
                theirs = [pair for pair in message.get("headers", []) if pair[0].lower() not in ours]
                message = {**message, "headers": [*theirs, *self._headers]}
            await send(message)

        return marked

    async def _admit(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.access.public and (why := foreign(scope, self.access)):
            await refuse(send, 403, why)
            return
        kind = opened(scope["method"], scope["path"], self.access)
        if kind is None:
            await refuse(send, 404, strings.DOOR_NOT_HERE)
        elif self.access.public:
            await self._share(scope, receive, send, kind)
        else:
            await self._pass(scope, receive, send, kind)

    async def _share(self, scope: Scope, receive: Receive, send: Send, kind: Kind) -> None:
        address = address_of(scope, behind_proxy=self.access.behind_proxy)
        seconds = self.shares.take(address, kind.cost)
        if seconds or not self.shares.enter(address):
            seconds = seconds or 1
            await refuse(send, 429, strings.DOOR_TOO_MANY.format(seconds=seconds), retry_after=str(seconds))
            return
        try:
            await self._pass(scope, receive, send, kind)
        finally:
            self.shares.leave(address)

    async def _pass(self, scope: Scope, receive: Receive, send: Send, kind: Kind) -> None:
        body = await bounded(scope, receive, kind, self.wait_s)
        if isinstance(body, Refusal):
            await refuse(send, body.status, body.message)
            return
        if not self.access.behind_proxy:
            kept = [pair for pair in scope["headers"] if not pair[0].lower().startswith(_CLAIMS)]
            scope = {**scope, "headers": kept}
        await self.app(scope, body, send)
