"""What is told of an e-book beside its text: parts that are missing, page numbers and notes that are not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.errors import printable
from corpus.readers.epub_package import CHAPTERS
from corpus.readers.remarks import counted, undated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from corpus.readers.epub_chapter import Chapter

_PICTURES: Final = (b"<img", b"<svg", b"<image", b":svg", b":image")


@dataclass(slots=True)
class Passed:
    """Counts what chapters hold that is not read: ``broken`` ones, those of pictures alone, lost page numbers."""

    broken: int = 0
    pictures: int = 0
    pages: int = 0
    _read: int = 0

    def follow(self, chapter: Chapter, content: bytes) -> None:
        """Count a chapter that has been read. The first is the cover, whether it says so or not."""
        if self._read and chapter.is_wordless and any(mark in content for mark in _PICTURES):
            self.pictures += 1
        self.pages += chapter.lost_pages
        self._read += 1

    def remarks(self) -> Iterator[str]:
        """Yield the remarks on all chapters."""
        if self.broken:
            one, several = "chapter is no well-formed XHTML and was", "chapters are no well-formed XHTML and were"
            yield f"{counted(self.broken, one, several)} read as browsers read such"
        if self.pictures:
            one = "part of the reading order is a picture without words and was"
            several = "parts of the reading order are pictures without words and were"
            yield f"{counted(self.pictures, one, several)} not read"
        if self.pages:
            what = counted(self.pages, "page break has", "page breaks have")
            yield f"{what} no number that can be read, so that what follows keeps the page before"


def order_remarks(order: Iterable[tuple[str, str]], unlisted: Sequence[str]) -> Iterator[str]:
    """Yield the remarks on parts of the book that are not read.

    Args:
        order: the files of the reading order with their media types, both empty for one that the book has not.
        unlisted: the files of text that are not in it.
    """
    order = list(order)
    if missing := sum(not name for name, _ in order):
        one, several = "part of the reading order is", "parts of the reading order are"
        yield f"{counted(missing, one, several)} not in the book"
    if kinds := [kind for name, kind in order if name and kind not in CHAPTERS]:
        named = printable(", ".join(dict.fromkeys(kinds)), 80)
        one = f"part of the reading order is no text ({named}) and was"
        several = f"parts of the reading order are no text ({named}) and were"
        yield f"{counted(len(kinds), one, several)} not read"
    if unlisted:
        one, several = "file of text outside the reading order was", "files of text outside the reading order were"
        yield f"{counted(len(unlisted), one, several)} not read"


def date_remarks(stated: str, fields: Collection[str]) -> Iterator[str]:
    """Yield the remark on a date that no day or year can be read from; programs write one of zeros for none."""
    if "issued" not in fields and stated and not stated.startswith("0"):
        yield undated("the book's", stated)
