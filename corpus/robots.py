"""What a site's robots.txt lets a program fetch (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Of a file: lines that are read, and wildcards in a rule.
_MOST_LINES: Final = 20_000
_MOST_WILDCARDS: Final = 20


def allows(robots: str, agent: str, target: str) -> bool:
    """Whether a robots.txt lets ``agent`` fetch ``target``, a path with its query.

    The longest rule that fits decides, of two equal ones the one that allows; the rules for everybody hold where
    none are for the agent by its name.
    """
    rules = _rules(robots, agent.lower())
    wanted = _plain(target)
    best = max(((len(path), allowed) for path, allowed in rules if _fits(path, wanted)), default=(0, True))
    return best[1]


def _rules(robots: str, agent: str) -> list[tuple[str, bool]]:
    own: list[tuple[str, bool]] = []
    everybodys: list[tuple[str, bool]] = []
    agents: set[str] = set()
    named, listing = False, False
    for key, value in _lines(robots):
        if key == "user-agent":
            agents = {*agents, value.lower()} if listing else {value.lower()}
            listing = True
            named = named or agent in agents
        elif key in {"allow", "disallow"}:
            listing = False
            if value:
                own += [(_plain(value), key == "allow")] * (agent in agents)
                everybodys += [(_plain(value), key == "allow")] * ("*" in agents)
    return own if named else everybodys


def _lines(robots: str) -> Iterator[tuple[str, str]]:
    for line in robots.removeprefix("\ufeff").splitlines()[:_MOST_LINES]:
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _plain(path: str) -> str:
    """Return a path in one spelling: "%7E" is "~"."""
    return quote(unquote(path, errors="surrogateescape"), safe="/*$?&=:;,@!+()'~-._", errors="surrogateescape")


def _fits(rule: str, target: str) -> bool:
    """Whether a rule's path is the target's beginning; ``*`` is anything, ``$`` its end."""
    ends = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*", _MOST_WILDCARDS)
    if not target.startswith(first):
        return False
    at = len(first)
    for n, piece in enumerate(others):
        if ends and n == len(others) - 1:
            return len(target) - len(piece) >= at and target.endswith(piece)
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or at == len(target)
