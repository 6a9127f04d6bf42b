"""Web pages saved with their pictures in one file (``.mhtml``, ``.mht``): the page in it is read, nothing else.

After RFC 2557: a multipart/related message whose root is the page. Parts are unpacked one at a time, and only
until the page is found.
"""

from __future__ import annotations

import binascii
import quopri
import re
from dataclasses import dataclass, replace
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import SourceError, SourceFormatError, SourceTooLargeError, printable
from corpus.readers.page_remarks import frame_remarks
from corpus.readers.page_tree import meant_by, page_text
from corpus.readers.web import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

    from corpus.blocks import Page
    from corpus.readers.formats import Options

_HEADERS_END: Final = re.compile(rb"\r?\n\r?\n")
_MOST_HEADERS: Final = 50_000
_MOST_FRAME_HEADERS: Final = 2_000
_LONGEST_BOUNDARY: Final = 200
_DEEPEST: Final = 3
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a message: its headers, and its content as it is packed."""

    headers: Message
    content: bytes

    @property
    def kind(self) -> str:
        """Its media type in small letters."""
        return self.headers.get_content_type()

    @property
    def boundary(self) -> bytes:
        """What parts its parts, or nothing."""
        return str(self.headers.get_param("boundary", "")).strip().encode("utf-8", "replace")

    def header(self, name: str) -> str:
        """Return a header on one line, or nothing."""
        return " ".join(str(self.headers.get(name, "")).split())


def read_mhtml(data: bytes, path: Path, options: Options) -> Page:
    """Read the page in a saved page's archive.

    Raises:
        SourceFormatError: no such archive, or one without a page in it.
        SourceError: what ``corpus.readers.web`` refuses.
    """
    whole = _part(data, path)
    page = _page(whole, path, 0)
    if page is None:
        raise _refused(path, "holds no web page")
    encoding = options.encoding or meant_by(str(page.headers.get_param("charset", "")))
    # A page in an e-mail lies at no address; a browser writes down where it had it from.
    addresses = (page.header("Content-Location"), whole.header("Snapshot-Content-Location"))
    saved_from = next((address for address in addresses if address.startswith("http")), None)
    read = page_of(page_text(_unpacked(page, path), path, encoding), path, options.url, saved_from)
    remarks = (*_cut(whole, page), *frame_remarks(_frames(whole, page, path)), *read.remarks)
    return replace(read, remarks=remarks)


def _part(data: bytes, path: Path) -> _Part:
    data = data.lstrip(b"\r\n")
    end = _HEADERS_END.search(data, 0, _MOST_HEADERS)
    if end is None:
        raise _refused(path, "does not open with the headers of a message")
    headers = BytesHeaderParser().parsebytes(data[: end.start()])
    return _Part(headers, data[end.end() :])


def _page(part: _Part, path: Path, depth: int) -> _Part | None:
    """Return the part that is the page: the one called the root, else the first of HTML."""
    if part.kind in _PAGES:
        return part
    if not part.kind.startswith("multipart/") or depth > _DEEPEST:
        return None
    start = str(part.headers.get_param("start", "")).strip()
    first: _Part | None = None
    for inner in _parts(part, path):
        named = bool(start) and inner.header("Content-ID") == start
        if first is None or named:
            found = _page(inner, path, depth + 1)
            if found is not None and (named or not start):
                return found
            first = first or found
    return first


def _cut(whole: _Part, page: _Part) -> Iterator[str]:
    """Yield the remark on a file that ends in its page: no line that parts the parts comes behind it."""
    behind = whole.content.find(page.content) + len(page.content)
    if page is not whole and whole.content.find(b"\n--" + whole.boundary, max(0, behind - 2)) < 0:
        yield "the file is broken off in its page, which may not be whole"


def _frames(whole: _Part, page: _Part, path: Path) -> Iterator[bytes]:
    """Yield the sources of the other pages, which a browser shows in frames of the one that is read."""
    if page is whole:
        return
    for piece in (b"\n" + whole.content).split(b"\n--" + whole.boundary, limits.MAX_ARCHIVE_PARTS)[1:]:
        if b"html" not in piece[:_MOST_FRAME_HEADERS].lower():
            continue
        try:
            found = _page(_part(piece, path), path, 1)
            if found is not None and not found.content.startswith(page.content):
                yield _unpacked(found, path)
        except SourceError:  # what is not read refuses no file
            continue


def _parts(part: _Part, path: Path) -> Iterator[_Part]:
    boundary = part.boundary
    if not boundary or len(boundary) > _LONGEST_BOUNDARY:
        raise _refused(path, "does not say what parts its parts")
    mark = re.escape(boundary)
    line = re.compile(rb"(?:\A|\r?\n)--" + mark + rb"(?P<end>--)?[ \t]*(?=\r?\n|\Z)")
    begun: int | None = None
    for count, found in enumerate(line.finditer(part.content)):
        if count > limits.MAX_ARCHIVE_PARTS:
            raise SourceTooLargeError(
                f"{printable(path)} has more than {limits.MAX_ARCHIVE_PARTS:,} parts",
                expected="one page with its pictures",
                action="Save the page as HTML, and add that file.",
            )
        if begun is not None:
            yield _part(part.content[begun : found.start()], path)
        if found["end"]:
            return
        begun = found.end()
    if begun is not None:  # broken off in the middle
        yield _part(part.content[begun:], path)


def _unpacked(part: _Part, path: Path) -> bytes:
    packing = part.header("Content-Transfer-Encoding").lower()
    if packing == "quoted-printable":
        return quopri.decodestring(part.content)
    if packing != "base64":
        return part.content
    try:
        return binascii.a2b_base64(part.content)
    except binascii.Error as fault:
        raise _refused(path, "is cut off or damaged in its page") from fault


def _refused(path: Path, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {fault}",
        expected="a web page saved as one file (MHTML)",
        action="Open it in a browser, save it as a web page again, and add that file.",
    )
