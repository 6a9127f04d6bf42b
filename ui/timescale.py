"""Where a timeline's marks stand: dates as a place from 0 to 100 per cent, and lanes so that no two overlap."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from corpus.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa.timeline import Point

#: The lanes of one row; what finds no room in them is counted at the last mark there.
MOST_LANES: Final = 6
#: Room left at both ends of the scale, in per cent.
_MARGIN: Final = 5.0
#: How near two marks of one lane may come, in per cent: a finger's width on a phone.
_APART: Final = 7.5
_MOST_TICKS: Final = 5
#: Steps between ticks as (unit, how many, about how many days), the finest first.
_STEPS: Final = (
    ("day", 1, 1), ("day", 2, 2), ("day", 7, 7), ("day", 14, 14),
    ("month", 1, 30), ("month", 3, 91), ("month", 6, 182),
    *(("year", n, 365 * n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A point as drawn: its place and width in per cent, its lane from 0, and how many behind it are not drawn."""

    point: Point
    left: float
    width: float
    lane: int
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from ``first`` to ``last`` along a row."""

    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, points: Iterable[Point]) -> Scale:
        """Return the scale that holds all of these points, of which there is one at least."""
        periods = [point.when for point in points]
        return cls(min(p.since for p in periods), max(p.until for p in periods))

    def at(self, day: dt.date) -> float:
        """Return the place of a day in per cent; in the middle where there is only one."""
        whole = (self.last - self.first).days
        share = (day - self.first).days / whole if whole else 0.5
        return round(_MARGIN + (100 - 2 * _MARGIN) * share, 2)

    def ticks(self) -> list[tuple[float, str]]:
        """Return the place and the label of each tick."""
        whole = (self.last - self.first).days
        unit, step, _ = next((s for s in _STEPS if whole <= _MOST_TICKS * s[2]), _STEPS[-1])
        return [(self.at(day), _label(day, unit)) for day in _days(self.first, self.last, unit, step)]


def lay_out(points: Sequence[Point], scale: Scale) -> list[Mark]:
    """Return the marks of one row. A point for which there is no lane is counted at the mark in its way."""
    marks: list[Mark] = []
    latest: list[int] = []  # by lane: its last mark
    for point in sorted(points, key=lambda p: (p.when.since, p.when.until)):
        left = scale.at(point.when.since)
        mark = Mark(point, left, round(scale.at(point.when.until) - left, 2), 0)
        lane = next((n for n, at in enumerate(latest) if _end(marks[at]) + _APART <= left), len(latest))
        if lane == MOST_LANES:
            marks[latest[-1]] = replace(marks[latest[-1]], hidden=marks[latest[-1]].hidden + 1)
            continue
        latest[lane : lane + 1] = [len(marks)]
        marks.append(replace(mark, lane=lane))
    return marks


def _end(mark: Mark) -> float:
    return mark.left + mark.width


def _days(first: dt.date, last: dt.date, unit: str, step: int) -> Iterator[dt.date]:
    """Yield the days of the ticks: every so many days from the first, or where a month or year begins."""
    if unit == "day":
        yield from (first + dt.timedelta(n) for n in range(0, (last - first).days + 1, step))
        return
    months = step if unit == "month" else 12 * step
    begin, end = (12 * day.year + day.month - 1 for day in (first, last))
    for month in range(begin - begin % months, end + 1, months):
        day = dt.date(max(month // 12, 1), month % 12 + 1, 1)
        if first <= day <= last:
            yield day


def _label(day: dt.date, unit: str) -> str:
    month = str(PartialDate(day.year, day.month))[:3]
    return {"day": f"{month} {day.day}", "month": f"{month} {day.year}", "year": str(day.year)}[unit]
