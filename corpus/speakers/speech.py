"""Features that tell speech, a fragment of it, and what stands in marks for another reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.speakers.surroundings import ending
from corpus.speakers.verbs import LEMMA, SPEECH_NOUNS, SPEECH_VERBS
from corpus.speakers.weights import keep, kept
from corpus.speakers.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from corpus.speakers.parsed import Parsed

_PERSON = frozenset("i we you my our your me us he she they it this that there".split())
_NAMING = frozenset(
    """called calling call titled entitled named name known dubbed term terms termed phrase word words slogan motto
    so-called headlined nicknamed nickname song book film show movie series novel program magazine album play
    labeled labelled billed hashtag code-named rating category label column acronym""".split()
)
_CHOICES = ("none", "whole", "part")
_CLOSE = frozenset({"s0", "i0", "a0", "s2", "w", "s1a", "i0,", "p0", "c0", "g0"})


def _word(low: str) -> str:
    if low in LEMMA:
        return "say" if LEMMA[low] in SPEECH_VERBS else "think"
    for name, group in (
        ("det", DETERMINERS),
        ("prep", PREPOSITIONS),
        ("aux", AUXILIARIES),
        ("conj", CONJUNCTIONS),
    ):
        if low in group:
            return f"{name}:{low}"
    return low if not low[:1].isalnum() else "w"


def choices(parsed: Parsed, quote: int) -> tuple[list[str], list[str], list[str]]:
    """Return the features of a quotation's being no speech, a whole utterance, and a part of one."""
    names = features(parsed, quote)
    none, whole, part = ([f"{choice}:{n}" for n in names] for choice in _CHOICES)
    return none, whole, part


def scores(parsed: Parsed, quote: int, table: dict[str, float]) -> list[float]:
    """Score the three choices; a feature's three weights are looked up together."""
    known = kept(table)[_CHOICES]
    rows = []
    for name in features(parsed, quote):
        row = known.get(name)
        if row is None:
            row = keep(known, name, tuple(table.get(f"{choice}:{name}", 0.0) for choice in _CHOICES))
        rows.append(row)
    return [sum(column) for column in zip(*rows, strict=True)]


def features(parsed: Parsed, quote: int) -> list[str]:
    """Return the names of the features that hold for a quotation of the paragraph."""
    scan = parsed.scan
    item, q = scan.items_of[quote], scan.quotes[quote]
    words = q.words.split()
    lows = [w.strip(".,!?;:’'\"”“").lower() for w in words]
    count = len(words)
    size = _size(count)
    end = ending(q.words)
    before = scan.lows[item - 1] if item else "^"
    second = scan.lows[item - 2] if item > 1 else "^"
    after = scan.lows[item + 1] if item + 1 < len(scan.lows) else "$"
    mark = scan.text[q.start]
    cap = words[0][:1].isupper()
    titled = count > 1 and sum(w[:1].isupper() for w in words) >= (count + 1) * 2 // 3
    finite = not AUXILIARIES.isdisjoint(lows)
    person = not _PERSON.isdisjoint(lows)
    near = _near(parsed, item)
    naming = any(w in _NAMING for w in scan.lows[max(0, item - 4) : item])
    opens = scan.opens(item)
    rule = parsed.rulings[quote].rule
    return [
        "", f"veto={rule == 'veto'}", f"size={size}", f"end={end}", f"b={_word(before)}", f"a={_word(after)}",
        f"cap={cap}", f"titled={titled}",
        f"b={_word(before)},cap={cap}", f"b={_word(before)},size={size}", f"end={end},cap={cap}",
        f"end={end},size={size}", f"finite={finite},size={size}", f"person={person},size={size}",
        f"near={near}", f"near={near},size={size}", f"near={near},end={end},cap={cap}", f"naming={naming}",
        f"naming={naming},size={size}", f"bb={_word(second)},b={_word(before)}", f"opens={opens},cap={cap}",
        f"opens={opens},end={end},a={_word(after)}", f"titled={titled},size={size},near={near}",
        f"mark={mark},size={size}", f"alone={len(scan.words) == 1}", f"closed={q.closed}",
        f"person={person},finite={finite},cap={cap}", f"quotes={min(len(scan.quotes), 4)}",
        f"noun={any(w in SPEECH_NOUNS for w in scan.lows[max(0, item - 3) : item])}",
        f"bare={parsed.bare},cap={cap}", f"q={min(quote, 2)},opens={opens}",
    ]  # fmt: skip


def _size(words: int) -> str:
    bounds = ((4, str(words)), (6, "4-5"), (9, "6-8"), (16, "9-15"))
    return next((name for bound, name in bounds if words < bound), "16+")


def _near(parsed: Parsed, item: int) -> str:
    """Say on which side of the quotation its sentence holds a verb of speech with somebody to it."""
    scan = parsed.scan
    sentence = scan.sentences[item]
    sides = set()
    for f in parsed.by_sentence.get(sentence, ()):
        if f.relation in _CLOSE:
            gap = f.first - item - 1 if f.first > item else item - f.last - 1
            kind = "S" if f.lemma in SPEECH_VERBS or f.lemma == "according" else "t"
            sides.add(("T" if f.first > item else "L") + kind + ("0" if gap < 2 else "1" if gap < 6 else "2"))  # noqa: PLR2004
    return "".join(sorted(sides)[:2]) or "-"
