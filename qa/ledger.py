"""Who speaks where and when, by passage position: what a question about people and dates is looked up in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from qa.reading import Known, KnownSpeaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from corpus.speakers.roster import Roster
    from corpus.view import View
    from embeddings.snapshot import Snapshot

#: How far a passage counts as a speaker's where the attribution says only "probably".
PROBABLY: Final = 0.25
_NEVER: Final = (dt.date.max.toordinal(), dt.date.min.toordinal())


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """What one revision of a corpus says about speakers and dates. Positions are those of its snapshot.

    ``spoken`` gives for each canonical name the positions of the passages with words of this speaker, and how
    sure that is, 0 to 1. ``issued`` is the first and last day on which each passage's document may have been
    published, ``said`` the same of the statements in it, both as day numbers, shape ``(passages, 2)``; where
    there is no date the last day lies before the first.
    """

    known: Known
    roster: Roster
    spoken: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]]
    issued: NDArray[np.int32]
    said: NDArray[np.int32]

    def shares(self, names: Iterable[str]) -> NDArray[np.float32]:
        """Return how surely one of these speakers speaks in each passage, float32, shape ``(passages,)``."""
        out = np.zeros(len(self.issued), dtype=np.float32)
        for name in names:
            positions, sure = self.spoken.get(name, (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)))
            out[positions] = np.maximum(out[positions], sure)
        return out

    def speaks(self, name: str, position: int) -> bool:
        """Whether somebody of this name speaks in the passage at a position."""
        positions, _ = self.spoken.get(name, (np.zeros(0, dtype=np.int64), None))
        at = int(np.searchsorted(positions, position))
        return at < len(positions) and int(positions[at]) == position

    def within(self, since: str | None, until: str | None) -> NDArray[np.bool_]:
        """Return which passages were published, or hold a statement made, on some day from since to until."""
        first = dt.date.fromisoformat(since).toordinal() if since else _NEVER[1]
        last = dt.date.fromisoformat(until).toordinal() if until else _NEVER[0]
        return _meets(self.issued, first, last) | _meets(self.said, first, last)


def read_ledger(view: View, snapshot: Snapshot) -> Ledger:
    """Return the ledger of the revision that ``view`` reads, for the passages of ``snapshot``."""
    roster = view.roster()
    said = np.tile(np.array(_NEVER, dtype=np.int32), (len(snapshot.keys), 1))
    sure: dict[str, dict[int, float]] = {}
    for passage_id, speaker, probably, interval in view.sayings():
        position = snapshot.position.get(passage_id)
        if position is None:
            continue
        if interval:
            said[position] = _widened(said[position], *interval.split("/"))
        for name, share in ((speaker, 1.0), (probably, PROBABLY)):
            if name is not None:
                canonical = roster.speaker_of(name)
                places = sure.setdefault(canonical.name if canonical else name, {})
                places[position] = max(places.get(position, 0.0), share)
    spoken = {name: _columns(places) for name, places in sure.items()}
    return Ledger(_known(view, roster), roster, spoken, _issued(view, snapshot), said)


def _columns(places: dict[int, float]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    positions = np.array(sorted(places), dtype=np.int64)
    return positions, np.array([places[int(p)] for p in positions], dtype=np.float32)


def _known(view: View, roster: Roster) -> Known:
    """Return the speakers and the titles; whoever speaks only "probably" is none of them."""
    citations = [view.citation(document_id) for document_id in view.document_ids()]
    titles = (str(c.get(field) or "") for c in citations for field in ("title", "container-title"))
    speakers = (KnownSpeaker(s.name, tuple(n for n in s.names if n != s.name), s.roles) for s in roster.speakers)
    return Known(tuple(speakers), tuple(dict.fromkeys(filter(None, titles))))


def _issued(view: View, snapshot: Snapshot) -> NDArray[np.int32]:
    out = np.tile(np.array(_NEVER, dtype=np.int32), (len(snapshot.keys), 1))
    for document_id in view.document_ids():
        date = view.citation(document_id).issued
        if date:
            out[snapshot.positions(view.passages_of([document_id]))] = (
                date.first.toordinal(),
                date.last.toordinal(),
            )
    return out


def _widened(days: Collection[int], since: str, until: str) -> tuple[int, int]:
    first, last = days
    return min(first, dt.date.fromisoformat(since).toordinal()), max(
        last, dt.date.fromisoformat(until).toordinal()
    )


def _meets(days: NDArray[np.int32], first: int, last: int) -> NDArray[np.bool_]:
    return (days[:, 0] <= days[:, 1]) & (days[:, 0] <= last) & (days[:, 1] >= first)
