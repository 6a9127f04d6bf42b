"""What there is to embed for a corpus: windows and sentences, those known before left out."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from corpus.hyphens import search_copy
from corpus.model import text_digest
from corpus.sentences import sentence_offsets
from embeddings import sentences as sentence_vectors
from embeddings.windows import with_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings.encoder import Encoder
    from embeddings.lexical import Field
    from embeddings.sentences import Known
    from embeddings.snapshot import Key, Snapshot

#: Called with how many of how many stretches have been embedded.
Progress = Callable[[int, int], None]
_BATCH: Final = 64


@dataclass(frozen=True, slots=True)
class Described:
    """A passage as it is indexed: its key, its document's title, its words, and whether it is somebody's turn."""

    key: Key
    title: str
    field: Field
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a passage that gets a vector: its passage, its offsets there, the digest of what is encoded."""

    position: int
    start: int
    end: int
    digest: str


@dataclass(slots=True)
class Work:
    """The rows of an index to be built, the texts that still need a vector, and the vectors as they come."""

    encoder: Encoder
    passages: int
    windows: list[Row] = field(default_factory=list)
    sentences: list[Row] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, NDArray[np.float32]] = field(default_factory=dict)
    known_windows: dict[str, NDArray[np.float32]] = field(default_factory=dict)
    known_sentences: Known | None = None

    @classmethod
    def of(cls, described: Sequence[Described], encoder: Encoder, found: Snapshot | None) -> Work:
        """Return what is to be done for these passages; ``found`` has some of the vectors already."""
        work = cls(encoder, len(described))
        if found:
            work.known_windows = dict(zip(found.digests, found.vectors.rows(), strict=True))
            work.known_sentences = found.sentences.known()
        for position, one in enumerate(described):
            text = one.field.text
            for start, end, embedded in with_title(text, one.title):
                work.windows.append(Row(position, start, end, work.need(embedded, work.known_windows)))
            for start, end in sentence_offsets(text) or [(0, len(text))]:
                digest = work.need(text[start:end], work.known_sentences or {})
                work.sentences.append(Row(position, start, end, digest))
        return work

    def need(self, text: str, known: Known | dict[str, NDArray[np.float32]]) -> str:
        """Return the digest of a text as it is embedded, and remember to embed it unless its vector is known.

        Words broken over two lines are joined, and letters and their accents put together (NFC): some tokenizers
        read one typed apart as two.
        """
        text = unicodedata.normalize("NFC", search_copy(text).text)
        digest = text_digest(text)
        if digest not in known:
            self.texts[digest] = text
        return digest

    def embed(self, progress: Progress | None) -> None:
        """Encode what is not known, shortest first for even batches."""
        missing = sorted(self.texts, key=lambda digest: len(self.texts[digest]))
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            rows = self.encoder.encode([self.texts[digest] for digest in batch])
            self.fresh.update(zip(batch, rows, strict=True))
            if progress:
                progress(start + len(batch), len(missing))

    def window_vectors(self) -> NDArray[np.float32]:
        """Return the vectors of the windows, float32, shape ``(windows, dimension)``."""
        rows = [
            self.fresh[r.digest] if r.digest in self.fresh else self.known_windows[r.digest] for r in self.windows
        ]
        return np.array(rows, dtype=np.float32).reshape(-1, self.encoder.dimension)

    def sentence_file(self) -> bytes:
        """Return the sentence vectors as bytes."""
        known = self.known_sentences
        rows = [known[r.digest] if known and r.digest in known else self.fresh[r.digest] for r in self.sentences]
        matrix = np.array(rows, dtype=np.float32).reshape(-1, self.encoder.dimension)
        owners = [(r.position, r.start, r.end) for r in self.sentences]
        return sentence_vectors.build(matrix, owners, [r.digest for r in self.sentences], self.passages)


def encode_rows(described: Sequence[Described], windows: Sequence[Row]) -> bytes:
    """Return the row map as bytes: the passages in order, and the windows that have a vector."""
    columns = [[r.position for r in windows], [r.start for r in windows], [r.end for r in windows]]
    return json.dumps(
        {
            "keys": [[d.key.id, d.key.sha256] for d in described],
            "documents": [d.field.document for d in described],
            "turns": [int(d.turn) for d in described],
            "windows": [*columns, [r.digest for r in windows]],
        }
    ).encode()
