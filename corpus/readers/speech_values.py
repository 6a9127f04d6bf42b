"""Values in the JSON of speech recognition, each checked where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus import limits
from corpus.errors import SourceFormatError, printable
from corpus.readers.spoken import Piece

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = re.compile(r"\d{1,9}(?:\.\d{1,20})?s?\Z")


@dataclass(frozen=True, slots=True)
class At:
    """Reads the values of one file and refuses, by name and place, those that are not what they should be."""

    path: Path

    def items(self, value: object, what: str) -> list[dict[str, Any]]:
        """Return a list of objects."""
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
        raise refusal(self.path, f"has {what} that are {_kind(value)}", "a list of objects")

    def words(self, value: object, what: str) -> str:
        """Return text on one line."""
        if isinstance(value, str):
            return " ".join(value.split())
        raise refusal(self.path, f"has {what} whose words are {_kind(value)}", "text")

    def seconds(self, value: object, what: str, unit: float = 1.0) -> float:
        """Return a time in seconds; ``unit`` is how many one of the file's are."""
        if isinstance(value, str) and _SECONDS.match(value):
            value = float(value.removesuffix("s"))
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and 0 <= value < limits.MAX_TIME_S / unit
        ):
            return float(value) * unit
        raise refusal(self.path, f"has {what} at the time {printable(value, 40)!r}", "seconds from the start")

    def piece(self, item: dict[str, Any], keys: tuple[str, str, str, str], what: str, unit: float = 1.0) -> Piece:
        """Return the piece whose words, start, end and speaker stand under ``keys``."""
        words, start, end, speaker = (item.get(key) for key in keys)
        begun = self.seconds(start, what, unit)
        return Piece(
            self.words(words, what),
            begun,
            begun if end is None else max(begun, self.seconds(end, what, unit)),
            self.label(speaker, what),
        )

    def label(self, value: object, what: str) -> str | None:
        """Return who speaks as it is written, None where nobody is told apart."""
        if value is None or value == "":
            return None
        if isinstance(value, str | int) and not isinstance(value, bool):
            return " ".join(str(value).split())[: limits.MAX_FILTER_CHARS] or None
        raise refusal(self.path, f"has {what} whose speaker is {_kind(value)}", "a name or number")


def _kind(value: object) -> str:
    names = {"dict": "an object", "list": "a list", "str": "text", "NoneType": "missing", "bool": "true or false"}
    return names.get(type(value).__name__, "a number")


def refusal(path: Path, found: str, expected: str) -> SourceFormatError:
    """Return the refusal of a file with what to do instead."""
    return SourceFormatError(
        f"{printable(path)} {found}",
        expected=expected,
        action="Export it as WebVTT or SubRip with the program it comes from, and add that file.",
    )
