"""The features by which one candidate is picked as who speaks a quotation, and their scores."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.speakers.candidates import ruled
from corpus.speakers.chunks import Form
from corpus.speakers.frames import PLAIN
from corpus.speakers.names import TITLES
from corpus.speakers.surroundings import bucket
from corpus.speakers.verbs import SPEECH_VERBS
from corpus.speakers.weights import score
from corpus.speakers.words import PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.speakers.chunks import Chunk
    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.surroundings import Beside, Candidate

_MARKS = frozenset({":", ";", ".", "—"})


def features(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> list[str]:
    """Return the names of the features that hold for a candidate."""
    return [name for _, names in _parts(paragraphs, about, candidate) for name in names()]


def scores(
    paragraphs: Sequence[Parsed | None], about: Beside, rivals: Sequence[Candidate], table: dict[str, float]
) -> list[float]:
    """Score the rivals of one quotation; what several of them share is looked up once."""
    known: dict[object, float] = {}
    out = []
    for rival in rivals:
        total = 0.0
        for key, names in _parts(paragraphs, about, rival):
            worth = known.get(key) if key is not None else None
            if worth is None:
                worth = score(table, names())
                if key is not None:
                    known[key] = worth
            total += worth
        out.append(total)
    return out


def _parts(
    paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate
) -> list[tuple[object, Callable[[], list[str]]]]:
    """Return a candidate's features in parts, each with what it depends on; None where that is the candidate."""
    here = paragraphs[about.at]
    parsed = paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
    if here is None or parsed is None:
        return [(None, lambda: _nobody(about))]
    chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
    place = _place(parsed, chunk, frame, about.item, candidate.paragraph - about.at)
    side = place[:2]
    tie = f"{frame.relation if frame else '-'},{side}"
    parts: list[tuple[object, Callable[[], list[str]]]] = [
        (None, lambda: _own(here, parsed, about, candidate, place)),
        (side, lambda: [f"{side},{s}" for s in about.shape]),
        (tie, lambda: [f"{tie},{s}" for s in about.shape]),
        (None, lambda: _looks(parsed, chunk)),
    ]
    if about.before is not None and about.before[:2] == candidate[:2]:
        parts.append((None, lambda: [*(f"same,{s}" for s in about.shape),
                                     f"same,others={_others(here, about, candidate)}"]))  # fmt: skip
    return parts


def _nobody(about: Beside) -> list[str]:
    return ["nobody", f"nobody:first={about.before is None}", f"nobody:{about.ruling.rule}",
            *(f"nobody:{s}" for s in about.shape)]  # fmt: skip


def _own(here: Parsed, parsed: Parsed, about: Beside, candidate: Candidate, place: str) -> list[str]:
    """Return the features that the candidate shares with no other."""
    chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
    step = candidate.paragraph - about.at
    side, form = place[:2], chunk.form.value
    relation, lemma = (frame.relation, frame.lemma) if frame else ("-", "-")
    plain = relation in PLAIN
    same = about.before is not None and about.before[:2] == candidate[:2]
    rival = _rivals(about, frame if step == 0 else None)
    tie = f"{relation},{side}"
    rule = ruled(parsed, chunk, about.ruling, step)
    out = [
        f"ruled={rule}", f"ruled={rule},{tie}", f"ruled={rule},form={form}", f"ruled={rule},same={same}",
        f"place={place}", f"form={form}", f"rel={relation}", f"rel={relation},place={place}",
        f"rel={relation},form={form}", f"form={form},place={place}", f"lemma={lemma}",
        f"lemma={lemma},rel={relation}", f"lemma={lemma},place={place}", f"same={same},{about.since}",
        f"same={same},place={place},rel={relation}",
        f"same={same},bare={here.bare}", f"rival={rival},plain={plain},{side}", f"rival={rival},rel={relation}",
        f"rival={rival},form={form},plain={plain}", f"rival={rival},same={same}",
    ]  # fmt: skip
    if frame:
        word = parsed.scan.lows[frame.cue]
        out += [f"passive={frame.passive},{relation}", f"ing={word.endswith('ing')},{relation},{place}",
                f"word={word},{side}"]  # fmt: skip
    if step == 0:
        out += _between(parsed, chunk, frame, about.item, tie)
    else:
        out += [f"step={step},bare={here.bare},rel={relation},place={place}",
                f"step={step},first={about.quote == 0},same={same}"]  # fmt: skip
    return out


def _place(parsed: Parsed, chunk: Chunk, frame: Frame | None, item: int, step: int) -> str:
    """Say where the candidate's construction stands from the quotation."""
    numbers = parsed.scan.sentences
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    if step:
        return "N" if step > 0 else f"P{min(numbers[-1] - numbers[chunk.first], 2)}"
    if frame and first < item < last:
        return "around"
    if first > item:
        off = numbers[first] - numbers[item]
        return f"T0:{bucket(first - item - 1)}" if off == 0 else f"T{min(off, 2)}:"
    off = numbers[item] - numbers[last]
    return f"L0:{bucket(item - last - 1)}" if off == 0 else f"L{min(off, 3)}:"


def _others(here: Parsed, about: Beside, candidate: Candidate) -> str:
    """Count other candidates in plain constructions in the quotation's own sentence."""
    sentence = here.scan.sentences[about.item]
    mine = candidate.chunk if candidate.paragraph == about.at else -1
    other = {f.chunk for f in here.frames if f.relation in PLAIN and f.lemma in SPEECH_VERBS
             and here.scan.sentences[f.cue] == sentence and f.chunk != mine}  # fmt: skip
    return str(min(len(other), 2))


def _rivals(about: Beside, mine: Frame | None) -> str:
    """Count the other plain cues of the quotation's sentence: before it, after it, nearer than the candidate's."""
    own = -1 if mine is None else mine.cue
    distance = 999 if mine is None else abs(own - about.item)
    before = after = nearer = 0
    for cue, ahead in about.cues:
        if cue != own:
            before += ahead
            after += not ahead
            nearer += abs(cue - about.item) < distance
    return f"{min(before, 2)}{min(after, 2)}{min(nearer, 2)}"


def _looks(parsed: Parsed, chunk: Chunk) -> list[str]:
    """Describe a chunk by itself: its form, the word before it, its titles."""
    scan = parsed.scan
    head = scan.lows[chunk.head]
    before = scan.lows[chunk.first - 1] if chunk.first else "^"
    word = before if before in PREPOSITIONS or not before[:1].isalnum() or before in {"that", "and"} else "w"
    titles = _role(parsed, chunk)
    out = [f"before={word}", f"poss={chunk.possessive}", f"opens={scan.opens(chunk.first)}",
           f"people={head in PEOPLE}", f"long={min(chunk.last - chunk.first, 4)}", f"role={titles}"]  # fmt: skip
    if chunk.form is Form.PRONOUN:
        out.append(f"pro={head}")
    elif chunk.form is Form.NOUN:
        out.append(f"plural={head.endswith('s')}")
    return out


def _role(parsed: Parsed, chunk: Chunk) -> str:
    """Describe how titles and commas stand about a chunk: a name, a title with a name, an apposition."""
    scan = parsed.scan
    words = scan.lows[chunk.first : chunk.last + 1]
    titled = words[0].rstrip(".") in TITLES or words[0] in PEOPLE
    prep = not PREPOSITIONS.isdisjoint(words)
    left = scan.words[chunk.first - 1] if chunk.first else ""
    right = scan.words[chunk.last + 1] if chunk.last + 1 < len(scan.words) else ""
    apposed = left == "," and chunk.first - 2 in parsed.lasts
    return f"{titled}{prep}{apposed}{right == ','}"


def _between(parsed: Parsed, chunk: Chunk, frame: Frame | None, item: int, tie: str) -> list[str]:
    """Describe what parts the candidate's construction from the quotation, in one paragraph."""
    scan = parsed.scan
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    low, high = (last + 1, item) if last < item else (item + 1, first)
    words = scan.words[low:high]
    marks = "".join([w for w in words if w in _MARKS])[:2]
    quotes = min(_within(scan.items_of, low, high), 2)
    cues = min(_within(parsed.spoken, low, high), 2)
    chunks = bucket(_within(parsed.firsts, low, high))
    return [f"btw:q={quotes},{tie[-2:]}", f"btw:c={cues},{tie}", f"btw:{marks}{',' in words},{tie}",
            f"btw:n={chunks},{tie}"]  # fmt: skip


def _within(places: list[int], low: int, high: int) -> int:
    """Count the places from ``low`` up to ``high``; they stand in order."""
    return bisect_left(places, high) - bisect_left(places, low) if low < high else 0
