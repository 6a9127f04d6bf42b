"""What came of a command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Run:
    """What came of a command: its exit code, and what it printed."""

    code: int
    out: str
    err: str
