"""The command ``onrecord export``: passages into a document, a table, records or an evidence pack."""

from __future__ import annotations

import json
import sys
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from corpus import limits
from corpus.citing import Style
from corpus.errors import CorpusForbiddenError, SourceForbiddenError, UsageError, printable
from ui import strings
from ui.evaluate import check_target
from ui.exports import Format, export, file_name
from ui.options import CorpusOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import open_corpus, say

if TYPE_CHECKING:
    from qa.collect import Collected

_Formats = Format | None


def export_passages(
    passages: Annotated[
        list[str],
        typer.Argument(
            metavar="PASSAGE_ID...",
            help="Ids of passages; '-' reads the JSON of 'onrecord ask --json' from input.",
        ),
    ],
    to: Annotated[
        Path, typer.Option(metavar="FILE", help="The file to write; a folder gets one of a name made for it.")
    ],
    form: Annotated[_Formats, typer.Option("--format", help="Else the ending of the file's name says it.")] = None,
    style: Annotated[Style, typer.Option(help="The style of the citations.")] = Style.APA,
    force: Annotated[bool, typer.Option("--force", help="Write over the file.")] = False,  # noqa: FBT002 - typer
    corpus: CorpusOption = None,
) -> None:
    """Write passages, verbatim, with who says them and their citations, into a file.

    docx and md are documents with a list of references. csv is a table: where a cell could be taken for a formula,
    an apostrophe is put before it. bib, ris and json (CSL-JSON) are records of the documents. zip is an evidence
    pack, which 'onrecord verify' checks later.
    """
    from qa.collect import collected  # noqa: PLC0415

    chosen = form or _ending(to)
    ids = _piped() if passages == ["-"] else passages
    found = collected(open_corpus(corpus), ids)
    if found.missing:
        say(strings.EXPORT_MISSING.format(ids=", ".join(printable(i, 40) for i in found.missing)))
    if not found.hits:
        raise UsageError("none of these passages is there", expected="ids of this corpus", action=_SEE_IDS)
    path = to / file_name(found, chosen) if to.is_dir() else to
    _check(path, force=force)
    _write(path, found, chosen, style)
    say(strings.EXPORT_WRITTEN.format(count=len(found.hits), path=printable(path)))


_SEE_IDS = "See them with: onrecord ask QUESTION --json."


def _ending(to: Path) -> Format:
    ending = to.suffix.lower().removeprefix(".")
    if to.is_dir() or ending not in set(Format):
        raise UsageError(
            f"{printable(to)} does not end in the name of a format",
            expected=f"one of {', '.join(f'.{form}' for form in Format)}",
            action="Name such a file, or say which with --format.",
        )
    return Format(ending)


def _piped() -> list[str]:
    """Return the passages' ids of an answer given as JSON, which says when it is none.

    Raises:
        UsageError: it is too long, or no answer.
    """
    text = sys.stdin.read(limits.MAX_SOURCE_BYTES + 1)
    if len(text) > limits.MAX_SOURCE_BYTES:
        raise _no_answer()
    try:
        answer = json.loads(text)
        ids = [hit["passage_id"] for hit in answer["hits"]]
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise _no_answer() from fault
    if not all(isinstance(i, str) for i in ids):
        raise _no_answer()
    if answer.get("answered") is False:
        say(strings.EXPORT_UNANSWERED)
    return ids


def _no_answer() -> UsageError:
    return UsageError(
        "standard input holds no answer", expected="the JSON of an answer", action="Pipe 'onrecord ask --json' in."
    )


def _check(path: Path, *, force: bool) -> None:
    check_target(path)
    if path.exists() and not force:
        raise UsageError(
            f"{printable(path)} is there already", expected="a new file", action="Name another, or add --force."
        )


def _write(path: Path, found: Collected, form: Format, style: Style) -> None:
    from corpus.durable import write_file  # noqa: PLC0415

    try:
        write_file(path.absolute(), export(found, form, style))
    except CorpusForbiddenError as fault:
        raise SourceForbiddenError(
            f"no permission to write {printable(path)}",
            expected="a file in a folder this user can write to",
            action="Name another file.",
        ) from fault
