"""Does the corpus answer? A logistic function of two things the search itself shows."""

from __future__ import annotations

import math

#: Fitted by tests/quality/fit_decision.py; its docstring names the questions and the figures reached.
INTERCEPT, COSINE, COVERAGE = -6.0, 8.0, 4.0


def confidence(cosine: float, coverage: float) -> float:
    """Return how likely it is that the corpus answers, 0 to 1.

    Args:
        cosine: the best inner product of question and passage among the hits, -1 to 1.
        coverage: the best weighted share of the question's words in one hit, 0 to 1.
    """
    return 1 / (1 + math.exp(-(INTERCEPT + COSINE * cosine + COVERAGE * coverage)))
