"""BibTeX's syntax: entries with their fields. One that breaks the rules is named, and the rest go on.

An entry ends at the latest where a line opens the next one, so that one brace too few costs one entry. After
the description in Patashnik, BibTeXing (1988); it counts braces behind a backslash too.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.citing.records.fields import BadEntryError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
_LINE = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"([^\s,{}()=\"#%]*)\s*(?=[,})])")
_FIELD = re.compile(r"([A-Za-z][\w.:+/-]*)\s*=")
_BARE = re.compile(r"[^\s,{}()=\"#]+")
_MONTHS = """January February March April May June July August September October November December""".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its type in small letters, its key, and its fields' values as written, without delimiters."""

    kind: str
    key: str
    fields: dict[str, str]


@dataclass(slots=True)
class _Cursor:
    """A place in the text, and where the entry must have ended."""

    text: str
    at: int
    limit: int
    macros: dict[str, str] = field(default_factory=dict)

    def blanks(self) -> str:
        """Skip blanks and return the next character, or an empty string at the end."""
        while self.at < self.limit and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at] if self.at < self.limit else ""

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match here and move behind it."""
        found = pattern.match(self.text, self.at, self.limit)
        self.at = found.end() if found else self.at
        return found

    def delimited(self, closing: str) -> str:
        """Return what stands up to ``closing`` outside braces, from behind an opening mark; move behind it."""
        start, depth = self.at, 0
        for found in re.compile(r'[{}"]').finditer(self.text, start, self.limit):
            if not depth and found[0] == closing:
                self.at = found.end()
                return self.text[start : found.start()]
            depth += (found[0] == "{") - (found[0] == "}")
            if depth < 0:
                break
        raise BadEntryError(f"no closing {closing} before the next entry")


def entries(text: str) -> Iterator[tuple[str, Entry | BadEntryError]]:
    """Yield each entry's key and the entry, or what is wrong with it; an entry without a key is counted."""
    starts = [found.start() for found in _LINE.finditer(text)]
    macros = {month[:3].lower(): month for month in _MONTHS}
    at = count = 0
    while found := _ENTRY.search(text, at):
        after = bisect.bisect_left(starts, found.end())
        cursor = _Cursor(text, found.end(), starts[after] if after < len(starts) else len(text), macros)
        kind, closing = found[1].lower(), {"{": "}", "(": ")"}[found[2]]
        at = found.end()
        if kind in {"comment", "preamble"}:
            at = _skipped(cursor, closing)
            continue
        count += kind != "string"
        name = _peeked_key(cursor) or f"entry {count}"
        try:
            made = _entry(cursor, kind, closing)
            at = cursor.at
        except BadEntryError as fault:
            made, at = fault, cursor.limit
        if made is not None:
            yield name, made


def _skipped(cursor: _Cursor, closing: str) -> int:
    """Return where a comment or preamble ends; right away, where it opens no group."""
    start = cursor.at
    try:
        cursor.delimited(closing)
    except BadEntryError:
        return start
    return cursor.at


def _peeked_key(cursor: _Cursor) -> str:
    cursor.blanks()
    found = _KEY.match(cursor.text, cursor.at, cursor.limit)
    return found[1] if found else ""


def _entry(cursor: _Cursor, kind: str, closing: str) -> Entry | BadEntryError | None:
    if kind == "string":
        cursor.macros |= _fields(cursor, closing)
        return None
    key = cursor.match(_KEY)
    if key is None:
        raise BadEntryError("no key and comma behind its opening brace")
    return Entry(kind, key[1], _fields(cursor, closing))


def _fields(cursor: _Cursor, closing: str) -> dict[str, str]:
    found: dict[str, str] = {}
    while (c := cursor.blanks()) != closing:
        if c == ",":
            cursor.at += 1
            continue
        name = cursor.match(_FIELD)
        if name is None:
            raise BadEntryError(
                f"{'its end is missing' if not c else f'{c!r} where a field or its end was expected'}"
            )
        found.setdefault(name[1].lower(), _value(cursor))
    cursor.at += 1
    return found


def _value(cursor: _Cursor) -> str:
    """Return a value, its parts joined where # joins them."""
    parts = [_part(cursor)]
    while cursor.blanks() == "#":
        cursor.at += 1
        parts.append(_part(cursor))
    return "".join(parts)


def _part(cursor: _Cursor) -> str:
    c = cursor.blanks()
    if c and c in '{"':
        cursor.at += 1
        return cursor.delimited("}" if c == "{" else '"')
    bare = cursor.match(_BARE)
    if bare is None:
        raise BadEntryError("a field without a value")
    return cursor.macros.get(bare[0].lower(), bare[0])
