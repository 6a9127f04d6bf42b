"""The file name endings that are read."""

from __future__ import annotations

from typing import Final

#: Each ending with the name of its format (``corpus.readers.formats``).
SUFFIXES: Final = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".rtf": "rtf", ".epub": "epub",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml",
    ".vtt": "vtt", ".srt": "srt", ".json": "speech", ".xml": "xml",
    ".csv": "csv", ".tsv": "tsv", ".jsonl": "jsonl", ".parquet": "parquet",
}  # fmt: skip
