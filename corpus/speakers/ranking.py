"""Features of a candidate beside a quotation, for the ranker that picks who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.names import TITLES
from corpus.speakers.verbs import SPEECH_VERBS
from corpus.speakers.words import PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.context import Reading
    from corpus.speakers.cuing import Frame


class Candidate(NamedTuple):
    """A chunk of the paragraph number ``paragraph``; ``frame`` ties it to the quotation best, if any does."""

    paragraph: int
    chunk: int
    frame: Frame | None


NOBODY = Candidate(-1, -1, None)
_STRONG = frozenset({"s0", "i0", "a0", "s2", "w", "s1a", "s1b", "p0", "i0,", "a0,"})


def candidates(readings: Sequence[Reading], at: int, quote: int, before: Candidate | None) -> list[Candidate]:
    """List who may speak the quotation: the chunks of its paragraph, the one before and the next one's opening.

    ``before`` is who spoke the quotation before this one.
    """
    out: list[Candidate] = [NOBODY]
    for p in (at - 1, at, at + 1):
        if not 0 <= p < len(readings):
            continue
        reading = readings[p]
        item = reading.scan.items_of[quote] if p == at else (-1 if p > at else len(reading.scan.words))
        best = _best_frames(reading, item)
        last_sentence = reading.scan.sentences[-1] if reading.scan.sentences else 0
        for n, chunk in enumerate(reading.chunks):
            sentence = reading.scan.sentences[chunk.first]
            if (p < at and sentence < last_sentence - 1 and n not in best) or (p > at and sentence):
                continue
            out.append(Candidate(p, n, best.get(n)))
    if before is not None and before.chunk >= 0 and not any(c[:2] == before[:2] for c in out):
        out.append(before)
    return out


def _best_frames(reading: Reading, item: int) -> dict[int, Frame]:
    """Return each chunk's frame that stands nearest to the item, the plain constructions first."""
    best: dict[int, tuple[tuple[int, int], Frame]] = {}
    for frame in reading.frames:
        gap = frame.first - item if frame.first > item else item - frame.last
        rank = (frame.relation not in _STRONG, gap)
        if frame.chunk not in best or rank < best[frame.chunk][0]:
            best[frame.chunk] = (rank, frame)
    return {n: frame for n, (_, frame) in best.items()}


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4-6" if n < 7 else "7-12" if n < 13 else "13+"  # noqa: PLR2004


def features(
    readings: Sequence[Reading], at: int, quote: int, candidate: Candidate, before: Candidate | None
) -> list[str]:
    """Return the names of the features that hold for a candidate."""
    here = readings[at]
    scan = here.scan
    item = scan.items_of[quote]
    shape = _shape(here, quote)
    if candidate.chunk < 0:
        return [f"nobody:{s}" for s in shape] + ["nobody", f"nobody:first={before is None}"]
    reading = readings[candidate.paragraph]
    chunk, frame = reading.chunks[candidate.chunk], candidate.frame
    step = candidate.paragraph - at
    place = _place(reading, chunk, frame, item, step)
    form = chunk.form.value
    relation = frame.relation if frame else "-"
    lemma = _lemma(frame)
    same = before is not None and before[:2] == candidate[:2]
    out = [
        f"place={place}",
        f"form={form}",
        f"rel={relation}",
        f"rel={relation},place={place}",
        f"rel={relation},form={form}",
        f"form={form},place={place}",
        f"lemma={lemma}",
        f"lemma={lemma},rel={relation}",
        f"lemma={lemma},place={place}",
        f"same={same},{_since(here, quote)}",
        f"same={same},place={place},rel={relation}",
        f"same={same},bare={here.bare}",
    ]
    rival = _rivals(readings, at, item, candidate)
    strong = relation in _STRONG
    out += [f"rival={rival},strong={strong},{place[:2]}", f"rival={rival},rel={relation}",
            f"rival={rival},form={form},strong={strong}", f"rival={rival},same={same}"]  # fmt: skip
    out += [f"{place[:2]},{s}" for s in shape]
    out += [f"{relation},{place[:2]},{s}" for s in shape]
    if same:
        out += [f"same,{s}" for s in shape] + [f"same,others={_others(readings, at, item, candidate)}"]
    out += _looks(reading, chunk)
    if frame:
        out.append(f"passive={frame.passive},{relation}")
        out.append(f"ing={reading.scan.lows[frame.cue].endswith('ing')},{relation},{place}")
        out.append(f"word={reading.scan.lows[frame.cue]},{place[:2]}")
    if step == 0:
        out += _between(reading, chunk, frame, item, place, relation)
    else:
        out.append(f"step={step},bare={here.bare},rel={relation},place={place}")
        out.append(f"step={step},first={quote == 0},same={same}")
    return out


def _lemma(frame: Frame | None) -> str:
    return "-" if frame is None else frame.lemma


def _shape(here: Reading, quote: int) -> list[str]:
    """Describe the quotation and the items right beside it."""
    scan = here.scan
    item, q = scan.items_of[quote], scan.quotes[quote]
    words = q.words.strip()
    end = words.rstrip(" ’'”\"")[-1:] or "-"
    end = end if end in ",.?!…-—" else "w"
    before = scan.words[item - 1] if item else "^"
    after = scan.words[item + 1] if item + 1 < len(scan.words) else "$"
    before = before if not before[:1].isalnum() else "that" if before == "that" else "w"
    after = after if not after[:1].isalnum() else "W" if after[:1].isupper() else "w"
    count = len(words.split())
    size = "1" if count < 2 else "2-3" if count < 4 else "4-8" if count < 9 else "9+"  # noqa: PLR2004
    return [f"end={end}", f"b={before}", f"a={after}", f"b={before},end={end},a={after}", f"size={size}",
            f"cap={words[:1].isupper()},b={before}", f"q={min(quote, 3)}"]  # fmt: skip


def _place(reading: Reading, chunk: Chunk, frame: Frame | None, item: int, step: int) -> str:
    """Say where the candidate's construction stands from the quotation."""
    scan = reading.scan
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    if step < 0:
        return f"P{min(scan.sentences[-1] - scan.sentences[chunk.first], 2)}"
    if step > 0:
        return "N"
    mine = scan.sentences[item]
    if frame and first < item < last:
        return "around"
    if first > item:
        gap = first - item - 1
        off = scan.sentences[first] - mine
        return f"T{min(off, 2)}:{_bucket(gap) if off == 0 else ''}"
    gap = item - last - 1
    off = mine - scan.sentences[last]
    return f"L{min(off, 3)}:{_bucket(gap) if off == 0 else ''}"


def _since(here: Reading, quote: int) -> str:
    """Describe what stands between this quotation and the one before in the paragraph."""
    scan = here.scan
    if quote == 0:
        return "first"
    a, b = scan.items_of[quote - 1], scan.items_of[quote]
    mine = [f for f in here.frames if a < f.first and f.last < b]
    return f"n{_bucket(b - a - 1)},f={min(len(mine), 2)},s={min(scan.sentences[b] - scan.sentences[a], 2)}"


def _others(readings: Sequence[Reading], at: int, item: int, candidate: Candidate) -> str:
    """Count other candidates in plain constructions in the quotation's own sentence."""
    reading = readings[at]
    sentence = reading.scan.sentences[item]
    other = {
        f.chunk
        for f in reading.frames
        if f.relation in _STRONG
        and f.lemma in SPEECH_VERBS
        and reading.scan.sentences[f.cue] == sentence
        and (candidate.paragraph, candidate.chunk) != (at, f.chunk)
    }
    return str(min(len(other), 2))


def _rivals(readings: Sequence[Reading], at: int, item: int, candidate: Candidate) -> str:
    """Say which plain constructions the quotation's sentence holds, and how the candidate's stands among them."""
    reading = readings[at]
    sentence = reading.scan.sentences[item]
    before = after = nearer = 0
    mine = candidate.frame if candidate.paragraph == at else None
    distance = 999 if mine is None else min(abs(mine.cue - item), 999)
    seen: set[int] = set()
    for f in reading.frames:
        if f.relation not in _STRONG or reading.scan.sentences[f.cue] != sentence or f.cue in seen:
            continue
        if mine is not None and f.cue == mine.cue:
            continue
        seen.add(f.cue)
        before += f.cue < item
        after += f.cue > item
        nearer += abs(f.cue - item) < distance
    return f"{min(before, 2)}{min(after, 2)}{min(nearer, 2)}"


def _looks(reading: Reading, chunk: Chunk) -> list[str]:
    scan = reading.scan
    head = scan.lows[chunk.head]
    before = scan.lows[chunk.first - 1] if chunk.first else "^"
    opens = chunk.first == 0 or scan.sentences[chunk.first - 1] != scan.sentences[chunk.first]
    word = before if before in PREPOSITIONS or not before[:1].isalnum() or before in {"that", "and"} else "w"
    out = [f"before={word}", f"poss={chunk.possessive}", f"opens={opens}", f"people={head in PEOPLE}",
           f"long={min(chunk.last - chunk.first, 4)}"]  # fmt: skip
    out.append(f"role={_role(reading, chunk)}")
    if chunk.form is Form.PRONOUN:
        out.append(f"pro={head}")
    elif chunk.form is Form.NOUN:
        out.append(f"plural={head.endswith('s')}")
    return out


def _role(reading: Reading, chunk: Chunk) -> str:
    """Describe how titles and commas stand about a chunk: a name, a title with a name, an apposition."""
    scan = reading.scan
    words = scan.lows[chunk.first : chunk.last + 1]
    titled = words[0].rstrip(".") in TITLES or words[0] in PEOPLE
    prep = any(w in PREPOSITIONS for w in words)
    left = scan.words[chunk.first - 1] if chunk.first else ""
    right = scan.words[chunk.last + 1] if chunk.last + 1 < len(scan.words) else ""
    apposed = left == "," and any(c.last == chunk.first - 2 for c in reading.chunks)
    return f"{titled}{prep}{apposed}{right == ','}"


def _between(
    reading: Reading, chunk: Chunk, frame: Frame | None, item: int, place: str, relation: str
) -> list[str]:
    """Describe what parts the candidate's construction from the quotation, in one paragraph."""
    scan = reading.scan
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    low, high = (last + 1, item) if last < item else (item + 1, first)
    quotes = sum(1 for k in range(low, high) if scan.folded[k] >= 0)
    strong = {f.cue for f in reading.frames
              if f.relation in _STRONG and f.lemma in SPEECH_VERBS and low <= f.cue < high}  # fmt: skip
    marks = "".join(w for w in scan.words[low:high] if w in {":", ";", ".", "—"})[:2]
    comma = "," in scan.words[low:high]
    side = place[:2]
    nearest = _bucket(sum(1 for c in reading.chunks if low <= c.first < high))
    return [
        f"btw:q={min(quotes, 2)},{side}",
        f"btw:c={min(len(strong), 2)},{side},{relation}",
        f"btw:{marks}{comma},{side},{relation}",
        f"btw:n={nearest},{side},{relation}",
    ]
