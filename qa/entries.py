"""The files that an ``add`` goes through, and what is said of each."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.errors import OnRecordError, SourceError, SourceFormatError, printable
from corpus.readers.suffixes import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.readers.formats import Options
    from qa.results import AddWishes

_TABLES: Final = frozenset({"csv", "tsv", "jsonl", "parquet"})
#: Formats that say their encoding themselves, or have none.
_OWN_ENCODING: Final = frozenset({"pdf", "docx", "odt", "rtf", "epub", "xml", "parquet"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be read.

    Attributes:
        found: as its owner named it, or the folder that it is in.
        path: where it is, its folder free of links.
        source: where its content lies, which is elsewhere only for a link.
        singly: whether it was named itself.
    """

    found: Path
    path: str
    source: str
    singly: bool

    @property
    def kind(self) -> str:
        """The name of its format; empty for one that is not read."""
        return SUFFIXES.get(self.found.suffix.lower(), "")

    @property
    def is_table(self) -> bool:
        """Whether its columns are guessed, or said by the user."""
        return self.kind in _TABLES

    def options(self, wishes: AddWishes) -> Options:
        """Return what is said of this file, and not of files of other formats."""
        from corpus.readers.formats import Options  # noqa: PLC0415 - leads to the readers

        columns = dict(wishes.columns) if self.is_table else {}
        return Options(None if self.kind in _OWN_ENCODING else wishes.encoding, columns)


def entries(place: Path, metadata: list[Path] | None = None) -> Iterator[Entry | SourceError]:
    """Yield the file at a place, or those below it; what cannot be listed or kept comes out as its error.

    Args:
        place: a file or folder.
        metadata: takes the files found below a folder that describe others there.
    """
    from corpus.readers import walk  # noqa: PLC0415 - the Markdown parser

    try:
        folder = place.is_dir()
        root = os.path.realpath(place if folder else place.parent)
    except ValueError:
        yield _unstorable(place)
        return
    for found in walk(place, metadata):
        if isinstance(found, SourceError):
            yield found
            continue
        path = os.path.join(root, found.relative_to(place) if folder else place.name)  # noqa: PTH118 - many
        if _storable(path):
            source = os.path.realpath(path) if os.path.islink(path) else path  # noqa: PTH114 - as above
            yield Entry(found, path, source, singly=not folder)
        else:
            yield _unstorable(found)


def said(options: Options) -> str:
    """Return what is said of a file as one string, to be compared."""
    from dataclasses import asdict  # noqa: PLC0415 - rarely needed

    return json.dumps({name: value for name, value in asdict(options).items() if value}, sort_keys=True)


def refusal_text(fault: OnRecordError, path: Path) -> str:
    """Return a refusal to be kept; where it names the file, it names it wherever that is by then."""
    from corpus.readers.wire import refusal_form  # noqa: PLC0415 - leads to the readers

    form = refusal_form(fault)
    return json.dumps({key: words.replace(printable(path), "\0") for key, words in form.items()})


def kept_refusal(text: str, path: Path) -> OnRecordError:
    """Return a refusal that was kept."""
    from corpus.readers.wire import refusal_from  # noqa: PLC0415 - leads to the readers

    form = {key: words.replace("\0", printable(path)) for key, words in json.loads(text).items()}
    return refusal_from(form)


def _storable(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in path


def _unstorable(path: Path) -> SourceFormatError:
    return SourceFormatError(
        f"the name of {printable(path)} is no text in UTF-8",
        expected="a file whose name can be written down",
        action="Rename it and add it again.",
    )
