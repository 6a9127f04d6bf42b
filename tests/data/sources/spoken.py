"""Subtitles and the JSON of speech recognition: cues cut within sentences, voices named, numbered or none."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sources.expect import aside, meta, para, source, turn
from sources.world import AMUNDRY, BERN, FACTS, HASKEL, QUELL, TOLLIVER, VELD, VONN, WICK, Pen

_WORDS_A_CUE = 7
_WORDS_A_LINE = 4


@dataclass
class Reel:
    """Lays words along a recording; times are in seconds."""

    at: float = 1.0

    def cues(self, words: str, *, pause: float = 0.4) -> list[tuple[float, float, str]]:
        """Cut words into cues that follow one another without a pause, and leave one behind them."""
        parts, out = words.split(), []
        for n in range(0, len(parts), _WORDS_A_CUE):
            some = parts[n : n + _WORDS_A_CUE]
            end = round(self.at + 0.35 * len(some), 3)
            lines = [" ".join(some[:_WORDS_A_LINE]), " ".join(some[_WORDS_A_LINE:])]
            out.append((self.at, end, "\n".join(line for line in lines if line)))
            self.at = end
        self.at = round(self.at + pause, 3)
        return out


def made():
    """Yield the files."""
    yield from (_debate(), _lecture(), _wind(), _report(), _vote())
    yield from (_whisper(), _assembly(), _whisperx())


def _debate():
    """WebVTT with voices, a style sheet and notes that nobody says."""
    pen, reel, rows, blocks = Pen("debate"), Reel(), [], []
    said = [(BERN, pen.said(1)), (VONN, FACTS["toll"]), (BERN,
        "The ambassador has the floor for one minute more."),
            (VONN, pen.said(4)), (VELD, pen.said(3)), (BERN, pen.said(1))]  # fmt: skip
    for who, words in said:
        blocks.append(turn(words, who, time=reel.at))
        for start, end, cue in reel.cues(words):
            rows.append(f"{_clock(start)} --> {_clock(end)} align:start line:84%\n<v {who}>{_escaped(cue)}</v>")
    rows.insert(3, "NOTE checked by the archive, second pass")
    head = "WEBVTT\nLanguage: en-GB\n\nSTYLE\n::cue(v) { color: gold }"
    return source("toll-debate.vtt", "\n\n".join([head, *rows]) + "\n", *blocks, language=meta("en-GB"),
                  hidden=("checked by the archive, second pass", "color: gold"))  # fmt: skip


def _lecture():
    """One voice that nobody names: pauses part the paragraphs."""
    pen, reel, rows, blocks = Pen("lecture"), Reel(75.5), [], []
    for words in (pen.said(3), FACTS["steel"], pen.said(3)):
        blocks.append(para(words, time=reel.at))
        rows += [f"{_clock(a, short=True)} --> {_clock(b, short=True)}\n{_escaped(cue)}"
                 for a, b, cue in reel.cues(words, pause=3.2)]  # fmt: skip
    rows.append(f"{_clock(reel.at)} --> {_clock(reel.at + 2)}\n[applause]")
    blocks.append(aside("leftover", "[applause]"))
    return source("lecture-steel.vtt", "\ufeffWEBVTT - Lecture\n\n" + "\n\n".join(rows) + "\n", *blocks)


def _wind():
    """WebVTT whose lines print the names, the numbers of the cues above them."""
    pen, reel, rows, blocks = Pen("wind"), Reel(3600.25), [], []
    for who, words in ((WICK, pen.said(1)), (QUELL, pen.said(3)), (WICK, "Since when?"), (QUELL, pen.said(2))):
        printed = f"{who.upper()}: {words}"
        blocks.append(turn(printed, who, time=reel.at))
        rows += [f"{len(rows) + n}\n{_clock(a)} --> {_clock(b)}\n{_escaped(cue)}"
                 for n, (a, b, cue) in enumerate(reel.cues(printed), 1)]  # fmt: skip
    return source("quay-radio.vtt", "WEBVTT\n\n" + "\n\n".join(rows), *blocks)


def _report():
    """SubRip with names in front, italics, and a sound that is no speech."""
    pen, reel, rows, blocks = Pen("report"), Reel(), [], []
    said = [(AMUNDRY, pen.said(2)), (TOLLIVER, pen.said(3)), (AMUNDRY, pen.said(1)), (TOLLIVER, pen.said(2))]
    for n, (who, words) in enumerate(said):
        printed = f"{who.upper()}: {words}"
        blocks.append(turn(printed, who, time=reel.at))
        rows += [(a, b, f"<i>{cue}</i>" if n == 1 else cue) for a, b, cue in reel.cues(printed)]
        if n == 1:
            rows.append((reel.at, reel.at + 1, "[foghorn]"))
            blocks.append(aside("leftover", "[foghorn]"))
            reel.at += 2
    return source("evening-report.srt", _srt(rows), *blocks)


def _vote():
    """SubRip in which a dash shows that another speaks, and nobody is named; the line ends of Windows."""
    pen, reel, rows, blocks = Pen("vote"), Reel(12.0), [], []
    for words in (pen.said(1), pen.said(2), "Agreed, then.", pen.said(1)):
        blocks.append(para(words, time=reel.at))
        for n, (a, b, cue) in enumerate(reel.cues(words)):
            rows.append((a, b, cue if n else f"- {cue}"))
    return source("vote-night.srt", "\ufeff" + _srt(rows).replace("\n", "\r\n"), *blocks)


def _whisper():
    """Whisper's segments: nobody is told apart, words and silences only."""
    pen, reel, segments, blocks = Pen("whisper"), Reel(0.0), [], []
    for words in (pen.said(4), pen.said(3)):
        blocks.append(para(words, time=reel.at))
        for a, b, cue in reel.cues(words, pause=2.6):
            segments.append({"id": len(segments), "start": a, "end": b, "text": " " + cue.replace("\n", " "),
                             "tokens": [50364, 286], "no_speech_prob": 0.02})  # fmt: skip
    form = {"text": "".join(s["text"] for s in segments), "segments": segments, "language": "en"}
    return source("walk-on-the-mole.json", json.dumps(form), *blocks, language=meta("en"))


def _assembly():
    """AssemblyAI's utterances in milliseconds; the voices are lettered and name nobody."""
    pen, reel, said, blocks = Pen("assembly"), Reel(4.0), [], []
    for who, words in (("A", pen.said(2)), ("B", pen.said(3)), ("A", pen.said(1)), ("B", pen.said(2))):
        start = reel.at
        reel.cues(words)
        blocks.append(turn(words, time=start))
        said.append({"speaker": who, "text": words, "start": round(start * 1000), "end": round(reel.at * 1000),
                     "confidence": 0.93, "words": []})  # fmt: skip
    form = {"id": "6fa1", "language_code": "en_uk", "audio_duration": 90, "utterances": said,
            "text": " ".join(u["text"] for u in said)}  # fmt: skip
    return source("board-call.json", json.dumps(form, ensure_ascii=False), *blocks, language=meta("en-uk"))


def _whisperx():
    """WhisperX's segments, to which somebody has given the speakers' names."""
    pen, reel, segments, blocks = Pen("whisperx"), Reel(0.5), [], []
    for who, words in ((HASKEL, pen.said(3)), (QUELL, FACTS["seals"]), (HASKEL, pen.said(2))):
        blocks.append(turn(words, who, time=reel.at))
        segments += [{"start": a, "end": b, "text": cue.replace("\n", " "), "speaker": who}
                     for a, b, cue in reel.cues(words)]  # fmt: skip
    return source("seal-count.json", json.dumps({"segments": segments, "word_segments": []}, indent=1), *blocks)


def _srt(rows):
    return "\n\n".join(
        f"{n}\n{_clock(a, ',')} --> {_clock(b, ',')}\n{cue}" for n, (a, b, cue) in enumerate(rows, 1)
    )


def _clock(time: float, point: str = ".", *, short: bool = False) -> str:
    whole, part = divmod(round(time * 1000), 1000)
    hours = "" if short and whole < 3600 else f"{whole // 3600:02}:"
    return f"{hours}{whole // 60 % 60:02}:{whole % 60:02}{point}{part:03}"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
