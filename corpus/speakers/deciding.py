"""From rival mentions to one speaker: rivals that mean one person speak together, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.model import UtteranceKind
from corpus.speakers.decoding import announcing, block_found, quoted, told
from corpus.speakers.resolver import UNKNOWN, Resolver, Who
from corpus.speakers.weights import sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.decoding import Found
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.people import People
    from corpus.speakers.surroundings import Candidate
    from corpus.speakers.weights import Weights

#: How much the odds of a candidate rise where a reported clause around the words is surely its own.
HEED = 12.0
#: The most that a speaker is sure of whom no cue, colon or carrying on shows: they may as well be silent.
UNSHOWN = 0.7
#: Fewer words than this, claimed by nobody with at least this probability, are a term and no speech.
TERM_WORDS = 5
TERM_CLAIM = 0.5


class Decided(NamedTuple):
    """Who says the words that were ``found``: the mention, the person behind it, and how sure both are.

    ``raw`` is the models' own probability, ``confidence`` the calibrated one.
    """

    paragraph: int
    found: Found
    candidate: Candidate
    who: Who
    raw: float
    confidence: float


def decide(paragraphs: Sequence[Parsed | None], people: People, weights: Weights) -> Iterator[Decided]:
    """Yield the quotations and reported clauses of a document with their speakers, in order."""
    resolver = Resolver(paragraphs, people, weights)
    reports = {at: list(told(parsed, at, weights)) for at, parsed in enumerate(paragraphs) if parsed}
    heeded = [(at, _heeding(f, reports[at])) for at, f in quoted(paragraphs, weights)]
    everything = [(at, f) for at, f in heeded if not _is_term(f)]
    wholes: dict[int, list[Found]] = {}
    for at, found in heeded:
        if found.kind is UtteranceKind.DIRECT:
            wholes.setdefault(at, []).append(found)
    for at, told_there in reports.items():
        everything += [(at, f) for f in told_there if not any(_holds(f, whole) for whole in wholes.get(at, ()))]
    everything.sort(key=lambda pair: (pair[0], pair[1].start, -pair[1].end))
    spoke: list[str] = []
    for at, found in everything:
        decided = _decided(at, found, resolver, spoke, weights)
        if decided.who.name:
            spoke.append(decided.who.name)
        yield decided


def _holds(report: Found, quotation: Found) -> bool:
    """Whether a reported clause takes in a quotation; one that holds a whole one is quoted, not reported."""
    return report.start <= quotation.start and quotation.end <= report.end


def _is_term(found: Found) -> bool:
    """Whether a few words in marks have nobody to say them: a term, a slogan, a scare quote."""
    return found.kind is UtteranceKind.PART and found.words < TERM_WORDS and found.rivals[0][1] < TERM_CLAIM


def _heeding(found: Found, reports: Sequence[Found]) -> Found:
    """Let the clause that a quotation is a piece of speak for its own source."""
    around = [r for r in reports if found.kind is UtteranceKind.PART and _holds(r, found)]
    if not around:
        return found
    report = min(around, key=lambda r: r.end - r.start)
    source, sure = report.rivals[0]
    weighed = [(c, p * (1 + HEED * sure) if c[:2] == source[:2] else p) for c, p in found.rivals]
    total = sum(p for _, p in weighed) / sum(p for _, p in found.rivals)
    return found._replace(rivals=sorted(((c, p / total) for c, p in weighed), key=lambda pair: -pair[1]))


def _decided(at: int, found: Found, resolver: Resolver, spoke: Sequence[str], weights: Weights) -> Decided:
    """Add up the probabilities of the rivals that mean one speaker, and take the likeliest."""
    shares: dict[str | tuple[int, int], float] = {}
    named: dict[str | tuple[int, int], float] = {}
    best: dict[str | tuple[int, int], tuple[float, Candidate, Who]] = {}
    for candidate, probability in found.rivals:
        who = resolver.who(candidate.paragraph, candidate.chunk, spoke) if candidate.chunk >= 0 else UNKNOWN
        key = who.name or (candidate.paragraph, resolver.head(candidate))
        shares[key] = shares.get(key, 0.0) + probability
        named[key] = named.get(key, 0.0) + probability * who.probability
        if key not in best or probability > best[key][0]:
            best[key] = probability, candidate, who
    key = max(shares, key=lambda k: shares[k])
    _, candidate, who = best[key]
    raw = found.said * (named[key] if who.name else shares[key])
    kind = "reported" if found.kind is UtteranceKind.INDIRECT else "quoted"
    confidence = sureness(weights, kind, raw)
    if candidate.chunk >= 0 and candidate.frame is None and not found.announced:
        confidence = min(confidence, UNSHOWN)
    return Decided(at, found, candidate, who, raw, confidence)


def decide_block(
    paragraphs: Sequence[Parsed | None], at: int, quotation: str, resolver: Resolver, weights: Weights
) -> Decided:
    """Decide whose a block quotation is, which stands without marks behind the paragraph ``at``."""
    announced = [*paragraphs[: at + 1]]
    announced[at] = announcing(paragraphs[at], quotation)
    found = block_found(announced, at, weights)
    return _decided(at, found, resolver, (), weights)
