"""Which stretches of a passage get a vector.

all-MiniLM-L6-v2 reads 256 word pieces and drops the rest without a word, so a long paragraph is embedded in
stretches of whole sentences and is as near to a question as its nearest stretch. A sentence that is too long
by itself is cut between words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.sentences import sentence_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

#: About 200 word pieces of English. A passage up to this length is embedded whole.
WINDOW_CHARS = 900
#: So much of a title is embedded before each stretch.
TITLE_CHARS = 120


def with_title(text: str, title: str) -> list[tuple[int, int, str]]:
    """Return the stretches of ``text`` to embed: half-open offsets, and the words to embed for each.

    The document's title goes before each stretch: a paragraph seldom says what it is about, its title does.
    """
    head = f"{title.strip()[:TITLE_CHARS].strip()}. " if title.strip() else ""
    return [(start, end, head + text[start:end]) for start, end in windows(text, WINDOW_CHARS - len(head))]


def windows(text: str, room: int = WINDOW_CHARS) -> list[tuple[int, int]]:
    """Return half-open offsets of the stretches of ``text`` to embed; at least one for a text with words.

    Args:
        text: a passage.
        room: most characters of a stretch.
    """
    if len(text) <= room:
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    for sentence in sentence_offsets(text) or [(0, len(text))]:
        for start, end in _pieces(text, *sentence, room):
            if out and end - out[-1][0] <= room:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
    return out


def _pieces(text: str, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is too long by itself, between words where it has any."""
    while end - start > room:
        blank = text.rfind(" ", start + 1, start + room + 1)
        cut = blank if blank > start else start + room
        yield start, cut
        start = cut
    yield start, end
