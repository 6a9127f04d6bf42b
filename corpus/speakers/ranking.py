"""Who speaks a quotation: the candidates around it, and the features by which one of them is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.chunks import Chunk, Form
from corpus.speakers.gazetteer import places
from corpus.speakers.names import TITLES
from corpus.speakers.verbs import SPEECH_VERBS
from corpus.speakers.weights import score
from corpus.speakers.words import DETERMINERS, PEOPLE, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.rules import Ruling


class Candidate(NamedTuple):
    """A chunk of the paragraph number ``paragraph``; ``frame`` ties it to a cue best for the quotation, if any does."""

    paragraph: int
    chunk: int
    frame: Frame | None


NOBODY = Candidate(-1, -1, None)
#: Constructions that make somebody the subject of a verb with nothing to guess.
PLAIN = frozenset({"s0", "i0", "a0", "s2", "w", "s1a", "s1b", "p0", "i0,", "a0,"})


#: Constructions in which a place stands for who governs it: "Washington said".
_NAMED = frozenset({"s0", "i0", "a0"})


class Beside(NamedTuple):
    """What is the same for every candidate of one quotation."""

    at: int
    quote: int
    item: int
    shape: list[str]
    since: str
    before: Candidate | None
    cues: list[tuple[int, bool]]
    ruling: Ruling


def beside(paragraphs: Sequence[Parsed | None], at: int, quote: int, before: Candidate | None) -> Beside:
    """Describe a quotation's surroundings once. ``before`` is who spoke the quotation before it."""
    here = paragraphs[at]
    assert here is not None  # noqa: S101 - a quotation lies in a parsed paragraph
    item = here.scan.items_of[quote]
    sentence = here.scan.sentences[item]
    cues = {f.cue for f in here.frames if f.relation in PLAIN and here.scan.sentences[f.cue] == sentence}
    since = _since(here, quote)
    return Beside(at, quote, item, _shape(here, quote), since, before, [(c, c < item) for c in cues], here.rulings[quote])


def candidates(paragraphs: Sequence[Parsed | None], about: Beside) -> list[Candidate]:
    """List who may speak the quotation: chunks of its paragraph, of the one before, of the next one's opening."""
    out: list[Candidate] = [NOBODY]
    here = paragraphs[about.at]
    for p in (about.at - 1, about.at, about.at + 1):
        parsed = paragraphs[p] if 0 <= p < len(paragraphs) else None
        if here is None or parsed is None or not parsed.scan.words:
            continue
        if (p < about.at and about.quote and not here.bare) or (p > about.at and about.item + 1 < len(here.scan.words)):
            continue  # the words beside the quotation tell more
        scan = parsed.scan
        item = about.item if p == about.at else -1 if p > about.at else len(scan.words)
        for n, chunk in enumerate(parsed.chunks):
            sentence = scan.sentences[chunk.first]
            if p > about.at and sentence:
                continue
            frame = _best_frame(parsed, n, item)
            if frame is None and (not _bystander(parsed, chunk) or (p < about.at and sentence < scan.sentences[-1])):
                continue
            if frame is not None and frame.passive and _only_told(parsed, n):
                continue
            if chunk.form is Form.NAME and (frame is None or frame.relation not in _NAMED) and _is_place(parsed, n):
                continue
            out.append(Candidate(p, n, frame))
    anchored = [c for c in out if c.frame and c.paragraph == about.at and _anchors(here, about, c.frame)]
    if anchored:  # somebody is the subject of a verb of speech beside it; bystanders elsewhere say nothing
        out = [c for c in out if c.chunk < 0 or _near(here, about, c)]
    before = about.before
    if before is not None and before.chunk >= 0 and not any(c[:2] == before[:2] for c in out):
        out.append(before)
    return out


def _only_told(parsed: Parsed, chunk: int) -> bool:
    """Whether every verb of speech a chunk is the subject of is passive: "Roe was told", "Roe is called"."""
    return all(f.passive or f.relation not in PLAIN for f in parsed.by_chunk.get(chunk, ()))


def _is_place(parsed: Parsed, chunk: int) -> bool:
    return parsed.printed(chunk).lower().rstrip(".") in places()


def _anchors(here: Parsed | None, about: Beside, frame: Frame) -> bool:
    """Whether a frame ties somebody to a verb of speech in the quotation's own sentence with nothing to guess."""
    if here is None or frame.relation not in PLAIN or frame.passive:
        return False
    speech = frame.lemma in SPEECH_VERBS or frame.lemma == "according"
    return speech and here.scan.sentences[frame.cue] == here.scan.sentences[about.item]


def _near(here: Parsed | None, about: Beside, candidate: Candidate) -> bool:
    if here is None or candidate.paragraph != about.at:
        return False
    sentence = here.scan.sentences[here.chunks[candidate.chunk].first]
    framed = candidate.frame is not None and candidate.frame.relation in PLAIN
    return sentence == here.scan.sentences[about.item] or framed


def _bystander(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a chunk without a cue can still be who speaks: a name, a pronoun, a noun for people."""
    if chunk.form in {Form.NAME, Form.PRONOUN, Form.TITLE}:
        return True
    return parsed.scan.lows[chunk.head] in PEOPLE or parsed.scan.lows[chunk.first] in DETERMINERS


def _best_frame(parsed: Parsed, chunk: int, item: int) -> Frame | None:
    """Return the chunk's frame that stands nearest to the item, the plain constructions first."""
    best: Frame | None = None
    least = (True, 9999)
    for frame in parsed.by_chunk.get(chunk, ()):
        gap = frame.first - item if frame.first > item else item - frame.last
        rank = (frame.relation not in PLAIN, gap)
        if best is None or rank < least:
            best, least = frame, rank
    return best


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4-6" if n < 7 else "7-12" if n < 13 else "13+"  # noqa: PLR2004 - few, some, many


def features(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> list[str]:
    """Return the names of the features that hold for a candidate."""
    return [name for _, names in _parts(paragraphs, about, candidate) for name in names()]


def scores(
    paragraphs: Sequence[Parsed | None], about: Beside, rivals: Sequence[Candidate], table: dict[str, float]
) -> list[float]:
    """Score the rivals of one quotation; what several of them share is looked up once."""
    known: dict[object, float] = {}
    out = []
    for rival in rivals:
        total = 0.0
        for key, names in _parts(paragraphs, about, rival):
            worth = known.get(key) if key is not None else None
            if worth is None:
                worth = score(table, names())
                if key is not None:
                    known[key] = worth
            total += worth
        out.append(total)
    return out


def _parts(
    paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate
) -> list[tuple[object, Callable[[], list[str]]]]:
    """Return a candidate's features in parts, each with what it depends on; None where that is the candidate."""
    here = paragraphs[about.at]
    parsed = paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
    if here is None or parsed is None:
        return [(None, lambda: _nobody(about))]
    chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
    place = _place(parsed, chunk, frame, about.item, candidate.paragraph - about.at)
    side, relation = place[:2], frame.relation if frame else "-"
    tie = f"{relation},{side}"
    parts: list[tuple[object, Callable[[], list[str]]]] = [
        (None, lambda: _own(here, parsed, about, candidate, place)),
        (side, lambda: [f"{side},{s}" for s in about.shape]),
        (tie, lambda: [f"{tie},{s}" for s in about.shape]),
        (chunk if candidate.paragraph == about.at else None, lambda: _looks(parsed, chunk)),
    ]
    if about.before is not None and about.before[:2] == candidate[:2]:
        parts.append((None, lambda: [*(f"same,{s}" for s in about.shape),
                                     f"same,others={_others(here, about, candidate)}"]))  # fmt: skip
    return parts


def _nobody(about: Beside) -> list[str]:
    return ["nobody", f"nobody:first={about.before is None}", f"nobody:{about.ruling.rule}",
            *(f"nobody:{s}" for s in about.shape)]  # fmt: skip


def _own(here: Parsed, parsed: Parsed, about: Beside, candidate: Candidate, place: str) -> list[str]:
    """Return the features that the candidate shares with no other."""
    chunk, frame = parsed.chunks[candidate.chunk], candidate.frame
    step = candidate.paragraph - about.at
    side, form = place[:2], chunk.form.value
    relation, lemma = (frame.relation, frame.lemma) if frame else ("-", "-")
    plain = relation in PLAIN
    same = about.before is not None and about.before[:2] == candidate[:2]
    rival = _rivals(about, frame if step == 0 else None)
    tie = f"{relation},{side}"
    ruled = _ruled(parsed, chunk, about.ruling, step)
    out = [
        f"ruled={ruled}", f"ruled={ruled},{tie}", f"ruled={ruled},form={form}", f"ruled={ruled},same={same}",
        f"place={place}", f"form={form}", f"rel={relation}", f"rel={relation},place={place}",
        f"rel={relation},form={form}", f"form={form},place={place}", f"lemma={lemma}", f"lemma={lemma},rel={relation}",
        f"lemma={lemma},place={place}", f"same={same},{about.since}", f"same={same},place={place},rel={relation}",
        f"same={same},bare={here.bare}", f"rival={rival},plain={plain},{side}", f"rival={rival},rel={relation}",
        f"rival={rival},form={form},plain={plain}", f"rival={rival},same={same}",
    ]  # fmt: skip
    if frame:
        word = parsed.scan.lows[frame.cue]
        out += [f"passive={frame.passive},{relation}", f"ing={word.endswith('ing')},{relation},{place}",
                f"word={word},{side}"]  # fmt: skip
    if step == 0:
        out += _between(parsed, chunk, frame, about.item, tie)
    else:
        out += [f"step={step},bare={here.bare},rel={relation},place={place}",
                f"step={step},first={about.quote == 0},same={same}"]  # fmt: skip
    return out


NAMING_RULES = frozenset({"lead", "tail", "according", "possessor"})


def is_ruled(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> bool:
    """Whether the rules name a candidate as who speaks."""
    parsed = paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
    if parsed is None or about.ruling.rule not in NAMING_RULES:
        return False
    chunk = parsed.chunks[candidate.chunk]
    return _ruled(parsed, chunk, about.ruling, candidate.paragraph - about.at) == about.ruling.rule


def _ruled(parsed: Parsed, chunk: Chunk, ruling: Ruling, step: int) -> str:
    """Say whether the rules mean this candidate, another one, or none."""
    if ruling.start < 0:
        return ruling.rule
    start, end = parsed.scan.starts[chunk.head], parsed.scan.ends[chunk.head]
    mine = step == 0 and ruling.start <= start and end <= ruling.end + 1
    return ruling.rule if mine else f"not-{ruling.rule}"


def _shape(here: Parsed, quote: int) -> list[str]:
    """Describe the quotation and the items right beside it."""
    scan = here.scan
    item, q = scan.items_of[quote], scan.quotes[quote]
    words = q.words.strip()
    end = words.rstrip(" ’'”\"")[-1:] or "-"
    end = end if end in ",.?!…-—" else "w"
    before = scan.words[item - 1] if item else "^"
    after = scan.words[item + 1] if item + 1 < len(scan.words) else "$"
    before = before if not before[:1].isalnum() else "that" if before == "that" else "w"
    after = after if not after[:1].isalnum() else "W" if after[:1].isupper() else "w"
    count = len(words.split())
    size = "1" if count < 2 else "2-3" if count < 4 else "4-8" if count < 9 else "9+"  # noqa: PLR2004 - a word, a phrase, a clause
    return [f"end={end}", f"b={before}", f"a={after}", f"b={before},end={end},a={after}", f"size={size}",
            f"cap={words[:1].isupper()},b={before}", f"q={min(quote, 3)}"]  # fmt: skip


def _place(parsed: Parsed, chunk: Chunk, frame: Frame | None, item: int, step: int) -> str:
    """Say where the candidate's construction stands from the quotation."""
    numbers = parsed.scan.sentences
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    if step < 0:
        return f"P{min(numbers[-1] - numbers[chunk.first], 2)}"
    if step > 0:
        return "N"
    if frame and first < item < last:
        return "around"
    if first > item:
        off = numbers[first] - numbers[item]
        return f"T0:{_bucket(first - item - 1)}" if off == 0 else f"T{min(off, 2)}:"
    off = numbers[item] - numbers[last]
    return f"L0:{_bucket(item - last - 1)}" if off == 0 else f"L{min(off, 3)}:"


def _since(here: Parsed, quote: int) -> str:
    """Describe what stands between this quotation and the one before in the paragraph."""
    if quote == 0:
        return "first"
    scan = here.scan
    a, b = scan.items_of[quote - 1], scan.items_of[quote]
    ties = sum(1 for f in here.frames if a < f.first and f.last < b)
    return f"n{_bucket(b - a - 1)},f={min(ties, 2)},s={min(scan.sentences[b] - scan.sentences[a], 2)}"


def _others(here: Parsed, about: Beside, candidate: Candidate) -> str:
    """Count other candidates in plain constructions in the quotation's own sentence."""
    sentence = here.scan.sentences[about.item]
    mine = candidate.chunk if candidate.paragraph == about.at else -1
    other = {f.chunk for f in here.frames if f.relation in PLAIN and f.lemma in SPEECH_VERBS
             and here.scan.sentences[f.cue] == sentence and f.chunk != mine}  # fmt: skip
    return str(min(len(other), 2))


def _rivals(about: Beside, mine: Frame | None) -> str:
    """Count the other plain cues of the quotation's sentence: before it, after it, nearer than the candidate's."""
    distance = 999 if mine is None else abs(mine.cue - about.item)
    before = after = nearer = 0
    for cue, ahead in about.cues:
        if mine is None or cue != mine.cue:
            before += ahead
            after += not ahead
            nearer += abs(cue - about.item) < distance
    return f"{min(before, 2)}{min(after, 2)}{min(nearer, 2)}"


def _looks(parsed: Parsed, chunk: Chunk) -> list[str]:
    scan = parsed.scan
    head = scan.lows[chunk.head]
    before = scan.lows[chunk.first - 1] if chunk.first else "^"
    opens = chunk.first == 0 or scan.sentences[chunk.first - 1] != scan.sentences[chunk.first]
    word = before if before in PREPOSITIONS or not before[:1].isalnum() or before in {"that", "and"} else "w"
    out = [f"before={word}", f"poss={chunk.possessive}", f"opens={opens}", f"people={head in PEOPLE}",
           f"long={min(chunk.last - chunk.first, 4)}", f"role={_role(parsed, chunk)}"]  # fmt: skip
    if chunk.form is Form.PRONOUN:
        out.append(f"pro={head}")
    elif chunk.form is Form.NOUN:
        out.append(f"plural={head.endswith('s')}")
    return out


def _role(parsed: Parsed, chunk: Chunk) -> str:
    """Describe how titles and commas stand about a chunk: a name, a title with a name, an apposition."""
    scan = parsed.scan
    words = scan.lows[chunk.first : chunk.last + 1]
    titled = words[0].rstrip(".") in TITLES or words[0] in PEOPLE
    prep = not PREPOSITIONS.isdisjoint(words)
    left = scan.words[chunk.first - 1] if chunk.first else ""
    right = scan.words[chunk.last + 1] if chunk.last + 1 < len(scan.words) else ""
    apposed = left == "," and any(c.last == chunk.first - 2 for c in parsed.chunks)
    return f"{titled}{prep}{apposed}{right == ','}"


def _between(parsed: Parsed, chunk: Chunk, frame: Frame | None, item: int, tie: str) -> list[str]:
    """Describe what parts the candidate's construction from the quotation, in one paragraph."""
    scan = parsed.scan
    first, last = (frame.first, frame.last) if frame else (chunk.first, chunk.last)
    low, high = (last + 1, item) if last < item else (item + 1, first)
    quotes = sum(1 for k in scan.items_of if low <= k < high)
    cues = {f.cue for f in parsed.frames if low <= f.cue < high and f.relation in PLAIN and f.lemma in SPEECH_VERBS}
    words = scan.words[low:high]
    marks = "".join(w for w in words if w in {":", ";", ".", "—"})[:2]
    chunks = _bucket(sum(1 for c in parsed.chunks if low <= c.first < high))
    return [f"btw:q={min(quotes, 2)},{tie[-2:]}", f"btw:c={min(len(cues), 2)},{tie}", f"btw:{marks}{',' in words},{tie}",
            f"btw:n={chunks},{tie}"]  # fmt: skip
