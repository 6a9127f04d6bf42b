"""Sentences by offset, so that what is marked is always a slice of what is shown."""

from __future__ import annotations

from sentencex import get_sentence_boundaries


def sentence_offsets(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Return the half-open offsets of the sentences of ``text``, blanks at their ends left out.

    sentencex knows the abbreviations of the language given and falls back to a related one for others.
    """
    spans = ((b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, text))
    trimmed = ((start, end, text[start:end]) for start, end in spans)
    return [
        (start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
        for start, end, piece in trimmed
        if piece.strip()
    ]
