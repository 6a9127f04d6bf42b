"""Names as BibTeX writes them: "First von Last", "von Last, First", "von Last, Jr, First" (Patashnik 1988)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.citing.records.latex import from_latex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def bibtex_names(value: str) -> list[dict[str, str]]:
    """Return CSL names. One wholly in braces is a body, and stays whole; "and others" is nobody's name."""
    words = [person.strip() for person in _split(value, _is_and)]
    return [name for person in words if person and person != "others" and (name := _name(person))]


def _name(person: str) -> dict[str, str]:
    if person.startswith("{") and _closes_at(person) == len(person) - 1:
        return {"literal": _decoded(person)}
    parts = [part.strip() for part in _split(person, _is_comma)]
    if len(parts) == 1:
        return _in_reading_order(_tokens(person))
    suffix, given = (parts[1], " ".join(parts[2:])) if len(parts) > 2 else ("", parts[1])  # noqa: PLR2004 - von Last, Jr, First
    particle, family = _von(_tokens(parts[0]))
    return _csl(family=family, given=given, suffix=suffix, particle=particle)


def _in_reading_order(tokens: list[str]) -> dict[str, str]:
    """Take "First von Last" apart: a small word starts the particle, else the last word is the family's."""
    small = next((i for i, token in enumerate(tokens[:-1]) if i and _is_small(token)), len(tokens) - 1)
    particle, family = _von(tokens[small:])
    return _csl(family=family, given=" ".join(tokens[:small]), suffix="", particle=particle)


def _von(tokens: list[str]) -> tuple[str, str]:
    last = max((i for i, token in enumerate(tokens[:-1]) if _is_small(token)), default=-1)
    if not tokens or not _is_small(tokens[0]):
        return "", " ".join(tokens)
    return " ".join(tokens[: last + 1]), " ".join(tokens[last + 1 :])


def _csl(*, family: str, given: str, suffix: str, particle: str) -> dict[str, str]:
    raw = {"family": family, "given": given, "suffix": suffix, "non-dropping-particle": particle}
    return {part: words for part, value in raw.items() if (words := _decoded(value))}


def _decoded(value: str) -> str:
    return " ".join(from_latex(value).split())


def _is_small(token: str) -> bool:
    return token[:1].islower()


def _tokens(words: str) -> list[str]:
    return [token for token in _split(words, lambda text, at: int(text[at].isspace())) if token]


def _is_and(text: str, at: int) -> int:
    return 5 if text[at : at + 5].lower() == " and " else 0


def _is_comma(text: str, at: int) -> int:
    return int(text[at] == ",")


def _split(text: str, divider: Callable[[str, int], int]) -> list[str]:
    """Split outside braces; ``divider`` gives the length of a divider that starts at an offset, or 0."""
    return list(_pieces(" ".join(text.split()), divider))


def _pieces(text: str, divider: Callable[[str, int], int]) -> Iterator[str]:
    start = at = depth = 0
    while at < len(text):
        depth += (text[at] == "{") - (text[at] == "}")
        size = 0 if depth else divider(text, at)
        if size:
            yield text[start:at]
            start = at + size
        at += size or 1
    yield text[start:]


def _closes_at(text: str) -> int:
    depth = 0
    for at, c in enumerate(text):
        depth += (c == "{") - (c == "}")
        if not depth:
            return at
    return -1
