"""Derived and disposable: the encoder, the vector and lexical indexes, generations on disk."""

from embeddings.encoder import DEFAULT_MODEL, Encoder

__all__ = ["DEFAULT_MODEL", "Encoder"]
