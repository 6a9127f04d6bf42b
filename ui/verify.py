"""The command ``onrecord verify``: whether an evidence pack is as it was made, and its passages still stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ui import strings
from ui.exports.report import FileState, Standing
from ui.plain import safe
from ui.terminal import open_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.exports import PackReport

_Folder = Path | None
_STATES: Final = {
    FileState.HOLDS: strings.FILE_HOLDS,
    FileState.CHANGED: strings.FILE_CHANGED,
    FileState.DAMAGED: strings.FILE_DAMAGED,
    FileState.MISSING: strings.FILE_MISSING,
    FileState.EXTRA: strings.FILE_EXTRA,
    FileState.UNCHECKED: strings.FILE_UNCHECKED,
}
_STANDINGS: Final = {
    Standing.STANDS: strings.STANDS,
    Standing.ELSEWHERE: strings.STANDS_ELSEWHERE,
    Standing.CHANGED: strings.STANDS_CHANGED,
    Standing.GONE: strings.STANDS_GONE,
    Standing.UNKNOWN: strings.STANDS_UNKNOWN,
}


def verify(
    pack: Annotated[Path, typer.Argument(metavar="PACK", help="An evidence pack (ZIP).", readable=False)],
    corpus: Annotated[
        _Folder,
        typer.Option("--corpus", metavar="DIR", help="Also look the passages up in this corpus.", readable=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Check an evidence pack; exit code 0 says that it holds, 1 that something in it, or in the corpus, does not.

    The digests in a pack show whether it is whole and unchanged since it was made. They do not show who made it:
    whoever can change a pack can make new digests. With --corpus each passage must also still stand there word for
    word, in its place or in another. Nothing is unpacked onto the disk and no model is loaded.
    """
    from ui.exports import verify_pack  # noqa: PLC0415

    found = verify_pack(pack, open_corpus(corpus) if corpus else None)
    typer.echo(json.dumps(found.to_dict()) if as_json else report_text(found))
    raise typer.Exit(0 if found.holds else 1)


def report_text(found: PackReport) -> str:
    """Return the whole report, ready to print: a name in a stranger's pack writes on no terminal."""
    return "\n".join(" ".join(safe(line).split()) for line in _lines(found))


def _lines(found: PackReport) -> Iterator[str]:
    counts = {"files": len(found.files), "passages": len(found.passages)}
    head = strings.PACK_NO_MANIFEST if found.maker is None else strings.PACK_MADE
    yield head.format(**counts, maker=found.maker, revision=found.revision)
    yield strings.PACK_WHOLE if found.whole else strings.PACK_NOT_WHOLE
    yield from _faults(found)
    yield strings.PACK_ABOUT
    looked_up = [check for check in found.passages if check.standing]
    if looked_up:
        yield strings.PACK_STANDING
    for check in looked_up:
        state = _STANDINGS[check.standing] if check.standing else ""
        if check.at and check.standing is not Standing.STANDS:
            state = strings.PACK_NOW_AT.format(state=state, where=check.at)
        yield strings.PACK_PASSAGE.format(name=check.file, passage=check.passage_id, state=state)


def _faults(found: PackReport) -> Iterator[str]:
    for file in found.files:
        if file.state is not FileState.HOLDS:
            yield strings.PACK_FILE.format(name=file.name, state=_STATES[file.state])
    for check in found.passages:
        if not check.fits:
            yield strings.PACK_WORDS.format(name=check.file)
    if not found.as_made:
        yield strings.PACK_CONTAINER
