"""The shapes in which programs write what they recognised, each into pieces of speech.

After the documentation of each: OpenAI Whisper and whisper.cpp, WhisperX, AssemblyAI, Deepgram, Amazon Transcribe,
Google Speech-to-Text (v1 and v2). A function of ``SHAPES`` returns None for what is not its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from corpus.readers.spoken import Piece, in_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpus.readers.speech_values import At


def _whisper(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    """Whisper, and WhisperX, whose segments say who speaks."""
    if not _is_list(form, "segments"):
        return None
    keys = ("text", "start", "end", "speaker")
    return [at.piece(s, keys, f"segment {n}") for n, s in enumerate(at.items(form["segments"], "segments"), 1)]


def _whisper_cpp(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    if not _is_list(form, "transcription"):
        return None
    out = []
    for n, segment in enumerate(at.items(form["transcription"], "segments"), 1):
        times = segment.get("offsets")
        flat = {**segment, **times} if isinstance(times, dict) else segment
        out.append(at.piece(flat, ("text", "from", "to", "speaker"), f"segment {n}", 0.001))
    return out


def _assembly(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    """AssemblyAI: milliseconds. Without its speakers' labels there are only words."""
    name = next((n for n in ("utterances", "words") if _is_list(form, n) and form[n]), None)
    if name is None or "segments" in form:
        return None
    keys = ("text", "start", "end", "speaker")
    said = [at.piece(u, keys, f"{name[:-1]} {n}", 0.001) for n, u in enumerate(at.items(form[name], name), 1)]
    return in_sentences(said) if name == "words" else said


def _deepgram(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    results = form.get("results")
    if not isinstance(results, dict) or not (_is_list(results, "channels") or _is_list(results, "utterances")):
        return None
    if results.get("utterances"):
        keys = ("transcript", "start", "end", "speaker")
        found = at.items(results["utterances"], "utterances")
        return [at.piece(u, keys, f"utterance {n}") for n, u in enumerate(found, 1)]
    said = in_sentences(_channels(at.items(results.get("channels"), "channels"), at))
    return sorted(said, key=lambda piece: piece.start)


def _channels(channels: list[dict[str, Any]], at: At) -> Iterator[Piece]:
    for number, channel in enumerate(channels):
        best = at.items(channel.get("alternatives"), "alternatives")[:1]
        for n, word in enumerate(at.items(best[0].get("words"), "words") if best else (), 1):
            flat = {"speaker": f"channel {number}" if len(channels) > 1 else None, **word}
            flat["shown"] = word.get("punctuated_word", word.get("word"))
            yield at.piece(flat, ("shown", "start", "end", "speaker"), f"word {n}")


def _amazon(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    results = form.get("results")
    if not isinstance(results, dict) or not _is_list(results, "items"):
        return None
    if results.get("audio_segments"):
        keys = ("transcript", "start_time", "end_time", "speaker_label")
        found = at.items(results["audio_segments"], "segments")
        return [at.piece(s, keys, f"segment {n}") for n, s in enumerate(found, 1)]
    return in_sentences(_amazon_words(at.items(results["items"], "items"), _amazon_speakers(results, at), at))


def _amazon_words(items: list[dict[str, Any]], speakers: dict[str, Any], at: At) -> list[Piece]:
    """Return words with the punctuation that is an item of its own behind them."""
    out: list[Piece] = []
    for n, item in enumerate(items, 1):
        best = at.items(item.get("alternatives"), "alternatives")[:1]
        words = at.words(best[0].get("content") if best else None, f"item {n}")
        if item.get("type") == "punctuation" and out:
            last = out[-1]
            out[-1] = replace(last, words=last.words + words)
        else:
            said_by = item.get("speaker_label", speakers.get(str(item.get("start_time"))))
            flat = {**item, "content": words, "speaker": said_by}
            out.append(at.piece(flat, ("content", "start_time", "end_time", "speaker"), f"item {n}"))
    return out


def _amazon_speakers(results: dict[str, Any], at: At) -> dict[str, Any]:
    """Return who speaks by the time that a word begins at, as older files give it apart from the words."""
    labels = results.get("speaker_labels")
    segments = at.items(labels.get("segments"), "speakers' segments") if isinstance(labels, dict) else []
    words = (word for segment in segments for word in at.items(segment.get("items", []), "speakers' items"))
    return {str(word.get("start_time")): word.get("speaker_label") for word in words}


def _google(form: dict[str, Any], at: At) -> Iterable[Piece] | None:
    form = form["response"] if isinstance(form.get("response"), dict) else form
    if not _is_list(form, "results"):
        return None
    results = at.items(form["results"], "results")
    best = [a for r in results for a in at.items(r.get("alternatives", []), "alternatives")[:1]]
    # With speakers told apart, v1's last result has all the words of those before it, and the speakers.
    last = at.items(best[-1].get("words", []), "words") if best else []
    if any(word.get("speakerTag") for word in last):
        return in_sentences(_google_word(word, n, at) for n, word in enumerate(last, 1))
    return list(_google_results(results, at))


def _google_results(results: list[dict[str, Any]], at: At) -> Iterator[Piece]:
    start = 0.0
    for n, result in enumerate(results, 1):
        best = (at.items(result.get("alternatives", []), "alternatives") or [{}])[0]
        words = [_google_word(w, k, at) for k, w in enumerate(at.items(best.get("words", []), "words"), 1)]
        ends = result.get("resultEndTime", result.get("resultEndOffset"))
        end = at.seconds(ends, f"result {n}") if ends is not None else words[-1].end if words else start
        if any(word.label for word in words):
            yield from in_sentences(words)
        elif best.get("transcript"):
            begun = words[0].start if words else start
            yield Piece(at.words(best["transcript"], f"result {n}"), begun, max(begun, end))
        elif not words:
            yield Piece("", start, max(start, end))  # nothing was understood
        start = max(start, end)


def _google_word(word: dict[str, Any], n: int, at: At) -> Piece:
    flat = {
        "word": word.get("word"),
        "start": word.get("startTime", word.get("startOffset", "0s")),
        "end": word.get("endTime", word.get("endOffset")),
        "speaker": word.get("speakerLabel", word.get("speakerTag")) or None,
    }
    return at.piece(flat, ("word", "start", "end", "speaker"), f"word {n}")


SHAPES: Final[tuple[Callable[[dict[str, Any], At], Iterable[Piece] | None], ...]] = (
    _whisper, _whisper_cpp, _deepgram, _amazon, _google, _assembly,
)  # fmt: skip


def _is_list(form: dict[str, Any], name: str) -> bool:
    return isinstance(form.get(name), list)
