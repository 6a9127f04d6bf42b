"""Text with italics as spans: what a citation is before anybody chooses HTML, DOCX or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Formatted:
    """One line of text; ``italics`` are half-open offsets in it, in characters, in order, not touching."""

    text: str = ""
    italics: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __add__(self, other: Formatted | str) -> Formatted:
        tail = plain(other)
        size = len(self.text)
        return Formatted(
            self.text + tail.text, self.italics + tuple((s + size, e + size) for s, e in tail.italics)
        )

    def ended(self, mark: str, *, inside: bool = True) -> Formatted:
        """Return it ended by a comma or full stop, which never stands behind a mark that makes it one too many.

        With ``inside`` the mark goes inside a closing double quotation mark, as in American use.
        """
        match = re.search("’*”\\Z", self.text) if inside else None
        at = match.start() if match else len(self.text)
        body, closing = self.text[:at].rstrip(",;:"), self.text[at:]
        if not body or (mark == "." and body.endswith(_ENDS)):
            return Formatted(body + closing, self._within(len(body)))
        return Formatted(body + mark + closing, self._within(len(body)))

    def _within(self, size: int) -> tuple[tuple[int, int], ...]:
        return tuple((s, min(e, size)) for s, e in self.italics if s < size)


def plain(text: Formatted | str) -> Formatted:
    """Return text without italics; what is formatted stays as it is."""
    return text if isinstance(text, Formatted) else Formatted(text)


def italic(text: str) -> Formatted:
    """Return text that is all in italics."""
    return Formatted(text, ((0, len(text)),) if text else ())


def listed(pieces: Iterable[Formatted | str], *, inside: bool = True) -> Formatted:
    """Join what is not empty with commas."""
    return _joined(pieces, ",", inside=inside)


def sentences(pieces: Iterable[Formatted | str], *, inside: bool = True) -> Formatted:
    """Join what is not empty with full stops, and end with one."""
    return _joined(pieces, ".", inside=inside).ended(".", inside=inside)


def _joined(pieces: Iterable[Formatted | str], mark: str, *, inside: bool) -> Formatted:
    out = Formatted()
    for piece in map(plain, pieces):
        if piece:
            out = out.ended(mark, inside=inside) + " " + piece if out else piece
    return out
