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
    return one.fullness, one.words, one.name


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
        return Likeness(min(found.certainty, SAME_LETTERS), f"{found.reason}; with and without al-", found.fits)
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
    if "".join(less.words) == "".join(more.words):
        sure = SAME_LETTERS if min(map(len, less.words)) > 1 and min(map(len, more.words)) > 1 else INITIALS
        return Likeness(sure, f"the same letters: {less.name} / {more.name}")
    if sorted(less.sounds) == sorted(more.sounds) and less.sounds != more.sounds:
        return Likeness(OTHER_ORDER, f"the same words in another order: {less.name} / {more.name}")
    last = _word(less.last, more.last)
    if last is None:
        return None
    if len(more.words) == 1:
        return Likeness(min(last.certainty, COMMON_SPELLING), last.reason, fits=True)
    if not less.given:
        return Likeness(min(last.certainty, LAST_ONLY), _join("the last name agrees", last.reason), fits=True)
    return _given(less, more)


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
    found = [_word(one, other) for one, other in pairs]
    if any(f is None for f in found):
        return None
    known = [f for f in found if f is not None]
    sure = min(f.certainty for f in known)
    reason = _join(*dict.fromkeys(f.reason for f in known))
    if sure == KNOWN_SPELLING and all(is_common(one) or is_common(other) for one, other in pairs):
        return Likeness(COMMON_SPELLING, reason)
    initials = [
        n for n, (one, other) in enumerate(pairs) if len(one) != len(other) and 1 in {len(one), len(other)}
    ]
    if sure == INITIALS and min(initials, default=0) > 1 and len(pairs[1][0]) > 1:
        return Likeness(MIDDLE_INITIAL, "initials agree")
    return Likeness(sure, reason, fits=bool(initials))


@lru_cache(maxsize=100_000)  # a corpus has far fewer words in its names than pairs of names
def _word(one: str, other: str) -> Likeness | None:
    """Compare two words; None when they are two names."""
    if one == other:
        return Likeness(SAME, "")
    if 1 in {len(one), len(other)}:
        return Likeness(INITIALS, "initials agree") if one[0] == other[0] else None
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
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_ALIKE_CHARS or _ends_of_two(one, other):
        return False
    return Levenshtein.normalized_similarity(one, other) >= _ALIKE


def _ends_of_two(one: str, other: str) -> bool:
    """Whether two words differ only in a last vowel, as a man's and a woman's name do."""
    stems = {w[:-1] if w[-1] in _GENDERED else w for w in (one, other)}
    return len(stems) == 1


def _join(*reasons: str) -> str:
    return "; ".join(reason for reason in reasons if reason)
