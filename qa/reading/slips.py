"""Whether one word of a name may be another with a typing error; all words are folded."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from corpus.speakers.gazetteer import first_names, places
from corpus.speakers.sounds import sound
from corpus.speakers.variants import are_apart, is_common

#: Shorter names may not hold another letter, even beside a name that is right: that is another name.
LEAST_CHARS: Final = 5
#: From here on a letter too many or too few is forgiven beside a name that is right.
_LEAST_SHORT_CHARS: Final = 4


def is_given_slip(typed: str, name: str) -> bool:
    """Whether one given name may be the other misspelt."""
    if min(len(typed), len(name)) < LEAST_CHARS or typed[0] != name[0]:
        return False
    return sound(typed) == sound(name) or (not is_name(typed) and OSA.distance(typed, name, score_cutoff=1) <= 1)


def is_short_slip(typed: str, name: str) -> bool:
    """Whether a short given name may be the other: Wena for Wenna, but not Lina for Lena."""
    if min(len(name), len(typed) + 1) < _LEAST_SHORT_CHARS or typed[0] != name[0] or are_apart(typed, name):
        return False
    alike = sound(typed) == sound(name) and OSA.distance(typed, name, score_cutoff=1) <= 1
    return alike or (is_finger_slip(typed, name) and not is_name(typed))


def is_finger_slip(typed: str, name: str) -> bool:
    """Whether one letter is too many or too few, or two are exchanged; with another letter it is another name."""
    if min(len(name), len(typed) + 1) < _LEAST_SHORT_CHARS or typed[0] != name[0] or are_apart(typed, name):
        return False
    moved = len(typed) != len(name) or sorted(typed) == sorted(name)
    return moved and OSA.distance(typed, name, score_cutoff=1) == 1


def is_name(word: str) -> bool:
    """Whether a word is a name of its own: a first name, a place, a name that very many bear."""
    return word in first_names() or word in places() or is_common(word)
