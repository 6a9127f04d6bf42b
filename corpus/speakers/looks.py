"""How a candidate looks by itself: its form, the word before it, its titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.names import TITLES
from corpus.speakers.words import PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from corpus.speakers.scan import Scan
    from corpus.speakers.weights import Part


def look(scan: Scan, chunk: Chunk, lasts: Collection[int]) -> Part:
    """Return a chunk's features, whatever it may have said; ``lasts`` are the items with which chunks end."""
    head = scan.lows[chunk.head]
    before = scan.lows[chunk.first - 1] if chunk.first else "^"
    word = before if before in PREPOSITIONS or not before[:1].isalnum() or before in {"that", "and"} else "w"
    form = chunk.form
    kind = f"pro={head}" if form is Form.PRONOUN else f"plural={head[-1] == 's'}" if form is Form.NOUN else ""
    length = min(chunk.last - chunk.first, 4)
    signs = chunk.possessive, scan.opens(chunk.first), head in PEOPLE
    return _looks, (word, signs, length, _role(scan, chunk, lasts), kind)


def _looks(before: str, signs: tuple[bool, bool, bool], length: int, role: str, kind: str) -> list[str]:
    possessive, opens, people = signs
    names = [f"before={before}", f"poss={possessive}", f"opens={opens}", f"people={people}", f"long={length}",
             f"role={role}"]  # fmt: skip
    return [*names, kind] if kind else names


def _role(scan: Scan, chunk: Chunk, lasts: Collection[int]) -> str:
    """Describe how titles and commas stand about a chunk: a name, a title with a name, an apposition."""
    words = scan.lows[chunk.first : chunk.last + 1]
    titled = words[0].rstrip(".") in TITLES or words[0] in PEOPLE
    prep = not PREPOSITIONS.isdisjoint(words)
    left = scan.words[chunk.first - 1] if chunk.first else ""
    right = scan.words[chunk.last + 1] if chunk.last + 1 < len(scan.words) else ""
    apposed = left == "," and chunk.first - 2 in lasts
    return f"{titled}{prep}{apposed}{right == ','}"
