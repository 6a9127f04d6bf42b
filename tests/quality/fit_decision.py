"""Fit the two weights of ``qa.decide`` to questions that a corpus answers or not.

    python tests/quality/fit_decision.py FOLDER

FOLDER holds passages.jsonl {id, text}, questions.jsonl {id, text} and labels.tsv (question, 1 or 0, kind). Every
question goes through ``qa.search``, whose best cosine and best coverage are the features. Printed are the
coefficients of a logistic regression (scikit-learn comes with sentence-transformers), its area under the ROC
curve by kind of question, and the share of wrong answers at the threshold of 0.5.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from qa import Corpus
from qa.search import features, search


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(folder):
    """Return the features (n, 2), the labels (n,) and the kinds of all questions."""
    labels = [line.split("\t") for line in (folder / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    texts = {q["id"]: q["text"] for q in read_lines(folder / "questions.jsonl")}
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch, "passages.txt")
        source.write_text("\n\n".join(" ".join(p["text"].split()) for p in read_lines(folder / "passages.jsonl")))
        corpus = Corpus(Path(scratch, "corpus"), create=True)
        corpus.add([source])
        snapshot = corpus.snapshot()
        found = [search(snapshot, corpus.encoder, texts[i], allowed=None, k=5) for i, _, _ in labels]
    best = [[f.evidence[p] for p in list(f.scores)[:5]] for f in found]
    return (
        np.array([features(b) for b in best]),
        np.array([int(y) for _, y, _ in labels]),
        [k for _, _, k in labels],
    )


def main():
    x, y, kinds = measure(Path(sys.argv[1]))
    fitted = np.array(
        [k != "near_miss" for k in kinds]
    )  # no search score tells those apart, so none is fitted to them
    model = LogisticRegression(class_weight="balanced").fit(x[fitted], y[fitted])
    p = model.predict_proba(x)[:, 1]
    print("intercept", model.intercept_[0], "cosine, coverage", model.coef_[0])
    for kind in sorted(set(kinds) - {"answerable"}):
        these = np.array([k in {kind, "answerable"} for k in kinds])
        print(
            kind,
            "AUROC",
            round(roc_auc_score(y[these], p[these]), 3),
            "wrongly answered",
            (p[these & (y == 0)] >= 0.5).mean(),
        )
    print("answerable and answered", (p[y == 1] >= 0.5).mean())


if __name__ == "__main__":
    main()
