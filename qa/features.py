"""What a search itself shows of whether the corpus answers: the figures that ``qa.decide`` weighs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from qa.evidence import match_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.model import Passage
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.evidence import Term, TermMatch
    from qa.reading import Reading
    from qa.search import Found

#: How many of the best passages are looked at, however many are asked for.
LOOKED_AT: Final = 5
_NEGATION: Final = re.compile(r"\b(?:not|never|no|none|without|except|least|cannot)\b|n[’']t\b", re.IGNORECASE)
_NAME: Final = re.compile(r"(?<!^)\b[A-Z][\w’'-]+")
_NAMES: Final = ("cosine", "coverage", "asked", "asked_cosine", "asked_sentence", "sentence", "both", "missing",
                 "terms", "negation")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Features:
    """Figures of one search; the sentence is the answering one of the best passages.

    ``cosine`` and ``coverage`` are the best among these passages: nearness, and the weighted share of the
    question's words found; ``both`` is their product. ``sentence`` is the product of the answering sentence's
    nearness and of the share of the words found in it. ``asked`` is 1 when one speaker's words are asked for, and
    ``asked_cosine`` and ``asked_sentence`` are then the best nearness of a passage and of a sentence, else 0.
    ``missing`` counts the words other than names and numbers that the first passage lacks, ``terms`` is the
    logarithm of one plus the number of words, and ``negation`` is 1 when the question denies something and the
    sentence does not.
    """

    cosine: float
    coverage: float
    asked: float
    asked_cosine: float
    asked_sentence: float
    sentence: float
    both: float
    missing: float
    terms: float
    negation: float

    @property
    def values(self) -> tuple[float, ...]:
        """The figures in the order of ``names``."""
        return tuple(getattr(self, name) for name in _NAMES)


def names() -> tuple[str, ...]:
    """Return the names of the figures in order."""
    return _NAMES


def read_features(view: View, snapshot: Snapshot, reading: Reading, found: Found) -> Features:
    """Return what a search shows; ``found`` holds one passage at least."""
    places = _looked_at(found)
    best = [int(position) for position in found.passages.positions[places]]
    matched = match_terms(found.terms, best)
    stored = view.passages([snapshot.keys[position].id for position in best])
    passages = [stored.get(snapshot.keys[position].id) for position in best]
    cosine = float(found.passages.cosine[places].max())
    coverage = max(matched.coverage(position) for position in best)
    product, sentence = _sentence(found, best, passages)
    asked = float(bool(reading.asked or reading.speaker))
    nearest = float(found.passages.sentence[places].max())
    return Features(
        cosine=cosine, coverage=coverage, both=cosine * coverage,
        asked=asked, asked_cosine=asked * cosine, asked_sentence=asked * nearest, sentence=product,
        missing=float(len(_missing(reading.words, matched, best[0]))), terms=math.log1p(len(found.terms)),
        negation=float(bool(_NEGATION.search(reading.words)) and not _NEGATION.search(sentence)),
    )  # fmt: skip


def _looked_at(found: Found) -> NDArray[np.int64]:
    """Return the places of the passages to look at: the best, of the speaker asked for where there are any.

    What others say on the subject is no sign that this speaker says anything on it.
    """
    theirs = np.flatnonzero(found.wanted.asked[found.passages.positions] > 0)
    return (theirs if len(theirs) else np.arange(len(found)))[:LOOKED_AT]


def _sentence(found: Found, positions: list[int], passages: list[Passage | None]) -> tuple[float, str]:
    """Return the best product of nearness and words of an answering sentence, and the first passage's sentence."""
    mark = found.highlighter.mark
    marks = [mark(position, p.text) if p else None for position, p in zip(positions, passages, strict=True)]
    products = (one.cosine * one.share for one in marks if one)
    first = passages[0].text[slice(*marks[0].span)] if passages[0] and marks[0] else ""
    return max([0.0, *products]), first


def _missing(question: str, matched: TermMatch, position: int) -> list[Term]:
    """Return the words other than names and numbers that a passage lacks."""
    named = {word.casefold() for word in _NAME.findall(question)}
    there = set(matched.found[position])
    return [t for t in matched.terms if t not in there and not t.text.isdigit() and t.text not in named]
