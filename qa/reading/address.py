"""The speaker to whom a question is put: "Minister Roe, do you think ...?" asks for Roe's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.speakers.gazetteer import first_names
from corpus.speakers.names import TITLES
from corpus.speakers.words import CALENDAR
from qa.reading.asking import Asking
from qa.reading.clauses import asks_at, says_more
from qa.reading.tokens import is_inside
from qa.reading.vocabulary import OWNERS, PRONOUNS, ROLE_NOUNS, ROLE_WORDS, SECOND_PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.reading.naming import Naming
    from qa.reading.tokens import Token

#: What can stand behind a name that is called, and what a sentence or turn can begin behind.
_AFTER: Final = frozenset(",?!.;:[]()-–—…")
_BREAKS: Final = frozenset(".?!;:])-–—…")
_OTHERS: Final = PRONOUNS | OWNERS | {"him"}
_ONE: Final = frozenset("he she him his her".split())
#: Titles that as often begin the name of a thing: "Head Start", "Private Eye".
_NO_CALLS: Final = frozenset(
    "private forward guard center goalkeeper republican democrat democratic head founder".split()
)
_JOINS: Final = frozenset("and or".split())
#: A question and a name put between commas; longer rows are lists.
_MOST_IN_A_ROW: Final = 2


@dataclass(frozen=True, slots=True)
class Address:
    """Who is spoken to. ``sure`` where the name opens a sentence, bears a title or explains a "you".

    Nobody else is asked then; of "Can you say what Roe told her rival, Jane Doe?" the words are Roe's.
    """

    asking: Asking
    sure: bool


def find_address(
    words: Sequence[Token], namings: Sequence[Naming], quoted: Sequence[tuple[int, int]] = ()
) -> Address | None:
    """Return the known speakers who are spoken to, the last where there are several; None when nobody is.

    Commas set the name off, and the question says "you"; or a title and name open it, and behind a comma it asks
    with "what", "where", "who" or an auxiliary. "You" in one of the ``quoted`` stretches of the text does not
    count. Where no known speaker is spoken to, it may be a stranger whose name opens the question.
    """
    you = any(w.low in SECOND_PERSON and not is_inside(quoted, w.start) for w in words)
    found: Address | None = None
    for row in _rows(words, namings):
        called = _spoken_to(words, row) if you else _put_to(words, row)
        if not called or not _set_off(words, called[-1].last) or _goes_on(words, called[-1]):
            continue
        if called := tuple(one for one in called if _can_be_called(words, one)):
            sure = _opens(words, row[0]) or _titled(words, called[-1]) or _after_you(words, called[-1])
            again = found is not None and found.asking.names[0].fits == called[0].fits
            before = found.asking.removed if found and again else ()
            found = Address(Asking(called, (*before, (called[0].first, called[-1].last))), sure)
    return found or (_stranger(words, namings) if you else None)


def _stranger(words: Sequence[Token], namings: Sequence[Naming]) -> Address | None:
    """Read "Senator Doe, do you", of whom nobody is known; never sure, for he may be asked of a known speaker."""
    row = next(_rows(words, namings), ())
    if len(row) != 1 or row[0].fits or row[0].first or not _comma_behind(words, row[0]):
        return None
    name = row[0]
    if words[name.last - 1].possessive or _goes_on(words, name) or not _is_call(words, name):
        return None
    called = [one for one in namings if one.printed == name.printed and _comma_behind(words, one)]
    return Address(Asking(row, tuple((one.first, one.last) for one in called)), sure=False)


def _is_call(words: Sequence[Token], name: Naming) -> bool:
    """Whether a title or a given name makes a stranger's name a person's: not in "Steam Power, can you"."""
    given = words[name.first].low
    if given in TITLES - _NO_CALLS:
        return _named(words, name) > 0
    full = _named(words, name) > 1 and name.last - name.first == _named(words, name) and given not in CALENDAR
    return full and given in first_names() and not any(w.low in _ONE for w in words[name.last :])


def _rows(words: Sequence[Token], namings: Sequence[Naming]) -> Iterator[tuple[Naming, ...]]:
    """Part the people named into rows with only commas, "and" or "or" between them."""
    row: list[Naming] = []
    for naming in (one for one in namings if one.fits or one.person):
        if row and not _follows(words, row[-1], naming):
            yield tuple(row)
            row = []
        row.append(naming)
    if row:
        yield tuple(row)


def _follows(words: Sequence[Token], one: Naming, other: Naming) -> bool:
    between = [w.low for w in words[one.last : other.first]]
    return between in (["and"], ["or"]) or (not between and words[other.first].gap.strip() == ",")


def _spoken_to(words: Sequence[Token], row: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Read "Minister Roe, do you", "Do you, Jane Roe, think", "What is your view, Roe?"; not lists of names."""
    listed = any(words[one.first - 1].low in _JOINS for one in row[1:])
    if _opens(words, row[0]):
        if listed:  # "Roe and Doe, do you both"
            return row if _comma_behind(words, row[-1]) else ()
        return tuple(one for one in row if _comma_behind(words, one))
    last = row[-1]
    if listed or len(row) > _MOST_IN_A_ROW or not words[last.first].gap.rstrip().endswith(","):
        return ()
    if words[last.first - 1].low in ROLE_NOUNS:  # "the director, Jane Roe" is an apposition
        return ()
    return (last,) if _ends(words, last) or _titled(words, last) or _is_full(words, last) else ()


def _put_to(words: Sequence[Token], row: tuple[Naming, ...]) -> tuple[Naming, ...]:
    """Read "Mr. Roe, just simply, how do we begin?" without a "you"; "Mr. Roe, is he safe?" is about him."""
    name = row[0]
    if name.first or not _titled(words, name) or not _comma_behind(words, name):
        return ()
    asks = any(w.gap.strip() == "," and asks_at(words, n) for n, w in enumerate(words) if n >= name.last)
    return (name,) if asks and not any(w.low in _OTHERS for w in words) else ()


def _can_be_called(words: Sequence[Token], naming: Naming) -> bool:
    """Whether a name is a known speaker's, and no mere role. A lone one that comes near is mostly another's."""
    known = bool(naming.fits) and (not naming.near or _is_full(words, naming))
    return known and not words[naming.last - 1].possessive and words[naming.first].low != "the"


def _set_off(words: Sequence[Token], at: int) -> bool:
    """Whether a mark parts a name from what follows: "Roe, do", not "Roe is"."""
    return at == len(words) or words[at].gap.strip()[:1] in _AFTER


def _opens(words: Sequence[Token], naming: Naming) -> bool:
    """Whether a sentence or turn begins with the name."""
    return naming.first == 0 or words[naming.first].gap.strip()[-1:] in _BREAKS


def _ends(words: Sequence[Token], naming: Naming) -> bool:
    return naming.last == len(words) or words[naming.last].opens


def _comma_behind(words: Sequence[Token], naming: Naming) -> bool:
    return naming.last < len(words) and words[naming.last].gap.startswith(",")


def _titled(words: Sequence[Token], naming: Naming) -> bool:
    return naming.last - naming.first > 1 and words[naming.first].low in ROLE_WORDS


def _after_you(words: Sequence[Token], naming: Naming) -> bool:
    return naming.first > 0 and words[naming.first - 1].low in SECOND_PERSON


def _is_full(words: Sequence[Token], naming: Naming) -> bool:
    return _named(words, naming) > 1


def _named(words: Sequence[Token], naming: Naming) -> int:
    """Return how many words of a name are no title."""
    return sum(w.low not in ROLE_WORDS for w in words[naming.first : naming.last])


def _goes_on(words: Sequence[Token], name: Naming) -> bool:
    return says_more(words, name.last, opening=_opens(words, name))
