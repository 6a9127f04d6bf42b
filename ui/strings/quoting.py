"""Checking a quotation on the page: the words pasted, and the real words beside them."""

from __future__ import annotations
