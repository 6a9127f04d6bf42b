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
_NUMBER: Final = re.compile(r"[0-9]{1,12}(?:\.[0-9]{0,12})?")
#: No time at all, or none after the beginning: "0.0", "00:00:00".
_NOTHING: Final = re.compile(r"[0:.]*")


def points(tei: Element) -> dict[str, float]:
    """Return when each point of a text's timeline is, by its id, in seconds from where the recording begins.

    Empty where there are several timelines: each is of a recording of its own, and a time would not say of which;
    and where the timeline's origin is at another time, or nothing is told from it. A point whose distance from the
    origin is not told is left out.
    """
    timelines = list(tei.all("timeline"))
    return _Timeline(timelines[0]).seconds() if len(timelines) == 1 else {}


def moment(element: Element, known: Mapping[str, float], *attributes: str) -> float | None:
    """Return when the point is that one of an element's attributes names; None where none names a known one."""
    named = (pointed(element, attribute) for attribute in attributes)
    return next((known[point] for point in named if point in known), None)


def pointed(element: Element, attribute: str) -> str:
    """Return the id that an attribute points to, empty where it points to none."""
    return element.attributes.get(attribute, "").strip().removeprefix("#")


class _Timeline:
    def __init__(self, timeline: Element) -> None:
        self._unit = timeline.attributes.get("unit", "")
        whens = (when for when in timeline.children if when.name == "when")
        self._whens = {when.attributes["id"]: when for when in whens if when.attributes.get("id")}
        self._origin = pointed(timeline, "origin") or next(iter(self._whens), "")

    def seconds(self) -> dict[str, float]:
        """Return when each of its points is, by its id."""
        if not self._begins():
            return {}
        # From the origin outwards: a point may be told from one that stands further down.
        behind: dict[str, list[tuple[str, float]]] = {}
        for name in self._whens.keys() - {self._origin}:
            if (distance := self._distance(name)) is not None:
                since = pointed(self._whens[name], "since") or self._origin
                behind.setdefault(since, []).append((name, distance))
        known, fresh = {self._origin: 0.0}, [self._origin]
        while fresh:
            since = fresh.pop()
            for name, distance in behind.get(since, ()):
                if name not in known and known[since] + distance <= limits.MAX_TIME_S:
                    known[name] = known[since] + distance
                    fresh.append(name)
        return known if len(known) > 1 else {}

    def _begins(self) -> bool:
        """Return whether the recording begins at the origin: no other time is told of it, nor another origin."""
        origin = self._whens.get(self._origin)
        if origin is None:
            return False
        told = [origin.attributes.get(name, "").strip() for name in ("interval", "absolute")]
        return pointed(origin, "since") in {"", self._origin} and all(map(_NOTHING.fullmatch, told))

    def _distance(self, name: str) -> float | None:
        """Return how many seconds a point is behind the one that it is told from; None where nothing says."""
        when = self._whens[name].attributes
        interval, unit = when.get("interval", "").strip(), _UNITS.get(when.get("unit", self._unit))
        return float(interval) * unit if unit and _NUMBER.fullmatch(interval) else None
