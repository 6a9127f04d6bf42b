"""A stretch of the corpus in which a quotation is looked for: passages in order, read as one row of words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.model import UtteranceKind
from qa.checking.quotation import NOTE_MARK
from qa.checking.words import PLAIN_DIGITS, Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.model import Passage, Utterance

_MARK: Final = re.compile(r"\[\^?([^\[\]\s]{1,7})\]")
#: Marks between the author's words at which a sentence ends: what comes then is more than "said Roe".
_SENTENCE_END: Final = re.compile(r"[.?!](?=\s)")


@dataclass(frozen=True, slots=True)
class SourceWord(Word):
    """A word of a passage; its offsets are in the passage's text.

    ``passage`` is the number of its passage in the region, ``note`` the label of the note marked behind it.
    ``bracketed`` says that it stands in the source's own brackets. ``utterance`` is what it is said in: somebody's
    own words before a report of them; None for the author's. ``between`` says that it is the author's between two
    stretches of one speaker's words, such as "said Roe": a quotation of the speaker may leave it out.
    """

    passage: int = 0
    note: str = ""
    bracketed: bool = False
    utterance: Utterance | None = None
    between: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Passages in reading order, and all their words in a row."""

    passages: tuple[Passage, ...]
    words: tuple[SourceWord, ...] = field(repr=False)


def read_region(passages: Sequence[Passage]) -> Region:
    """Read these passages as one text."""
    return Region(tuple(passages), tuple(w for n, p in enumerate(passages) for w in _words(n, p)))


def words_of(passage: Passage) -> list[Word]:
    """Return the words of a passage without the marks of notes."""
    return words(_without_marks(passage)[0])


def _words(number: int, passage: Passage) -> list[SourceWord]:
    masked, notes = _without_marks(passage)
    brackets = _bracketed(masked)
    found = words(masked)
    said = [_said_in(passage.utterances, word) for word in found]
    between = _between(masked, found, said)
    ends = [*(word.start for word in found[1:]), len(masked)][: len(found)]
    return [
        SourceWord(
            word.key, word.start, word.end, word.broken,
            passage=number,
            note=next((label for at, label in notes if word.end <= at < end), ""),
            bracketed=word.start in brackets,
            utterance=utterance,
            between=n in between,
        )
        for n, (word, utterance, end) in enumerate(zip(found, said, ends, strict=True))
    ]  # fmt: skip


def _without_marks(passage: Passage) -> tuple[str, list[tuple[int, str]]]:
    """Return the text with blanks in place of the marks of notes, and where each stood with its label.

    Up to three digits in brackets are a mark wherever they stand; anything else only where the passage cites it.
    """
    marks = [*NOTE_MARK.finditer(passage.text), *_MARK.finditer(passage.text)]
    notes: dict[int, str] = {}
    letters = list(passage.text)
    for mark in marks:
        label = "".join(map(str, filter(None, mark.groups())))
        if mark.re is NOTE_MARK or label in passage.notes:
            notes[mark.start()] = label.translate(PLAIN_DIGITS)
            letters[mark.start() : mark.end()] = " " * len(mark.group())
    return "".join(letters), sorted(notes.items())


def _bracketed(text: str) -> set[int]:
    return {at for match in re.finditer(r"\[[^\[\]]*\]", text) for at in range(*match.span())}


def _said_in(utterances: Iterable[Utterance], word: Word) -> Utterance | None:
    """Return the utterance a word stands in: the innermost of somebody's own words, else of a report."""
    around = [u for u in utterances if u.start < word.end and word.start < u.end]
    own = [u for u in around if u.kind.verbatim]
    return min(own or around, key=lambda u: u.end - u.start, default=None)


def name_of(utterance: Utterance | None) -> str | None:
    """Return who says an utterance, surely or probably; None where nothing tells."""
    return (utterance.speaker or utterance.probably) if utterance else None


def _between(text: str, found: Sequence[Word], said: Sequence[Utterance | None]) -> set[int]:
    """Return which words are the author's between two stretches of whole speech by one speaker.

    Words quoted in part are no such stretches: put side by side they would make a sentence that nobody said. Nor
    is anything left out in which a new sentence begins.
    """
    out: set[int] = set()
    first = None
    for n, utterance in enumerate(said):
        if utterance is None:
            first = n if first is None else first
            continue
        if first and _goes_on(said[first - 1], utterance):
            run = text[found[first].start : found[n - 1].end]
            out |= set() if _SENTENCE_END.search(run) else set(range(first, n))
        first = None
    return out


def _goes_on(before: Utterance | None, after: Utterance) -> bool:
    whole = all(u is not None and u.kind.verbatim and u.kind is not UtteranceKind.PART for u in (before, after))
    return whole and before is not after and name_of(before) is not None and name_of(before) == name_of(after)
