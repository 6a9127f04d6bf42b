"""Fit the weights of ``qa.decide`` to questions that a corpus answers or not, and write ``qa/decision.json``.

    python tests/quality/fit_decision.py FOLDER... [--write]

Each FOLDER is an evaluation set with labels.tsv (question, 1 or 0, kind). Every question goes the way that
``retrieve`` goes, and ``qa.features`` of what was found are weighed by a logistic regression (scikit-learn comes
with sentence-transformers). Printed are, from five-fold cross-validation over all sets together, the area under
the ROC curve by kind of question, the share of unanswerable questions answered at the threshold that answers
90% of the answerable, and the calibration error in ten bins. The result is the same each time.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from qa import Corpus
from qa.evaluation.figures import expected_error
from qa.evaluation.runs import lay_out
from qa.evaluation.sets import read_set
from qa.features import names, read_features
from qa.reading import read_question
from qa.search import search

WEIGHTS = Path(__file__).resolve().parents[2] / "qa" / "decision.json"
STRENGTH = 0.3
FOLDS = 5


@dataclass
class Measured:
    """One set's questions: features (n, 10), whether answerable (n,), kinds, and whether nobody known is asked."""

    name: str
    features: np.ndarray
    answerable: np.ndarray
    kinds: list[str]
    absent: np.ndarray


def measure(folder, encoder=None):
    """Return what the search shows of every labelled question of a set."""
    lines = (folder / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    labels = {i: (y, kind) for i, y, kind in (line.split("\t") for line in lines)}
    given = read_set(folder)
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Corpus(Path(scratch, "corpus"), create=True, encoder=encoder)
        lay_out(given.passages, corpus)
        asked = [q for q in given.questions if q.id in labels]
        rows = [features_of(corpus, question.text) for question in asked]
    return Measured(
        folder.name,
        np.array([values for values, _ in rows]),
        np.array([labels[q.id][0] == "1" for q in asked]),
        [labels[q.id][1] for q in asked],
        np.array([absent for _, absent in rows]),
    )


def features_of(corpus, question):
    """Return the features of one question, and whether it asks for the words of somebody the corpus lacks."""
    snapshot = corpus.snapshot()
    with corpus.store.reading() as view:
        ledger = corpus.ledger(snapshot, view)
        reading = read_question(question, ledger.known)
        found = search(snapshot, corpus.encoder, reading, ledger)
        return read_features(view, snapshot, reading, found).values, reading.absent


def new_model():
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))


def cross_validated(x, y, strata, absent):
    """Return for each question the confidence of a model that has not seen it; 0 where nobody known is asked."""
    out = np.zeros(len(y))
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(x, strata):
        seen = train[~absent[train]]
        out[test] = new_model().fit(x[seen], y[seen]).predict_proba(x[test])[:, 1]
    return np.where(absent, 0.0, out)


def figures(p, y, kinds):
    """Return the figures of one set as lines."""
    kinds = np.array(kinds)
    for kind in sorted(set(kinds[~y])):
        these = y | (kinds == kind)
        yield f"area under the curve, {kind}: {roc_auc_score(y[these], p[these]):.3f}"
    threshold = np.quantile(p[y], 0.1)
    yield f"wrongly answered when 90% are: {np.mean(p[~y] >= threshold):.3f}"
    yield f"at 0.5: answered {np.mean(p[y] >= 0.5):.3f}, wrongly answered {np.mean(p[~y] >= 0.5):.3f}"
    yield f"calibration error: {expected_error(p, y):.3f}"


def weights_of(x, y, fitted_to):
    """Return the fitted weights as they are stored, for features as they are and not as standardised."""
    model = new_model().fit(x, y)
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = regression.intercept_[0] - weights @ scaler.mean_
    return {
        "fitted_to": fitted_to,
        "intercept": round(float(intercept), 4),
        "weights": {name: round(float(w), 4) for name, w in zip(names(), weights, strict=True)},
    }


def main(arguments, encoder=None):
    sets = [measure(Path(a), encoder) for a in arguments if not a.startswith("--")]
    x, y = np.vstack([s.features for s in sets]), np.concatenate([s.answerable for s in sets])
    absent = np.concatenate([s.absent for s in sets])
    strata = [f"{s.name} {kind}" for s in sets for kind in s.kinds]
    p, at = cross_validated(x, y, strata, absent), 0
    for one in sets:
        mine = p[at : at + len(one.kinds)]
        at += len(one.kinds)
        print(one.name, *figures(mine, one.answerable, one.kinds), sep="\n  ")
    print(f"all: calibration error {expected_error(p, y):.3f}")
    stored = weights_of(x[~absent], y[~absent], {s.name: len(s.kinds) for s in sets})
    print(json.dumps(stored, indent=1))
    if "--write" in arguments:
        WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
