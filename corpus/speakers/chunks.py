"""Who could be speaking: names, titles, pronouns and nouns for people in a scanned paragraph."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.names import OPENERS, TITLES
from corpus.speakers.verbs import AMBIGUOUS, LEMMA, SPEECH_NOUNS
from corpus.speakers.words import (
    ADVERBS, ATTACHING, AUXILIARIES, CALENDAR, CONJUNCTIONS, DETERMINERS, PEOPLE, PERSONAL, PREPOSITIONS,
)  # fmt: skip

if TYPE_CHECKING:
    from corpus.speakers.scan import Scan


class Form(StrEnum):
    """What a chunk looks like."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Chunk(NamedTuple):
    """Items ``first`` to ``last`` of a scan; ``head`` is the item of the noun or last name it turns on."""

    first: int
    last: int
    head: int
    form: Form
    possessive: bool


_LINKS = frozenset("of de la van von der den bin ibn al el del du da di & ’ -".split())
#: Owners of words: "in her letter".
_OWN = frozenset("his her their my our its".split())
_MOST_NOUNS = 2  # plain words that a name is part of: "the Roe campaign", not "Roe went home"
_NOT_IN = CONJUNCTIONS | AUXILIARIES | ADVERBS | PREPOSITIONS
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})


def chunks(scan: Scan) -> list[Chunk]:
    """Return the chunks of a paragraph, left to right; longer forms of one head come after the shorter."""
    out: list[Chunk] = []
    i, count = 0, len(scan.words)
    while i < count:
        found = _chunk(scan, i)
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last + 1
    return out + _extended(scan, out)


def _chunk(scan: Scan, at: int) -> Chunk | None:
    low = scan.lows[at]
    if low in PERSONAL and scan.words[at] != "US" and not _goes_on(scan, at):
        return Chunk(at, at, at, Form.PRONOUN, possessive=False)
    if low in _OWN and any(w in SPEECH_NOUNS for w in scan.lows[at + 1 : at + 4]):
        return Chunk(at, at, at, Form.PRONOUN, possessive=True)
    if not scan.words[at][:1].isalnum() or low in _NOT_IN:
        return None
    at, last, head, form, stop = _grown(scan, at)
    if head < 0:
        head = last = _noun(scan, at, stop)
        if head < 0:
            return None
    while last + 1 < len(scan.words) and scan.lows[last + 1] in {"jr.", "sr.", "ii", "iii"}:
        last += 1
    if all(scan.lows[k].rstrip(".") in TITLES or scan.lows[k] in DETERMINERS for k in range(at, last + 1)):
        form = Form.TITLE
    after = scan.lows[last + 1] if last + 1 < len(scan.lows) else ""
    glued = last + 1 < len(scan.lows) and scan.starts[last + 1] == scan.ends[last]
    return Chunk(at, last, head, form, possessive=glued and after in _POSSESSIVE)


def _grown(scan: Scan, at: int) -> tuple[int, int, int, Form, int]:
    """Grow a chunk from ``at``: its first item, last item, head, form, and the item at which it stopped."""
    last = head = -1
    form = Form.NOUN
    i = at
    while i < len(scan.words):
        kind = _kind(scan, i, at)
        if kind == "stop":
            break
        if kind in {"name", "people", "title"}:
            plain = i > at and scan.words[i - 1].islower() and scan.lows[i - 1] not in _LINKS
            if kind != "people" and plain and head < 0 and scan.lows[at] not in DETERMINERS:
                at = i  # "refugees Obama will accept": a plain word is no part of the name behind it
            if kind == "name" and plain and 0 <= head < i - 1:
                break  # "Sanders thrill young Democrats": names with plain words between them are two
            last = head = i
            form = Form.NAME if kind == "name" else Form.NOUN
        i += 1
    return at, last, head, form, i


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether "some", "many", "others" here belongs to a noun behind it."""
    if scan.lows[at] not in _COUNTING or at + 1 >= len(scan.lows):
        return False
    low = scan.lows[at + 1]
    return low[:1].isalpha() and not (low in LEMMA or low in _NOT_IN or low in PERSONAL)


#: Verbs of speech that are also what somebody is: "a report", "a law bill".
_HOLDERS = frozenset("general state judge author host reason".split())
_COUNTING = frozenset("some many others another one most".split())


def _kind(scan: Scan, i: int, at: int) -> str:
    """Tell what an item does to the chunk that opened at ``at``: stop, pass, or be its head so far."""
    word, low = scan.words[i], scan.lows[i]
    if scan.folded[i] >= 0 or not (word[:1].isalnum()):
        hyphen = word in {"-", "&", "’", "'", "’s", "'s"} and i > at
        return "pass" if hyphen else "stop"
    capital = word[:1].isupper()
    opening = i == 0 or scan.sentences[i - 1] != scan.sentences[i] or not scan.words[i - 1][:1].isalnum()
    if low.rstrip(".") in CALENDAR and capital:
        return "pass" if i > at and scan.lows[i - 1] in {"a", "an", "the"} else "stop"
    if capital and opening and _opens_clause(scan, i):
        return "stop"
    if capital and not (opening and low in OPENERS and low not in TITLES):
        return "title" if low.rstrip(".") in TITLES else "name"
    if word[0].isdigit() and i > at and scan.words[i - 1][:1].isupper():
        return "name"  # "Channel 7"
    if low in DETERMINERS:
        return "pass" if i == at or scan.lows[i - 1] in DETERMINERS else "stop"
    if low in _LINKS and _linked(scan, i, at):
        return "pass"
    if low in _NOT_IN or low in PERSONAL:
        return "stop"
    before = scan.words[i - 1] if i > at else ""
    named = before[:1].isupper() and scan.lows[at] not in DETERMINERS
    follows = scan.lows[i + 1] if i + 1 < len(scan.lows) else ""
    if low in LEMMA and named and follows not in PEOPLE and follows not in TITLES and low not in _HOLDERS:
        return "stop"  # "Henry reports"; but "the White House press secretary"
    if low in PEOPLE or low in TITLES:
        return "people"
    loose = i > at and (scan.lows[i - 1] in DETERMINERS or (low in AMBIGUOUS and not named) or (low in AMBIGUOUS and follows in PEOPLE))
    if low in LEMMA and not loose:
        return "stop"
    past_name = any(scan.words[k][:1].isupper() or scan.lows[k] in PEOPLE for k in range(at, i))
    if past_name and low.endswith(("ed", "ing", "ly", "s")) and low not in PEOPLE:
        return "stop" if not low.endswith("s") or low.endswith("ss") is False else "pass"
    return "pass"


def _opens_clause(scan: Scan, i: int) -> bool:
    """Whether a capitalised word is a participle or adverb that opens a sentence: "Asked", "Adding", "Sadly"."""
    low = scan.lows[i]
    after = scan.words[i + 1] if i + 1 < len(scan.words) else ""
    shaped = (low in LEMMA and low not in TITLES) or low.endswith(("ing", "ed", "ly"))
    acts = after.lower() in LEMMA or after in AUXILIARIES or after in _POSSESSIVE  # "Kelly said", "Reed’s"
    return shaped and not acts and not after[:1].isupper()


def _linked(scan: Scan, i: int, at: int) -> bool:
    """Whether a small word joins two capitalised ones: "Department of Justice", "van der Roe"."""
    if i == at or i + 1 >= len(scan.words) or not scan.words[i - 1][:1].isupper():
        return False
    return scan.words[i + 1][:1].isupper() or (scan.lows[i + 1] in _LINKS | {"the"} and i + 2 < len(scan.words)
                                               and scan.words[i + 2][:1].isupper())  # fmt: skip


def _noun(scan: Scan, at: int, stop: int) -> int:
    """Return the head of a chunk with no noun for people in it: its last word, where it has a determiner."""
    if scan.lows[at] in DETERMINERS and stop - 1 > at:
        words = [k for k in range(at + 1, min(stop, at + 4)) if scan.words[k][:1].isalnum()]
        return words[-1] if words else -1
    plural = scan.lows[at].endswith("s") and scan.words[at][:1].isalpha()
    return at if plural and len(scan.lows[at]) > 3 else -1  # noqa: PLR2004 - "his", "yes"


def _extended(scan: Scan, found: list[Chunk]) -> list[Chunk]:
    """Hang the phrases behind a noun on it: "a spokesman for the mayor of Poole"."""
    out = [longer for chunk in found if (longer := _with_nouns(scan, chunk)) is not None]
    for n, chunk in enumerate(found[:-1]):
        last = chunk.last
        for other in found[n + 1 : n + 4]:
            gap = other.first - last - 1
            joint = scan.lows[last + 1] if gap == 1 else ""
            if joint not in ATTACHING and not (joint == "and" and other.form is not Form.PRONOUN):
                break
            last = other.last
        if last != chunk.last and chunk.form is not Form.PRONOUN and not chunk.possessive:
            out.append(Chunk(chunk.first, last, chunk.head, chunk.form, possessive=False))
    return out


def _with_nouns(scan: Scan, chunk: Chunk) -> Chunk | None:
    """Take in the plain nouns behind a name: "the Paris agreement", "Roe’s office", "a Pentagon readout"."""
    if chunk.form is Form.PRONOUN:
        return None
    i = chunk.last + 1 + chunk.possessive
    first = i
    while i < len(scan.words) and i < first + _MOST_NOUNS and scan.folded[i] < 0 and scan.words[i].islower():
        low = scan.lows[i]
        if low in _NOT_IN or low in LEMMA or low in PERSONAL or low in DETERMINERS or low.endswith(("ed", "ing", "ly")):
            break
        i += 1
    if i == first:
        return None
    return Chunk(chunk.first, i - 1, i - 1, Form.NOUN, possessive=False)
