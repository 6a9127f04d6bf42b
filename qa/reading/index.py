"""Look-up tables from the words of a name or role to the speakers whom they fit."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.speakers.gazetteer import first_names
from corpus.speakers.names import TITLES
from corpus.speakers.spellings import is_body
from corpus.speakers.variants import are_apart, is_common, is_nickname
from qa.reading.slips import LEAST_CHARS, is_finger_slip, is_given_slip, is_name, is_short_slip
from qa.reading.tokens import tokens
from qa.reading.vocabulary import PARTICLES, POST_NOMINALS, ROLE_NOUNS, ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa.reading.known import KnownSpeaker

#: Shorter last names differ by a letter too easily: Roe and Poe, Davis and David.
_LEAST_MISSPELT_CHARS: Final = 6
#: From this length on two typing errors are forgiven.
_TWO_ERRORS_CHARS: Final = 9
#: Names and roles longer than this are kept as wholes only, so that the tables stay small.
_MOST_ROLE_WORDS: Final = 6
_MOST_NAME_WORDS: Final = 8
_OF: Final = re.compile(r"\s+of\s+")
NOBODY: Final[frozenset[int]] = frozenset()
Key = TypeVar("Key", str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Shape:
    """One spelling of a speaker's name: given names and the last name, each word folded.

    ``only`` says that no given name of the speaker is known: then any may be theirs.
    """

    position: int
    given: tuple[str, ...]
    last: tuple[str, ...]
    only: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """Values are positions among the known speakers; ``letters`` hold the last names by first letter."""

    full: dict[tuple[str, ...], frozenset[int]]
    last: dict[str, tuple[Shape, ...]]
    part: dict[str, tuple[Shape, ...]]
    first: dict[str, tuple[Shape, ...]]
    roles: dict[tuple[str, ...], frozenset[int]]
    whole: tuple[tuple[str, int], ...]
    letters: dict[str, tuple[str, ...]]

    def fitting(self, words: Sequence[str]) -> frozenset[int]:
        """Return the speakers whom a name fits: in full, by its last name, or by a part of a double last name."""
        name = _Words(words)
        if found := self.full.get(name.words):
            one = len(name.words) == 1 < len(name.lone)  # "Roe" is one speaker's whole name, and Jan Roe's last
            return found | name.among(self.last.get(name.lone, ())) if one else found
        return name.among(self.last.get(name.lone, ())) or name.among(self.part.get(name.lone, ()))

    def by_first(self, word: str) -> frozenset[int]:
        """Return whom a lone given name fits, when that is one speaker and nobody's last name."""
        found = _positions(self.first.get(word, ()))
        return found if len(found) == 1 and word not in self.last else NOBODY

    def near(self, words: Sequence[str]) -> frozenset[int]:
        """Return the one speaker whose name a typing error may have made into this one, if there is just one."""
        found = self._slip_in_last(words) if len(words[-1]) >= LEAST_CHARS else set()
        if len(words) > 1:
            found |= self._slip_in_given(words) | self._slip_beside_given(words)
        return frozenset(found) if len(found) == 1 else NOBODY

    def _slip_in_last(self, words: Sequence[str]) -> set[int]:
        typed = words[-1]
        least = _LEAST_MISSPELT_CHARS if len(words) == 1 else LEAST_CHARS
        if len(typed) < least or is_name(typed) or typed in self.last:
            return set()
        most = 2 if len(typed) >= _TWO_ERRORS_CHARS else 1
        alike = self.letters.get(typed[0], ())
        near = process.extract(typed, alike, scorer=OSA.distance, score_cutoff=most, limit=8)
        lasts = [last for last, _, _ in near if not are_apart(last, typed)]
        name = _Words(words)
        return {p for last in lasts if len(last) >= least for p in name.among(self.last[last])}

    def _slip_beside_given(self, words: Sequence[str]) -> set[int]:
        """Read "Oda Berne" for Oda Bern, where no other Oda is known; "Oda Berg" is somebody else."""
        typed, shapes = words[-1], self.first.get(words[0], ())
        if len(_positions(shapes)) != 1 or is_common(words[0]) or len(words[0]) == 1 or typed in self.last:
            return set()
        return set(_Words(words).among(s for s in shapes if len(s.last) == 1 and is_finger_slip(typed, s.last[0])))

    def _slip_in_given(self, words: Sequence[str]) -> set[int]:
        """Read "Mirella Stankovic" for Mirela; a short name only of the one who has that last name."""
        shapes = [s for s in self.last.get(words[-1], ()) if s.given and words[0] != s.given[0]]
        alone = len(_positions(self.last.get(words[-1], ()))) == 1
        return {
            s.position
            for s in shapes
            if is_given_slip(words[0], s.given[0]) or (alone and is_short_slip(words[0], s.given[0]))
        }


class _Words:
    """A printed name's words, ready to be compared."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(w for n, w in enumerate(words) if n == len(words) - 1 or w not in PARTICLES or n == 0)
        self.lone = self.words[-1] if self.words else ""
        self.given = self.words[:-1]

    def among(self, shapes: Iterable[Shape]) -> frozenset[int]:
        """Return the speakers of the shapes that the given names leave possible."""
        fitting = [shape for shape in shapes if self._fits(shape)]
        named = frozenset(shape.position for shape in fitting if shape.given or not self.given)
        return named or frozenset(shape.position for shape in fitting)

    def _fits(self, shape: Shape) -> bool:
        given = self.given
        while given and given[-1] in shape.last:  # the other half of a double last name
            given = given[:-1]
        if not given:
            return True
        if not shape.given:  # known by one word: "Lena Brandt" may be Brandt, "Direct Marketing" is not Marketing
            return shape.only and (given[0] in first_names() or len(given[0]) == 1 < len(shape.last[-1]))
        if _same_given(given[0], shape.given[0]):
            return len(given) == 1 or len(shape.given) == 1 or _same_given(given[1], shape.given[1])
        return len(given) == 1 and len(given[0]) > 1 and given[0] in shape.given


def _same_given(one: str, other: str) -> bool:
    initial = 1 in {len(one), len(other)} and one[:1] == other[:1]
    return one == other or initial or is_nickname(one, other)


def _positions(shapes: Iterable[Shape]) -> frozenset[int]:
    return frozenset(shape.position for shape in shapes)


def build_index(speakers: Sequence[KnownSpeaker]) -> Index:
    """Build the tables for these speakers."""
    full: dict[tuple[str, ...], set[int]] = defaultdict(set)
    last: dict[str, set[Shape]] = defaultdict(set)
    part: dict[str, set[Shape]] = defaultdict(set)
    first: dict[str, set[Shape]] = defaultdict(set)
    for n, speaker in enumerate(speakers):
        aliases = {alias: _shape(n, alias) for alias in (speaker.name, *speaker.aliases)}
        only = not any(shape.given for shape in aliases.values() if shape)
        for alias, whole in aliases.items():
            if placed := _placed(alias):
                full[placed].add(n)
            if whole is None:
                continue
            shape = replace(whole, only=only)
            # A lone word is a name in full only where nothing fuller is known: "Roe" as an alias fits every Roe.
            if shape.given or len(shape.last) > 1 or alias == speaker.name:
                full[*shape.given, *shape.last].add(n)
            if any(_covers(other, shape) for other in aliases.values() if other):
                continue
            for word in shape.last:
                (last if len(shape.last) == 1 else part)[word].add(shape)
            for word in shape.given[:1]:
                first[word].add(shape)
    return Index(
        _frozen(full),
        _listed(last),
        _listed(part),
        _listed(first),
        _roles(speakers),
        tuple((name, n) for n, s in enumerate(speakers) for name in (s.name, *s.aliases) if _without_case(name)),
        _by_letter(word for word in last if len(word) >= LEAST_CHARS),
    )


def _covers(fuller: Shape, shape: Shape) -> bool:
    """Whether "Jane Roe" says whose initial "J. Roe" has: it would let in John Roe."""
    initial, other = shape.given[:1], fuller.given[:1]
    known = bool(initial and other) and len(initial[0]) == 1 < len(other[0])
    return known and fuller.last == shape.last and other[0][0] == initial[0]


def fold_title(title: str) -> str:
    """Return a title's or name's folded words with single blanks between them."""
    return " ".join(part for token in tokens(title) for part in token.parts)


def _by_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[0]].append(word)
    return {letter: tuple(same) for letter, same in found.items()}


def _frozen(table: dict[Key, set[int]]) -> dict[Key, frozenset[int]]:
    return {key: frozenset(found) for key, found in table.items()}


def _listed(table: dict[str, set[Shape]]) -> dict[str, tuple[Shape, ...]]:
    return {word: tuple(found) for word, found in table.items()}


def _shape(position: int, name: str) -> Shape | None:
    """Take a known name apart; None when there is no word in it."""
    words = [t for t in tokens(_ordered(_OF.split(name)[0] if _placed(name) else name)) if t.parts]
    while len(words) > 1 and (words[0].low in TITLES or words[0].low == "the"):
        words = words[1:]
    while len(words) > 1 and words[-1].low in POST_NOMINALS:
        words = words[:-1]
    if not words or len(words) > _MOST_NAME_WORDS:
        return None
    given = [part for n, t in enumerate(words[:-1]) if n == 0 or t.low not in PARTICLES for part in t.parts]
    return Shape(position, tuple(given), words[-1].parts)


def _placed(name: str) -> tuple[str, ...]:
    """Return the words of a name that is told from others by a place, "Mr. Hale of North Quay"; else none."""
    head, of, place = _OF.sub(" of ", name, count=1).partition(" of ")
    titled = [t for t in tokens(head) if t.low in TITLES]
    if not of or not titled or len(titled) == len(tokens(head)) or is_body(name):
        return ()
    words = tokens(f"{head} of {place}")
    return tuple(part for t in words if t.low not in ROLE_WORDS for part in t.parts)


def _ordered(name: str) -> str:
    """Return "Jane Roe" for "Roe, Jane", and "Jane Roe, Jr." as it is; what stands in brackets is no name."""
    name = name.partition("(")[0].strip() or name
    last, comma, given = name.partition(",")
    turned = comma and given.strip() and given.strip(" .").lower() not in POST_NOMINALS
    return f"{given.strip()} {last.strip()}" if turned and "," not in given else name


def _roles(speakers: Sequence[KnownSpeaker]) -> dict[tuple[str, ...], frozenset[int]]:
    """Return who is given each role, and each run of a role's words that names an office by itself."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, speaker in enumerate(speakers):
        for role in speaker.roles:
            words = role_words(role)
            found[words].add(n)
            for begin in range(min(len(words), _MOST_ROLE_WORDS)):
                for end in range(begin + 1, min(len(words), _MOST_ROLE_WORDS) + 1):
                    if words[end - 1] in ROLE_NOUNS or any(w in TITLES for w in words[begin:end]):
                        found[words[begin:end]].add(n)
    found.pop((), None)
    return _frozen(found)


def role_words(role: str) -> tuple[str, ...]:
    """Return the words of a role as they compare."""
    return tuple(t.low for t in tokens(role) if t.low not in {"the", "a", "an"})


def _without_case(name: str) -> bool:
    """Whether a name is written in a script that may leave no blanks between words."""
    return len(name) > 1 and " " not in name and all(c.lower() == c.upper() and c.isalpha() for c in name)
