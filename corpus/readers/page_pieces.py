"""A web page as elements that open and close, and the blocks of words that lie in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.model import BlockKind
from corpus.readers.draft import Para
from corpus.readers.page_roles import stronger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Spot:
    """An open element, by its number in document order, and what it makes of the words in it.

    ``article`` is the number of the outermost ``<article>`` around it, or -1. ``places`` are the ids by which a
    note in it is found; ``paid`` says that a wall before paid words is why its own are ``never`` the article's.
    """

    number: int
    name: str
    kind: BlockKind = BlockKind.PARAGRAPH
    above: Spot | None = None
    apart: bool = False
    kept_blanks: bool = False
    link: bool = False
    cite: bool = False
    machinery: bool = False
    furniture: bool = False
    never: bool = False
    paid: bool = False
    level: int = 0
    article: int = -1
    places: tuple[str, ...] = ()

    @property
    def holds_article(self) -> bool:
        """Whether it is in an article or a quotation, whose own foot is no page's."""
        return self.article >= 0 or self.kind is BlockKind.QUOTE


@dataclass(slots=True)
class Piece:
    """One block of words: its paragraph, the element it ends in, and its characters by the stretch they are from.

    ``linked`` counts those in links.
    """

    para: Para
    spot: Spot
    stretches: dict[int, int] = field(default_factory=dict)
    linked: int = 0

    @property
    def size(self) -> int:
        """How many characters of the page are in it."""
        return sum(self.stretches.values())

    @property
    def is_links(self) -> bool:
        """Whether most of it leads elsewhere."""
        return 2 * self.linked > self.size

    def share(self, chosen: frozenset[int]) -> int:
        """Return how many of its characters are in the stretches chosen."""
        return sum(size for stretch, size in self.stretches.items() if stretch in chosen)


def row(cells: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Return a table's row as one list item, if each cell is one paragraph; else its paragraphs.

    Pages are laid out with tables too, and a column of running text is no cell.
    """
    filled = [cell[0] for cell in cells if len(cell) == 1]
    if len(filled) < 2 or any(len(cell) > 1 for cell in cells):  # noqa: PLR2004 - one cell is no row
        return [piece for cell in cells for piece in cell]
    words = " | ".join(cell[0].para.words.strip() if cell else "" for cell in cells)
    notes = tuple(dict.fromkeys(note for piece in filled for note in piece.para.notes))
    places = tuple(dict.fromkeys(place for piece in filled for place in piece.para.places))
    stretches = {stretch: size for piece in filled for stretch, size in piece.stretches.items()}
    spot = filled[0].spot.above or filled[0].spot
    para = Para(words, stronger(spot.kind, BlockKind.ITEM), notes, places=places)
    return [Piece(para, spot, stretches, sum(piece.linked for piece in filled))]


def walk(root: Any) -> Iterator[tuple[bool, Any, int]]:  # noqa: ANN401 - lxml's element
    """Yield each element as it opens and closes, with its number in document order; without recursion."""
    open_elements: list[tuple[Any, int, Iterator[Any]]] = [(root, 0, iter(root))]
    count = 1
    yield True, root, 0
    while open_elements:
        element, number, inside = open_elements[-1]
        child = next(inside, None)
        if child is None:
            open_elements.pop()
            yield False, element, number
        else:
            yield True, child, count
            open_elements.append((child, count, iter(child)))
            count += 1
