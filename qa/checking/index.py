"""The lexical index for checking quotations: no model is needed for it, and none is loaded.

The index on the disk is taken where it is of the store's revision, whatever model its vectors were made with.
Where there is none, or an older or damaged one, the words are indexed anew from the store, in memory only.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np

from corpus.errors import IndexFaultError
from embeddings import generation, lexical
from embeddings.lexical import Lexical

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.view import View
    from qa.corpus import Corpus


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """Which words stand in which passages of one revision.

    ``ids`` are the passages' by position, those of one document in a row and in reading order; ``documents``
    numbers each one's document, int32, shape ``(passages,)``.
    """

    revision: int
    ids: tuple[str, ...]
    documents: NDArray[np.int32]
    lexical: Lexical


_KEPT: Final[WeakKeyDictionary[Corpus, WordIndex]] = WeakKeyDictionary()
_LOCK: Final = threading.Lock()


def word_index(corpus: Corpus, view: View) -> WordIndex:
    """Return the index of the revision that ``view`` reads; it is kept as long as the corpus is open."""
    with _LOCK:
        found = _KEPT.get(corpus)
        if found is None or found.revision != view.revision:
            found = _KEPT[corpus] = _stored(corpus, view.revision) or _built(view)
        return found


def _stored(corpus: Corpus, revision: int) -> WordIndex | None:
    from embeddings.snapshot import open_snapshot  # noqa: PLC0415 - faiss, where there is an index to open

    try:
        manifest, files = generation.load(corpus.folder)
        if manifest.revision != revision:
            return None
        snapshot = open_snapshot(manifest, files)
    except IndexFaultError:  # whoever needs the vectors says so and rebuilds it
        return None
    return WordIndex(revision, tuple(key.id for key in snapshot.keys), snapshot.documents, snapshot.lexical)


def _built(view: View) -> WordIndex:
    ids: list[str] = []
    fields: list[lexical.Field] = []
    for number, document in enumerate(view.documents()):
        ids += [passage.id for passage in document.passages]
        fields += [lexical.Field(passage.text, document=number) for passage in document.passages]
    documents = np.array([field.document for field in fields], dtype=np.int32)
    return WordIndex(view.revision, tuple(ids), documents, Lexical(lexical.build(fields)))
