"""The values of a corpus's list of speakers: names seen, canonical speakers, proposals, flags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Seen:
    """A name as the corpus has it: the roles printed with it, the ids of its documents, its utterances."""

    name: str
    roles: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    utterances: int = 1


@dataclass(frozen=True, slots=True)
class Canonical:
    """One speaker: the chosen name, and all names seen that are this speaker's, the most often printed first."""

    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    documents: frozenset[str]
    utterances: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two canonical names that may be one speaker's; ``certainty`` is between 0 and 1."""

    first: str
    second: str
    certainty: float
    reason: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A name that may be a disguise, and why; it stands alone. ``like`` is the name it is drawn like, if any."""

    name: str
    reason: str
    like: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who speaks, most often first; who may be the same; and which names may be disguises."""

    speakers: tuple[Canonical, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    flags: tuple[Flag, ...] = ()
    _of: dict[str, Canonical] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_of", {name: s for s in self.speakers for name in s.names})

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that was seen."""
        return tuple(self._of)

    def speaker_of(self, name: str) -> Canonical | None:
        """Return whose name this is, exactly as it was seen; None when it was not."""
        return self._of.get(name)

    def with_aliases(self, names: Iterable[str]) -> list[str]:
        """Return these names, those that were seen, and all others of the same speakers."""
        found = [self._of[name].names for name in names if name in self._of]
        return list(dict.fromkeys(alias for aliases in found for alias in aliases))
