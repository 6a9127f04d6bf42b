"""The words of a question that only ask, and are no part of its topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.speakers.words import CALENDAR
from qa.reading.vocabulary import BE, IMPERATIVES, JOINING, LEADS, TOPICLESS, WH, any_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.reading.naming import Naming
    from qa.reading.tokens import Token

_OCCASION: Final = frozenset("discussing talking asked speaking answering addressing debating".split())
_ASKING: Final = IMPERATIVES | LEADS | {"me", "us", "all", "everything"}


def before_head(words: Sequence[Token], begin: int) -> int:
    """Step back over "And", "Tell me", "Please summarize" at the question's beginning."""
    head = [w.low for w in words[:begin]]
    return 0 if head and all(w in _ASKING for w in head) else begin


def after_verb(words: Sequence[Token], namings: Sequence[Naming], verb: int) -> int:
    """Return where the topic begins: "respond to Doe when discussing" is no part of it, "promise" is."""
    if any_verb(words[verb].low) not in TOPICLESS:
        return verb
    if any_verb(words[verb].low) == "ask" and words[verb + 1 : verb + 2] and words[verb + 1].low == "for":
        return verb + 2
    at = joining(words, verb + 1)
    named = next((one for one in namings if one.first == at), None)
    led = at == verb + 1 or words[at - 1].low in {"to", "with"}
    if named and led and not words[named.last - 1].possessive:
        at = joining(words, named.last)
    return occasion(words, at)


def joining(words: Sequence[Token], at: int) -> int:
    """Step over "about", "as to", "of/about"."""
    if at < len(words) and words[at].low == "as" and at + 1 < len(words) and words[at + 1].low == "to":
        return at + 2
    while at < len(words) and words[at].low in JOINING and not _dated(words, at + 1):
        at += 1
        if at < len(words) and words[at].gap != "/":  # "of/about" is one step
            break
    return at


def _dated(words: Sequence[Token], at: int) -> bool:
    """Whether a date follows: in "say on 23 July" the small word is the date's."""
    return at < len(words) and (words[at].low[0].isdigit() or words[at].low in CALENDAR)


def occasion(words: Sequence[Token], at: int) -> int:
    """Step over "when talking about"."""
    if at + 1 < len(words) and words[at].low in {"when", "while", "in"} and words[at + 1].low in _OCCASION:
        return joining(words, at + 2)
    return at


def before_owner(words: Sequence[Token], first: int) -> int:
    """Return where the words begin that only lead to an owner: "What was", "in", "Summarize"."""
    begin = first
    while begin and words[begin - 1].low in {"the", "in", "to"} and words[begin].joined:
        begin -= 1
    if begin and words[begin - 1].low in BE | {"did", "does"}:
        begin -= 1
    if begin and words[begin - 1].low in WH:
        begin -= 1
    return before_head(words, begin)
