"""Conditional log-linear models (McFadden 1974) by L-BFGS: one choice out of each group, a weight a feature."""

from __future__ import annotations

from collections import Counter

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

#: A feature seen in fewer groups than this says more about one text than about texts.
LEAST_SEEN = 2
#: Weights nearer to nought than this change nothing that anybody sees.
FAINT = 0.01


def fit(groups, ridge):
    """Return the weights that make the right choices likeliest, with ``ridge`` / 2 of their squares against them.

    ``groups`` are (features of each choice, whether each is right); groups with no right choice are left out.
    """
    groups = [(choices, right) for choices, right in groups if any(right)]
    index = _index(groups)
    matrix, group, right = _matrix(groups, index)
    first = np.r_[0, np.flatnonzero(np.diff(group)) + 1]
    transposed = matrix.T.tocsr()

    def loss(weights):
        scores = matrix @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        total, good = np.add.reduceat(shares, first), np.add.reduceat(shares * right, first)
        value = (np.log(total) - np.log(good)).sum() + ridge / 2 * weights @ weights
        return value, transposed @ (shares / total[group] - shares * right / good[group]) + ridge * weights

    found = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(found[i]), 3) for name, i in index.items() if abs(found[i]) > FAINT}


def _index(groups):
    seen = Counter(name for choices, _ in groups for name in {n for names in choices for n in names})
    return {name: i for i, name in enumerate(sorted(n for n, count in seen.items() if count >= LEAST_SEEN))}


def _matrix(groups, index):
    rows = [[index[n] for n in names if n in index] for choices, _ in groups for names in choices]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.array(row, int) for row in rows])
    matrix = csr_matrix((np.ones(ends[-1]), columns, ends), shape=(len(rows), len(index)))
    group = np.repeat(np.arange(len(groups)), [len(choices) for choices, _ in groups])
    return matrix, group, np.array([ok for _, right in groups for ok in right], float)
