"""A reading completed with the speakers whose words are asked for, and with those only named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.known import Known
    from qa.reading.naming import Naming
    from qa.reading.values import Reading


def with_asked(reading: Reading, names: Sequence[Naming], known: Known) -> Reading:
    """Say whose words are asked for; a name that fits several leaves the choice open."""
    asked = known.names(_all(names))
    return replace(
        reading,
        asked=asked,
        asked_as=" and ".join(one.printed for one in names),
        choices=known.names(_all([one for one in names if len(one.fits) > 1])),
        misspelt=any(one.near for one in names),
        mentioned=tuple(name for name in reading.mentioned if name not in asked),
    )


def mentioned(namings: Sequence[Naming], known: Known) -> tuple[str, ...]:
    """Return the known speakers who are named for certain."""
    return known.names(_all([one for one in namings if len(one.fits) == 1 and not one.weak and not one.near]))


def _all(names: Sequence[Naming]) -> frozenset[int]:
    return frozenset[int]().union(*(one.fits for one in names))
