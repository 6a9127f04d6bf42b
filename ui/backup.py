"""The commands ``onrecord backup`` and ``onrecord restore``: a corpus in one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import printable
from ui.options import CorpusOption  # noqa: TC001 - typer reads the annotations
from ui.terminal import bar

if TYPE_CHECKING:
    from corpus.backup_file import Manifest

_Folder = Path | None


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to write.", readable=False)],
    corpus: CorpusOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file of that name.")] = False,  # noqa: FBT002 - typer
) -> None:
    """Write the corpus into one file, also while it is in use, and read it back to see that it is whole.

    The file is a ZIP, not compressed, of the store (SQLite), config.toml and a manifest with digests and counts.
    It holds the text of all documents as read, with your corrections and merges. The index is left out, because
    it is built anew from the text; so are the files that were added. Nothing has the name until all is well.
    """
    from corpus.backup import back_up  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    manifest = back_up(corpus or user_corpus(), file, force=force, progress=bar("backing up", "B"))
    typer.echo(
        f"backed up: {_contents(manifest)}, to {printable(file)} ({file.stat().st_size:,} bytes), read back whole"
    )


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", readable=False)],
    corpus: Annotated[
        _Folder,
        typer.Option("--corpus", metavar="DIR", help="A folder that is new or empty.", readable=False),
    ] = None,
    force: Annotated[  # noqa: FBT002 - typer
        bool, typer.Option("--force", help="Take the place of a corpus there, which is kept beside and named.")
    ] = False,
) -> None:
    """Put a backup's corpus into a folder, after all that is in it has been checked.

    A file that is no whole backup is refused and nothing is changed. The first question afterwards, or 'onrecord
    doctor', builds the index.
    """
    from corpus.backup import restore as put_back  # noqa: PLC0415
    from qa.bundled import user_corpus  # noqa: PLC0415

    folder = corpus or user_corpus()
    restored = put_back(file, folder, force=force, progress=bar("restoring", "B"))
    typer.echo(f"restored: {_contents(restored.manifest)}, to {printable(folder)}")
    if restored.aside:
        typer.echo(f"kept: the corpus that was there, as {printable(restored.aside)}")


def _contents(manifest: Manifest) -> str:
    counts = f"{manifest.rows['documents']} documents, {manifest.rows['passages']} passages"
    return f"{counts} at revision {manifest.revision}, made {manifest.made_at}"
