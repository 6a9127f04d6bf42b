"""Read the annotated texts of tests/data/speakers: prose with its attributions marked in braces.

A tag is ``{numbers letter words}``; the numbers say which attributions it belongs to, tags may stand inside one
another. The letters:

    q   quoted directly: a stretch in quotation marks that is somebody's speech
    p   quoted in part: a stretch in marks that is a piece of a reported clause
    b   a block quotation: a paragraph of somebody's words without marks
    i   reported: what somebody says, told in the author's words; it may hold a ``p``
    s   the words that name who says it; behind a bar the full name, where it is known: ``{3s she|Jane Roe}``
    c   the cue: the words that show that somebody says it
    x   in marks but nobody's speech: a title, a term, a slogan, a scare quote; it has no number

Lines at the top, "title: ..." and so on up to the first empty line, describe the text and are no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"\{(?P<numbers>\d+(?:,\d+)*)?(?P<letter>[qpbiscx]) |(?P<name>\|[^{}|]*)?(?P<close>\})")
_HEAD = re.compile(r"(?:[a-z]+: .*\n)+\n")
_MARKED = re.compile(r"“[^“”]*(?:”|$)|«[^»]*»|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_SPANS = "qpbi"


@dataclass
class Span:
    """A tagged stretch ``text[start:end]`` of attribution ``number``; ``name`` is the full name of an ``s``."""

    letter: str
    number: int | None
    start: int
    end: int
    name: str | None = None


@dataclass
class AnnotatedText:
    """A text without its tags, and the tags."""

    name: str
    text: str
    head: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def of(self, number, letters):
        """Return the spans of an attribution that carry one of the letters."""
        return [s for s in self.spans if s.number == number and s.letter in letters]

    def quotes(self):
        """Return the spans as the attribution scorer counts them: one dict each for q, p, b and i."""
        kinds = {"q": "direct", "b": "direct", "p": "part", "i": "indirect"}
        out = []
        for span in sorted((s for s in self.spans if s.letter in _SPANS), key=lambda s: (s.start, -s.end)):
            who = self._speaker(span)
            out.append(
                {
                    "start": span.start,
                    "end": span.end,
                    "text": self.text[span.start : span.end],
                    "speaker": self.text[who.start : who.end] if who else None,
                    "speaker_start": who.start if who else None,
                    "speaker_end": who.end if who else None,
                    "speaker_full": who.name if who else None,
                    "type": kinds[span.letter],
                    "number": span.number,
                }
            )
        return out

    def _speaker(self, span):
        own = self.of(span.number, "s")
        return min(own, key=lambda s: min(abs(s.start - span.end), abs(span.start - s.end)), default=None)


def parse(source, name="text"):
    """Read one annotated text; a ValueError says what is wrong and where."""
    head = _HEAD.match(source)
    lines = head.group().strip().splitlines() if head else []
    body = source[head.end() :].strip() if head else source.strip()
    out = AnnotatedText(name, "", dict(line.split(": ", 1) for line in lines))
    opened, at = [], 0
    for tag in _TAG.finditer(body):
        out.text += body[at : tag.start()]
        at = tag.end()
        if tag["close"]:
            if not opened:
                raise ValueError(f"{name}: a brace closes nothing: {body[max(0, at - 60) : at]!r}")
            _close(out, opened.pop(), (tag["name"] or "")[1:].strip() or None)
        else:
            opened.append((tag["letter"], tag["numbers"], len(out.text)))
    out.text += body[at:]
    if opened:
        raise ValueError(f"{name}: never closed: {out.text[opened[-1][2] :][:60]!r}")
    _check(out)
    return out


def _close(out, tag, full):
    letter, numbers, start = tag
    if full and letter != "s":
        raise ValueError(f"{out.name}: only an s tag has a bar: {full!r}")
    if (numbers is None) != (letter == "x"):
        raise ValueError(f"{out.name}: {letter!r} and number {numbers!r} do not go together")
    out.spans += [
        Span(letter, int(n) if n else None, start, len(out.text), full) for n in (numbers or "").split(",")
    ]


def _check(out):
    """Refuse what a writer forgets: a mark without a tag, a number without words, a stray brace."""
    stray = re.search(r"[{}|]", out.text)
    if stray:
        raise ValueError(
            f"{out.name}: stray {stray.group()!r} near {out.text[max(0, stray.start() - 50) :][:90]!r}"
        )
    for number in {s.number for s in out.spans if s.number}:
        if not out.of(number, _SPANS):
            raise ValueError(f"{out.name}: attribution {number} has no words (q, p, b or i)")
    tagged = [s for s in out.spans if s.letter in "qpxb"]
    for marked in _MARKED.finditer(out.text):
        if not any(s.start <= marked.start() + 1 and marked.end() - 1 <= s.end for s in tagged):
            raise ValueError(f"{out.name}: in marks but without q, p or x: {marked.group()[:60]!r}")
    for span in out.spans:
        words = out.text[span.start : span.end]
        if not words.strip() or words != words.strip():
            raise ValueError(f"{out.name}: blanks at the edge of {words[:60]!r}")
        if "\n\n" in words:
            raise ValueError(f"{out.name}: a tag over two paragraphs: {words[:60]!r}")


def read(path):
    """Read one file of tests/data/speakers."""
    return parse(path.read_text(encoding="utf-8"), path.stem)


def read_folder(folder):
    """Read every text of a folder, in the order of their names."""
    return [read(path) for path in sorted(folder.glob("*.txt"))]
