"""Checking a quotation on the page: the words pasted, and the real words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.door import Desk


def build(desk: Desk) -> None:
    """Fill the tab."""
