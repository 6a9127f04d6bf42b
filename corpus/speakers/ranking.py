"""The features by which one candidate is picked as who speaks a quotation, and their scores."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.speakers.candidates import ruled
from corpus.speakers.frames import PLAIN
from corpus.speakers.surroundings import bucket
from corpus.speakers.verbs import SPEECH_VERBS
from corpus.speakers.weights import kept, names_of, worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.chunks import Chunk
    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.surroundings import Beside, Candidate
    from corpus.speakers.weights import Part

_MARKS = frozenset({":", ";", ".", "—"})


def features(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> list[str]:
    """Return the names of the features that hold for a candidate."""
    return names_of(_parts(paragraphs, about, candidate))


def scores(
    paragraphs: Sequence[Parsed | None], about: Beside, rivals: Sequence[Candidate], table: dict[str, float]
) -> list[float]:
    """Score the rivals of one quotation; what many of them share is looked up once."""
    known = kept(table)
    return [worth(table, _parts(paragraphs, about, rival), known) for rival in rivals]


def _parts(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> list[Part]:
    """Return a candidate's features in parts that many candidates share."""
    here = paragraphs[about.at]
    parsed = paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
    if here is None or parsed is None:
        return [(_nobody, (str(about.before is None), about.ruling.rule, about.shape))]
    chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
    step, form = candidate.paragraph - about.at, chunk.form.value
    place = _place(parsed, chunk, frame, about.item, step)
    side = place[:2]
    relation, lemma = (frame.relation, frame.lemma) if frame else ("-", "-")
    tie = f"{relation},{side}"
    again = about.before is not None and about.before[:2] == candidate[:2]
    same, bare = str(again), str(here.bare)
    rival = _rivals(about, frame if step == 0 else None)
    rule = ruled(parsed, chunk, about.ruling, step)
    parts: list[Part] = [
        (_by_rule, (rule, tie, form, same)),
        (_by_place, (place, form, relation)),
        (_by_verb, (lemma, relation, place)),
        (_by_last, (same, about.since, place, relation, bare)),
        (_by_rivals, (rival, side, relation, form, same)),
        (_by_shape, (side, about.shape)),
        (_by_shape, (tie, about.shape)),
        parsed.looks[candidate.chunk],
    ]
    if frame:
        parts.append((_by_cue, (parsed.scan.lows[frame.cue], str(frame.passive), relation, place)))
    if step == 0:
        parts.append((_by_gap, (*_between(parsed, chunk, frame, about.item), tie)))
    else:
        parts.append((_by_step, (step, bare, relation, place, str(about.quote == 0), same)))
    if again:
        parts.append((_again, (about.shape, _others(here, about, candidate))))
    return parts


def _nobody(first: str, rule: str, shape: tuple[str, ...]) -> list[str]:
    return ["nobody", f"nobody:first={first}", f"nobody:{rule}", *(f"nobody:{s}" for s in shape)]


def _by_rule(rule: str, tie: str, form: str, same: str) -> list[str]:
    return [f"ruled={rule}", f"ruled={rule},{tie}", f"ruled={rule},form={form}", f"ruled={rule},same={same}"]


def _by_place(place: str, form: str, relation: str) -> list[str]:
    return [f"place={place}", f"form={form}", f"rel={relation}", f"rel={relation},place={place}",
            f"rel={relation},form={form}", f"form={form},place={place}"]  # fmt: skip


def _by_verb(lemma: str, relation: str, place: str) -> list[str]:
    return [f"lemma={lemma}", f"lemma={lemma},rel={relation}", f"lemma={lemma},place={place}"]


def _by_last(same: str, since: str, place: str, relation: str, bare: str) -> list[str]:
    """Return the features of having spoken the quotation before."""
    return [f"same={same},{since}", f"same={same},place={place},rel={relation}", f"same={same},bare={bare}"]


def _by_rivals(rival: str, side: str, relation: str, form: str, same: str) -> list[str]:
    plain = relation in PLAIN
    return [f"rival={rival},plain={plain},{side}", f"rival={rival},rel={relation}",
            f"rival={rival},form={form},plain={plain}", f"rival={rival},same={same}"]  # fmt: skip


def _by_shape(tie: str, shape: tuple[str, ...]) -> list[str]:
    return [f"{tie},{s}" for s in shape]


def _by_cue(word: str, passive: str, relation: str, place: str) -> list[str]:
    return [f"passive={passive},{relation}", f"ing={word.endswith('ing')},{relation},{place}",
            f"word={word},{place[:2]}"]  # fmt: skip


def _by_gap(quotes: int, cues: int, marks: str, chunks: str, tie: str) -> list[str]:
    return [f"btw:q={quotes},{tie[-2:]}", f"btw:c={cues},{tie}", f"btw:{marks},{tie}", f"btw:n={chunks},{tie}"]


def _by_step(step: int, bare: str, relation: str, place: str, first: str, same: str) -> list[str]:
    return [f"step={step},bare={bare},rel={relation},place={place}", f"step={step},first={first},same={same}"]


def _again(shape: tuple[str, ...], others: str) -> list[str]:
    return [*(f"same,{s}" for s in shape), f"same,others={others}"]


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
    other = {f.chunk for f in here.by_sentence.get(sentence, ())
             if f.relation in PLAIN and f.lemma in SPEECH_VERBS and f.chunk != mine}  # fmt: skip
    return str(min(len(other), 2))


def _rivals(about: Beside, mine: Frame | None) -> str:
    """Count the other plain cues of the quotation's sentence: before it, after it, nearer than the candidate's."""
    own = -1 if mine is None else mine.cue
    before = about.ahead
    after = len(about.cues) - before
    if own in about.cues:
        before, after = (before - 1, after) if about.cues[own] else (before, after - 1)
    nearer = len(about.cues) if mine is None else bisect_left(about.nearness, abs(own - about.item))
    return f"{min(before, 2)}{min(after, 2)}{min(nearer, 2)}"


def _between(parsed: Parsed, chunk: Chunk, frame: Frame | None, item: int) -> tuple[int, int, str, str]:
    """Count what parts the candidate's construction from the quotation: quotations, cues, marks, chunks."""
    scan = parsed.scan
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    low, high = (last + 1, item) if last < item else (item + 1, first)
    words = scan.words[low:high]
    marks = "".join([w for w in words if w in _MARKS])[:2]
    quotes = min(_within(scan.items_of, low, high), 2)
    cues = min(_within(parsed.spoken, low, high), 2)
    return quotes, cues, f"{marks}{',' in words}", bucket(_within(parsed.firsts, low, high))


def _within(places: list[int], low: int, high: int) -> int:
    """Count the places from ``low`` up to ``high``; they stand in order."""
    return bisect_left(places, high) - bisect_left(places, low) if low < high else 0
