"""Starting the web page: nothing calls home, nothing about a question is kept, and a gate stands before it."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.errors import PortTakenError, printable
from ui.doors.access import Access
from ui.doors.mcp import check_installed
from ui.doors.routes import MCP_PATH

# Gradio reads these when it is imported, or when the first page is built: no telemetry, no version check.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
# uvicorn would believe anybody on this machine who says for whom he asks; the gate decides whom to believe.
os.environ["FORWARDED_ALLOW_IPS"] = ""

if TYPE_CHECKING:
    from collections.abc import Callable

    import gradio as gr

    from qa import Corpus

_WAITING_QUESTIONS = 64


def warm_up(corpus: Corpus, say: Callable[[str], None]) -> None:
    """Load the model and the index, so that the first question is as quick as the rest."""
    say("loading the model (a few seconds)")
    encoder = corpus.encoder
    say(f"loading the index ({encoder.identity})")
    corpus.snapshot(lambda done, total: say(f"indexing {done} of {total}"))


def page(corpus: Corpus, access: Access = Access()) -> gr.Blocks:  # noqa: B008 - frozen
    """Return the page with its queue bounded and closed to direct calls."""
    from ui.desk import build  # noqa: PLC0415 - the environment above must stand before gradio comes in

    built = build(corpus, public=access.public)
    built.queue(api_open=False, max_size=_WAITING_QUESTIONS, default_concurrency_limit=2)
    return built


def launch_options(corpus: Corpus, access: Access = Access()) -> dict[str, Any]:  # noqa: B008 - frozen
    """Return what every launch needs, on this machine or on a Space."""
    import gradio as gr  # noqa: PLC0415
    from starlette.middleware import Middleware  # noqa: PLC0415 - comes with gradio

    from ui import desk  # noqa: PLC0415
    from ui.doors import mcp  # noqa: PLC0415
    from ui.doors.gate import Gate  # noqa: PLC0415

    agents = mcp.app_options(corpus, public=access.public) if access.mcp else {}
    return {
        "css": desk.css(),
        "head": desk.head(),
        "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        # Not a source's bound: one file beyond it would be refused with all that came with it, without a reason.
        "max_file_size": 0 if access.public else limits.MAX_UPLOAD_BYTES,
        "mcp_server": False,
        "pwa": False,
        "ssr_mode": False,
        "share": False,
        "quiet": True,
        "app_kwargs": {"middleware": [Middleware(Gate, access=access)], **agents},
    }


def serve(corpus: Corpus, *, access: Access, port: int, say: Callable[[str], None]) -> None:
    """Serve the page until interrupted.

    Raises:
        PortTakenError: something else listens on ``port``, or the address is not this machine's.
        UsageError: agents are to be answered, and the package for it is not installed.
    """
    if access.mcp:
        check_installed()
    warm_up(corpus, say)
    built = page(corpus, access)
    options = launch_options(corpus, access)
    try:
        _, url, _ = built.launch(
            server_name=access.host, server_port=port or None, prevent_thread_lock=True, **options
        )
    except OSError as fault:
        raise _port_taken(access.host, port, fault) from fault
    if access.mcp:
        say(f"agents: {url.rstrip('/')}{MCP_PATH}")
    say(f"ready: open {url} (Ctrl-C stops)")
    with contextlib.suppress(KeyboardInterrupt):
        built.block_thread()


def _port_taken(host: str, port: int, fault: OSError) -> PortTakenError:
    why = "in use" if fault.errno in {None, errno.EADDRINUSE} else printable(fault.strerror)
    return PortTakenError(
        f"port {port} on {printable(host, 60)} cannot be had ({why})",
        expected="a free port on this machine",
        action="Choose another with --port, or --port 0 for any free one.",
    )
