"""What a change to the corpus did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.writer import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from corpus.errors import OnRecordError
    from qa.describing import Description

__all__ = ["AddReport", "AddResult", "AddWishes", "Hearing", "Outcome"]


@dataclass(frozen=True, slots=True)
class AddWishes:
    """How an ``add`` is to be done.

    Attributes:
        encoding: the files' encoding when it is not UTF-8.
        columns: which column of a table holds what, by ``corpus.readers.columns.SPELLINGS``.
        metadata: a file that describes the documents: a CSV manifest, CSL-JSON, BibTeX or RIS.
        keep_gone: whether the documents of files that are gone from a folder stay.
        again: whether unchanged files, and those refused before, are read again.
    """

    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    metadata: Path | None = None
    keep_gone: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who is told what while files are read; None hears nothing.

    Attributes:
        result: each result as it comes; its document is on the disk by then.
        columns: a table's path and what its columns hold, in words, before anything of it is written.
        file: how many of how many files are done.
        described: each record of a file of metadata: which document it describes now, or why none.
    """

    result: Callable[[AddResult], None] | None = None
    columns: Callable[[str, str], None] | None = None
    file: Callable[[int, int], None] | None = None
    described: Callable[[Description], None] | None = None


@dataclass(frozen=True, slots=True)
class AddResult:
    """One source of an ``add``: what became of it, or the error that says why it was refused.

    Attributes:
        source: the file as its owner named it.
        outcome: None exactly when there is an ``error``.
        document_id: of a table with several documents, the first one's; so is ``title``.
        passages: how many; so ``speakers``, ``documents``, and ``unattributed``, utterances of whom nothing says
            whose they are.
        format: as ``corpus.readers.SUFFIXES`` names it.
        seconds: of the clock, for looking at it, reading it and storing it.
        unknown: those of title, author and issued that nothing states of the first document.
        columns: what a table's columns were taken for, in words; empty for anything else, and where it is refused.
        remarks: what its reader passed over or left open, each in words without a full stop.
        moved_from: where the file was before.
        read: whether it was read in this run, and not only looked at: an unchanged file, or one that was refused
            before and has not changed since, is not.
    """

    source: str
    outcome: Outcome | None = None
    document_id: str | None = None
    title: str | None = None
    passages: int = 0
    speakers: int = 0
    error: OnRecordError | None = None
    documents: int = 1
    format: str = ""
    seconds: float = 0.0
    unattributed: int = 0
    unknown: tuple[str, ...] = ()
    columns: str = ""
    remarks: tuple[str, ...] = ()
    moved_from: str | None = None
    read: bool = True

    @property
    def changed(self) -> bool:
        """Whether the corpus is another one by it."""
        return self.outcome not in {None, Outcome.UNCHANGED, Outcome.KEPT}

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON values, under the names above.

        In place of ``error`` stands ``refusal``: None, or ``code`` (the command's exit code for such a refusal),
        ``found``, ``expected`` and ``action``. ``outcome`` is "refused" then, and the counts are 0.
        """
        fault = self.error
        refusal = fault and {
            "code": fault.exit_code, "found": fault.found, "expected": fault.expected, "action": fault.action
        }  # fmt: skip
        counts = ("documents", "passages", "speakers", "unattributed")
        return {
            "file": self.source,
            "outcome": str(self.outcome or "refused"),
            "format": self.format or None,
            "document_id": self.document_id,
            "title": self.title,
            **{name: 0 if fault else getattr(self, name) for name in counts},
            "unknown": list(self.unknown),
            "columns": self.columns or None,
            "remarks": list(self.remarks),
            "moved_from": self.moved_from,
            "read": self.read,
            "seconds": round(self.seconds, 3),
            "refusal": refusal,
        }


@dataclass(frozen=True, slots=True)
class AddReport:
    """All of one ``add``.

    Attributes:
        corpus: its folder.
        results: one for each file.
        described: one for each record of a file of metadata.
        seconds: of the clock.
        dry_run: whether nothing was written.
    """

    corpus: str
    results: Sequence[AddResult]
    described: Sequence[Description] = ()
    seconds: float = 0.0
    dry_run: bool = False

    @property
    def outcomes(self) -> dict[str, int]:
        """How many files of each outcome, "refused" among them; those that did not come up are left out."""
        found = Counter(str(result.outcome or "refused") for result in self.results)
        return {name: found[name] for name in (*Outcome, "refused") if found[name]}

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON values.

        ``corpus``, ``dry_run``, ``seconds`` and ``outcomes`` are as above; ``files`` holds ``AddResult.to_dict()``
        of each file, ``metadata`` the ``record``, ``document_id`` (None where it describes none) and ``why`` of
        each record of a file of metadata.
        """
        metadata = [{"record": d.record, "document_id": d.document_id, "why": d.why} for d in self.described]
        return {
            "corpus": self.corpus,
            "dry_run": self.dry_run,
            "seconds": round(self.seconds, 3),
            "outcomes": self.outcomes,
            "files": [result.to_dict() for result in self.results],
            "metadata": metadata,
        }
