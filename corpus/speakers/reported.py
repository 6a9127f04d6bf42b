"""Reported speech: what a verb of speech says its subject said, in the author's words.

For each cue the candidates are who (a chunk tied to it) and what (a stretch of its sentence); features of both
go to a ranker that takes one pair or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.scan import QUOTE
from corpus.speakers.verbs import LEMMA, SPEECH_NOUNS, SPEECH_VERBS
from corpus.speakers.weights import score
from corpus.speakers.words import ADVERBS, AUXILIARIES, CALENDAR, CONJUNCTIONS, DETERMINERS, PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.frames import Frame


class Content(NamedTuple):
    """Items ``first`` to ``last`` of the sentence, behind the cue or before it; ``opening`` and ``closing`` say why there."""

    side: str
    first: int
    last: int
    opening: str
    closing: str


_ENDERS = frozenset({".", "?", "!", "”", '"'})
_ADDRESSED = 7  # items an addressee may take: "told the crowd in Ames that"
_MOST_ENDS = 5
#: From this lead in log-odds on, "none" wins whatever the stretch is.
HOPELESS = 4.5


def contents(parsed: Parsed, cue: int, frames: list[Frame]) -> list[Content]:
    """List the stretches of the cue's sentence that may be what is reported."""
    scan = parsed.scan
    begin, end = _sentence(parsed, cue)
    out: list[Content] = []
    inverted = max((f.last for f in frames if f.relation[0] in "ia"), default=cue)
    for opening, first in _starts(parsed, cue, end):
        out += [Content("R", first, last, opening, closing) for closing, last in _ends(parsed, first, end)]
    if inverted > cue and inverted + 2 < end and scan.words[inverted + 1] in {",", ":"}:
        out += [Content("A", inverted + 2, last, "aft", c) for c, last in _ends(parsed, inverted + 2, end)[:2]]
    left = min((f.first for f in frames), default=cue)
    left = min(left, cue)
    if left > begin and (scan.words[left - 1] in {",", "—", "–"} or scan.folded[left - 1] >= 0):
        last = left - 1 - (scan.words[left - 1] in {",", "—", "–"})
        if last > begin:
            out.append(Content("L", begin, last, "bef", "x"))
            inner = next((k for k in range(last, begin, -1) if scan.words[k] in {",", ";"} or scan.lows[k] in {"but", "and"}), 0)
            if inner:
                out.append(Content("L", inner + 1, last, "bef2", "x"))
    elif left > begin + 1 and scan.lows[cue] == "according":
        out.append(Content("L", begin, left - 1, "bef", "n"))
    return [c for c in out if c.last >= c.first and not (c.first == c.last and scan.folded[c.first] >= 0 and c.side != "L")]


def _sentence(parsed: Parsed, cue: int) -> tuple[int, int]:
    """Return the first item of the cue's sentence and the last one that is no full stop."""
    numbers = parsed.scan.sentences
    begin = end = cue
    while begin > 0 and numbers[begin - 1] == numbers[cue]:
        begin -= 1
    while end + 1 < len(numbers) and numbers[end + 1] == numbers[cue]:
        end += 1
    while end > cue and parsed.scan.words[end] in _ENDERS:
        end -= 1
    return begin, end


def _starts(parsed: Parsed, cue: int, end: int) -> list[tuple[str, int]]:
    scan = parsed.scan
    first = cue + 1
    out: list[tuple[str, int]] = []
    if first > end:
        return out
    out.append(("0", first))
    for k in range(first, min(end, first + _ADDRESSED + 1)):
        low = scan.lows[k]
        if low in {"that", "to", "whether", "if", "how", "why", "what", "for", "about", "of", "as", "against", "on"} and k > first:
            out.append((low, k))
            if low not in {"that", "to"}:
                out.append((low + "+", k + 1))
        elif k > first and (scan.words[k - 1] in {",", ":"} or scan.lows[k - 1] in CALENDAR):
            out.append(("cal" if scan.lows[k - 1] in CALENDAR else ",", k))
    if scan.lows[first] in {"of", "about", "for", "that", "as", "to", "against", "on", ",", ":", "with", "in", "by"} and first < end:
        out.append(("skip:" + scan.lows[first], first + 1))
    chunk = next((c for c in parsed.chunks if c.first == first), None)
    if chunk is not None and chunk.last < end:
        out.append(("np", chunk.last + 1))
    seen: dict[int, str] = {}
    for name, k in out:
        seen.setdefault(k, name)
    return [(name, k) for k, name in seen.items()][:6]


def _ends(parsed: Parsed, first: int, end: int) -> list[tuple[str, int]]:
    """List where a stretch may stop: the sentence's end, a comma, a verb of speech that goes on."""
    scan = parsed.scan
    out = [("end", end)]
    for k in range(first + 1, end):
        word, low = scan.words[k], scan.lows[k]
        if word in {",", ";", "—", "–", "--", ":", "("}:
            after = scan.lows[k + 1]
            out.append((word + _ending(after), k - 1))
        elif low in {"and", "but", "while", "when", "after", "before", "because", "as", "in", "during", "on", "at"} and k > first + 1:
            after = scan.lows[k + 1]
            if low in {"and", "but"} and (after in LEMMA or after in ADVERBS):
                out.append((low + _ending(after), k - 1))
            elif low not in {"and", "but"} and k > end - 8:
                out.append((low, k - 1))
    return out[:1] + out[-_MOST_ENDS:] if len(out) > _MOST_ENDS + 1 else out


def _ending(low: str) -> str:
    if low in LEMMA:
        return "ing" if low.endswith("ing") else "verb"
    if low in CONJUNCTIONS or low in PREPOSITIONS or low in {"he", "she", "they"}:
        return low
    return "w"


def cue_features(parsed: Parsed, cue: int) -> list[str]:
    """Describe the cue, whoever speaks and whatever is said."""
    scan = parsed.scan
    low = scan.lows[cue]
    lemma = LEMMA.get(low, low)
    before = scan.lows[cue - 1] if cue else "^"
    after = scan.lows[cue + 1] if cue + 1 < len(scan.lows) else "$"
    kind = "say" if lemma in SPEECH_VERBS else "noun" if low in SPEECH_NOUNS and low not in LEMMA else "think"
    form = "ing" if low.endswith("ing") else "ed" if low.endswith("ed") else "s" if low.endswith("s") else "0"
    prior = before if before in AUXILIARIES or before in {"to", "and", ",", "by", "in", "of", "not"} else "w"
    return [f"c:{lemma}", f"c:{kind}{form}", f"c:{lemma},{form}", f"c:b={prior},{form}", f"c:a={_word(after)},{kind}",
            f"c:{lemma},a={_word(after)}", f"c:neg={any(w in {'not', 'n’t', chr(110) + chr(39) + 't', 'never'} for w in scan.lows[max(0, cue - 3) : cue])}"]  # fmt: skip


def _word(low: str) -> str:
    if low == QUOTE or not low[:1].isalnum():
        return low
    if low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES:
        return low
    return "det" if low in DETERMINERS else "w"


def who_features(parsed: Parsed, frame: Frame) -> list[str]:
    """Describe the candidate speaker beside the cue."""
    scan, chunk = parsed.scan, parsed.chunks[frame.chunk]
    head = scan.lows[chunk.head]
    before = scan.lows[chunk.first - 1] if chunk.first else "^"
    kind = "say" if frame.lemma in SPEECH_VERBS else "think"
    form = chunk.form.value
    opens = chunk.first == 0 or scan.sentences[chunk.first - 1] != scan.sentences[chunk.first]
    person = head if chunk.form is Form.PRONOUN else str(head in PEOPLE)
    length = min(chunk.last - chunk.first, 4)
    longer = any(c.first == chunk.first and c.last > chunk.last for c in parsed.chunks)
    return [f"w:{frame.relation}", f"w:{frame.relation},{kind}", f"w:{form},{frame.relation}", f"w:{frame.lemma},{frame.relation}",
            f"w:{form},{person}", f"w:{person},{kind}", f"w:opens={opens},{frame.relation}", f"w:len={length},{form}",
            f"w:b={_word(before)},{frame.relation}", f"w:passive={frame.passive}", f"w:poss={chunk.possessive},{frame.relation}",
            f"w:longer={longer},{form}"]  # fmt: skip


def what_features(parsed: Parsed, content: Content, lemma: str) -> list[str]:
    """Describe the candidate stretch behind or before a cue of this verb."""
    scan = parsed.scan
    kind = "say" if lemma in SPEECH_VERBS else "think"
    first = _word(scan.lows[content.first])
    size = content.last - content.first + 1
    bucket = str(size) if size < 3 else "3-5" if size < 6 else "6-9" if size < 10 else "10+"  # noqa: PLR2004
    quoted = any(f >= 0 for f in scan.folded[content.first : content.last + 1])
    lead = scan.folded[content.first] >= 0
    lows = scan.lows[content.first : content.last + 1]
    finite = any(w in AUXILIARIES for w in lows)
    cues = sum(1 for cue in parsed.by_cue if content.first <= cue <= content.last)
    next_word = scan.lows[content.last + 1] if content.last + 1 < len(scan.lows) else "$"
    o, c, s = content.opening, content.closing, content.side
    return [f"o:{s}{o}", f"o:{s}{o},{kind}", f"o:{o},{lemma}", f"o:{o},{first}", f"e:{c}", f"e:{c},{kind}", f"e:{c},{bucket}", f"e:{c},{_word(next_word)}", f"n:{bucket},{s}", f"n:{bucket},{lemma}",
            f"f:{first},{kind}", f"f:{first},{lemma}", f"q:{quoted}{lead},{o},{s}", f"q:{quoted}{lead},{c}", f"v:{finite},{kind},{o}", f"v:{finite},{bucket}",
            f"cues:{min(cues, 2)},{s}", f"s:{s},{lemma}"]  # fmt: skip


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
    pairs: list[tuple[Frame, Content]] = []
    scores = [none]
    for frame, who in zip(ties, whose, strict=True):
        for content, worth in zip(stretches, what, strict=True):
            pairs.append((frame, content))
            scores.append(who + worth + score(table, pair_features(content, frame)))
    return pairs, scores
