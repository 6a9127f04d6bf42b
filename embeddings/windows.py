"""Which stretches of a passage get a vector.

all-MiniLM-L6-v2 reads 256 word pieces and drops the rest without a word, so a long paragraph is embedded in
stretches of whole sentences and is as near to a question as its nearest stretch.
"""

from __future__ import annotations

from corpus.sentences import sentence_offsets

#: About 200 word pieces of English. A passage up to this length is embedded whole.
WINDOW_CHARS = 900


def windows(text: str) -> list[tuple[int, int]]:
    """Return half-open offsets of the stretches of ``text`` to embed; at least one for a text with words."""
    if len(text) <= WINDOW_CHARS:
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    for start, end in sentence_offsets(text) or [(0, len(text))]:
        if out and end - out[-1][0] <= WINDOW_CHARS:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
