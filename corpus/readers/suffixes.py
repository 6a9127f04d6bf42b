"""The file name endings that are read."""

from __future__ import annotations

from typing import Final

#: Each ending with the name of its format (``corpus.readers.formats``).
SUFFIXES: Final = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
