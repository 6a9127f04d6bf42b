"""What files of metadata say of the documents beside them, kept apart from the user's own corrections."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus.citing.records import grounds, match_record
from corpus.errors import OnRecordError, SourceEncodingError, printable
from corpus.folders import is_gone
from qa.describing import Description
from qa.manifests import Given, first_files, read_manifest
from qa.results import AddResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.citation import Citation
    from corpus.writer import Writer
    from qa.describing import Known

#: The rank of a file of metadata that the user has named; below it those beside the files, the nearer the higher.
_NAMED_RANK: Final = 10_000
_UNNAMED: Final = "it names no file, and no document, or more than one, agrees with it on DOI, URL or title"


class Describer:
    """Takes files of metadata for what the user gives with the files that they name."""

    def __init__(self, writer: Writer, encoding: str | None) -> None:
        self._writer, self._encoding = writer, encoding
        self._wanted: set[tuple[str, str, str, str, int]] = set()
        self._origins: list[str] = []
        self._read: list[tuple[Path, Path | None, list[Given]]] = []

    def read(self, paths: Iterable[Path], *, named: bool = False) -> Iterator[AddResult]:
        """Read files of metadata, and yield those that cannot be: what they said before stays said.

        Args:
            paths: the files.
            named: whether the user has named them; one that was found in a folder speaks only of files there.
        """
        for path in paths:
            try:
                given = self._given(path)
            except OnRecordError as fault:
                yield AddResult(str(path), error=fault, format="metadata")
            else:
                self._read.append((path, None if named else Path(os.path.realpath(path.parent)), given))

    def _given(self, path: Path) -> list[Given]:
        """Read a file of metadata, which may be UTF-8 where the texts that it describes are not."""
        try:
            return read_manifest(path)
        except SourceEncodingError:
            if self._encoding is None:
                raise
        return read_manifest(path, self._encoding)

    def apply(self, folders: Sequence[str]) -> list[Description]:
        """Store what they say, in place of all that they said, and return what became of each record.

        Args:
            folders: those that were gone through; a file of metadata that is gone from them says no more.
        """
        told = [one for path, folder, given in self._read for one in self._taken(path, folder, given)]
        for origin in self._writer.view.given_by():
            below = any(origin.startswith(f"{folder.rstrip(os.sep)}{os.sep}") for folder in folders)
            if origin not in self._origins and below and is_gone(origin):
                self._origins.append(origin)
        if self._origins:
            self._writer.give(self._wanted, self._origins)
        return told

    def _taken(self, path: Path, folder: Path | None, given: list[Given]) -> Iterator[Description]:
        origin = os.path.realpath(path)
        rank = len(folder.parts) if folder else _NAMED_RANK
        self._origins.append(origin)
        taken: dict[str, str] = {}
        known: Known | None = None
        for one in given:
            name = f"{path.name}: {one.name}"
            if one.files or not one.citation:
                file, why = self._named(path, folder, one)
            else:
                known = known if known is not None else self._known(folder)
                file, why = self._matched(one.citation, known)
            if file is not None and file in taken:
                why, file = f"its file is described by {taken[file]} already", None
            if file is not None and not one.fields:
                file, why = None, "" if one.left_out else "it says nothing of its file"
            yield Description(name, self._writer.view.first_at(file) if file else None, _told(why, one.left_out))
            if file:
                taken[file] = one.name
                self._wanted |= {
                    (file, field, json.dumps(value, ensure_ascii=False), origin, rank)
                    for field, value in one.fields.items()
                }

    def _named(self, path: Path, folder: Path | None, one: Given) -> tuple[str | None, str]:
        """Return the file in the corpus that a record names."""
        outside = False
        for place in first_files(path.absolute().parent, one.files):
            file = os.path.realpath(place)
            if folder and not Path(file).is_relative_to(folder):
                outside = True
            elif self._writer.view.count_at(file):
                return file, f"names {printable(one.files[0], 80)}"
        if not one.files:
            return None, "" if one.left_out else "it names no file"
        where = "is outside its folder" if outside else "is not in the corpus"
        return None, f"{printable(one.files[0], 80)} {where}"

    def _known(self, folder: Path | None) -> Known:
        """Return the documents that a record may fit, without what files of metadata say of them already."""
        known: Known = defaultdict(dict)
        for s in self._writer.view.summaries(given=False):
            if folder is None or any(Path(source).is_relative_to(folder) for source in s.sources):
                for ground in grounds(s.citation).items():
                    known[ground][s.id] = s.citation
        return known

    def _matched(self, citation: Citation, known: Known) -> tuple[str | None, str]:
        documents = [known[ground] for ground in grounds(citation).items() if ground in known]
        match = match_record(citation, {i: c for found in documents for i, c in found.items()})
        if match is None:
            return None, _UNNAMED
        return self._writer.view.sources(match.document_id)[0], f"the same {match.by}"


def _told(why: str, left_out: Sequence[str]) -> str:
    return "; ".join(filter(None, (why, *left_out)))
