"""An evaluation set: a folder of passages and questions, one JSON object a line.

``passages.jsonl`` has id, text, title and, where known, speaker, date and url; ``questions.jsonl`` has id and
text. This is the shape in which retrieval is commonly measured (BEIR, Thakur et al. 2021), with our fields.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.errors import OnRecordError, SourceEmptyError, SourceFormatError, printable
from qa.evaluation.files import read_text
from qa.retrieve import check_question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SetPassage:
    """A passage of the set: its id there, its words, and what the set says about where they stand."""

    id: str
    text: str
    title: str = ""
    speaker: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question of the set and its id there."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """Passages and questions, each in the order of their file; ids are unique within each."""

    passages: tuple[SetPassage, ...]
    questions: tuple[SetQuestion, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line's object, and the place to name when something is wrong with it."""

    path: Path
    number: int
    values: dict[str, Any]

    def word(self, name: str, *, most: int = limits.MAX_FIELD_CHARS) -> str:
        """Return a field that must be text of at most ``most`` characters."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise self.fault(f"no text under {name!r}", f"{name!r} with text in quotation marks")
        if len(value) > most:
            raise self.fault(f"{len(value):,} characters under {name!r}", f"at most {most:,}")
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise self.fault(f"half a character under {name!r}", "whole characters")
        return value

    def known(self, name: str) -> str | None:
        """Return a field that may be missing, null or blank, which all mean that it is not known."""
        value = "" if self.values.get(name) is None else self.word(name)
        return value if value.strip() else None

    def key(self) -> str:
        """Return the id; a run file parts its columns at blanks, so an id can hold none."""
        value = self.word("id")
        if not value or not value.isprintable() or any(c.isspace() for c in value):
            raise self.fault(f"the id {printable(value, 40)!r}", "an id of letters, digits and marks, no blanks")
        return value

    def fault(self, found: str, expected: str) -> SourceFormatError:
        """Return the error that names this line."""
        return SourceFormatError(
            f"{printable(self.path)} line {self.number:,} has {found}", expected=expected,
            action="Correct the line and run it again.",
        )  # fmt: skip


def read_set(folder: Path) -> EvaluationSet:
    """Read an evaluation set whole.

    Args:
        folder: with ``passages.jsonl`` and ``questions.jsonl``; whatever else is in it is not looked at.

    Raises:
        SourceError: a file cannot be read, or a line is not what the format says; the message names both.
    """
    return EvaluationSet(
        tuple(_passage(line) for line in _lines(folder / "passages.jsonl")),
        tuple(_question(line) for line in _lines(folder / "questions.jsonl")),
    )


def _passage(line: _Line) -> SetPassage:
    text = line.word("text", most=limits.MAX_SET_TEXT_CHARS)
    if not text.strip():
        raise line.fault("a text that is all blank", "the passage's words under 'text'")
    known = {name: line.known(name) for name in ("speaker", "date", "url")}
    return SetPassage(line.key(), text, line.word("title").strip(), **known)


def _question(line: _Line) -> SetQuestion:
    text = line.word("text", most=limits.MAX_SET_TEXT_CHARS)
    try:
        check_question(text)
    except OnRecordError as fault:
        raise line.fault(f"a question that cannot be asked: {fault.found}", fault.expected) from fault
    return SetQuestion(line.key(), text)


def _lines(path: Path) -> Iterator[_Line]:
    """Yield the objects of a file, blank lines passed over; ids that come twice are refused."""
    seen: dict[str, int] = {}
    # Not splitlines(): a JSON string may hold U+2028 and its like as they are.
    for number, text in enumerate(read_text(path, limits.MAX_SET_BYTES).split("\n"), 1):
        if not text.strip():
            continue
        line = _Line(path, number, _object(path, number, text))
        first = seen.setdefault(line.key(), number)
        if first != number:
            raise line.fault(f"the id {printable(line.key(), 40)!r} of line {first:,}", "an id of its own")
        yield line
    if not seen:
        raise SourceEmptyError(
            f"{printable(path)} has no line in it",
            expected="one JSON object a line",
            action="Check that the file was saved in full.",
        )


def _object(path: Path, number: int, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as fault:
        found = f"no JSON ({printable(fault, 80)})"
        raise _Line(path, number, {}).fault(found, "one JSON object") from fault
    if not isinstance(value, dict):
        raise _Line(path, number, {}).fault("JSON that is no object", 'an object such as {"id": ..., "text": ...}')
    return value
