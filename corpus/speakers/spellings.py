"""A speaker's name taken apart, so that its spellings can be compared word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from corpus.speakers.names import Mention, fold_name
from corpus.speakers.variants import spelled

#: Forms of address that are nobody's given name. "Dean", "King" and "Prince" are, so they stay in a name.
_MALE: Final = frozenset("mr sir".split())
_FEMALE: Final = frozenset("mrs ms miss dame madam".split())
_TITLES: Final = (
    _MALE
    | _FEMALE
    | frozenset(
        """mx dr doctor prof professor rev reverend hon president minister mayor governor senator ambassador
        ayatollah general colonel captain lieutenant sergeant imam secretary congressman congresswoman chairman
        chairwoman sayyid sayyed seyyed sayed seyed hojatoleslam the""".split()
    )
)
_SUFFIXES: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"} | {
    n: n for n in "ii iii iv vii viii ix xii xiii xiv xv xvi xvii xviii".split()
}
#: Numbers that are names as well, Xi and Vi; they count only as capitals in a name that has small letters.
_NUMBERS: Final = frozenset("i v vi xi".split())
#: Small words inside a name, and the form that stands for their spellings.
_SMALL: Final = {w: w for w in "van von der den de del della da di du la le ter y of".split()} | {
    "bin": "bin", "ibn": "bin", "ben": "bin", "bint": "bint",
}  # fmt: skip
#: Those of them that are given names where a name begins: Ben Roe, Van Roe.
_NEVER_FIRST: Final = frozenset("ben van ter di da del della y of".split())
_ARTICLE: Final = re.compile(r"(?<!\w)(?:al|el|as|ash|ad|an|ar|at|az|ul)[-‐‑–](?=\w)")
_LONE_ARTICLES: Final = frozenset({"al", "el"})
_POSSESSIVE: Final = re.compile(r"[’']s(?!\w)")
_APOSTROPHES: Final = re.compile(r"[’'‘ʼʿʾ`´]")
_WORD: Final = re.compile(r"[^\W_]+")
#: "JD Vance": two or three capitals without a vowel between words that have small letters are initials.
_RUN_TOGETHER: Final = re.compile(r"(?<!\w)[B-DF-HJ-NP-TV-XZ]{2,3}(?!\w)")
#: Letters whose stroke is no accent to Unicode, though it is dropped like one.
_STRUCK: Final = str.maketrans("łøđıħ", "lodih")
#: "Ministry of Peat": what stands before these words tells whether it is a body.
_HEAD: Final = re.compile(r"\s(?:of|for|and)\s")


@dataclass(frozen=True)
class Spelling:
    """One printed name: its words folded, without titles, articles and small words, which stand beside them.

    ``words`` are the given names and, last, the last name; a name of one word has no given names.
    """

    name: str
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    suffix: str = ""
    article: bool = False
    body: bool = False

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        """The words, each in the form that stands for all its known spellings."""
        return tuple(map(spelled, self.words))

    @cached_property
    def last(self) -> str:
        """The last name; of a body its last word."""
        return self.words[-1]

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The names and initials before the last name."""
        return self.words[:-1]

    @cached_property
    def gender(self) -> str:
        """The one that the form of address tells, "m" or "f", else nothing."""
        told = {"m" for t in self.titles if t in _MALE} | {"f" for t in self.titles if t in _FEMALE}
        return told.pop() if len(told) == 1 else ""

    @cached_property
    def same(self) -> tuple[object, ...]:
        """What is equal for two printings of one name: case, accents, points, hyphens and order make no other.

        A lone last name keeps its title: Mr. Roe and Mrs. Roe are not both Roe.
        """
        titles = self.titles if len(self.words) == 1 and not self.body else ()
        return self.words, titles, self.gender, self.small, self.suffix, self.article

    @cached_property
    def fullness(self) -> tuple[int, int, int]:
        """How much of the name is printed: words that are no initials, words, its Jr. or number."""
        return sum(len(w) > 1 for w in self.words), len(self.words), bool(self.suffix)

    @property
    def well_set(self) -> bool:
        """Whether it is set as names are: not in capitals only, not last name first, not with a title."""
        inverted = "," in self.name and _ordered(self.name) != self.name
        return not (self.name.isupper() or inverted or self.titles)


@lru_cache(maxsize=20_000)
def spelling(name: str) -> Spelling:
    """Take a printed name apart."""
    ordered = _ordered(name)
    if not ordered.isupper():
        ordered = _RUN_TOGETHER.sub(lambda m: " ".join(m.group()), ordered) if " " in ordered.strip() else ordered
    plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", fold_name(ordered))).translate(_STRUCK)
    words = _WORD.findall(opened := _ARTICLE.sub("", plain))
    titles, words = _leading(words)
    suffix = _suffix(ordered, words[-1]) if len(words) > 1 else ""
    words = words[:-1] if suffix else words
    kept, small, lone = _without_small(words)
    return Spelling(
        name, tuple(kept) or (plain,), tuple(titles), small, suffix, lone or opened != plain, is_body(name)
    )  # fmt: skip


def _without_small(words: list[str]) -> tuple[list[str], tuple[str, ...], bool]:
    """Part the small words and a lone "al" from a name; its last word stays, and a first one that is a name."""
    inner = [n for n, _ in enumerate(words[:-1])]
    articles = {n for n in inner[1:] if words[n] in _LONE_ARTICLES}
    small = {n for n in inner if words[n] in _SMALL and (n or words[n] not in _NEVER_FIRST)}
    kept = [w for n, w in enumerate(words) if n not in articles | small]
    return kept, tuple(_SMALL[words[n]] for n in sorted(small)), bool(articles)


def is_body(name: str) -> bool:
    """Whether a name is that of a body or place: "Tide Office", "Ministry of Peat"."""
    heads = (name, _HEAD.split(name)[0])
    return any(Mention(0, 0, h, " ".join(h.split()).rstrip("."), None, possessive=False).body for h in heads)


def _ordered(name: str) -> str:
    """Return "Jane Roe" for "Roe, Jane", and "Jane Roe, Jr." as it is."""
    last, *behind = (part.strip() for part in name.split(","))
    given = [part for part in behind if _bare(part) not in _SUFFIXES]
    if len(given) != 1 or not last or not given[0]:
        return name
    return " ".join([given[0], last, *(part for part in behind if part not in given)])


def _suffix(name: str, last: str) -> str:
    """Return jr, sr or the number that a name ends in, if it ends in one."""
    number = last in _NUMBERS and not name.isupper() and last.upper() in name.split()
    return last if number else _SUFFIXES.get(last, "")


def _leading(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the titles from the front of a name; what is left is never empty."""
    cut = 0
    while cut < len(words) - 1 and words[cut] in _TITLES:
        cut += 1
    return words[:cut], words[cut:]


def _bare(word: str) -> str:
    return word.rstrip(".").lower()
