"""The command ``onrecord eval``: measuring on one's own questions or a prepared set, and proposing questions."""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus import limits
from corpus.errors import CorpusForbiddenError, SourceForbiddenError, SourceFormatError, UsageError, printable
from ui.terminal import bar, load_model, open_corpus, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa import Corpus

_OWN_K, _SET_K, _PROPOSED = 10, 100, 20
_File = Path | None


def evaluate(  # noqa: PLR0913, PLR0917 - a command has the options it has
    questions: Annotated[
        _File, typer.Argument(metavar="[QUESTIONS.csv]", help="A file of your own questions.", readable=False)
    ] = None,
    corpus: Annotated[
        _File, typer.Option("--corpus", metavar="DIR", help="The corpus folder; with --set, one kept for it.")
    ] = None,
    k: Annotated[
        int | None,
        typer.Option(
            "-k", help="Passages to look at for each question: 10, with --set 100.", min=1, max=limits.MAX_HITS
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report as JSON.")] = False,  # noqa: FBT002 - typer makes a flag of it
    plot: Annotated[_File, typer.Option(metavar="FILE.svg", help="Also draw the report into this file.")] = None,
    make: Annotated[_File, typer.Option(metavar="FILE.csv", help="Propose questions into this file.")] = None,
    count: Annotated[
        int, typer.Option("-n", help="With --make: how many.", min=1, max=limits.MAX_QUESTIONS)
    ] = _PROPOSED,
    force: Annotated[bool, typer.Option("--force", help="With --make: write over the file.")] = False,  # noqa: FBT002
    set_folder: Annotated[
        _File, typer.Option("--set", metavar="DIR", help="A folder with passages.jsonl and questions.jsonl.")
    ] = None,
    run: Annotated[_File, typer.Option(help="With --set: for question, passage, rank, score.")] = None,
    scores: Annotated[_File, typer.Option(help="With --set: for question, probability of an answer.")] = None,
    model: Annotated[str | None, typer.Option(help="A sentence-transformers model: a folder or a name.")] = None,
) -> None:
    """Measure how well questions find their passages.

    QUESTIONS.csv has the column question and, for what is right, passage (an id), expected (words that stand in
    the passage), speaker, or answerable (no: the corpus has no answer). A hit is right when it is the passage or
    holds the words, and the speaker given speaks in it.

    --make proposes such a file from the corpus. Correct it by hand, and empty the column check where you have: its
    questions are made of the passages' own words, and so are easier than real ones. Questions that the corpus
    cannot answer are for you to write: that nobody speaks of a subject cannot be read off the words.
    """
    _check_ways(questions, make, set_folder)
    _check_use(run or scores, "--run or --scores", set_folder, "--set")
    _check_use(plot or as_json, "--plot or --json", questions, "QUESTIONS.csv")
    _check_use(force, "--force", make, "--make")
    if set_folder:
        _run_set(set_folder, run, scores, corpus, k or _SET_K, model)
    elif make:
        _propose(make, corpus, count, force=force)
    elif questions:
        _measure(questions, corpus, k or _OWN_K, model, plot, as_json=as_json)


def _check_ways(*ways: _File) -> None:
    """Refuse two tasks at once, or none."""
    if sum(way is not None for way in ways) != 1:
        raise UsageError(
            "not exactly one of QUESTIONS.csv, --make and --set",
            expected="one of the three",
            action="See: onrecord eval --help",
        )


def _check_use(used: object, option: str, way: _File, name: str) -> None:
    """Refuse an option that would do nothing."""
    if used and way is None:
        raise UsageError(f"{option} without {name}", expected="both or neither", action=f"Add {name}.")


def _measure(questions: Path, corpus: _File, k: int, model: str | None, plot: _File, *, as_json: bool) -> None:
    """Ask one's own questions and print the report; rows that cannot be asked are named and left out."""
    from qa.evaluation.judging import judge_all  # noqa: PLC0415
    from qa.evaluation.questions import read_questions  # noqa: PLC0415
    from qa.evaluation.report import report_on  # noqa: PLC0415
    from ui.measures import report_lines  # noqa: PLC0415
    from ui.plot import picture  # noqa: PLC0415

    if plot:
        check_target(plot, ".svg")
    read = read_questions(questions)
    opened = open_corpus(corpus, model)
    load_model(opened)
    opened.snapshot(bar("indexing"))
    show, done = bar("asking", " questions"), []
    for one in judge_all(questions, read.questions, opened, k=k):
        done.append(one)
        show(len(done), len(read.questions))
    refused = [*read.refused, *(one for one in done if isinstance(one, SourceFormatError))]
    report = report_on([one for one in done if not isinstance(one, SourceFormatError)], refused, k=k)
    for fault in refused:
        say(str(fault))
    typer.echo(json.dumps(report.to_dict()) if as_json else "\n".join(report_lines(report)))
    if plot:
        write_text(plot, picture(report))
    if refused:
        raise typer.Exit(SourceFormatError.exit_code)


def _propose(target: Path, corpus: _File, count: int, *, force: bool) -> None:
    """Write a file of proposed questions; what somebody may have corrected is not written over unasked."""
    from qa.evaluation.proposing import propose  # noqa: PLC0415
    from qa.evaluation.questions import COLUMNS, PROPOSED  # noqa: PLC0415
    from qa.evaluation.tables import write_table  # noqa: PLC0415

    check_target(target, ".csv")
    if target.exists() and not force:
        raise UsageError(
            f"{printable(target)} is there already", expected="a new file", action="Name another, or add --force."
        )
    with open_corpus(corpus).store.reading() as view:
        made = propose(view.documents(), count)
    if not made:
        raise UsageError("nothing to ask about", expected="a corpus with passages", action="Add documents first.")
    rows = ((p.question, p.passage, p.expected, p.speaker, "yes", PROPOSED) for p in made)
    write_text(target, write_table(COLUMNS, rows))
    say(
        f"{len(made)} questions proposed in {printable(target)}: correct them by hand, and empty 'check' as you go"
    )
    say("none of them is one that the corpus cannot answer: add some, with 'no' under 'answerable'")


def _run_set(folder: Path, run: _File, scores: _File, corpus: _File, k: int, model: str | None) -> None:
    """Ask a set's questions and write what a scorer reads; targets are checked before the long work."""
    from qa.evaluation.runs import found_all, lay_out, run_lines, score_line  # noqa: PLC0415
    from qa.evaluation.sets import read_set  # noqa: PLC0415

    if run is None and scores is None:
        raise UsageError("--set without --run or --scores", expected="a file to write", action="Name one or both.")
    for target in filter(None, (run, scores)):
        check_target(target)
    given = read_set(folder)
    say(f"read {len(given.passages):,} passages and {len(given.questions):,} questions")
    with _set_corpus(corpus, model) as opened:
        set_ids = lay_out(given.passages, opened)
        load_model(opened)
        if opened.stale:
            say(f"indexing {len(set_ids):,} passages")
            opened.refresh(bar("indexing"))
        say(f"asking {len(given.questions):,} questions")
        show, found = bar("asking", " questions"), []
        for one in found_all(given.questions, opened, set_ids, k=k):
            found.append(one)
            show(len(found), len(given.questions))
    if run:
        write_text(run, "".join(map(run_lines, found)))
    if scores:
        write_text(scores, "".join(map(score_line, found)))


@contextlib.contextmanager
def _set_corpus(folder: _File, model: str | None) -> Iterator[Corpus]:
    """Give the corpus in ``folder``, made where there is none, or one that is gone afterwards."""
    from qa import Corpus  # noqa: PLC0415

    if folder is not None:
        yield Corpus(folder, create=True, model=model)
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-", ignore_cleanup_errors=True) as temporary:
        yield Corpus(temporary, create=True, model=model)


def check_target(path: Path, suffix: str = "") -> None:
    """Refuse a file that could not be written, before the work that would be lost.

    Raises:
        UsageError: its folder is not there, it is a folder itself, or its name does not end in ``suffix``.
    """
    if path.is_dir() or not path.absolute().parent.is_dir():
        found = "is a folder" if path.is_dir() else "is in a folder that does not exist"
        raise UsageError(f"{printable(path)} {found}", expected="a file to write", action="Name another file.")
    if not path.name.lower().endswith(suffix):
        raise UsageError(
            f"{printable(path)} does not end in {suffix}", expected="such a name", action="Name another file."
        )


def write_text(path: Path, text: str) -> None:
    """Write a result whole or not at all.

    Raises:
        SourceForbiddenError, DiskFullError: it cannot be written.
    """
    from corpus.durable import write_file  # noqa: PLC0415

    try:
        write_file(path.absolute(), text.encode())
    except CorpusForbiddenError as fault:
        raise SourceForbiddenError(
            f"no permission to write {printable(path)}",
            expected="a file in a folder this user can write to",
            action="Name another file.",
        ) from fault
