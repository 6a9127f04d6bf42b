"""What an OpenDocument holds beside the words that are read."""

from __future__ import annotations

import re
from typing import Final

from corpus.readers.odt_styles import in_mm
from corpus.readers.office_remarks import Doubt, Noticed, Unread, fills_a_page

_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
#: Each object embedded has a folder in the file, and the manifest says of what kind it is.
_ENTRY: Final = re.compile(rb"<[^<>]{0,40}file-entry\s([^<>]{1,1000})>")
_FOLDER: Final = re.compile(rb'full-path="([^"]{1,200})/"')
_KIND: Final = re.compile(rb'media-type="application/vnd\.oasis\.opendocument\.(chart|formula)"')
_KINDS: Final = {b"chart": Unread.CHART, b"formula": Unread.EQUATION}

#: What is shown in a text and holds none of its words.
SHOWN: Final = frozenset({"drawing:frame", "drawing:object", "drawing:object-ole", "drawing:image"})


class Passed:
    """Is told of what the reader of a text passes over; ``noticed`` has the counts."""

    def __init__(self, manifest: bytes) -> None:
        self.noticed = Noticed()
        self._objects = _objects(manifest)
        self._within = ""
        self._deletion = self._words_deleted = False
        self._size: tuple[float, float] | None = None

    def start(self, name: str, *, root: bool) -> None:
        """Follow an element that is passed over; ``root`` is the first, in which the others lie."""
        if root:
            self._within = name
            if name == "office:annotation":
                self.noticed.one(Unread.COMMENT)
        elif self._within == "text:tracked-changes":
            if name in {"text:insertion", "text:deletion"}:
                self._deletion, self._words_deleted = name == "text:deletion", False
                if not self._deletion:
                    self.noticed.one(Doubt.INSERTED)
            elif name in _PARAGRAPHS:
                self._words_deleted = self._deletion

    def words(self, text: str) -> None:
        """Follow words that are passed over: deleted, hidden, or nobody's."""
        if not text.strip():
            return
        if self._within == "text:tracked-changes" and self._words_deleted:
            self.noticed.one(Doubt.DELETED)
            self._deletion = self._words_deleted = False
        elif self._within in {"text:hidden-text", "text:section", "text:span"}:
            self.noticed.words(Doubt.HIDDEN)

    def hidden(self, text: str) -> None:
        """Take the words of a paragraph that is hidden as a whole."""
        if text.strip():
            self.noticed.words(Doubt.HIDDEN)

    def shown(self, name: str, attributes: dict[str, str]) -> None:
        """Follow a frame in the text and what it holds; an object has a picture of itself in its frame."""
        if name == "drawing:frame":
            self._size = in_mm(attributes.get("?:width", "")), in_mm(attributes.get("?:height", ""))
        elif name != "drawing:image":
            folder = attributes.get("?:href", "").removeprefix("./").encode("utf-8", "replace")
            self.noticed.one(self._objects.get(folder, Unread.OBJECT))
            self._size = None
        elif self._size and fills_a_page(*self._size):
            self.noticed.one(Unread.PICTURE)
            self._size = None  # the same picture may be there in a second format


def _objects(manifest: bytes) -> dict[bytes, Unread]:
    """Return what the charts and equations are called."""
    found: dict[bytes, Unread] = {}
    for entry in _ENTRY.finditer(manifest):
        folder, kind = _FOLDER.search(entry[1]), _KIND.search(entry[1])
        if folder and kind:
            found[folder[1]] = _KINDS[kind[1]]
    return found
