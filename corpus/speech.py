"""Reading the store: who speaks where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from corpus.model import Speaker, UtteranceKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from corpus.speakers.roster import Canonical, Roster


class Speech:
    """What one revision of the store says about speakers; ``corpus.view.View`` has the rest."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def spoken_by(self, names: Iterable[str], kinds: Iterable[str] = tuple(UtteranceKind)) -> set[str]:
        """Return the ids of the passages in which somebody of these names speaks, in one of these kinds."""
        wanted, ways = list(names), list(kinds)
        query = "SELECT passage_id FROM utterances WHERE speaker IN ({}) AND kind IN ({})"
        rows = self._all(query.format(_marks(wanted), _marks(ways)), *wanted, *ways)
        return {row[0] for row in rows}

    def of_kind(self, kinds: Iterable[str]) -> set[str]:
        """Return the ids of the passages that hold an utterance of one of these kinds."""
        ways = list(kinds)
        query = "SELECT passage_id FROM utterances WHERE kind IN ({})"
        return {row[0] for row in self._all(query.format(_marks(ways)), *ways)}

    def sayings(self) -> list[tuple[str, str | None, str | None, str | None]]:
        """Return of each utterance: the passage's id, the speaker, the likely speaker, and when it was said.

        The last is an ISO 8601 interval such as "2014-08-01/2014-08-31".
        """
        return self._all(
            "SELECT passage_id, speaker, probably, json_extract(said, '$[3]') || '/' || json_extract(said, '$[4]')"
            " FROM utterances"
        )

    def speakers(self) -> list[Speaker]:
        """Return everybody who speaks, most often first: one entry for all names that are surely one speaker's."""
        said = self._said()
        return [_speaker(one, said) for one in _roster(said, self.merges()).speakers]

    def roster(self, *, merges: bool = True) -> Roster:
        """Return who speaks under which names, who may be the same, and which names may be disguises.

        Args:
            merges: whether the user's word on who is one speaker counts, or the names alone.
        """
        return _roster(self._said(), self.merges() if merges else {})

    def merges(self) -> dict[str, str]:
        """Return which speakers the user says to be one: from a name to that of the speaker it leads to."""
        return dict(self._all("SELECT name, speaker FROM merges ORDER BY name"))

    def _said(self) -> dict[str, list[Any]]:
        """Return, by stored name, how each utterance's speaker is printed, the role, and the document's id."""
        rows = self._all(
            "SELECT u.speaker, u.as_printed, u.role, p.document_id FROM utterances u JOIN passages p"
            " ON p.id = u.passage_id WHERE u.speaker IS NOT NULL ORDER BY p.document_id, p.ordinal, u.start"
        )
        found: dict[str, list[Any]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(row[1:])
        return found

    def _all(self, query: str, *values: object) -> list[Any]:
        return self._connection.execute(query, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - SQLite's row
        return self._connection.execute(query, values).fetchone()


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _roster(said: dict[str, list[Any]], merges: dict[str, str]) -> Roster:
    from corpus.speakers.canonical import roster_of  # noqa: PLC0415 - only for lists and filters of speakers
    from corpus.speakers.merged import merged  # noqa: PLC0415
    from corpus.speakers.roster import Seen  # noqa: PLC0415

    # Roles keep the order in which the documents print them; the rest has none.
    seen = tuple(
        Seen(name, tuple(dict.fromkeys(r[1] for r in rows if r[1])), frozenset(r[2] for r in rows), len(rows))
        for name, rows in said.items()
    )
    return merged(roster_of(seen), merges)


def _speaker(one: Canonical, said: dict[str, list[Any]]) -> Speaker:
    printed = (row[0] for name in one.names for row in said[name])
    aliases = dict.fromkeys(
        p for p in (*one.names, *printed) if p and p != one.name and p.lower() not in {"he", "she"}
    )
    return Speaker(one.name, tuple(aliases), one.roles, one.utterances, len(one.documents))
