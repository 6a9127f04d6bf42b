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
from corpus.speakers.weights import score
from corpus.speakers.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed

#: From this lead in log-odds on, "none" wins whatever the stretch is.
HOPELESS = 4.5
_PRIOR = AUXILIARIES | {"to", "and", ",", "by", "in", "of", "not"}
_NOT = frozenset({"not", "n’t", "n't", "never"})
#: Small words stand for themselves in a feature, all others for their class.
_SMALL = dict.fromkeys(DETERMINERS, "det") | {w: w for w in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES}


def cue_features(parsed: Parsed, cue: int) -> list[str]:
    """Describe the cue, whoever speaks and whatever is said."""
    scan = parsed.scan
    low = scan.lows[cue]
    lemma = LEMMA.get(low, low)
    before = scan.lows[cue - 1] if cue else "^"
    after = _word(scan.lows[cue + 1]) if cue + 1 < len(scan.lows) else "$"
    kind = "say" if lemma in SPEECH_VERBS else "noun" if low in SPEECH_NOUNS and low not in LEMMA else "think"
    form = "ing" if low.endswith("ing") else "ed" if low.endswith("ed") else "s" if low.endswith("s") else "0"
    prior = before if before in _PRIOR else "w"
    negated = not _NOT.isdisjoint(scan.lows[max(0, cue - 3) : cue])
    return [f"c:{lemma}", f"c:{kind}{form}", f"c:{lemma},{form}", f"c:b={prior},{form}", f"c:a={after},{kind}",
            f"c:{lemma},a={after}", f"c:neg={negated}"]  # fmt: skip


def _word(low: str) -> str:
    """Return what stands for a word in a feature; a mark stands for itself."""
    return _SMALL.get(low) or ("w" if low[:1].isalnum() else low)


def who_features(parsed: Parsed, frame: Frame) -> list[str]:
    """Describe the candidate speaker beside the cue."""
    scan, chunk = parsed.scan, parsed.chunks[frame.chunk]
    head = scan.lows[chunk.head]
    before = _word(scan.lows[chunk.first - 1]) if chunk.first else "^"
    kind = "say" if frame.lemma in SPEECH_VERBS else "think"
    form, relation = chunk.form.value, frame.relation
    person = head if chunk.form is Form.PRONOUN else str(head in PEOPLE)
    length = min(chunk.last - chunk.first, 4)
    longer = parsed.reach[chunk.first] > chunk.last
    return [f"w:{relation}", f"w:{relation},{kind}", f"w:{form},{relation}", f"w:{frame.lemma},{relation}",
            f"w:{form},{person}", f"w:{person},{kind}", f"w:opens={scan.opens(chunk.first)},{relation}",
            f"w:len={length},{form}", f"w:b={before},{relation}", f"w:passive={frame.passive}",
            f"w:poss={chunk.possessive},{relation}", f"w:longer={longer},{form}"]  # fmt: skip


def what_features(parsed: Parsed, content: Content, lemma: str) -> list[str]:
    """Describe the candidate stretch behind or before a cue of this verb."""
    scan = parsed.scan
    s, begin, last, o, c = content
    kind = "say" if lemma in SPEECH_VERBS else "think"
    first = _word(scan.lows[begin])
    behind = _word(scan.lows[last + 1]) if last + 1 < len(scan.lows) else "$"
    size = _size(last - begin + 1)
    quoted = f"{max(scan.folded[begin : last + 1]) >= 0}{scan.folded[begin] >= 0}"
    finite = not AUXILIARIES.isdisjoint(scan.lows[begin : last + 1])
    cues = min(bisect_right(parsed.cues, last) - bisect_left(parsed.cues, begin), 2)
    return [f"o:{s}{o}", f"o:{s}{o},{kind}", f"o:{o},{lemma}", f"o:{o},{first}", f"e:{c}", f"e:{c},{kind}",
            f"e:{c},{size}", f"e:{c},{behind}", f"n:{size},{s}", f"n:{size},{lemma}", f"f:{first},{kind}",
            f"f:{first},{lemma}", f"q:{quoted},{o},{s}", f"q:{quoted},{c}", f"v:{finite},{kind},{o}",
            f"v:{finite},{size}", f"cues:{cues},{s}", f"s:{s},{lemma}"]  # fmt: skip


def _size(items: int) -> str:
    return str(items) if items < 3 else "3-5" if items < 6 else "6-9" if items < 10 else "10+"  # noqa: PLR2004 - few to many


def pair_features(content: Content, frame: Frame) -> list[str]:
    """Describe how a stretch goes with the construction that ties somebody to the cue."""
    return [f"o:{content.side},{frame.relation}", f"o:{content.opening},{frame.relation[0]}"]


def none_features(parsed: Parsed, cue: int) -> list[str]:
    """Describe a cue that reports nothing."""
    return ["none", *(f"none:{name}" for name in cue_features(parsed, cue))]


def scored(
    parsed: Parsed, cue: int, ties: list[Frame], table: dict[str, float]
) -> tuple[list[tuple[Frame, Content]], list[float]]:
    """Score every pair of who and what for a cue; the first score is that of none, then one for each pair."""
    none = score(table, none_features(parsed, cue))
    whose = [score(table, who_features(parsed, frame)) for frame in ties]
    if none - max(whose) > HOPELESS:
        return [], []
    stretches = contents(parsed, cue, ties)
    what = [score(table, what_features(parsed, c, ties[0].lemma)) for c in stretches]
    pairs = [(frame, content) for frame in ties for content in stretches]
    scores = [none]
    fits: dict[tuple[str, str, str], float] = {}
    for frame, who in zip(ties, whose, strict=True):
        for content, worth in zip(stretches, what, strict=True):
            key = content.side, content.opening, frame.relation
            fit = fits.get(key)
            if fit is None:
                fit = fits[key] = score(table, pair_features(content, frame))
            scores.append(who + worth + fit)
    return pairs, scores
