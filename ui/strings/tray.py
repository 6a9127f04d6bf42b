"""The tray: passages collected, to be taken away with their citations."""

from __future__ import annotations
