"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_CORPUS_HELP = "The corpus folder (README: 'What is stored where')."
# readable=False: whether a path can be read is said by us, with an exit code of its own, and the others go on.
CorpusOption = Annotated[Path | None, typer.Option("--corpus", metavar="DIR", help=_CORPUS_HELP, readable=False)]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="A sentence-transformers model: a local folder or a name.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print as JSON.")]
