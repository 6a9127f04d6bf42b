"""Train the weights that name speakers: ``python tests/quality/train_speakers.py [GUM.jsonl ...]``.

They are learned from the project's own annotated texts (tests/data/speakers/train) and from GUM, the Georgetown
University Multilayer corpus (Zeldes 2017, CC BY), given in the attribution scorer's format. The ridge of each
model and the bars in corpus/speakers/decoding.py were chosen on other documents than those it is measured on.

The confidences are calibrated on predictions made by models that had not seen the document (five folds), by
logistic regression on the log-odds (Platt 1999).
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

import log_linear
import speaker_examples as examples

from corpus.model import UtteranceKind
from corpus.speakers import weights as shipped
from corpus.speakers.deciding import decide
from corpus.speakers.people import People

TARGET = Path(shipped.__file__).with_name("weights.json")
RIDGE = {"speech": 4.0, "who": 16.0, "reported": 3.0, "person": 4.0}
FOLDS = 5
#: Texts so named are rows of traps, far thicker than in print: learned from, but no measure of what is right.
PATTERNS = frozenset("pr")


def train(texts):
    """Return the four tables of weights learned from annotated texts."""
    return {
        "speech": log_linear.fit(examples.speech_examples(texts), RIDGE["speech"]),
        "who": log_linear.fit(examples.who_examples(texts), RIDGE["who"]),
        "reported": log_linear.fit(examples.reported_examples(texts), RIDGE["reported"]),
        "person": log_linear.fit(examples.person_examples(texts), RIDGE["person"]),
    }


def calibrate(own, others):
    """Return (slope, intercept) for quoted and for reported words, from own texts the models have not seen."""
    shuffled = sorted(own, key=lambda t: t.name)
    random.Random(0).shuffle(shuffled)  # noqa: S311 - folds, no secrets
    pairs = {"quoted": [], "reported": []}
    for n in range(FOLDS):
        held = shuffled[n::FOLDS]
        tables = train([t for t in shuffled if t not in held] + others)
        model = shipped.Weights(**tables, sureness={})
        for text in held:
            for kind, raw, right in outcomes(text, model):
                pairs[kind].append((raw, right))
        print(f"fold {n + 1} of {FOLDS}: {len(pairs['quoted'])} quoted, {len(pairs['reported'])} reported")
    return {kind: platt(seen) for kind, seen in pairs.items()}


def outcomes(text, model):
    """Yield (kind, raw probability, whether the speaker was right) for what a model finds in a text."""
    people = People([parsed.scan.text for parsed in text.paragraphs if not parsed.headline])
    for decided in decide(text.paragraphs, people, model):
        offset, found = text.starts[decided.paragraph], decided.found
        span = offset + found.start, offset + found.end
        if found.kind is UtteranceKind.INDIRECT:
            rivals = [q for q in text.quotes if q["type"] in {"indirect", "mixed"}]
            gold = next(
                (q for q in rivals if examples._shared(span, (q["start"], q["end"])) >= examples.SAME_CLAUSE), None
            )
        else:
            gold, _ = examples.gold_quotation(text, *span)
        kind = "reported" if found.kind is UtteranceKind.INDIRECT else "quoted"
        yield kind, decided.raw, gold is not None and _right(text, decided, gold)


def _right(text, decided, gold):
    """Say whether the speaker is right as the attribution scorer counts: the mention, or the full name."""
    full = gold.get("speaker_full")
    named = bool(decided.who.name and full) and examples.same_name(decided.who.name, full)
    return named or examples.is_core(text, decided.candidate, text.core(gold))


def platt(pairs):
    """Fit the slope and intercept that turn raw log-odds into how often they are right."""
    raw, right = np.array([p for p, _ in pairs]), np.array([ok for _, ok in pairs], float)
    raw = np.clip(raw, 1e-4, 1 - 1e-4)
    odds = np.log(raw / (1 - raw))

    def loss(v):
        z = v[0] * odds + v[1]
        return np.logaddexp(0, z).sum() - (right * z).sum()

    return [round(float(x), 3) for x in minimize(loss, [1.0, 0.0]).x]


def main(paths):
    """Train on the project's texts and the files given, and write the package's weights."""
    own = sorted(examples.own_texts(), key=lambda t: t.name[0] in PATTERNS)
    articles = [t for t in own if t.name[0] not in PATTERNS]
    texts = own + [t for path in paths for t in examples.jsonl_texts(path)]
    print(f"{len(texts)} texts, {sum(len(t.quotes) for t in texts)} annotated attributions")
    tables = train(texts)
    for name, table in tables.items():
        print(f"{name}: {len(table)} weights")
    data = {**tables, "sureness": calibrate(articles, texts[len(articles) :])}
    print("sureness:", data["sureness"])
    TARGET.write_text(
        json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
