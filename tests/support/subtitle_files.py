"""Subtitles for tests: cues that follow one another."""

from __future__ import annotations


def vtt(*cues, start=0, step=2, head="WEBVTT"):
    """Write cues that touch, ``step`` seconds each."""
    times = [start + n * step for n in range(len(cues) + 1)]
    clock = [f"{t // 3600:02}:{t // 60 % 60:02}:{t % 60:02}.000" for t in times]
    rows = [f"{a} --> {b}\n{cue}" for a, b, cue in zip(clock, clock[1:], cues, strict=False)]
    return "\n\n".join([head, *rows]) + "\n"


def srt(*cues):
    """Write numbered cues of a second each."""
    return "\n\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{cue}" for n, cue in enumerate(cues, 1))
