"""From passages found to hits: fetched, folded, not too many of one document, each with what speaks for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qa.answer import Evidence, Hit
from qa.context import origin_of
from qa.evidence import match_terms
from qa.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.model import Passage
    from corpus.view import View
    from embeddings.snapshot import Snapshot
    from qa.evidence import TermMatch
    from qa.ledger import Ledger
    from qa.reading import Reading
    from qa.search import Found

#: So many passages for each hit wanted are looked through for copies, and so many at least.
_FOLDED: Final = 2
_AT_LEAST: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class Making:
    """What hits are made from: one revision, its index, and what was asked and found in it."""

    view: View
    snapshot: Snapshot
    ledger: Ledger
    reading: Reading
    found: Found


def make_hits(made_from: Making, k: int, *, per_document: int | None) -> tuple[Hit, ...]:
    """Return at most ``k`` hits, best first.

    Args:
        made_from: the passages found and where they stand.
        k: most hits.
        per_document: most of one document before others get their turn; None for no such bound.
    """
    groups = _groups(made_from, k)
    chosen = _spread(groups, per_document)[:k]
    position = made_from.snapshot.position
    matched = match_terms(made_from.found.terms, [position[g[0].id] for g in chosen])
    return tuple(_hit(made_from, group, rank, matched) for rank, group in enumerate(chosen, 1))


def _groups(made_from: Making, k: int) -> list[list[Passage]]:
    """Fetch the passages and fold near-duplicates, the earliest published first in its group.

    A passage that the store no longer has, or has with another text, is passed over: the words shown are
    always the store's.
    """
    view, positions = made_from.view, made_from.found.passages.positions[: max(_AT_LEAST, _FOLDED * k)]
    keys = [made_from.snapshot.keys[p] for p in positions]
    stored = view.passages([key.id for key in keys])
    passages = [stored[key.id] for key in keys if key.id in stored and stored[key.id].sha256 == key.sha256]
    groups = fold([p.text for p in passages], [p.speakers for p in passages])
    return [sorted((passages[n] for n in group), key=lambda p: _published(view, p)) for group in groups]


def _published(view: View, passage: Passage) -> str:
    issued = view.citation(passage.document_id).issued
    return issued.first.isoformat() if issued else "9999"


def _spread(groups: Sequence[list[Passage]], per_document: int | None) -> list[list[Passage]]:
    """Put what goes beyond so many of one document behind everything else; nothing is lost."""
    if per_document is None:
        return list(groups)
    seen: Counter[str] = Counter()
    first: list[list[Passage]] = []
    later: list[list[Passage]] = []
    for group in groups:
        seen[group[0].document_id] += 1
        (first if seen[group[0].document_id] <= per_document else later).append(group)
    return [*first, *later]


def _hit(made_from: Making, group: list[Passage], rank: int, matched: TermMatch) -> Hit:
    passage, found = group[0], made_from.found
    position = made_from.snapshot.position
    at = min(found.order[position[p.id]] for p in group)
    here = position[passage.id]
    origin, mark = origin_of(made_from.view, passage), found.highlighter.mark(here, passage.text)
    return Hit(
        passage=passage,
        citation=origin.citation,
        source=origin.source,
        rank=rank,
        score=float(found.passages.total[at]),
        evidence=_evidence(made_from, found.order[here], here, matched),
        spans=(mark.span,) if mark else (),
        also_in=tuple(p.id for p in group[1:]),
        footnotes=origin.footnotes,
    )


def _evidence(made_from: Making, at: int, position: int, matched: TermMatch) -> Evidence:
    passages, wanted = made_from.found.passages, made_from.found.wanted
    return Evidence(
        cosine=float(passages.cosine[at]),
        sentence=float(passages.sentence[at]),
        words=float(passages.words[at]),
        coverage=matched.coverage(position),
        terms=tuple(t.text for t in matched.found[position]),
        speakers=tuple(_speaking(made_from, position)),
        in_period=bool(wanted.in_period[position]),
    )


def _speaking(made_from: Making, position: int) -> Iterable[str]:
    """Yield those of the people asked for or named who speak at a position."""
    for name in dict.fromkeys((*made_from.reading.asked, *made_from.reading.mentioned)):
        if made_from.ledger.speaks(name, position):
            yield name
