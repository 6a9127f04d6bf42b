"""Chapters that are no well-formed XML: read as browsers read HTML, by lxml's parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from corpus import limits
from corpus.errors import SourceFormatError, printable

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.readers.xml_parts import Walker


class _Target:
    """What lxml tells of a page, told to a walker."""

    def __init__(self, walker: Walker) -> None:
        self._walker, self._depth, self.deepest = walker, 0, 0

    def start(self, tag: str, attributes: Any) -> None:  # noqa: ANN401 - lxml's own mapping
        """Tell the walker of an element that begins."""
        self._depth += 1
        self.deepest = max(self.deepest, self._depth)
        if self.deepest <= limits.MAX_MARKUP_DEPTH:
            self._walker.start(tag.lower(), {str(k): str(v) for k, v in attributes.items()})

    def end(self, tag: str) -> None:
        """Tell the walker of an element that ends."""
        self._depth -= 1
        if self.deepest <= limits.MAX_MARKUP_DEPTH:
            self._walker.end(tag.lower())

    def data(self, text: str) -> None:
        """Tell the walker of words."""
        if self.deepest <= limits.MAX_MARKUP_DEPTH:
            self._walker.words(text)

    def close(self) -> None:
        """All that was told is with the walker."""


def walk_tags(data: bytes, walker: Walker, path: Path, part: str) -> None:
    """Lead ``walker`` through HTML, however it is written; its words are taken for UTF-8 if nothing else is said.

    Raises:
        SourceFormatError: not even that, or nested too deep.
    """
    target = _Target(walker)
    encoding = None if b"charset" in data[:2048] or b"encoding=" in data[:200] else "utf-8"
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=False, encoding=encoding)
    try:
        parser.feed(data)
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise _refused(path, part, "is damaged") from fault
    if target.deepest > limits.MAX_MARKUP_DEPTH:
        raise _refused(path, part, f"nests more than {limits.MAX_MARKUP_DEPTH:,} elements")


def _refused(path: Path, part: str, fault: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {fault} in {printable(part, 80)!r}",
        expected="a page of HTML",
        action="Open it in its own program, save it again, and add that file.",
    )
