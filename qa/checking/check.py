"""``check_quote``: the one way from a quotation to what the corpus really has, for every door."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import QuestionTooLongError, UsageError
from qa.bounds import QUOTATION, check_text
from qa.checking.result import Grade, QuoteCheck, QuoteMatch, QuotePart
from qa.context import origin_of
from qa.corpus import Corpus
from qa.retrieve import open_corpus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from corpus.view import View
    from qa.checking.compare import Comparison
    from qa.checking.find import Finder
    from qa.checking.quotation import Quotation
    from qa.checking.region import Region

#: Least share of words that must be the same for a place to be "near". Of 900 stretches of 4 to 15 words of other
#: news prose, 15 share a half of their words with some place of the sample and 1 shares this much; a quotation of
#: four words with one changed shares 0.75.
NEAR: Final = 0.6
#: Most stretches between ellipses that are looked for one by one, where they do not stand near each other.
_STRETCHES: Final = 20
#: Most passages with the very words that are looked at one by one; the rest is counted.
_LOOKED_AT: Final = 50


def check_quote(
    quotation: str, *, corpus: Corpus | str | Path | None = None, speaker: str | None = None, k: int = 3
) -> QuoteCheck:
    """Return whether a corpus has these words, where, who says them there, and what differs.

    Args:
        quotation: 1 to 10,000 characters, with or without quotation marks around it.
        corpus: a ``Corpus``, the folder of one, or None for the bundled sample.
        speaker: who is said to have said it; part of a name will do. Only for a warning: no place is kept out.
        k: most places to return, 1 to 1,000.

    Raises:
        QuestionTooLongError, UsageError: the quotation or the speaker cannot be read.
        CorpusError: the corpus cannot be used.
    """
    began = time.perf_counter()
    check_quotation(quotation, k)
    opened = corpus if isinstance(corpus, Corpus) else open_corpus(corpus)
    found = _checked(opened, quotation, speaker, k)
    return replace(found, took_ms=(time.perf_counter() - began) * 1000)


def check_quotation(quotation: str, k: int = 1) -> None:
    """Refuse what cannot be checked; what is too long is refused before anything looks at it.

    Raises:
        QuestionTooLongError, UsageError: it cannot be checked.
    """
    check_text(quotation, k, QUOTATION)


def _read(text: str) -> Quotation:
    from qa.checking.quotation import read_quotation  # noqa: PLC0415 - keeps `import qa` quick, as do those below

    quotation = read_quotation(text)
    if not quotation.quoted:
        raise UsageError(
            "the quotation has words in brackets only",
            expected="words of a source: those in brackets are the quoter's",
            action="Leave the brackets out to check them.",
        )
    if len(quotation.words) > limits.MAX_QUOTATION_WORDS:
        raise QuestionTooLongError(
            f"the quotation has {len(quotation.words):,} words",
            expected=f"at most {limits.MAX_QUOTATION_WORDS:,}",
            action="Check it in parts.",
        )
    return quotation


def _checked(corpus: Corpus, text: str, speaker: str | None, k: int) -> QuoteCheck:
    from qa.checking.find import Finder  # noqa: PLC0415
    from qa.checking.index import word_index  # noqa: PLC0415
    from qa.filters import check_words, names_of  # noqa: PLC0415

    quotation, named = _read(text), check_words(speaker, "speaker")
    with corpus.store.reading() as view:
        index = word_index(corpus, view)
        names = names_of(view.roster(), named) if named else None
        matches, occurrences = _matches(Finder(index, view), view, quotation, names)
        revision = view.revision
    grade = matches[0].grade if matches else Grade.ABSENT
    return QuoteCheck(text, grade, tuple(matches[:k]), occurrences, named, tuple(names or ()), revision)


def _matches(
    finder: Finder, view: View, quotation: Quotation, names: Collection[str] | None
) -> tuple[list[QuoteMatch], int]:
    """Return the places, best first, and how many passages hold the very words."""
    from qa.checking.find import SHORT  # noqa: PLC0415
    from qa.checking.region import read_region  # noqa: PLC0415

    whole = quotation.segments[0] if len(quotation.segments) == 1 else ()
    holders = finder.holding(whole) if whole else []
    said = view.spoken_by(names) if names else set()
    passages = finder.passages(finder.preferred(holders, said)[:_LOOKED_AT])
    found = _compared(view, quotation, (read_region([p]) for p in passages), names)
    if not any(m.grade is Grade.EXACT and _fits(m, names) for m in found):
        found += _compared(view, quotation, _regions(finder, quotation), names)
    if 1 < len(quotation.segments) <= _STRETCHES and not any(m.grade is Grade.EXACT for m in found):
        found += _compared(view, quotation, [finder.scattered(quotation)], names)
    if len(quotation.quoted) <= SHORT:
        found = [match for match in found if match.grade is Grade.EXACT]
    ranked = sorted(_each(found), key=lambda m: (m.grade is not Grade.EXACT, not _fits(m, names), -m.share))
    exact = {match.passage.id for match in ranked if match.grade is Grade.EXACT}
    return ranked, len(holders) if exact and len(holders) > _LOOKED_AT else len(exact)


def _regions(finder: Finder, quotation: Quotation) -> Iterable[Region]:
    """Yield the stretches of the corpus with most of the words, each once."""
    seen: set[int] = set()
    for position in finder.nearest(quotation.quoted):
        if position not in seen:
            region, positions = finder.region(position, quotation)
            seen |= set(positions)
            yield region


def _compared(
    view: View, quotation: Quotation, regions: Iterable[Region], names: Collection[str] | None
) -> list[QuoteMatch]:
    from qa.checking.compare import compare  # noqa: PLC0415

    found = [compare(quotation, region) for region in regions]
    return [_match(view, one, names) for one in found if one.faultless or one.share >= NEAR]


def _match(view: View, found: Comparison, names: Collection[str] | None) -> QuoteMatch:
    from qa.checking.compare import operations  # noqa: PLC0415
    from qa.checking.warn import parts_adjoin, warnings  # noqa: PLC0415

    grade = Grade.EXACT if found.faultless and parts_adjoin(found) else Grade.NEAR
    parts = tuple(_part(view, found, number) for number in found.passages)
    return QuoteMatch(grade, found.share, parts, operations(found), warnings(found, names))


def _part(view: View, found: Comparison, number: int) -> QuotePart:
    from qa.checking.result import Change  # noqa: PLC0415
    from qa.checking.warn import said_in  # noqa: PLC0415

    passage = found.region.passages[number]
    origin = origin_of(view, passage)
    here = [p for p in found.pairs if p.source and p.source.passage == number and p.change is not Change.LEFT_OUT]
    places = [p.source for p in here if p.source]
    return QuotePart(
        passage=passage,
        citation=origin.citation,
        source=origin.source,
        start=places[0].start,
        end=places[-1].end,
        utterances=tuple(said_in(here)),
        footnotes=origin.footnotes,
    )


def _fits(match: QuoteMatch, names: Collection[str] | None) -> bool:
    """Whether the words are the named speaker's, surely or probably; or nobody was named."""
    return names is None or any((u.speaker or u.probably) in names for u in match.utterances)


def _each(found: Sequence[QuoteMatch]) -> list[QuoteMatch]:
    """Return the matches without those at the same place as one before."""
    places = {tuple((p.passage.id, p.start, p.end) for p in match.parts): match for match in reversed(found)}
    return list(reversed(places.values()))
