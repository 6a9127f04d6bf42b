"""How well attributions agree with annotated documents: by the shared scorer where it is at hand, and by ours."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter

import speaker_examples as examples

from corpus.speakers.bulk import quotes_of

#: Confidences are compared with outcomes in this many classes.
BINS = 10


def load_scorer(folder):
    """Load the attribution scorer from the evaluation folder; it is no part of the project."""
    spec = importlib.util.spec_from_file_location(
        "score_attribution", folder / "attribution" / "score_attribution.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(path):
    """Read annotated documents, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def predict(gold):
    """Return what the package says of each document, by its id."""
    return {document["doc_id"]: quotes_of(document["text"]) for document in gold}


def joint(scorer, gold, predicted, types=None):
    """Return the scorer's figures over all documents."""
    return scorer.evaluate(gold, predicted, types, bootstrap=0)[0]["all"]


def named_outcomes(scorer, gold, predicted):
    """Yield (quotation, whether its speaker is right) for annotated quotations in marks to which we give one."""
    for document in gold:
        _, log = scorer.score_document(document, predicted[document["doc_id"]], ["direct", "mixed"], 0.8)
        yield from (
            (p, kind == "ok") for kind, _, p in log if p is not None and kind != "spurious" and p["speaker"]
        )


def calibration_error(outcomes):
    """Return the expected calibration error (Naeini et al. 2015) of (confidence, right) pairs in ten bins."""
    bins = [[] for _ in range(BINS)]
    for confidence, right in outcomes:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    total = sum(map(len, bins))
    gaps = (abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins)
    return sum(gaps) / total


def own_counts(texts):
    """Count over our own annotated texts: gold, found, joint (the right speaker too), named, wrong."""
    counts = Counter()
    for text in texts:
        said = quotes_of(text.text)
        for gold in text.quotes:
            kind = "reported" if gold["type"] == "indirect" else "quoted"
            counts[f"{kind} gold"] += 1
            span = gold["start"], gold["end"]
            best = max(said, key=lambda q: _shared(span, q), default=None)
            if best is None or _shared(span, best) < examples.SAME_CLAUSE:
                continue
            right = _right(text, gold, best)
            counts.update({f"{kind} found": 1, f"{kind} joint": right})
            if best["named"]:
                counts.update({f"{kind} named": 1, f"{kind} wrong": not right})
        counts["quoted given"] += sum(q["type"] != "indirect" for q in said)
        counts["reported given"] += sum(q["type"] == "indirect" for q in said)
    return counts


def _shared(span, quote):
    return max(0, min(span[1], quote["end"]) - max(span[0], quote["start"])) / max(
        span[1] - span[0], quote["end"] - quote["start"], 1
    )


def _right(text, gold, quote):
    if gold["speaker"] is None or quote["speaker"] is None:
        return gold["speaker"] is quote["speaker"] is None
    if quote["speaker_full"] and gold.get("speaker_full"):
        return examples.same_name(quote["speaker_full"], gold["speaker_full"])
    return quote["speaker_start"] is not None and (
        quote["speaker_start"] < gold["speaker_end"] and gold["speaker_start"] < quote["speaker_end"]
    )


def f1(right, given, gold):
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (given + gold)
