"""Quotations and reported clauses of a document, each with its rival speakers and how probable each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.model import UtteranceKind
from corpus.speakers import cues, ranking, reported, speech
from corpus.speakers.candidates import NAMING_RULES, candidates, is_ruled
from corpus.speakers.marks import Quotation
from corpus.speakers.parsed import Parsed
from corpus.speakers.scan import Scan
from corpus.speakers.surroundings import NOBODY, Candidate, beside
from corpus.speakers.weights import softmax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.weights import Weights

#: From here on a stretch in marks is taken for speech, and a clause for a report. Set on PolNeAR's development
#: part, where a lower bar for reports finds more of them and is wrong more often.
SPEECH = 0.5
REPORT = 0.3
#: How many times likelier than a part words must be to be called a whole utterance.
DOUBT = 5.0
#: Characters before a quotation in which a title or term is announced.
_LEAD = 60
#: What a rule's word for a candidate adds to its log-odds, beyond what the ranker learned to give it: sentences
#: longer than the training texts' have more bystanders, and the rules do not mind them.
RULED = 3.0
#: Rival speakers less probable than this are not followed up.
_FAINT = 0.02


class Found(NamedTuple):
    """Words that somebody says, ``start:end`` of the paragraph, and the rivals (candidate, probability).

    The best rival comes first. ``said`` is the probability that they are said at all; ``announced`` says that
    a colon or a rule's cue shows a speaker, ``words`` how many they are.
    """

    start: int
    end: int
    kind: UtteranceKind
    said: float
    rivals: list[tuple[Candidate, float]]
    announced: bool = False
    words: int = 0


def quoted(paragraphs: Sequence[Parsed | None], weights: Weights) -> Iterator[tuple[int, Found]]:
    """Yield every quotation that is speech, with its paragraph's number, in order."""
    before: Candidate | None = None
    for at, parsed in enumerate(paragraphs):
        for n, quote in enumerate(parsed.scan.quotes if parsed else ()):
            assert parsed is not None  # noqa: S101 - there were quotations in it
            if cues.names_a_thing(parsed.scan.text[max(0, quote.start - _LEAD) : quote.start]):
                continue
            none, whole, part = softmax(speech.scores(parsed, n, weights.speech))
            if none > 1 - SPEECH:
                continue
            rivals = _ranked(paragraphs, at, n, before, weights)
            if _vetoed(parsed.rulings[n].rule, rivals[0][0], before):
                rivals = [(NOBODY, 1.0)]
            before = rivals[0][0] if rivals[0][0].chunk >= 0 else before
            kind = UtteranceKind.PART if part * DOUBT > whole else UtteranceKind.DIRECT
            ruled = parsed.rulings[n].rule in NAMING_RULES
            announced = ruled or parsed.scan.text[: quote.start].rstrip().endswith(":")
            count = len(quote.words.split())
            yield at, Found(quote.start, quote.end, kind, whole + part, rivals, announced, count)


def _vetoed(rule: str, best: Candidate, before: Candidate | None) -> bool:
    """Whether a rule knows that the best candidate is not the speaker, which a model only leans to."""
    if rule == "open":
        return before is not None and best[:2] == before[:2]
    return rule in {"veto", "another"}


def _ranked(
    paragraphs: Sequence[Parsed | None], at: int, quote: int, before: Candidate | None, weights: Weights
) -> list[tuple[Candidate, float]]:
    about = beside(paragraphs, at, quote, before)
    rivals = candidates(paragraphs, about)
    scores = ranking.scores(paragraphs, about, rivals, weights.who)
    shares = softmax([s + RULED * is_ruled(paragraphs, about, c) for s, c in zip(scores, rivals, strict=True)])
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
        rivals = [(Candidate(at, frame.chunk, frame), shares[best + 1])]
        start, end = parsed.scan.starts[content.first], parsed.scan.ends[content.last]
        yield Found(start, end, UtteranceKind.INDIRECT, 1 - shares[0], rivals)


def announcing(parsed: Parsed | None, quotation: str) -> Parsed | None:
    """Return a paragraph with the block quotation behind it folded into its last item."""
    if parsed is None:
        return None
    text = parsed.scan.text
    behind = Quotation(len(text), len(text), quotation)
    scan = Scan(text, [*parsed.scan.quotes, behind])
    return Parsed(scan, parsed.chunks, parsed.frames)


def block_found(paragraphs: Sequence[Parsed | None], at: int, weights: Weights) -> Found:
    """Return the block quotation that the paragraph ``at`` announces, with its rivals."""
    parsed = paragraphs[at]
    assert parsed is not None  # noqa: S101 - it announced
    quotation = parsed.scan.quotes[-1]
    rivals = _ranked(paragraphs, at, len(parsed.scan.quotes) - 1, None, weights)
    return Found(0, len(quotation.words), UtteranceKind.BLOCK, 1.0, rivals, announced=True)
