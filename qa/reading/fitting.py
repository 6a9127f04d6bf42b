"""Whom a printed name fits, and whether a name that fits nobody is a person's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.speakers.gazetteer import places
from corpus.speakers.names import OPENERS, TITLES
from corpus.speakers.spellings import is_body
from corpus.speakers.words import CALENDAR, DETERMINERS, PEOPLE, PERSONAL, PREPOSITIONS
from qa.reading.index import NOBODY, fold_title
from qa.reading.vocabulary import AUXILIARIES, LEADING_PARTICLES, POST_NOMINALS, PRONOUNS, SKIPPED, WH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.known import Known
    from qa.reading.tokens import Token

#: So many words a last name, or given names, may have where they are turned.
_MOST_TURNED: Final = 4
#: "Germans", "Catholics" and "Democrats" are many people.
_GROUP_ENDS: Final = tuple("ians icans crats ists ics mans ese ites ants eans".split())
#: May is a name where a sentence does not begin with it.
_OPENERS: Final = OPENERS - CALENDAR
_NO_NAMES: Final = (
    _OPENERS | CALENDAR | DETERMINERS | PEOPLE | PERSONAL | PREPOSITIONS | TITLES | AUXILIARIES | WH | SKIPPED
) | frozenset(
    """it history science research evidence data parliament meeting anybody everyone nobody somebody anyone someone
    management industry society culture religion scripture europe media press god him her them us me himself
    herself themselves there not""".split()
)


@dataclass(frozen=True, slots=True)
class Fit:
    """The known speakers a name fits, by position: ``near`` past a typing error, ``by_first`` by its first."""

    fits: frozenset[int]
    near: bool = False
    by_first: bool = False

    def __bool__(self) -> bool:
        return bool(self.fits)


def fit_name(name: Sequence[Token], role: Sequence[Token], known: Known) -> Fit:
    """Return whom a name fits; of two people of one name the role before it tells which is meant."""
    while len(name) > 1 and name[-1].low in POST_NOMINALS:
        name = name[:-1]
    parts = [part for word in name for part in word.parts]
    while len(parts) > 1 and name[0].text.islower() and parts[0] in LEADING_PARTICLES:
        parts = parts[1:]
    if not parts:
        return Fit(NOBODY)
    fits = known.index.fitting(parts)
    if len(fits) > 1 and role:
        fits = _with_role(fits, [w.low for w in role], known) or fits
    if fits:
        return Fit(fits)
    if len(parts) == 1 and (first := known.index.by_first(parts[0])):
        return Fit(first, by_first=True)
    near = known.index.near(parts)
    return Fit(near, near=bool(near))


def _with_role(fits: frozenset[int], role: Sequence[str], known: Known) -> frozenset[int]:
    runs = [known.index.roles.get(tuple(role[n:]), NOBODY) for n in range(len(role))]
    return next((fits & run for run in runs if fits & run), NOBODY)


def fit_turned(words: Sequence[Token], first: int, known: Known) -> tuple[int, Fit]:
    """Return whom "VELD, Sanna" fits, its last name first and in capitals, and where the name ends."""
    comma = first + 1
    while comma < min(len(words), first + _MOST_TURNED) and words[comma].acronym and words[comma].joined:
        comma += 1
    at_comma = comma < len(words) and words[comma].capital and words[comma].gap.strip() == ","
    if not words[first].acronym or not at_comma:
        return first, Fit(NOBODY)
    end = comma + 1
    while end < min(len(words), comma + _MOST_TURNED) and words[end].capital and words[end].joined:
        end += 1
    for stop in range(end, comma, -1):
        if any(word.acronym or word.possessive for word in words[comma : stop - 1]):
            continue
        given = [word for word in words[comma:stop] if word.low not in TITLES]
        if given and (fits := known.index.fitting([p for w in (*given, *words[first:comma]) for p in w.parts])):
            return stop, Fit(fits)
    return first, Fit(NOBODY)


def is_person(name: Sequence[Token], known: Known, *, titled: bool = False) -> bool:
    """Whether capitalised words look like a person's name: no body, place, title of a document or group.

    ``titled`` says that a title stands before it: "Mr. HALE" is a person, HALE alone may be a body's initials.
    """
    shown = " ".join(word.text for word in name)
    low = shown.casefold()
    if (
        (not titled and all(word.acronym for word in name))
        or is_body(shown)
        or fold_title(shown) in known.folded_titles
    ):
        return False
    group = len(name) == 1 and (low.endswith(_GROUP_ENDS) or low in _OPENERS or low in PRONOUNS)
    return not group and low not in places()


def is_thinkable(word: Token, known: Known) -> bool:
    """Whether a word without a capital can only be somebody's name where it stands."""
    low = word.low
    common = low in _NO_NAMES or low in places() or low.endswith("s") or not low.isalpha()
    return not common and len(low) > 2 and not is_body(low.title()) and low not in known.folded_titles  # noqa: PLR2004
