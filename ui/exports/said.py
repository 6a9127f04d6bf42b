"""Which of a passage's words are whose: nobody is put below words that are not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.model import UtteranceKind
from ui import strings
from ui.exports.texts import legible, legible_line
from ui.speakers import spoken_line

if TYPE_CHECKING:
    from corpus.model import Passage, Utterance

#: Longer words than this are shown by their beginning and their end, each of so many characters at most.
LONGEST, EDGE = 600, 280
_MARKS: Final = ("“", "”", "„", "«", "»", "‘", "’", '"', "'", "`")
_WITH_MARKS: Final = frozenset({UtteranceKind.DIRECT, UtteranceKind.PART})


def said_lines(passage: Passage) -> list[str]:
    """Return a line for every utterance of a passage, or that nobody is quoted.

    "— Jane Roe, speaking" where the whole passage is said, else "In it: Jane Roe, quoted directly: “No.”".
    """
    return list(dict.fromkeys(_said_line(passage, u) for u in passage.utterances)) or [strings.NO_QUOTATION]


def words_of(passage: Passage, utterance: Utterance) -> str:
    """Return the very words of an utterance, with the marks that stand around them."""
    return passage.text[utterance.start : utterance.end]


def is_whole(passage: Passage, utterance: Utterance) -> bool:
    """Whether a passage is one utterance from end to end, or a turn behind the label that names its speaker."""
    before, behind = passage.text[: utterance.start].strip(), passage.text[utterance.end :].strip()
    label = utterance.kind is UtteranceKind.TURN and before.endswith(":") and "\n" not in before
    return not behind and (label or not before)


def shown_words(passage: Passage, utterance: Utterance) -> str:
    """Return an utterance's words behind a colon: verbatim, with "[…]" in the middle where they are very long.

    Marks are put around a speaker's own words where the text has none, and never around a report of them.
    """
    words = words_of(passage, utterance)
    marked = utterance.kind in _WITH_MARKS and words.startswith(_MARKS)
    shown = _shortened(legible(words))
    if utterance.kind.verbatim and not marked:
        shown = strings.EXPORT_MARKED.format(words=shown)
    return strings.EXPORT_WORDS.format(words=shown)


def _said_line(passage: Passage, utterance: Utterance) -> str:
    line = legible_line(spoken_line(utterance))
    if is_whole(passage, utterance):
        return strings.EXPORT_SAID.format(line=line)
    return f"{strings.EXPORT_IN_IT}{line}{shown_words(passage, utterance)}"


def _shortened(words: str) -> str:
    """Cut the middle out of very long words, between two words where there are blanks."""
    if len(words) <= LONGEST:
        return words
    head, tail = words[:EDGE], words[-EDGE:]
    head = head[: head.rfind(" ")] if " " in head else head
    tail = tail[tail.find(" ") + 1 :]
    return f"{head} {strings.LEFT_OUT} {tail}"
