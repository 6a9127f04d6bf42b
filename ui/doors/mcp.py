"""The door for agents: the four endpoints as MCP tools, at the address that Gradio applications have.

Gradio can make tools of its endpoints itself, but then hands over Python's notation in place of JSON, calls itself
over HTTP for each, and holds pydantic back; this stands on the protocol's own package.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import importlib.metadata
import importlib.util
import inspect
import json
from typing import TYPE_CHECKING, Any

from corpus.errors import UsageError
from ui import strings
from ui.doors.endpoints import Endpoints
from ui.doors.routes import ENDPOINTS, MCP_PATH
from ui.doors.told import ToldError, telling

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from mcp.server import MCPServer
    from mcp_types import CallToolResult

    from qa import Corpus

#: How many tools are worked on at a time.
_AT_ONCE = 2


def installed() -> bool:
    """Whether the package that speaks the agents' protocol is there."""
    return importlib.util.find_spec("mcp") is not None


def check_installed() -> None:
    """Refuse to serve agents without the package that speaks their protocol.

    Raises:
        UsageError: it is not installed.
    """
    if not installed():
        raise UsageError(
            "the package mcp is not installed",
            expected="it, to answer agents",
            action="Install it with: pip install 'onrecord[mcp]'",
        )


def app_options(corpus: Corpus, *, public: bool) -> dict[str, Any]:
    """Return what the web application is made with to answer agents: the route, and what runs with it."""
    from mcp.server.transport_security import TransportSecuritySettings  # noqa: PLC0415 - an extra
    from starlette.routing import Route  # noqa: PLC0415 - comes with gradio

    server = _server(corpus, public=public)
    # The gate has looked at Host, Origin and the body's length before.
    trusting = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    made = server.streamable_http_app(
        streamable_http_path=MCP_PATH, stateless_http=True, json_response=True, transport_security=trusting
    )
    endpoint = made.routes[0].endpoint

    @contextlib.asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        async with server.session_manager.run():
            yield

    return {"routes": [Route(path, endpoint) for path in (MCP_PATH, f"{MCP_PATH}/")], "lifespan": lifespan}


def _server(corpus: Corpus, *, public: bool) -> MCPServer:
    from mcp.server import MCPServer  # noqa: PLC0415
    from mcp_types import ToolAnnotations  # noqa: PLC0415

    server = MCPServer(strings.NAME, instructions=strings.DOOR_MCP_ABOUT, version=_version(), log_level="WARNING")
    reading = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    endpoints, places = Endpoints(corpus, public), asyncio.Semaphore(_AT_ONCE)
    for name in ENDPOINTS:
        fn = getattr(endpoints, name)
        tool = _tool(name, fn, places, public=public)
        server.add_tool(tool, name, description=inspect.getdoc(fn), annotations=reading, structured_output=False)
    return server


def _version() -> str:
    try:
        return importlib.metadata.version("onrecord")
    except importlib.metadata.PackageNotFoundError:  # a Space runs the files as they lie
        return ""


def _tool(
    name: str, fn: Callable[..., dict[str, Any]], places: asyncio.Semaphore, *, public: bool
) -> Callable[..., Awaitable[CallToolResult]]:
    """Return an endpoint as a tool: its JSON as text, or a refusal as a failed call that says why."""
    from mcp_types import CallToolResult, TextContent  # noqa: PLC0415

    @functools.wraps(fn)
    async def tool(**given: object) -> CallToolResult:
        try:
            async with places:
                found = await asyncio.to_thread(telling, name, lambda: fn(**given), public=public)
        except ToldError as told:
            return CallToolResult(content=[TextContent(text=str(told))], is_error=True)
        return CallToolResult(content=[TextContent(text=json.dumps(found, ensure_ascii=False))])

    return tool
