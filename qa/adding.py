"""One file into a corpus: from where it lies, or under another name, as an upload."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus import limits
from corpus.errors import (
    OnRecordError,
    SourceError,
    SourceForbiddenError,
    SourceNotFoundError,
    UsageError,
    printable,
)
from corpus.folders import FileRecord, digest, see
from qa.entries import kept_refusal, refusal_text, said
from qa.results import AddResult, Hearing, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.citation import Citation
    from corpus.folders import Seen
    from corpus.model import Document
    from corpus.readers.formats import Contents
    from corpus.writer import Writer
    from qa.entries import Entry
    from qa.results import AddWishes

#: What every file system takes for a name; and what is longer than any ending that is read.
_LONGEST_NAME_BYTES: Final = 200
_LONGEST_ENDING: Final = 20
_NOBODY: Final = Hearing()


def put_upload(writer: Writer, path: Path, name: str, encoding: str | None) -> AddResult:
    """Return the result of one file that is kept under another name; nothing of its path is kept or told."""
    from corpus.readers import read_file  # noqa: PLC0415 - the Markdown parser
    from corpus.readers.formats import Options  # noqa: PLC0415

    known = upload_name(name)
    try:
        if not known:
            raise _nameless()
        with _called(path, known) as file:
            try:
                found = read_file(file, Options(encoding))
            except OnRecordError as fault:
                raise renamed(fault, file, known) from None
            whole = str(file.resolve())
        return stored(writer, found.under(known, whole), known, known)
    except OnRecordError as fault:
        return AddResult(known, error=renamed(fault, path, known))


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


def put_file(
    writer: Writer, entry: Entry, seen: Seen | None, wishes: AddWishes, hearing: Hearing = _NOBODY
) -> AddResult:
    """Read a file, store its documents with how it was found, and return what became of it.

    A refusal that lies in the file itself is kept too, so that the file is not read again while it is the same.

    Args:
        writer: of the store.
        entry: the file.
        seen: as the file system showed it before; None where it showed no regular file.
        wishes: what is said of it.
        hearing: who is told what a table's columns are taken for, before anything of it is written.
    """
    from corpus.readers import read_file  # noqa: PLC0415 - the Markdown parser

    started = time.monotonic()
    before = writer.view.file(entry.path)
    record = _record(entry, seen, said(entry.options(wishes)), singly=bool(before and before.singly))
    try:
        found = read_file(entry.found, entry.options(wishes))
    except OnRecordError as fault:
        if record and isinstance(fault, SourceError) and _lasts(fault, entry):
            known = replace(_checked(record), documents=writer.view.count_at(entry.source))
            writer.remember([replace(known, refusal=refusal_text(fault, entry.found))])
        return AddResult(str(entry.found), error=fault, format=entry.kind, seconds=time.monotonic() - started)
    if found.columns and hearing.columns:
        hearing.columns(str(entry.found), found.columns)
    result = stored(writer, found, str(entry.found), entry.source, record and _checked(record))
    if before and before.source != entry.source and not before.singly:
        writer.release(before.source)
    return replace(result, format=entry.kind, seconds=time.monotonic() - started)


def unchanged(writer: Writer, entry: Entry, record: FileRecord) -> AddResult:
    """Return the result of a file that was not read again, because it is as it was: also one that is refused."""
    if record.refusal:
        fault = kept_refusal(record.refusal, entry.found)
        return AddResult(str(entry.found), error=fault, format=entry.kind, read=False)
    first = writer.view.first_at(entry.source) or ""
    citation = writer.view.citation(first)
    return AddResult(
        str(entry.found), Outcome.UNCHANGED, first, citation.title, record.passages, record.speakers,
        documents=record.documents, format=entry.kind, unattributed=record.unattributed,
        unknown=unknown_of(citation), read=False, remarks=record.remarks, columns=record.columns,
    )  # fmt: skip


def _record(entry: Entry, seen: Seen | None, options: str, *, singly: bool) -> FileRecord | None:
    from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

    if seen is None:
        return None
    return FileRecord(
        entry.path, entry.source, seen.disk, seen.stamp, seen.at_ns, digest(entry.path), READER_VERSION, options,
        singly=entry.singly or singly,
    )  # fmt: skip


def _checked(record: FileRecord) -> FileRecord:
    """Return the record of a file that was read; one that was written to meanwhile is not to be relied on."""
    after = see(record.path)
    if after is not None and after.stamp == record.stamp:
        return record
    return replace(record, sha256="", seen_ns=0)


def _lasts(fault: SourceError, entry: Entry) -> bool:
    """Whether reading the same file again would end in the same refusal."""
    if isinstance(fault, SourceNotFoundError | SourceForbiddenError):
        return False
    return entry.kind != "parquet" or importlib.util.find_spec("pyarrow") is not None


class _Counts(NamedTuple):
    passages: int
    speakers: int
    unattributed: int

    @classmethod
    def of(cls, documents: Sequence[Document]) -> _Counts:
        """Return the counts of a file's documents."""
        passages = [passage for document in documents for passage in document.passages]
        speakers = {name for passage in passages for name in passage.speakers}
        return cls(
            len(passages),
            len(speakers),
            sum(u.speaker is None for passage in passages for u in passage.utterances),
        )


def stored(
    writer: Writer, contents: Contents, told: str, source: str, record: FileRecord | None = None
) -> AddResult:
    """Store a file's documents and return what became of them; ``told`` is the file as its owner named it.

    With them is kept the ``record`` of how the file was found, and what was found in it.
    """
    from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

    documents, found = contents.documents, _Counts.of(contents.documents)
    if record:
        record = replace(
            record, documents=len({d.source for d in documents}), passages=found.passages,
            speakers=found.speakers, unattributed=found.unattributed, remarks=contents.remarks,
            columns=contents.columns,
        )  # fmt: skip
    outcome = writer.put_file(documents, READER_VERSION, source, record)
    first = documents[0].id
    citation = writer.view.citation(first)  # as corrected, if it was
    return AddResult(
        told, outcome, first, citation.title, found.passages, found.speakers,
        documents=len(documents), unattributed=found.unattributed, unknown=unknown_of(citation),
        remarks=contents.remarks, columns=contents.columns,
    )  # fmt: skip


def unknown_of(citation: Citation) -> tuple[str, ...]:
    """Return which of title, author and date nothing states."""
    return tuple(name for name in ("title", "author", "issued") if not citation.get(name))


def renamed(fault: OnRecordError, path: Path, name: str) -> OnRecordError:
    """Return the same refusal with the file's given name for its path."""
    told = [text.replace(printable(path), name) for text in (fault.found, fault.expected, fault.action)]
    return type(fault)(told[0], expected=told[1], action=told[2])


def _nameless() -> UsageError:
    return UsageError(
        "a file has no name", expected="a name such as speech.txt", action="Give it one and try again."
    )
