"""What an ``add`` did, in lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import printable
from qa.results import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa.describing import Description
    from qa.results import AddReport, AddResult

_INDENT = "    "
_SHOWN = frozenset({Outcome.MOVED, Outcome.GONE, Outcome.KEPT})
_UNKNOWN = {"title": "a title", "author": "an author", "issued": "a date"}


def result_lines(result: AddResult, *, dry_run: bool = False) -> Iterator[str]:
    """Yield the line that says what became of one file, and below it what its reader passed over or left open."""
    yield _became(result, dry_run=dry_run)
    for remark in result.remarks:
        yield f"{_INDENT}{remark}"


def _became(result: AddResult, *, dry_run: bool) -> str:
    if result.error or result.outcome is None:
        return f"refused: {result.error}"
    parts = [f"{result.passages} passages", f"{result.speakers} speakers"]
    if result.documents > 1:
        parts.insert(0, f"{result.documents} documents")
    if result.moved_from:
        parts.insert(0, f"from {printable(result.moved_from)}")
    would = "would be " if dry_run and result.changed else ""
    return f"{would}{result.outcome}: {printable(result.source)} ({', '.join(parts)})"


def described_line(one: Description) -> str:
    """Return what is to be said of a record of a file of metadata; empty where all of it was taken."""
    if one.document_id and "left out" not in one.why:
        return ""
    return f"metadata: {printable(one.record, 120)}: {printable(one.why, 300)}"


def report_lines(report: AddReport) -> Iterator[str]:
    """Yield the lines that close a run: of several files a table first, then how many were read and refused."""
    results = report.results
    if len(results) > 1:
        yield from _table(report)
    refused = sum(result.error is not None for result in results)
    read = sum(result.outcome not in {None, Outcome.GONE, Outcome.KEPT} for result in results)
    closing = "; nothing was written" if report.dry_run else ""
    yield f"{read} read, {refused} refused; corpus: {printable(report.corpus)}{closing}"


def _table(report: AddReport) -> Iterator[str]:
    for outcome, count in report.outcomes.items():
        these = [r for r in report.results if str(r.outcome or "refused") == outcome]
        passages = sum(r.passages for r in these)
        of = f"{sum(r.documents for r in these):>8,} documents {passages:>9,} passages" if passages else ""
        yield f"  {outcome:<10}{count:>8,} file{'s' if count != 1 else ' '} {of}".rstrip()
    for result in report.results:
        if result.error:
            yield f"  refused {result.error.exit_code:>2}: {printable(result.source)}"
        elif result.outcome in _SHOWN:
            came = f" (from {printable(result.moved_from)})" if result.moved_from else ""
            yield f"  {result.outcome}: {printable(result.source)}{came}"
    yield from _not_understood(report)


def _not_understood(report: AddReport) -> Iterator[str]:
    """Yield what was left open in the files that were read now, and where what was said of others is told."""
    read = [r for r in report.results if r.read and not r.error]
    lacking = [
        f"{shown} in {count:,}"
        for name, shown in _UNKNOWN.items()
        if (count := sum(name in r.unknown for r in read))
    ]
    if lacking:
        yield f"  of {len(read):,} read now, nothing states {', '.join(lacking)}"
    if unattributed := sum(r.unattributed for r in read):
        yield f"  utterances of which nothing says whose they are: {unattributed:,}"
    if remarked := sum(bool(r.remarks) for r in read):
        yield f"  files of which something was passed over or left open, as said above: {remarked:,}"
    if before := sum(bool(r.remarks) for r in report.results if not r.read):
        tells = "--json or --report FILE.json tells what"
        yield f"  unchanged files of which something was passed over: {before:,}; {tells}"
