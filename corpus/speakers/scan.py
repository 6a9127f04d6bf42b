"""A paragraph as a row of items: its words and marks, each quotation folded into one item.

With quotations folded, "“...,” said Roe. “...”" reads as ``Q said Roe . Q`` and the grammar around them is short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.speakers.lexicon import flags_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.marks import Quotation

#: What stands for a folded quotation.
QUOTE = "\ufffc"

_ABBREVIATED = (
    "Mrs|Mr|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Sens|Sen|Reps|Rep|Govs|Gov|Rev|Hon|St|Jr|Sr|Adm|Brig|Cmdr|Sec"
    "|Atty|Amb|Supt|Messrs|No|vs|Calif|Fla|Ala|Ariz|Ark|Colo|Conn|Del|Ga|Ill|Ind|Kan|Ky|Mass|Mich|Minn|Miss|Mont"
    "|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Md|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Cllr|Mt|Ft"
)
#: The look-aheads before the abbreviations and before "n’t" only save trying them at every word.
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,}}|[A-Z]-(?:(?:[A-Z]\.)+|[A-Z][a-z]{{1,4}}\.)|(?=[A-Zv][a-z]++\.)(?:{_ABBREVIATED})\."
    r"|[A-Z]\.(?=\s+[A-Z])|[ap]\.m\.|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?"
    r"|(?=[^\W\d_]++[’']t\b)[^\W\d_]+?(?=n[’']t\b)"
    r"|[^\W_]+(?:[-‑.&][^\W_]+|[’'](?!(?:s|re|ve|ll|d|m)\b)[^\W_]+)*|\.\.\.+|--+|[^\w\s]|_+"
)
_ENDS = frozenset({".", "?", "!"})


class Scan:
    """The items of one paragraph in parallel lists: ``words``, ``lows``, ``starts``, ``ends``, ``sentences``.

    Offsets count in the paragraph; ``sentences[i]`` numbers the sentence of item ``i`` from 0; ``folded[i]`` is
    the number of the quotation that item ``i`` stands for, or -1.
    """

    __slots__ = ("ends", "flags", "folded", "items_of", "lows", "quotes", "sentences", "starts", "text", "words")

    def __init__(self, text: str, quotes: Sequence[Quotation]) -> None:
        self.text = text
        self.quotes = quotes
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.folded: list[int] = []
        self.items_of: list[int] = []
        at = 0
        for n, quote in enumerate(quotes):
            self._add(at, quote.start)
            self.items_of.append(len(self.words))
            self.words.append(QUOTE)
            self.starts.append(quote.start)
            self.ends.append(quote.end)
            self.folded.append(n)
            at = quote.end
        self._add(at, len(text))
        self.lows = [w.lower() for w in self.words]
        self.flags = list(map(flags_of, self.words))
        self.sentences = self._numbered()

    def _add(self, start: int, end: int) -> None:
        tokens = list(_TOKEN.finditer(self.text, start, end))
        self.words += [t.group() for t in tokens]
        self.starts += [t.start() for t in tokens]
        self.ends += [t.end() for t in tokens]
        self.folded += [-1] * len(tokens)

    def opens(self, item: int) -> bool:
        """Whether an item is the first of its sentence."""
        return item == 0 or self.sentences[item - 1] != self.sentences[item]

    def _numbered(self) -> list[int]:
        number = 0
        out: list[int] = []
        last = len(self.words) - 1
        for i, word in enumerate(self.words):
            out.append(number)
            if i < last and (self._stops(i) if word in _ENDS else self.folded[i] >= 0 and self._quote_ends(i)):
                number += 1
        return out

    def _stops(self, i: int) -> bool:
        """Whether a full stop ends a sentence: not that of "(D-Mo.)" or of an abbreviation in mid-sentence."""
        follows = self.words[i + 1]
        return not (follows in {")", ",", ";", ":"} or (self.words[i] == "." and follows.islower()))

    def _quote_ends(self, i: int) -> bool:
        """Whether a quotation closes its sentence: it ends in a full stop and a capital or quotation follows."""
        words = self.quotes[self.folded[i]].words.rstrip(" \u00a0’'")
        follows = self.words[i + 1]
        opens = follows == QUOTE or follows[:1].isupper()
        return words[-1:] in _ENDS and opens and (words[-1:] == "." or follows == QUOTE)
