"""How long a question takes to its answer, beside plain sentence-transformers and FAISS on the same passages.

    python tests/benchmarks/answering.py PASSAGES.jsonl.gz [QUESTIONS] [--embed]

PASSAGES holds a JSON object a line: id, text, title, speaker, date. The questions are made from its own speakers
and words. Both ways run on one thread, warm, and take turns, so that a busy machine slows them alike; printed
are medians, 99th percentiles and their ratio, and what each step costs.

The question is always embedded by the packaged model. The passages get stand-in vectors, unless ``--embed`` is
given (an hour for 38,000 passages on two cores): neither a flat search nor what follows depends on their values.
"""

from __future__ import annotations

import gzip
import json
import random
import statistics
import sys
import tempfile
import time
import zlib
from pathlib import Path

import faiss
import numpy as np
import torch

from embeddings.encoder import load_encoder
from embeddings.tokens import terms
from qa import Corpus, retrieve
from qa.evaluation.runs import lay_out
from qa.evaluation.sets import SetPassage
from qa.reading import read_question
from qa.search import question_vector

QUESTIONS = 200
SEED = 7
HITS = 5


class StandIn:
    """The packaged model for questions, and for passages vectors that only depend on their text."""

    def __init__(self, model):
        self.model, self.identity, self.dimension = model, f"stand-in {model.identity}", model.dimension
        self.building = True
        self.known = {}

    def encode(self, texts):
        if self.building:
            rows = [np.random.default_rng(zlib.crc32(t.encode())).standard_normal(self.dimension) for t in texts]
            return np.array([row / np.linalg.norm(row) for row in rows], dtype=np.float32)
        known = [self.known.get(text) for text in texts]
        return np.stack(known) if all(row is not None for row in known) else self.model.encode(texts)


def read_passages(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [SetPassage(r["id"], r["text"], r.get("title", ""), r.get("speaker"), r.get("date")) for r in rows]


def make_questions(passages, count):
    """Return questions about speakers and subjects that the passages have, half of each."""
    drawn = random.Random(SEED).sample(passages, count)  # noqa: S311 - no secret
    for number, passage in enumerate(drawn):
        subject = " ".join(sorted(terms(passage.text), key=len)[-4:])
        asks = f"What did {passage.speaker} say about {subject}?" if passage.speaker and number % 2 else None
        yield asks or f"What was decided about {subject} and why?"


def timed(work):
    began = time.perf_counter()
    result = work()
    return (time.perf_counter() - began) * 1000, result


def spread(values):
    return f"median {statistics.median(values):7.1f} ms, 99th percentile {np.percentile(values, 99):7.1f} ms"


def main(arguments):
    """Measure and print."""
    torch.set_num_threads(1)
    faiss.omp_set_num_threads(1)
    numbers = [a for a in arguments[1:] if a.isdigit()]
    passages = read_passages(arguments[0])
    questions = list(make_questions(passages, int(numbers[0]) if numbers else QUESTIONS))
    encoder = StandIn(load_encoder())
    encoder.building = "--embed" not in arguments
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Corpus(Path(scratch, "corpus"), create=True, encoder=encoder)
        lay_out(passages, corpus)
        built, snapshot = timed(corpus.snapshot)
        sentences = snapshot.sentences.count
        print(f"{len(snapshot.keys):,} passages, {sentences:,} sentences, indexed in {built / 1000:,.0f} s")
        encoder.building = False
        measure(corpus, snapshot, encoder, questions)


def measure(corpus, snapshot, encoder, questions):
    plain = faiss.IndexFlatIP(encoder.dimension)
    plain.add(snapshot.vectors.rows())
    with corpus.store.reading() as view:
        known = corpus.ledger(snapshot, view).known
    for question in questions[:5]:
        retrieve(question, corpus=corpus, k=HITS)
    theirs, ours, without, encoding, reading = [], [], [], [], []
    for question in questions:
        theirs.append(timed(lambda q=question: plain.search(encoder.model.encode([q]), HITS))[0])
        ours.append(timed(lambda q=question: retrieve(q, corpus=corpus, k=HITS))[0])
        spent, read = timed(lambda q=question: read_question(q, known))
        reading.append(spent)
        text = read.words if read.absent else read.topic
        spent, _ = timed(lambda t=text: question_vector(encoder.model, t))
        encoding.append(spent)
        encoder.known = {text: encoder.model.encode([text])[0]}
        without.append(timed(lambda q=question: retrieve(q, corpus=corpus, k=HITS))[0])
        encoder.known = {}
    print(f"sentence-transformers + FAISS  {spread(theirs)}")
    print(f"retrieve                       {spread(ours)}")
    print(f"  embedding the question       {spread(encoding)}")
    print(f"  reading the question         {spread(reading)}")
    print(f"  all but the embedding        {spread(without)}")
    print(f"retrieve takes {statistics.median(ours) / statistics.median(theirs):.2f} times as long (medians)")


if __name__ == "__main__":
    main(sys.argv[1:])
