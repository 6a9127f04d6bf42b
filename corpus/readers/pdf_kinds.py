"""What each paragraph of a PDF is, by its type, its place and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.model import BlockKind
from corpus.readers.lines import ITEM, is_bare_line, is_caption, is_furniture, is_heading, line_kind
from corpus.readers.pdf_record import folded
from corpus.readers.pdf_setting import BULLET, LARGER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.readers.pdf_paragraphs import Paragraph

_CAPTION: Final = re.compile(
    r"(?:Figure|Fig\.|Table|Chart|Photo|Map|Abbildung|Abb\.|Tabelle)\s+[\dIVX]+[a-z]?\s*[.:–—]"
)
_HEADING_LINES: Final = 4
_HEAD: Final = 8


def kinds(
    paragraphs: Sequence[Paragraph], body: float, entries: set[tuple[int, str]]
) -> list[tuple[Paragraph, BlockKind]]:
    """Say what each is; ``body`` is the size of the text, ``entries`` the outline's."""
    found = [(p, _kind(p, body, entries)) for p in paragraphs]
    return list(_headed(found, body))


def _kind(paragraph: Paragraph, body: float, entries: set[tuple[int, str]]) -> BlockKind:
    words = " ".join(paragraph.text.split())
    if is_furniture(words):
        return BlockKind.LEFTOVER
    if _is_heading(paragraph, words, body, entries):
        return BlockKind.HEADING
    if _CAPTION.match(words) or is_caption(words):
        return BlockKind.CAPTION
    if ITEM.match(words) or BULLET.match(words):
        return BlockKind.ITEM
    return BlockKind.QUOTE if paragraph.inset else BlockKind.PARAGRAPH


def _is_heading(paragraph: Paragraph, words: str, body: float, entries: set[tuple[int, str]]) -> bool:
    if len(paragraph.lines) > _HEADING_LINES or not any(c.isalpha() for c in words):
        return False
    if (paragraph.lines[0].sheet, folded(words)) in entries or paragraph.size > LARGER * body:
        return True
    capitals = words.upper() == words and len(words.split()) > 1
    return (paragraph.bold or capitals) and is_heading(words)


def _headed(found: Sequence[tuple[Paragraph, BlockKind]], body: float) -> Iterator[tuple[Paragraph, BlockKind]]:
    """Look again at what stands above the first paragraph: the title, and lines that name no section."""
    first = next((n for n, (_, kind) in enumerate(found) if kind.answers and not _bare(found[n][0])), len(found))
    head = list(found[: min(first, _HEAD)])
    larger = [
        p.size for p, kind in head if kind is BlockKind.HEADING and p.size > LARGER * body and not p.lines[0].sheet
    ]
    title = max(larger, default=_only_heading(found))
    seen = False
    for n, (paragraph, kind) in enumerate(found):
        stated = line_kind(" ".join(paragraph.text.split())) if n < len(head) else None
        if stated:
            yield paragraph, stated
        elif n < len(head) and not seen and kind is BlockKind.HEADING and paragraph.size >= title > 0:
            seen = True
            yield paragraph, BlockKind.TITLE
        elif n < len(head) and seen and n < len(head) - 1 and _bare(paragraph):
            yield paragraph, BlockKind.LEFTOVER
        else:
            yield paragraph, kind


def _only_heading(found: Sequence[tuple[Paragraph, BlockKind]]) -> float:
    """Return the size of the one heading, where it opens the first page: typescripts have one size of type.

    Where others follow, it is as likely that of the first section.
    """
    headings = [p for p, kind in found if kind is BlockKind.HEADING]
    alone = len(headings) == 1 and headings[0] is found[0][0] and not headings[0].lines[0].sheet
    return headings[0].size if alone else 0.0


def _bare(paragraph: Paragraph) -> bool:
    return is_bare_line(" ".join(paragraph.text.split()))
