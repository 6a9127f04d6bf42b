"""Does the corpus answer? A logistic function of what the search itself shows.

The weights in ``decision.json`` are fitted by ``tests/quality/fit_decision.py`` to questions that a corpus
answers, questions about what it lacks, and questions written to mislead. No language model judges anything.
"""

from __future__ import annotations

import functools
import json
import math
from importlib import resources
from typing import TYPE_CHECKING, Final

from corpus.speakers import name_words
from embeddings.tokens import stem, words
from qa.features import names, read_features

if TYPE_CHECKING:
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.features import Features
    from qa.reading import Reading
    from qa.search import Found

#: What is left of a confidence when somebody's words are asked for who is named in the corpus, but to whom
#: nothing in it is attributed: what was found may tell of them, and is hardly ever theirs.
_NAMED_ONLY: Final = 0.5


def confidence(view: View, snapshot: Snapshot, reading: Reading, found: Found) -> float:
    """Return how likely it is that the corpus answers, 0 to 1.

    It is 0 when nothing was found, and when the question asks what somebody said whom the corpus never names:
    whatever was found is then somebody else's words.
    """
    if not len(found) or (reading.absent and not _is_named(snapshot, reading.asked_as or "")):
        return 0.0
    whole = weigh(read_features(view, snapshot, reading, found))
    return _NAMED_ONLY * whole if reading.absent else whole


def weigh(features: Features) -> float:
    """Return the confidence that these figures stand for, 0 to 1."""
    intercept, weights = _weights()
    total = intercept + sum(w * value for w, value in zip(weights, features.values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _is_named(snapshot: Snapshot, name: str) -> bool:
    """Whether the last word of a name stands anywhere in the corpus, spelled so or as it is spelled elsewhere."""
    last = words(" ".join(name_words(name)[-1:]))
    return any(len(snapshot.lexical.rows_with(snapshot.lexical.vocabulary.spellings(stem(w)))) for w in last)


@functools.lru_cache(1)
def _weights() -> tuple[float, tuple[float, ...]]:
    stored = json.loads(resources.files("qa").joinpath("decision.json").read_text(encoding="utf-8"))
    return stored["intercept"], tuple(stored["weights"][name] for name in names())
