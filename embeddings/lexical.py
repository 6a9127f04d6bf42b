"""The lexical index: which words stand where, and how much a passage has of a question's.

One array holds the words of all passages in a row, as numbers; another the places of each word in it. From
these come Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009)
for single words, for pairs of neighbouring words, and for a passage together with those around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from corpus.hyphens import search_copy
from embeddings.arrays import are_bounds, damaged, packed, unpacked
from embeddings.tokens import stems
from embeddings.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from embeddings.arrays import Kinds

    Rows = NDArray[np.int64]
    Scores = NDArray[np.float32]

#: BM25's parameters: how soon a repeated word counts no more, and how much a long passage is held back.
K1, B = 1.2, 0.6
#: How many passages on either side belong to a passage's surroundings.
AROUND: Final = 2
_FORGIVEN: Final = 8  # words of a question in which typing errors are looked for
_GAP: Final = 0  # the number between passages, and between a passage's words and those of its head
_NAME: Final = "the lexical index"
_ARRAYS: Final[Kinds] = {
    "vocabulary": (np.uint8, 1),  # the stems in UTF-8, one a line, the first empty
    "places": (np.int32, 1),  # where each word stands in the row of all words, word by word
    "bounds": (np.int64, 1),  # which of the places are a word's
    "starts": (np.int64, 1),  # where each passage begins in the row of all words
    "heads": (np.int64, 1),  # where its text ends and its head begins
    "documents": (np.int32, 1),
}


@dataclass(frozen=True, slots=True)
class Field:
    """What is indexed of one passage: its ``text``, and a ``head`` (title, section, speakers) found like it.

    ``document`` is the number of its document: only passages of one document surround each other. ``written`` are
    that document's words, which tell how a word is written that is broken over two lines (``corpus.hyphens``).
    """

    text: str
    head: str = ""
    document: int = 0
    written: frozenset[str] = frozenset()


def build(fields: Sequence[Field]) -> bytes:
    """Return a lexical index over ``fields``; its rows are their positions."""
    numbers: dict[str, int] = {"": _GAP}
    stream: list[int] = []
    starts, heads = [0], []
    for field in fields:
        stream += [numbers.setdefault(s, len(numbers)) for s in stems(search_copy(field.text, field.written).text)]
        heads.append(len(stream))
        stream += [_GAP, *(numbers.setdefault(s, len(numbers)) for s in stems(field.head)), _GAP]
        starts.append(len(stream))
    words = np.array(stream, dtype=np.int32)
    arrays: dict[str, NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(numbers).encode(), dtype=np.uint8),
        "places": np.argsort(words, kind="stable").astype(np.int32),
        "bounds": np.searchsorted(np.sort(words), np.arange(len(numbers) + 1)).astype(np.int64),
        "starts": np.array(starts, dtype=np.int64),
        "heads": np.array(heads, dtype=np.int64),
        "documents": np.array([f.document for f in fields], dtype=np.int32),
    }
    return packed(arrays)


class Lexical:
    """A lexical index in memory; never changed, so safe to search from several threads.

    Raises:
        IndexDamagedError: the bytes are not what ``build`` makes.
    """

    def __init__(self, data: bytes) -> None:
        arrays = unpacked(data, _ARRAYS, _NAME)
        if not _fit(arrays):
            raise damaged(_NAME)
        self.vocabulary = Vocabulary(arrays["vocabulary"].tobytes().decode().split("\n"))
        self._places: NDArray[np.int32] = arrays["places"]
        self._bounds: NDArray[np.int64] = arrays["bounds"]
        self._heads: NDArray[np.int64] = arrays["heads"]
        self._documents: NDArray[np.int32] = arrays["documents"]
        starts: NDArray[np.int64] = arrays["starts"]
        self.count = len(self._heads)
        sizes = np.diff(starts)
        self._row_of: NDArray[np.int32] = np.repeat(np.arange(self.count, dtype=np.int32), sizes)
        whole = sizes - 2.0  # without the two gaps
        self._whole = _held_back(whole)
        text = self._heads - starts[:-1]
        self._around = _held_back(sum((self._shifted(text, d) for d in _steps()), np.zeros(self.count)))

    def query(self, question: str) -> list[tuple[str, ...]]:
        """Return the question's stems, each once, in order, each with what may stand for it in the index.

        That is every known spelling of the same name, and for a word that the index does not have its nearest
        words; only the first few such words are looked for, for each takes a pass over the vocabulary. A question
        is any text: it has no query syntax.
        """
        out: list[tuple[str, ...]] = []
        unknown = 0
        for one in dict.fromkeys(stems(question)):
            forms = self.vocabulary.spellings(one)
            if unknown < _FORGIVEN and not any(form in self.vocabulary for form in forms):
                unknown += 1
                forms = (*forms, *self.vocabulary.nearest(one))
            out.append(forms)
        return out

    def scores(self, query: Sequence[tuple[str, ...]]) -> Scores:
        """Return each row's BM25 for single words, head included; float32, shape ``(count,)``, 0 for no match."""
        out = np.zeros(self.count, dtype=np.float32)
        for forms in query:
            rows, counts = self._frequencies(self._occurrences(forms))
            out[rows] += self._rarity(len(rows)) * _saturated(counts, self._whole[rows])
        return out

    def pair_scores(self, query: Sequence[tuple[str, ...]]) -> Scores:
        """Return each row's BM25 for pairs of the question's words that stand side by side in it."""
        out = np.zeros(self.count, dtype=np.float32)
        for first, second in dict.fromkeys(pairwise(query)):
            places = np.intersect1d(self._occurrences(first) + 1, self._occurrences(second), assume_unique=True)
            rows, counts = self._frequencies(self._in_text(places))
            out[rows] += self._rarity(len(rows)) * _saturated(counts, self._whole[rows])
        return out

    def surrounding_scores(self, query: Sequence[tuple[str, ...]], rows: Rows) -> Scores:
        """Return the BM25 of some rows with the ``AROUND`` on either side of them read as one passage."""
        out = np.zeros(len(rows), dtype=np.float32)
        beside = [(d, self.beside(rows, d)) for d in _steps()]
        for forms in query:
            places = self._occurrences(forms)
            found, _ = self._frequencies(places)
            inside, counts = self._frequencies(self._in_text(places))
            if not len(inside):
                continue
            dense = np.zeros(self.count, dtype=np.float32)
            dense[inside] = counts
            near = np.zeros(len(rows), dtype=np.float32)
            for step, same in beside:
                near[same] += dense[rows[same] + step]
            out += self._rarity(len(found)) * _saturated(near, self._around[rows])
        return out

    def beside(self, rows: Rows, step: int) -> NDArray[np.bool_]:
        """Return which rows have a row of their own document ``step`` places on, back where negative."""
        others = rows + step
        same = (others >= 0) & (others < self.count)
        same[same] = self._documents[others[same]] == self._documents[rows[same]]
        return same

    def rows_with(self, forms: Sequence[str]) -> Rows:
        """Return the rows that hold one of these stems."""
        return self._frequencies(self._occurrences(forms))[0]

    def phrase_rows(self, phrase: Sequence[str]) -> Rows | None:
        """Return the rows whose text has these stems side by side; None for a phrase without a stem.

        Common words are in no index, so that the words themselves are to be looked at afterwards.
        """
        if not phrase:
            return None
        places = self._occurrences(phrase[:1])
        for n, one in enumerate(phrase[1:], 1):
            places = np.intersect1d(places + n, self._occurrences((one,)), assume_unique=True) - n
        return self._frequencies(self._in_text(places))[0]

    def _occurrences(self, forms: Sequence[str]) -> NDArray[np.int32]:
        """Return where any of these stems stand in the row of all words, in order."""
        found = [self._at(number) for form in forms if (number := self.vocabulary.number(form))]
        if not found:
            return np.zeros(0, dtype=np.int32)
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def _at(self, number: int) -> NDArray[np.int32]:
        return self._places[self._bounds[number] : self._bounds[number + 1]]

    def _in_text(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return these places without those in a head."""
        return places[places < self._heads[self._row_of[places]]]

    def _frequencies(self, places: NDArray[np.int32]) -> tuple[Rows, Scores]:
        """Return the rows these places are in, and how many are in each."""
        rows = self._row_of[places]
        firsts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]]) if len(rows) else np.zeros(0, dtype=np.int64)
        counts = np.diff(np.r_[firsts, len(rows)])
        return rows[firsts].astype(np.int64), counts.astype(np.float32)

    def _rarity(self, rows: int) -> float:
        """Return a word's inverse document frequency."""
        return float(np.log(1 + (self.count - rows + 0.5) / (rows + 0.5)))

    def _shifted(self, values: NDArray[np.int64], step: int) -> NDArray[np.float64]:
        """Return for each row the value of the row ``step`` places on, 0 where none of its document is there."""
        rows = np.arange(self.count)
        same = self.beside(rows, step)
        out = np.zeros(self.count)
        out[same] = values[rows[same] + step]
        return out


def best_rows(scores: Scores, limit: int) -> Rows:
    """Return the rows with the highest scores over 0, best first, the earlier first among equals."""
    rows = np.flatnonzero(scores > 0)
    if len(rows) > limit:
        least = np.partition(scores[rows], -limit)[-limit]
        rows = rows[scores[rows] >= least]
    return rows[np.argsort(-scores[rows], kind="stable")][:limit]


def _fit(arrays: Mapping[str, NDArray[Any]]) -> bool:
    """Whether the arrays fit together, so that none leads out of another."""
    places, starts, heads = arrays["places"], arrays["starts"], arrays["heads"]
    try:
        words = arrays["vocabulary"].tobytes().decode().count("\n") + 1
    except UnicodeDecodeError:
        return False
    return (
        are_bounds(starts, len(places))
        and are_bounds(arrays["bounds"], len(places))
        and len(arrays["bounds"]) == words + 1
        and len(starts) - 1 == len(heads) == len(arrays["documents"])
        and bool(((starts[:-1] <= heads) & (heads <= starts[1:] - 2)).all())
        and bool(((places >= 0) & (places < len(places))).all())
    )


def _steps() -> range:
    return range(-AROUND, AROUND + 1)


def _held_back(lengths: NDArray[np.float64]) -> Scores:
    """Return BM25's divisor for texts of these lengths, which does not depend on the word."""
    lengths = np.maximum(lengths, 1.0)
    mean = lengths.mean() if len(lengths) else 1.0
    return np.asarray(K1 * (1 - B + B * lengths / mean), dtype=np.float32)


def _saturated(counts: Scores, held_back: Scores) -> Scores:
    return np.asarray(counts * (K1 + 1) / (counts + held_back), dtype=np.float32)
