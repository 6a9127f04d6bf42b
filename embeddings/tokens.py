"""The words of a text as the lexical index knows them: folded, without the common ones, by their stem.

Text is folded to be searched and compared, never to be shown. Scripts that are written without blanks are cut
into overlapping pairs of letters (Nie et al., "On the use of words and n-grams for Chinese information
retrieval", IRAL 2000); all others into words, which the Snowball stemmer for English reduces to their stem.
"""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from typing import Final

import snowballstemmer

from corpus.speakers.variants import spelled

#: Words so common that a match on them says nothing.
STOP_WORDS: Final = frozenset(
    """a about after all also an and any are as at be because been before being but by can could did do does doing
    during each for from had has have having he her here him his how i if in into is it its just me more most my
    no not of on once only or other our out over own said same say says she should so some such than that the
    their them then there these they this those through to too under until up very was we were what when where
    which while who whom whose why will with would you your tell told according""".split()
)
#: Vowel signs and accents belong to the letter before them, though \w leaves them out.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u109d\u1712-\u17d3\u20d0-\u20ff"
    "\u3099\u309a"
)
#: Soft hyphens and joiners, which are not seen in a word.
_UNSEEN: Final = "\u00ad\u200c\u200d\u2060"
_LETTER: Final = rf"[^\W_{_MARKS}]|[{_MARKS}]"
_LETTERS: Final = rf"(?:{_LETTER})(?:{_LETTER}|[{_UNSEEN}])*"
_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?:\.|(?!\w))(?:['’]s\b)?"  # U.N., which is also written U.N and UN
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+"  # 10,000 and 2.5
    rf"|{_LETTERS}(?:['’‘]{_LETTERS})*"
)
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
#: Points, apostrophes (ayin and hamza of transcriptions too), accents, and the vowel signs of Hebrew and Arabic.
_DROPPED: Final = re.compile(
    rf"[.'’‘{_UNSEEN}\u02b9-\u02bf\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06ed]"
)
#: Han, kana, Thai, Lao, Burmese and Khmer are written without blanks between words.
UNSPACED: Final = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+"
)
_NUMBER: Final = re.compile(r"\A[\d.,]+\Z")
_PLAIN: Final = re.compile(r"\A[a-z]+\Z")
_CACHED: Final = 1 << 17
_STEMMER: Final = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME: Final = threading.Lock()  # a stemmer keeps the word it works on


def words(text: str) -> list[str]:
    """Return the words of a text in order, folded: case, accents, apostrophes and points in initials dropped."""
    # Composed first: of rare scripts a mark by itself would end a word in which its letter and it are one.
    found = (_fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    return [piece for word in found for piece in _pieces(word)]


def terms(text: str) -> list[str]:
    """Return the words of a text that can tell passages apart, each once, in order.

    A text of common words only gives all of them.
    """
    found = dict.fromkeys(words(text))
    return [w for w in found if w not in STOP_WORDS] or list(found)


def stems(text: str) -> list[str]:
    """Return the stems of a text in order, repeated as they are, without common words."""
    return [stem(w) for w in words(text) if w not in STOP_WORDS]


@functools.lru_cache(_CACHED)
def stem(word: str) -> str:
    """Return the stem of a folded word; one that is not of Latin letters is its own.

    The known spellings of a name share a stem: its end would be cut off where it looks like an ending (quds).
    """
    if not _PLAIN.match(word):
        return word
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(spelled(word)))


@functools.lru_cache(_CACHED)
def _fold(word: str) -> str:
    # Compatibility forms and accents are taken apart; casefold() would make 'ss' of 'ß', as few write it.
    plain = word.lower() if word.isascii() else unicodedata.normalize("NFKD", word).lower()
    if _NUMBER.match(plain):
        return plain.replace(",", "")
    plain = _DROPPED.sub("", _POSSESSIVE.sub("", plain))
    # Without its point the Turkish i is written as in other languages.
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain.replace("ı", "i"))


def _pieces(word: str) -> list[str]:
    """Cut the stretches of a script without blanks into pairs of letters."""
    if word.isascii() or not UNSPACED.search(word):
        return [word] if word else []
    out: list[str] = []
    at = 0
    for run in UNSPACED.finditer(word):
        out += [word[at : run.start()], *_pairs(run.group())]
        at = run.end()
    return [piece for piece in (*out, word[at:]) if piece]


def _pairs(run: str) -> list[str]:
    return [run[n : n + 2] for n in range(max(1, len(run) - 1))]
