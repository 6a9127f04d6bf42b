"""The real page on a free port of this machine, for as long as a test needs it."""

from __future__ import annotations

import contextlib
import socket

from ui.doors.access import Access
from ui.serving import launch_options, page


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def served(corpus, **access):
    """Serve the page on this machine, or with ``public=True`` as a Space does, and yield its address."""
    allowed = Access(**access)
    built = page(corpus, allowed)
    port, options = free_port(), launch_options(corpus, allowed)
    built.launch(prevent_thread_lock=True, server_name=allowed.host, server_port=port, **options)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        built.close(verbose=False)
