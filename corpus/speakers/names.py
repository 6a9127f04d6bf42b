"""Mentions of people and bodies: capitalised runs, parted into the role printed before a name and the name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.speakers.gazetteer import first_names

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLES = frozenset(
    """brig pastor detective corporal private nurse forward guard center goalkeeper republican democrat
    democratic adm admiral advisor adviser ambassador analyst archbishop attorney author ayatollah baron
    baroness bishop brigadier cabinet captain capt cardinal cllr chair chairman chairwoman chancellor chief
    co-founder col colonel commander commissioner congressman congresswoman correspondent coordinator
    councillor councilman countess dame dean delegate deputy director doctor dr duke editor emperor envoy
    ex-president founder gen general gov governor grand-ayatollah head imam inspector judge justice king
    lady leader lieutenant lord lt maj major marshal mayor minister miss mp mr mrs ms mullah officer pope
    premier president prince princess principal prof professor queen rabbi rector rep representative rev
    reverend saint sec secretary sen senator sergeant sgt sheikh sheriff sir speaker spokesman spokesperson
    spokeswoman sultan superintendent treasurer undersecretary vice-president vicar whip coach manager ceo
    cto cfo attorney-general secretary-general mullah hojatoleslam""".split()
)
_TITLE_ADJECTIVES = frozenset(
    """supreme foreign prime vice senior deputy former acting assistant lead grand first second major chief
    national interior defense defence finance justice health military executive managing""".split()
)
#: Titles that are last names as well.
_ALSO_NAMES = frozenset("king dean bishop pope judge prince baron duke lord major marshal guard head".split())
#: Words that open a sentence in capitals without being a name, and calendar words.
OPENERS = frozenset(
    """a about according after again all although an and another any as asked at back because before both but by
    can could despite did do during each earlier even every few finally first for from further given had has
    have he her here his how however i if in indeed instead is it its just last later less like many may
    meanwhile more moreover most much my nevertheless no nor not now of on once one only or other our over
    perhaps quoting recently several she since so some soon still such that the their then there these they this
    those though thus to today together tomorrow two under unlike until we what when where whether which while
    who whose why will with within without would yes yesterday yet you your january february march april june
    july august september october november december monday tuesday wednesday thursday friday saturday sunday
    asking speaking writing citing january's everyone everybody nobody someone somebody people officials critics
    outside inside near across throughout around beyond along among amid
    experts well three four five ten hundreds thousands millions next then too thank thanks please let okay ok
    oh
    unless should does was were are none neither either suppose imagine never did""".split()
)
#: Last words of bodies, places and works; a run ending so is no person's full name.
_BODY_WORDS = frozenset(
    """agency army assembly association bank board brigade brigades bureau center centre church city coalition
    college commission committee company conference congress convention corp corporation corps council county court
    department east empire federation force forces foundation front group guard guards house inc institute
    institution international journal kingdom league mail ministry movement museum nations network news north
    office organization organisation parliament party peninsula police post press province republic review
    school senate service society south square state states street studies sun syndicate times tribune tribunal
    union
    university war west world zone act bill revolution resistance strategy territories square market""".split()
)
#: Capitals of the alphabets that have them, as a character class's content; "re" knows no such class.
CAPITALS = "A-Z" + "".join(c for c in map(chr, (*range(0xC0, 0x590), *range(0x1E00, 0x2000))) if c.isupper())
#: A letter, or an accent that stands behind its letter as a character of its own.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_WORD = rf"[{CAPITALS}]{_LETTER}*(?:-{_LETTER}+)*(?:[’'](?!s\b){_LETTER}+)?"
_LINK = r"(?:(?:ibn|bin|bint|al|el|de|del|della|da|di|du|van|von|der|den|la|le|of|ter|y)\s+){0,2}"
_SHORT = (
    r"(?:[A-Z]\.)+|(?:Adm|Amb|Atty|Brig|Capt|Cllr|Col|Dr|Gen|Gov|Hon|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Rev|Sec|Sen|Sgt|St)"
    r"\."
)
#: The look-ahead only saves trying the rest at every letter.
_RUN = re.compile(rf"(?=[{CAPITALS}])(?<![\w’'])(?:{_SHORT}|{_WORD})(?:[ \u00a0\n]{_LINK}(?:{_SHORT}|{_WORD}))*")
_PRINTED = re.compile(r"\S+")
_POSSESSIVE = re.compile(r"[’']s?(?!\w)")
#: "Holding a sign, ..." and "Allegedly, ..." are no names, though capitalised where they stand.
_OPENS_A_CLAUSE = re.compile(r"(?:ing|ly|ed)\Z")
#: "Rejecting Mara Quell’s claim": the first word is no part of the name.
_JOINING = re.compile(r"[A-Z][a-z]{2,}ing\Z")
#: Small words that change what a title says; without them a former minister would be shown as the minister.
_QUALIFIER = re.compile(
    r"(?<!\w)(?P<word>(?:former|ex|acting|interim|then|late|retired|outgoing|incoming|deputy|vice|senior))[ -]\Z"
)
_LONGEST_QUALIFIER = 12  # characters, with what parts it from the title
#: Prepositions of place: "In Leeds Mark Poe said" runs the place and the person together.
_OF_PLACE = frozenset("in at on from near outside inside across throughout around over under".split())
_FULL_NAME_WORDS = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or title at ``start:end`` of a text; ``name`` is empty for a title alone ("the Supreme Leader").

    ``doubtful`` says that its first words may be a place: "In Leeds Mark Poe" is for the document to part.
    """

    start: int
    end: int
    printed: str
    name: str
    role: str | None
    possessive: bool
    doubtful: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.name.split())

    @property
    def full(self) -> bool:
        """Whether it gives a person's full name, as far as its shape tells."""
        return len(self.words) >= _FULL_NAME_WORDS and not self.body and not self.doubtful

    @property
    def body(self) -> bool:
        """Whether its last word is that of a body, place or work."""
        return bool(self.words) and self.words[-1].lower() in _BODY_WORDS


@lru_cache(maxsize=512)
def mentions_of(clause: str) -> tuple[Mention, ...]:
    """Return the names and titles in a clause; kept, as the rules ask for the same clause again and again."""
    return tuple(mentions(clause))


def mentions(text: str) -> Iterator[Mention]:
    """Yield the names and titles in ``text``, left to right."""
    for run in _RUN.finditer(text):
        words = [(m.start(), m.group()) for m in _PRINTED.finditer(text, *run.span())]
        opening = ""
        while words and _bare(words[0][1]) in OPENERS:
            opening = _bare(words.pop(0)[1])
        for part in _at_links(words):
            if (name := _trimmed(text, part)) and (mention := _mention(text, name)):
                place = opening in _OF_PLACE and part[0] == words[0] and not mention.role
                sure = len(mention.words) <= (_FULL_NAME_WORDS if mention.possessive else 1)
                yield replace(mention, doubtful=True) if place and not sure else mention


def _at_links(words: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Part a run where "of" does not belong to a title or a body: "asked Jane Roe of Mark Poe" names two."""
    begin = 0
    for n, (_, word) in enumerate(words):
        owner = _bare(words[n - 1][1]) if n else ""
        titled = owner in TITLES and not _is_last_name(words, n - 1)
        if word == "of" and not titled and owner not in _BODY_WORDS:
            yield words[begin:n]
            begin = n + 1
    yield words[begin:]


def _trimmed(text: str, words: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Drop the words at a run's ends that are no part of a name."""
    while words and words[0][1].islower():  # a small word left over behind "of"
        words = words[1:]
    if not words:
        return []
    opens = _at_sentence_start(text, words[0][0])
    if opens and len(words) > _FULL_NAME_WORDS and _JOINING.search(words[0][1]):
        words = words[1:]
        opens = False
    if opens and len(words) == 1 and _OPENS_A_CLAUSE.search(words[0][1]):
        return []
    while words and words[-1][1].lower() in {"of", "al", "la", "le"}:
        words = words[:-1]
    return words


def _at_sentence_start(text: str, at: int) -> bool:
    while at and text[at - 1] in " \u00a0":
        at -= 1
    return not at or text[at - 1] in '.?!\n\r“"”:'


def _mention(text: str, words: list[tuple[int, str]]) -> Mention | None:
    start, end = words[0][0], words[-1][0] + len(words[-1][1])
    titles = [n for n, (_, w) in enumerate(words) if _bare(w) in TITLES and not _is_last_name(words, n)]
    cut = titles[-1] + 1 if titles else 0
    name = [w for _, w in words[cut:]]
    if name[:1] == ["of"]:  # "Minister of Foreign Affairs Jane Roe": the name is what closes it
        name = name[-_FULL_NAME_WORDS:] if len(name) > _FULL_NAME_WORDS + 1 else []
    elif not titles:
        name = _without_acronym(name)
    if not name and not titles:
        return None
    shown = text[start:end]
    role = shown[: len(shown) - len(" ".join(name))].strip() if titles and name else shown if titles else None
    possessive = _POSSESSIVE.match(text, end) is not None
    if role and (qualifier := _QUALIFIER.search(text, max(0, start - _LONGEST_QUALIFIER), start)):
        role = text[qualifier.start("word") : start] + role
        start = qualifier.start("word")
        shown = text[start:end]
    return Mention(start, end, " ".join(shown.split()), " ".join(name), role or None, possessive)


def _is_last_name(words: list[tuple[int, str]], n: int) -> bool:
    """Whether a word for a title stands where a last name does: "Stephen King", not "Saudi King"."""
    return n > 0 and _bare(words[n][1]) in _ALSO_NAMES and _bare(words[n - 1][1]) in first_names()


def _without_acronym(name: list[str]) -> list[str]:
    """Drop a body's initials in front of a name: "IRGC Hossein Hamedani"."""
    drop = len(name) > _FULL_NAME_WORDS and name[0].isupper() and "." not in name[0] and len(name[0]) > 1
    return name[1:] if drop else name


def is_title(words: str) -> bool:
    """Whether all the words are parts of a title."""
    parts = [_bare(w) for w in words.split()]
    return bool(parts) and all(p in TITLES or p in _TITLE_ADJECTIVES for p in parts)


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """Return a form in which spellings of one name compare equal: no case, accents or invisible characters."""
    if name.isascii():
        return " ".join(name.casefold().split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
    kept = (c for c in plain if unicodedata.category(c) not in {"Cf", "Mn"})
    return " ".join("".join(kept).casefold().split())


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, without titles and punctuation."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", fold_name(name))
    return tuple(w for w in words if w not in TITLES) or tuple(words)


def _bare(word: str) -> str:
    return word.rstrip(".,").lower()
