"""A real encoder in miniature: hashed words through a fixed random projection. Same text, same unit vector."""

from __future__ import annotations

import hashlib
import re
from functools import cache

import numpy as np

DIMENSION = 32


class TinyEncoder:
    """Texts that share words lie close together, which is all that most tests need of meaning."""

    def __init__(self, name: str = "tiny") -> None:
        self.identity = f"{name}@{DIMENSION}"
        self.dimension = DIMENSION
        self.encoded: list[str] = []

    def encode(self, texts):
        self.encoded.extend(texts)
        rows = np.stack([self._row(text) for text in texts]) if texts else np.zeros((0, DIMENSION))
        return np.ascontiguousarray(rows, dtype=np.float32)

    def _row(self, text):
        words = re.findall(r"\w+", text.casefold()) or ["\0"]
        total = np.sum([_direction(word) for word in words], axis=0)
        return total / (np.linalg.norm(total) or 1.0)


@cache
def _direction(word):
    seed = int.from_bytes(hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSION)
