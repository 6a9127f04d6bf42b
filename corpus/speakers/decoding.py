"""Quotations and reported clauses of a document, each with its rival speakers and how probable each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.model import UtteranceKind
from corpus.speakers import ranking, reported, speech
from corpus.speakers.weights import score, softmax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.parsed import Parsed
    from corpus.speakers.ranking import Candidate
    from corpus.speakers.weights import Weights

#: From here on a stretch in marks is taken for speech, and a clause for a report. Set on PolNeAR's development
#: part, where a lower bar for reports finds more of them and is wrong more often.
SPEECH = 0.5
REPORT = 0.3
#: Rival speakers less probable than this are not followed up.
_FAINT = 0.02


class Found(NamedTuple):
    """Words that somebody says, ``start:end`` of the paragraph, and the rivals (candidate, probability), best first.

    ``said`` is the probability that they are said at all.
    """

    start: int
    end: int
    kind: UtteranceKind
    said: float
    rivals: list[tuple[Candidate, float]]


def quoted(paragraphs: Sequence[Parsed | None], weights: Weights) -> Iterator[tuple[int, Found]]:
    """Yield every quotation that is speech, with its paragraph's number, in order."""
    before: Candidate | None = None
    for at, parsed in enumerate(paragraphs):
        for n, quote in enumerate(parsed.scan.quotes if parsed else ()):
            assert parsed is not None  # noqa: S101 - there were quotations in it
            names = speech.features(parsed, n)
            said = softmax([0.0, score(weights.speech, names)])[1]
            if said < SPEECH:
                continue
            rivals = _ranked(paragraphs, at, n, before, weights)
            before = rivals[0][0] if rivals[0][0].chunk >= 0 else before
            part = score(weights.part, names) > 0
            kind = UtteranceKind.PART if part else UtteranceKind.DIRECT
            yield at, Found(quote.start, quote.end, kind, said, rivals)


def _ranked(
    paragraphs: Sequence[Parsed | None], at: int, quote: int, before: Candidate | None, weights: Weights
) -> list[tuple[Candidate, float]]:
    about = ranking.beside(paragraphs, at, quote, before)
    rivals = ranking.candidates(paragraphs, about)
    shares = softmax([score(weights.who, ranking.features(paragraphs, about, c)) for c in rivals])
    ranked = sorted(zip(rivals, shares, strict=True), key=lambda pair: -pair[1])
    return [pair for n, pair in enumerate(ranked) if n == 0 or pair[1] >= _FAINT]


def told(parsed: Parsed, at: int, weights: Weights) -> Iterator[Found]:
    """Yield the reported clauses of one paragraph, one at most for each cue."""
    for cue, ties in parsed.by_cue.items():
        pairs, scores = reported.scored(parsed, cue, ties, weights.reported)
        if not pairs:
            continue
        shares = softmax(scores)
        if 1 - shares[0] < REPORT:
            continue
        best = max(range(len(pairs)), key=lambda k: shares[k + 1])
        frame, content = pairs[best]
        rivals = [(ranking.Candidate(at, frame.chunk, frame), shares[best + 1])]
        start, end = parsed.scan.starts[content.first], parsed.scan.ends[content.last]
        yield Found(start, end, UtteranceKind.INDIRECT, 1 - shares[0], rivals)
