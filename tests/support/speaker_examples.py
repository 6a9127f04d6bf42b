"""Training examples for the speaker models: what each decision saw, and which choice was right.

A group is one decision: the features of each choice, and which choices are right. The first choice of a group is
"nobody" or "none".
"""

from __future__ import annotations

import json
from pathlib import Path

import annotated

from corpus.speakers import antecedents, ranking, reported, speech
from corpus.speakers.candidates import candidates
from corpus.speakers.chunks import Form
from corpus.speakers.marks import prefers_single
from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.resolver import Resolver
from corpus.speakers.surroundings import beside
from corpus.speakers.weights import Weights
from corpus.speakers.words import PREPOSITIONS

OWN = Path(__file__).parent.parent / "data" / "speakers"
#: Spans are the same when they share this much of the longer one; a model that sees 0.8 of a clause has found it.
SAME_QUOTATION, SAME_CLAUSE = 0.6, 0.8
_EMPTY = Weights({}, {}, {}, {}, {})


class Text:
    """An annotated document, parsed: ``paragraphs``, where each starts, and its gold ``quotes``."""

    def __init__(self, name, text, quotes, others):
        self.name, self.text, self.quotes, self.others = name, text, quotes, others
        single = prefers_single(text)
        self.starts, self.paragraphs, at = [], [], 0
        for line in text.split("\n"):
            if line.strip():
                self.starts.append(at)
                self.paragraphs.append(parse(line, single=single))
            at += len(line) + 1

    def core(self, quote):
        """Return (paragraph, head item) of what names a quotation's speaker; None where nobody is named."""
        if quote["speaker"] is None:
            return None
        for p, (start, parsed) in enumerate(zip(self.starts, self.paragraphs, strict=True)):
            low, high = quote["speaker_start"] - start, quote["speaker_end"] - start
            if 0 <= low < len(parsed.scan.text):
                return _core(parsed, p, low, high)
        return None


def _core(parsed, p, low, high):
    scan = parsed.scan
    inside = [c for c in parsed.chunks if low <= scan.starts[c.first] and scan.ends[c.last] <= high + 1]
    free = [
        c
        for c in inside
        if c.first == 0 or scan.starts[c.first] <= low + 1 or PREPOSITIONS.isdisjoint([scan.lows[c.first - 1]])
    ]
    own = [c for c in free if not c.possessive] or free
    named = [c for c in own if c.form is Form.NAME] or own
    if named:
        return p, max(named, key=lambda c: (-c.first, c.last - c.first)).head
    around = [c for c in parsed.chunks if scan.starts[c.first] <= low and high <= scan.ends[c.last]]
    return (p, around[0].head) if around else None


def own_texts(folder="train"):
    """Read the project's own annotated texts."""
    out = []
    for text in annotated.read_folder(OWN / folder):
        others = [(s.start, s.end) for s in text.spans if s.letter == "x"]
        out.append(Text(text.name, text.text, text.quotes(), others))
    return out


def jsonl_texts(path):
    """Read documents in the attribution scorer's format."""
    with Path(path).open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return [Text(d["doc_id"], d["text"], d["quotes"], [(n["start"], n["end"]) for n in d.get("not_speech") or []])
            for d in documents]  # fmt: skip


def _shared(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0], 1)


def gold_quotation(text, start, end):
    """Return the annotated quotation at a stretch in marks and whether it is a part; None where there is none."""
    for quote in text.quotes:
        if quote["type"] != "indirect" and _shared((start, end), (quote["start"], quote["end"])) > SAME_QUOTATION:
            return quote, quote["type"] != "direct"
    for quote in text.quotes:
        if quote["type"] == "mixed" and quote["start"] <= start + 1 and end - 1 <= quote["end"]:
            return quote, True
    return None, False


def marked(text):
    """Yield every stretch in marks that is annotated: (paragraph, quotation, gold quotation or None, is part)."""
    for p, (offset, parsed) in enumerate(zip(text.starts, text.paragraphs, strict=True)):
        for n, q in enumerate(parsed.scan.quotes):
            span = offset + q.start, offset + q.end
            gold, part = gold_quotation(text, *span)
            if gold is not None or any(_shared(span, other) > SAME_QUOTATION for other in text.others):
                yield p, n, gold, part


def speech_examples(texts):
    """Return groups of no speech, a whole utterance, a part of one."""
    return [
        (
            list(speech.choices(t.paragraphs[p], n)),
            [gold is None, gold is not None and not part, gold is not None and part],
        )
        for t in texts
        for p, n, gold, part in marked(t)
    ]


def who_examples(texts):
    """Return one group for each quotation: its candidates, in the company of the right speaker before it."""
    out = []
    for t in texts:
        before = None
        for p, n, gold, _ in marked(t):
            if gold is None:
                continue
            about = beside(t.paragraphs, p, n, before)
            rivals = candidates(t.paragraphs, about)
            core = t.core(gold)
            right = [is_core(t, c, core) for c in rivals]
            out.append(([ranking.features(t.paragraphs, about, c) for c in rivals], right))
            before = next((c for c, ok in zip(rivals, right, strict=True) if ok and c.chunk >= 0), None)
    return out


def is_core(text, candidate, core):
    """Whether a candidate turns on the word that names the speaker."""
    if candidate.chunk < 0 or core is None:
        return candidate.chunk < 0 and core is None
    return (candidate.paragraph, text.paragraphs[candidate.paragraph].chunks[candidate.chunk].head) == core


def reported_examples(texts):
    """Return one group for each cue: none, and every pair of who and what."""
    return [group for t in texts for group in _reported(t)]


def _reported(t):
    clauses = [(q, t.core(q)) for q in t.quotes if q["type"] in {"indirect", "mixed"}]
    for p, (offset, parsed) in enumerate(zip(t.starts, t.paragraphs, strict=True)):
        here = [(q, core) for q, core in clauses if offset <= q["start"] < offset + len(parsed.scan.text)]
        for cue, ties in parsed.by_cue.items():
            pairs, _ = reported.scored(parsed, cue, ties, {})
            if not pairs:
                continue
            choices, right = [reported.none_features(parsed, cue)], [False]
            for frame, content in pairs:
                span = offset + parsed.scan.starts[content.first], offset + parsed.scan.ends[content.last]
                choices.append([*reported.who_features(parsed, frame),
                                *reported.what_features(parsed, content, frame.lemma),
                                *reported.pair_features(content, frame)])  # fmt: skip
                source = p, parsed.chunks[frame.chunk].head
                right.append(any(_shared(span, (q["start"], q["end"])) >= SAME_CLAUSE and core == source
                                 for q, core in here))  # fmt: skip
            right[0] = not any(right)
            yield choices, right


def person_examples(texts):
    """Return one group for each pronoun or title that is annotated, with a full name or without."""
    return [group for t in texts for group in _persons(t)]


def _persons(t):
    people = People([parsed.scan.text for parsed in t.paragraphs if not parsed.headline])
    resolver = Resolver(t.paragraphs, people, _EMPTY)
    spoke = []
    for quote in t.quotes:
        core = t.core(quote)
        full = quote.get("speaker_full")
        if core is not None:
            parsed = t.paragraphs[core[0]]
            chunk = next(n for n, c in enumerate(parsed.chunks) if c.head == core[1])
            about = antecedents.referring(parsed, core[0], chunk, spoke)
            if about is not None:
                rivals = antecedents.compatible(about, resolver.persons.values())
                right = [bool(full) and same_name(person.name, full) for person, _ in rivals]
                if any(right) or not full:
                    yield ([antecedents.nobody_features(about, len(rivals)),
                            *(antecedents.features(about, *named, n) for n, named in enumerate(rivals))],
                           [not any(right), *right])  # fmt: skip
        known = [name for name in resolver.persons if full and same_name(name, full)]
        spoke += known[:1]


def same_name(a, b):
    """Whether two names of one document are one person's: the last words agree and neither first name objects."""
    x, y = (
        [w for w in name.lower().replace("’", "'").split() if w not in {"jr.", "sr.", "ii", "iii"}]
        for name in (a, b)
    )
    return bool(x) and bool(y) and x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0][0] == y[0][0])
