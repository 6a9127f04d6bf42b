"""How good a ranking is, and how well a score parts two kinds of questions; and reading the tables of a set."""

from __future__ import annotations

import numpy as np

DEPTH = 10


def ndcg_at_10(ranked, relevant):
    """Return the normalised discounted cumulative gain, 0 to 1, of the first ten ids (Järvelin, Kekäläinen 2002).

    An id is relevant or not; one that comes twice counts where it comes first.
    """
    if not relevant:
        raise ValueError("no relevant id: leave the question out")
    discounts = 1 / np.log2(np.arange(DEPTH) + 2)
    firsts = list(dict.fromkeys(ranked))[:DEPTH]
    gains = np.array([name in relevant for name in firsts], dtype=float)
    return float(gains @ discounts[: len(gains)] / discounts[: len(relevant)].sum())


def roc_area(positive, negative):
    """Return the area under the ROC curve, 0 to 1.

    It is how often one of ``positive`` is above one of ``negative``, ties counted half (Mann, Whitney 1947).
    """
    if not len(positive) or not len(negative):
        raise ValueError("both kinds are needed")
    above = np.subtract.outer(np.asarray(positive, dtype=float), np.asarray(negative, dtype=float))
    return float(np.mean(np.sign(above) + 1) / 2)


def read_qrels(path):
    """Return the relevant passages of each question, by id, from lines of question, passage, 1."""
    relevant = {}
    for question, passage, grade in _rows(path):
        assert grade == "1", f"{path.name}: {question} has the grade {grade!r}"
        relevant.setdefault(question, set()).add(passage)
    return relevant


def read_labels(path):
    """Return (whether it can be answered, kind) of each question, by id; the first line is a header."""
    return {question: (label == "1", kind) for question, label, kind in _rows(path)[1:]}


def _rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
