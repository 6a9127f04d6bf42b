"""The corpus that comes with the package, and where corpora live on this machine."""

from __future__ import annotations

import functools
import hashlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path, user_data_path

from corpus.errors import CorpusForbiddenError, OnRecordError
from qa.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from embeddings.encoder import Encoder

_APP = "onrecord"
SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "sample"


def user_corpus() -> Path:
    """Return the folder of the user's own corpus: ``$ONRECORD_CORPUS``, else where the platform keeps data."""
    named = os.environ.get("ONRECORD_CORPUS")
    return Path(named).expanduser() if named else user_data_path(_APP, appauthor=False) / "corpus"


def open_bundled(*, model: str | None = None, encoder: Encoder | None = None) -> Corpus:
    """Open the sample corpus, laying it out in the user's cache folder the first time.

    The folder's name holds a digest of the sample's files and the reader's version, so that a new version of
    the package makes its own.
    A machine without a writable home gets it in a folder for temporary files.
    """
    files, name = sorted(SAMPLE.glob("*.md")), _name()
    try:
        return _laid_out(user_cache_path(_APP, appauthor=False) / name, files, model, encoder)
    except CorpusForbiddenError:
        return _laid_out(_private_folder() / name, files, model, encoder)


def is_sample(corpus: Corpus) -> bool:
    """Whether this is the bundled sample, which lays itself out again and keeps nothing of the user's."""
    return corpus.folder.name == _name()


def begin_own(corpus: Corpus, paths: Iterable[Path]) -> Path | None:
    """Turn from the sample to a corpus of the user's own, new if need be, where one of the files can be read.

    Returns:
        The folder of the user's own corpus; None where no file can be read: then nothing is changed.
    """
    if not any(map(_readable, paths)):
        return None
    corpus.move(user_corpus())
    return corpus.folder


def _readable(path: Path) -> bool:
    from corpus.readers import read_source  # noqa: PLC0415 - the Markdown parser

    try:
        read_source(path)
    except OnRecordError:
        return False
    return True


@functools.cache
def _private_folder() -> Path:
    """Return a folder for temporary files that only this user can write: a fixed name could be planted."""
    return Path(tempfile.mkdtemp(prefix=f"{_APP}-"))


def _name() -> str:
    """Return the name of the sample's folder."""
    return f"sample-{hashlib.sha256(_content(sorted(SAMPLE.glob('*.md')))).hexdigest()[:12]}"


def _content(files: list[Path]) -> bytes:
    from corpus.readers import READER_VERSION  # noqa: PLC0415 - the Markdown parser

    return b"\0".join([READER_VERSION.encode(), *(path.read_bytes() for path in files)])


def _laid_out(folder: Path, files: list[Path], model: str | None, encoder: Encoder | None) -> Corpus:
    corpus = Corpus(folder, create=True, model=model, encoder=encoder)
    if len(corpus.documents()) != len(files):
        corpus.put(files)
    return corpus
