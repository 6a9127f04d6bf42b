"""From timed pieces of speech to a page: what subtitles and the JSON of speech recognition have in common.

Pieces of one voice in a row are one turn. Where one voice speaks, or none is told apart, a paragraph ends at a
pause of ``PAUSE_S``, or at the end of a sentence once it has ``PARAGRAPH_CHARS``. A turn longer than one passage
is cut between two pieces, where a sentence ends if one does, and the rest says that it is ``continued``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus import limits
from corpus.blocks import Block, Page, Voice
from corpus.errors import SourceEmptyError, SourceFormatError, SourceTooLargeError, printable
from corpus.model import BlockKind
from corpus.readers.spoken_remarks import time_remarks, voice_remarks
from corpus.speakers.directions import is_direction
from corpus.speakers.labels import Form, Labels, names_nobody, turn_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from corpus.citation import Field

#: A silence that parts paragraphs, in seconds.
PAUSE_S: Final = 2.0
#: Long enough for a paragraph, in characters: it ends with the next sentence.
PARAGRAPH_CHARS: Final = 700
_ENDED = re.compile(r"[.?!…。？！][\"”’'»)\]]*\Z")
#: Scripts that set no blanks between words: where a line of a subtitle ends, none is lost.
_GAPLESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_MUSIC = " ♩♪♫♬"
#: What programs call the voices they tell apart: "SPEAKER_01", "spk_0", "Speaker A", "B", "2".
_NUMBERED = re.compile(
    r"(?:(?:speaker|spkr?|person|channel|ch|voice|guest|user)[ _-]?(?:\d{1,3}|[a-z])|[a-z]|\d{1,3}|unk(?:nown)?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with their time in seconds; ``label`` is who says them as the file prints it.

    ``opens`` says that a voice begins with it, though not whose: a dash, ">>". ``named`` says that the words open
    with the name, ``goes_on`` that a sentence runs on into it from the line above.
    """

    words: str
    start: float
    end: float
    label: str | None = None
    opens: bool = False
    named: bool = False
    goes_on: bool = False


def voice_of(label: str | None, role: str | None = None) -> Voice | None:
    """Return who a label names, with the role in it; a voice without a name where it names nobody."""
    printed = " ".join((label or "").split())
    if not printed or len(printed) > limits.MAX_FILTER_CHARS:
        return None
    if names_nobody(printed) or _NUMBERED.fullmatch(printed):
        return Voice(None, printed, role)
    read = turn_label(f"{printed}: .")
    if read is None or read.form is not Form.COLON:
        return Voice(printed, printed, role)
    return Voice(read.name, read.printed, role or read.role)


def spoken_page(pieces: Iterable[Piece], path: Path, fields: dict[str, Field] | None = None) -> Page:
    """Lay pieces of speech, in order, into a page of turns or paragraphs.

    Raises:
        SourceEmptyError: nobody says anything.
        SourceFormatError: half a character or a NUL is among the words.
        SourceTooLargeError: more pieces than ``MAX_BLOCKS``.
    """
    pieces = list(pieces)
    said = [p for p in pieces if p.words.strip()]
    if len(said) > limits.MAX_BLOCKS:
        raise SourceTooLargeError(
            f"{printable(path)} has {len(said):,} pieces of speech",
            expected=f"at most {limits.MAX_BLOCKS:,}",
            action="Split it, a recording to a file, and add the parts.",
        )
    if not any(c.isalnum() for p in said for c in p.words):
        raise SourceEmptyError(
            f"{printable(path)} has no words in it",
            expected="speech with its times",
            action="Check that the transcription was saved in full.",
        )
    check_words("".join(p.words + (p.label or "") for p in said), path)
    layer = _Layer(several=len({p.label for p in said}) > 1 or any(p.named for p in said))
    for piece in said:
        layer.take(piece)
    layer.close()
    text = "".join(layer.texts)
    programs = [label for label in layer.heard if label and _NUMBERED.fullmatch(label)]
    times = time_remarks([p.start for p in said], len(pieces) - len(said))
    remarks = (*times, *voice_remarks(layer.heard, programs))
    return Page(text, tuple(_surely(layer.blocks, text)), fields or {}, remarks=remarks)


def in_sentences(words: Iterable[Piece]) -> Iterator[Piece]:
    """Join single words of one voice until a sentence ends, or a pause of ``PAUSE_S``."""
    held: Piece | None = None
    for word in words:
        if held and (has_ended(held.words) or word.label != held.label or word.start - held.end >= PAUSE_S):
            yield held
            held = None
        held = replace(held, words=joined(held.words, word.words), end=word.end) if held else word
    if held:
        yield held


def check_words(text: str, path: Path) -> None:
    r"""Refuse what no document may hold, and JSON's ``\u`` lets through: half a character, or a NUL.

    Raises:
        SourceFormatError: there is one.
    """
    half = re.search("[\0\ud800-\udfff]", text)
    if half:
        raise SourceFormatError(
            f"{printable(path)} holds U+{ord(half.group()):04X}, which is no character of a text",
            expected="whole characters",
            action="Write the file again with the program it comes from.",
        )


def joined(first: str, second: str) -> str:
    """Return two runs of words as one: a blank between them, but none in a script that sets none."""
    gapless = first and second and _GAPLESS.match(first[-1]) and _GAPLESS.match(second[0])
    return f"{first}{second}" if gapless or not first else f"{first} {second}"


def has_ended(words: str) -> bool:
    """Whether words end as a sentence does."""
    return _ENDED.search(words) is not None


def _is_sound(words: str) -> bool:
    """Whether the words are a remark, or music: "[applause]", "♪ (drums) ♪", "♪"."""
    bare = words.strip(_MUSIC)
    return not bare or is_direction(bare)


@dataclass(slots=True)
class _Layer:
    """Lays pieces one after the other; ``several`` says that voices are told apart."""

    several: bool
    texts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    words: str = ""
    voice: Piece | None = None  # the piece that the voice began with
    first: Piece | None = None
    last: Piece | None = None
    continued: bool = False
    heard: Counter[str | None] = field(default_factory=Counter)  # how many pieces of each label

    def take(self, piece: Piece) -> None:
        """Follow one piece: it goes on with the block, or begins another."""
        words = piece.words.strip()
        if not piece.named and _is_sound(words):
            self.close()
            self._write(words, BlockKind.LEFTOVER, piece.start)
            return
        self.heard[piece.label] += 1
        if self.voice is None or piece.opens or piece.named or piece.label != self.voice.label:
            self.close()
            self.voice = piece
        elif self.first is not None and self._too_long(words):
            self.close()
            self.continued = self.several or not has_ended(self.texts[-1].rstrip())
        elif self.first is not None and not self.several and self._paragraph_ends(piece):
            self.close()
        self.first = self.first or piece
        self.words, self.last = joined(self.words, words), piece

    def close(self) -> None:
        """Write the block that is open, if one is."""
        if self.voice is not None and self.first is not None:
            voice = voice_of(self.voice.label)
            # Words behind a mere dash are no TURN here: they would be taken for the rest of the one before.
            kind = BlockKind.TURN if voice or self.voice.named else BlockKind.PARAGRAPH
            self._write(self.words, kind, self.first.start, voice)
        self.words, self.first, self.last, self.continued = "", None, None, False

    def _too_long(self, words: str) -> bool:
        """Whether the block must end here: no room for the words, or little, and a sentence ends."""
        free = limits.MAX_PASSAGE_CHARS - len(self.words) - 1
        return len(words) > free or (free < limits.MAX_PASSAGE_CHARS // 6 and has_ended(self.words))

    def _paragraph_ends(self, piece: Piece) -> bool:
        pause = self.last is not None and piece.start - self.last.end >= PAUSE_S
        return pause or (len(self.words) >= PARAGRAPH_CHARS and has_ended(self.words))

    def _write(self, words: str, kind: BlockKind, time: float, voice: Voice | None = None) -> None:
        end = self.length + len(words)
        self.blocks.append(
            Block(kind, self.length, end, continued=self.continued, time=max(0.0, time), voice=voice)
        )
        self.texts.append(words + "\n\n")
        self.length = end + 2


def _surely(blocks: Sequence[Block], text: str) -> list[Block]:
    """Leave turns turns only where the name in front of their words will be read as one again."""
    printed = [b for b in blocks if b.kind is BlockKind.TURN and b.voice is None]
    labels = Labels([b.of(text) for b in printed if not b.continued])
    sure, out = False, []
    for block in blocks:
        if block.kind is not BlockKind.TURN or block.voice is not None:
            sure = sure and block.kind is BlockKind.LEFTOVER
        else:
            sure = labels.of(block.of(text)) is not None or (sure and turn_label(block.of(text)) is None)
        doubtful = block.kind is BlockKind.TURN and block.voice is None and not sure
        out.append(block.as_kind(BlockKind.PARAGRAPH) if doubtful else block)
    return out
