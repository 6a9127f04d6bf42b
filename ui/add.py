"""The command ``onrecord add``: files, folders and what describes them into the corpus."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import CorpusNotFoundError, SeveralSourcesError, UsageError, printable
from qa.results import AddReport, AddResult, AddWishes, Hearing, Outcome
from ui.added import described_line, report_lines, result_lines
from ui.evaluate import check_target, write_text
from ui.options import CorpusOption, ModelOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import as_utf8, bar, load_model, say

if TYPE_CHECKING:
    from qa import Corpus
    from qa.describing import Description

#: Between two pairs stands a comma; a column's name may hold one too.
_PAIRS = re.compile(r",(?=[\w ]+=)")


_PATHS_HELP = "Files, folders to keep in step with, or web addresses."
_Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help=_PATHS_HELP)]
_Encoding = Annotated[str | None, typer.Option(help="The files' encoding, when it is not UTF-8.")]
_METADATA_HELP = "Describes them: CSV, CSL-JSON, BibTeX or RIS."
_Metadata = Annotated[Path | None, typer.Option(metavar="FILE", help=_METADATA_HELP, readable=False)]
_MAP_HELP = "What a table's columns hold."
_Map = Annotated[list[str] | None, typer.Option("--map", metavar="WHAT=COLUMN,...", help=_MAP_HELP)]
_Again = Annotated[bool, typer.Option("--again", help="Read unchanged and refused files again too.")]
_KEEP_HELP = "Keep the documents of files that are gone from a folder."
_KeepGone = Annotated[bool, typer.Option("--keep-gone", help=_KEEP_HELP)]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and write nothing.")]
_Watch = Annotated[bool, typer.Option("--watch", help="Go on keeping in step until Ctrl-C.")]
_REPORT_HELP = "Write the report on every file there."
_Report = Annotated[Path | None, typer.Option(metavar="FILE.json", help=_REPORT_HELP, readable=False)]
_Json = Annotated[bool, typer.Option("--json", help="Print that report as JSON.")]


def add(  # noqa: PLR0913, PLR0917 - a command has the options it has
    paths: _Paths,
    corpus: CorpusOption = None,
    encoding: _Encoding = None,
    metadata: _Metadata = None,
    columns: _Map = None,
    again: _Again = False,  # noqa: FBT002 - typer
    keep_gone: _KeepGone = False,  # noqa: FBT002
    dry_run: _DryRun = False,  # noqa: FBT002
    watch: _Watch = False,  # noqa: FBT002
    report: _Report = None,
    as_json: _Json = False,  # noqa: FBT002
    model: ModelOption = None,
) -> None:
    """Read files into the corpus; a file that cannot be read is named and the others go in.

    A folder is kept in step: on the next run what is new or changed in it is read, a renamed file keeps its
    document with your corrections, and the document of a file that is gone is taken out (--keep-gone keeps it). A
    disk that is away takes nothing out. Files that are unchanged are not read again, and those refused before are
    named. A run that is broken off goes on where it stopped.

    A file called metadata.csv, .json, .bib or .ris in a folder describes those beside and below it. The CSV has a
    column file, and others such as title, author, date, publication, url; the others are CSL-JSON, BibTeX and RIS.
    What it says stands above what is read and below your corrections; --metadata names such a file anywhere.

    A web address is fetched, within bounds, if it is public and its site's robots.txt allows it.

    Columns of tables are guessed by their names and shown before anything of the table is written; --map
    speaker=Name,date=Date says them: of quotation, text, speaker, role, date, title, author, url, source, page,
    time, document. What was passed over in a file, such as a scanned page, is said below its line.
    """
    wishes = AddWishes(encoding, _columns(columns or []), metadata, keep_gone=keep_gone, again=again)
    run = _Run(paths, wishes, dry_run=dry_run)
    if watch:
        _check_watch(dry_run or as_json or again or report is not None)
        _watch(_opened(corpus, model), run)
        return
    if report:
        check_target(report, ".json")
    found = run.rehearsed(corpus, model) if dry_run else run.done(_opened(corpus, model))
    _tell(found, report, as_json=as_json)


def _check_watch(more: bool) -> None:  # noqa: FBT001
    if more:
        raise UsageError(
            "--watch together with --dry-run, --json, --report or --again",
            expected="--watch without them",
            action="Run the command once with them, and then with --watch.",
        )


def _tell(found: AddReport, report: Path | None, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(found.to_dict()))
    if report:
        write_text(report, json.dumps(found.to_dict(), ensure_ascii=False, indent=1) + "\n")
    for line in report_lines(found):
        say(line)
    _leave(found)


@dataclass(slots=True)
class _Run:
    """One run over the paths of the command line: what is said while it goes on, and its report."""

    paths: list[str]
    wishes: AddWishes
    dry_run: bool = False
    described: list[Description] = field(default_factory=list)

    @property
    def hearing(self) -> Hearing:
        """Who is told what: the terminal."""
        return Hearing(self.tell, self.tell_columns, bar("reading", " files"), self.tell_described)

    def tell(self, result: AddResult) -> None:
        """Say what became of a file; of unchanged ones in folders only their number is said at the end."""
        if result.outcome is not Outcome.UNCHANGED or not any(Path(path).is_dir() for path in self.paths):
            for line in result_lines(result, dry_run=self.dry_run):
                say(line)

    def tell_columns(self, path: str, columns: str) -> None:
        """Say what a table's columns are taken for."""
        say(f"columns of {printable(path)}: {printable(columns, 400)}")

    def tell_described(self, one: Description) -> None:
        """Say of a record that describes nothing, or not wholly, why."""
        self.described.append(one)
        if line := described_line(one):
            say(line)

    def done(self, opened: Corpus) -> AddReport:
        """Add the files, bring the index up to date, and return the report."""
        started = time.monotonic()
        results = opened.put(self.paths, wishes=self.wishes, hearing=self.hearing)
        if opened.stale:
            load_model(opened)
            opened.refresh(bar("indexing"))
        return AddReport(str(opened.folder), results, self.described, time.monotonic() - started)

    def rehearsed(self, folder: Path | None, model: str | None) -> AddReport:
        """Return the report of what would be done; a corpus that is not there yet is not made."""
        from qa import Corpus  # noqa: PLC0415
        from qa.bundled import user_corpus  # noqa: PLC0415
        from qa.putting import checked, rehearse  # noqa: PLC0415

        started, place = time.monotonic(), folder or user_corpus()
        try:
            results = Corpus(place, model=model).rehearse(self.paths, wishes=self.wishes, hearing=self.hearing)
        except CorpusNotFoundError:
            results = rehearse(None, self.paths, checked(self.wishes), self.hearing)
        return AddReport(str(place), results, self.described, time.monotonic() - started, dry_run=True)


def _opened(folder: Path | None, model: str | None) -> Corpus:
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    return Corpus(folder or user_corpus(), create=True, model=model)


def _watch(opened: Corpus, run: _Run) -> None:
    """Keep in step until Ctrl-C, which is how this ends and no fault."""
    from qa.watching import Watch  # noqa: PLC0415

    hearing = Hearing(columns=run.tell_columns, file=bar("reading", " files"), described=None)
    try:
        say(f"watching {', '.join(printable(path) for path in run.paths)}; Ctrl-C ends it")
        for results in Watch(opened, run.paths, run.wishes, hearing).rounds():
            for result in results:
                for line in result_lines(result):
                    say(line)
            if opened.stale:
                opened.refresh(bar("indexing"))
                say(f"the index is up to date; corpus: {printable(opened.folder)}")
    except KeyboardInterrupt:
        say("stopped watching; what was reported is safe")


def _columns(words: list[str]) -> dict[str, str]:
    """Read what the user says of columns: speaker=Name,date=Date, once or several times.

    Raises:
        UsageError: a part has no equals sign.
    """
    found: dict[str, str] = {}
    for part in (one for word in words for one in _PAIRS.split(as_utf8(word))):
        what, equals, column = (piece.strip() for piece in part.partition("="))
        if not (what and equals and column):
            raise UsageError(
                f"--map has {printable(part, 60)!r}",
                expected="pairs of what a column holds and its name",
                action="Write for instance --map speaker=Name,date=Date.",
            )
        found[what] = column
    return found


def _leave(found: AddReport) -> None:
    """End with the exit code of the refusals, if there are any."""
    kinds = {type(result.error): result.error for result in found.results if result.error}
    if not kinds:
        return
    first = next(iter(kinds.values()))
    raise typer.Exit(first.exit_code if len(kinds) == 1 else SeveralSourcesError.exit_code)
