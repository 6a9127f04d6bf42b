"""Who may speak a quotation: the candidates around it, and which of them the rules mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.speakers.chunks import Form
from corpus.speakers.frames import PLAIN
from corpus.speakers.gazetteer import places
from corpus.speakers.surroundings import NOBODY, Candidate
from corpus.speakers.verbs import SPEECH_VERBS
from corpus.speakers.words import DETERMINERS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.speakers.chunks import Chunk
    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.rules import Ruling
    from corpus.speakers.surroundings import Beside

#: Constructions in which a place stands for who governs it: "Washington said".
_NAMED = frozenset({"s0", "i0", "a0"})
_SHOWN = frozenset({Form.NAME, Form.PRONOUN, Form.TITLE})
NAMING_RULES = frozenset({"lead", "tail", "according", "possessor"})


#: Items between a quotation and who speaks it, at most; real sentences need a tenth, a paragraph of nothing but
#: quotations would take minutes without it.
REACH = 120
_AROUND = 60  # items; farther than any clause reaches


def candidates(paragraphs: Sequence[Parsed | None], about: Beside) -> list[Candidate]:
    """List who may speak the quotation: chunks of its paragraph, of the one before, of the next one's opening."""
    out: list[Candidate] = [NOBODY]
    here = paragraphs[about.at]
    if here is not None:
        for p in range(max(about.at - 1, 0), min(about.at + 2, len(paragraphs))):
            parsed = paragraphs[p]
            if parsed is not None and parsed.scan.words and not _apart(here, about, p - about.at):
                out += _of_paragraph(parsed, p, about)
        if any(c.frame and c.paragraph == about.at and _anchors(here, about, c.frame) for c in out):
            # Somebody is the subject of a verb of speech beside it; bystanders elsewhere say nothing.
            out = [c for c in out if c.chunk < 0 or _near(here, about, c)]
    before = about.before
    if before is not None and before.chunk >= 0 and not any(c[:2] == before[:2] for c in out):
        out.append(before)
    return out


def _apart(here: Parsed, about: Beside, step: int) -> bool:
    """Whether the words beside the quotation tell more than the paragraph ``step`` behind it or before it."""
    if step < 0:
        return about.quote > 0 and not here.bare
    return step > 0 and about.item + 1 < len(here.scan.words)


def _of_paragraph(parsed: Parsed, p: int, about: Beside) -> Iterator[Candidate]:
    numbers = parsed.scan.sentences
    item = about.item if p == about.at else -1 if p > about.at else len(numbers)
    for n, chunk in enumerate(parsed.chunks):
        sentence = numbers[chunk.first]
        if (p > about.at and sentence) or abs(chunk.first - item) > REACH:
            continue
        frame = _best_frame(parsed, n, item)
        far = p < about.at and sentence < numbers[-1]
        if _unframed(parsed, chunk, far=far) if frame is None else frame.passive and _only_told(parsed, n):
            continue
        governs = frame is not None and frame.relation in _NAMED
        if governs or chunk.form is not Form.NAME or not _is_place(parsed, n):
            yield Candidate(p, n, frame)


def _unframed(parsed: Parsed, chunk: Chunk, *, far: bool) -> bool:
    """Whether a chunk without a cue cannot be who speaks: too far, or nothing that people are called."""
    if far:
        return True
    if chunk.form in _SHOWN:
        return False
    lows = parsed.scan.lows
    return lows[chunk.head] not in PEOPLE and lows[chunk.first] not in DETERMINERS


def _only_told(parsed: Parsed, chunk: int) -> bool:
    """Whether every verb of speech a chunk is the subject of is passive: "Roe was told", "Roe is called"."""
    return all(f.passive or f.relation not in PLAIN for f in parsed.by_chunk.get(chunk, ()))


def _is_place(parsed: Parsed, chunk: int) -> bool:
    return parsed.printed(chunk).lower().rstrip(".") in places()


def _anchors(here: Parsed, about: Beside, frame: Frame) -> bool:
    """Whether a frame ties somebody to a verb of speech in the quotation's own sentence with nothing to guess."""
    if frame.relation not in PLAIN or frame.passive:
        return False
    speech = frame.lemma in SPEECH_VERBS or frame.lemma == "according"
    return speech and here.scan.sentences[frame.cue] == here.scan.sentences[about.item]


def _near(here: Parsed, about: Beside, candidate: Candidate) -> bool:
    if candidate.paragraph != about.at:
        return False
    sentence = here.scan.sentences[here.chunks[candidate.chunk].first]
    framed = candidate.frame is not None and candidate.frame.relation in PLAIN
    return sentence == here.scan.sentences[about.item] or framed


def _best_frame(parsed: Parsed, chunk: int, item: int) -> Frame | None:
    """Return the chunk's frame that stands nearest to the item, the plain constructions first."""
    ties = parsed.by_chunk.get(chunk)
    if ties is None:
        return None
    if len(ties) == 1:
        return ties[0]
    return min(ties, key=lambda f: (f.relation not in PLAIN, _gap(f, item)))


def _gap(frame: Frame, item: int) -> int:
    """Return how many items part a construction from a quotation; one that spans it is another quotation's."""
    if frame.first > item:
        return frame.first - item
    return item - frame.last if frame.last < item else _AROUND


def is_ruled(paragraphs: Sequence[Parsed | None], about: Beside, candidate: Candidate) -> bool:
    """Whether the rules name a candidate as who speaks."""
    parsed = paragraphs[candidate.paragraph] if candidate.chunk >= 0 else None
    if parsed is None or about.ruling.rule not in NAMING_RULES:
        return False
    chunk = parsed.chunks[candidate.chunk]
    return ruled(parsed, chunk, about.ruling, candidate.paragraph - about.at) == about.ruling.rule


def ruled(parsed: Parsed, chunk: Chunk, ruling: Ruling, step: int) -> str:
    """Say whether the rules mean this chunk, ``step`` paragraphs from the quotation, another one, or none."""
    if ruling.start < 0:
        return ruling.rule
    start, end = parsed.scan.starts[chunk.head], parsed.scan.ends[chunk.head]
    mine = step == 0 and ruling.start <= start and end <= ruling.end + 1
    return ruling.rule if mine else f"not-{ruling.rule}"
