"""The tray: passages collected, to be taken away with their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.door import Desk


def build(desk: Desk) -> None:
    """Fill the tab."""
