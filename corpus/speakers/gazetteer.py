"""Names that say what they name: first names of women and of men, and places."""

from __future__ import annotations

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    text = resources.files("corpus.speakers").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@cache
def first_names() -> dict[str, str]:
    """Return "f" or "m" for each first name that is hardly ever the other's, in lower case."""
    out: dict[str, str] = {}
    sign = ""
    for line in _lines("first_names.txt"):
        if line in {"f", "m"}:
            sign = line
        else:
            out.update(dict.fromkeys(line.split(), sign))
    return out


@cache
def places() -> frozenset[str]:
    """Return names of places that reports name often, in lower case."""
    lines = _lines("places.txt")
    cut = lines.index("")
    return frozenset(" ".join(lines[:cut]).split()) | frozenset(filter(None, lines[cut:]))
