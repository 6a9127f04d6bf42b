"""Roughly how a name sounds: what letters have in common when one name is written down by many hands."""

from __future__ import annotations

import functools
import re
from typing import Final

_LETTERS: Final = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("gh|kh|ck|q|c(?![eih])", "k"),
        ("ph|v|w", "f"),
        ("zh", "j"),
        ("oo|ou", "u"),
        ("ee|ie|iy|yi", "i"),
        ("y", "i"),
        ("ae|oe(?=.)", "e"),
        (r"(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)e\Z", ""),
    )
]
_VOWELS: Final = re.compile("(?<=.)[aeiou]+")


@functools.lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """Return a folded word as it sounds: equal for Naghdi and Naqdi, Steven and Stephen, Sara and Sarah."""
    for pattern, letter in _LETTERS:
        word = pattern.sub(letter, word)
    return word


def consonants(word: str) -> str:
    """Return the first letter of a word's sound and its consonants: what most misspellings leave as it is."""
    return _VOWELS.sub("", sound(word)).replace("k", "g", 1) if word else word
