"""The documents of a corpus, those that fit what is looked for."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus import limits
from corpus.errors import UsageError
from corpus.speakers.names import fold_name
from embeddings.tokens import stems
from qa.filters import allowed_ids, check_words, read_day
from qa.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.model import DocumentSummary
    from embeddings.snapshot import Snapshot
    from embeddings.work import Progress
    from qa.corpus import Corpus

#: The kinds of speech by which documents are told apart, as questions name them; "own" is all but reports.
KINDS = ("own", "direct", "part", "block", "turn", "indirect")


def browse(
    corpus: Corpus,
    *,
    words: str = "",
    speaker: str = "",
    since: str = "",
    until: str = "",
    kind: str = "",
    progress: Progress | None = None,
) -> list[DocumentSummary]:
    """Return the documents that fit, by title. What is empty asks for nothing.

    Args:
        corpus: where to look.
        words: each of them stands in the title, an author's name, the publication, the file's name or a passage.
        speaker: whoever fits speaks in it.
        since: it may have been published then or later: 2014, 2014-08 or 2014-08-10.
        until: or earlier.
        kind: it holds speech of this kind, one of ``KINDS``; with a speaker, theirs.
        progress: called with how much of the index is built, where words are looked for and it is not ready.

    Raises:
        UsageError: a filter is too long or means nothing.
    """
    reading = _reading(speaker, since, until, kind)
    searched = corpus.snapshot(progress) if _bounded(words) else None
    with corpus.store.reading() as view:
        found = view.summaries()
        passages = {s.id: view.passages_of([s.id]) for s in found}
        allowed = allowed_ids(view, reading)
    if allowed is not None:
        found = [s for s in found if passages[s.id] & allowed]
    if searched is None:
        return found
    holding = _holding(searched, words)
    return [s for s in found if _has_words(s, words, holding, passages[s.id])]


def _reading(speaker: str, since: str, until: str, kind: str) -> Reading:
    if kind and kind not in KINDS:
        raise UsageError(
            "the kind is none of those of speech", expected=f"one of {', '.join(KINDS)}", action="Choose one."
        )
    first, last = read_day(since.strip() or None, "since"), read_day(until.strip() or None, "until")
    return Reading(
        speaker=check_words(speaker, "speaker") if speaker.strip() else None,
        since=first.iso if first else None,
        until=last.iso if last else None,
        kind=kind or None,
    )


def _bounded(words: str) -> bool:
    """Whether anything is looked for at all; what is too long is refused before it is looked at."""
    if len(words) > limits.MAX_FILTER_CHARS:
        raise UsageError(
            f"the search has {len(words):,} characters",
            expected=f"at most {limits.MAX_FILTER_CHARS}",
            action="Look for fewer words.",
        )
    return bool(words.strip())


def _holding(snapshot: Snapshot, words: str) -> list[tuple[tuple[str, ...], set[str]]]:
    """Return of each word's stems what may stand for it, and the ids of the passages that hold it."""
    lexical = snapshot.lexical
    return [(forms, {snapshot.keys[row].id for row in lexical.rows_with(forms)}) for forms in lexical.query(words)]


def _has_words(
    summary: DocumentSummary, words: str, holding: Sequence[tuple[tuple[str, ...], set[str]]], passages: set[str]
) -> bool:
    shown = _shown(summary)
    if not holding:  # only words that are in no index, such as "the"
        return fold_name(words) in fold_name(shown)
    own = set(stems(shown))
    return all(not own.isdisjoint(forms) or passages & held for forms, held in holding)


def _shown(summary: DocumentSummary) -> str:
    """Return what the list shows of a document, as one text."""
    names = (" ".join(map(str, name.values())) for name in summary.citation.get("author") or ())
    files = (PurePath(source.replace("\\", "/")).name for source in summary.sources)
    stated = (str(summary.citation.get(field) or "") for field in ("title", "container-title", "publisher"))
    return " \n".join([*stated, *names, *files, *(PurePath(f).stem.replace("_", " ") for f in files)])
