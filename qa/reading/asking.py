"""Whose words a question asks for, and which of its words only say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.speakers.words import DETERMINERS, PREPOSITIONS
from qa.reading.removal import after_verb, before_head, before_owner, joining, occasion
from qa.reading.vocabulary import (
    AUXILIARIES,
    BE,
    GENERIC,
    GENERIC_NOUNS,
    IMPERATIVES,
    JOINING,
    LEADS,
    OTHER_NOUNS,
    PRONOUNS,
    ROLE_NOUNS,
    SKIPPED,
    SPEECH_NOUNS,
    WH,
    any_verb,
    is_finite,
    speech_verb,
)  # fmt: skip
from qa.reading.who import asks_who

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa.reading.naming import Naming
    from qa.reading.tokens import Token

#: So many words may stand between the auxiliary and the name ("the former minister"), or the name and its noun.
_BETWEEN: Final = 5
_TO_NOUN: Final = 4
_APPOSED: Final = 8
#: Longer titles, and lists of more people, are none that a question holds.
_MOST_TITLE_WORDS: Final = 8
_MOST_TOGETHER: Final = 16
_TITLED: Final = ROLE_NOUNS | {"the"}
#: Words before an auxiliary that ask for the time or place of a deed.
_TIMELY: Final = frozenset("when where year date day month city country".split())
_VIEWS: Final = frozenset("view opinion words eyes judgement judgment telling".split())
#: Before a stranger's possessive these show that words are asked for: "What was Roe's view".
_BEFORE_OWNER: Final = frozenset(
    "was were is are in to summarize summarise describe explain quote compare".split()
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose words are asked for, and the word ranges (half open) that only ask."""

    names: tuple[Naming, ...]
    removed: tuple[tuple[int, int], ...]


def find_asking(words: Sequence[Token], namings: Sequence[Naming]) -> Asking | None:
    """Return whose words are asked for; None when it is nobody's."""
    for form in _FORMS:
        for n, naming in enumerate(namings):
            if (found := form(words, namings, n)) and (naming.fits or naming.person):
                return found
    return None


def _auxiliary_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read "did Roe say", "has the minister Oda Bern ever promised", "did Roe and Doe tell the board"."""
    naming = namings[n]
    auxiliary = _auxiliary_before(words, naming.first)
    if auxiliary is None:
        return None
    names = _coordinated(words, namings, n)
    at = verb_after(words, names[-1].last)
    if at is None or words[names[-1].last - 1].possessive:
        return None
    low = words[at].low
    if words[auxiliary].low in BE and not low.endswith("ing"):
        return None
    where = words[auxiliary - 1].low if auxiliary else ""
    timely = any(w.low in _TIMELY for w in words[max(0, auxiliary - 2) : auxiliary])
    sure = any_verb(low) in GENERIC if timely else speech_verb(low) is not None
    names = tuple(one for one in names if one.person or one.fits) if sure else _fitting(names, timely=timely)
    if not names:
        return None
    begin = auxiliary - 1 if where in WH - {"which", "whose"} else auxiliary
    begin = before_head(words, begin)
    end = after_verb(words, namings, at)
    return Asking(names, ((begin, end),))


def _fitting(names: Sequence[Naming], *, timely: bool) -> tuple[Naming, ...]:
    """Return the known among these: with a verb that may be a deed, and no question of when, they are asked."""
    return () if timely else tuple(one for one in names if one.fits)


def _auxiliary_before(words: Sequence[Token], at: int) -> int | None:
    """Return the auxiliary before a name, titles and small words between them allowed."""
    for back in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        if words[back].low in AUXILIARIES:
            between = words[back + 1 : at]
            titled = all(w.low in SKIPPED for w in between) or between[-1].low in ROLE_NOUNS | {"the"}
            return back if titled and words[at].joined else None
        if words[back].possessive or not words[back + 1].joined:
            return None
    return None


def verb_after(words: Sequence[Token], at: int) -> int | None:
    """Return the verb of speech that follows; adverbs, and "Roe, the minister," are stepped over."""
    if at < len(words) and words[at].gap.strip() == ",":
        at = next((n for n in range(at + 1, min(len(words), at + _APPOSED)) if words[n].gap.strip() == ","), at)
        return at if any_verb(words[at].low) else None
    while at < len(words) and words[at].joined and (words[at].low in SKIPPED or words[at].low.endswith("ly")):
        at += 1
    return at if at < len(words) and words[at].joined and any_verb(words[at].low) else None


def _coordinated(words: Sequence[Token], namings: Sequence[Naming], n: int) -> tuple[Naming, ...]:
    """Return the names joined to this one: "Roe and Doe"."""
    names, sure = [namings[n]], 1
    for after in namings[n + 1 : n + _MOST_TOGETHER]:
        between = [w.low for w in words[names[-1].last : after.first]]
        if between not in (["and"], ["or"], []) or (not between and words[after.first].gap.strip() != ","):
            break
        names.append(after)
        sure = len(names) if between else sure
    return tuple(names[:sure])  # "Roe, Doe and Poe", but not "Roe, Congress's"


def _finite_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read "what Roe said about", "Roe said"."""
    naming = namings[n]
    before = words[naming.first - 1].low if naming.first else ""
    at = verb_after(words, naming.last)
    if at is None or words[naming.last - 1].possessive or (before and before not in WH | {"that", "as", "the"}):
        return None
    low = words[at].low
    if not is_finite(low) or low.endswith("ing") or asks_who(words):
        return None
    if not speech_verb(low) and not (naming.fits and before in WH):
        return None
    begin = before_head(words, naming.first - 1 if before in WH else naming.first)
    end = after_verb(words, namings, at)
    return Asking((naming,), ((begin, end),))


def _owner_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read "Roe's view of", "Roe's and Doe's televised speeches on", "in Roe's opinion"."""
    names = _coordinated(words, namings, n)
    last = names[-1]
    noun = noun_after(words, last.last) if words[last.last - 1].possessive else None
    if noun is None or asks_who(words):
        return None
    low = words[noun].low
    plain = names[0].first == 0 or words[names[0].first - 1].low in _BEFORE_OWNER
    names = tuple(one for one in names if one.fits or (one.person and low in SPEECH_NOUNS and plain))
    return Asking(names, _owner_removed(words, namings, names[0].first, noun)) if names else None


def noun_after(words: Sequence[Token], at: int) -> int | None:
    """Return the noun of speech that a possessive leads to, a few adjectives between them allowed."""
    for noun in range(at, min(len(words), at + _TO_NOUN)):
        low = words[noun].low
        if noun > at and not words[noun].joined:
            return None
        if low in SPEECH_NOUNS or low in OTHER_NOUNS:
            return noun
        if low in AUXILIARIES | JOINING | WH | PREPOSITIONS | DETERMINERS or words[noun].possessive:
            return None
    return None


def _owner_removed(
    words: Sequence[Token], namings: Sequence[Naming], first: int, noun: int
) -> tuple[tuple[int, int], ...]:
    begin = before_owner(words, first)
    if words[noun].low in GENERIC_NOUNS:
        return ((begin, occasion(words, joining(words, noun + 1))),)
    kept = next((n for n in range(first, noun) if words[n].possessive), first) + 1
    verb = verb_after(words, noun + 1)
    said = ((verb, after_verb(words, namings, verb)),) if verb and any_verb(words[verb].low) in GENERIC else ()
    return ((begin, kept), *said)


def _by_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read "the letter of Roe", "remarks by Roe", "an interview with Roe", "what was said by Roe about"."""
    naming = namings[n]
    at = _untitled(words, naming.first) - 1
    if at < 1 or words[naming.last - 1].possessive:
        return None
    before, link = words[at - 1].low, words[at].low
    noun = before in SPEECH_NOUNS and (link in {"by", "of", "from"} or (link == "with" and "interview" in before))
    said = link == "by" and speech_verb(before) not in {None, "call"} and is_finite(before)
    if not (noun or said) or not (naming.fits or noun or said):
        return None
    names = _coordinated(words, namings, n)
    begin = at - 1 if said or before in GENERIC_NOUNS else at
    while begin and words[begin - 1].low in BE | WH | {"the", "any", "all"}:
        begin -= 1
    begin = before_head(words, begin)
    return Asking(tuple(o for o in names if o.fits or o.person), ((begin, joining(words, names[-1].last)),))


def _untitled(words: Sequence[Token], first: int) -> int:
    """Step back from a name over the title before it: "the former port director Roe"."""
    at = first
    while at > max(0, first - _MOST_TITLE_WORDS) and words[at - 1].low in _TITLED:
        at -= 1
    return at


def _according_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read "according to the port director", "in the words of Roe", "as told by Roe"."""
    naming = namings[n]
    at = _untitled(words, naming.first)
    before = [w.low for w in words[max(0, at - 4) : at]]
    length = next((size for size, fits in _CUES if fits(before)), 0)
    if not length or words[naming.last - 1].possessive:
        return None
    names = _coordinated(words, namings, n)
    return Asking(tuple(o for o in names if o.fits or o.person), ((at - length, names[-1].last),))


_CUES: Final[tuple[tuple[int, Callable[[list[str]], bool]], ...]] = (
    (4, lambda b: len(b) > 3 and b[0] == "in" and b[1] == "the" and b[2] in _VIEWS and b[3] == "of"),  # noqa: PLR2004
    (3, lambda b: b[-3:] == ["as", "told", "by"]),
    (2, lambda b: b[-2:] == ["according", "to"]),
)


def _on_form(words: Sequence[Token], namings: Sequence[Naming], n: int) -> Asking | None:
    """Read the headlines "Roe on fishing" and "Roe: fishing", and "quote Roe on fishing"."""
    naming = namings[n]
    led = all(w.low in IMPERATIVES for w in words[: naming.first])
    if not naming.fits or not led or naming.last >= len(words):
        return None
    after = words[naming.last]
    if after.low in {"on", "about"} and after.joined and not words[naming.last - 1].possessive:
        return Asking((naming,), ((0, naming.last + 1),))
    return Asking((naming,), ((0, naming.last),)) if after.gap.startswith(":") else None


_FORMS: Final = (_auxiliary_form, _finite_form, _owner_form, _by_form, _according_form, _on_form)


def pronoun_asking(words: Sequence[Token], namings: Sequence[Naming]) -> Asking | None:
    """Read "what else did she say"; the names are left empty, they are for the question before to tell."""
    for n, word in enumerate(words):
        if word.low in PRONOUNS and n and words[n - 1].low in AUXILIARIES:
            at = verb_after(words, n + 1)
            if at is not None:
                begin = n - 1
                while begin and words[begin - 1].low in WH | LEADS | {"else", "more", "exactly"}:
                    begin -= 1
                return Asking((), ((begin, after_verb(words, namings, at)),))
    return None
