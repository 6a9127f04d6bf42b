"""Questions that lean on the one before: "and in 2015?", "what else did she say?", "what about Gaza?", "why?"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from qa.reading.asking import noun_after, pronoun_asking
from qa.reading.topic import without, without_words
from qa.reading.vocabulary import AUXILIARIES, LEADS, OWNERS, PRONOUNS, SECOND_PERSON, WH, any_verb
from qa.reading.whose import with_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qa.reading.known import Known
    from qa.reading.naming import Naming
    from qa.reading.tokens import Token
    from qa.reading.values import Reading

_ABOUT: Final = (["what", "about"], ["how", "about"], ["what", "of"])
#: A question of these words only is about what the last one was about.
_FILLERS: Final = WH | frozenset(
    """else more that this it them those these anything something everything so then too again also about of on
    there such exactly come really yes to say a the in tell me please and but or""".split()
)
#: Of those, the ones that point back.
_POINTING: Final = frozenset("else more that this it them those these anything so again".split())
_MOST_ELLIPTIC_WORDS: Final = 8
_WHOSE: Final = ("asked", "asked_as", "choices", "misspelt", "mentioned")


@dataclass(frozen=True, slots=True)
class Question:
    """A question's words and names, as they were read, and the words (half open) that name its time."""

    text: str
    words: Sequence[Token]
    namings: Sequence[Naming]
    known: Known
    time: tuple[int, int] | None = None


def follow(reading: Reading, question: Question, previous: Reading, ignore: Collection[str]) -> Reading:
    """Return a reading completed from the one before it; as it is, where the question stands on its own."""
    lead, elliptic = _lead(question)
    rest = [w.low for w in question.words[lead:]]
    if elliptic and (found := _elliptic(reading, question, previous, lead)):
        return _kept(reading, found, ignore)
    if reading.asked_as is not None:
        joined = bool(lead) and not without(reading.topic, question.text)
        return _kept(reading, _pointing(reading, "" if joined else reading.topic, previous, joined=joined), ignore)
    if rest and all(low in _FILLERS for low in rest):
        return _kept(reading, _whole(reading, previous), ignore)
    if reading.who and all(low in _FILLERS or any_verb(low) for low in rest):  # "and who disagreed?"
        return _kept(reading, _with_period(_with_topic(reading, previous), previous), ignore)
    return _kept(reading, _pronoun(reading, question, previous), ignore)


def _lead(question: Question) -> tuple[int, bool]:
    """Return how many words only join the question to the last, and whether the rest is no sentence."""
    words = question.words
    at = 0
    while at < len(words) and words[at].low in LEADS:
        at += 1
    if [w.low for w in words[at : at + 2]] in _ABOUT:
        return at + 2, True
    rest = words[at:]
    sentence = any(w.low in AUXILIARIES | WH | PRONOUNS or any_verb(w.low) for w in rest)
    timely = question.time == (at, len(words))
    return at, timely or (at > 0 and 0 < len(rest) <= _MOST_ELLIPTIC_WORDS and not sentence)


def _elliptic(reading: Reading, question: Question, previous: Reading, lead: int) -> Reading | None:
    """Read "what about ...": another time, another speaker, or another topic."""
    length = len(question.words)
    begin, end = question.time or (length, length)
    left = [n for n in range(lead, length) if not begin <= n < end]
    if not left:
        return _whole(reading, previous) if question.time else None
    if question.words[left[0]].low in OWNERS:
        return None
    named = next((one for one in question.namings if one.fits), None)
    spoken_to = {n for n in left if question.words[n].low in SECOND_PERSON}  # "and you, Minister Roe?"
    if named and set(left) - spoken_to <= set(range(named.first, named.last)):
        return _whole(with_asked(reading, [named], question.known), previous)
    topic = without_words(question.text, question.words, [(0, lead)])
    reading = _with_period(_with_asked(replace(reading, topic=topic), previous), previous)
    return _pointing(reading, topic, previous)


def _pronoun(reading: Reading, question: Question, previous: Reading) -> Reading:
    """Read "what did she say about ports", "her view on ports", "did he win"."""
    asking = pronoun_asking(question.words, question.namings)
    removed = asking.removed if asking else _owner(question.words)
    if removed:
        topic = without_words(question.text, question.words, removed)
        reading = _with_asked(replace(reading, topic=topic or reading.topic), previous)
        return _pointing(reading, topic, previous, joined=True)
    stands = any(w.low in {"he", "she"} for w in question.words) and not reading.mentioned
    if stands and len(previous.asked) == 1:
        return replace(reading, mentioned=previous.asked, carried=("mentioned",))
    return reading


def _owner(words: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    for n, word in enumerate(words):
        if word.low in OWNERS and (noun := noun_after(words, n + 1)):
            begin = n
            while begin and words[begin - 1].low in WH | LEADS | {"was", "is", "were", "are", "about"}:
                begin -= 1
            return ((begin, noun + 1 + _joins(words, noun + 1)),)
    return ()


def _joins(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].low in {"about", "on", "of", "towards", "regarding"}


def _pointing(reading: Reading, topic: str, previous: Reading, *, joined: bool = False) -> Reading:
    """Take over the topic where the question only points at it, or, ``joined`` to the last, has none."""
    beside = without(topic, reading.period.as_printed) if reading.period else topic
    low = [word.strip("?!.,;").casefold() for word in beside.split()]
    points = all(word in _FILLERS for word in low) and any(word in _POINTING for word in low)
    return _with_period(_with_topic(reading, previous), previous) if points or (joined and not low) else reading


def _whole(reading: Reading, previous: Reading) -> Reading:
    """Take over whose words, when and about what; what the question says itself stands."""
    return _with_period(_with_topic(_with_asked(reading, previous), previous), previous)


def _with_asked(reading: Reading, previous: Reading) -> Reading:
    if reading.asked_as is not None or previous.asked_as is None:
        return reading
    named = tuple(name for name in reading.mentioned if name not in previous.asked)
    taken = {name: getattr(previous, name) for name in _WHOSE[:-1]} | {"mentioned": named}
    return replace(reading, **taken, carried=(*reading.carried, "asked"))


def _with_period(reading: Reading, previous: Reading) -> Reading:
    if reading.period is not None or previous.period is None:
        return reading
    return replace(reading, period=previous.period, carried=(*reading.carried, "period"))


def _with_topic(reading: Reading, previous: Reading) -> Reading:
    if "topic" in reading.carried:
        return reading
    vague = previous.asked_as and previous.topic == previous.words and "topic" not in previous.carried
    if vague:  # "What did Veld say?" was about nothing in particular
        return reading
    topic = previous.topic
    if previous.period and reading.period and reading.period != previous.period:
        topic = without(topic, previous.period.as_printed) or topic
    return replace(reading, topic=topic, carried=(*reading.carried, "topic"))


def _kept(fresh: Reading, found: Reading, ignore: Collection[str]) -> Reading:
    """Undo what the user undid of what was taken over, and let the words searched hold a topic taken over."""
    for name in found.carried:
        if name in ignore:
            fields = _WHOSE if name == "asked" else (name,)
            found = replace(found, **{n: getattr(fresh, n) for n in fields})
    carried = tuple(name for name in found.carried if name not in ignore)
    words = found.topic if "topic" in carried else found.words
    return replace(found, carried=carried, words=words)
