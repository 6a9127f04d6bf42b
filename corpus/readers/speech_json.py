"""The JSON of speech recognition: each program's own shape into pieces of speech.

Words are kept as they were recognised. A voice that is only numbered, "SPEAKER_01", parts turns and names nobody.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NoReturn

from corpus import limits
from corpus.citation import Field, Provenance
from corpus.errors import SourceTooLargeError, printable
from corpus.readers.speech_shapes import SHAPES
from corpus.readers.speech_values import At, refusal
from corpus.readers.spoken import spoken_page
from corpus.readers.spoken_remarks import left_out_remarks

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.blocks import Page

KNOWN: Final = "Whisper, whisper.cpp, WhisperX, AssemblyAI, Deepgram, Amazon Transcribe or Google Speech-to-Text"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}\Z")


def read_speech_json(text: str, path: Path, *_: object) -> Page:
    """Read what a speech recogniser wrote into a page of turns, told by the shape which program it was.

    Raises:
        SourceFormatError: no JSON, a shape that is not known, or a piece without words or time.
        SourceTooLargeError: more values than ``MAX_JSON_VALUES``.
    """
    form = _parsed(text, path)
    at = At(path)
    for pieces_of in SHAPES:
        found = pieces_of(form, at) if isinstance(form, dict) else None
        if found is not None:
            pieces = list(found)
            page = spoken_page(pieces, path, _fields(form))
            return replace(page, remarks=(*left_out_remarks(form.get("text"), pieces), *page.remarks))
    raise refusal(path, "is JSON of a shape that is not known", f"what {KNOWN} writes")


def _parsed(text: str, path: Path) -> Any:  # noqa: ANN401 - JSON is any value
    values = sum(text.count(mark) for mark in ",[{")
    if values > limits.MAX_JSON_VALUES:
        raise SourceTooLargeError(
            f"{printable(path)} has more than {limits.MAX_JSON_VALUES:,} values",
            expected="the transcript of one recording",
            action="Split it, a recording to a file, and add the parts.",
        )
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError) as fault:
        reason = "nested too deep" if isinstance(fault, RecursionError) else printable(fault, 80)
        raise refusal(path, f"is no JSON ({reason})", f"what {KNOWN} writes") from fault


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _fields(form: dict[str, Any]) -> dict[str, Field]:
    """Return the language, where the file names one by its code; nothing else in it is the recording's own."""
    named = form.get("language_code", form.get("language"))
    if not isinstance(named, str) or not _LANGUAGE.match(named):
        return {}
    return {"language": Field(named.replace("_", "-"), Provenance.METADATA)}
