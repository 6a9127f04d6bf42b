"""Subtitles, WebVTT and SubRip: cues into turns by voice.

What a viewer reads is kept word for word, without tags, positions and the dash that shows that another speaks. A
captioner's rolling lines, each shown twice, are folded only where they are the same word for word. After the W3C's
"WebVTT: The Web Video Text Tracks Format", 2019; SubRip has no standard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from markdown_it.common.entities import entities
from markdown_it.common.utils import isValidEntityCode

from corpus import limits
from corpus.citation import Field, Provenance
from corpus.errors import SourceFormatError, SourceTooLargeError, printable
from corpus.readers.spoken import Piece, has_ended, spoken_page
from corpus.readers.spoken_remarks import bracket_remarks, cue_remarks, stray_lines
from corpus.speakers.directions import is_direction
from corpus.speakers.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from corpus.blocks import Page

_LINE = re.compile(r"\r\n|[\r\n]")
_CLOCK = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?\Z")
#: A line that was meant to be one: words with an arrow in them do not open with a clock.
_BROKEN = re.compile(r"\s*[\d:.,]*\d\s*-->")
_SKIPPED = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)")
_HEADER = re.compile(r"Language:\s*(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3})\s*\Z")
_VTT_TAG = re.compile(r"<(?P<close>/?)(?P<name>[^\s<>./]{0,40})[^\s<>]{0,200}(?:\s(?P<value>[^<>]{0,500}))?>")
_SRT_TAG = re.compile(r"</?(?:i|b|u|s|font|c|ruby|rt|lang)\b[^<>]*>|\{\\[^{}]*\}|\{/?[ibus]\}", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#(?P<ten>\d{1,7})|#[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
#: Another speaks: "- Hello", and a captioner's ">> Hello". "-5" is a number, and "—and" goes on.
_ANOTHER = re.compile(r"(?:[-‐](?![-\d])[ \t]*|–[ \t]+|>{2,}[ \t]*)(?=\S)")
#: Captions roll where so many of the cues that touch the one before open with its last line, and go on.
_ROLLING_SHARE: Final = 0.3
_LEAST_ROLLED: Final = 3
_TOUCHING_S: Final = 0.05
_MOST_LINES: Final = 8
#: Between two cues stand a blank line and the next one's name.
_GAP_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    lines: tuple[str, ...]
    before: str = ""  # the line shown before it


def read_vtt(text: str, path: Path, *_: object) -> Page:
    """Read WebVTT; a cue's ``<v Name>`` says who speaks.

    Raises:
        SourceError: no WebVTT, a time that cannot be read, or nothing said.
    """
    lines = _LINE.split(text.removeprefix("\ufeff"))
    if not re.match(r"WEBVTT(?:[ \t]|\Z)", lines[0]):
        raise _refusal(path, f"opens with {printable(lines[0], 40)!r}", "WEBVTT in its first line")
    cues, remarks = _cues(lines, path, blank_ends=True)
    language = next((m["language"] for line in lines[1:8] if (m := _HEADER.match(line))), None)
    fields = {"language": Field(language, Provenance.METADATA)} if language else {}
    page = spoken_page(_named([p for cue in _unrolled(cues) for p in _voiced(cue)]), path, fields)
    words = "\n".join(line for cue in cues for line in cue.lines if "<" in line)
    return replace(page, remarks=(*remarks, *bracket_remarks(words), *page.remarks))


def read_srt(text: str, path: Path, *_: object) -> Page:
    """Read SubRip; who speaks is known where the words say so, "NAME:".

    Raises:
        SourceError: a time that cannot be read, or nothing said.
    """
    cues, remarks = _cues(_LINE.split(text.removeprefix("\ufeff")), path, blank_ends=False)
    shown = (replace(cue, lines=tuple(_SRT_TAG.sub("", line) for line in cue.lines)) for cue in cues)
    page = spoken_page(_named([p for cue in _unrolled(list(shown)) for p in _lines(cue, cue.lines)]), path)
    return replace(page, remarks=(*remarks, *page.remarks))


def _cues(lines: Sequence[str], path: Path, *, blank_ends: bool) -> tuple[list[_Cue], list[str]]:
    """Return the cues by their start, and remarks. Behind a blank line, only SubRip goes on with the same one."""
    timings = list(_timings(lines, path))
    if not timings:
        raise _refusal(path, "has no cue", "lines such as 00:00:01,000 --> 00:00:04,000")
    if len(timings) > limits.MAX_BLOCKS:
        raise SourceTooLargeError(
            f"{printable(path)} has {len(timings):,} cues",
            expected=f"at most {limits.MAX_BLOCKS:,}",
            action="Split it, a recording to a file, and add the parts.",
        )
    first = timings[0][0]
    numbered = first > 0 and lines[first - 1].strip().isdigit()
    # A line right above a cue's times is its name or number; WebVTT's head ends with a blank line.
    head = next((n for n in range(first) if not lines[n].strip()), first) if blank_ends else 0
    stray = stray_lines(lines[head : max(head, first - (blank_ends or numbered))])
    out = []
    for place, (n, start, end) in enumerate(timings):
        stop = timings[place + 1][0] if place + 1 < len(timings) else len(lines)
        if blank_ends:
            # A line of blanks, as rolling captions begin with, is none without anything.
            begin = n + 1 + (n + 1 < stop and lines[n + 1].isspace())
            body = lines[begin : next((k for k in range(begin, stop) if not lines[k].strip()), stop)]
            if stop - begin - len(body) > _GAP_LINES:
                stray += stray_lines(lines[begin + len(body) : stop - (stop < len(lines))])
        else:
            body = lines[n + 1 : stop - (numbered and stop < len(lines) and lines[stop - 1].strip().isdigit())]
        out.append(_Cue(start, max(start, end), tuple(body)))
    wordless = sum(not any(map(str.strip, cue.lines)) for cue in out)
    remarks = list(cue_remarks([(start, end) for _, start, end in timings], wordless, stray))
    return sorted(out, key=lambda cue: cue.start), remarks


def _timings(lines: Sequence[str], path: Path) -> Iterator[tuple[int, float, float]]:
    """Yield each timing line's number with its two times in seconds; notes and style sheets have none."""
    skipping = False
    for n, line in enumerate(lines):
        if not line.strip():
            skipping = False
        elif _SKIPPED.match(line) and (not n or not lines[n - 1].strip()):
            skipping = True
        if skipping or "-->" not in line[:100]:
            continue
        if match := _TIMING.match(line[:1000]):
            yield n, _seconds(*match.groups()[:4]), _seconds(*match.groups()[4:])
        elif _BROKEN.match(line[:100]):
            raise _refusal(path, f"has in line {n + 1} {printable(line, 60)!r}", "00:00:01.000 --> 00:00:04.000")


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int((fraction or "0").ljust(3, "0")) / 1000


def _unrolled(cues: Sequence[_Cue]) -> Iterator[_Cue]:
    """Yield the cues without the lines that the one before still shows.

    The same line twice may also be said twice. So it goes only where the whole file rolls, or both are on the
    screen at the same time.
    """
    pairs = list(pairwise(cues))
    touching = [0 < _again(a, b) < len(_shown(b)) for a, b in pairs if b.start - a.end <= _TOUCHING_S]
    rolls = sum(touching) >= max(_LEAST_ROLLED, _ROLLING_SHARE * len(touching))
    for n, cue in enumerate(cues):
        before = cues[n - 1] if n else None
        drop = 0
        if before is not None:
            if cue.start < before.end and _shown(cue) == _shown(before):
                drop = len(cue.lines)
            elif rolls and cue.start - before.end <= _TOUCHING_S:
                drop = _again(before, cue)
        shown = _shown(before) if before is not None else []
        kept = tuple(line for line in cue.lines if _plain(line))[drop:]
        yield replace(cue, lines=kept, before=shown[-1] if shown else "")


def _again(before: _Cue, cue: _Cue) -> int:
    """Return how many of a cue's first lines are the last ones of the cue before, word for word."""
    old, new = _shown(before), _shown(cue)
    return next((k for k in range(min(len(old), len(new), _MOST_LINES), 0, -1) if old[-k:] == new[:k]), 0)


def _shown(cue: _Cue) -> list[str]:
    return [plain for line in cue.lines if (plain := _plain(line))]


def _plain(line: str) -> str:
    return " ".join(_unescaped(_VTT_TAG.sub("", line)).split())


def _voiced(cue: _Cue) -> Iterator[Piece]:
    """Yield what each voice of a WebVTT cue says; outside its tags nobody is named."""
    words, label = "", None
    text, at = "\n".join(cue.lines), 0
    for tag in _VTT_TAG.finditer(text):
        words += text[at : tag.start()]
        at = tag.end()
        if tag["name"] == "v":
            yield from _lines(cue, words.split("\n"), label)
            words, label = "", None if tag["close"] else " ".join(_unescaped(tag["value"] or "").split()) or None
    yield from _lines(cue, (words + text[at:]).split("\n"), label)


def _lines(cue: _Cue, lines: Sequence[str], label: str | None = None) -> Iterator[Piece]:
    """Yield each line that one voice shows in a cue; remarks in brackets may take several."""
    shown = [plain for line in lines if (plain := " ".join(_unescaped(line).split()))]
    if is_direction(" ".join(shown)):
        shown = [" ".join(shown)]
    ended, before = True, cue.before
    for line in shown:
        # A voice that is named needs no dash to be told apart: one in it is its own.
        mark = _ANOTHER.match(line) if label is None and not _goes_on(before, line) else None
        words = line[mark.end() :] if mark else line
        yield Piece(words, cue.start, cue.end, label, opens=mark is not None, goes_on=not (ended or mark))
        ended, before = has_ended(line), line


def _goes_on(before: str, line: str) -> bool:
    """Whether a dash that opens a line is one within a sentence: "It is simple" / "– a date and a sum."."""
    if not _ANOTHER.match(line) or _ANOTHER.match(before):  # two dashes, one below the other, are two voices
        return False
    return line.lstrip("-‐– \t")[:1].islower() and before[-1:].isalpha()


def _named(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the pieces whose words open with a speaker's name, if the file is one that prints names."""
    free = [p.words for p in pieces if p.label is None and not p.goes_on]
    labels = Labels(free)
    if not labels.transcript:
        return list(pieces)
    mark = [p.label is None and not p.goes_on and labels.of(p.words) is not None for p in pieces]
    return [replace(p, named=named) for p, named in zip(pieces, mark, strict=True)]


def _unescaped(words: str) -> str:
    return _ENTITY.sub(_character, words) if "&" in words else words


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return entities.get(match["name"], match.group())
    code = int(match["ten"]) if match["ten"] else int(match["hex"], 16)
    return chr(code) if isValidEntityCode(code) else match.group()


def _refusal(path: Path, found: str, expected: str) -> SourceFormatError:
    return SourceFormatError(
        f"{printable(path)} {found}",
        expected=expected,
        action="Export the subtitles again as WebVTT or SubRip and add that file.",
    )
