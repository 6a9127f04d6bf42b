"""What stands around a quotation: described once, the same for everybody who may speak it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.speakers.frames import PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.speakers.frames import Frame
    from corpus.speakers.parsed import Parsed
    from corpus.speakers.rules import Ruling


class Candidate(NamedTuple):
    """A chunk of the paragraph number ``paragraph``; ``frame`` is its best tie to a cue, if it has any."""

    paragraph: int
    chunk: int
    frame: Frame | None


NOBODY = Candidate(-1, -1, None)


class Beside(NamedTuple):
    """What is the same for every candidate of one quotation.

    ``at`` is its paragraph, ``quote`` its number there, ``item`` its place in the scan. ``shape`` describes the
    quotation, ``since`` what parts it from the one before, whose speaker is ``before``. ``cues`` are those of its
    sentence, each with whether it stands ahead of the quotation, as ``ahead`` of them do; ``nearness`` is how far
    off they are, in order.
    """

    at: int
    quote: int
    item: int
    shape: tuple[str, ...]
    since: str
    before: Candidate | None
    cues: dict[int, bool]
    ahead: int
    nearness: list[int]
    ruling: Ruling


def beside(paragraphs: Sequence[Parsed | None], at: int, quote: int, before: Candidate | None) -> Beside:
    """Describe a quotation's surroundings once. ``before`` is who spoke the quotation before it."""
    here = paragraphs[at]
    assert here is not None  # noqa: S101 - a quotation lies in a parsed paragraph
    item = here.scan.items_of[quote]
    cues = {f.cue for f in here.by_sentence.get(here.scan.sentences[item], ()) if f.relation in PLAIN}
    ahead = {c: c < item for c in cues}
    nearness = sorted(abs(c - item) for c in cues)
    return Beside(at, quote, item, _shape(here, quote), _since(here, quote), before, ahead, sum(ahead.values()),
                  nearness, here.rulings[quote])  # fmt: skip


def bucket(n: int) -> str:
    """Return a count as a feature has it: few counts exactly, many roughly."""
    return str(n) if n < 4 else "4-6" if n < 7 else "7-12" if n < 13 else "13+"  # noqa: PLR2004 - few, some, many


def ending(words: str) -> str:
    """Return the mark with which quoted words end, "w" for a letter and "-" for nothing."""
    end = words.rstrip(" ’'”\"")[-1:] or "-"
    return end if end in ",.?!…-—" else "w"


def _shape(here: Parsed, quote: int) -> tuple[str, ...]:
    """Describe the quotation and the items right beside it."""
    scan = here.scan
    item = scan.items_of[quote]
    words = scan.quotes[quote].words.strip()
    end = ending(words)
    before = scan.words[item - 1] if item else "^"
    after = scan.words[item + 1] if item + 1 < len(scan.words) else "$"
    before = before if not before[:1].isalnum() else "that" if before == "that" else "w"
    after = after if not after[:1].isalnum() else "W" if after[:1].isupper() else "w"
    return (f"end={end}", f"b={before}", f"a={after}", f"b={before},end={end},a={after}",
            f"size={_size(len(words.split()))}", f"cap={words[:1].isupper()},b={before}",
            f"q={min(quote, 3)}")  # fmt: skip


def _size(words: int) -> str:
    return "1" if words < 2 else "2-3" if words < 4 else "4-8" if words < 9 else "9+"  # noqa: PLR2004 - word, phrase, clause


def _since(here: Parsed, quote: int) -> str:
    """Describe what stands between this quotation and the one before in the paragraph."""
    if quote == 0:
        return "first"
    scan = here.scan
    a, b = scan.items_of[quote - 1], scan.items_of[quote]
    ties = sum(1 for f in here.frames if a < f.first and f.last < b)
    return f"n{bucket(b - a - 1)},f={min(ties, 2)},s={min(scan.sentences[b] - scan.sentences[a], 2)}"
