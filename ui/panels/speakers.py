"""Speakers and time: what each has said by date, and who said what when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.door import Desk


def build(desk: Desk) -> None:
    """Fill the tab."""
