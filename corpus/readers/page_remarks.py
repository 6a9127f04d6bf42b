"""What is told of a web page beside its article: what of it may be missing, or may be too much."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from corpus.readers.remarks import counted, undated, was

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from corpus.readers.page_pieces import Piece

#: Fewer characters are a teaser, and no article or part of one.
_LEAST_ARTICLE: Final = 500
_NO_ARTICLE: Final = -1
#: What stands beside an article is none of it, unless it is this much of its size.
_LEAST_SHARE: Final = 0.25
#: A browser's archive holds the page's advertisements too, as pages of their own: few have so many paragraphs.
_LEAST_FRAMED: Final = 3
_MOST_FRAMES: Final = 50
_PARAGRAPH: Final = re.compile(rb"<[pP][ >]")


def choice_remarks(
    pieces: Sequence[Piece], plain: Iterable[int], taken: Collection[int], *, told: bool
) -> Iterator[str]:
    """Yield the remarks on how an article was found.

    Args:
        pieces: the page's blocks in order.
        plain: those that look like running text.
        taken: those that are read.
        told: whether the page shows which part of it is the article.
    """
    if not told:
        yield "the page does not show which part of it is the article, so all its running text was taken for it"
    read = _articles(pieces[n] for n in taken)
    if (several := len(read.keys() - {_NO_ARTICLE})) > 1:
        yield f"{several:,} articles on the page were read as one document"
    left = _articles(pieces[n] for n in plain if n not in taken)
    if others := len(left.keys() - read.keys() - {_NO_ARTICLE}):
        yield f"{counted(others, 'other article on the page was', 'other articles on the page were')} not read"
    if left[_NO_ARTICLE] > _LEAST_SHARE * read.total():
        yield f"{left[_NO_ARTICLE]:,} characters of running text beside the article were not read"
    if paid := sum(p.spot.paid and p.para.kind.answers for p in pieces):
        part = counted(paid, "paragraph marked as a paywall's was", "paragraphs marked as a paywall's were")
        yield f"{part} not read; the article may not be whole"


def metadata_remarks(fields: Collection[str], dates: Iterable[str], broken: int) -> Iterator[str]:
    """Yield the remarks on what a page says of itself and could not be read, where it is missed.

    Args:
        fields: the names of those that are known.
        dates: what it calls the day of its publication, as it is written.
        broken: blocks of JSON-LD that are none.
    """
    if "issued" not in fields and (words := next(filter(None, dates), "")):
        yield undated("the page's", words)
    if broken and not {"title", "author", "issued"}.issubset(fields):
        one, several = "description of the page in JSON-LD is", "descriptions of the page in JSON-LD are"
        yield f"{counted(broken, one, several)} broken and {was(broken)} not read"


def cut_remarks(text: str) -> Iterator[str]:
    """Yield the remark on a page whose source ends inside a tag: a saving that was broken off."""
    at = text.rfind("<")
    if at > text.rfind(">") and (text[at + 1 : at + 2].isalpha() or text[at + 1 : at + 2] in {"/", "!"}):
        yield "the page ends in the middle of a tag and may have been cut off"


def frame_remarks(frames: Iterable[bytes]) -> Iterator[str]:
    """Yield the remark on pages that are shown inside a saved one; ``frames`` are their sources."""
    with_words = sum(len(_PARAGRAPH.findall(source)) >= _LEAST_FRAMED for source in islice(frames, _MOST_FRAMES))
    if with_words:
        one, several = "page shown in a frame of this one was", "pages shown in frames of this one were"
        yield f"{counted(with_words, one, several)} not read"


def _articles(pieces: Iterable[Piece]) -> Counter[int]:
    """Return the sizes of the articles among blocks, in characters, and of what stands in none of them."""
    sizes = Counter[int]()
    for piece in pieces:
        sizes[piece.spot.article] += piece.size
    return Counter({number: size for number, size in sizes.items() if size >= _LEAST_ARTICLE})
