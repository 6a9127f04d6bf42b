"""The trained weights that ship with the package: named features and a number for each, in JSON, nothing to run.

They are made by ``tests/quality/train_speakers.py``; its docstring says from what.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from functools import cache
from importlib import resources
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    #: Some features, as what names them and what they depend on.
    Part = tuple[Callable[..., list[str]], tuple[object, ...]]
    Kept = defaultdict[object, dict[object, Any]]

#: Sums of one kind that a table keeps; they depend on words of closed lists, so that few texts come near it.
_MOST_KEPT = 50_000


class Table(dict[str, float]):
    """Named features and their log-odds; ``kept`` holds sums that are asked for again and again."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.kept: Kept = defaultdict(dict)


class Weights(NamedTuple):
    """One table of log-odds for each decision.

    ``speech`` scores a stretch in marks as a whole utterance or a part of one; ``who`` a candidate for a
    quotation, ``reported`` a reported clause, ``person`` whom a pronoun or title means. ``sureness`` maps a
    raw probability to how often it was right, as (slope, intercept) of log-odds, by decision.
    """

    speech: dict[str, float]
    who: dict[str, float]
    reported: dict[str, float]
    person: dict[str, float]
    sureness: dict[str, tuple[float, float]]


@cache
def shipped() -> Weights:
    """Return the package's weights, read once."""
    data = json.loads(resources.files("corpus.speakers").joinpath("weights.json").read_text(encoding="utf-8"))
    sureness = {kind: tuple(line) for kind, line in data.pop("sureness").items()}
    return Weights(**{name: Table(table) for name, table in data.items()}, sureness=sureness)


def kept(table: dict[str, float]) -> Kept:
    """Return what a table keeps, by what makes it; nothing yet for a plain one."""
    return table.kept if isinstance(table, Table) else defaultdict(dict)


def keep(known: dict[object, Any], about: object, value: Any) -> Any:  # noqa: ANN401 - whatever is kept
    """Keep a value, and forget all the others once there are too many."""
    if len(known) >= _MOST_KEPT:
        known.clear()
    known[about] = value
    return value


def worth(table: dict[str, float], parts: Iterable[Part], known: Kept) -> float:
    """Return the log-odds of features given in parts, each looked up once; ``known`` is what the table keeps."""
    total = 0.0
    for features, about in parts:
        value = known[features].get(about)
        if value is None:
            value = keep(known[features], about, score(table, features(*about)))
        total += value
    return total


def names_of(parts: Iterable[Part]) -> list[str]:
    """Return the names of the features given in parts."""
    return [name for features, about in parts for name in features(*about)]


def score(table: dict[str, float], names: Iterable[str]) -> float:
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
