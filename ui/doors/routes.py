"""What is open: the addresses that the page, the four endpoints and agents need. All else does not exist.

Gradio has some ninety routes, among them a proxy, a file server, uploads and a run history, and gains more with
every version; so those that are needed are named here, and not those that are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from corpus import limits

if TYPE_CHECKING:
    from ui.doors.access import Access

#: The endpoints that programs may call, by name.
ENDPOINTS: Final = ("ask", "check_quote", "documents", "speakers")
#: Where agents are answered, as in every Gradio application.
MCP_PATH: Final = "/gradio_api/mcp"


class Kind(Enum):
    """A kind of route: what one request of it costs of an address's share, and the most bytes it may bring."""

    ASSET = (0.05, 0)
    PAGE = (1.0, 0)
    EVENT = (1.0, limits.MAX_BODY_BYTES)
    STRANGERS_EVENT = (1.0, limits.MAX_PUBLIC_BODY_BYTES)
    CALL = (1.0, limits.MAX_CALL_BYTES)
    UPLOAD = (1.0, limits.MAX_UPLOAD_BYTES)

    def __init__(self, cost: float, max_bytes: int) -> None:
        self.cost, self.max_bytes = cost, max_bytes


@dataclass(frozen=True, slots=True)
class Route:
    """Addresses that are open: the methods, and a regular expression for the whole path."""

    kind: Kind
    methods: frozenset[str]
    path: re.Pattern[str]


def _route(kind: Kind, methods: str, path: str) -> Route:
    return Route(kind, frozenset(methods.split()), re.compile(path))


_NAMES: Final = "|".join(ENDPOINTS)
_ALWAYS: Final = (
    _route(Kind.ASSET, "GET HEAD", r"/(assets|static|svelte)/.+"),
    _route(Kind.ASSET, "GET HEAD", r"(/gradio_api)?/theme\.css|/favicon\.ico|/robots\.txt|/manifest\.json"),
    _route(Kind.PAGE, "GET HEAD", r"/|/config/?|/gradio_api/(info/?|app_id/?|startup-events)"),
    _route(Kind.PAGE, "GET", r"/gradio_api/(queue/data|heartbeat/[^/]+)"),
    _route(Kind.PAGE, "GET", rf"/gradio_api/call/(v2/)?({_NAMES})/[^/]+"),
    _route(Kind.CALL, "POST", rf"/gradio_api/call/(v2/)?({_NAMES})/?"),
)
_EVENTS: Final = r"/gradio_api/(queue/join|cancel|reset/?)"
_STRANGERS: Final = (_route(Kind.STRANGERS_EVENT, "POST", _EVENTS),)
_OWN_MACHINE: Final = (
    _route(Kind.EVENT, "POST", _EVENTS),
    _route(Kind.UPLOAD, "POST", r"/gradio_api/upload"),
    _route(Kind.PAGE, "GET", r"/gradio_api/upload_progress"),
    # Not its other form, file=http..., which fetches from elsewhere.
    _route(Kind.PAGE, "GET HEAD", r"/gradio_api/file=(?![A-Za-z][A-Za-z0-9+.-]+:).+"),
)
_AGENTS: Final = (_route(Kind.CALL, "GET POST DELETE", rf"{MCP_PATH}/?"),)


def opened(method: str, path: str, access: Access) -> Kind | None:
    """Return the kind of route that a request goes to; None where nothing is open."""
    routes = (*_ALWAYS, *(_STRANGERS if access.public else _OWN_MACHINE), *(_AGENTS if access.mcp else ()))
    return next((r.kind for r in routes if method in r.methods and r.path.fullmatch(path)), None)
