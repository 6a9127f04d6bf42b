"""What the commands share at the terminal: opening a corpus, saying a line, showing how far the work is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

    from embeddings.work import Progress
    from qa import Corpus


def open_corpus(folder: Path | None, model: str | None = None) -> Corpus:
    """Open the corpus named, else the user's own, else the bundled sample, and say which."""
    from qa import Corpus  # noqa: PLC0415
    from qa.bundled import open_bundled, user_corpus  # noqa: PLC0415

    own = user_corpus()
    if folder is not None or (own / "corpus.sqlite").exists():
        return Corpus(folder or own, model=model)
    say("no corpus of your own yet: using the bundled sample")
    return open_bundled(model=model)


def load_model(corpus: Corpus) -> None:
    """Load the model, and say so first: it takes seconds in which nothing else would be seen."""
    say("loading the model (a few seconds)")
    _ = corpus.encoder


def as_utf8(word: str) -> str:
    """Return a word of the command line as typed: under LC_ALL=C its bytes beyond ASCII arrive undecoded."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def say(line: str) -> None:
    """Say a line on standard error; a bar that is shown there makes room for it."""
    shown = f"onrecord: {line}"
    if "tqdm" in sys.modules:
        from tqdm import tqdm  # noqa: PLC0415

        tqdm.write(shown, file=sys.stderr)
    else:
        sys.stderr.write(f"{shown}\n")


def bar(what: str, unit: str = " texts") -> Progress:
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
