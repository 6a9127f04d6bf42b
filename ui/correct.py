"""The commands ``onrecord correct``, ``describe`` and ``merge``: what the user says of documents and speakers."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.citation import DATE_FIELDS, NAME_FIELDS
from corpus.errors import UsageError, printable
from ui.options import CorpusOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import as_utf8, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.citation import Citation
    from qa import Corpus

_MAX_CELL_CHARS = 300


def correct(
    document: Annotated[str, typer.Argument(help="Its id, path, file name or title.")],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="Such as title='A Tide' issued=2014-05.")
    ] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option("--withdraw", metavar="FIELD", help="Take a correction back; may be repeated."),
    ] = None,
    corpus: CorpusOption = None,
) -> None:
    """Correct what is said about a document; without values, list it with where each field comes from.

    The fields are those of CSL-JSON: title, author, issued, container-title, publisher, URL and so on. Your word
    wins over everything that was read, also when the file is read again; what was read is kept, and shows again
    when you withdraw the correction. Names are separated by semicolons and stay as you write them; to say which
    part is the family name, give CSL: author='[{"family": "Roe", "given": "Jane"}]'. An empty value leaves the
    field out. The next question brings the index up to date.
    """
    given = dict(map(_pair, values or []))
    given |= dict.fromkeys(withdraw or [])
    opened = _own(corpus)
    citation = opened.correct(document, given) if given else opened.find(document).citation
    for line in citation_lines(citation):
        typer.echo(line)


def describe(
    file: Annotated[Path, typer.Argument(help="Records in CSL-JSON, BibTeX or RIS.", readable=False)],
    encoding: Annotated[str | None, typer.Option(help="The file's encoding, when it is not UTF-8.")] = None,
    corpus: CorpusOption = None,
) -> None:
    """Take citation records from a reference manager for the documents they fit.

    A record fits the one document that has its DOI, its URL or its title; its fields become corrections, which
    'onrecord correct' shows and withdraws. Exit code 1 says that a record found no document.
    """
    if not describe_from(_own(corpus), file, encoding):
        raise typer.Exit(1)


def describe_from(corpus: Corpus, file: Path, encoding: str | None = None) -> bool:
    """Do what the command does, a printed line a record: its name, its document's id, why.

    Returns:
        Whether each record found its document.
    """
    described = corpus.describe(file, encoding=encoding)
    for one in described:
        typer.echo(_cells(one.record, one.document_id or "no document", one.why))
    return all(one.document_id for one in described)


def merge(
    name: Annotated[str | None, typer.Argument(help="A speaker's name, as 'onrecord speakers' has it.")] = None,
    into: Annotated[str | None, typer.Argument(help="The name of the speaker who this is.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of NAME.")] = False,  # noqa: FBT002 - typer
    corpus: CorpusOption = None,
) -> None:
    """Say that two names are one speaker's, or take it back; without names, list what was said.

    No words change their speaker: filters, lists and questions take both names for one person from now on.
    """
    opened = _own(corpus)
    if name is None and not undo:
        for one, other in opened.merges().items():
            typer.echo(_cells(one, other))
    elif name is not None and undo and into is None:
        opened.unmerge(as_utf8(name))
        say(f"{printable(as_utf8(name))} stands alone again")
    elif name is not None and into is not None and not undo:
        speaker = opened.merge(as_utf8(name), as_utf8(into))
        say(f"{printable(speaker.name)} has {speaker.utterances} utterances in {speaker.documents} documents")
    else:
        count = "no name" if name is None else "one name" if into is None else "two names"
        raise UsageError(
            f"{count} with --undo" if undo else count,
            expected="NAME INTO, NAME --undo, or nothing at all",
            action="See who goes by which names with: onrecord speakers",
        )


def citation_lines(citation: Citation) -> Iterator[str]:
    """Yield a line of tab-separated cells for each field: its name, its value in words, where it comes from."""
    for name, field in citation.fields:
        yield _cells(name, _in_words(name, field.value), str(field.provenance))


def _in_words(name: str, value: Any) -> str:  # noqa: ANN401 - CSL values are strings, dates or name lists
    if name in NAME_FIELDS:
        from corpus.citing.names import read_names  # noqa: PLC0415

        return "; ".join(person.natural for person in read_names(value))
    if name in DATE_FIELDS:
        from corpus.citing.records.fields import date_text  # noqa: PLC0415

        return date_text(value)
    return str(value)


def _pair(word: str) -> tuple[str, Any]:
    """Read a word of the form field=value; the value of a field of names may be CSL-JSON."""
    name, equals, value = as_utf8(word).partition("=")
    if not equals:
        raise UsageError(
            f"{printable(word, 60)!r} has no equals sign",
            expected="FIELD=VALUE",
            action="Write for instance: title='A Tide'",
        )
    if name in NAME_FIELDS and value[:1] in {"[", "{"}:
        try:
            return name, json.loads(value)
        except (ValueError, RecursionError) as fault:
            raise UsageError(
                f"{name} is no JSON ({printable(fault, 60)})",
                expected='a list such as [{"family": "Roe", "given": "Jane"}]',
                action="Correct it, or write the names as words.",
            ) from fault
    return name, value


def _own(folder: Path | None) -> Corpus:
    """Open the corpus named, else the user's own; never the sample, which lays itself out again."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    return Corpus(folder or user_corpus())


def _cells(*cells: str) -> str:
    return "\t".join(printable(cell, _MAX_CELL_CHARS) for cell in cells)
