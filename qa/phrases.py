"""Exact phrases: the passages that hold the very words of a question's quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from embeddings.tokens import UNSPACED, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.view import View
    from embeddings.lexical import Lexical
    from embeddings.snapshot import Snapshot

#: Where no blanks are written, words have no ends to be seen, and each letter stands for itself.
_ALONE: Final = UNSPACED.pattern.removesuffix("+")
_LETTERS: Final = rf"(?:(?!{_ALONE})[^\W_])+"
_WORD: Final = re.compile(rf"{_ALONE}|{_LETTERS}(?:'{_LETTERS})*")
_APOSTROPHES: Final = re.compile("[’‘ʼ]")
#: Soft hyphens and joiners, and the vowel points of Hebrew and Arabic, which one prints and another leaves out.
_LEFT_OUT: Final = re.compile(
    "[\u00ad\u200c\u200d\u2060\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)


def holding(view: View, snapshot: Snapshot, phrase: str) -> set[int]:
    """Return the positions of the passages whose words hold the phrase's, in order and side by side.

    Case, blanks, marks and the shape of apostrophes are passed over, as they change in copying; no word is.
    """
    wanted = _plain(phrase)
    rows = _candidates(snapshot.lexical, phrase)
    candidates = range(len(snapshot.keys)) if rows is None else rows
    positions = {snapshot.keys[p].id: p for p in candidates}
    return {positions[i] for i, text in view.texts(positions) if wanted in _plain(text)}


def _candidates(lexical: Lexical, phrase: str) -> Sequence[int] | None:
    """Return the rows in which the phrase may stand; None for all.

    The index leaves common words out of the phrase as it does of the passage, so that nothing is missed. Of a
    script without blanks it has pairs of letters, of which a line end or a mark in the passage takes some away.
    """
    pairs = {pair for run in UNSPACED.findall(phrase) if len(run) > 1 for pair in stems(run)}
    if UNSPACED.search(phrase):
        counts = Counter(int(row) for pair in pairs for row in lexical.rows_with((pair,)))
        return sorted(row for row, count in counts.items() if 2 * count >= len(pairs)) if pairs else None
    rows = lexical.phrase_rows(stems(phrase))
    return None if rows is None else [int(row) for row in rows]


def _plain(text: str) -> str:
    """Return the words of a text between single blanks, with one at either end."""
    folded = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = _WORD.findall(_APOSTROPHES.sub("'", folded))
    return f" {' '.join(words)} "
