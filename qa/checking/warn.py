"""What a reader must know of a match beside its grade: whose words they are, and what a change does to them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from corpus.model import UtteranceKind
from qa.checking.compare import CLAUSE_END, is_same
from qa.checking.region import name_of
from qa.checking.result import Change, QuoteWarning, WarningKind
from qa.checking.telling import is_name, is_negation, is_number
from qa.checking.words import key_of, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from corpus.model import Utterance
    from qa.checking.compare import Comparison, Pair
    from qa.checking.region import SourceWord
    from qa.checking.words import Word

#: Words in a stretch between ellipses below which it is a fragment: two words can be put together to say anything.
_FRAGMENT: Final = 3
_MOST_TOLD: Final = 6
#: So many words before and behind a quotation may hold a negation that governs it.
_BEFORE: Final = 4
_BEHIND: Final = 2
_MARKS: Final = re.compile(r"[,;:.?!，；：。？！]")
_SENTENCE_OPENS: Final = re.compile(r"(?:\A|[.?!:])[\s\"'“”‘’«»(\[]*\Z")
_NOTES: Final = re.compile(r"\[[^\[\]]*\]")


def warnings(found: Comparison, names: Collection[str] | None) -> tuple[QuoteWarning, ...]:
    """Return what is to be said of a match; ``names`` are the speaker's who was named, None where nobody was."""
    return (*_about_speakers(found, names), *_about_words(found), *_about_ellipses(found))


def parts_adjoin(found: Comparison) -> bool:
    """Whether the passages of a match are one or neighbours, in reading order."""
    passages = [found.region.passages[n] for n in found.passages]
    steps = pairwise(passages)
    return all(a.document_id == b.document_id and b.ordinal == a.ordinal + 1 for a, b in steps)


def said_in(pairs: Iterable[Pair]) -> list[Utterance]:
    """Return the utterances in which words stand that are quoted, each once, in order."""
    said = [p.source.utterance for p in pairs if p.source and p.quoted and p.source.utterance]
    return list(dict.fromkeys(said))


def _about_speakers(found: Comparison, names: Collection[str] | None) -> Iterator[QuoteWarning]:
    said = said_in(found.pairs)
    outside = any(p.change is Change.SAME and p.source and not p.source.utterance for p in found.pairs)
    people = _each(name_of(utterance) for utterance in said)
    others = [name for name in people if names is not None and name not in names]
    if others:
        yield QuoteWarning(WarningKind.OTHER_SPEAKER, tuple(others))
    if len(people) > 1:
        yield QuoteWarning(WarningKind.TWO_SPEAKERS, tuple(people))
    probable = _each(u.probably for u in said if not u.speaker)
    if probable:
        yield QuoteWarning(WarningKind.PROBABLE, tuple(probable))
    if any(name_of(u) is None for u in said):
        yield QuoteWarning(WarningKind.UNATTRIBUTED, tuple(_each(u.as_printed for u in said if not name_of(u))))
    if any(u.kind is UtteranceKind.INDIRECT for u in said):
        reported = (name_of(u) for u in said if u.kind is UtteranceKind.INDIRECT)
        yield QuoteWarning(WarningKind.REPORTED, tuple(_each(reported)))
    if outside:
        yield QuoteWarning(WarningKind.PARTLY_AUTHORS if said else WarningKind.AUTHORS)


def _about_words(found: Comparison) -> Iterator[QuoteWarning]:
    faults = [pair for pair in found.pairs if pair.change.fault]
    case = [pair for pair in faults if is_same(pair) and _differ_in_case(pair)]
    printed = [(word, text) for pair in faults if pair not in case for word, text in _printed(found, pair)]
    for kind, telling in (
        (WarningKind.NEGATION, [text for word, text in printed if is_negation(word.key)]),
        (WarningKind.CUT_NEGATION, _cut_off(found)),
        (WarningKind.NUMBER, [text for word, text in printed if is_number(word.key)]),
        (WarningKind.NAME, [text for pair in faults if pair not in case for text in _names(found, pair)]),
        (WarningKind.CASE, [_source_text(found, pair.source) for pair in case if pair.source]),
        (WarningKind.BRACKETED, _bracketed(found)),
        (WarningKind.PUNCTUATION, _marks(found)),
    ):
        if telling:
            yield QuoteWarning(kind, tuple(_each(telling))[:_MOST_TOLD])


def _about_ellipses(found: Comparison) -> Iterator[QuoteWarning]:
    if not parts_adjoin(found):
        yield QuoteWarning(WarningKind.FAR_APART)
    left = [pair.source for pair in found.pairs if pair.change is Change.LEFT_OUT and pair.source]
    left = [word for word in left if not word.between]
    denied = _each(_source_text(found, word) for word in left if is_negation(word.key))
    if denied:
        yield QuoteWarning(WarningKind.JUMPED_NEGATION, tuple(denied)[:_MOST_TOLD])
    people = {name_of(utterance) for utterance in said_in(found.pairs)}
    jumped = [name for name in _each(name_of(word.utterance) for word in left) if name not in people]
    if jumped:
        yield QuoteWarning(WarningKind.JUMPED_SPEAKER, tuple(jumped))
    short = [segment for segment in found.quotation.segments if len(segment) < _FRAGMENT]
    if left and short:
        text = found.quotation.text
        yield QuoteWarning(WarningKind.FRAGMENTS, tuple(text[s[0].start : s[-1].end] for s in short)[:_MOST_TOLD])


def _differ_in_case(pair: Pair) -> bool:
    return bool(pair.quoted and pair.source and pair.quoted.key.casefold() == pair.source.key.casefold())


def _printed(found: Comparison, pair: Pair) -> Iterator[tuple[Word, str]]:
    """Yield the words of a pair with what is printed: the source's, then the quotation's."""
    if pair.source:
        yield pair.source, _source_text(found, pair.source)
    if pair.quoted:
        yield pair.quoted, found.quotation.text[pair.quoted.start : pair.quoted.end]


def _names(found: Comparison, pair: Pair) -> Iterator[str]:
    source = found.region.passages[pair.source.passage].text if pair.source else ""
    for word, text in _printed(found, pair):
        before = source[: word.start] if word is pair.source else found.quotation.text[: word.start]
        if is_name(word.key, opens=bool(_SENTENCE_OPENS.search(before[-20:] if before.strip() else ""))):
            yield text


def _bracketed(found: Comparison) -> list[str]:
    """Return the words that the source has in brackets of its own and the quotation has not."""
    pairs = (p for p in found.pairs if p.change is Change.SAME and p.quoted and not p.quoted.inserted)
    return [_source_text(found, p.source) for p in pairs if p.source and p.source.bracketed]


def _marks(found: Comparison) -> list[str]:
    """Return the words behind which the quotation has other marks than the source, though no word is between."""
    out = []
    for first, second in pairwise(found.pairs):
        a, b, c, d = first.quoted, second.quoted, first.source, second.source
        if not (a and b and c and d) or {first.change, second.change} != {Change.SAME}:
            continue
        if a.jump or a.broken or c.broken or c.passage != d.passage:
            continue
        quoted = found.quotation.text[a.end : b.start]
        source = found.region.passages[c.passage].text[c.end : d.start]
        if _told(quoted) != _told(source):
            out.append(_source_text(found, c))
    return out


def _cut_off(found: Comparison) -> list[str]:
    """Return the negations that stand right before or behind the words quoted, in the same clause."""
    kept = [pair.source for pair in found.pairs if pair.source]
    if not kept or len(found.quotation.quoted) == 1:
        return []
    before = found.region.passages[kept[0].passage].text[: kept[0].start]
    behind = found.region.passages[kept[-1].passage].text[kept[-1].end :]
    near = (*_clause_words(before, -1)[-_BEFORE:], *_clause_words(behind, 0)[:_BEHIND])
    return [text for text in near if is_negation(key_of(text))]


def _clause_words(text: str, which: int) -> list[str]:
    clause = CLAUSE_END.split(text)[which]
    return [clause[word.start : word.end] for word in words(clause)]


def _told(gap: str) -> list[str]:
    return _MARKS.findall(_NOTES.sub("", gap))


def _source_text(found: Comparison, word: SourceWord) -> str:
    return found.region.passages[word.passage].text[word.start : word.end]


def _each(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
