"""Sets of spellings that are one speaker's, and pairs of sets that may be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from corpus.speakers.likeness import Likeness, by_fullness, likeness
from corpus.speakers.sounds import consonants, sound
from corpus.speakers.spellings import is_body
from corpus.speakers.variants import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.speakers.spellings import Spelling

#: In a set of names alike, each is compared with this many that come next by given name. A family of thousands
#: would take minutes otherwise; spellings of one name stand next to each other in that order.
_WINDOW: Final = 30
#: Nobody is printed in more ways; a larger set is a text that plays with us.
_MOST_SPELLINGS: Final = 100


@dataclass(frozen=True, slots=True)
class Pairs:
    """The spellings of a corpus, one for each name that is the same but for case and points, and what is alike."""

    members: tuple[Spelling, ...]
    alike: Mapping[tuple[int, int], Likeness]

    def are_two(self, one: int, other: int) -> bool:
        """Whether two members cannot be one speaker: their names say so."""
        return likeness(self.members[one], self.members[other]) is None


def compare_all(members: Iterable[Spelling]) -> Pairs:
    """Compare all spellings that have something in common, in a time that grows with their number.

    Args:
        members: the spellings, no two of them the same.
    """
    ordered = tuple(sorted(members, key=lambda s: (s.sounds[:-1], s.sounds, s.name)))
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(ordered):
        for key in _keys(one):
            blocks[key].append(number)
    near = {(a, b) for block in blocks.values() for n, a in enumerate(block) for b in block[n + 1 : n + _WINDOW]}
    compared = ((pair, likeness(ordered[pair[0]], ordered[pair[1]])) for pair in sorted(near))
    return Pairs(ordered, {pair: found for pair, found in compared if found})


def _keys(one: Spelling) -> Iterator[tuple[object, ...]]:
    """Yield what a spelling is found by; two names that share nothing of it are never compared."""
    yield "letters", "".join(one.words)
    if one.body:
        own = [w for w in one.words if not is_body(w)]
        yield from (("body", sound(spelled(w))) for w in set(own))
        return
    yield "last", consonants(spelled(one.last))
    if one.given:
        yield "words", *sorted(one.sounds)
        yield "near", one.sounds[0], one.last[:2]


def merge(pairs: Pairs, least: float) -> list[list[int]]:
    """Return sets of members that are one speaker's: joined by a likeness of at least ``least``.

    A set in which two members cannot be one speaker is taken apart again, its least certain likenesses first:
    "J. Q. Roe" never joins Jane Q. Roe with John Q. Roe.
    """
    sure = {pair: found.certainty for pair, found in pairs.alike.items() if found.certainty >= least}
    return [
        part for whole in _connected(range(len(pairs.members)), sure) for part in _sound_parts(pairs, whole, sure)
    ]


def _sound_parts(pairs: Pairs, whole: list[int], sure: Mapping[tuple[int, int], float]) -> list[list[int]]:
    if len(whole) == 1:
        return [whole]
    small = len(whole) <= _MOST_SPELLINGS
    if small and not any(pairs.are_two(one, other) for one, other in combinations(whole, 2)):
        return [whole]
    inside = set(whole)
    mine = {pair: certainty for pair, certainty in sure.items() if pair[0] in inside}
    weakest = min(mine.values())
    kept = {pair: certainty for pair, certainty in mine.items() if certainty > weakest}
    return [part for half in _connected(whole, kept) for part in _sound_parts(pairs, half, kept)]


def _connected(numbers: Iterable[int], edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the sets of numbers that edges connect, in order."""
    parent = {number: number for number in numbers}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for one, other in edges:
        parent[max(root(one), root(other))] = min(root(one), root(other))
    sets: dict[int, list[int]] = defaultdict(list)
    for number in parent:
        sets[root(number)].append(number)
    return [sorted(whole) for whole in sets.values()]


def fitting(pairs: Pairs, groups: list[list[int]], least: float) -> dict[tuple[int, int], tuple[float, str]]:
    """Return what may join two sets of members, by the sets' numbers: how certain it is, and why.

    A name that fits several people, as a bare last name does, is that much less certain for each of them.

    Args:
        pairs: what was compared.
        groups: the sets that ``merge`` made.
        least: the certainty it merged from; what is that certain and was not merged fits several people too.
    """
    home = {member: number for number, whole in enumerate(groups) for member in whole}
    links: dict[tuple[int, int], list[tuple[float, str, tuple[int, ...]]]] = defaultdict(list)
    open_to: dict[int, set[int]] = defaultdict(set)
    for pair, found in pairs.alike.items():
        one, other = sorted((home[pair[0]], home[pair[1]]))
        if one != other:
            several = found.fits or found.certainty >= least
            links[one, other].append((found.certainty, found.reason, pair if several else ()))
            for here, there in (pair, pair[::-1]) if several else ():
                open_to[here].add(there)
    people = {here: _people(pairs, there) for here, there in open_to.items()}
    return {
        key: _shared(*max(found), people)
        for key, found in links.items()
        if not any(pairs.are_two(one, other) for one in groups[key[0]] for other in groups[key[1]])
    }


def _shared(certainty: float, reason: str, pair: tuple[int, ...], people: Mapping[int, int]) -> tuple[float, str]:
    count = max((people[number] for number in pair), default=1)
    return certainty / count, f"{reason}; it fits {count} people" if count > 1 else reason


def _people(pairs: Pairs, candidates: Iterable[int], most: int = 9) -> int:
    """Count the people among candidates, as far as their names tell them apart, up to ``most``."""
    found: list[int] = []
    for number in sorted(candidates, key=lambda n: by_fullness(pairs.members[n]), reverse=True):
        if all(pairs.are_two(number, person) for person in found):
            found.append(number)
        if len(found) == most:
            break
    return len(found)
