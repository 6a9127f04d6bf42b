"""RTF as a stream of groups, control words and characters (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|[\r\n\x00]+"
    rb"|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = "group opens"
    CLOSE = "group closes"
    WORD = "control word"
    TEXT = "characters"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: a control word's name and number, or characters still in their encoding."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens; bytes given as such are passed over."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        which = found.lastgroup
        if which == "open":
            yield _OPEN
        elif which == "close":
            yield _CLOSE
        elif which == "text":
            yield Token(Kind.TEXT, data=found["text"])
        elif which == "byte":
            yield Token(Kind.TEXT, data=bytes.fromhex(found["byte"].decode()))
        elif which == "sign":
            yield Token(Kind.WORD, found["sign"].decode("latin-1"))
        elif found["word"]:
            word = found["word"].decode()
            number = int(found["number"]) if found["number"] else None
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token(Kind.WORD, word, number)
