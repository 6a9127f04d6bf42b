"""A known speaker to whom a question is put: "Minister Roe, do you think ...?" asks for Roe's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.speakers.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.reading.asking import Asking
from qa.reading.tokens import is_inside
from qa.reading.vocabulary import AUXILIARIES, OWNERS, PRONOUNS, ROLE_NOUNS, ROLE_WORDS, SECOND_PERSON, WH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.reading.naming import Naming
    from qa.reading.tokens import Token

#: What can stand behind a name that is called, and what a sentence or turn can begin behind.
_AFTER: Final = frozenset(",?!.;:[]()-–—…")
_BREAKS: Final = frozenset(".?!;:])-–—…")
_RELATIVE: Final = frozenset("who whose whom which where when".split())
#: With these a question begins again behind an insertion: "Roe, in 2014, you"; "Roe, the director, asks" goes on.
_RESTARTS: Final = (
    WH | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | SECOND_PERSON | frozenset("i we it and".split())
)
_ASKS: Final = frozenset("what whats what's how why".split()) | AUXILIARIES
_OTHERS: Final = PRONOUNS | OWNERS | {"him"}
_JOINS: Final = frozenset("and or".split())
#: A question and a name put between commas; longer rows are lists.
_MOST_IN_A_ROW: Final = 2
_MOST_INSERTED: Final = 8


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
    with "what", "how", "why" or an auxiliary. "You" in one of the ``quoted`` stretches of the text does not count.
    """
    you = any(w.low in SECOND_PERSON and not is_inside(quoted, w.start) for w in words)
    found: Address | None = None
    for row in _rows(words, namings):
        called = _spoken_to(words, row) if you else _put_to(words, row)
        if not called or not _set_off(words, called[-1].last) or _goes_on(words, called[-1].last):
            continue
        if called := tuple(one for one in called if _can_be_called(words, one)):
            sure = _opens(words, row[0]) or _titled(words, called[-1]) or _after_you(words, called[-1])
            again = found is not None and found.asking.names[0].fits == called[0].fits
            before = found.asking.removed if found and again else ()
            found = Address(Asking(called, (*before, (called[0].first, called[-1].last))), sure)
    return found


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
    asks = any(w.low in _ASKS and w.gap.strip() == "," for w in words[name.last :])
    return (name,) if asks and not any(w.low in _OTHERS for w in words) else ()


def _can_be_called(words: Sequence[Token], naming: Naming) -> bool:
    """Whether a name is a known speaker's, and no mere role. One that only comes near is most often another's."""
    known = bool(naming.fits) and not naming.near
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
    return sum(w.low not in ROLE_WORDS for w in words[naming.first : naming.last]) > 1


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a name only says more of it: "Roe, who lost,", "Roe, the director, says"."""
    if at >= len(words) or words[at].gap.strip() != ",":
        return False
    if words[at].low in _RELATIVE:  # "Roe, where do you stand" asks
        return not _asks_on(words, at)
    closed = next((n for n in range(at + 1, min(len(words), at + _MOST_INSERTED)) if _comma_at(words, n)), None)
    if closed is None or any(w.low in _ASKS or w.low in SECOND_PERSON for w in words[at:closed]):
        return False
    if words[closed].low in AUXILIARIES:  # "Roe, if elected, would you" begins again, "Roe, the director, is" not
        return words[closed + 1 : closed + 2] == [] or words[closed + 1].low not in SECOND_PERSON
    return not words[closed].capital and words[closed].low not in _RESTARTS


def _asks_on(words: Sequence[Token], at: int) -> bool:
    """Whether an auxiliary makes a question of "where"; behind "who" only with "you": "who do you trust"."""
    asks = at + 1 < len(words) and words[at + 1].low in AUXILIARIES
    you = at + 2 < len(words) and words[at + 2].low in SECOND_PERSON
    return asks and (you or words[at].low in {"where", "when"})


def _comma_at(words: Sequence[Token], at: int) -> bool:
    return words[at].gap.strip() == ","
