"""Words as they are compared in a quotation: what copying changes is folded away, and nothing else is.

Curly marks become straight, ligatures and other compatibility forms become plain letters, composed and decomposed
letters become one, and what is not seen (soft hyphens, joiners, direction marks) is dropped. Letters of another
alphabet, accents and digits stay as they are: with them a word is another word.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from embeddings.tokens import UNSPACED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

#: Digits set high: the marks of notes, or exponents.
RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_APOSTROPHES: Final = "'’‘ʼ‛`´′＇"
_STRAIGHT: Final = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | {"−": "-", "[": None, "]": None})
PLAIN_DIGITS: Final = str.maketrans(RAISED, "0123456789")
#: A hyphen, seen or soft, and then a blank: the end of a line stood here, or stands here still.
_BREAK: Final = re.compile(r"[-‐‑\u00ad¬]\s+\Z")
_CACHED: Final = 1 << 16
#: Marks and signs are looked for up to here: beyond lie rare ideographs, which have none.
_LAST: Final = 0x1FFFF


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start:end`` of a text; ``key`` is what is compared.

    ``broken`` says that a hyphen and a blank part it from the next: the two may be one word, broken over a line.
    ``free`` says that its first letter may be of either case.
    """

    key: str
    start: int
    end: int
    broken: bool = False
    free: bool = False


AnyWord = TypeVar("AnyWord", bound=Word)


def words(text: str) -> list[Word]:
    """Return the words of a text in order. Signs that change what is said, such as % and €, are words too.

    Scripts written without blanks give a word for each letter, as a quotation may begin between any two.
    """
    pieces = (piece for match in _pattern().finditer(text) for piece in _pieces(match))
    found = [(start, start + len(text[start:end].rstrip("\u00ad"))) for start, end in pieces]
    ends = [*(start for start, _ in found[1:]), len(text)][: len(found)]
    return [
        Word(key, start, end, broken=bool(_BREAK.match(text, end, following)))
        for (start, end), following in zip(found, ends, strict=True)
        if (key := key_of(text[start:end]))
    ]


@functools.lru_cache(_CACHED)
def key_of(word: str) -> str:
    """Return what is compared of a word; brackets inside it, as in "[T]he", are passed over."""
    if word.isascii() and word.isalnum():
        return word
    raised = re.sub(rf"(?<=\d)([{RAISED}]+)", r"^\1", word).translate(PLAIN_DIGITS)
    plain = unicodedata.normalize("NFKC", raised.translate(_STRAIGHT))
    return "".join(c for c in plain if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")


@functools.lru_cache(_CACHED)
def folded(key: str) -> str:
    """Return a key without case and accents: two words equal so are spellings of one another, not the same."""
    apart = unicodedata.normalize("NFKD", key.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)) or key


def freed(key: str) -> str:
    """Return a key with its first letter in lower case."""
    return key[:1].lower() + key[1:]


def mended(given: Sequence[AnyWord], others: Collection[Word]) -> list[AnyWord]:
    """Join the words broken over a line that the other side has in one piece, and not in these two pieces."""
    if not any(word.broken for word in given):
        return list(given)
    whole = {freed(other.key) for other in others}
    parted = {(freed(a.key), freed(b.key)) for a, b in pairwise(others)}
    out: list[AnyWord] = []
    for word in given:
        last = out[-1] if out else None
        if last and last.broken and _is_one(last, word, whole, parted):
            out[-1] = replace(word, key=last.key + word.key, start=last.start, free=last.free)
        else:
            out.append(word)
    return out


def _is_one(first: Word, second: Word, whole: set[str], parted: set[tuple[str, str]]) -> bool:
    joined, pair = freed(first.key + second.key), (freed(first.key), freed(second.key))
    return joined in whole and pair not in parted and second.start > first.start


def _pieces(match: re.Match[str]) -> Iterable[tuple[int, int]]:
    """Yield the whole match, or each letter of those in it that belong to a script without blanks."""
    if not UNSPACED.search(match.group()):
        yield match.span()
        return
    for piece in _letters().finditer(match.group()):
        yield match.start() + piece.start(), match.start() + piece.end()


@functools.cache
def _letters() -> re.Pattern[str]:
    behind = _characters("Mn", "Mc", "Me", "Cf")
    unspaced = rf"(?![{behind}]){UNSPACED.pattern.removesuffix('+')}"
    return re.compile(rf"{unspaced}[{behind}]*|(?:(?!{unspaced}).)+", re.DOTALL)


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Return what a word looks like; made when first needed, for the classes take a moment.

    Points and commas belong to a number between its digits, a point or minus to the digit behind it. Brackets
    belong to a word where letters stand on both sides: "[T]he", "promise[d]".
    """
    letter, behind = rf"[^\W_{RAISED}]", _characters("Mn", "Mc", "Me", "Cf")
    inside = (
        rf"{letter}|[{behind}]|(?<=\d)[.,](?=\d)|[{_APOSTROPHES}](?={letter})|(?<=\d)[{RAISED}]+|(?<=m)[²³]"
        rf"|(?<=[^\W\d_])[\[\]](?=[^\W\d_])"
    )
    before = r"(?:(?<![^\s(\[“\"‘'])[-−](?=\d)|(?<!\S)\.(?=\d))?"
    return re.compile(rf"{before}{letter}(?:{inside})*|[%‰±×÷≤≥≠°&+{_characters('Sc')}]")


@functools.cache
def _characters(*categories: str) -> str:
    """Return the characters of these Unicode categories as ranges for a character class."""
    wanted = [unicodedata.category(chr(code)) in categories for code in range(_LAST + 1)]
    edges = [code for code in range(_LAST + 1) if wanted[code] != (code > 0 and wanted[code - 1])]
    ranges = zip(edges[::2], edges[1::2], strict=True)
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(after - 1))}" for first, after in ranges)
