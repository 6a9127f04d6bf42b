"""Who could be speaking: names, titles, pronouns and nouns for people in a scanned paragraph."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.gazetteer import places
from corpus.speakers.lexicon import (
    AMBIG,
    AUX,
    CALEND,
    CAPITAL,
    COUNTING,
    DET,
    HOLDER,
    LINK,
    OPENER,
    OUTSIDE,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TITLE,
    VERB,
    WORD,
)  # fmt: skip
from corpus.speakers.verbs import SPEECH_NOUNS
from corpus.speakers.words import ATTACHING

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


#: Owners of words: "in her letter".
_OWN = frozenset("his her their my our its".split())
_POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_INSIDE = frozenset({"-", "&", "’", "'", "’s", "'s"})
_GENERATION = frozenset({"jr.", "sr.", "ii", "iii"})
_MOST_NOUNS = 2  # plain words that a name is part of: "the Roe campaign", not "Roe went home"
_SHORTEST_PLURAL = 4  # letters; "his" and "yes" are none
_WHERE = frozenset("in at from near outside".split())
#: Items of the longest chunk: every item may open one, so without a bound a line of "1-1-1-" takes its square.
_LONGEST = 40
_STOP, _PASS, _NAME, _TITLE, _PEOPLE = range(5)


def chunks(scan: Scan) -> list[Chunk]:
    """Return the chunks of a paragraph, left to right; longer forms of one head come after the shorter."""
    out: list[Chunk] = []
    flags = scan.flags
    i, count = 0, len(flags)
    while i < count:
        flag = flags[i]
        begins = flag & WORD and (flag & PRONOUN or not flag & OUTSIDE) and not _is_party(scan, i)
        if begins and (found := _chunk(scan, i)):
            out.append(found)
            i = found.last
        i += 1
    return out + _extended(scan, out)


def _is_party(scan: Scan, at: int) -> bool:
    """Whether an item is a letter in brackets: "Jane Roe (D) said"."""
    return len(scan.words[at]) == 1 and at > 0 and scan.words[at - 1 : at + 2 : 2] == ["(", ")"]


def _chunk(scan: Scan, at: int) -> Chunk | None:
    flags, lows = scan.flags, scan.lows
    if flags[at] & PRONOUN and scan.words[at] != "US" and not _goes_on(scan, at):
        return Chunk(at, at, at, Form.PRONOUN, possessive=False)
    if lows[at] in _OWN and not SPEECH_NOUNS.isdisjoint(lows[at + 1 : at + 4]):
        return Chunk(at, at, at, Form.PRONOUN, possessive=True)
    at, last, head, form, stop = _grown(scan, at)
    if head < 0:
        head = last = _noun(scan, at, stop)
        if head < 0:
            return None
    at = _behind_phrase(scan, _behind_place(scan, at, head), head) if form is Form.NAME else at
    count = len(lows)
    while last + 1 < count and lows[last + 1] in _GENERATION:
        last += 1
    if flags[at] & (TITLE | DET) and all(flags[k] & (TITLE | DET) for k in range(at, last + 1)):
        form = Form.TITLE
    glued = last + 1 < count and scan.starts[last + 1] == scan.ends[last]
    return Chunk(at, last, head, form, possessive=glued and lows[last + 1] in _POSSESSIVE)


def _grown(scan: Scan, at: int) -> tuple[int, int, int, Form, int]:
    """Grow a chunk from ``at``: its first item, last item, head, form, and the item at which it stopped."""
    flags = scan.flags
    last = head = -1
    form = Form.NOUN
    i, count = at, min(len(flags), at + _LONGEST)
    while i < count:
        kind = _kind(scan, i, at)
        if kind == _STOP:
            break
        if kind >= _NAME:
            plain = (
                i > at
                and flags[i - 1] & WORD
                and not flags[i - 1] & (CAPITAL | LINK)
                and scan.words[i - 1].islower()
            )
            if kind != _PEOPLE and plain and head < 0 and not flags[at] & DET:
                at = i  # "refugees Obama will accept": a plain word is no part of the name behind it
            if kind != _PEOPLE and plain and 0 <= head < i - 1:
                break  # "Sanders thrill young Democrats": names with plain words between them are two
            last = head = i
            form = Form.NAME if kind == _NAME else Form.NOUN
        i += 1
    return at, last, head, form, i


def _behind_place(scan: Scan, at: int, head: int) -> int:
    """Leave out the place that a preposition runs into a name: "In Leeds Mark Poe said"."""
    if at == 0 or scan.lows[at - 1] not in _WHERE:
        return at
    for words in (2, 1):
        if at + words <= head and " ".join(scan.lows[at : at + words]) in places():
            return at + words
    return at


def _behind_phrase(scan: Scan, at: int, head: int) -> int:
    """Leave out the phrase that opens a sentence and runs into a name: "In the end Mark Poe said"."""
    opens = at and scan.flags[at - 1] & PREPOSITION and scan.opens(at - 1) and scan.flags[at] & DET
    named = next((k for k in range(at + 1, head + 1) if scan.flags[k] & CAPITAL), at) if opens else at
    plain = all(scan.words[k].islower() and not scan.flags[k] & (PERSON | TITLE) for k in range(at + 1, named))
    return named if named > at + 1 and plain else at


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether "some", "many", "others" here belongs to a noun behind it."""
    if not scan.flags[at] & COUNTING or at + 1 >= len(scan.flags):
        return False
    return scan.lows[at + 1][:1].isalpha() and not scan.flags[at + 1] & (VERB | OUTSIDE | PRONOUN)


def _kind(scan: Scan, i: int, at: int) -> int:
    """Tell what an item does to the chunk that opened at ``at``: stop, pass, or be its head so far."""
    flags = scan.flags
    flag = flags[i]
    if not flag & WORD:
        return _PASS if i > at and scan.words[i] in _INSIDE else _STOP
    if flag & CAPITAL:
        return _capital(scan, i, at)
    before = flags[i - 1] if i > at else 0
    if before & CAPITAL and scan.words[i][0].isdigit():
        return _NAME  # "Channel 7"
    if flag & DET:
        passes = i == at or bool(before & DET)
    elif flag & LINK and _linked(scan, i, at):
        passes = True
    elif flag & (OUTSIDE | PRONOUN):
        passes = False
    else:
        return _plain(scan, i, at)
    return _PASS if passes else _STOP


def _capital(scan: Scan, i: int, at: int) -> int:
    flags = scan.flags
    flag = flags[i]
    if flag & CALEND:
        return _PASS if i > at and scan.lows[i - 1] in {"a", "an", "the"} else _STOP
    if i == 0 or scan.sentences[i - 1] != scan.sentences[i] or not flags[i - 1] & WORD:
        if _opens_clause(scan, i):
            return _STOP
        if flag & OPENER and not flag & TITLE:
            if flag & DET:
                return _PASS if i == at else _STOP
            return _STOP if flag & (OUTSIDE | PRONOUN) else _plain(scan, i, at)
    return _TITLE if flag & TITLE else _NAME


def _plain(scan: Scan, i: int, at: int) -> int:
    """Tell what a word that is no name does: a noun for people is a head, a verb stops, other words pass."""
    flags = scan.flags
    flag = flags[i]
    before = flags[i - 1] if i > at else 0
    named = before & CAPITAL and not flags[at] & DET
    if flag & VERB:
        people = i + 1 < len(flags) and flags[i + 1] & (PERSON | TITLE)
        if named and not people and not flag & HOLDER:
            return _STOP  # "Henry reports"; but "the White House press secretary"
        if not flag & (PERSON | TITLE) and not (
            before & DET or (i > at and flag & AMBIG and (people or not named))
        ):
            return _STOP
    if flag & (PERSON | TITLE):
        return _PEOPLE
    low = scan.lows[i]
    ends = low.endswith(("ed", "ing", "ly")) or (low[-1] == "s" and not low.endswith("ss"))
    if ends and any(flags[k] & (CAPITAL | PERSON) for k in range(at, i)):
        return _STOP  # a verb behind the name: "Roe walked"
    return _PASS


def _opens_clause(scan: Scan, i: int) -> bool:
    """Whether a capitalised word is a participle or adverb that opens a sentence: "Asked", "Adding", "Sadly"."""
    flag = scan.flags[i]
    if not ((flag & VERB and not flag & TITLE) or scan.lows[i].endswith(("ing", "ed", "ly"))):
        return False
    after = scan.flags[i + 1] if i + 1 < len(scan.flags) else 0
    owns = i + 1 < len(scan.words) and scan.words[i + 1] in _POSSESSIVE
    return not (after & (VERB | AUX | CAPITAL) or owns)  # "Kelly said", "Reed’s"


def _linked(scan: Scan, i: int, at: int) -> bool:
    """Whether a small word joins two capitalised ones: "Department of Justice", "van der Roe"."""
    flags = scan.flags
    if i == at or i + 1 >= len(flags) or not flags[i - 1] & CAPITAL:
        return False
    if flags[i + 1] & CAPITAL:
        return True
    joins = flags[i + 1] & LINK or scan.lows[i + 1] == "the"
    return bool(joins and i + 2 < len(flags) and flags[i + 2] & CAPITAL)


def _noun(scan: Scan, at: int, stop: int) -> int:
    """Return the head of a chunk with no noun for people in it: its last word, where it has a determiner."""
    if scan.flags[at] & DET and stop - 1 > at:
        words = [k for k in range(at + 1, min(stop, at + 4)) if scan.flags[k] & WORD]
        return words[-1] if words else -1
    low = scan.lows[at]
    return at if low[-1] == "s" and low[0].isalpha() and len(low) >= _SHORTEST_PLURAL else -1


def _extended(scan: Scan, found: list[Chunk]) -> list[Chunk]:
    """Hang the phrases behind a noun on it: "a spokesman for the mayor of Poole"."""
    out = [longer for chunk in found if (longer := _with_nouns(scan, chunk)) is not None]
    for n, chunk in enumerate(found[:-1]):
        if chunk.form is Form.PRONOUN or chunk.possessive:
            continue
        last = chunk.last
        for other in found[n + 1 : n + 4]:
            joint = scan.lows[last + 1] if other.first == last + 2 else ""
            if joint not in ATTACHING and not (joint == "and" and other.form is not Form.PRONOUN):
                break
            last = other.last
        if last != chunk.last:
            out.append(Chunk(chunk.first, last, chunk.head, chunk.form, possessive=False))
    return out


def _with_nouns(scan: Scan, chunk: Chunk) -> Chunk | None:
    """Take in the plain nouns behind a name: "the Paris agreement", "Roe’s office", "a Pentagon readout"."""
    if chunk.form is Form.PRONOUN:
        return None
    flags = scan.flags
    first = i = chunk.last + 1 + chunk.possessive
    while i < min(len(flags), first + _MOST_NOUNS):
        other = (
            not flags[i] & WORD
            or flags[i] & (CAPITAL | OUTSIDE | VERB | PRONOUN | DET)
            or not scan.words[i].islower()
        )
        if other or scan.lows[i].endswith(("ed", "ing", "ly")):
            break
        i += 1
    return None if i == first else Chunk(chunk.first, i - 1, i - 1, Form.NOUN, possessive=False)
