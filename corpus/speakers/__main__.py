"""Attribute documents in bulk: ``python -m corpus.speakers < documents.jsonl > predicted.jsonl``.

Each line in is ``{"doc_id": ..., "text": ...}``; each line out ``{"doc_id": ..., "quotes": [...]}`` with offsets
in the text. Of each quotation it gives ``start``, ``end``, ``text``, ``speaker`` (the mention as printed, or
null) with ``speaker_start`` and ``speaker_end``, ``speaker_full`` (the likeliest full name, or null), ``named``
(whether it is sure enough to be said outright), ``type``, ``confidence`` and ``cue``.

``type`` is "direct" (also for block quotations and turns), "mixed" for words quoted in part, "part" for such words
inside a reported clause that is given as well, and "indirect" for the reported clause.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.errors import printable
from corpus.speakers.bulk import quotes_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def main(lines: Iterable[bytes], out: TextIO, complain: TextIO) -> int:
    """Answer each line; one that cannot be read is reported and the rest goes on. Return the exit code."""
    refused = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = _read(line)
            quotes = quotes_of(asked["text"])
        except ValueError as fault:
            refused += 1
            complain.write(
                f"line {number}: {printable(str(fault), 200)}; expected {_EXPECTED}; the rest goes on\n"
            )
            continue
        out.write(json.dumps({"doc_id": asked["doc_id"], "quotes": quotes}, ensure_ascii=False) + "\n")
        out.flush()
    return 1 if refused else 0


_EXPECTED = 'one JSON object with "doc_id" and "text"'


def _read(line: bytes) -> dict[str, Any]:
    if len(line) > limits.MAX_SOURCE_BYTES:
        raise ValueError(f"it has {len(line):,} bytes, more than {limits.MAX_SOURCE_BYTES:,}")
    try:
        found = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise ValueError(f"it is no JSON ({type(fault).__name__})") from fault
    if not isinstance(found, dict) or not isinstance(found.get("text"), str) or "doc_id" not in found:
        raise ValueError("it lacks a doc_id or a text")
    return found


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.stdin.buffer, sys.stdout, sys.stderr))
