"""The trained weights that ship with the package: named features and a number for each, in JSON, nothing to run.

They are made by ``tests/quality/train_speakers.py``; its docstring says from what.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Table = dict[str, float]


class Weights(NamedTuple):
    """One table of log-odds for each decision.

    ``speech`` scores a stretch in marks as a whole utterance or a part of one; ``who`` a candidate for a
    quotation, ``reported`` a reported clause, ``person`` whom a pronoun or title means. ``sureness`` maps a
    raw probability to how often it was right, as (slope, intercept) of log-odds, by decision.
    """

    speech: Table
    who: Table
    reported: Table
    person: Table
    sureness: dict[str, tuple[float, float]]


@cache
def shipped() -> Weights:
    """Return the package's weights, read once."""
    data = json.loads(resources.files("corpus.speakers").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(*(data[name] for name in Weights._fields))


def score(table: Table, names: Iterable[str]) -> float:
    """Return the log-odds of the features; one that was never seen counts nothing."""
    return sum(map(table.get, names, repeat(0.0)))


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the probabilities of rival scores."""
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    total = sum(shares)
    return [s / total for s in shares]


def sureness(weights: Weights, kind: str, probability: float) -> float:
    """Return how often a raw probability of this kind was right, by logistic calibration (Platt 1999)."""
    slope, intercept = weights.sureness.get(kind, (1.0, 0.0))
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    odds = math.log(bounded / (1 - bounded))
    return 1 / (1 + math.exp(-(slope * odds + intercept)))
