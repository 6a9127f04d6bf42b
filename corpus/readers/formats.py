"""The formats that are read: which ending is which, and what reads it.

A reader turns a file into a ``Page``: one text, the blocks in it, and the citation fields it states. Those of
formats that need a library are imported when the first such file comes.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from dataclasses import astuple, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import SourceFormatError, printable
from corpus.readers.files import decode, read_bytes
from corpus.readers.suffixes import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.model import Document

#: Readers of text: ``(text, path, options) -> Page``. The characters alone say which document it is.
OF_TEXT: Final = {
    "text": "corpus.readers.text:read_text", "markdown": "corpus.readers.markdown:read_markdown",
    "vtt": "corpus.readers.subtitles:read_vtt", "srt": "corpus.readers.subtitles:read_srt",
    "speech": "corpus.readers.speech_json:read_speech_json",
}  # fmt: skip
#: Readers of bytes: ``(data, path, options) -> Page``.
OF_BYTES: Final[dict[str, str]] = {
    "pdf": "corpus.readers.pdf:read_pdf",
    "docx": "corpus.readers.docx:read_docx", "odt": "corpus.readers.odt:read_odt",
    "rtf": "corpus.readers.rtf:read_rtf", "epub": "corpus.readers.epub:read_epub",
    "html": "corpus.readers.web:read_html", "mhtml": "corpus.readers.mhtml:read_mhtml",
}  # fmt: skip
#: Readers of bytes that hold several documents: ``(data, path, options) -> list[Page]``, each with its part.
OF_SEVERAL: Final[dict[str, str]] = {
    "xml": "corpus.readers.tei:read_xml", "csv": "corpus.readers.tables:read_csv",
    "tsv": "corpus.readers.tables:read_tsv", "jsonl": "corpus.readers.tables:read_json_lines",
    "parquet": "corpus.readers.parquet:read_parquet",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of a file.

    Attributes:
        encoding: of a text or web page.
        columns: a table's, by what each holds.
        url: where a web page was had from; the citation's, if the page names none itself.
    """

    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, as it was read.

    Attributes:
        documents: at least one; of a table often several.
        remarks: what of the file was passed over or left open, in words for its owner.
        columns: what a table's columns were taken for, in words; empty for anything else.
    """

    documents: tuple[Document, ...]
    remarks: tuple[str, ...] = ()
    columns: str = ""

    def under(self, name: str, file: str) -> Contents:
        """Return the same with another name as the source of its documents, in place of the file's path."""
        named = (replace(d, source=name + d.source.removeprefix(file)) for d in self.documents)
        return replace(self, documents=tuple(named))


#: Nothing is said of the file.
AS_FOUND: Final = Options()


def read_pages(path: Path, options: Options = AS_FOUND) -> list[tuple[Page, str]]:
    """Read a file's documents, each with the digest that it is known by.

    Raises:
        SourceError: one of its kinds, see ``corpus.errors``.
    """
    data = read_bytes(path)
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise SourceFormatError(
            f"{printable(path)} ends in {printable(path.suffix) or 'nothing'}",
            expected=f"one of {', '.join(SUFFIXES)}",
            action="Save it as plain text or Markdown and add that file.",
        )
    if kind in OF_TEXT:
        text = decode(data, path, options.encoding)
        # Of the characters, not the bytes: the same bytes under another encoding say something else.
        return [(_reader(OF_TEXT[kind])(text, path, options), _digest(kind, text.encode()))]
    if kind in OF_BYTES:
        return [(_reader(OF_BYTES[kind])(data, path, options), _digest(kind, data))]
    pages: list[Page] = _reader(OF_SEVERAL[kind])(data, path, options)
    # Of the part alone, so that a row more elsewhere in the file leaves this one the document it was.
    return [(page, _digest(kind, _part_content(page))) for page in pages]


def _part_content(page: Page) -> bytes:
    """Return what makes a part the document it is: its words and record, and who says what where and when."""
    said = [(b.kind, b.start, b.end, b.page, b.time, b.voice and astuple(b.voice)) for b in page.blocks]
    fields = {name: (one.value, one.provenance) for name, one in page.fields.items()}
    return json.dumps([page.text, said, fields], sort_keys=True).encode()


def _digest(kind: str, content: bytes) -> str:
    return hashlib.sha256(f"{kind}\0".encode() + content).hexdigest()


def _reader(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    reader: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return reader
