"""The answering sentence of a passage, chosen by meaning and words together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from qa.evidence import in_text, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from embeddings.sentences import Sentences
    from qa.evidence import Term

#: What a sentence that holds all of the question's words gains over one that holds none, in cosine. From 0.4 to
#: 0.6 the same sentences are marked in 85 or 86 of the 100 questions of tests/data/answers/squad_dev.tsv.
_WORDS_COUNT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """The answering sentence of a passage, with what speaks for it.

    ``span`` is its half-open offsets in the passage's text, ``cosine`` its nearness to the question, and
    ``share`` the weighted share of the question's words that stand in it, 0 to 1.
    """

    span: tuple[int, int]
    cosine: float
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Highlighter:
    """Marks the answering sentences for one question, each passage's once.

    Args:
        sentences: of the whole index.
        vector: the question's, shape ``(dimension,)``.
        terms: the question's words.
    """

    sentences: Sentences
    vector: NDArray[np.float32]
    terms: Sequence[Term]
    _marks: dict[int, Mark | None] = field(default_factory=dict, init=False, repr=False)

    def mark(self, position: int, text: str) -> Mark | None:
        """Return the sentence of the passage at a position that is nearest to the question; None for one without.

        ``text`` is the passage's words.
        """
        if position not in self._marks:
            self._marks[position] = self._best(position, text)
        return self._marks[position]

    def _best(self, position: int, text: str) -> Mark | None:
        spans = self.sentences.spans(position)
        if not spans:
            return None
        shares = [share(in_text(self.terms, text[start:end]), self.terms) for start, end in spans]
        cosines = self.sentences.cosines(self.vector, position)
        at = int(np.argmax(cosines + _WORDS_COUNT * np.array(shares, dtype=np.float32)))
        return Mark(spans[at], float(cosines[at]), shares[at])
