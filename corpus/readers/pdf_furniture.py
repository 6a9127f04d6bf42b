"""What a PDF's pages carry beside their words: running heads and feet, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.pdf_lines import Line

#: So many lines at the top and at the foot of a page may be its head or foot.
_DEPTH: Final = 3
#: Baselines of the same head on two pages, in points.
_SAME_PLACE: Final = 4.0
#: A head that changes from page to page is set apart by so many sizes of the type, on most of three pages or more.
_APART: Final = 1.9
_LEAST_PAGES: Final = 3
#: What repeats stands a little apart, or is set in another size: a page may begin as the one before does.
_GAP: Final = 1.1
_OTHER_SIZE: Final = 0.06
_MOST_WORDS: Final = 15
#: A label of so many characters is no number of a chapter.
_LEAST_LABEL: Final = 3
_NUMBER: Final = re.compile(
    r"(?:page|p\.|seite|pagina|página)?\s*[-–—\[(|]?\s*(?P<n>\d{1,5}|[ivxlc]{1,8})\s*[-–—\])|]?(?:\s*(?:of|/|von|de)\s*\d{1,5})?\Z",
    re.IGNORECASE,
)
#: Within a head: "12  The Lowmere Papers", "The Lowmere Papers | 12".
_AT_EDGE: Final = re.compile(r"(?:\A(?P<first>\d{1,5})\b|\b(?P<last>\d{1,5})\Z)")


@dataclass(slots=True)
class Sheet:
    """One page: its lines in reading order, those that are its furniture, and the number printed on it."""

    index: int
    lines: list[Line]
    asides: list[str] = field(default_factory=list)
    printed: str | None = None

    @property
    def has_words(self) -> bool:
        """Whether a letter or digit stands in its lines."""
        return any(c.isalnum() for line in self.lines for c in line.text)


def part_furniture(sheets: Sequence[Sheet], size: float, usual: float, labels: Sequence[str] = ()) -> None:
    """Move heads, feet and page numbers from the lines of each sheet to its asides.

    Args:
        sheets: all pages of the file.
        size: that of the text, in points.
        usual: the distance of its lines, in points.
        labels: the file's own labels of its pages, where it has any.
    """
    for top in (True, False):
        outer = {sheet.index: _outermost(sheet, top=top) for sheet in sheets}
        found: list[tuple[set[int], set[int]]] = []
        for depth in range(_DEPTH):
            edges = {index: lines[depth] for index, lines in outer.items() if depth < len(lines)}
            numbers = set(_numbers(edges))
            heads = (
                set(_repeated(edges)) | set(_apart(sheets, edges, size, top=top)) | set(_labelled(edges, labels))
            )
            found.append((numbers, numbers | heads))
        for sheet in sheets:
            for line in outer[sheet.index][: _count(sheet, outer[sheet.index], found, usual)]:
                _take(sheet, line)


def _outermost(sheet: Sheet, *, top: bool) -> list[Line]:
    return sorted(sheet.lines, key=lambda line: -line.y if top else line.y)[: _DEPTH + 1]


def _count(sheet: Sheet, outer: list[Line], found: list[tuple[set[int], set[int]]], usual: float) -> int:
    """Return how many of the outermost lines are furniture: all that may be, down to one that stands apart."""
    count = 0
    for depth, (numbers, any_kind) in enumerate(found):
        if depth >= len(outer) or sheet.index not in any_kind:
            break
        last = depth + 1 == len(outer)
        if last or sheet.index in numbers or _stands_apart(outer[depth], outer[depth + 1], usual):
            count = depth + 1
    return count


def _stands_apart(line: Line, inner: Line, usual: float) -> bool:
    return abs(line.y - inner.y) > _GAP * usual or abs(line.size - inner.size) > _OTHER_SIZE * inner.size


def _take(sheet: Sheet, line: Line) -> None:
    sheet.lines.remove(line)
    sheet.asides.append(line.text)
    alone = _NUMBER.match(line.text.strip())
    within = _AT_EDGE.search(line.text)
    if sheet.printed is None and (alone or within):
        sheet.printed = alone["n"] if alone else within and (within["first"] or within["last"])


def _repeated(edges: dict[int, Line]) -> Iterator[int]:
    """Yield the pages whose outermost line is, but for its numbers, that of another page nearby."""
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, line in edges.items():
        words = re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))
        if any(c.isalpha() for c in words):
            for place in {round(line.y / _SAME_PLACE), round(line.y / _SAME_PLACE + 0.5)}:
                alike[words, place].append(index)
    for indexes in alike.values():
        if len(indexes) >= _LEAST_PAGES or any(b - a <= 2 for a, b in pairwise(indexes)):  # noqa: PLR2004 - left, right
            yield from indexes


def _numbers(edges: dict[int, Line]) -> Iterator[int]:
    """Yield the pages whose outermost line is their number: as far from the page's place as on another page."""
    offsets: dict[int, list[int]] = defaultdict(list)
    for index, line in edges.items():
        match = _NUMBER.match(line.text.strip())
        value = number_of(match["n"]) if match else None
        if value is not None:
            offsets[value - index].append(index)
    for offset, indexes in offsets.items():
        if len(indexes) > 1 or (len(edges) == 1 and offset == 1):
            yield from indexes


def _labelled(edges: dict[int, Line], labels: Sequence[str]) -> Iterator[int]:
    """Yield the pages whose outermost line opens or ends with the page's own label, one that counts no section."""
    for index, line in edges.items():
        words = line.text.split()
        label = labels[index] if index < len(labels) else ""
        long = len(label) >= _LEAST_LABEL and any(c.isdecimal() for c in label)
        if long and 0 < len(words) <= _MOST_WORDS and label in {words[0], words[-1]}:
            yield index


def _apart(sheets: Sequence[Sheet], edges: dict[int, Line], size: float, *, top: bool) -> Iterator[int]:
    """Yield the pages that have a short line set apart at one height, as most pages have: a chapter's name."""
    apart: dict[int, list[int]] = defaultdict(list)
    for sheet in sheets:
        line = edges.get(sheet.index)
        rest = [other.y for other in sheet.lines if other is not line]
        if line is None or not rest or len(line.text.split()) > _MOST_WORDS or line.size > 1.1 * size:
            continue
        gap = line.y - max(rest) if top else min(rest) - line.y
        if gap >= _APART * size and not line.text.rstrip().endswith((".", "?", "!", "”")):
            apart[round(line.y / 2)].append(sheet.index)
    for indexes in apart.values():
        if len(indexes) >= _LEAST_PAGES and 2 * len(indexes) >= len(sheets):
            yield from indexes


def number_of(text: str) -> int | None:
    """Return the value of an Arabic or Roman number, None of anything else."""
    if text.isdecimal():
        return int(text)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}.get(c, 0) for c in text.lower()]
    if not values or 0 in values:
        return None
    return sum(-v if v < max(values[n + 1 :], default=0) else v for n, v in enumerate(values))
