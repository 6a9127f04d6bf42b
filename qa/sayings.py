"""What one speaker has said: every utterance, by date, each with what its date rests on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import UsageError, printable
from corpus.model import Utterance, UtteranceKind
from corpus.speakers.names import fold_name, name_words
from qa.filters import check_words, matching_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.citation import Citation
    from corpus.model import Passage, Speaker
    from corpus.speakers.roster import Canonical, Roster
    from corpus.view import View
    from qa.corpus import Corpus

#: Passages are fetched so many at a time: SQLite binds a bounded number of values.
_BATCH: Final = 500


class Basis(StrEnum):
    """What a date rests on."""

    STATEMENT = "the statement's own date"
    DOCUMENT = "the document's date"


@dataclass(frozen=True, slots=True)
class When:
    """Some day or days from ``since`` to ``until``, both included.

    By a statement's own date the words were said then; by the document's they were published then, and said then
    or earlier. ``as_printed`` is the statement's date as the text has it.
    """

    since: dt.date
    until: dt.date
    basis: Basis
    as_printed: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the date as JSON values; days are ISO 8601."""
        days = {"since": self.since.isoformat(), "until": self.until.isoformat()}
        return days | {"basis": self.basis.value, "as_printed": self.as_printed}


@dataclass(frozen=True, slots=True)
class Saying:
    """An utterance where it stands: its passage, its document's citation and one of its sources.

    ``speaker`` is the canonical name; ``sure`` is False where the text says no more than "probably". ``when`` is
    None where neither the statement nor the document has a date.
    """

    speaker: str
    sure: bool
    utterance: Utterance
    passage: Passage
    citation: Citation
    source: str
    when: When | None

    @property
    def words(self) -> str:
        """The utterance, verbatim."""
        return self.passage.text[self.utterance.start : self.utterance.end]

    @property
    def kind(self) -> UtteranceKind:
        """How the words stand in the text."""
        return self.utterance.kind

    @property
    def role(self) -> str | None:
        """The role as printed beside the name."""
        return self.utterance.role

    def to_dict(self) -> dict[str, Any]:
        """Return the saying as JSON values; ``start`` and ``end`` are offsets in the passage's text."""
        passage, utterance = self.passage, self.utterance
        return {
            "speaker": self.speaker,
            "sure": self.sure,
            "words": self.words,
            "kind": self.kind.value,
            "role": self.role,
            "as_printed": utterance.as_printed,
            "when": self.when.to_dict() if self.when else None,
            "passage_id": passage.id,
            "start": utterance.start,
            "end": utterance.end,
            "document_id": passage.document_id,
            "citation": self.citation.csl(passage.document_id),
        }


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that a speaker has said, by date, the undated last; and apart from it what is only probably theirs."""

    speaker: Speaker
    sure: tuple[Saying, ...]
    probable: tuple[Saying, ...]

    @property
    def kinds(self) -> dict[UtteranceKind, int]:
        """How many of the sure utterances are of which kind; kinds that do not occur are left out."""
        counts = Counter(saying.kind for saying in self.sure)
        return {kind: counts[kind] for kind in UtteranceKind if counts[kind]}

    @property
    def roles(self) -> dict[str, tuple[Saying, ...]]:
        """The roles as printed, the most often first, each with the utterances beside which it stands."""
        found: dict[str, list[Saying]] = {}
        for saying in self.sure:
            if saying.role:
                found.setdefault(saying.role, []).append(saying)
        return {role: tuple(found[role]) for role in sorted(found, key=lambda r: -len(found[r]))}

    def to_dict(self) -> dict[str, Any]:
        """Return the sayings as JSON values."""
        return {
            "speaker": self.speaker.name,
            "aliases": list(self.speaker.aliases),
            "kinds": {kind.value: count for kind, count in self.kinds.items()},
            "sure": [saying.to_dict() for saying in self.sure],
            "probable": [saying.to_dict() for saying in self.probable],
        }


def sayings_of(corpus: Corpus, name: str) -> Sayings:
    """Return every utterance of one speaker, under all names that are surely, or by the user's word, the same.

    Args:
        corpus: where to look.
        name: a name as seen, or part of one or another spelling of one that fits a single speaker.

    Raises:
        UsageError: nobody, or more than one, goes by the name.
    """
    with corpus.store.reading() as view:
        one = speaker_named(view.roster(), name)
        names = frozenset(one.names)
        rows = view.sayings()
        ids = dict.fromkeys(row[0] for row in rows if row[1] in names or (row[1] is None and row[2] in names))
        found = sorted(_sayings(view, one, list(ids)), key=_by_date)
        speaker = next(s for s in view.speakers() if s.name == one.name)
    return Sayings(speaker, tuple(s for s in found if s.sure), tuple(s for s in found if not s.sure))


def speaker_named(roster: Roster, name: str) -> Canonical:
    """Return the one speaker whom a name fits.

    Raises:
        UsageError: the name fits nobody, or several.
    """
    exact = roster.speaker_of(name)
    if exact:
        return exact
    wanted = check_words(name, "speaker") or ""
    fits = {s.name: s for n in _fitting(wanted, roster.names) if (s := roster.speaker_of(n))}
    if len(fits) == 1:
        return next(iter(fits.values()))
    found = (
        f"{len(fits)} speakers go by {printable(wanted, 80)!r}"
        if fits
        else f"nobody goes by {printable(wanted, 80)!r}"
    )
    raise UsageError(found, expected="the name of one speaker", action="Choose one from the list of speakers.")


def find_speakers(corpus: Corpus, words: str = "") -> list[Speaker]:
    """Return the speakers one of whose names holds the words, in any spelling, most often first; all for none.

    Raises:
        UsageError: the words are too long.
    """
    speakers = corpus.speakers()
    if not words.strip():
        return speakers
    wanted = check_words(words, "speaker") or ""
    names = [name for s in speakers for name in (s.name, *s.aliases)]
    fits = frozenset(_fitting(wanted, names))
    part = fold_name(wanted)
    return [s for s in speakers if any(n in fits or (part and part in fold_name(n)) for n in (s.name, *s.aliases))]


def _fitting(wanted: str, names: Sequence[str]) -> list[str]:
    """Return the names that hold every word of ``wanted``; what has no word fits none."""
    return matching_speakers(wanted, names) if name_words(wanted) else []


def when_said(utterance: Utterance, citation: Citation) -> When | None:
    """Return when something was said: the statement's own date goes before the document's."""
    said, issued = utterance.said, citation.issued
    if said:
        since, until = dt.date.fromisoformat(said.since), dt.date.fromisoformat(said.until)
        return When(since, until, Basis.STATEMENT, said.as_printed)
    return When(issued.first, issued.last, Basis.DOCUMENT) if issued else None


def _sayings(view: View, speaker: Canonical, ids: Sequence[str]) -> Iterator[Saying]:
    names = frozenset(speaker.names)
    origins: dict[str, tuple[Citation, str]] = {}
    for passage in _passages(view, ids):
        if passage.document_id not in origins:
            source = next(iter(view.sources(passage.document_id)), "")
            origins[passage.document_id] = (view.citation(passage.document_id), source)
        citation, source = origins[passage.document_id]
        for u in passage.utterances:
            if u.speaker in names or (u.speaker is None and u.probably in names):
                yield Saying(speaker.name, bool(u.speaker), u, passage, citation, source, when_said(u, citation))


def _passages(view: View, ids: Sequence[str]) -> Iterable[Passage]:
    for at in range(0, len(ids), _BATCH):
        yield from view.passages(ids[at : at + _BATCH]).values()


def _by_date(saying: Saying) -> tuple[Any, ...]:
    passage, when = saying.passage, saying.when
    days = (when.since, when.until) if when else (dt.date.max, dt.date.max)
    return when is None, *days, passage.document_id, passage.ordinal, saying.utterance.start
