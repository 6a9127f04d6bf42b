"""What follows a name and its comma: a question put to whoever is named, or a clause that says more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.speakers.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.reading.vocabulary import AUXILIARIES, LEADS, PRONOUNS, SECOND_PERSON, WH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.tokens import Token

_ASKS: Final = frozenset("what whats what's how why".split()) | AUXILIARIES
_TIMELY: Final = frozenset("where when".split())
#: These can begin a clause about the person named before them.
_RELATIVE: Final = frozenset("who whose whom which".split())
#: With these a question begins again behind an insertion: "Roe, in 2014, you"; "Roe, the director, asks" goes on.
_RESTARTS: Final = (
    WH | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | SECOND_PERSON | frozenset("i we it and".split())
)
_MOST_INSERTED: Final = 8
#: Behind "who" a question without a comma for so long is one, however it ends.
_MOST_ASKED: Final = 40


def asks_at(words: Sequence[Token], at: int) -> bool:
    """Whether a question begins at a word, or behind one small word: "how", "so how", "under which law"."""
    if words[at].low in _ASKS or _asks_when(words, at) or _asks_who(words, at):
        return True
    behind = at + 1
    if behind == len(words) or not words[behind].joined:
        return False
    led = words[at].low in LEADS and words[behind].low in WH | AUXILIARIES
    placed = words[at].low in PREPOSITIONS and words[behind].low in WH
    return (led or placed) and (words[behind].low not in _RELATIVE or _asks_who(words, behind))


def says_more(words: Sequence[Token], at: int, *, opening: bool = False) -> bool:
    """Whether the clause at a word tells of the name before it: "Roe, who lost,", "Roe, the director, says".

    A question that begins with "who" may follow a name that is ``opening`` its sentence: "Roe, who pays?".
    """
    if at >= len(words) or not _comma_at(words, at):
        return False
    if words[at].low in _RELATIVE:
        asks = _asks_who(words, at) and (opening or words[at + 1].low in AUXILIARIES)
        return not asks and not _asks_you(words, at)
    if _asks_when(words, at):  # "Roe, where do you stand" asks
        return False
    closed = _closed(words, at)
    begins = () if words[at].low in _TIMELY else _ASKS  # "where boats are built, praised"
    if closed is None or any(w.low in begins or w.low in SECOND_PERSON for w in words[at:closed]):
        return False
    if words[closed].low in AUXILIARIES:  # "Roe, if elected, would you" begins again, "Roe, the director, is" not
        return words[closed + 1 : closed + 2] == [] or words[closed + 1].low not in SECOND_PERSON
    return not words[closed].capital and words[closed].low not in _RESTARTS


def _asks_when(words: Sequence[Token], at: int) -> bool:
    """Whether an auxiliary makes a question of "where": "where will", not "where boats"."""
    return words[at].low in _TIMELY and at + 1 < len(words) and words[at + 1].low in AUXILIARIES


def _asks_you(words: Sequence[Token], at: int) -> bool:
    you = at + 2 < len(words) and words[at + 2].low in SECOND_PERSON
    return you and words[at + 1].low in AUXILIARIES


def _asks_who(words: Sequence[Token], at: int) -> bool:
    """Whether "who" or "which" and what follows is a question: it ends as one, and no comma closes it before."""
    if words[at].low not in _RELATIVE:
        return False
    for n in range(at + 1, min(len(words), at + _MOST_ASKED)):
        if words[n].opens:
            return n > at + 1 and "?" in words[n].gap
        if _comma_at(words, n) and words[n].low not in _RESTARTS:
            return False
    return at + 1 < len(words)


def _closed(words: Sequence[Token], at: int) -> int | None:
    """Return the word behind the comma that closes what was inserted."""
    return next((n for n in range(at + 1, min(len(words), at + _MOST_INSERTED)) if _comma_at(words, n)), None)


def _comma_at(words: Sequence[Token], at: int) -> bool:
    return words[at].gap.strip() == ","
