"""The real page on a free port of this machine, for as long as a test needs it."""

from __future__ import annotations

import contextlib
import socket

from ui.serving import launch_options, page


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def served(corpus):
    """Serve the page as a Space does, and yield its address."""
    built = page(corpus)
    port = free_port()
    built.launch(prevent_thread_lock=True, server_name="127.0.0.1", server_port=port, **launch_options())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        built.close(verbose=False)
