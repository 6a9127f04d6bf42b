"""Documents: those there are, their words in context, and what the reader corrects, adds and removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.door import Desk


def build(desk: Desk) -> None:
    """Fill the tab."""
