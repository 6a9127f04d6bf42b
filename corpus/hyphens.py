r"""Words broken over two lines: joined in a copy that is searched, never in the words shown.

A text keeps such a word as it is printed, with its hyphen and the line's end: ``Ver-\nfassung``. The copy has it
in one piece, and a map leads each of its characters back. Whether the hyphen belongs to the word ("well-\nknown")
the page does not say; the rest of the text may.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_HYPHENS: Final = "-\u2010\u2011\u00ad\u00ac"
#: A word's first part, the hyphen, the line's end, and the rest of the word.
_BREAK: Final = re.compile(
    r"(?<![^\W\d_])(?P<first>[^\W\d_]+)"
    rf"(?P<join>[{_HYPHENS}][ \t]*(?:\r\n|[\r\n\x85\u2028])[ \t]*)(?P<rest>[^\W\d_]+)"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_JOINING: Final = frozenset("and or to und oder bis et ou y o e".split())
#: A hyphen that is kept stands for itself, and only the line's end behind it is left out.
_KEPT: Final = 1


@dataclass(frozen=True, slots=True)
class SearchCopy:
    """A text with its broken words joined.

    ``places`` are the copy's offsets behind each cut, rising, and ``removed`` how many characters of the original
    are missing before them.
    """

    text: str
    places: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """Return where in the original the copy's character at ``offset`` stands; its end leads to the end."""
        cuts = bisect_right(self.places, offset)
        return offset + (self.removed[cuts - 1] if cuts else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's half-open span of the copy's; a word that was joined is spanned whole."""
        return (self.at(start), self.at(end - 1) + 1) if end > start else (self.at(start), self.at(start))


def search_copy(text: str, known: frozenset[str] = frozenset()) -> SearchCopy:
    r"""Return the text with the words broken over two lines in one piece.

    The hyphen is kept before a capital ("Anglo-\nSaxon"), and where the word is written with it elsewhere and not
    without; else it goes. "Pre-\nand post-war" is no broken word.

    Args:
        text: any text, of ``n`` characters; without a broken word the copy is equal to it.
        known: words of the rest of the document, folded, as ``words_of`` returns them.
    """
    known = known | words_of(text) if has_broken_words(text) else known
    cuts = list(_joins(text, known))
    if not cuts:
        return SearchCopy(text)
    starts, ends = zip(*cuts, strict=True)
    pieces = [text[a:b] for a, b in zip((0, *ends), (*starts, len(text)), strict=True)]
    places = tuple(accumulate(map(len, pieces[:-1])))
    removed = tuple(accumulate(end - start for start, end in cuts))
    return SearchCopy("".join(pieces), places, removed)


def has_broken_words(text: str) -> bool:
    """Return whether a word of the text is broken over two lines."""
    return bool(_BREAK.search(text))


def words_of(text: str) -> frozenset[str]:
    """Return the text's words, folded, compounds with their hyphens; what stands at a break is none."""
    whole = _BREAK.sub(" ", text)
    return frozenset(
        match.group().casefold().replace("‐", "-").replace("‑", "-") for match in _WORD.finditer(whole)
    )


def _joins(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield what is left out of the text, as half-open spans."""
    at = 0
    while match := _BREAK.search(text, at):
        at = match.start("rest")  # a long word may be broken again
        first, rest = match["first"].casefold(), match["rest"].casefold()
        compound = match["rest"][0].isupper() and not match["first"].isupper()
        hyphened = f"{first}-{rest}" in known and first + rest not in known
        if rest in _JOINING:
            continue
        soft = match["join"][0] in "\u00ad\u00ac"
        start, end = match.span("join")
        yield (start + _KEPT if (compound or hyphened) and not soft else start), end
