"""Starting the web page: nothing calls home, nothing is uploaded, nothing about a question is kept."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING, Any

from corpus.errors import PortTakenError, printable

# Gradio reads these when it is imported, or when the first page is built: no telemetry, no version check.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

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


def page(corpus: Corpus) -> gr.Blocks:
    """Return the page with its queue bounded and closed to direct calls."""
    from ui.desk import build  # noqa: PLC0415 - the environment above must stand before gradio comes in

    built = build(corpus)
    built.queue(api_open=False, max_size=_WAITING_QUESTIONS, default_concurrency_limit=2)
    return built


def launch_options() -> dict[str, Any]:
    """Return what every launch needs, on this machine or on a Space."""
    import gradio as gr  # noqa: PLC0415

    from ui import desk  # noqa: PLC0415

    return {
        "css": desk.css(),
        "head": desk.head(),
        "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]),
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "max_file_size": 0,
        "ssr_mode": False,
        "share": False,
        "quiet": True,
    }


def serve(corpus: Corpus, *, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the page until interrupted.

    Raises:
        PortTakenError: something else listens on ``port``, or the address is not this machine's.
    """
    warm_up(corpus, say)
    built = page(corpus)
    try:
        _, url, _ = built.launch(
            server_name=host, server_port=port or None, prevent_thread_lock=True, **launch_options()
        )
    except OSError as fault:
        raise _port_taken(host, port, fault) from fault
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
