"""What is read from one question: filters, whose words are asked for, a time, exact phrases, the topic."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

#: With more words than this outside its quotation marks a question is prose that quotes in passing.
_MOST_WORDS_AROUND: Final = 25


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """A time that the question names in prose: ``as_printed``, and its first and last day in ISO 8601.

    ``since`` or ``until`` is None where the time is open: "since 2013", "before March 2014".
    """

    as_printed: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was read. All of it is shown, and every part can be undone by its field's name.

    *Filters*, from arguments or from ``speaker:"Jane Roe"`` in the question: ``speaker``, ``since``, ``until``,
    ``source``, ``kind``; with a minus before them ``not_speaker``, ``not_source``, ``not_kind``. A time is ISO
    8601, as exact as it was given. ``phrases`` stand in quotation marks, and those that ``must`` occur do;
    ``not_phrases`` must not.

    *Preferences*, from prose: ``asked`` are the canonical names of those whose words are asked for, or to whom
    the question is put, and ``asked_as`` the name as printed; where it fits several speakers they are the
    ``choices``, and all of them are ``asked``. ``misspelt`` says that the name was read past a typing error.
    ``mentioned`` are known speakers who are named, but whose words are not asked for. ``period`` is the time.
    ``who`` says that the answer is a speaker: "Who promised a bridge?".

    ``carried`` names the fields taken over from the question before. ``topic`` is what the answer is about:
    the question without filters and without "What did Jane Roe say about"; ``words`` is the question without
    filters. Where the topic was carried, ``words`` holds it too. Neither is ever without a word if the question
    had one.
    """

    speaker: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    kind: str | None = None
    not_speaker: tuple[str, ...] = ()
    not_source: tuple[str, ...] = ()
    not_kind: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    not_phrases: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    asked_as: str | None = None
    choices: tuple[str, ...] = ()
    misspelt: bool = False
    mentioned: tuple[str, ...] = ()
    period: AskedPeriod | None = None
    who: bool = False
    carried: tuple[str, ...] = ()
    topic: str = ""
    words: str = ""

    @property
    def absent(self) -> bool:
        """Whether words are asked for of somebody who is none of the known speakers."""
        return self.asked_as is not None and not self.asked

    @property
    def must(self) -> tuple[str, ...]:
        """The exact phrases that must occur: all, unless more than 25 words stand outside the quotation marks.

        A question of that length is prose that quotes in passing. In debates moderators quote at length what was
        said elsewhere, and the answers do not repeat it; a search for exact words is short.
        """
        around = _word_count(self.words) - sum(map(_word_count, self.phrases))
        return self.phrases if around <= _MOST_WORDS_AROUND else ()

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as JSON values."""
        values = {name: list(v) if isinstance(v, tuple) else v for name, v in asdict(self).items()}
        return values | {"absent": self.absent, "must": list(self.must)}


def _word_count(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in text.split())
