"""The command ``onrecord check``: whether a quotation is a source's own words, in plain text for a terminal."""

from __future__ import annotations

import json
import sys
import textwrap
from typing import TYPE_CHECKING, Annotated, Final

import typer

from corpus import limits
from qa import check_quote
from qa.checking import Change, Grade, check_quotation
from ui import strings
from ui.options import CorpusOption  # noqa: TC001 - typer reads the annotations
from ui.plain import safe
from ui.quoting import warning_line
from ui.speakers import spoken_line
from ui.terminal import as_utf8, open_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa import QuoteCheck
    from qa.checking import Operation, QuoteMatch

_WIDTH: Final = 100
_GRADES: Final = {
    Grade.EXACT: strings.QUOTE_EXACT,
    Grade.NEAR: strings.QUOTE_NEAR,
    Grade.ABSENT: strings.QUOTE_ABSENT,
}
#: What would look like a mark of a change if a document or a quotation held it.
_MARKS: Final = ("[-", "-]", "{+", "+}")


def check(
    quotation: Annotated[str, typer.Argument(help="The words to check; '-' reads them from standard input.")],
    speaker: Annotated[str | None, typer.Option(help="Who is said to have said them.")] = None,
    corpus: CorpusOption = None,
    k: Annotated[int, typer.Option("-k", help="Most places to show.", min=1, max=limits.MAX_HITS)] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Check a quotation against the sources; exit code 0 says that every word of it is theirs, 1 that it is not.

    Forgiven is what copying does: the shape of quotation marks and dashes, words broken over a line, marks of
    notes, page numbers on a line of their own, the case of the first letter. An ellipsis may leave out words of
    one passage or its neighbour; words in brackets are taken for the quoter's. A word changed, missing or added is
    shown as [-the source's-]{+the quotation's+}. No model is loaded: words alone decide.
    """
    text = sys.stdin.read(limits.MAX_QUOTATION_CHARS + 1) if quotation == "-" else quotation
    check_quotation(text, k)
    found = check_quote(as_utf8(text), corpus=open_corpus(corpus), speaker=speaker and as_utf8(speaker), k=k)
    typer.echo(json.dumps(found.to_dict()) if as_json else check_text(found))
    raise typer.Exit(0 if found.grade is Grade.EXACT else 1)


def check_text(found: QuoteCheck) -> str:
    """Return the whole check, ready to print."""
    head = [_GRADES[found.grade]]
    if found.speaker and not found.names:
        head.append(strings.NO_SUCH_SPEAKER.format(name=_one_line(found.speaker)))
    if found.occurrences > 1:
        head.append(strings.QUOTE_OCCURS.format(count=found.occurrences))
    return "\n\n".join(["\n".join(head), *(_match_text(n, match) for n, match in enumerate(found, 1))])


def marked_words(match: QuoteMatch) -> str:
    """Return the real words with what the quotation changes, as [-the source's-]{+the quotation's+}."""
    return " ".join(filter(None, map(_marked, match.operations)))


def _match_text(number: int, match: QuoteMatch) -> str:
    words = textwrap.indent(textwrap.fill(_one_line(marked_words(match)), _WIDTH, break_long_words=False), "    ")
    return "\n".join([f"{number}.", words, *(f"    {_one_line(line)}" for line in _lines(match))])


def _lines(match: QuoteMatch) -> Iterator[str]:
    yield from dict.fromkeys(map(spoken_line, match.utterances)) or [strings.NO_QUOTATION]
    yield from dict.fromkeys(part.note for part in match.parts)
    for warning in match.warnings:
        yield strings.WARNING.format(warning=warning_line(warning))


def _marked(operation: Operation) -> str:
    source, quoted = _unmarked(operation.source), _unmarked(operation.quoted)
    if operation.change is Change.SAME:
        return source
    if operation.change is Change.INSERTED:
        return quoted
    if operation.change is Change.LEFT_OUT:
        return strings.LEFT_OUT
    gone = f"[-{source}-]" if source and operation.change.fault else ""
    return gone + (f"{{+{quoted}+}}" if quoted and operation.change.fault else "")


def _unmarked(text: str) -> str:
    """Return ``text`` with the first character of our own marks shown by number, so that nobody else sets them."""
    for mark in _MARKS:
        text = text.replace(mark, f"<{ord(mark[0]):04X}>{mark[1]}")
    return text


def _one_line(text: str) -> str:
    return " ".join(safe(text).split())
