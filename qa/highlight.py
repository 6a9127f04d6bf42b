"""The answering sentence of a passage, chosen by meaning and words together."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from corpus.sentences import sentence_offsets
from embeddings.lexical import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from embeddings.encoder import Encoder

#: How much a sentence that holds all of the question's words gains over one that holds none, in cosine.
_WORDS_COUNT = 0.2


def answering_sentences(
    encoder: Encoder, question: str, vector: NDArray[np.float32], texts: Sequence[str]
) -> list[tuple[tuple[int, int], ...]]:
    """Return for each text the offsets of the sentence nearest to the question; none for a text without words.

    Args:
        encoder: what made ``vector``.
        question: the question's words.
        vector: its unit vector, shape ``(dimension,)``.
        texts: the passages.
    """
    offsets = [sentence_offsets(text) for text in texts]
    sentences = [text[s:e] for text, spans in zip(texts, offsets, strict=True) for s, e in spans]
    if not sentences:
        return [() for _ in texts]
    wanted = set(terms(question))
    scores = encoder.encode(sentences) @ vector
    shares = (len(wanted & set(terms(s))) / len(wanted) if wanted else 0.0 for s in sentences)
    ranked = iter([float(a) + _WORDS_COUNT * b for a, b in zip(scores, shares, strict=True)])
    return [_best(spans, list(islice(ranked, len(spans)))) for spans in offsets]


def _best(spans: list[tuple[int, int]], scores: list[float]) -> tuple[tuple[int, int], ...]:
    return (spans[max(range(len(spans)), key=scores.__getitem__)],) if spans else ()
