"""One ``add`` from its wishes to its last result: files, what describes them, and web addresses."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.errors import UsageError, printable
from corpus.store import FILE_NAME, Store
from qa.adding import unknown_of
from qa.in_step import Through, put_all
from qa.results import AddResult, AddWishes, Hearing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.writer import Writer
    from qa.describing import Description
    from qa.moves import Ready

_ADDRESS: Final = re.compile(r"https?://", re.IGNORECASE)


def checked(wishes: AddWishes | None, encoding: str | None = None) -> AddWishes:
    """Return wishes that can be followed: looked at once, before anything is written, and not for each file.

    Raises:
        UsageError: no encoding has that name, or nothing is asked of such columns.
    """
    from corpus.readers.columns import SPELLINGS  # noqa: PLC0415 - the readers
    from corpus.readers.files import check_encoding  # noqa: PLC0415

    asked = wishes or AddWishes()
    asked = replace(asked, encoding=encoding or asked.encoding)
    if asked.encoding is not None:
        check_encoding(asked.encoding)
    if unknown := [what for what in asked.columns if what not in SPELLINGS]:
        raise UsageError(
            f"columns are given for {printable(', '.join(unknown), 80)}",
            expected=f"some of {', '.join(SPELLINGS)}",
            action="Write for instance --map speaker=Name,date=Date.",
        )
    return asked


def told_too(hearing: Hearing | None, on_result: Callable[[AddResult], None] | None = None) -> Hearing:
    """Return who hears what, with one more who hears results, if there is one."""
    given = hearing or Hearing()
    if on_result is None or given.result is None:
        return replace(given, result=on_result or given.result)
    both = (given.result, on_result)

    def tell(result: AddResult) -> None:
        for one in both:
            one(result)

    return replace(given, result=tell)


def put_places(
    store: Store,
    places: Sequence[str | Path],
    wishes: AddWishes,
    hearing: Hearing,
    *,
    ready: Ready | None = None,
) -> list[AddResult]:
    """Put files, folders and web pages into a store and return what became of each; see ``Corpus.put``.

    Args:
        store: where they go.
        places: paths, and addresses that begin with http:// or https://.
        wishes: as ``checked`` returns them.
        hearing: who is told what.
        ready: what may be taken for settled by now; all by default.
    """
    results: list[AddResult] = []
    described: set[str] = set()

    def heard(one: Description) -> None:
        described.add(one.document_id or "")
        if hearing.described:
            hearing.described(one)

    with store.writing() as writer:
        for result in _results(writer, places, wishes, replace(hearing, described=heard), ready):
            results.append(result)
            if hearing.result:
                hearing.result(result)
        # Files of metadata are heard last, when all that they may describe is there.
        return [_as_described(writer, result, described) for result in results]


def _as_described(writer: Writer, result: AddResult, described: set[str]) -> AddResult:
    if result.document_id not in described or result.document_id is None:
        return result
    citation = writer.view.citation(result.document_id)
    return replace(result, title=citation.title, unknown=unknown_of(citation))


def rehearse(
    store: Store | None, places: Sequence[str | Path], wishes: AddWishes, hearing: Hearing
) -> list[AddResult]:
    """Return what ``put_places`` would do, done to a copy of the store, or to an empty one; see ``Corpus.put``."""
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as folder:
        if store is not None:
            store.copy(Path(folder, FILE_NAME))
        return put_places(Store.create(Path(folder)), places, wishes, hearing)


def _results(
    writer: Writer,
    places: Sequence[str | Path],
    wishes: AddWishes,
    hearing: Hearing,
    ready: Ready | None,
) -> Iterator[AddResult]:
    from qa.describing_files import Describer  # noqa: PLC0415 - the readers of citation records

    describer = Describer(writer, wishes.encoding)
    if wishes.metadata:
        yield from describer.read([wishes.metadata.expanduser()], named=True)
    paths = [Path(place).expanduser() for place in places if not is_address(place)]
    through = Through()
    yield from put_all(writer, paths, wishes, hearing, ready=ready, through=through)
    for place in filter(is_address, places):
        from qa.fetching import put_fetched  # noqa: PLC0415 - leads to sockets

        yield put_fetched(writer, str(place), wishes)
    yield from describer.read(dict.fromkeys(through.metadata))
    for one in describer.apply(through.folders):
        if hearing.described:
            hearing.described(one)


def is_address(place: str | Path) -> bool:
    """Whether a place is one on the web."""
    return isinstance(place, str) and _ADDRESS.match(place) is not None
