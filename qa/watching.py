"""Keeping folders in step while they change: a round every few seconds, of files that are no longer written to."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.errors import CorpusBusyError
from corpus.folders import see
from qa.moves import Ready, plan
from qa.putting import checked, is_address, put_places
from qa.results import Hearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.folders import Seen, Stamp
    from qa.corpus import Corpus
    from qa.results import AddResult, AddWishes

#: Seconds between two rounds, and at least so many times a round's length: a large folder is looked at less often.
POLL_S: Final = 2.0
_REST: Final = 10.0


class Watch:
    """Rounds over the same files and folders.

    A file that is new or changed is read when it has been the same for two rounds, or was last changed before that
    long a time: one that is still being written is left for the next. One that is gone is taken out when it is
    gone for two rounds, because it may have been renamed. What was refused is told once.

    Args:
        corpus: which is kept in step.
        places: files and folders.
        wishes: as for ``Corpus.put``.
        hearing: as for ``Corpus.put``; results are returned by each round instead.
    """

    def __init__(
        self, corpus: Corpus, places: Sequence[str | Path], wishes: AddWishes, hearing: Hearing | None = None
    ) -> None:
        self._corpus, self._places, self._wishes = corpus, list(places), checked(wishes)
        self._paths = [Path(place).expanduser() for place in places if not is_address(place)]
        self._hearing = hearing or Hearing()
        self._before: dict[str, Stamp] = {}
        self._now: dict[str, Stamp] = {}
        self._missing_before: set[str] = set()
        self._missing_now: set[str] = set()
        self._ready = Ready(self._settled, self._is_gone)
        self._described: dict[str, Stamp] = {}
        self._stamps: dict[str, Stamp] = {}
        self._told: set[str] = set()
        self._begun = False

    def rounds(self, poll_s: float = POLL_S) -> Iterator[list[AddResult]]:
        """Yield what each round did, for ever; a corpus that somebody else writes to is left for the next.

        A round that only took in what files of metadata say yields an empty list.
        """
        while True:
            started, revision = time.monotonic(), self._corpus.store.revision()
            results = self.once()
            if results or self._corpus.store.revision() != revision:
                yield results
            time.sleep(max(poll_s, 0.0 if results else _REST * (time.monotonic() - started)))

    def once(self) -> list[AddResult]:
        """Go through everything once and return what is new: changes, and refusals not told before."""
        self._before, self._now = self._now, {}
        self._missing_before, self._missing_now = self._missing_now, set()
        try:
            if not self._busy():
                return []
            results = put_places(self._corpus.store, self._places, self._wishes, self._hearing, ready=self._ready)
        except CorpusBusyError:
            return []
        self._begun, self._places = True, list(self._paths)  # a web page is fetched once
        self._described = self._stamps
        refusals = {str(result.error) for result in results if result.error}
        new = [r for r in results if r.changed or (r.error and str(r.error) not in self._told)]
        self._told = refusals
        return new

    def _busy(self) -> bool:
        """Whether any file is new, changed or gone; looked at without keeping others from writing."""
        from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

        with self._corpus.store.reading() as view:
            planned = plan(view, self._paths, self._wishes, READER_VERSION, self._ready)
        named = [self._wishes.metadata] if self._wishes.metadata else []
        seen = {str(path): found for path in [*planned.metadata, *named] if (found := see(str(path)))}
        settled = [self._settled(path, found) for path, found in seen.items()]
        self._stamps = {path: found.stamp for path, found in seen.items()} if all(settled) else self._described
        return planned.busy or self._stamps != self._described or not self._begun

    def _settled(self, path: str, seen: Seen) -> bool:
        self._now[path] = seen.stamp
        return seen.stamp.settled(seen.at_ns) or self._before.get(path) == seen.stamp

    def _is_gone(self, path: str) -> bool:
        self._missing_now.add(path)
        return path in self._missing_before
