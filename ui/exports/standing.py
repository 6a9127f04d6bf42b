"""Whether a pack's passages still stand in a corpus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.errors import QuestionTooLongError, UsageError
from corpus.model import text_digest
from qa.checking import check_quote
from ui.exports.report import PassageCheck, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.view import View
    from qa.corpus import Corpus

#: So much of a passage is looked for when its very words are nowhere; well below what a quotation may have.
_OPENING_CHARS: Final = 2_000


def standings(
    corpus: Corpus, checks: Sequence[PassageCheck], words: Sequence[str | None]
) -> tuple[PassageCheck, ...]:
    """Return the checks with where each passage stands now; ``words`` are the passages', in the same order.

    Raises:
        CorpusError: the corpus cannot be used.
    """
    ours = {text: text_digest(text) for check, text in zip(checks, words, strict=True) if text and check.fits}
    with corpus.store.reading() as view:
        there = view.passages([check.passage_id for check in checks if check.fits])
        same = {i: passage.sha256 for i, passage in there.items()}
        others = {digest: i for i, digest in same.items()}
        if absent := set(ours.values()) - others.keys():
            others |= _elsewhere(view, absent)
    found = []
    for check, text in zip(checks, words, strict=True):
        if not text or not check.fits:
            found.append(replace(check, standing=Standing.UNKNOWN))
        elif same.get(check.passage_id) == ours[text]:
            found.append(replace(check, standing=Standing.STANDS, at=check.passage_id))
        else:
            found.append(_searched(corpus, check, text, others.get(ours[text])))
    return tuple(found)


def _elsewhere(view: View, digests: set[str]) -> Mapping[str, str]:
    """Return, by digest, the first passage with each of these words, one document in memory at a time."""
    found: dict[str, str] = {}
    for document in view.documents():
        for passage in document.passages:
            if passage.sha256 in digests:
                found.setdefault(passage.sha256, passage.id)
    return found


def _searched(corpus: Corpus, check: PassageCheck, text: str, elsewhere: str | None) -> PassageCheck:
    if elsewhere:
        return replace(check, standing=Standing.ELSEWHERE, at=elsewhere)
    try:
        near = check_quote(text[:_OPENING_CHARS], corpus=corpus, k=1).matches
    except (UsageError, QuestionTooLongError):  # marks without words, or only words in brackets
        near = ()
    if near:
        return replace(check, standing=Standing.CHANGED, at=near[0].passage.id)
    return replace(check, standing=Standing.GONE)
