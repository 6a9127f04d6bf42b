"""When the words of a TEI transcript are said: the points of its timeline, in seconds of its recording.

After the TEI Guidelines P5, "Placing Synchronous Events in Time", and ISO 24624 (transcription of spoken
language), in which programs such as EXMARaLDA and ELAN write what was transcribed with them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.readers.xml_tree import Element

_UNITS: Final = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
_NUMBER: Final = re.compile(r"[0-9]{1,12}(?:\.[0-9]{0,12})?", re.ASCII)


def points(tei: Element) -> dict[str, float]:
    """Return when each point of a text's timeline is, by its id, in seconds from the timeline's origin.

    Empty where there are several timelines: each is of a recording of its own, and a time would not say of which.
    A point whose distance from the origin is not told is left out.
    """
    timelines = list(tei.all("timeline"))
    return _Timeline(timelines[0]).seconds() if len(timelines) == 1 else {}


def moment(element: Element, known: Mapping[str, float]) -> float | None:
    """Return when an element begins, in seconds; None where it does not say, or its point is not known."""
    return known.get(_pointed(element, "start") or _pointed(element, "synch"))


class _Timeline:
    def __init__(self, timeline: Element) -> None:
        self._unit = timeline.attributes.get("unit", "")
        self._whens = {when.attributes.get("id", ""): when for when in timeline.children if when.name == "when"}
        named = _pointed(timeline, "origin")
        self._origin = named if named in self._whens else next(iter(self._whens), "")

    def seconds(self) -> dict[str, float]:
        # From the origin outwards: a point may be told from one that stands further down.
        behind: dict[str, list[tuple[str, float]]] = {}
        for name in self._whens:
            since, distance = self._step(name)
            if distance is not None:
                behind.setdefault(since, []).append((name, distance))
        known = {self._origin: 0.0} if self._begins() else {}
        fresh = list(known)
        while fresh:
            since = fresh.pop()
            for name, distance in behind.get(since, ()):
                if name not in known and known[since] + distance <= limits.MAX_TIME_S:
                    known[name] = known[since] + distance
                    fresh.append(name)
        return known

    def _begins(self) -> bool:
        """Return whether the origin is one, and not told from another point."""
        return self._origin in self._whens and _pointed(self._whens[self._origin], "since") in {"", self._origin}

    def _step(self, name: str) -> tuple[str, float | None]:
        """Return the point from which a point is told, and how many seconds behind it; None where nothing says."""
        when = self._whens[name]
        interval = when.attributes.get("interval", "").strip()
        unit = _UNITS.get(when.attributes.get("unit", self._unit))
        known = unit is not None and _NUMBER.fullmatch(interval)
        return _pointed(when, "since") or self._origin, float(interval) * unit if unit and known else None


def _pointed(element: Element, attribute: str) -> str:
    return element.attributes.get(attribute, "").strip().removeprefix("#")
