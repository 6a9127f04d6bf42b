"""``read_question``: everything that a question says about where its answer is to be found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.reading.address import find_address
from qa.reading.asking import Asking, find_asking
from qa.reading.follow import Question, follow
from qa.reading.known import YEAR
from qa.reading.naming import find_namings
from qa.reading.period import find_period
from qa.reading.syntax import read_syntax
from qa.reading.tokens import is_inside, tokens
from qa.reading.topic import without, without_words
from qa.reading.vocabulary import JOINING, any_verb
from qa.reading.who import asks_who
from qa.reading.whose import mentioned, with_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from qa.reading.known import Known
    from qa.reading.naming import Naming
    from qa.reading.tokens import Token
    from qa.reading.values import AskedPeriod, Reading


def read_question(
    question: str, known: Known, *, previous: Reading | None = None, ignore: Collection[str] = ()
) -> Reading:
    """Read a question.

    Args:
        question: its text; its length was checked before, which bounds the time this takes.
        known: who speaks in the corpus. Where nobody is known to speak, nobody's words can be missed, and
            ``asked_as`` stays None.
        previous: the reading of the question before, for one that leans on it.
        ignore: names of the fields that the user undid; what is carried over as a whole is ``carried``.

    Raises:
        UsageError: a filter in the question means nothing.
    """
    syntax = read_syntax(question, ignore)
    text = syntax.words
    words = tokens(text)
    namings = find_namings(text, words, known)
    asking = None if "asked" in ignore else _asking(words, namings, syntax.quoted)
    closed = [*syntax.quoted, *_titles(text, known)]
    period = None if "period" in ignore else find_period(text, closed)
    reading = replace(
        syntax.filters,
        mentioned=() if "mentioned" in ignore else mentioned(namings, known),
        period=period,
        who="who" not in ignore and asks_who(words),
        words=text,
        topic=text,
    )
    if asking and known.speakers:
        topic = _topic(text, words, asking, period)
        reading = replace(with_asked(reading, asking.names, known), topic=topic)
    if previous is not None and "carried" not in ignore:
        asked = Question(text, words, namings, known, _place(period, text, words))
        reading = follow(reading, asked, previous, ignore)
    return reading


def _asking(words: Sequence[Token], namings: Sequence[Naming], quoted: Sequence[tuple[int, int]]) -> Asking | None:
    """Return whose words are asked for: of whoever is spoken to, before anybody spoken of."""
    outside = _open(namings, words, quoted)
    address = find_address(words, outside, quoted)
    if address and address.sure:
        return address.asking
    return find_asking(words, outside) or (address.asking if address else None)


def _open(namings: Sequence[Naming], words: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> list[Naming]:
    """Return the names outside quotation marks: whoever is named in a quoted phrase is not asked."""
    return [one for one in namings if not is_inside(quoted, words[one.first].start)]


def _titles(text: str, known: Known) -> list[tuple[int, int]]:
    """Return where titles with a year in them stand: that year is no time asked for."""
    low = text.lower()  # of the same length as the text but for rare letters, and then only a year is lost
    titles = {title for year in set(YEAR.findall(text)) for title in known.dated_titles.get(year, ())}
    places = ((low.find(title), len(title)) for title in titles)
    return [(at, at + length) for at, length in places if at >= 0]


def _place(period: AskedPeriod | None, text: str, words: Sequence[Token]) -> tuple[int, int] | None:
    """Return the words that name the time."""
    at = text.find(period.as_printed) if period else -1
    if period is None or at < 0:
        return None
    inside = [n for n, word in enumerate(words) if at <= word.start < at + len(period.as_printed)]
    return (inside[0], inside[-1] + 1) if inside else None


def _topic(text: str, words: Sequence[Token], asking: Asking, period: AskedPeriod | None) -> str:
    """Return what is left to search for; all words, where it is nothing, or nothing but a time or "promise"."""
    topic = without_words(text, words, asking.removed)
    left = tokens(without(topic, period.as_printed) if period else topic)
    after = words[asking.removed[-1][1] - 1].low
    bare = len(left) == 1 and any_verb(left[0].low) and after not in JOINING
    return topic if left and not bare else text
