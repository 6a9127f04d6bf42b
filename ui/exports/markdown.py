"""Passages as Markdown that renders as their very words: everything in it that is not ours is escaped.

After CommonMark 0.31.2: any ASCII punctuation may stand behind a backslash (2.4), and a numeric reference gives
a character without its structure (2.5).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from ui import strings
from ui.exports.said import said_lines
from ui.exports.texts import held, legible, references, remark, utf8

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.citing import Formatted, Style
    from qa.answer import Hit

#: ASCII punctuation, but for what no dialect reads as more than itself: a lone comma, semicolon, question mark or
#: per cent sign, a full stop or colon that ends a word, a hyphen within one.
_ACTIVE: Final = re.compile(
    r"(?!(?<![,;?%!.:])[,;?%](?![,;?%!.:]))"
    r"(?!(?<=[^\W\d_]{2})[.:](?![^\s”’]))"
    r"(?!(?<=[^\W\d_])-(?=[^\W\d_]))"
    r"[!-/:-@\[-`{-~]"
)


def write_markdown(hits: Sequence[Hit], style: Style) -> bytes:
    """Return each passage as a block quotation with who says what in it and a citation, and the references."""
    return utf8("\n\n".join(_blocks(hits, style)) + "\n")


def _blocks(hits: Sequence[Hit], style: Style) -> Iterator[str]:
    yield f"# {strings.EXPORT_HEADING}"
    for hit in hits:
        yield "\n".join(f"> {line}" for line in escaped(hit.text).split("\n"))
        yield from map(escaped, said_lines(hit.passage))
        yield marked(held(hit.cite(style).in_text))
    yield f"# {strings.EXPORT_REFERENCES}"
    yield from (f"- {marked(entry)}" for entry in references(hits, style))
    if said := remark(hits):
        yield said


def escaped(text: str) -> str:
    """Return Markdown for the text's very words: one paragraph, whose line ends are hard breaks."""
    shown = legible(text)
    body = shown.rstrip("\n")
    # A hard break cannot end a paragraph.
    return "\\\n".join(map(_line, body.split("\n"))) + "&#10;" * (len(shown) - len(body))


def marked(cited: Formatted) -> str:
    """Return Markdown for one line with its italics, where the marks can stand (CommonMark 6.2)."""
    out, at = "", 0
    for start, end in cited.italics:
        if _flanked(cited.text, start, end):
            out += f"{_inline(cited.text[at:start])}*{_inline(cited.text[start:end])}*"
            at = end
    return _line(cited.text) if not out else out + _inline(cited.text[at:])


def _line(line: str) -> str:
    """Escape a line; blanks at its edges, which Markdown drops or reads as code, go by number."""
    body = line.strip()
    at = line.find(body) if body else len(line)
    lead, tail = line[:at], line[at + len(body) :]
    return _numbered(lead) + _inline(body) + _numbered(tail)


def _inline(text: str) -> str:
    return _ACTIVE.sub(r"\\\g<0>", text)


def _numbered(blanks: str) -> str:
    return "".join(f"&#{ord(c)};" for c in blanks)


def _flanked(text: str, start: int, end: int) -> bool:
    """Whether asterisks around a stretch mark it: it begins and ends in ink, and stands free on both sides."""
    inner = text[start:end]
    return inner == inner.strip() != "" and _free(text[start - 1 : start]) and _free(text[end : end + 1])


def _free(beside: str) -> bool:
    return not beside or beside.isspace() or unicodedata.category(beside).startswith("P")
