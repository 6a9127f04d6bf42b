"""Who is known to speak in a corpus, and whom a printed name fits."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from qa.reading.index import Index, build_index, fold_title

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR: Final = re.compile(r"(?<!\d)[12]\d\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """One speaker: the canonical name, the other names seen, and the roles as printed."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The speakers of a corpus, and the titles and publications of its documents.

    The look-up tables are built here, once: keep one ``Known`` for each revision of the corpus. ``dated_titles``
    are the titles in lower case by the years that stand in them.
    """

    speakers: tuple[KnownSpeaker, ...] = ()
    titles: tuple[str, ...] = ()
    index: Index = field(init=False, repr=False, compare=False)
    folded_titles: frozenset[str] = field(init=False, repr=False, compare=False)
    dated_titles: dict[str, list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", build_index(self.speakers))
        object.__setattr__(self, "folded_titles", frozenset(filter(None, map(fold_title, self.titles))))
        dated: dict[str, list[str]] = defaultdict(list)
        for title in dict.fromkeys(" ".join(title.lower().split()) for title in self.titles):
            for year in set(YEAR.findall(title)):
                dated[year].append(title)
        object.__setattr__(self, "dated_titles", dict(dated))

    def names(self, fitting: Iterable[int]) -> tuple[str, ...]:
        """Return the canonical names of the speakers at these positions, each once."""
        return tuple(dict.fromkeys(self.speakers[position].name for position in sorted(fitting)))
