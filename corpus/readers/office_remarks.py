"""What is told of a word processor's document beside its text: what was passed over or read with doubt."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Final

from corpus.readers.remarks import counted, was

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A picture of this width and height, in millimetres, fills a page, as a scan does.
_PAGE_MM: Final = (150.0, 200.0)


class Unread(Enum):
    """What is in a document and is not read: one of them, several of them."""

    COMMENT = "comment", "comments"
    CHART = "chart", "charts"
    DIAGRAM = "diagram", "diagrams"
    EQUATION = "equation", "equations"
    OBJECT = "embedded object", "embedded objects"
    PART = "document that it takes in whole", "documents that it takes in whole"
    PICTURE = "picture as large as a page", "pictures as large as a page"
    WORD_ART = "piece of WordArt", "pieces of WordArt"
    OLD_BOX = "text box of an old kind", "text boxes of an old kind"
    NOTE = "note without a mark", "notes without a mark"


class Doubt(Enum):
    """What is counted in a document beside that."""

    INSERTED = "tracked insertions"
    DELETED = "tracked deletions"
    HIDDEN = "hidden words"
    FLAT = "equations read as their signs"
    NO_RESULT = "words of a field that never comes to its result"
    SIGN = "signs of symbol fonts"
    NO_LETTER = "bytes that name no letter"


class Noticed:
    """Counts while a document is read; ``here`` is what the words last met are, None where they are any others."""

    def __init__(self) -> None:
        self._counts: Counter[Unread | Doubt] = Counter()
        self.here: Doubt | None = None

    def one(self, what: Unread | Doubt, count: int = 1) -> None:
        """Count what is met once; ``count`` where several are met together."""
        self._counts[what] += count

    def words(self, what: Doubt | None) -> None:
        """Count a place of words that are inserted, deleted or hidden; ``None`` are other words, which end it."""
        if what is not None and what is not self.here:
            self._counts[what] += 1
        self.here = what

    def remarks(self) -> Iterator[str]:
        """Yield a remark for each kind of thing that was met."""
        for what in Unread:
            if count := self._counts[what]:
                yield f"{counted(count, *what.value)} {was(count)} not read"
        yield from self._changes()
        if count := self._counts[Doubt.HIDDEN]:
            yield f"hidden words in {counted(count, 'place')} were not read"
        if self._counts[Doubt.NO_RESULT]:
            yield "a field has no end, and words behind its beginning were not read"
        if count := self._counts[Doubt.FLAT]:
            yield f"{counted(count, 'equation')} {was(count)} read as signs in a row"
        if count := self._counts[Doubt.SIGN]:
            yield f"{counted(count, 'sign')} of a symbol font may not be shown as in the document"
        if count := self._counts[Doubt.NO_LETTER]:
            names = "names" if count == 1 else "name"
            yield f"{counted(count, 'byte')} {names} no letter in the document's encoding; \ufffd stands there"

    def _changes(self) -> Iterator[str]:
        told = [
            f"words {change} in {counted(count, 'place')} were {read}"
            for what, change, read in (
                (Doubt.INSERTED, "inserted", "read"),
                (Doubt.DELETED, "deleted", "not read"),
            )
            if (count := self._counts[what])
        ]
        if told:
            yield f"tracked changes are taken as accepted: {', '.join(told)}"


def fills_a_page(width_mm: float, height_mm: float) -> bool:
    """Whether a picture of this size fills a page, upright or on its side."""
    sides = sorted((width_mm, height_mm))
    return sides[0] >= _PAGE_MM[0] and sides[1] >= _PAGE_MM[1]
