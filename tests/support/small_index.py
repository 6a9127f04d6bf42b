"""An index of a few texts without a store: the files that a build writes, and the snapshot of them."""

from __future__ import annotations

from corpus.model import text_digest
from embeddings import generation, lexical, vectors
from embeddings.lexical import Field
from embeddings.snapshot import Key, open_snapshot
from embeddings.work import Described, Work, encode_rows


def described(texts, title="", per_document=1):
    """Return the texts as passages of documents of one title, so many to each document."""
    return [
        Described(Key(f"id-{n}", text_digest(text)), title, Field(text, title, n // per_document))
        for n, text in enumerate(texts)
    ]


def index_files(passages, encoder, found=None):
    """Return the files of an index of these passages, by name."""
    work = Work.of(passages, encoder, found)
    work.embed(None)
    return {
        generation.ROWS: encode_rows(passages, work.windows),
        generation.VECTORS: vectors.build(work.window_vectors()),
        generation.SENTENCES: work.sentence_file(),
        generation.LEXICAL: lexical.build([one.field for one in passages]),
    }


def manifest_of(passages, encoder, windows=None):
    """Return the manifest of such an index; every passage has one window unless told otherwise."""
    count = len(passages) if windows is None else windows
    return generation.Manifest(generation.FORMAT, encoder.identity, encoder.dimension, 9, len(passages), count, {})


def snapshot_of(passages, encoder, found=None, windows=None):
    """Return the snapshot of such an index."""
    return open_snapshot(manifest_of(passages, encoder, windows), index_files(passages, encoder, found))
