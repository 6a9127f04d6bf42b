"""Files into a corpus, one result each; a file that is refused does not keep the others out."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.errors import OnRecordError, SourceError, UsageError, printable
from qa.results import AddResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.model import Document
    from corpus.writer import Writer

#: What every file system takes for a name; and what is longer than any ending that is read.
_LONGEST_NAME_BYTES: Final = 200
_LONGEST_ENDING: Final = 20


def put_all(writer: Writer, paths: Iterable[str | Path], encoding: str | None) -> Iterator[AddResult]:
    """Yield the result of each file, and of each file in the folders, once it is on the disk."""
    from corpus.readers import read_sources, walk  # noqa: PLC0415 - the Markdown parser
    from corpus.readers.formats import Options  # noqa: PLC0415

    for path in paths:
        for found in walk(Path(path).expanduser()):
            if isinstance(found, SourceError):
                yield AddResult(str(path), error=found)
                continue
            try:
                yield _put(writer, read_sources(found, Options(encoding)), str(found), str(found.resolve()))
            except OnRecordError as fault:
                yield AddResult(str(found), error=fault)


def put_upload(writer: Writer, path: Path, name: str, encoding: str | None) -> AddResult:
    """Return the result of one file that is kept under another name; nothing of its path is kept or told."""
    from corpus.readers import read_sources  # noqa: PLC0415 - the Markdown parser
    from corpus.readers.formats import Options  # noqa: PLC0415

    known = upload_name(name)
    try:
        if not known:
            raise _nameless()
        with _called(path, known) as file:
            try:
                documents = read_sources(file, Options(encoding))
            except OnRecordError as fault:
                raise _renamed(fault, file, known) from None
            whole = str(file.resolve())
        named = [replace(d, source=known + d.source.removeprefix(whole)) for d in documents]
        return _put(writer, named, known, known)
    except OnRecordError as fault:
        return AddResult(known, error=_renamed(fault, path, known))


def upload_name(name: str) -> str:
    """Return the name under which an uploaded file is kept: without folders and control characters, not too long.

    Its ending stays, because it tells the format. Empty where nothing is left.
    """
    from corpus.citing.wording import flat  # noqa: PLC0415 - only for uploads

    longest = limits.MAX_FILE_NAME_CHARS
    base = flat(name[-limits.MAX_FIELD_CHARS :]).replace("\\", "/").rsplit("/", 1)[-1].strip()
    if base in {"", ".", ".."}:
        return ""
    ending = Path(base).suffix[-longest // 2 :]
    return base if len(base) <= longest else base[: longest - len(ending)].rstrip() + ending


@contextlib.contextmanager
def _called(path: Path, name: str) -> Iterator[Path]:
    """Give a file of this content and name: its ending tells the format, and a refusal may tell it."""
    from corpus.readers.files import read_bytes  # noqa: PLC0415 - the Markdown parser

    if path.name == name:
        yield path
        return
    data = read_bytes(path)
    fits = len(os.fsencode(name)) <= _LONGEST_NAME_BYTES
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, name if fits else f"upload{Path(name).suffix[:_LONGEST_ENDING]}")
        copy.write_bytes(data)
        yield copy


def _put(writer: Writer, documents: Sequence[Document], told: str, source: str) -> AddResult:
    """Store a file's documents and return what became of them; ``told`` is the file as its owner named it."""
    from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

    outcome = writer.put_file(documents, READER_VERSION, source)
    passages = [passage for document in documents for passage in document.passages]
    speakers = {name for passage in passages for name in passage.speakers}
    first = documents[0].id
    title = writer.view.citation(first).title  # as corrected, if it was
    return AddResult(told, outcome, first, title, len(passages), len(speakers), documents=len(documents))


def _renamed(fault: OnRecordError, path: Path, name: str) -> OnRecordError:
    """Return the same refusal with the file's given name for its path."""
    told = [text.replace(printable(path), name) for text in (fault.found, fault.expected, fault.action)]
    return type(fault)(told[0], expected=told[1], action=told[2])


def _nameless() -> UsageError:
    return UsageError(
        "a file has no name", expected="a name such as speech.txt", action="Give it one and try again."
    )
