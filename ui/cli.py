"""The ``onrecord`` command."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from corpus import limits
from corpus.errors import OnRecordError, UsageError, printable
from qa.retrieve import PER_DOCUMENT, check_question, retrieve
from ui import strings
from ui.add import add
from ui.backup import backup, restore
from ui.check import check
from ui.correct import correct, describe, merge
from ui.doctor import doctor
from ui.evaluate import evaluate
from ui.export import export_passages
from ui.options import CorpusOption, ModelOption  # noqa: TC001 - typer reads the annotations
from ui.serve import serve
from ui.terminal import as_utf8, bar, load_model, open_corpus, say
from ui.verify import verify

if TYPE_CHECKING:
    from corpus.model import Document

EXIT_CODES = """Exit codes: 0 answered or done; 1 nothing in the corpus answers, or a check fails; 2 usage; 3 no
corpus there; 4 another writer is busy; 5 no permission for the corpus; 6 the corpus is damaged; 7 bad
config.toml; 8 disk full; 9 disk failed; 10 no such file; 11 no permission for the file; 12 no words in it; 13
not text; 14 not UTF-8; 15 too large; 16 format not read; 17 takes too much to read; 19 several kinds of these;
20 question too long; 21 index damaged; 22 index of another model; 23 no such model; 24 model damaged; 25 model
unsafe; 26 port taken."""

app = typer.Typer(
    name="onrecord",
    help=f"{strings.TAGLINE}\n\n{EXIT_CODES}",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)

#: typer carries its own copy of click in some versions and click itself in others; this is either's usage error.
_UsageFault: Any = typer.BadParameter.__mro__[1]
#: What shells report for a program stopped with Ctrl-C.
_INTERRUPTED = 130


app.command("serve")(serve)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question; '-' reads it from standard input.")],
    corpus: CorpusOption = None,
    k: Annotated[int, typer.Option("-k", help="Most passages to show.", min=1, max=limits.MAX_HITS)] = 5,
    speaker: Annotated[str | None, typer.Option(help="Only passages in which this person speaks.")] = None,
    since: Annotated[str | None, typer.Option(help="Only documents from then on, such as 2014-08.")] = None,
    until: Annotated[str | None, typer.Option(help="Only documents up to then.")] = None,
    source: Annotated[str | None, typer.Option(help="Only documents whose title or file name has this.")] = None,
    per_document: Annotated[
        int, typer.Option(help="Most of one document before others get their turn; 0 for no bound.", min=0)
    ] = PER_DOCUMENT,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")] = False,
    model: ModelOption = None,
) -> None:
    """Ask a question; exit code 1 says that the corpus does not answer.

    The question may hold filters of its own: speaker:"Jane Roe", since:2014-08, until:2015, source:budget,
    kind:direct (or part, block, turn, indirect, own) and "exact phrases" that must occur. A minus before speaker:,
    source:, kind: or a phrase keeps out what it fits. Put the whole question between single quotation marks, and
    -- before one that begins with a minus. The options win over what the question holds.
    """
    from ui.plain import answer_text  # noqa: PLC0415

    text = sys.stdin.read(limits.MAX_QUESTION_CHARS + 1) if question == "-" else question
    check_question(text, k)
    opened = open_corpus(corpus, model)
    load_model(opened)
    opened.snapshot(bar("indexing"))
    speaker, source = speaker and as_utf8(speaker), source and as_utf8(source)
    answer = retrieve(
        as_utf8(text), corpus=opened, k=k, speaker=speaker, since=since, until=until, source=source,
        per_document=per_document or None,
    )  # fmt: skip
    print(json.dumps(answer.to_dict()) if as_json else answer_text(answer))
    raise typer.Exit(0 if answer.answered else 1)


app.command("add")(add)


@app.command()
def remove(
    document: Annotated[str, typer.Argument(help="Its id, path, file name or title.")], corpus: CorpusOption = None
) -> None:
    """Remove one document from the corpus; the file it was read from stays."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    opened = Corpus(corpus or user_corpus())  # never the sample, which lays itself out again
    removed = opened.remove(document)
    load_model(opened)
    opened.refresh(bar("indexing"))
    say(f"removed {removed.id} {printable(removed.citation.title or strings.DOC_NO_TITLE)}")


@app.command("list")
def list_documents(corpus: CorpusOption = None) -> None:
    """List the documents: id, date, passages, speakers, title, source."""
    for d in open_corpus(corpus).documents():
        date = d.citation.issued.iso if d.citation.issued else strings.DOC_NO_DATE
        cells = (d.id, date, f"{d.passages} passages", f"{d.speakers} speakers")
        more = (d.citation.title or strings.DOC_NO_TITLE, d.sources[0] if d.sources else "")
        print("\t".join(printable(cell, 300) for cell in (*cells, *more)))


@app.command()
def speakers(
    document: Annotated[
        str | None, typer.Argument(help="A document's id, path, file name or title, or a file not added yet.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Also print what each attribution rests on.")] = False,
    corpus: CorpusOption = None,
) -> None:
    """List who speaks in the corpus; with a document, who says what in it, and --why what shows that.

    A name is given outright where such attributions are right nine times in ten or more, and with "probably"
    where they are right more often than not; all else is unattributed. "Reported" words are the author's.
    Anonymous and collective sources stay as printed. Sarcasm, irony and invented quotations are not told apart.
    """
    if document is not None:
        from ui.why import document_lines  # noqa: PLC0415

        lines = document_lines(_document(document, corpus), why=why)
    else:
        from ui.roster import roster_lines  # noqa: PLC0415

        opened = open_corpus(corpus)
        lines = roster_lines(opened.speakers(), opened.roster())
    for line in lines:
        print(line)


def _document(reference: str, corpus: Path | None) -> Document:
    """Return a document of the corpus, or what a file not added yet would be read as."""
    opened = open_corpus(corpus)
    try:
        found = opened.document(opened.find(reference).id)
    except UsageError:
        if not Path(reference).is_file():
            raise
        from corpus.readers import read_source  # noqa: PLC0415

        return read_source(Path(reference))
    assert found is not None  # noqa: S101 - it was found a moment ago
    return found


app.command("check")(check)
app.command("correct")(correct)
app.command("describe")(describe)
app.command("merge")(merge)
app.command("export")(export_passages)
app.command("verify")(verify)
app.command("eval")(evaluate)
app.command("doctor")(doctor)
app.command("backup")(backup)
app.command("restore")(restore)


def main() -> NoReturn:
    """Run the command; a refusal is one line on standard error and an exit code of its own."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # LC_ALL=C would otherwise make print fail on a curly quote
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    logging.basicConfig(format="onrecord: %(message)s", level=logging.WARNING)
    try:
        code = app(standalone_mode=False)
    except OnRecordError as fault:
        _refuse(str(fault), fault.exit_code)
    except _UsageFault as fault:
        _refuse(fault.format_message(), UsageError.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        _refuse("stopped; what was reported is safe", _INTERRUPTED)
    raise SystemExit(code or 0)


def _refuse(message: str, code: int) -> NoReturn:
    """Say why and end; the help, which is what no arguments at all bring, is printed as it is."""
    if "\n" in message:
        print(message)
    else:
        closing = "" if message.endswith(".") else "."
        say(f"{message}{closing}" + (" See: onrecord --help" if code == UsageError.exit_code else ""))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
