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


def windows(text: str) -> list[tuple[int, int]]:
    """Return half-open offsets of the stretches of ``text`` to embed; at least one for a text with words."""
    if len(text) <= WINDOW_CHARS:
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    for sentence in sentence_offsets(text) or [(0, len(text))]:
        for start, end in _pieces(text, *sentence):
            if out and end - out[-1][0] <= WINDOW_CHARS:
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
    return out


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is too long by itself, between words where it has any."""
    while end - start > WINDOW_CHARS:
        blank = text.rfind(" ", start + 1, start + WINDOW_CHARS + 1)
        cut = blank if blank > start else start + WINDOW_CHARS
        yield start, cut
        start = cut
    yield start, end
