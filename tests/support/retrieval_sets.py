"""Evaluation sets laid out and asked, once for all quality tests; the scorer is the one that comes with them."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from qa import Corpus
from qa.evaluation.figures import expected_error
from qa.evaluation.runs import found_all, lay_out
from qa.evaluation.sets import read_set

if TYPE_CHECKING:
    from pathlib import Path

#: The scorer looks at no more.
HITS = 20


@dataclass
class AskedSet:
    """A set, the corpus it is laid out in, and its ids by the corpus's; asked when first needed."""

    folder: Path
    corpus: Corpus
    set_ids: dict[str, str]
    scorer: object

    @cached_property
    def found(self):
        """What each question found, by its id."""
        questions = read_set(self.folder).questions
        return {f.question_id: f for f in found_all(questions, self.corpus, self.set_ids, k=HITS)}

    @cached_property
    def ndcg(self):
        """The mean nDCG@10 of the questions that have a relevant passage."""
        relevant = {}
        for question, passage, _ in _table(self.folder / "qrels.tsv"):
            relevant.setdefault(question, {})[passage] = 1
        ranked = {i: [name for name, _ in f.ranked] for i, f in self.found.items()}
        _, rows = self.scorer.per_question(relevant, ranked)
        return float(rows[:, self.scorer.METRICS.index("nDCG@10")].mean())

    @cached_property
    def labels(self):
        """Of each question whether it can be answered, and of which kind it is."""
        return {question: (int(label), kind) for question, label, kind in _table(self.folder / "labels.tsv")[1:]}

    @cached_property
    def abstention(self):
        """The scorer's figures of how well the confidences part what can be answered from what cannot."""
        return self.scorer.abstention(self.labels, {i: f.confidence for i, f in self.found.items()})

    @property
    def calibration_error(self):
        """The mean distance of confidence and share answerable over ten bins, weighted by their size."""
        p = np.array([self.found[i].confidence for i in self.labels])
        y = np.array([answerable for answerable, _ in self.labels.values()], dtype=float)
        return expected_error(p, y)


class Sets:
    """All sets of a folder; those with the same passages share one corpus."""

    def __init__(self, folder, scratch, encoder):
        self.folder, self._scratch, self._encoder = folder, scratch, encoder
        self._laid_out, self._asked = {}, {}
        self.scorer = load_scorer(folder)

    def get(self, name):
        """Return a set by its folder's name."""
        if name not in self._asked:
            folder = self.folder / name
            digest = digest_of(folder / "passages.jsonl")
            if digest not in self._laid_out:
                corpus = Corpus(self._scratch / digest, create=True, encoder=self._encoder)
                self._laid_out[digest] = corpus, lay_out(read_set(folder).passages, corpus)
            self._asked[name] = AskedSet(folder, *self._laid_out[digest], self.scorer)
        return self._asked[name]


def _table(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def load_scorer(folder):
    """Load the retrieval scorer from the evaluation folder; it is no part of the project."""
    spec = importlib.util.spec_from_file_location("score_retrieval", folder / "score_retrieval.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
