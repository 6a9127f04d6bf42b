"""Passages collected by their ids: what somebody takes away, in the order in which they chose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus import limits
from corpus.errors import UsageError
from qa.answer import Evidence, Hit
from qa.context import origin_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.model import Passage
    from corpus.view import View
    from qa.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Collected:
    """Passages of one revision of a corpus.

    ``hits`` count from rank 1 and have no score, evidence or marked sentence: nothing was asked. ``missing`` are
    the ids that the corpus does not have. ``digests`` are the (id, ``Document.sha256``) of the documents.
    """

    hits: tuple[Hit, ...]
    missing: tuple[str, ...]
    revision: int
    digests: tuple[tuple[str, str], ...]


def collected(corpus: Corpus, passage_ids: Iterable[str]) -> Collected:
    """Return the passages with these ids, each once, in the order given; ids that are not there are told.

    Raises:
        UsageError: more ids than ``limits.MAX_COLLECTED_HITS``; nothing was looked up.
        CorpusError: the corpus cannot be used.
    """
    wanted = _bounded(passage_ids)
    with corpus.store.reading() as view:
        found = view.passages(wanted)
        hits = tuple(_hit(view, passage, rank) for rank, passage in enumerate(found.values(), 1))
        documents = (view.document(i) for i in dict.fromkeys(p.document_id for p in found.values()))
        digests = tuple((d.id, d.sha256) for d in documents if d)
        return Collected(hits, tuple(i for i in wanted if i not in found), view.revision, digests)


def _bounded(passage_ids: Iterable[str]) -> list[str]:
    wanted: dict[str, None] = {}
    for passage_id in passage_ids:
        wanted[passage_id] = None
        if len(wanted) > limits.MAX_COLLECTED_HITS:
            raise UsageError(
                f"more than {limits.MAX_COLLECTED_HITS} passages",
                expected=f"at most {limits.MAX_COLLECTED_HITS} in one export",
                action="Take them away in several parts.",
            )
    return list(wanted)


def _hit(view: View, passage: Passage, rank: int) -> Hit:
    origin = origin_of(view, passage)
    return Hit(
        passage=passage,
        citation=origin.citation,
        source=origin.source,
        rank=rank,
        score=0.0,
        evidence=Evidence(),
        footnotes=origin.footnotes,
    )
