"""How likely two printed names are one speaker's, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Levenshtein

from corpus.speakers.sounds import sound
from corpus.speakers.variants import are_apart, is_common, is_nickname, spelled

if TYPE_CHECKING:
    from corpus.speakers.spellings import Spelling

#: Words at least this alike (1 less the edits a letter) are proposed as slips; "Dray" and "Drake" are not.
_ALIKE: Final = 0.8
#: Shorter words differ by a letter too easily: Roe and Poe, Jon and Jan.
_LEAST_ALIKE_CHARS: Final = 5
#: "Maria" and "Mario", "Paul" and "Paula" are two people's names.
_GENDERED: Final = frozenset("aoe")

SAME: Final = 1.0
#: Every difference is a known spelling of a known name, and the name is not one that many bear.
KNOWN_SPELLING: Final = 0.95
#: The same letters with other spaces, or with and without "al-".
SAME_LETTERS: Final = 0.92
#: First and last names are printed in full and agree, and so does a middle initial.
MIDDLE_INITIAL: Final = 0.9
COMMON_SPELLING: Final = 0.8
LEFT_OUT: Final = 0.75
INITIALS: Final = 0.65
OTHER_ORDER: Final = 0.6
LAST_ONLY: Final = 0.55
SLIP: Final = 0.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two names are one speaker's, 0 to 1, and what differs between them, in plain words.

    ``fits`` says that the shorter name would fit other people as well: a last name, initials.
    """

    certainty: float
    reason: str
    fits: bool = False


def likeness(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare two names; None says that they are two speakers', or that nothing speaks for their being one."""
    less, more = sorted((one, other), key=by_fullness)
    if less.same == more.same:
        return Likeness(SAME, f"the same name: {less.name} / {more.name}")
    if _are_two(less, more):
        return None
    found = _bodies(less, more) if less.body else _people(less, more)
    return None if found is None else _with_small_words(found, less, more)


def by_fullness(one: Spelling) -> tuple[object, ...]:
    """Return a key that sorts the name with less in it first, the same way on every machine."""
    return len(one.words), one.fullness, one.words, one.name


def _are_two(less: Spelling, more: Spelling) -> bool:
    father_and_son = bool(less.suffix and more.suffix) and less.suffix != more.suffix
    man_and_woman = bool(less.gender and more.gender) and less.gender != more.gender
    return less.body != more.body or father_and_son or man_and_woman


def _with_small_words(found: Likeness, less: Spelling, more: Spelling) -> Likeness:
    """Lower what was found by what stands beside the words: Jr., van, al-."""
    if less.suffix != more.suffix:
        shown = "Jr. or Sr." if {less.suffix, more.suffix} & {"jr", "sr"} else "a number"
        return Likeness(min(found.certainty, INITIALS), f"{found.reason}; one is printed with {shown}", fits=True)
    if less.small != more.small:
        reason = f"{found.reason}; one is printed with {' '.join(more.small or less.small)}"
        return Likeness(min(found.certainty, INITIALS), reason, found.fits)
    if less.article != more.article:
        most = COMMON_SPELLING if _say_little(less) else SAME_LETTERS
        return Likeness(min(found.certainty, most), f"{found.reason}; with and without al-", found.fits)
    return found


def _bodies(less: Spelling, more: Spelling) -> Likeness | None:
    if "".join(less.words) == "".join(more.words):
        return Likeness(SAME_LETTERS, "the same letters")
    if len(less.words) != len(more.words):
        return None
    return _all(list(zip(less.words, more.words, strict=True)))


def _people(less: Spelling, more: Spelling) -> Likeness | None:
    if less.words == more.words:  # what stands beside them differs: a title, Jr., van, al-
        lone = len(less.words) == 1
        return Likeness(LAST_ONLY, "the last name agrees", fits=True) if lone else Likeness(SAME, "the same words")
    if found := _letters(less, more):
        return found
    last = _word(less.last, more.last)
    if last is None or less.given:
        return None if last is None else _given(less, more)
    most = COMMON_SPELLING if len(more.words) == 1 else LAST_ONLY
    agrees = "the last name agrees" if len(more.words) > 1 else ""
    return Likeness(min(last.certainty, most), _join(agrees, last.reason), fits=True)


def _letters(less: Spelling, more: Spelling) -> Likeness | None:
    """Compare names as wholes: the same letters with other spaces, the same words in another order."""
    shown = f"{less.name} / {more.name}"
    if "".join(less.words) == "".join(more.words):
        initials = 1 in map(len, (*less.words, *more.words))
        sure = INITIALS if initials else COMMON_SPELLING if len(less.words) == 1 else SAME_LETTERS
        return Likeness(sure, f"the same letters: {shown}")
    if sorted(less.sounds) == sorted(more.sounds) and less.sounds != more.sounds:
        return Likeness(OTHER_ORDER, f"the same words in another order: {shown}")
    return None


def _given(less: Spelling, more: Spelling) -> Likeness | None:
    """Compare the given names in order; each of the shorter name must find its fellow in the longer."""
    if _word(less.given[0], more.given[0]) is None:
        behind = len(more.given) > len(less.given) and len(less.given[0]) > 1
        if not (behind and more.words[-len(less.words) :] == less.words):
            return None
        return Likeness(LAST_ONLY, f"a first name is left out: {less.name} / {more.name}", fits=True)
    pairs, place = [(less.last, more.last), (less.given[0], more.given[0])], 1
    for word in less.given[1:]:
        while place < len(more.given) and _word(word, more.given[place]) is None:
            place += 1
        if place == len(more.given):
            return None
        pairs.append((word, more.given[place]))
        place += 1
    found = _all(pairs)
    if found is None or len(less.given) == len(more.given):
        return found
    left = f"a middle name is left out: {less.name} / {more.name}"
    return Likeness(min(found.certainty, LEFT_OUT), _join(found.reason, left), fits=True)


def _all(pairs: list[tuple[str, str]]) -> Likeness | None:
    """Join what word by word was found; the pair of last names and that of first names come first."""
    words = [_word(one, other) for one, other in pairs]
    found = [word for word in words if word is not None]
    if len(found) < len(pairs):
        return None
    sure, reason = min(word.certainty for word in found), _join(*dict.fromkeys(word.reason for word in found))
    initials = [n for n, pair in enumerate(pairs) if len(pair[0]) != len(pair[1]) and 1 in map(len, pair)]
    middle = sure == INITIALS and min(initials, default=0) > 1 and min(map(len, pairs[1])) > 1
    sure = MIDDLE_INITIAL if middle else sure
    if sure in {KNOWN_SPELLING, MIDDLE_INITIAL} and all(is_common(word) for pair in pairs[:2] for word in pair):
        return Likeness(COMMON_SPELLING, f"{reason}; many have this name", fits=middle)
    return Likeness(sure, reason, fits=bool(initials) and not middle)


def _say_little(name: Spelling) -> bool:
    """Whether so many people have this first and this last name that another detail counts."""
    return is_common(name.last) and (not name.given or is_common(name.given[0]))


@lru_cache(maxsize=100_000)  # a corpus has far fewer words in its names than pairs of names
def _word(one: str, other: str) -> Likeness | None:
    """Compare two words; None when they are two names."""
    if one == other:
        return Likeness(SAME, "")
    if min(len(one), len(other)) <= 1:
        return Likeness(INITIALS, "initials agree") if one[:1] == other[:1] else None
    shown = f"{one.title()}/{other.title()}"
    if spelled(one) == spelled(other):
        return Likeness(KNOWN_SPELLING, f"transliteration: {shown}")
    if is_nickname(one, other):
        return Likeness(SLIP, f"nickname: {shown}")
    if are_apart(one, other) or not _alike(one, other):
        return None
    return Likeness(SLIP, f"alike: {shown}")


def _alike(one: str, other: str) -> bool:
    if sound(one) == sound(other):
        return True
    if min(len(one), len(other)) < _LEAST_ALIKE_CHARS or _ends_of_two(one, other):
        return False
    return Levenshtein.normalized_similarity(one, other) >= _ALIKE


def _ends_of_two(one: str, other: str) -> bool:
    """Whether two words differ only in a last vowel, as a man's and a woman's name do."""
    stems = {w[:-1] if w[-1] in _GENDERED else w for w in (one, other)}
    return len(stems) == 1


def _join(*reasons: str) -> str:
    return "; ".join(reason for reason in reasons if reason)
