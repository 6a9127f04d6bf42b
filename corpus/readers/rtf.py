"""Rich Text Format (``.rtf``), read by its own rules: styles, notes, lists, tables, hidden and deleted words.

Not read: pictures, headers and footers, comments, field instructions, the numbers before list items. Endnotes and
footnotes are numbered as the file says, through the whole document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.errors import SourceFormatError, printable
from corpus.model import BlockKind
from corpus.readers.draft import Draft, Para, named
from corpus.readers.rtf_body import Body, BrokenRTFError
from corpus.readers.rtf_tokens import Kind, tokens

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page

_OPENING: Final = b"{\\rtf"


def read_rtf(data: bytes, path: Path, *_: object) -> Page:
    """Read a document in Rich Text Format.

    Raises:
        SourceError: not one, cut off, or nested deeper than a document is.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_OPENING):
        raise _refused(path, "does not open as Rich Text Format does")
    draft = Draft(path)
    body = Body(draft)
    try:
        stream = tokens(data)
        for token in stream:
            if not body.take(token):
                break
        body.finish()
    except BrokenRTFError as fault:
        raise _refused(path, str(fault)) from fault
    for label, text in body.sheet.cited:
        draft.put(Para(text, BlockKind.NOTE, label=label))
    remarks = [*body.passed.noticed.remarks()]
    # A closing brace too many ends the document early.
    if any(token.kind is Kind.TEXT and token.data.strip() for token in stream):
        remarks.append(
            "the document's outermost group ends before the file does, and what stands behind it was not read"
        )
    page = draft.page(named(body.info("title"), [body.info("author")]))
    return replace(page, remarks=tuple(remarks))


def _refused(path: Path, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {fault}",
        expected="a document in Rich Text Format",
        action="Open it in its own program, save it again, and add that file.",
    )
