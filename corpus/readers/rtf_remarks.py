"""What an RTF document holds beside the words that are read."""

from __future__ import annotations

from typing import Final

from corpus.readers.office_remarks import Doubt, Noticed, Unread, fills_a_page

_COUNTED: Final = {
    "annotation": Unread.COMMENT, "object": Unread.OBJECT, "moMath": Unread.EQUATION, "dptxbxtext": Unread.OLD_BOX,
}  # fmt: skip
#: Groups that matter here, by their first word.
GROUPS: Final = frozenset({*_COUNTED, "pict"})
_TWIPS_IN_MM: Final = 1_440 / 25.4
#: A picture's size as it was meant, in twips, and by how many hundredths it is scaled.
SIZES: Final = {"picwgoal": 0, "pichgoal": 0, "picscalex": 100, "picscaley": 100}
_SYMBOLS: Final = 2  # its number as a font's set of characters
#: Characters by their numbers that are those of a symbol font.
PRIVATE: Final = range(0xE000, 0xF900)


class Passed:
    """Is told of groups, words and characters; ``noticed`` has the counts."""

    def __init__(self) -> None:
        self.noticed = Noticed()
        self.symbols: set[int] = set()
        self._picture: dict[str, int] = {}

    def group(self, word: str) -> None:
        """One of ``GROUPS`` begins, whether it is read or not."""
        if word in _COUNTED:
            self.noticed.one(_COUNTED[word])
        else:
            self.end_picture()
            self._picture = dict(SIZES)

    def size(self, word: str, value: int) -> None:
        """Take one of ``SIZES`` of the picture that is open."""
        if word in self._picture:
            self._picture[word] = value

    def end_picture(self) -> None:
        """End the picture before; the document's end does so too."""
        if self._picture:
            across, down, by_x, by_y = self._picture.values()
            if fills_a_page(across * by_x / 100 / _TWIPS_IN_MM, down * by_y / 100 / _TWIPS_IN_MM):
                self.noticed.one(Unread.PICTURE)
        self._picture = {}

    def font(self, number: int, charset: int) -> None:
        """A font has this set of characters."""
        if charset == _SYMBOLS:
            self.symbols.add(number)

    def decoded(self, text: str, font: int) -> None:
        """Take characters that are read, as they came out of their bytes."""
        if "\ufffd" in text:
            self.noticed.one(Doubt.NO_LETTER, text.count("\ufffd"))
        if font in self.symbols and (signs := sum(not c.isspace() for c in text)):
            self.noticed.one(Doubt.SIGN, signs)

    def written(self, text: str, *, hidden: bool, deleted: bool, inserted: bool) -> None:
        """Take characters of the text; those hidden or deleted are not read."""
        if text.strip():
            doubts = (Doubt.DELETED, deleted), (Doubt.HIDDEN, hidden), (Doubt.INSERTED, inserted)
            self.noticed.words(next((what for what, holds in doubts if holds), None))
