"""The ``onrecord`` command."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from corpus import limits
from corpus.errors import OnRecordError, SeveralSourcesError, UsageError, printable
from qa.retrieve import PER_DOCUMENT, check_question, retrieve
from ui import strings
from ui.check import check
from ui.correct import correct, describe, describe_from, merge
from ui.evaluate import evaluate
from ui.export import export_passages
from ui.serve import serve
from ui.verify import verify

if TYPE_CHECKING:
    from corpus.model import Document
    from embeddings.work import Progress
    from qa import AddResult, Corpus

EXIT_CODES = """Exit codes: 0 answered or done; 1 nothing in the corpus answers, or a check fails; 2 usage; 3
no corpus there; 4 another writer is busy; 5 no permission for the corpus; 6 the corpus is damaged; 7 bad
config.toml; 8 disk full; 10 no such file; 11 no permission for the file; 12 no words in it; 13 not text; 14
not UTF-8; 15 too large; 16 format not read; 17 takes too much to read; 19 several kinds of these; 20 question
too long; 21 index damaged; 22 index of another model; 23 no such model; 24 model damaged; 25 model unsafe; 26
port taken."""

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

_CORPUS_HELP = "The corpus folder (README: 'What is stored where')."
# readable=False: whether a path can be read is said by us, with an exit code of its own, and the others go on.
CorpusOption = Annotated[Path | None, typer.Option("--corpus", metavar="DIR", help=_CORPUS_HELP, readable=False)]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="A sentence-transformers model: a local folder or a name.")
]


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
    opened = _open(corpus, model)
    _load_model(opened)
    opened.snapshot(_bar("indexing"))
    speaker, source = speaker and _utf8(speaker), source and _utf8(source)
    answer = retrieve(
        _utf8(text), corpus=opened, k=k, speaker=speaker, since=since, until=until, source=source,
        per_document=per_document or None,
    )  # fmt: skip
    print(json.dumps(answer.to_dict()) if as_json else answer_text(answer))
    raise typer.Exit(0 if answer.answered else 1)


@app.command()
def add(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, or folders to read whole.", readable=False)
    ],
    corpus: CorpusOption = None,
    encoding: Annotated[str | None, typer.Option(help="The files' encoding, when it is not UTF-8.")] = None,
    metadata: Annotated[
        Path | None, typer.Option(help="A CSL-JSON, BibTeX or RIS file that describes them.", readable=False)
    ] = None,
    model: ModelOption = None,
) -> None:
    """Read files into the corpus; a file that cannot be read is named and the others go in."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    opened = Corpus(corpus or user_corpus(), create=True, model=model)
    results = opened.put(paths, encoding=encoding, on_result=_report)
    if metadata:
        describe_from(opened, metadata)
    if opened.stale:
        _load_model(opened)
        opened.refresh(_bar("indexing"))
    refused = [r.error for r in results if r.error]
    _say(f"{len(results) - len(refused)} read, {len(refused)} refused; corpus: {printable(opened.folder)}")
    if refused:
        kinds = {type(fault) for fault in refused}
        raise typer.Exit(refused[0].exit_code if len(kinds) == 1 else SeveralSourcesError.exit_code)


@app.command()
def remove(
    document: Annotated[str, typer.Argument(help="Its id, path, file name or title.")], corpus: CorpusOption = None
) -> None:
    """Remove one document from the corpus; the file it was read from stays."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    opened = Corpus(corpus or user_corpus())  # never the sample, which lays itself out again
    removed = opened.remove(document)
    _load_model(opened)
    opened.refresh(_bar("indexing"))
    _say(f"removed {removed.id} {printable(removed.citation.title or strings.DOC_NO_TITLE)}")


@app.command("list")
def list_documents(corpus: CorpusOption = None) -> None:
    """List the documents: id, date, passages, speakers, title, source."""
    for d in _open(corpus).documents():
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

        opened = _open(corpus)
        lines = roster_lines(opened.speakers(), opened.roster())
    for line in lines:
        print(line)


def _document(reference: str, corpus: Path | None) -> Document:
    """Return a document of the corpus, or what a file not added yet would be read as."""
    opened = _open(corpus)
    try:
        found = opened.document(opened.find(reference).id)
    except UsageError:
        if not Path(reference).is_file():
            raise
        from corpus.readers import read_source  # noqa: PLC0415

        return read_source(Path(reference))
    assert found is not None  # noqa: S101 - it was found a moment ago
    return found


@app.command()
def doctor(corpus: CorpusOption = None, model: ModelOption = None) -> None:
    """Check the corpus, its index and the model; repair what is derived."""
    from ui.doctor import examine  # noqa: PLC0415

    opened = _open(corpus, model)
    _load_model(opened)
    for line in examine(opened, _bar("indexing")):
        print(line)


app.command("check")(check)
app.command("correct")(correct)
app.command("describe")(describe)
app.command("merge")(merge)
app.command("export")(export_passages)
app.command("verify")(verify)
app.command("eval")(evaluate)


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
        _say(f"{message}{closing}" + (" See: onrecord --help" if code == UsageError.exit_code else ""))
    raise SystemExit(code)


def _open(folder: Path | None, model: str | None = None) -> Corpus:
    """Open the corpus named, else the user's own, else the bundled sample, and say which."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import open_bundled, user_corpus  # noqa: PLC0415

    own = user_corpus()
    if folder is not None or (own / "corpus.sqlite").exists():
        return Corpus(folder or own, model=model)
    _say("no corpus of your own yet: using the bundled sample")
    return open_bundled(model=model)


def _load_model(corpus: Corpus) -> None:
    """Load the model, and say so first: it takes seconds in which nothing else would be seen."""
    _say("loading the model (a few seconds)")
    _ = corpus.encoder


def _utf8(word: str) -> str:
    """Return a word of the command line as typed: under LC_ALL=C its bytes beyond ASCII arrive undecoded."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _report(result: AddResult) -> None:
    if result.error:
        _say(f"refused: {result.error}")
        return
    counts = f"{result.passages} passages, {result.speakers} speakers"
    if result.documents > 1:
        counts = f"{result.documents} documents, {counts}"
    _say(f"{result.outcome}: {printable(result.source)} ({counts})")


def _say(line: str) -> None:
    print(f"onrecord: {line}", file=sys.stderr)


def _bar(what: str, unit: str = " texts") -> Progress:
    """Return a progress display that opens with the first report and shows nothing when there is none."""
    from tqdm import tqdm  # noqa: PLC0415

    bars: list[tqdm[NoReturn]] = []

    def show(done: int, total: int) -> None:
        if not bars:
            # disable=None: only a terminal gets a bar; in a log file its redrawn lines would be noise.
            said = f"onrecord: {what}"
            bars.append(tqdm(total=total, desc=said, unit=unit, file=sys.stderr, leave=False, disable=None))
        bars[0].update(done - bars[0].n)
        if done == total:
            bars.pop().close()

    return show


if __name__ == "__main__":
    main()
