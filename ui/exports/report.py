"""What checking an evidence pack finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class FileState(StrEnum):
    """Whether a file of a pack is as it was made."""

    HOLDS = "holds"
    CHANGED = "changed"
    DAMAGED = "damaged"
    MISSING = "missing"
    EXTRA = "extra"
    UNCHECKED = "unchecked"


class Standing(StrEnum):
    """Whether a passage still stands in a corpus: there, elsewhere word for word, only nearly so, or not at all.

    ``UNKNOWN`` is that of a passage whose words in the pack do not hold: there is nothing to look for.
    """

    STANDS = "stands"
    ELSEWHERE = "elsewhere"
    CHANGED = "changed"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FileCheck:
    """A file of the pack, by its name in it."""

    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class PassageCheck:
    """A passage of the pack.

    ``fits`` says that its words are those that the manifest tells of: digest, length, and the id made from them.
    ``standing`` is None where no corpus was asked; ``at`` is the id of the passage that has the words now.
    """

    passage_id: str
    file: str
    fits: bool
    standing: Standing | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class PackReport:
    """A pack checked. ``as_made`` says that the ZIP's own bytes, beside the files in it, are those made.

    ``maker`` and ``revision`` are None where the manifest cannot be read.
    """

    maker: str | None
    revision: int | None
    files: tuple[FileCheck, ...]
    passages: tuple[PassageCheck, ...]
    as_made: bool

    @property
    def whole(self) -> bool:
        """Whether the pack is as it was made: nothing changed, nothing missing, nothing put in."""
        states = {check.state for check in self.files}
        return self.as_made and states == {FileState.HOLDS} and all(p.fits for p in self.passages)

    @property
    def stands(self) -> bool:
        """Whether the corpus, if one was asked, still has the words of every passage."""
        return {p.standing for p in self.passages} <= {None, Standing.STANDS, Standing.ELSEWHERE}

    @property
    def holds(self) -> bool:
        """Whether the pack is whole and its passages stand."""
        return self.whole and self.stands

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return {"holds": self.holds, "whole": self.whole, "stands": self.stands, **asdict(self)}
