"""Asking on the page: the parts of a reading, the buttons of a card, conversations that are kept."""

from __future__ import annotations
