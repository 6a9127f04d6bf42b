"""Figures: shares with Wilson's interval, means and areas with a bootstrap's, and what the pictures show.

Sources: Wilson (1927) for the interval of a share; Efron (1979) for the percentile bootstrap; Hanley and McNeil
(1982) for the area under the ROC curve as the share of pairs in the right order; Naeini et al. (2015) for the
calibration error; El-Yaniv and Wiener (2010) for risk against coverage.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

#: Resamples of a bootstrap, and its seed: the same answers always give the same interval.
_RESAMPLES, _SEED = 2_000, 20_141
#: The 97.5% point of the normal distribution, for a 95% interval.
_Z = 1.959963984540054
BINS = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value between 0 and 1 with the bounds of its 95% interval; ``count`` questions stand behind it.

    The value is None where no question could tell.
    """

    name: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions whose confidence lies between two tenths: its mean, and the share that can be answered."""

    confidence: float
    share: float
    count: int


def share(name: str, flags: Sequence[bool]) -> Figure:
    """Return the share of ``flags`` that are true, with Wilson's interval."""
    count = len(flags)
    if not count:
        return Figure(name)
    value = sum(flags) / count
    centre = value + _Z * _Z / (2 * count)
    reach = _Z * math.sqrt(value * (1 - value) / count + _Z * _Z / (4 * count * count))
    whole = 1 + _Z * _Z / count
    # Rounding alone would put the bound of 0 of 9, or of 9 of 9, a hair beyond the value.
    low, high = min(value, max(0.0, (centre - reach) / whole)), max(value, min(1.0, (centre + reach) / whole))
    return Figure(name, value, low, high, count)


def mean(name: str, values: Sequence[float]) -> Figure:
    """Return a mean with the percentile interval of a bootstrap over the questions."""
    if not values:
        return Figure(name)
    data = np.asarray(values, dtype=np.float64)
    return _figure(name, float(data.mean()), lambda rng: float(_drawn(rng, data).mean()), len(data))


def roc_area(name: str, yes: Sequence[float], no: Sequence[float]) -> Figure:
    """Return the area under the ROC curve; the bootstrap draws from each side apart.

    Args:
        name: of the figure.
        yes: the confidence of each answerable question.
        no: that of each unanswerable one. Without both there is no area.
    """
    if not yes or not no:
        return Figure(name)
    a, b = np.asarray(yes, dtype=np.float64), np.asarray(no, dtype=np.float64)
    return _figure(name, _area(a, b), lambda rng: _area(_drawn(rng, a), _drawn(rng, b)), len(a) + len(b))


def calibration_error(name: str, confidences: Sequence[float], answerable: Sequence[bool]) -> Figure:
    """Return the expected calibration error over ten bins of equal width.

    Without both kinds of questions it would say more of the file than of the search, and is left out. A
    bootstrap's errors are larger than the one measured on the whole, so the interval may lie above the value.
    """
    if len(set(answerable)) < 2:  # noqa: PLR2004 - true and false
        return Figure(name)
    pairs = np.asarray([confidences, answerable], dtype=np.float64).T
    return _figure(name, expected_error(*pairs.T), lambda rng: expected_error(*_drawn(rng, pairs).T), len(pairs))


def expected_error(confidences: NDArray[np.float64], answerable: NDArray[np.float64]) -> float:
    """Return the expected calibration error of answers: confidences, and 1 or 0 for each, both of one shape."""
    gaps = np.bincount(_places(confidences), weights=confidences - answerable, minlength=BINS)
    return float(np.abs(gaps).sum() / len(confidences))


def bins(confidences: Sequence[float], answerable: Sequence[bool]) -> tuple[Bin, ...]:
    """Return the bins that hold any question, from unsure to sure."""
    p, y = np.asarray(confidences, dtype=np.float64), np.asarray(answerable, dtype=np.float64)
    places = _places(p)
    return tuple(
        Bin(float(p[here].mean()), float(y[here].mean()), int(here.sum()))
        for here in (places == n for n in range(BINS))
        if here.any()
    )


def risk_curve(confidences: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Return ``(coverage, risk)`` as ever less sure questions are answered.

    Coverage is the share of all questions that are answered, risk the share of those that are answered wrongly.
    Questions with the same confidence are answered together.
    """
    order = sorted(range(len(right)), key=lambda n: -confidences[n])
    points, wrong = [], 0
    for count, place in enumerate(order, 1):
        wrong += not right[place]
        if count == len(order) or confidences[order[count]] < confidences[place]:
            points.append((count / len(order), wrong / count))
    return tuple(points)


def _area(yes: NDArray[np.float64], no: NDArray[np.float64]) -> float:
    ordered = np.sort(no)
    below, upto = (np.searchsorted(ordered, yes, side=side).sum() for side in ("left", "right"))
    return float(below + upto) / (2 * len(yes) * len(no))


def _places(p: NDArray[np.float64]) -> NDArray[np.intp]:
    return np.minimum((p * BINS).astype(np.intp), BINS - 1)


def _drawn(rng: np.random.Generator, data: NDArray[np.float64]) -> NDArray[np.float64]:
    return data[rng.integers(0, len(data), len(data))]


def _figure(name: str, value: float, draw: Callable[[np.random.Generator], float], count: int) -> Figure:
    rng = np.random.default_rng(_SEED)
    low, high = (float(v) for v in np.percentile([draw(rng) for _ in range(_RESAMPLES)], [2.5, 97.5]))
    return Figure(name, value, low, high, count)
