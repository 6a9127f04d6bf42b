"""An answer as plain text for a terminal. Document text never reaches it with control characters in it."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from ui import strings
from ui.reading import reading_line
from ui.remarks import remarks, why_found
from ui.speakers import spoken_lines

if TYPE_CHECKING:
    from qa import Answer, Hit

_WIDTH = 100
_OPEN, _CLOSE = "▸", "◂"
_LINE_ENDS = {"\n", "\t"}


def safe(text: str) -> str:
    """Return ``text`` with every control and direction-changing character shown instead of obeyed."""
    return "".join(c if c in _LINE_ENDS or not _commands(c) else _visible(c) for c in text.replace("\r\n", "\n"))


def answer_text(answer: Answer) -> str:
    """Return the whole answer, ready to print."""
    head = strings.ANSWERED_MANY.format(count=len(answer)) if len(answer) > 1 else strings.ANSWERED_ONE
    said = [reading_line(answer.reading), *remarks(answer)]
    lines = [head if answer.answered else strings.NOT_ANSWERED, *(_one_line(line) for line in said if line)]
    if answer.hits and not answer.answered:
        lines.append(f"{strings.NEAREST}:")
    return "\n\n".join(["\n".join(lines), *(hit_text(hit) for hit in answer)])


def hit_text(hit: Hit) -> str:
    """Return one hit: its words with the answering sentence between ▸ and ◂, its speakers, its citation, why."""
    words = textwrap.indent(_wrapped(safe(_marked(hit))), "    ")
    said = [f"    {_one_line(line)}" for line in (*spoken_lines(hit), hit.note, why_found(hit))]
    return "\n".join([f"{hit.rank}.", words, *said])


def _one_line(text: str) -> str:
    """Return ``text`` on one line: a name broken over two in the source must not look like two entries."""
    return " ".join(safe(text).split())


def _marked(hit: Hit) -> str:
    out, at = "", 0
    for start, end in sorted(hit.spans):
        out += f"{_unmarked(hit.text[at:start])}{_OPEN}{_unmarked(hit.text[start:end])}{_CLOSE}"
        at = end
    return out + _unmarked(hit.text[at:])


def _wrapped(text: str) -> str:
    wrapper = textwrap.TextWrapper(
        _WIDTH, break_long_words=False, break_on_hyphens=False, expand_tabs=False, replace_whitespace=False
    )
    return "\n".join(wrapper.fill(line) for line in text.split("\n"))


def _commands(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"} and char not in "\u200c\u200d\u00ad"


def _unmarked(text: str) -> str:
    """Return ``text`` with our own two marks shown by number, so that a document cannot set them."""
    return text.replace(_OPEN, _visible(_OPEN)).replace(_CLOSE, _visible(_CLOSE))


def _visible(char: str) -> str:
    return f"<{ord(char):04X}>"
