"""Who may come in: how a page is being served."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """How a page is served.

    ``public``: strangers use it, so that nothing changes the corpus and each address has its share of the work.
    ``host``: the name or address to listen on. ``behind_proxy``: a proxy in front says for whom it asks, and is
    believed. ``mcp``: agents are answered too.
    """

    public: bool = False
    host: str = "127.0.0.1"
    behind_proxy: bool = False
    mcp: bool = False
