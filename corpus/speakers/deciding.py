"""From rival mentions to one speaker: rivals that mean one person speak together, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.model import UtteranceKind
from corpus.speakers.decoding import quoted, told
from corpus.speakers.resolver import UNKNOWN, Resolver, Who
from corpus.speakers.weights import sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.decoding import Found
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.people import People
    from corpus.speakers.ranking import Candidate
    from corpus.speakers.weights import Weights


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
    everything = list(quoted(paragraphs, weights))
    everything += [(at, f) for at, parsed in enumerate(paragraphs) if parsed for f in told(parsed, at, weights)]
    everything.sort(key=lambda pair: (pair[0], pair[1].start, -pair[1].end))
    spoke: list[str] = []
    for at, found in everything:
        decided = _decided(at, found, resolver, spoke, weights)
        if decided.who.name:
            spoke.append(decided.who.name)
        yield decided


def _decided(at: int, found: Found, resolver: Resolver, spoke: Sequence[str], weights: Weights) -> Decided:
    """Add up the probabilities of the rivals that mean one speaker, and take the likeliest."""
    shares: dict[object, float] = {}
    named: dict[object, float] = {}
    best: dict[object, tuple[float, Candidate, Who]] = {}
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
    return Decided(at, found, candidate, who, raw, sureness(weights, kind, raw))
