"""A web page's bytes into the tree that a browser would make of them, bounded before it is built.

Nothing runs and nothing is fetched: the parser (libxml2's, through lxml) knows tags and characters only.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, Final

from lxml import etree, html

from corpus import limits
from corpus.errors import SourceEncodingError, SourceFormatError, SourceTooLargeError, printable
from corpus.readers.files import decode

if TYPE_CHECKING:
    from pathlib import Path

#: Where browsers look for a declaration (1,024 bytes by the standard; some programs write comments above it).
_HEAD_BYTES: Final = 4096
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META: Final = re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})")
_EMPTY: Final = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-zA-Z][\w:-]{0,40})(\s[^<>]{0,4000})?/>"
)
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
#: What browsers take a declared name for, after the WHATWG Encoding Standard: the wider one of its family.
_MEANT: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs",
    # The declaration itself could not be read if it were true.
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8", "utf-32": "utf-8",
}  # fmt: skip
#: Encodings in which any bytes are some text, so that no fault shows that the declaration is wrong.
_ONE_BYTE: Final = ("cp125", "iso8859", "koi8", "mac", "cp874", "cp866")


def page_text(data: bytes, path: Path, encoding: str | None = None) -> str:
    """Return a page's characters: by its byte order mark, then ``encoding``, then its own declaration, else UTF-8.

    Args:
        data: the page as it was saved or sent.
        path: for messages.
        encoding: what the user, the server or an archive says.

    Raises:
        SourceError: its bytes are no text in that encoding, or plainly are UTF-8 where it declares another.
    """
    if data.startswith(_BOMS):
        return decode(data, path)
    declared = _declared(data)
    if encoding is None and declared is not None and declared.startswith(_ONE_BYTE) and _is_utf8(data):
        raise SourceEncodingError(
            f"{printable(path)} declares {declared}, and its bytes are UTF-8",
            expected="a declaration that fits",
            action=f"Name the right one: --encoding utf-8, or --encoding {declared}.",
        )
    return decode(data, path, encoding or declared or "utf-8")


def meant_by(label: str) -> str | None:
    """Return the encoding that browsers take a declared name for; None for one that is not known."""
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding:  # noqa: SLF001 - base64 is a codec too
        return None
    return _MEANT.get(codec.name, codec.name)


def page_tree(text: str, path: Path) -> Any:  # noqa: ANN401 - lxml's element
    """Return the root of a page's tree.

    Raises:
        SourceTooLargeError: more elements, deeper, or more attributes than ``corpus.limits`` admits.
        SourceFormatError: no page of HTML.
    """
    if path.suffix.lower() == ".xhtml":  # there "<script/>" is whole, and HTML would take the page for its content
        text = _EMPTY.sub(r"<\1\2></\1>", text)
    # The encoding is given, so that no declaration in the page is followed a second time.
    data = text.encode()
    _check(data, path)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise _refused(path, "cannot be read as HTML") from fault
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _too_large(path, "a piece longer than a page's parser takes")  # the rest would be missing, silently
    if root is None:
        raise _refused(path, "cannot be read as HTML")
    return root


class _Count:
    """Counts what a tree would hold, without one."""

    def __init__(self, path: Path) -> None:
        self._path, self._elements, self._depth = path, 0, 0

    def start(self, _tag: str, attributes: Any) -> None:  # noqa: ANN401 - lxml's own mapping
        """Count an element that begins."""
        self._elements += 1
        self._depth += 1
        if self._elements > limits.MAX_HTML_ELEMENTS:
            raise _too_large(self._path, f"more than {limits.MAX_HTML_ELEMENTS:,} elements")
        if self._depth > limits.MAX_HTML_DEPTH:
            raise _too_large(self._path, f"more than {limits.MAX_HTML_DEPTH} elements open at once")
        if len(attributes) > limits.MAX_ATTRIBUTE_ENTRIES:  # a tree's time grows with their square
            raise _too_large(self._path, f"an element of {len(attributes):,} attributes")

    def end(self, _tag: str) -> None:
        """Count an element that ends."""
        self._depth -= 1

    def close(self) -> None:
        """Nothing is left over."""


def _check(data: bytes, path: Path) -> None:
    parser = etree.HTMLParser(target=_Count(path), encoding="utf-8", no_network=True, huge_tree=False)
    try:
        parser.feed(data)
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise _refused(path, "cannot be read as HTML") from fault


def _declared(data: bytes) -> str | None:
    """Return the encoding that the page declares, as browsers take it; None for none, or one that is not known."""
    head = _COMMENT.sub(b"", data[:_HEAD_BYTES])
    found = _XML.match(head) or _META.search(head)
    return meant_by(found[1].decode("ascii", "replace")) if found else None


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 and more than ASCII; by chance that does not happen."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def _too_large(path: Path, what: str) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{printable(path)} has {what}",
        expected="a page with an article",
        action="Copy the article's words into a .txt file and add that.",
    )


def _refused(path: Path, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {fault}",
        expected="a web page",
        action="Open it in a browser, save it again, and add that file.",
    )
