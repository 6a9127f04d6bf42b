"""Reported speech: what a verb of speech says its subject said, in the author's words.

For each cue the candidates are who (a chunk tied to it) and what (a stretch of its sentence); features of both
go to a ranker that takes one pair or none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from corpus.speakers.chunks import Form
from corpus.speakers.stretches import Content, contents
from corpus.speakers.verbs import LEMMA, SPEECH_NOUNS, SPEECH_VERBS
from corpus.speakers.weights import kept, names_of, worth
from corpus.speakers.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.weights import Part

#: From this lead in log-odds on, "none" wins whatever the stretch is; but not over a clause before "said Roe".
HOPELESS = 4.5
_PRIOR = AUXILIARIES | {"to", "and", ",", "by", "in", "of", "not"}
_NOT = frozenset({"not", "n’t", "n't", "never"})
#: Small words stand for themselves in a feature, all others for their class.
_SMALL = dict.fromkeys(DETERMINERS, "det") | {w: w for w in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES}


def cue_features(parsed: Parsed, cue: int) -> list[str]:
    """Describe the cue, whoever speaks and whatever is said."""
    return _of_cue(*_cue(parsed, cue))


def _cue(parsed: Parsed, cue: int) -> tuple[str, str, str, str]:
    """Return what is told of a cue: its word, what stands before and behind it, and whether it is negated."""
    lows = parsed.scan.lows
    before = lows[cue - 1] if cue else "^"
    after = _word(lows[cue + 1]) if cue + 1 < len(lows) else "$"
    negated = str(not _NOT.isdisjoint(lows[max(0, cue - 3) : cue]))
    return lows[cue], before if before in _PRIOR else "w", after, negated


def _of_cue(low: str, prior: str, after: str, negated: str) -> list[str]:
    lemma = LEMMA.get(low, low)
    kind = "say" if lemma in SPEECH_VERBS else "noun" if low in SPEECH_NOUNS and low not in LEMMA else "think"
    form = "ing" if low.endswith("ing") else "ed" if low.endswith("ed") else "s" if low.endswith("s") else "0"
    return [f"c:{lemma}", f"c:{kind}{form}", f"c:{lemma},{form}", f"c:b={prior},{form}", f"c:a={after},{kind}",
            f"c:{lemma},a={after}", f"c:neg={negated}"]  # fmt: skip


def _of_none(low: str, prior: str, after: str, negated: str) -> list[str]:
    return ["none", *(f"none:{name}" for name in _of_cue(low, prior, after, negated))]


def _word(low: str) -> str:
    """Return what stands for a word in a feature; a mark stands for itself."""
    return _SMALL.get(low) or ("w" if low[:1].isalnum() else low)


def who_features(parsed: Parsed, frame: Frame) -> list[str]:
    """Describe the candidate speaker beside the cue."""
    return names_of(_who(parsed, frame))


def _who(parsed: Parsed, frame: Frame) -> list[Part]:
    scan, chunk = parsed.scan, parsed.chunks[frame.chunk]
    head = scan.lows[chunk.head]
    before = _word(scan.lows[chunk.first - 1]) if chunk.first else "^"
    person = head if chunk.form is Form.PRONOUN else str(head in PEOPLE)
    form, length, longer = (
        chunk.form.value,
        min(chunk.last - chunk.first, 4),
        parsed.reach[chunk.first] > chunk.last,
    )
    signs = scan.opens(chunk.first), frame.passive, chunk.possessive
    return [
        (_of_tie, (frame.relation, frame.lemma, form, person)),
        (_of_chunk, (frame.relation, form, length, str(longer), before, signs)),
    ]


def _of_tie(relation: str, lemma: str, form: str, person: str) -> list[str]:
    kind = "say" if lemma in SPEECH_VERBS else "think"
    return [f"w:{relation}", f"w:{relation},{kind}", f"w:{form},{relation}", f"w:{lemma},{relation}",
            f"w:{form},{person}", f"w:{person},{kind}"]  # fmt: skip


def _of_chunk(
    relation: str, form: str, length: int, longer: str, before: str, signs: tuple[bool, bool, bool]
) -> list[str]:
    opens, passive, possessive = signs
    return [f"w:opens={opens},{relation}", f"w:len={length},{form}", f"w:b={before},{relation}",
            f"w:passive={passive}", f"w:poss={possessive},{relation}", f"w:longer={longer},{form}"]  # fmt: skip


def what_features(parsed: Parsed, content: Content, lemma: str) -> list[str]:
    """Describe the candidate stretch behind or before a cue of this verb."""
    return names_of(_what(parsed, content, lemma))


def _what(parsed: Parsed, content: Content, lemma: str) -> list[Part]:
    scan = parsed.scan
    s, begin, last, o, c = content
    first = _word(scan.lows[begin])
    behind = _word(scan.lows[last + 1]) if last + 1 < len(scan.lows) else "$"
    size = _size(last - begin + 1)
    quoted = f"{max(scan.folded[begin : last + 1]) >= 0}{scan.folded[begin] >= 0}"
    finite = not AUXILIARIES.isdisjoint(scan.lows[begin : last + 1])
    cues = min(bisect_right(parsed.cues, last) - bisect_left(parsed.cues, begin), 2)
    kind = "say" if lemma in SPEECH_VERBS else "think"
    return [
        (_of_opening, (s, o, first, lemma, kind)),
        (_of_ending, (c, size, behind, kind)),
        (_of_stretch, (s, o, c, size, quoted, str(finite), cues, kind)),
        (_of_size, (size, lemma)),
    ]


def _of_opening(side: str, o: str, first: str, lemma: str, kind: str) -> list[str]:
    return [f"o:{side}{o}", f"o:{side}{o},{kind}", f"o:{o},{lemma}", f"o:{o},{first}", f"f:{first},{kind}",
            f"f:{first},{lemma}", f"s:{side},{lemma}"]  # fmt: skip


def _of_ending(c: str, size: str, behind: str, kind: str) -> list[str]:
    return [f"e:{c}", f"e:{c},{kind}", f"e:{c},{size}", f"e:{c},{behind}"]


def _of_stretch(s: str, o: str, c: str, size: str, quoted: str, finite: str, cues: int, kind: str) -> list[str]:
    return [f"n:{size},{s}", f"q:{quoted},{o},{s}", f"q:{quoted},{c}", f"v:{finite},{kind},{o}",
            f"v:{finite},{size}", f"cues:{cues},{s}"]  # fmt: skip


def _of_size(size: str, lemma: str) -> list[str]:
    return [f"n:{size},{lemma}"]


def _size(items: int) -> str:
    return str(items) if items < 3 else "3-5" if items < 6 else "6-9" if items < 10 else "10+"  # noqa: PLR2004 - few to many


def pair_features(content: Content, frame: Frame) -> list[str]:
    """Describe how a stretch goes with the construction that ties somebody to the cue."""
    return _of_pair(content.side, content.opening, frame.relation)


def _of_pair(side: str, opening: str, relation: str) -> list[str]:
    return [f"o:{side},{relation}", f"o:{opening},{relation[0]}"]


def none_features(parsed: Parsed, cue: int) -> list[str]:
    """Describe a cue that reports nothing."""
    return _of_none(*_cue(parsed, cue))


def _closes(parsed: Parsed, cue: int, ties: list[Frame]) -> bool:
    """Whether a cue and its subject close a clause behind a comma: "It would hold, said Roe"."""
    return cue > 0 and parsed.scan.words[cue - 1] == "," and any(f.relation == "i0" for f in ties)


def scored(
    parsed: Parsed, cue: int, ties: list[Frame], table: dict[str, float]
) -> tuple[list[tuple[Frame, Content]], list[float]]:
    """Score every pair of who and what for a cue; the first score is that of none, then one for each pair."""
    known = kept(table)
    none = worth(table, [(_of_none, _cue(parsed, cue))], known)
    whose = [worth(table, _who(parsed, frame), known) for frame in ties]
    if none - max(whose) > HOPELESS and not _closes(parsed, cue, ties):
        return [], []
    stretches = contents(parsed, cue, ties)
    what = [worth(table, _what(parsed, c, ties[0].lemma), known) for c in stretches]
    pairs = [(frame, content) for frame in ties for content in stretches]
    scores = [none]
    for frame, who in zip(ties, whose, strict=True):
        for content, told in zip(stretches, what, strict=True):
            pair = content.side, content.opening, frame.relation
            fits = known[_of_pair].get(pair)
            scores.append(who + told + (worth(table, [(_of_pair, pair)], known) if fits is None else fits))
    return pairs, scores
